// Floor: evaluate. The number of a lead that is evaluated by itself: what Sliced is for many.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "evaluate/plane.h"

namespace prequal::evaluate {

class LoneNumber {
 public:
  explicit LoneNumber(std::size_t /*bits*/) {}

  void clear() { value_ = 0; }
  void add(const Plane<1>& where, std::int32_t value) { value_ += where.lane(kLane) ? value : 0; }
  void add(const LoneNumber& other) { value_ += other.value_; }
  void add(std::int32_t value) { value_ += value; }
  void clamp(std::int32_t low, std::int32_t high) { value_ = std::clamp(value_, low, high); }
  [[nodiscard]] std::int32_t value() const { return value_; }

 private:
  std::int32_t value_ = 0;
};

}  // namespace prequal::evaluate
