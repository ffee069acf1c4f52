#include "quality/distance.h"

namespace prequal::quality {
namespace {

constexpr unsigned kBits = 30;
constexpr std::int64_t kOne = std::int64_t{1} << kBits;
constexpr std::int64_t kPi = 3'373'259'426;  // in parts of 2^30
constexpr std::int64_t kHalfTurn = 1'800'000;
constexpr std::int64_t kRadius = 395'876;  // hundredths of a mile

std::int64_t multiply(std::int64_t a, std::int64_t b) {
  return (a * b) >> kBits;
}

// Taylor's series, good to a few parts of 2^30. Requires: -pi / 2 <= angle <= pi / 2, in parts of 2^30.
std::int64_t sine(std::int64_t angle) {
  const std::int64_t square = multiply(angle, angle);
  std::int64_t term = angle;
  std::int64_t sum = angle;
  constexpr std::int64_t kTerms = 8;
  for (std::int64_t n = 1; n < kTerms; ++n) {
    term = -multiply(term, square) / (2 * n * (2 * n + 1));
    sum += term;
  }
  return sum;
}

// Requires: -kHalfTurn <= units <= kHalfTurn, in 1/10,000 degree.
std::int64_t sine_of(std::int64_t units) {
  if (units > kHalfTurn / 2) units = kHalfTurn - units;
  if (units < -kHalfTurn / 2) units = -kHalfTurn - units;
  return sine(units * kPi / kHalfTurn);
}

std::int64_t cosine_of(std::int64_t units) {
  return sine_of(kHalfTurn / 2 - (units < 0 ? -units : units));
}

}  // namespace

Direction to_direction(Point point) {
  const std::int64_t out = cosine_of(point.latitude);
  return {multiply(out, cosine_of(point.longitude)), multiply(out, sine_of(point.longitude)), sine_of(point.latitude)};
}

std::int64_t chord_squared(const Direction& a, const Direction& b) {
  const std::int64_t x = a.x - b.x;
  const std::int64_t y = a.y - b.y;
  const std::int64_t z = a.z - b.z;
  return x * x + y * y + z * z;
}

std::int64_t chord_squared(std::int64_t hundredths) {
  const std::int64_t half = sine(hundredths * kOne / (2 * kRadius));
  return 4 * half * half;
}

}  // namespace prequal::quality
