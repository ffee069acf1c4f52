#include "quality/zip_places.h"

namespace prequal::quality {
namespace {

struct Box {
  std::int32_t prefix;
  std::int32_t scale;
  std::int32_t south;
  std::int32_t west;
};

#include "quality/data/zip_places.inc"

constexpr std::uint32_t kOfPrefix = 100;
constexpr std::int32_t kStep = 200;  // of 1/10,000 degree

}  // namespace

std::optional<Point> ZipPlaces::next() {
  const std::uint32_t zip = zip_++;
  if ((kListed[zip / 64] >> (zip % 64) & 1U) == 0) return std::nullopt;
  while (static_cast<std::uint32_t>(kBoxes[box_].prefix) != zip / kOfPrefix) ++box_;
  const Box& box = kBoxes[box_];
  const std::uint32_t at = 2 * listed_++;
  return Point{box.south + kOffsets[at] * box.scale * kStep, box.west + kOffsets[at + 1] * box.scale * kStep};
}

std::optional<Point> find_zip_place(std::uint32_t zip) {
  ZipPlaces places;
  for (std::uint32_t before = 0; before < zip; ++before) (void)places.next();
  return places.next();
}

}  // namespace prequal::quality
