// Floor: base. The version of the engine and of the formats it speaks; written here and nowhere else.
#pragma once

#include <cstdint>
#include <string_view>

namespace prequal {

/// Semantic version of the engine.
inline constexpr std::string_view kEngineVersion = "0.1.0";

/// Version of the profile format that this engine reads ("prequal": 1).
inline constexpr std::int64_t kProfileFormat = 1;

/// Version of the verdict document that this engine writes ("verdict": 1).
inline constexpr std::int64_t kVerdictFormat = 1;

/// Version of packed profiles: rises when the same bytes would mean something else. A change of their layout is noticed by
/// itself (profile/pack_walk.h).
inline constexpr std::uint32_t kPackFormat = 1;

}  // namespace prequal
