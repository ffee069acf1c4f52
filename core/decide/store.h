// Floor: decide. From planes to columns: what was chosen for each lead as a number.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "evaluate/plane.h"
#include "evaluate/turn.h"

namespace prequal::decide {

/// Writes a number for each of the first `leads` leads: bit p of it is the lead's bit in planes[p],
/// as far as the number has bits.
template <std::size_t W, typename Number>
void store_sets(std::span<const evaluate::Plane<W>> planes, Number* out, std::size_t leads) {
  if (leads == 1) {
    std::uint32_t set = 0;
    for (std::size_t p = 0; p < std::min(planes.size(), 8 * sizeof(Number)); ++p) set |= (planes[p].lane(0) ? 1U : 0U) << p;
    *out = static_cast<Number>(set);
    return;
  }
  for (std::size_t word = 0; word * 64 < leads; ++word) {
    const auto eight = [&](std::size_t base) {
      std::array<std::uint64_t, 8> words{};
      for (std::size_t p = base; p < std::min(planes.size(), base + 8); ++p) words[p - base] = planes[p].words[word];
      return evaluate::turn_planes(words);
    };
    const std::size_t count = std::min<std::size_t>(64, leads - word * 64);
    const std::array<std::uint8_t, 64> low = eight(0);
    if constexpr (sizeof(Number) == 1) {
      std::copy_n(low.begin(), count, out + word * 64);
    } else {
      const std::array<std::uint8_t, 64> high = eight(8);
      for (std::size_t i = 0; i < count; ++i) out[word * 64 + i] = static_cast<Number>(low[i] | (high[i] << 8U));
    }
  }
}

/// Writes for each lead the number of the entry that it has; each lead has at most one, and 0 when it has none.
template <std::size_t W>
void store_codes(const std::vector<evaluate::Plane<W>>& chosen, std::uint8_t* out, std::size_t leads) {
  if (leads == 1) {
    *out = 0;
    for (std::size_t entry = 1; entry < chosen.size(); ++entry) {
      if (chosen[entry].lane(0)) *out = static_cast<std::uint8_t>(entry);
    }
    return;
  }
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
