// Floor: evaluate. A signed whole number for each lead of a block, stored as planes of bits ("bit-sliced"): adding points to
// 512 leads under a mask is a handful of word operations.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "evaluate/plane.h"

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

  /// Bits that numbers between `low` and `high` need, sign included.
  [[nodiscard]] static std::size_t bits_for(std::int64_t low, std::int64_t high) {
    std::size_t bits = 2;
    while (bits < kMostBits && (low < -(std::int64_t{1} << (bits - 1)) || high >= (std::int64_t{1} << (bits - 1)))) ++bits;
    return bits;
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
    if (bits_ == 0) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bits_; ++i) value |= (planes_[i].lane(lead) ? 1U : 0U) << i;
    const std::uint32_t sign = 1U << (bits_ - 1);
    return static_cast<std::int32_t>((value ^ sign) - sign);
  }

  /// Writes the numbers of the first `leads` leads.
  void store(std::int16_t* out, std::size_t leads) const {
    for (std::size_t group = 0; group * 8 < leads; ++group) {
      std::uint64_t low = 0;
      std::uint64_t high = 0;
      for (std::size_t i = 0; i < bits_; ++i) {
        const std::uint64_t spread = spread_bits(planes_[i].words[group / 8] >> (group % 8 * 8) & 0xFFU);
        (i < 8 ? low : high) |= spread << (i % 8);
      }
      // Above bits_ the sign repeats.
      const std::uint64_t sign = spread_bits(planes_[bits_ - 1].words[group / 8] >> (group % 8 * 8) & 0xFFU);
      for (std::size_t i = bits_; i < 16; ++i) (i < 8 ? low : high) |= sign << (i % 8);
      const std::size_t end = leads - group * 8 < 8 ? leads - group * 8 : 8;
      for (std::size_t lead = 0; lead < end; ++lead) {
        const auto value = static_cast<std::uint16_t>((low >> (lead * 8) & 0xFFU) | ((high >> (lead * 8) & 0xFFU) << 8U));
        out[group * 8 + lead] = static_cast<std::int16_t>(value);
      }
    }
  }

 private:
  // Bit k of `eight` becomes the lowest bit of byte k.
  static std::uint64_t spread_bits(std::uint64_t eight) {
    const std::uint64_t own = eight * 0x0101010101010101ULL & 0x8040201008040201ULL;
    return (own + 0x7F7F7F7F7F7F7F7FULL) >> 7U & 0x0101010101010101ULL;
  }
  void replace(const Plane<W>& where, std::int32_t value) {
    for (std::size_t i = 0; i < bits_; ++i) {
      planes_[i] = (static_cast<std::uint32_t>(value) >> i & 1U) != 0 ? planes_[i] | where : planes_[i] & ~where;
    }
  }

  std::size_t bits_;
  std::array<Plane<W>, kMostBits> planes_;
};

}  // namespace prequal::evaluate
