// Floor: report. Where every point of a lead's score comes from.
#pragma once

#include <vector>

#include "report/qualifier.h"

namespace prequal::report {

/// One line of a score.
struct Contribution {
  enum class Kind : std::uint8_t {
    rule,          ///< a grade of a rule that holds: `index` is the rule
    signal,        ///< what touches gave by a rule: `index` is the rule
    group_cap,     ///< what the cap of a group took: `index` is the group
    category_cap,  ///< what the cap of the category took
    bounds,        ///< what the bounds of the total took or gave; of no category
  };
  Kind kind = Kind::rule;
  std::uint8_t category = 0;
  std::uint16_t index = 0;
  std::uint16_t grade = 0;
  std::int32_t points = 0;
  profile::ConditionId when = profile::kNever;  ///< of a grade
};

/// Every point, and what caps took away, so that the lines of a category add up to its score and all lines to the total.
/// Replaces what was in `out`.
void find_contributions(const Qualifier& qualifier, std::vector<Contribution>& out);

/// Ranks of the nice-to-haves that hold, added up: they only put one lead before another (R04-02).
[[nodiscard]] std::int32_t find_preference(const Qualifier& qualifier);

}  // namespace prequal::report
