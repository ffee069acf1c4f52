#include "lists/share.h"

#include <algorithm>

namespace prequal::lists {
namespace {

/// The smallest number whose square is at least `value`.
std::uint64_t root_up(std::uint64_t value) {
  std::uint64_t low = 0;
  std::uint64_t high = std::uint64_t{1} << 31U;
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    if (middle * middle < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

}  // namespace

// With k of n: low and high are (2k + z^2 -+ z * sqrt(z^2 + 4k(n - k)/n)) / (2 (n + z^2)). All terms stand in ten
// thousandths; z^2 is 3.8416 and z is 1.96.
Interval wilson(const Share& share) {
  constexpr std::uint64_t kScale = 10'000;
  constexpr std::uint64_t kZSquared = 38'416;
  constexpr std::uint64_t kZHundredths = 196;
  const std::uint64_t n = share.of;
  const std::uint64_t k = share.count;
  if (n == 0) return {};
  const std::uint64_t product = 4 * k * (n - k);
  const std::uint64_t inner =
      kZSquared * kScale + product / n * kScale * kScale + (product % n * kScale * kScale + n - 1) / n;
  const std::uint64_t spread = (kZHundredths * root_up(inner) + 99) / 100;
  const std::uint64_t middle = 2 * k * kScale + kZSquared;
  const std::uint64_t below = 2 * (n * kScale + kZSquared);
  const std::uint64_t low = middle > spread ? middle - spread : 0;
  const std::uint64_t high = (middle + spread) * kScale;
  return {static_cast<std::int64_t>(low * kScale / below),
          std::min(kWhole, static_cast<std::int64_t>((high + below - 1) / below))};
}

std::int64_t rate(const Share& share) {
  return static_cast<std::int64_t>((share.count * static_cast<std::uint64_t>(2 * kWhole) + share.of) / (2 * share.of));
}

bool is_smaller(const Share& a, const Share& b) {
  return a.of > 0 && b.of > 0 && a.count * b.of < b.count * a.of;
}

void write_share(JsonWriter& json, const Share& share) {
  json.begin_object().field("count", static_cast<std::int64_t>(share.count));
  json.field("of", static_cast<std::int64_t>(share.of));
  if (share.of == 0) {
    json.key("rate").null().key("low").null().key("high").null();
  } else {
    const Interval interval = wilson(share);
    json.field("rate", rate(share)).field("low", interval.low).field("high", interval.high);
  }
  json.end_object();
}

}  // namespace prequal::lists
