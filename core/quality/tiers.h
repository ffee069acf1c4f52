// Floor: quality. How much reference data is built in. The form is downloaded by everybody who opens a landing page, so it
// takes the small tables; a build for reviewers the standard ones; the command all.
#pragma once

#ifndef PREQUAL_REFERENCE
#ifdef PREQUAL_FORM
#define PREQUAL_REFERENCE 0
#elif defined(__EMSCRIPTEN__)
#define PREQUAL_REFERENCE 1
#else
#define PREQUAL_REFERENCE 2
#endif
#endif

namespace prequal::quality {

enum class Tier : unsigned char { small, standard, large };

inline constexpr Tier kTier = static_cast<Tier>(PREQUAL_REFERENCE);

}  // namespace prequal::quality
