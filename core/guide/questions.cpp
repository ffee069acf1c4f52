#include "guide/questions.h"

#include <algorithm>
#include <bit>

#include "base/sort.h"

namespace prequal::guide {

using profile::AskedIn;
using profile::ConditionId;
using profile::FieldId;
using profile::kNoEntry;

namespace {

constexpr std::int32_t kStuck = 1'000'000;  // more than any effort
constexpr std::int32_t kScale = 100;

// Sixteen times the binary logarithm, and a little: how many more questions something so open will take grows about so.
std::int32_t effort(std::int32_t open) {
  if (open == 0) return 0;
  const auto value = static_cast<std::uint32_t>(open);
  const auto bits = static_cast<int>(std::bit_width(value)) - 1;
  return 16 + 16 * bits + static_cast<std::int32_t>((value << 4U) >> static_cast<unsigned>(bits) & 15U);
}

}  // namespace

std::string_view effect_name(Effect effect) {
  constexpr std::array<std::string_view, 4> kNames{"eligibility", "routing", "priority", "completeness"};
  return kNames[static_cast<std::size_t>(effect)];
}

std::int32_t openness(const decide::Decider<1>& decider, std::size_t lane) {
  if (decider.settled().lane(lane)) return 0;
  const auto extra = [&](const decide::Choice<1>& choice) { return std::popcount(choice.reach(lane)) - 1; };
  // What decides about the lead weighs most; the width of the score breaks ties.
  const std::int32_t out = 1 + 1000 * extra(decider.eligibility()) + 200 * extra(decider.stage()) +
                           200 * extra(decider.route()) + 100 * extra(decider.status());
  // The score of a lead that is and stays ineligible keeps nothing open (Decider::settled).
  constexpr auto kOut = std::uint64_t{1} << static_cast<unsigned>(profile::Eligibility::ineligible);
  if (decider.eligibility().reach(lane) == kOut) return out;
  const evaluate::Score<1>& total = decider.evaluator().total();
  return out + 100 * extra(decider.band()) + total.high.lane(lane) - total.low.lane(lane);
}

Questioner::Questioner(const evaluate::Plan& plan, const Support& support)
    : profile_(plan.profile()), support_(support), hypotheses_(plan.profile()), variants_(plan, hypotheses_) {}

Effect Questioner::effect_of(FieldId field, const decide::Decider<1>& decider) const {
  const profile::Model& model = profile_.model();
  const auto hangs = [&](ConditionId id) {
    return decider.evaluator().at(id).settled.unknown().lane(kLane) &&
           std::ranges::binary_search(support_.fields(id), field);
  };
  const bool open = decider.eligibility().reach(kLane) != std::uint64_t{1} << decider.eligibility().lane(kLane);
  if (open) {
    const auto stops = [&](const profile::HardStop& stop) { return hangs(stop.when); };
    const auto must = [&](const profile::Criterion& criterion) { return hangs(criterion.when); };
    if (std::ranges::any_of(model.must_haves, must) || std::ranges::any_of(model.hard_stops, stops))
      return Effect::eligibility;
  }
  const auto is_open = [](const decide::Choice<1>& choice) { return std::popcount(choice.reach(kLane)) > 1; };
  if (is_open(decider.stage())) {
    for (const profile::Stage& stage : model.stages) {
      for (const profile::Clause& clause : stage.clauses) {
        if (hangs(clause.when)) return Effect::routing;
      }
    }
  }
  if (is_open(decider.route())) {
    for (const profile::Route& route : model.routes) {
      if (hangs(route.when)) return Effect::routing;
    }
  }
  return Effect::priority;
}

std::int32_t Questioner::open_conditions(FieldId field, const decide::Decider<1>& decider) const {
  std::int32_t out = 0;
  for (ConditionId id = 0; id < profile_.conditions().size(); ++id) {
    const bool open = decider.evaluator().at(id).settled.unknown().lane(kLane);
    out += open && std::ranges::binary_search(support_.fields(id), field) ? 1 : 0;
  }
  return out;
}

void Questioner::find_candidates(const lead::Lead& lead, const decide::Decider<1>& decider,
                                 const QuestionOptions& options) {
  candidates_.clear();
  const profile::Model& model = profile_.model();
  for (std::size_t i = 0; i < model.fields.size(); ++i) {
    const auto field = static_cast<FieldId>(i);
    const lead::DataState state = lead.answers[i].state;
    // "I'm not sure" is an answer: it is not asked again (R12-04).
    if (lead::is_usable(state) || state == lead::DataState::unsure || !profile_.field_applies(field)) continue;
    if (model.fields[i].asked == AskedIn::call && !options.include_calls) continue;
    if (options.only != nullptr && std::ranges::find(*options.only, field) == options.only->end()) continue;
    Candidate candidate;
    candidate.question.field = field;
    candidate.question.effect = effect_of(field, decider);
    for (std::size_t q = 0; q < model.questions.size(); ++q) {
      const profile::Question& question = model.questions[q];
      if (question.field == field && decider.evaluator().now(question.when).yes.lane(kLane)) {
        candidate.question.question = static_cast<std::uint16_t>(q);
        candidate.wanted = question.when != profile::kAlways;
        break;
      }
    }
    candidates_.push_back(candidate);
  }
}

void Questioner::try_answers(const lead::Lead& lead, Instant now) {
  constexpr std::size_t kAsItIs = SIZE_MAX;
  variants_.start(lead, now);
  std::vector<std::size_t> slots;  // candidate of each lane
  std::int32_t before = 0;
  const auto flush = [&] {
    if (slots.empty()) return;
    const decide::Decider<1>& decider = variants_.run();
    for (std::size_t lane = 0; lane < slots.size(); ++lane) {
      const std::int32_t left = openness(decider, lane);
      if (slots[lane] == kAsItIs) {
        before = left;
        continue;
      }
      Candidate& candidate = candidates_[slots[lane]];
      candidate.sum += std::int64_t{kScale} * effort(left);
      ++candidate.tried;
      candidate.changes |= left != before;
    }
    slots.clear();
  };
  const auto add = [&](std::size_t slot, const std::vector<Hypothesis>& answers) {
    variants_.add(answers);
    slots.push_back(slot);
    if (slots.size() == Variants::kMost) flush();
  };
  // The lead as it is comes first, so that it shares a run with the answers that it is compared with.
  add(kAsItIs, {});
  for (std::size_t c = 0; c < candidates_.size(); ++c) {
    const FieldId field = candidates_[c].question.field;
    for (const std::int32_t value : hypotheses_.values(field)) add(c, {{field, value}});
  }
  flush();
}

std::vector<RankedQuestion> Questioner::rank(const lead::Lead& lead, Instant now, const decide::Decider<1>& decider,
                                             const QuestionOptions& options) {
  std::vector<RankedQuestion> out;
  const bool settled = decider.settled().lane(kLane);
  if (settled && !options.include_completeness) return out;
  find_candidates(lead, decider, options);
  if (!settled) try_answers(lead, now);
  const profile::Model& model = profile_.model();
  // When no single answer settles anything, the answers that together would are asked for.
  const bool stuck = !settled && std::ranges::none_of(candidates_, &Candidate::changes);
  for (Candidate& candidate : candidates_) {
    RankedQuestion& question = candidate.question;
    const std::int32_t open = stuck ? open_conditions(question.field, decider) : 0;
    if (open > 0) {
      question.left = kStuck - open;
    } else if (settled || !candidate.changes) {
      question.effect = Effect::completeness;
      const auto lacks = [&](const std::vector<profile::CompletenessItem>& items) {
        return std::ranges::any_of(items, [&](const profile::CompletenessItem& item) {
          const auto has = [&](FieldId f) { return lead::is_usable(lead.answers[f].state); };
          return std::ranges::find(item.any_of, question.field) != item.any_of.end() &&
                 std::ranges::none_of(item.any_of, has);
        });
      };
      if (!options.include_completeness || (!candidate.wanted && !lacks(model.minimum))) continue;
      question.left = 0;
    } else {
      // A hard question must pay for itself.
      constexpr std::int64_t kBurdenPercent = 4;
      const std::uint32_t own = question.question == kNoEntry ? 0 : model.questions[question.question].burden;
      const std::int64_t burden = own != 0 ? own : model.fields[question.field].burden;
      const std::int64_t mean = candidate.sum / std::max(1, candidate.tried);
      question.left = static_cast<std::int32_t>(mean + mean * (burden - 1) * kBurdenPercent / 100);
    }
    out.push_back(question);
  }
  sort_by(out, [](const RankedQuestion& a, const RankedQuestion& b) {
    return a.effect != b.effect ? a.effect < b.effect : a.left < b.left;
  });
  return out;
}

}  // namespace prequal::guide
