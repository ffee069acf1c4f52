// Floor: quality. How much reference data is built in. The form is downloaded by everybody who opens a landing page, so it
// takes the small tables; the command and the build for reviewers take the standard ones, so that both say the same of a
// lead. Whoever builds with PREQUAL_REFERENCE=2 has all throw-away domains, 218 KB of them.
#pragma once

#include <array>
#include <string_view>

#ifndef PREQUAL_REFERENCE
#define PREQUAL_REFERENCE 1
#endif

namespace prequal::quality {

enum class Tier : unsigned char { small, standard, large };

inline constexpr Tier kTier = static_cast<Tier>(PREQUAL_REFERENCE);

/// The form says only what helps the person who fills it in; what serves a reviewer alone is left to the other builds, and
/// stays unknown there (docs/data-quality.md lists it).
inline constexpr bool kForReviewers = kTier != Tier::small;

[[nodiscard]] constexpr std::string_view tier_name(Tier tier) {
  constexpr std::array<std::string_view, 3> kNames{"small", "standard", "large"};
  return kNames[static_cast<std::size_t>(tier)];
}

}  // namespace prequal::quality
