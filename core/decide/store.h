// Floor: decide. From planes to columns: what was chosen for each lead as a number, eight leads at a time.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "evaluate/plane.h"

namespace prequal::decide {

/// Turns an 8 x 8 matrix of bits round its diagonal: bit i of byte j becomes bit j of byte i.
[[nodiscard]] constexpr std::uint64_t turn_bytes(std::uint64_t square) {
  std::uint64_t swap = (square ^ (square >> 7U)) & 0x00AA00AA00AA00AAULL;
  square ^= swap ^ (swap << 7U);
  swap = (square ^ (square >> 14U)) & 0x0000CCCC0000CCCCULL;
  square ^= swap ^ (swap << 14U);
  swap = (square ^ (square >> 28U)) & 0x00000000F0F0F0F0ULL;
  return square ^ swap ^ (swap << 28U);
}

/// Writes a number for each of the first `leads` leads: bit p of it is the lead's bit in planes[p].
template <std::size_t W, typename Number>
void store_sets(std::span<const evaluate::Plane<W>> planes, Number* out, std::size_t leads) {
  for (std::size_t group = 0; group * 8 < leads; ++group) {
    std::array<Number, 8> numbers{};
    for (std::size_t base = 0; base < planes.size() && base < sizeof(Number) * 8; base += 8) {
      std::uint64_t square = 0;
      for (std::size_t p = base; p < planes.size() && p < base + 8; ++p) {
        square |= (planes[p].words[group / 8] >> (group % 8 * 8) & 0xFFU) << ((p - base) * 8);
      }
      square = turn_bytes(square);
      for (std::size_t i = 0; i < 8; ++i) {
        numbers[i] = static_cast<Number>(numbers[i] | static_cast<Number>((square >> (i * 8) & 0xFFU) << base));
      }
    }
    const std::size_t end = leads - group * 8 < 8 ? leads - group * 8 : 8;
    for (std::size_t i = 0; i < end; ++i) out[group * 8 + i] = numbers[i];
  }
}

/// Writes for each lead the number of the entry that it has; each lead has at most one, and 0 when it has none.
template <std::size_t W>
void store_codes(const std::vector<evaluate::Plane<W>>& chosen, std::uint8_t* out, std::size_t leads) {
  std::size_t bits = 0;
  while (bits < 8 && std::size_t{1} << bits < chosen.size()) ++bits;
  std::array<evaluate::Plane<W>, 8> digits;
  digits.fill(evaluate::Plane<W>::filled(false));
  for (std::size_t entry = 1; entry < chosen.size(); ++entry) {
    for (std::size_t bit = 0; bit < bits; ++bit) {
      if ((entry >> bit & 1U) != 0) digits[bit] |= chosen[entry];
    }
  }
  store_sets(std::span<const evaluate::Plane<W>>(digits.data(), bits), out, leads);
}

}  // namespace prequal::decide
