// Works an area out for all ZIP codes.
#include <algorithm>
#include <array>
#include <bitset>

#include "quality/area.h"
#include "quality/place.h"
#include "quality/zip_places.h"

namespace prequal::quality {
namespace {

constexpr std::uint32_t kOfPrefix = 100;
constexpr std::uint32_t kPrefixes = kZipCodes / kOfPrefix;
// A new ZIP code is split off from others of its prefix. Outside of Alaska, none of today's lies farther than this from the
// nearest other of its prefix.
constexpr std::int32_t kMargin = 75;

// A circle with what every comparison needs.
struct Reach {
  Point center;
  Direction direction;
  std::int64_t limit;
  std::int32_t height;  // no place farther north or south can lie within

  Reach(Point point, std::int32_t miles)
      : center(point),
        direction(to_direction(point)),
        limit(chord_squared(std::int64_t{miles} * 100)),
        height(miles * kUnitsOfMile + 1) {}

  [[nodiscard]] bool holds(Point point) const {
    if (point.latitude - center.latitude > height || center.latitude - point.latitude > height) return false;
    return chord_squared(direction, to_direction(point)) <= limit;
  }

 private:
  static constexpr std::int32_t kUnitsOfMile = 146;  // 69 miles are a degree, rounded up
};

std::vector<Reach> reaches(const std::vector<Circle>& circles, std::int32_t more) {
  std::vector<Reach> out;
  out.reserve(circles.size());
  for (const Circle& circle : circles) out.emplace_back(circle.center, std::min(circle.miles + more, kMostMiles + kMargin));
  return out;
}

bool any_holds(const std::vector<Reach>& all, Point point) {
  return std::ranges::any_of(all, [&](const Reach& reach) { return reach.holds(point); });
}

// What is known of ZIP codes without a place of their own: those between listed ones of a prefix lie where these do.
class Prefixes {
 public:
  explicit Prefixes(const std::vector<Circle>& circles) {
    const std::vector<Reach> wide = reaches(circles, kMargin);
    ZipPlaces places;
    for (std::uint32_t zip = 0; zip < kZipCodes; ++zip) {
      const std::optional<Point> place = places.next();
      if (!place) continue;
      Prefix& prefix = all_[zip / kOfPrefix];
      prefix.first = std::min(prefix.first, zip);
      prefix.last = zip;
      prefix.near = prefix.near || any_holds(wide, *place);
    }
  }

  /// Too far from every circle to lie within one.
  [[nodiscard]] bool is_far(std::uint32_t zip) const {
    const Prefix& prefix = all_[zip / kOfPrefix];
    return !prefix.near && zip > prefix.first && zip < prefix.last;
  }

 private:
  struct Prefix {
    std::uint32_t first = kZipCodes;
    std::uint32_t last = 0;
    bool near = false;
  };
  std::array<Prefix, kPrefixes> all_;
};

std::array<char, 5> digits_of(std::uint32_t zip) {
  std::array<char, 5> out{};
  for (std::size_t i = out.size(); i > 0; --i, zip /= 10) out[i - 1] = static_cast<char>('0' + zip % 10);
  return out;
}

template <typename T>
bool has(const std::vector<T>& list, const T& value) {
  return std::ranges::find(list, value) != list.end();
}

}  // namespace

std::vector<std::int32_t> to_runs(const AreaParts& parts) {
  const std::vector<Reach> circles = reaches(parts.circles, 0);
  const Prefixes prefixes(parts.circles);
  std::bitset<kZipCodes> listed;
  for (const std::uint32_t zip : parts.zips) listed.set(zip);
  ZipPlaces places;
  const auto find = [&](std::uint32_t zip) {
    const std::optional<Point> place = places.next();
    if (listed[zip] || has(parts.prefixes, zip / kOfPrefix)) return InArea::yes;
    const std::array<char, 5> digits = digits_of(zip);
    const std::string_view state = find_zip_state({digits.data(), digits.size()});
    if (state.empty()) return InArea::unknown;
    if (has(parts.states, state)) return InArea::yes;
    if (place) return any_holds(circles, *place) ? InArea::yes : InArea::no;
    return circles.empty() || prefixes.is_far(zip) ? InArea::no : InArea::unknown;
  };
  std::vector<std::int32_t> runs;
  InArea last = InArea::unknown;
  std::int32_t length = 0;
  const auto close = [&] {
    if (length > 0) runs.push_back(length * static_cast<std::int32_t>(kInAreaValues) + static_cast<std::int32_t>(last));
  };
  for (std::uint32_t zip = 0; zip < kZipCodes; ++zip) {
    const InArea now = find(zip);
    if (now != last) {
      close();
      last = now;
      length = 0;
    }
    ++length;
  }
  close();
  return runs;
}

}  // namespace prequal::quality
