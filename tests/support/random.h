// A small generator of random numbers that is the same everywhere, so that a seed tells the whole case.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace prequal::testing {

/// SplitMix64: every seed gives another good sequence.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }
  /// From 0 to `end` - 1. Requires: end > 0.
  std::size_t below(std::size_t end) { return static_cast<std::size_t>(next() % end); }
  /// From `low` to `high`, both included.
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(high - low + 1));
  }
  bool chance(unsigned percent) { return below(100) < percent; }
  template <typename T>
  const T& pick(std::span<const T> values) {
    return values[below(values.size())];
  }
  template <typename List>
  const auto& pick(const List& values) {
    return values[below(values.size())];
  }
  template <typename List>
  void shuffle(List& values) {
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace prequal::testing
