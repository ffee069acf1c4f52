// Floor: evaluate. A bit for each of 64 x W leads, and three-valued truth as two such planes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace prequal::evaluate {

/// One bit for each lead of a block. W is the number of 64-bit words: 1 for single leads, kBlockWords for lists.
template <std::size_t W>
struct alignas(W == 1 ? 8 : 16) Plane {
  std::array<std::uint64_t, W> words;

  [[nodiscard]] static constexpr Plane filled(bool on) {
    Plane out;
    out.words.fill(on ? ~std::uint64_t{0} : 0);
    return out;
  }
  friend constexpr Plane operator&(const Plane& a, const Plane& b) {
    Plane out;
    for (std::size_t i = 0; i < W; ++i) out.words[i] = a.words[i] & b.words[i];
    return out;
  }
  friend constexpr Plane operator|(const Plane& a, const Plane& b) {
    Plane out;
    for (std::size_t i = 0; i < W; ++i) out.words[i] = a.words[i] | b.words[i];
    return out;
  }
  friend constexpr Plane operator^(const Plane& a, const Plane& b) {
    Plane out;
    for (std::size_t i = 0; i < W; ++i) out.words[i] = a.words[i] ^ b.words[i];
    return out;
  }
  friend constexpr Plane operator~(const Plane& a) {
    Plane out;
    for (std::size_t i = 0; i < W; ++i) out.words[i] = ~a.words[i];
    return out;
  }
  constexpr Plane& operator|=(const Plane& other) { return *this = *this | other; }
  constexpr Plane& operator&=(const Plane& other) { return *this = *this & other; }
  [[nodiscard]] constexpr bool none() const {
    std::uint64_t sum = 0;
    for (const std::uint64_t word : words) sum |= word;
    return sum == 0;
  }
  [[nodiscard]] constexpr bool lane(std::size_t i) const { return (words[i / 64] >> (i % 64) & 1U) != 0; }
};

/// Kleene's strong three-valued logic: true, false, or neither, which is unknown. Never both.
template <std::size_t W>
struct Truth {
  Plane<W> yes;
  Plane<W> no;

  [[nodiscard]] static constexpr Truth constant(bool value) { return {Plane<W>::filled(value), Plane<W>::filled(!value)}; }
  [[nodiscard]] constexpr Plane<W> unknown() const { return ~(yes | no); }
  friend constexpr Truth operator&(const Truth& a, const Truth& b) { return {a.yes & b.yes, a.no | b.no}; }
  friend constexpr Truth operator|(const Truth& a, const Truth& b) { return {a.yes | b.yes, a.no & b.no}; }
  friend constexpr Truth operator~(const Truth& a) { return {a.no, a.yes}; }
};

/// What holds as the lead stands, and what no further answer can change. They differ only where a fact about missing data
/// counts ("no consent is recorded") or a score is compared with a threshold.
template <std::size_t W>
struct Verity {
  Truth<W> now;
  Truth<W> settled;

  [[nodiscard]] static constexpr Verity constant(bool value) {
    return {Truth<W>::constant(value), Truth<W>::constant(value)};
  }
  friend constexpr Verity operator&(const Verity& a, const Verity& b) { return {a.now & b.now, a.settled & b.settled}; }
  friend constexpr Verity operator|(const Verity& a, const Verity& b) { return {a.now | b.now, a.settled | b.settled}; }
  friend constexpr Verity operator~(const Verity& a) { return {~a.now, ~a.settled}; }
};

/// Words of a block of a list: 512 leads, so that the planes of a large profile stay in the first-level cache.
inline constexpr std::size_t kBlockWords = 8;
inline constexpr std::size_t kBlockLeads = kBlockWords * 64;

}  // namespace prequal::evaluate

namespace prequal {

/// The place of a lead that is decided about by itself.
inline constexpr std::size_t kLane = 0;

}  // namespace prequal
