// Floor: evaluate. A signed whole number for each lead of a block, stored as planes of bits ("bit-sliced"): adding points to
// 512 leads under a mask is a handful of word operations.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "evaluate/plane.h"
#include "evaluate/turn.h"

namespace prequal::evaluate {

template <std::size_t W>
class Sliced {
 public:
  /// Two's complement in this many bits: limits::kCategoryPoints and four categories fit.
  static constexpr std::size_t kMostBits = 18;

  /// Zero for every lead, in numbers of `bits` bits. Every value that occurs must lie in [-2^(bits-1), 2^(bits-1)).
  explicit Sliced(std::size_t bits) : bits_(bits) {
    for (std::size_t i = 0; i < bits_; ++i) planes_[i] = Plane<W>::filled(false);
  }

  Sliced(const Sliced& other) : bits_(other.bits_), lone_(other.lone_), number_(other.number_) {
    std::copy_n(other.planes_.begin(), bits_, planes_.begin());
  }
  // Only the planes in use: the array has room for the widest score.
  Sliced& operator=(const Sliced& other) {
    bits_ = other.bits_;
    lone_ = other.lone_;
    number_ = other.number_;
    std::copy_n(other.planes_.begin(), bits_, planes_.begin());
    return *this;
  }
  ~Sliced() = default;

  /// Zero for every lead, in as many bits as before.
  void clear() {
    lone_ = false;
    for (std::size_t i = 0; i < bits_; ++i) planes_[i] = Plane<W>::filled(false);
  }

  /// Bits that numbers between `low` and `high` need, sign included.
  [[nodiscard]] static std::size_t bits_for(std::int64_t low, std::int64_t high) {
    std::size_t bits = 2;
    while (bits < kMostBits && (low < -(std::int64_t{1} << (bits - 1)) || high >= (std::int64_t{1} << (bits - 1)))) ++bits;
    return bits;
  }

  /// The number of the one lead that there is: until clear(), it is only asked for and compared, and has no planes.
  void set_lone(std::int32_t value) {
    lone_ = true;
    number_ = value;
  }

  void add(const Plane<W>& where, std::int32_t value) {
    Plane<W> carry = Plane<W>::filled(false);
    auto rest = static_cast<std::uint32_t>(value);
    for (std::size_t i = 0; i < bits_; ++i, rest = (rest >> 1U) | (rest & 0x80000000U)) {
      const Plane<W> before = planes_[i];
      if ((rest & 1U) != 0) {
        planes_[i] = before ^ where ^ carry;
        carry = (before & where) | (carry & (before | where));
      } else {
        planes_[i] = before ^ carry;
        carry &= before;
        if (rest == 0 && carry.none()) return;
      }
    }
  }

  void add(const Sliced& other) {
    Plane<W> carry = Plane<W>::filled(false);
    for (std::size_t i = 0; i < bits_; ++i) {
      const Plane<W> a = planes_[i];
      const Plane<W> b = other.planes_[i < other.bits_ ? i : other.bits_ - 1];
      planes_[i] = a ^ b ^ carry;
      carry = (a & b) | (carry & (a | b));
    }
  }

  /// Takes one number for each of the first `leads` leads; the others become 0.
  void set_numbers(const std::int16_t* numbers, std::size_t leads) {
    for (std::size_t i = 0; i < bits_; ++i) planes_[i] = Plane<W>::filled(false);
    for (std::size_t lead = 0; lead < leads; ++lead) {
      if (numbers[lead] == 0) continue;
      const auto value = static_cast<std::uint32_t>(std::int32_t{numbers[lead]});
      for (std::size_t i = 0; i < bits_; ++i) {
        planes_[i].words[lead / 64] |= std::uint64_t{value >> i & 1U} << (lead % 64);
      }
    }
  }

  /// Leads whose number is at least `value`.
  [[nodiscard]] Plane<W> at_least(std::int32_t value) const {
    if (W == 1 && lone_) return Plane<W>::filled(number_ >= value);
    if (value <= -(std::int32_t{1} << (bits_ - 1))) return Plane<W>::filled(true);
    if (value >= (std::int32_t{1} << (bits_ - 1))) return Plane<W>::filled(false);
    Plane<W> greater = Plane<W>::filled(false);
    Plane<W> equal = Plane<W>::filled(true);
    for (std::size_t i = bits_; i-- > 0;) {
      // With the sign bit turned round, two's complement compares like unsigned.
      const bool top = i == bits_ - 1;
      const Plane<W> bit = top ? ~planes_[i] : planes_[i];
      const bool wanted = ((static_cast<std::uint32_t>(value) >> i & 1U) != 0) != top;
      if (wanted) {
        equal &= bit;
      } else {
        greater |= equal & bit;
        equal &= ~bit;
      }
    }
    return greater | equal;
  }

  /// Cuts every number to [low, high].
  void clamp(std::int32_t low, std::int32_t high) {
    replace(at_least(high), high);
    replace(~at_least(low), low);
  }

  [[nodiscard]] std::size_t bits() const { return bits_; }
  [[nodiscard]] std::int32_t lane(std::size_t lead) const {
    if (W == 1 && lone_) return number_;
    if (bits_ == 0) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bits_; ++i) value |= (planes_[i].lane(lead) ? 1U : 0U) << i;
    const std::uint32_t sign = 1U << (bits_ - 1);
    return static_cast<std::int32_t>((value ^ sign) - sign);
  }

  /// Writes the numbers of the first `leads` leads.
  void store(std::int16_t* out, std::size_t leads) const {
    if (leads == 1) {
      *out = static_cast<std::int16_t>(lane(0));
      return;
    }
    for (std::size_t word = 0; word * 64 < leads; ++word) {
      const std::array<std::uint8_t, 64> low = turn_eight(0, word);
      std::array<std::int16_t, 64> numbers;
      if (bits_ <= 8) {
        for (std::size_t i = 0; i < 64; ++i)
          numbers[i] = static_cast<std::int16_t>((low[i] ^ 0x80) - 0x80);  // the sign goes on
      } else {
        const std::array<std::uint8_t, 64> high = turn_eight(8, word);
        for (std::size_t i = 0; i < 64; ++i) {
          numbers[i] = static_cast<std::int16_t>(static_cast<std::uint16_t>(low[i] | (high[i] << 8U)));
        }
      }
      std::copy_n(numbers.begin(), std::min<std::size_t>(64, leads - word * 64), out + word * 64);
    }
  }

 private:
  // Bits first to first + 7 of every number; above bits_ the sign repeats.
  [[nodiscard]] std::array<std::uint8_t, 64> turn_eight(std::size_t first, std::size_t word) const {
    std::array<std::uint64_t, 8> planes;
    for (std::size_t i = 0; i < 8; ++i) planes[i] = planes_[std::min(first + i, bits_ - 1)].words[word];
    return turn_planes(planes);
  }
  void replace(const Plane<W>& where, std::int32_t value) {
    for (std::size_t i = 0; i < bits_; ++i) {
      planes_[i] = (static_cast<std::uint32_t>(value) >> i & 1U) != 0 ? planes_[i] | where : planes_[i] & ~where;
    }
  }

  std::size_t bits_;
  bool lone_ = false;
  std::int32_t number_ = 0;
  std::array<Plane<W>, kMostBits> planes_;
};

}  // namespace prequal::evaluate
