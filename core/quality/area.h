// Floor: quality. A service area: states, ZIP codes, prefixes and circles around sites, worked out once for all ZIP codes.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "quality/distance.h"

namespace prequal::quality {

enum class InArea : std::uint8_t { no, yes, unknown };
inline constexpr std::uint32_t kInAreaValues = 3;

struct Circle {
  Point center;
  std::int32_t miles = 0;  ///< 1 to kMostMiles
};

/// A ZIP code belongs to the area when one of these says so.
struct AreaParts {
  std::vector<std::string_view> states;  ///< postal codes, such as OH
  std::vector<std::uint32_t> prefixes;   ///< the first three digits
  std::vector<std::uint32_t> zips;       ///< five digits
  std::vector<Circle> circles;
};

/// All ZIP codes from 00000 on as runs of equal answers: 3 times the length, plus InArea. With circles, no ZIP code whose place
/// is not known is out of the area, unless it lies between listed ones of a prefix that is wholly, by 75 miles, beyond every
/// circle. Cost: some milliseconds and memory for the runs. Not in the form build.
[[nodiscard]] std::vector<std::int32_t> to_runs(const AreaParts& parts);

/// What the runs say about a ZIP code, as a number. Any runs are safe to ask; what they do not reach is unknown. Cost: linear in
/// the runs, some hundred for a circle of 25 miles.
[[nodiscard]] InArea find_in_area(std::span<const std::int32_t> runs, std::uint32_t zip);

}  // namespace prequal::quality
