// Floor: quality. Distances on the earth in whole numbers alone: the same on every machine.
#pragma once

#include <cstdint>

namespace prequal::quality {

/// Latitude and longitude in 1/10,000 degree (some 11 m), north and east positive.
struct Point {
  std::int32_t latitude = 0;   ///< -900,000 to 900,000
  std::int32_t longitude = 0;  ///< -1,800,000 to 1,800,000
  bool operator==(const Point&) const = default;
};

/// The farthest radius that is worked with.
inline constexpr std::int32_t kMostMiles = 3'000;

/// The same as a direction from the centre of the earth, in parts of 2^30; made once, compared often.
struct Direction {
  std::int64_t x = 0;
  std::int64_t y = 0;
  std::int64_t z = 0;
};
[[nodiscard]] Direction to_direction(Point point);

/// Square of the chord between two directions, in parts of 2^60: four times the haversine. It grows with the distance.
[[nodiscard]] std::int64_t chord_squared(const Direction& a, const Direction& b);
/// The same for a distance over ground, in hundredths of a statute mile on a sphere with the mean radius of the earth
/// (3,958.7613 miles; the true distance differs by up to half a percent). Requires: 0 <= hundredths <= 1,240,000.
[[nodiscard]] std::int64_t chord_squared(std::int64_t hundredths);

}  // namespace prequal::quality
