// Floor: profile. Advice on a profile that compiles: what is missing, unused, vague, unfair or out of reach. `prequal check`
// and the profile workbench show it; scoring does not need it.
#pragma once

#include <string_view>

#include "base/problem.h"
#include "profile/profile.h"

namespace prequal::profile {

/// Appends what there is to say about a compiled profile, with pointers into its document. Cost: linear in the profile.
void lint(const Profile& profile, Problems& problems);

/// Reads, checks and advises: every problem of a profile document at once, with line and column. Nothing is returned when
/// it does not compile.
[[nodiscard]] std::expected<Profile, std::vector<Problem>> check(std::string_view json, Problems& problems);

}  // namespace prequal::profile
