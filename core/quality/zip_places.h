// Floor: quality. Where ZIP codes lie (docs/reference-data.md). Not in the form build: areas reach it worked out (area.h).
#pragma once

#include <cstdint>
#include <optional>

#include "quality/distance.h"

namespace prequal::quality {

/// ZIP codes are numbers here: 2139 is 02139.
inline constexpr std::uint32_t kZipCodes = 100'000;

/// Takes the places of ZIP codes in their order. Cost of each: a few operations.
class ZipPlaces {
 public:
  /// The place of the next ZIP code, from 00000 on; nothing when it is not known. Within 0.9 miles of its source, in the three
  /// prefixes 995 to 997 of Alaska within 5 miles. Requires: called at most kZipCodes times.
  [[nodiscard]] std::optional<Point> next();

 private:
  std::uint32_t zip_ = 0;
  std::uint32_t box_ = 0;
  std::uint32_t listed_ = 0;
};

/// The place of one. Requires: zip < kZipCodes. Cost: walks the table, some 100 microseconds.
[[nodiscard]] std::optional<Point> find_zip_place(std::uint32_t zip);

}  // namespace prequal::quality
