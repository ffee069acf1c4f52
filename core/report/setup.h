// Floor: report. The six steps of setting up (R20-05): what a profile already says, and what each step still lacks.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "profile/profile.h"

namespace prequal::report {

struct SetupStep {
  std::string_view id;            ///< scope_sheet, criteria, field_map, routing, discovery, pilot_review
  std::vector<std::string> open;  ///< what is missing: headings, ids, keys of the profile; nothing when the step is done
  [[nodiscard]] bool done() const { return open.empty(); }
};
inline constexpr std::size_t kSetupSteps = 6;

/// Pure. Cost: that of profile::lint.
[[nodiscard]] std::array<SetupStep, kSetupSteps> find_setup(const profile::Profile& profile);

/// Appends {"profile": {...}, "done": 5, "of": 6, "steps": [{"step", "done", "open"}]}.
void write_setup(const profile::Profile& profile, std::string& out);

}  // namespace prequal::report
