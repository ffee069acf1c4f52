// Floor: lists. The points that a rule gave one lead.
#pragma once

#include "profile/model.h"
#include "report/qualifier.h"

namespace prequal::lists {

/// Of the lead that `qualifier` has just qualified; before caps. 0 when the rule gave nothing.
[[nodiscard]] std::int32_t points_of(const profile::Rule& rule, const report::Qualifier& qualifier);

}  // namespace prequal::lists
