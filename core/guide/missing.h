// Floor: guide. What is not yet known of a lead and would matter, in the order in which it matters.
#pragma once

#include <vector>

#include "decide/decider.h"
#include "guide/support.h"
#include "lead/lead.h"

namespace prequal::guide {

/// Fields that are unknown to the rules and could still change something: first those that eligibility hangs on, then
/// stage clauses, then points (most first), then what the minimum list lacks. Nothing that is settled asks for anything.
[[nodiscard]] std::vector<profile::FieldId> find_missing(const profile::Profile& profile, const Support& support,
                                                         const lead::Lead& lead, const decide::Decider<1>& decider,
                                                         std::size_t lane);

}  // namespace prequal::guide
