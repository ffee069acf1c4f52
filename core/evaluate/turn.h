// Floor: evaluate. From planes to numbers: eight planes of bits for 64 leads become a byte for each lead.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace prequal::evaluate {

/// Turns an 8 x 8 matrix of bits round its diagonal: bit i of byte j becomes bit j of byte i.
[[nodiscard]] constexpr std::uint64_t turn_bytes(std::uint64_t square) {
  std::uint64_t swap = (square ^ (square >> 7U)) & 0x00AA00AA00AA00AAULL;
  square ^= swap ^ (swap << 7U);
  swap = (square ^ (square >> 14U)) & 0x0000CCCC0000CCCCULL;
  square ^= swap ^ (swap << 14U);
  swap = (square ^ (square >> 28U)) & 0x00000000F0F0F0F0ULL;
  return square ^ swap ^ (swap << 28U);
}

/// A byte for each of 64 leads: bit p of it is the lead's bit in planes[p]. Costs some three operations a lead, because whole
/// bytes change places first.
[[nodiscard]] constexpr std::array<std::uint8_t, 64> turn_planes(std::array<std::uint64_t, 8> planes) {
  const auto exchange = [&](std::size_t a, std::size_t b, std::uint32_t shift, std::uint64_t mask) {
    const std::uint64_t swap = ((planes[a] >> shift) ^ planes[b]) & mask;
    planes[a] ^= swap << shift;
    planes[b] ^= swap;
  };
  for (std::size_t i = 0; i < 4; ++i) exchange(i, i + 4, 32, 0x00000000FFFFFFFFULL);
  for (const std::size_t i : {0U, 1U, 4U, 5U}) exchange(i, i + 2, 16, 0x0000FFFF0000FFFFULL);
  for (const std::size_t i : {0U, 2U, 4U, 6U}) exchange(i, i + 1, 8, 0x00FF00FF00FF00FFULL);
  static_assert(std::endian::native == std::endian::little, "bytes of a word are leads in order");
  for (std::uint64_t& word : planes) word = turn_bytes(word);
  return std::bit_cast<std::array<std::uint8_t, 64>>(planes);
}

}  // namespace prequal::evaluate
