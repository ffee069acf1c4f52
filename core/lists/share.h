// Floor: lists. How many out of how many, and between which shares the true one probably lies. Whole numbers only, so that
// every machine gives the same.
#pragma once

#include <cstdint>

#include "base/json_writer.h"

namespace prequal::lists {

/// `count` out of `of`. Requires: count <= of < 2^30.
struct Share {
  std::uint64_t count = 0;
  std::uint64_t of = 0;

  void add(bool counts) {
    ++of;
    count += counts ? 1U : 0U;
  }
};

/// In hundredths of a percent: 10,000 is all.
inline constexpr std::int64_t kWhole = 10'000;

/// The Wilson score interval at 95 % (z = 1.96), in hundredths of a percent; rounded outwards, so that it never claims more
/// than it should. 0 to kWhole when `of` is 0.
struct Interval {
  std::int64_t low = 0;
  std::int64_t high = kWhole;
};
[[nodiscard]] Interval wilson(const Share& share);

/// The share in hundredths of a percent, rounded to the nearest, half up. Requires: of > 0.
[[nodiscard]] std::int64_t rate(const Share& share);

/// Is a's share smaller than b's? False when one of them is of nothing.
[[nodiscard]] bool is_smaller(const Share& a, const Share& b);

/// Writes {"count", "of", "rate", "low", "high"}; rate, low and high are null when the share is of nothing.
void write_share(JsonWriter& json, const Share& share);

}  // namespace prequal::lists
