#include "report/contributions.h"

#include <algorithm>

namespace prequal::report {

using profile::Category;

namespace {

// What the cap of a group lets through: categories have a sign.
std::int32_t keep(std::size_t category, std::int32_t limit, std::int32_t sum) {
  const auto c = static_cast<Category>(category);
  const std::int32_t least = c == Category::fit || c == Category::intent ? 0 : -limit;
  return std::clamp(sum, least, c == Category::negative ? 0 : limit);
}

}  // namespace

void find_contributions(const Qualifier& qualifier, std::vector<Contribution>& out) {
  const profile::Profile& profile = qualifier.program().profile;
  const auto& evaluator = qualifier.decider().evaluator();
  out.clear();
  std::int32_t total = 0;
  for (std::size_t c = 0; c < profile::kCategories; ++c) {
    const auto category = static_cast<std::uint8_t>(c);
    std::int32_t category_sum = 0;
    for (const profile::PointsGroup& group : profile.points()[c].groups) {
      std::int32_t sum = 0;
      for (const profile::PointsLine& line : group.lines) {
        if (!evaluator.now(line.when).yes.lane(kLane)) continue;
        sum += line.points;
        out.push_back({Contribution::Kind::rule, category, line.rule, line.grade, line.points, line.when});
      }
      for (const std::uint16_t rule : group.signals) {
        const std::int32_t points = qualifier.table().signal(profile.model().rules[rule].signal.slot)[0];
        if (points == 0) continue;
        sum += points;
        out.push_back({.kind = Contribution::Kind::signal, .category = category, .index = rule, .points = points});
      }
      const std::int32_t kept = group.limit >= 0 ? keep(c, group.limit, sum) : sum;
      if (kept != sum) {
        out.push_back(
            {.kind = Contribution::Kind::group_cap, .category = category, .index = group.group, .points = kept - sum});
      }
      category_sum += kept;
    }
    const std::int32_t score = evaluator.category(static_cast<Category>(c)).now.lane(kLane);
    if (score != category_sum) {
      out.push_back({.kind = Contribution::Kind::category_cap, .category = category, .points = score - category_sum});
    }
    total += score;
  }
  const std::int32_t bounded = evaluator.total().now.lane(kLane);
  if (bounded != total) out.push_back({.kind = Contribution::Kind::bounds, .points = bounded - total});
}

std::int32_t find_preference(const Qualifier& qualifier) {
  std::int32_t out = 0;
  for (const profile::Criterion& criterion : qualifier.program().profile.model().nice_to_haves) {
    if (qualifier.decider().evaluator().now(criterion.when).yes.lane(kLane))
      out += static_cast<std::int32_t>(criterion.rank);
  }
  return out;
}

}  // namespace prequal::report
