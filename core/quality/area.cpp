#include "quality/area.h"

namespace prequal::quality {

InArea find_in_area(std::span<const std::int32_t> runs, std::uint32_t zip) {
  std::uint64_t end = 0;
  for (const std::int32_t run : runs) {
    const auto code = static_cast<std::uint32_t>(run);
    end += code / kInAreaValues;
    if (zip < end) return static_cast<InArea>(code % kInAreaValues);
  }
  return InArea::unknown;
}

}  // namespace prequal::quality
