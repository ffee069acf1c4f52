// Floor: report. Advice on a set of profiles: entries that no lead can reach, segments and offers that do not fit.
#pragma once

#include <span>
#include <vector>

#include "profile/profile.h"
#include "report/profile_set.h"

namespace prequal::report {

/// Appends what there is to say about a set, with pointers into its document. `profiles` has one entry for each of
/// `entries`, null for a profile that does not compile. Cost: quadratic in the number of entries.
void check_set(std::span<const SetEntry> entries, std::span<const profile::Profile* const> profiles, Problems& problems);

}  // namespace prequal::report
