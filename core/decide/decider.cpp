#include "decide/decider.h"

#include <algorithm>
#include <bit>

#include "decide/store.h"
#include "evaluate/masks.h"
#include "profile/facts.h"
#include "profile/names.h"

namespace prequal::decide {

using profile::Cell;
using profile::Condition;
using profile::Eligibility;
using profile::Fact;
using profile::kNoEntry;
using profile::Lane;
using profile::Level;
using profile::Op;
using profile::Phase;
using profile::ReasonClass;
using profile::Status;

namespace {

consteval std::uint32_t record(std::string_view value) {
  return fact_code(Fact::record, value);
}

template <typename Enum>
constexpr std::size_t index(Enum value) {
  return static_cast<std::size_t>(value);
}

// Which classes of reason explain a status first.
constexpr auto kClassOrder =
    std::to_array<ReasonClass>({ReasonClass::permanent, ReasonClass::hold, ReasonClass::reroute, ReasonClass::fix_data,
                                ReasonClass::nurture, ReasonClass::ops_issue, ReasonClass::none});

}  // namespace

template <std::size_t W>
Decider<W>::Decider(const evaluate::Plan& plan)
    : plan_(plan),
      model_(plan.profile().model()),
      evaluator_(plan),
      stage_(model_.stages.size()),
      route_(model_.routes.size() + 1),
      stopped_(Verity<W>::constant(false)),
      stage_reached_(model_.stages.size(), Verity<W>::constant(false)),
      reasons_(model_.reasons.size(), Verity<W>::constant(false)),
      permanent_(model_.reasons.size(), Verity<W>::constant(false)) {
  sort_reasons();
  const auto stage_of = [&](std::string_view id) {
    return static_cast<std::size_t>(std::ranges::find(model_.stages, id, &profile::Stage::id) - model_.stages.begin());
  };
  for (std::size_t i = 0; i < profile::kLanes; ++i) {
    const auto lane = static_cast<Lane>(i);
    const bool used = std::ranges::any_of(model_.routes, [&](const profile::Route& route) { return route.lane == lane; });
    if (used || lane == policy_lane()) gated_.push_back(lane);
  }
  mql_ = stage_of("mql");
  sql_ = stage_of("sql");
}

template <std::size_t W>
void Decider<W>::sort_reasons() {
  for (std::size_t i = 0; i < model_.reasons.size(); ++i) {
    const profile::Reason& reason = model_.reasons[i];
    if (reason.when == profile::kNever && reason.disqualify_when == profile::kNever) continue;
    const auto number = static_cast<std::uint16_t>(i);
    live_.push_back(number);
    // Spam and a missing timeline have statuses of their own; an opt-out ends outreach, not the relation.
    if (reason.code == "spam_or_test") {
      spam_.push_back(number);
    } else if (reason.code == "no_timeline") {
      no_timeline_.push_back(number);
    } else if (reason.code != "opted_out") {
      by_class_[index(reason.reason_class)].push_back(number);
      disqualifying_.push_back(number);
    }
  }
}

template <std::size_t W>
void Decider<W>::run(const evaluate::FactTable& table, std::size_t first) {
  evaluator_.start(table, first);
  evaluator_.run(Phase::facts);
  evaluator_.run_points();
  decide_bands();
  decide_eligibility();
  set_outcomes(Phase::scores);
  evaluator_.run(Phase::scores);
  decide_stage();
  set_outcomes(Phase::stage);
  evaluator_.run(Phase::stage);
  decide_reasons();
  decide_status();
  set_outcomes(Phase::reasons);
  evaluator_.run(Phase::reasons);
  decide_lane();
  set_outcomes(Phase::lane);
  evaluator_.run(Phase::lane);
}

template <std::size_t W>
void Decider<W>::decide_levels(const evaluate::Score<W>& score, const profile::Thresholds& thresholds,
                               Choice<W>& out) const {
  out.clear();
  out.offer(index(Level::high), score.at_least(thresholds.high));
  out.offer(index(Level::mid), score.at_least(thresholds.mid));
  out.offer(index(Level::low), Verity<W>::constant(true));
}

template <std::size_t W>
void Decider<W>::decide_bands() {
  const profile::Scoring& scoring = model_.scoring;
  decide_levels(evaluator_.category(profile::Category::fit), scoring.fit, fit_band_);
  decide_levels(evaluator_.category(profile::Category::intent), scoring.intent, intent_band_);
  cell_.clear();
  for (std::size_t fit = 0; fit < profile::kLevels; ++fit) {
    for (std::size_t intent = 0; intent < profile::kLevels; ++intent) {
      cell_.offer(index(scoring.matrix[fit][intent]), fit_band_.is(fit) & intent_band_.is(intent));
    }
  }
  band_.clear();
  switch (scoring.bands_by) {
    case profile::BandsBy::total: decide_levels(evaluator_.total(), scoring.total, band_); break;
    case profile::BandsBy::matrix:
      band_.offer(index(Level::high), cell_.is(index(Cell::sales)));
      band_.offer(index(Level::mid), cell_.is(index(Cell::marketing)) | cell_.is(index(Cell::review)));
      band_.offer(index(Level::low), Verity<W>::constant(true));
      break;
    case profile::BandsBy::rules:
      band_.offer(index(Level::high), evaluator_.at(scoring.band_rules[index(Level::high)]));
      band_.offer(index(Level::mid), evaluator_.at(scoring.band_rules[index(Level::mid)]));
      band_.offer(index(Level::low), Verity<W>::constant(true));
      break;
  }
}

// A must-have that is unknown leaves eligibility undetermined; a stop whose condition is unknown does not stop (D-04), but
// may still do so, which keeps the verdict unsettled.
template <std::size_t W>
void Decider<W>::decide_eligibility() {
  Verity<W> must = Verity<W>::constant(true);
  for (const profile::Criterion& criterion : model_.must_haves) must = must & evaluator_.at(criterion.when);
  Verity<W> stops = Verity<W>::constant(false);
  stopped_ = Verity<W>::constant(false);
  for (const profile::HardStop& stop : model_.hard_stops) {
    Verity<W>& group = stop.scope == profile::StopScope::offer ? stops : stopped_;
    group = group | evaluator_.at(stop.when);
  }
  for (Verity<W>* group : {&stops, &stopped_}) group->now.no = ~group->now.yes;
  eligibility_.clear();
  eligibility_.offer(index(Eligibility::ineligible), ~must | stops);
  eligibility_.offer(index(Eligibility::eligible), must);
  eligibility_.offer(index(Eligibility::undetermined), Verity<W>::constant(true));
}

template <std::size_t W>
void Decider<W>::decide_stage() {
  // Nothing above the first step without eligibility on current data (R04-13).
  Verity<W> reached = Verity<W>::constant(true);
  for (std::size_t i = 0; i < model_.stages.size(); ++i) {
    if (i == 1) reached = reached & eligibility_.is(index(Eligibility::eligible));
    for (const profile::Clause& clause : model_.stages[i].clauses) reached = reached & evaluator_.at(clause.when);
    stage_reached_[i] = reached;
  }
  stage_.clear();
  for (std::size_t i = model_.stages.size(); i-- > 0;) stage_.offer(i, stage_reached_[i]);
}

template <std::size_t W>
void Decider<W>::decide_reasons() {
  for (const std::uint16_t i : live_) {
    const profile::Reason& reason = model_.reasons[i];
    const Verity<W> disqualify = evaluator_.at(reason.disqualify_when);
    reasons_[i] = evaluator_.at(reason.when) | disqualify;
    permanent_[i] = reason.reason_class == ReasonClass::permanent ? reasons_[i] : disqualify;
  }
}

template <std::size_t W>
Verity<W> Decider<W>::any_reason(const std::vector<std::uint16_t>& reasons) const {
  Verity<W> out = Verity<W>::constant(false);
  for (const std::uint16_t i : reasons) out = out | reasons_[i];
  return out;
}

template <std::size_t W>
Verity<W> Decider<W>::record_is(std::uint32_t code) const {
  const Plane<W> same = evaluator_.fact_is(Fact::record, code);
  return {{same, ~same}, {same, ~same}};
}

template <std::size_t W>
void Decider<W>::decide_status() {
  const Verity<W> first_stage = stage_.is(0);
  const Verity<W> low_band = band_.is(index(Level::low));
  const Verity<W> no_timeline = any_reason(no_timeline_);
  const auto holds = [&](ReasonClass reason_class) { return any_reason(by_class_[index(reason_class)]); };
  Verity<W> permanent = Verity<W>::constant(false);
  for (const std::uint16_t i : disqualifying_) permanent = permanent | permanent_[i];
  status_.clear();
  status_.offer(index(Status::spam), any_reason(spam_));
  status_.offer(index(Status::closed_won), record_is(record("closed_won")));
  status_.offer(index(Status::closed_lost), record_is(record("closed_lost")));
  status_.offer(index(Status::disqualified), record_is(record("disqualified")) | permanent);
  status_.offer(index(Status::on_hold), record_is(record("on_hold")) | holds(ReasonClass::hold));
  status_.offer(index(Status::reroute), holds(ReasonClass::reroute));
  status_.offer(index(Status::needs_data), holds(ReasonClass::fix_data) & first_stage);
  status_.offer(index(Status::mql_no_timeline), no_timeline & ~first_stage);
  status_.offer(index(Status::nurture),
                record_is(record("nurture")) | holds(ReasonClass::nurture) | no_timeline | (low_band & first_stage));
  status_.offer(index(Status::active), Verity<W>::constant(true));
}

template <std::size_t W>
Verity<W> Decider<W>::at_stage(std::size_t stage) const {
  return stage < stage_reached_.size() ? stage_reached_[stage] : Verity<W>::constant(false);
}

// What must hold for a lane whatever the profile's routes say.
template <std::size_t W>
Verity<W> Decider<W>::lane_gate(Lane lane) const {
  const Verity<W> active = status_.is(index(Status::active));
  const Verity<W> eligible = eligibility_.is(index(Eligibility::eligible));
  const Verity<W> fits = ~fit_band_.is(index(Level::low));
  const Verity<W> free = ~stopped_ & ~status_.is(index(Status::spam));
  const Verity<W> sql = at_stage(sql_);
  switch (lane) {
    case Lane::sales:
      return eligible & free & active & fits & (band_.is(index(Level::high)) | sql) & (cell_.is(index(Cell::sales)) | sql);
    case Lane::discovery: return eligible & free & active & fits & at_stage(mql_);
    case Lane::first_call: return eligible & free & active & fits;
    case Lane::intake: return eligible & free & active;
    // A missing referral or another payer is for a coordinator to sort out, so a criterion may be unmet here.
    case Lane::coordinator: return free & ~status_.is(index(Status::disqualified));
    case Lane::marketing: return free & (active | status_.is(index(Status::mql_no_timeline))) & no_fit_gate(lane);
    case Lane::none: return Verity<W>::constant(true);
    default: return ~status_.is(index(Status::spam)) & no_fit_gate(lane);
  }
}

// A person whom the offer does not fit goes where the organization's policy says (R11-15), unless something can be fixed.
template <std::size_t W>
Verity<W> Decider<W>::no_fit_gate(Lane lane) const {
  if (model_.path == profile::Path::b2b || lane == policy_lane()) return Verity<W>::constant(true);
  return ~eligibility_.is(index(Eligibility::ineligible)) | status_.is(index(Status::on_hold));
}

template <std::size_t W>
Lane Decider<W>::policy_lane() const {
  switch (model_.policy.no_fit) {
    case profile::NoFitPolicy::nurture: return Lane::nurture;
    case profile::NoFitPolicy::redirect: return Lane::redirect;
    case profile::NoFitPolicy::review: break;
  }
  return Lane::review;
}

template <std::size_t W>
void Decider<W>::decide_lane() {
  std::array<Verity<W>, profile::kLanes> gates;
  for (const Lane lane : gated_) gates[index(lane)] = lane_gate(lane);
  lane_.clear();
  route_.clear();
  for (std::size_t i = 0; i < model_.routes.size(); ++i) {
    const profile::Route& route = model_.routes[i];
    const Verity<W> when = evaluator_.at(route.when) & gates[index(route.lane)];
    lane_.offer(index(route.lane), when);
    route_.offer(i + 1, when);
  }
  if (model_.path != profile::Path::b2b) {
    lane_.offer(index(policy_lane()), eligibility_.is(index(Eligibility::ineligible)) & gates[index(policy_lane())]);
  }
  lane_.offer(index(Lane::none), Verity<W>::constant(true));
  route_.offer(0, Verity<W>::constant(true));
}

template <std::size_t W>
void Decider<W>::set_outcomes(Phase phase) {
  for (const profile::ConditionId id : plan_.phase(phase)) {
    const Condition& condition = plan_.profile().conditions().at(id);
    if (is_outcome(condition.op)) evaluator_.set(id, outcome(condition));
  }
}

template <std::size_t W>
Verity<W> Decider<W>::outcome(const Condition& condition) const {
  const auto& conditions = plan_.profile().conditions();
  const auto any_of = [&](const Choice<W>& choice) {
    Verity<W> out = Verity<W>::constant(false);
    Plane<W> others = Plane<W>::filled(false);
    Plane<W> wanted = Plane<W>::filled(false);
    for (std::size_t entry = 0; entry < choice.chosen.size(); ++entry) {
      bool listed = false;
      for (std::uint32_t i = 0; i < condition.count; ++i) listed |= conditions.operand(condition, i) == entry;
      (listed ? wanted : others) |= choice.reachable[entry];
      if (listed) out.now.yes |= choice.chosen[entry];
    }
    out.now.no = ~out.now.yes;
    out.settled = {wanted & ~others, ~wanted};
    return out;
  };
  // What a lead has reached is a matter of fact: as it stands, it has not reached what is still unknown.
  const auto as_it_stands = [](Verity<W> verity) {
    verity.now.no = ~verity.now.yes;
    return verity;
  };
  const auto score = static_cast<profile::OutcomeScore>(condition.column);
  switch (condition.op) {
    case Op::level_in:
      return any_of(score == profile::OutcomeScore::fit      ? fit_band_
                    : score == profile::OutcomeScore::intent ? intent_band_
                                                             : band_);
    case Op::score_at_least:
      return score == profile::OutcomeScore::fit ? evaluator_.category(profile::Category::fit).at_least(condition.low)
             : score == profile::OutcomeScore::intent
                 ? evaluator_.category(profile::Category::intent).at_least(condition.low)
                 : evaluator_.total().at_least(condition.low);
    case Op::eligibility_in: return any_of(eligibility_);
    case Op::stage_at_least: {
      const std::string_view wanted = profile::stage_ids(model_.path)[conditions.operand(condition, 0)];
      // A stage that this profile hides counts as the next one that it has.
      const auto& ladder = profile::stage_ids(model_.path);
      for (std::size_t i = 0; i < model_.stages.size(); ++i) {
        const auto place = std::ranges::find(ladder, model_.stages[i].id) - ladder.begin();
        if (place >= std::ranges::find(ladder, wanted) - ladder.begin()) {
          return as_it_stands(stage_reached_[i]);
        }
      }
      return Verity<W>::constant(false);
    }
    case Op::reason_fired: return as_it_stands(reasons_[conditions.operand(condition, 0)]);
    case Op::status_in: return any_of(status_);
    case Op::lane_in: return any_of(lane_);
    default: return Verity<W>::constant(false);
  }
}

template <std::size_t W>
ReasonClass Decider<W>::reason_class(std::size_t reason, std::size_t lead) const {
  return permanent_[reason].now.yes.lane(lead) ? ReasonClass::permanent : model_.reasons[reason].reason_class;
}

template <std::size_t W>
std::uint16_t Decider<W>::main_reason(std::size_t lead) const {
  std::size_t best = kClassOrder.size();
  std::uint16_t out = kNoEntry;
  for (const std::uint16_t i : live_) {
    if (!reasons_[i].now.yes.lane(lead)) continue;
    const auto rank = static_cast<std::size_t>(std::ranges::find(kClassOrder, reason_class(i, lead)) - kClassOrder.begin());
    if (rank < best) {
      best = rank;
      out = i;
    }
  }
  return out;
}

template <std::size_t W>
Plane<W> Decider<W>::settled() const {
  // The band of a lead that is and stays ineligible is for information only (R04-05) and keeps nothing open.
  const Plane<W> out = eligibility_.is(index(Eligibility::ineligible)).settled.yes;
  return (band_.settled() | out) & eligibility_.settled() & stage_.settled() & status_.settled() & route_.settled();
}

template <std::size_t W>
void Decider<W>::store_decisions(Outcomes& out, std::size_t first, std::size_t leads) const {
  evaluator_.category(profile::Category::fit).now.store(out.fit.data() + first, leads);
  evaluator_.category(profile::Category::intent).now.store(out.intent.data() + first, leads);
  evaluator_.total().now.store(out.total.data() + first, leads);
  const auto codes = [&](const Choice<W>& choice, auto& column) {
    store_codes(choice.chosen, column.data() + first, leads);
  };
  codes(band_, out.band);
  codes(eligibility_, out.eligibility);
  codes(stage_, out.stage);
  codes(status_, out.status);
  codes(lane_, out.lane);
  codes(route_, out.route);
  const Plane<W> done = settled();
  store_sets(std::span<const Plane<W>>(&done, 1), out.settled.data() + first, leads);
}

template <std::size_t W>
void Decider<W>::store(Outcomes& out, std::size_t first, Extent extent) const {
  const std::size_t leads = std::min(W * 64, out.size() - first);
  store_decisions(out, first, leads);
  if (extent == Extent::decisions) return;
  const auto bounds = [&](const evaluate::Score<W>& score, auto& low, auto& high) {
    score.low.store(low.data() + first, leads);
    score.high.store(high.data() + first, leads);
  };
  bounds(evaluator_.category(profile::Category::fit), out.fit_low, out.fit_high);
  bounds(evaluator_.category(profile::Category::intent), out.intent_low, out.intent_high);
  bounds(evaluator_.total(), out.total_low, out.total_high);
  evaluator_.category(profile::Category::adjustment).now.store(out.adjustment.data() + first, leads);
  evaluator_.category(profile::Category::negative).now.store(out.negative.data() + first, leads);
  store_codes(fit_band_.chosen, out.fit_band.data() + first, leads);
  store_codes(intent_band_.chosen, out.intent_band.data() + first, leads);
  const auto sets = [&](const Choice<W>& choice, auto& column) {
    store_sets(std::span<const Plane<W>>(choice.reachable), column.data() + first, leads);
  };
  sets(band_, out.band_reach);
  sets(eligibility_, out.eligibility_reach);
  sets(stage_, out.stage_reach);
  sets(status_, out.status_reach);
  sets(lane_, out.lane_reach);
  store_main_reasons(out.main_reason.data() + first, leads);
  store_reasons(out, first, leads);
}

// The reason that explains each lead's status best: the first of the best class, as main_reason() says for one lead.
template <std::size_t W>
void Decider<W>::store_main_reasons(std::uint16_t* out, std::size_t leads) const {
  if (leads == 1) {
    *out = main_reason(kLane);
    return;
  }
  std::fill_n(out, leads, kNoEntry);
  Plane<W> taken = Plane<W>::filled(false);
  for (const ReasonClass reason_class : kClassOrder) {
    for (const std::uint16_t i : live_) {
      Plane<W> here = permanent_[i].now.yes;
      if (reason_class != ReasonClass::permanent) {
        if (model_.reasons[i].reason_class != reason_class) continue;
        here = reasons_[i].now.yes & ~here;
      }
      here &= ~taken;
      taken |= here;
      for (std::size_t word = 0; word * 64 < leads; ++word) {
        for (std::uint64_t bits = here.words[word]; bits != 0; bits &= bits - 1) {
          const std::size_t lead = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
          if (lead < leads) out[lead] = i;
        }
      }
    }
  }
}

template <std::size_t W>
void Decider<W>::store_reasons(Outcomes& out, std::size_t first, std::size_t leads) const {
  if (leads == 1) {
    std::uint64_t* words = out.reasons.data() + first * out.reason_words;
    std::fill_n(words, out.reason_words, 0);
    for (const std::uint16_t i : live_)
      words[i / 64] |= std::uint64_t{reasons_[i].now.yes.lane(kLane) ? 1U : 0U} << (i % 64);
    return;
  }
  for (std::size_t word = 0; word < out.reason_words; ++word) {
    const std::size_t count = std::min(reasons_.size() - word * 64, std::size_t{64});
    for (std::size_t group = 0; group * 64 < leads; ++group) {
      std::array<std::uint64_t, 64> square{};
      for (std::size_t r = 0; r < count; ++r) square[r] = reasons_[word * 64 + r].now.yes.words[group];
      const std::size_t end = std::min(leads - group * 64, std::size_t{64});
      if (end > 1) {
        evaluate::transpose(square.data());
      } else {
        std::uint64_t bits = 0;
        for (std::size_t r = 0; r < count; ++r) bits |= (square[r] & 1U) << r;
        square[0] = bits;
      }
      for (std::size_t i = 0; i < end; ++i) out.reasons[(first + group * 64 + i) * out.reason_words + word] = square[i];
    }
  }
}

template class Decider<1>;
template class Decider<evaluate::kBlockWords>;

}  // namespace prequal::decide
