#include "guide/missing.h"

#include <algorithm>

#include "base/sort.h"

namespace prequal::guide {

using profile::ConditionId;
using profile::FieldId;

namespace {

// What a field can still do; larger is asked earlier.
struct Weight {
  FieldId field;
  std::int64_t weight;
};

constexpr std::int64_t kEligibility = 1'000'000;
constexpr std::int64_t kClause = 10'000;
constexpr std::int64_t kMinimum = 1;

}  // namespace

std::vector<FieldId> find_missing(const profile::Profile& profile, const Support& support, const lead::Lead& lead,
                                  const decide::Decider<1>& decider, std::size_t lane) {
  const profile::Model& model = profile.model();
  const auto& evaluator = decider.evaluator();
  std::vector<Weight> weights(model.fields.size());
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = {static_cast<FieldId>(i), 0};
  const auto is_open = [&](ConditionId id) { return evaluator.at(id).settled.unknown().lane(lane); };
  const auto add = [&](ConditionId id, std::int64_t weight) {
    if (!is_open(id)) return;
    for (const FieldId field : support.fields(id)) weights[field].weight += weight;
  };
  if (decider.eligibility().lane(lane) != static_cast<std::uint32_t>(profile::Eligibility::ineligible)) {
    for (const profile::Criterion& criterion : model.must_haves) add(criterion.when, kEligibility);
    for (const profile::HardStop& stop : model.hard_stops) add(stop.when, kClause);
  }
  for (const profile::Stage& stage : model.stages) {
    for (const profile::Clause& clause : stage.clauses) add(clause.when, kClause);
  }
  for (const profile::PointsCategory& category : profile.points()) {
    for (const profile::PointsGroup& group : category.groups) {
      for (const profile::PotentialLine& line : group.potential) {
        const std::int64_t most = std::int64_t{line.high} - line.low;
        if (line.field != profile::kNoField) {
          weights[line.field].weight += most;
          continue;
        }
        for (std::uint32_t i = 0; i < line.line_count; ++i) add(group.lines[line.first_line + i].when, most);
      }
    }
  }
  for (const profile::CompletenessItem& item : model.minimum) {
    const bool have = std::ranges::any_of(item.any_of, [&](FieldId f) { return lead::is_usable(lead.answers[f].state); });
    if (have) continue;
    for (const FieldId field : item.any_of) weights[field].weight += kMinimum;
  }
  std::erase_if(weights, [&](const Weight& w) {
    return w.weight == 0 || lead::is_usable(lead.answers[w.field].state) || !profile.field_applies(w.field);
  });
  sort_by(weights, [](const Weight& a, const Weight& b) { return a.weight > b.weight; });
  std::vector<FieldId> out;
  out.reserve(weights.size());
  for (const Weight& w : weights) out.push_back(w.field);
  return out;
}

}  // namespace prequal::guide
