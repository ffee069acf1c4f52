// Floor: quality. Logarithms and their inverse in whole numbers: weights are in 1/256 bits.
#pragma once

#include <bit>
#include <cstdint>

namespace prequal::quality {

inline constexpr std::int32_t kBit = 256;

/// 256 times the binary logarithm of a number, rounded down by less than one. Requires: value > 0. Cost: eight squarings.
[[nodiscard]] constexpr std::int32_t log2_fixed(std::uint64_t value) {
  const auto whole = static_cast<std::int32_t>(std::bit_width(value)) - 1;
  // The mantissa, from 1 to below 2, in 1/2^31: squared, it says one bit of the fraction after the other.
  std::uint64_t mantissa =
      whole >= 31 ? value >> static_cast<unsigned>(whole - 31) : value << static_cast<unsigned>(31 - whole);
  std::int32_t fraction = 0;
  for (int i = 0; i < 8; ++i) {
    mantissa = mantissa * mantissa >> 31U;
    fraction *= 2;
    if (mantissa >= std::uint64_t{1} << 32U) {
      mantissa >>= 1U;
      ++fraction;
    }
  }
  return whole * kBit + fraction;
}

/// The chance that odds of 2^(weight/256) stand for, in 1/65536.
[[nodiscard]] constexpr std::uint32_t chance_of(std::int32_t weight) {
  constexpr std::int32_t kMost = 30 * kBit;
  if (weight > kMost) weight = kMost;
  if (weight < -kMost) weight = -kMost;
  const std::int32_t magnitude = weight < 0 ? -weight : weight;
  // 2^fraction by halving: the table holds 2^(1/2), 2^(1/4) and so on, in 1/2^16.
  constexpr std::uint32_t kRoots[8] = {92682, 77936, 71468, 68438, 66971, 66250, 65892, 65714};
  std::uint64_t odds = 65536;
  for (unsigned i = 0; i < 8; ++i) {
    if ((static_cast<unsigned>(magnitude) >> (7U - i) & 1U) != 0) odds = odds * kRoots[i] >> 16U;
  }
  odds <<= static_cast<unsigned>(magnitude / kBit);
  const std::uint64_t chance = (odds << 16U) / (odds + 65536);
  return static_cast<std::uint32_t>(weight < 0 ? 65536 - chance : chance);
}

}  // namespace prequal::quality
