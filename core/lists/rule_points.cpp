#include "lists/rule_points.h"

namespace prequal::lists {

std::int32_t points_of(const profile::Rule& rule, const report::Qualifier& qualifier) {
  if (rule.is_signal()) return qualifier.table().signal(rule.signal.slot)[0];
  for (const profile::Grade& grade : rule.grades) {
    if (qualifier.decider().evaluator().now(grade.selected).yes.lane(kLane)) return grade.points;
  }
  return 0;
}

}  // namespace prequal::lists
