// Floor: api. What a compiled profile says about itself, for forms and tables of other programs.
#pragma once

#include <string>

#include "profile/profile.h"

namespace prequal::api {

/// Appends a profile's description as JSON: the shape of ProfileInfo in web/engine/src/types.ts. It names everything that
/// outcomes refer to by number, in the order of the numbers.
void write_profile_info(const profile::Profile& profile, std::string& out);

}  // namespace prequal::api
