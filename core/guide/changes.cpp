#include "guide/changes.h"

#include <algorithm>
#include <set>

#include "base/sort.h"
#include "profile/facts.h"

namespace prequal::guide {

using profile::ConditionId;
using profile::Eligibility;
using profile::Fact;
using profile::FieldId;
using profile::Lane;
using profile::Source;
using profile::Status;

namespace {

constexpr auto kConsents = std::to_array<Fact>({Fact::consent_email, Fact::consent_phone, Fact::consent_text});

bool is_working(Lane lane) {
  return lane == Lane::sales || lane == Lane::discovery || lane == Lane::first_call || lane == Lane::intake ||
         lane == Lane::coordinator;
}

}  // namespace

std::string_view target_name(Target target) {
  constexpr std::array<std::string_view, kTargets> kNames{"eligible", "stage", "band", "route"};
  return kNames[static_cast<std::size_t>(target)];
}

ChangeFinder::ChangeFinder(const evaluate::Plan& plan, const Support& support)
    : profile_(plan.profile()), support_(support), hypotheses_(plan.profile()), variants_(plan, hypotheses_) {
  // A coordinator works leads that are not eligible or not active, so nothing must be lifted before.
  any_route_ = std::ranges::any_of(profile_.model().routes,
                                   [](const profile::Route& route) { return route.lane == Lane::coordinator; });
  for (ConditionId id = 0; id < profile_.conditions().size(); ++id) add_support(id, all_);
  sort(all_);
  all_.erase(std::ranges::unique(all_).begin(), all_.end());
}

void ChangeFinder::add_support(ConditionId id, std::vector<Source>& out) const {
  for (const FieldId field : support_.fields(id)) out.push_back(field);
  if (!support_.consent(id)) return;
  for (const Fact consent : kConsents) out.push_back(fact_source(consent));
}

void ChangeFinder::add_all(std::vector<Source>& out) const {
  out.insert(out.end(), all_.begin(), all_.end());
}

bool ChangeFinder::reached(Target target, const decide::Decider<1>& decider, std::size_t lane) const {
  switch (target) {
    case Target::eligible: return decider.eligibility().lane(lane) == static_cast<std::uint32_t>(Eligibility::eligible);
    case Target::stage: return decider.stage().lane(lane) > stage_;
    case Target::band: return decider.band().lane(lane) > band_;
    case Target::route: return is_working(static_cast<Lane>(decider.lane().lane(lane)));
  }
  return false;
}

bool ChangeFinder::add_eligibility_levers(const decide::Decider<1>& decider, std::size_t lane,
                                          std::vector<Source>& out) const {
  const auto& evaluator = decider.evaluator();
  for (const profile::Criterion& criterion : profile_.model().must_haves) {
    if (evaluator.now(criterion.when).yes.lane(lane)) continue;
    add_support(criterion.when, out);
    return true;
  }
  for (const profile::HardStop& stop : profile_.model().hard_stops) {
    if (stop.scope != profile::StopScope::offer || !evaluator.now(stop.when).yes.lane(lane)) continue;
    add_support(stop.when, out);
    return true;
  }
  return false;
}

std::vector<Source> ChangeFinder::levers(Target target, const decide::Decider<1>& decider, std::size_t lane) const {
  const profile::Model& model = profile_.model();
  const auto& evaluator = decider.evaluator();
  std::vector<Source> out;
  if (target == Target::band) {
    add_all(out);
    return out;
  }
  if (target == Target::route && any_route_) {
    add_all(out);
    return out;
  }
  if (add_eligibility_levers(decider, lane, out) || target == Target::eligible) return out;
  if (target == Target::stage) {
    for (std::size_t i = 1; i <= stage_ + 1 && i < model.stages.size(); ++i) {
      for (const profile::Clause& clause : model.stages[i].clauses) {
        if (evaluator.now(clause.when).yes.lane(lane)) continue;
        // A clause on an outcome (a band, say) can be moved by anything.
        if (profile_.conditions().at(clause.when).phase == profile::Phase::facts) {
          add_support(clause.when, out);
        } else {
          add_all(out);
        }
        return out;
      }
    }
    return out;
  }
  // A reason that takes the lead out of the active status must go before it can be routed.
  if (decider.status().lane(lane) != static_cast<std::uint32_t>(Status::active)) {
    for (std::size_t i = 0; i < model.reasons.size(); ++i) {
      const profile::ReasonClass reason_class = decider.reason_class(i, lane);
      const bool holds_back = decider.reason(i).now.yes.lane(lane) && reason_class != profile::ReasonClass::none &&
                              reason_class != profile::ReasonClass::ops_issue && model.reasons[i].code != "opted_out" &&
                              reason_class != profile::ReasonClass::fix_data &&
                              reason_class != profile::ReasonClass::nurture;
      if (!holds_back || profile_.conditions().at(model.reasons[i].when).phase != profile::Phase::facts) continue;
      add_support(model.reasons[i].when, out);
      add_support(model.reasons[i].disqualify_when, out);
      return out;
    }
  }
  add_all(out);
  return out;
}

std::vector<std::int32_t> ChangeFinder::values_of(Source source) const {
  if (profile::is_fact(source)) {
    // Consent can be given where it is missing; a refusal or an opt-out is respected.
    const Fact consent = profile::source_fact(source);
    const bool missing = lead_->fact(consent) == static_cast<std::int32_t>(fact_code(consent, "missing"));
    return missing ? std::vector<std::int32_t>{1} : std::vector<std::int32_t>{};
  }
  const lead::Answer& answer = lead_->answers[source];
  const profile::Field& field = profile_.model().fields[source];
  if (!profile_.field_applies(source)) return {};
  if (lead::is_usable(answer.state) && !field.may_change) return {};
  return hypotheses_.values(source);
}

Changes ChangeFinder::find(const lead::Lead& lead, Instant now, const decide::Decider<1>& decider,
                           const ChangeOptions& options) {
  lead_ = &lead;
  band_ = decider.band().lane(kLane);
  stage_ = decider.stage().lane(kLane);
  variants_.start(lead, now);
  Changes out;
  for (std::size_t i = 0; i < kTargets; ++i) {
    const auto target = static_cast<Target>(i);
    if (!reached(target, decider, kLane)) search(target, options, out);
  }
  return out;
}

void ChangeFinder::search(Target target, const ChangeOptions& options, Changes& out) {
  std::set<Answers, bool (*)(const Answers&, const Answers&)> seen([](const Answers& a, const Answers& b) {
    return std::ranges::lexicographical_compare(a, b, [](const Hypothesis& x, const Hypothesis& y) {
      return x.field != y.field ? x.field < y.field : x.value < y.value;
    });
  });
  std::vector<Answers> frontier{{}};
  tried_ = 0;
  std::size_t listed = 0;
  for (std::size_t size = 0; size <= options.most_answers && !frontier.empty(); ++size) {
    std::vector<Answers> next;
    for (std::size_t first = 0; first < frontier.size(); first += Variants::kMost) {
      const std::size_t count = std::min(Variants::kMost, frontier.size() - first);
      for (std::size_t i = 0; i < count; ++i) variants_.add(frontier[first + i]);
      tried_ += count;
      const decide::Decider<1>& decider = variants_.run();
      for (std::size_t lane = 0; lane < count; ++lane) {
        const Answers& answers = frontier[first + lane];
        if (size > 0 && reached(target, decider, lane)) {
          if (listed++ < options.most_listed) {
            out.list.push_back({target, answers, static_cast<std::uint8_t>(decider.band().lane(lane)),
                                static_cast<std::uint8_t>(decider.stage().lane(lane)),
                                static_cast<std::uint8_t>(decider.eligibility().lane(lane)),
                                static_cast<std::uint8_t>(decider.lane().lane(lane)),
                                decider.evaluator().total().now.lane(lane)});
          }
          continue;
        }
        if (listed > 0) continue;  // this size is the smallest; nothing larger is looked at
        for (const Source source : levers(target, decider, lane)) {
          if (std::ranges::find(answers, source, &Hypothesis::field) != answers.end()) continue;
          for (const std::int32_t value : values_of(source)) {
            Answers larger = answers;
            const Hypothesis added{source, value};
            larger.insert(std::ranges::upper_bound(larger, added.field, {}, &Hypothesis::field), added);
            if (tried_ + next.size() >= options.most_variants) {
              out.complete = false;
              continue;
            }
            if (seen.insert(larger).second) next.push_back(std::move(larger));
          }
        }
      }
    }
    if (listed > 0) return;
    frontier = std::move(next);
  }
}

}  // namespace prequal::guide
