// Distances in whole numbers, places of ZIP codes, and areas made of states, prefixes, ZIP codes and circles.
#include "quality/area.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "quality/place.h"
#include "quality/zip_places.h"
#include "support/random.h"

using namespace prequal;
using namespace prequal::quality;
using prequal::testing::Random;

namespace {

constexpr std::int64_t kHalfTheEarth = 1'240'000;  // hundredths of a mile, a little less than half of a great circle

// The haversine formula with real numbers, in miles.
double haversine(Point a, Point b) {
  constexpr double kRadian = std::numbers::pi / 1'800'000;
  const double north = std::sin((a.latitude - b.latitude) * kRadian / 2);
  const double east = std::sin((a.longitude - b.longitude) * kRadian / 2);
  const double h = north * north + std::cos(a.latitude * kRadian) * std::cos(b.latitude * kRadian) * east * east;
  return 2 * 3958.7613 * std::asin(std::min(1.0, std::sqrt(h)));
}

// Hundredths of a mile: the shortest distance whose chord reaches that of the two.
std::int64_t hundredths(Point a, Point b) {
  const std::int64_t chord = chord_squared(to_direction(a), to_direction(b));
  std::int64_t low = 0;
  std::int64_t high = kHalfTheEarth;
  while (low < high) {
    const std::int64_t middle = (low + high) / 2;
    if (chord_squared(middle) >= chord) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

std::int32_t between(Random& random, std::int32_t low, std::int32_t high) {
  return static_cast<std::int32_t>(random.between(low, high));
}

Point random_point(Random& random) {
  return {between(random, -900'000, 900'000), between(random, -1'800'000, 1'800'000)};
}

std::string answers(const std::vector<std::int32_t>& runs, const std::vector<std::uint32_t>& zips) {
  std::string out;
  for (const std::uint32_t zip : zips) out.push_back("-+?"[static_cast<std::size_t>(find_in_area(runs, zip))]);
  return out;
}

}  // namespace

TEST_CASE("Distances between cities, in miles of a great circle") {
  const auto [a, b, miles] = GENERATE(table<Point, Point, int>({
      {{407'128, -740'060}, {340'522, -1'182'437}, 2446},    // New York, Los Angeles
      {{399'612, -829'988}, {391'031, -845'120}, 100},       // Columbus, Cincinnati
      {{515'074, -1'278}, {407'128, -740'060}, 3461},        // London, New York
      {{213'099, -1'578'583}, {377'749, -1'224'194}, 2395},  // Honolulu, San Francisco
      {{612'181, -1'499'003}, {257'617, -801'918}, 4001},    // Anchorage, Miami
      {{0, 1'799'000}, {0, -1'799'000}, 14},                 // across the date line: 0.2 degrees
      {{0, 0}, {0, 0}, 0},
  }));
  CHECK((hundredths(a, b) + 50) / 100 == miles);
}

TEST_CASE("Distances are symmetric, agree with real numbers, and their chords grow") {
  Random random(7);
  for (int i = 0; i < 5000; ++i) {
    const Point a = random_point(random);
    const Point b =
        i % 2 == 0 ? random_point(random)
                   : Point{std::clamp<std::int32_t>(a.latitude + between(random, -9000, 9000), -900'000, 900'000),
                           std::clamp<std::int32_t>(a.longitude + between(random, -9000, 9000), -1'800'000, 1'800'000)};
    const double exact = haversine(a, b);
    REQUIRE(chord_squared(to_direction(a), to_direction(b)) == chord_squared(to_direction(b), to_direction(a)));
    if (exact < 12'000) REQUIRE(std::abs(static_cast<double>(hundredths(a, b)) / 100 - exact) < 0.02 + exact / 50'000);
  }
  for (std::int64_t i = 1; i <= kHalfTheEarth; ++i) REQUIRE(chord_squared(i) > chord_squared(i - 1));
}

TEST_CASE("Places of ZIP codes are where their cities are") {
  const auto [zip, place] = GENERATE(table<std::uint32_t, Point>({
      {43215, {399'650, -830'040}},    // Columbus
      {10001, {407'484, -739'967}},    // New York
      {2139, {423'647, -711'042}},     // Cambridge, with a leading zero
      {90210, {340'901, -1'184'065}},  // Beverly Hills
      {96813, {213'187, -1'578'520}},  // Honolulu
      {99501, {612'116, -1'498'761}},  // Anchorage: a wide prefix
  }));
  const auto found = find_zip_place(zip);
  REQUIRE(found.has_value());
  CHECK(haversine(*found, place) < (zip == 99501 ? 6 : 2));
}

TEST_CASE("Nobody knows where these are") {
  for (const std::uint32_t zip : {0U, 99999U, 43299U, 21300U}) CHECK_FALSE(find_zip_place(zip).has_value());
}

TEST_CASE("An area of states, prefixes and single ZIP codes") {
  const auto runs = to_runs({.states = {"IN"}, .prefixes = {432}, .zips = {45202, 0}, .circles = {}});
  // Indianapolis, Columbus, the one, its neighbour, Texas, Alaska; no such prefix, but for one that is listed.
  CHECK(answers(runs, {46204, 43215, 45202, 45203, 75201, 99999, 213, 0}) == "+++---?+");
}

TEST_CASE("A circle: every ZIP code with a known place is in or out by its distance") {
  const Point columbus{399'612, -829'988};
  for (const std::int32_t miles : {1, 25, 100, 3000}) {
    const auto runs = to_runs({.states = {}, .prefixes = {}, .zips = {}, .circles = {{columbus, miles}}});
    ZipPlaces places;
    for (std::uint32_t zip = 0; zip < kZipCodes; ++zip) {
      const auto place = places.next();
      const InArea found = find_in_area(runs, zip);
      if (!place) {
        // Not known: never in, and out only where the whole prefix is far.
        REQUIRE(found != InArea::yes);
        continue;
      }
      const double distance = haversine(columbus, *place);
      if (std::abs(distance - miles) > 0.02 + distance / 50'000) {
        REQUIRE(found == (distance < miles ? InArea::yes : InArea::no));
      }
    }
  }
}

TEST_CASE("A ZIP code that is not listed is unknown, but for one between listed ones of a prefix far from the circle") {
  const auto runs = to_runs({.states = {}, .prefixes = {}, .zips = {}, .circles = {{{399'612, -829'988}, 25}}});
  CHECK(answers(runs, {43299, 75256, 75300, 99999, 213}) == "?-???");
}

TEST_CASE("A larger circle holds what a smaller one holds") {
  Random random(11);
  for (int i = 0; i < 3; ++i) {
    const Point center{between(random, 250'000, 480'000), between(random, -1'240'000, -680'000)};
    const std::int32_t miles = between(random, 5, 300);
    const auto smaller = to_runs({.states = {}, .prefixes = {}, .zips = {}, .circles = {{center, miles}}});
    const auto larger =
        to_runs({.states = {}, .prefixes = {}, .zips = {}, .circles = {{center, miles + between(random, 1, 99)}}});
    for (std::uint32_t zip = 0; zip < kZipCodes; zip += 7) {
      if (find_in_area(smaller, zip) == InArea::yes) REQUIRE(find_in_area(larger, zip) == InArea::yes);
      if (find_in_area(larger, zip) == InArea::no) REQUIRE(find_in_area(smaller, zip) == InArea::no);
    }
  }
}

TEST_CASE("Any runs are safe to ask") {
  Random random(3);
  for (int i = 0; i < 1000; ++i) {
    std::vector<std::int32_t> runs;
    for (int j = between(random, 0, 9); j > 0; --j) runs.push_back(between(random, INT32_MIN, INT32_MAX));
    CHECK(static_cast<std::uint32_t>(find_in_area(runs, static_cast<std::uint32_t>(between(random, 0, INT32_MAX)))) <
          kInAreaValues);
  }
  CHECK(find_in_area({}, 0) == InArea::unknown);
}
