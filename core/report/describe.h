// Floor: report. A whole profile in plain words.
#pragma once

#include <string>

#include "profile/profile.h"
#include "report/texts.h"

namespace prequal::report {

/// Appends the profile as Markdown: everything it says, conditions read back into words. The profile's own texts are in
/// `language` where it has them.
void describe(const profile::Profile& profile, Language language, std::string& out);

}  // namespace prequal::report
