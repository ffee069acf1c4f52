// Floor: base. Sixteen bytes looked at at once, in the compiler's own vectors: x86-64 and WebAssembly have instructions for
// them, elsewhere the compiler makes do; only speed differs.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace prequal {

inline constexpr std::size_t kRunBytes = 16;

/// Compared with a byte or with one another they give 0xFF for each byte for which it holds, else 0. Bytes that are not ASCII
/// are negative.
using Bytes16 = signed char __attribute__((vector_size(kRunBytes)));

[[nodiscard]] inline Bytes16 load16(const char* text) {
  Bytes16 out;
  std::memcpy(&out, text, sizeof out);  // becomes one load
  return out;
}
inline void store16(char* out, Bytes16 bytes) {
  std::memcpy(out, &bytes, sizeof bytes);
}
/// All bytes of it are `c`.
[[nodiscard]] inline Bytes16 fill16(char c) {
  return Bytes16{} + static_cast<signed char>(c);
}

/// Bit i is the top bit of byte i.
[[nodiscard]] inline std::uint32_t bits_of(Bytes16 bytes) {
#if defined(__wasm_simd128__)
  return wasm_i8x16_bitmask(std::bit_cast<v128_t>(bytes));
#elif defined(__SSE2__)
  return static_cast<std::uint32_t>(_mm_movemask_epi8(std::bit_cast<__m128i>(bytes)));
#else
  std::uint32_t out = 0;
  for (std::size_t i = 0; i < kRunBytes; ++i) out |= (bytes[i] < 0 ? 1U : 0U) << i;
  return out;
#endif
}

/// Offset of the first byte from `at` on for which `marks`, given 16 bytes, gives a top bit, or the size of the text. At the end
/// of a text the bytes behind it are zero.
template <typename Marks>
[[nodiscard]] std::size_t find_marked(std::string_view text, std::size_t at, Marks marks) {
  for (; text.size() - at >= kRunBytes; at += kRunBytes) {
    const std::uint32_t found = bits_of(marks(load16(text.data() + at)));
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
  }
  std::array<char, kRunBytes> last{};
  std::memcpy(last.data(), text.data() + at, text.size() - at);
  const std::uint32_t found = bits_of(marks(load16(last.data())));
  return std::min(text.size(), at + static_cast<std::size_t>(std::countr_zero(found | 1U << kRunBytes)));
}

}  // namespace prequal
