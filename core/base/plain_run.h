// Floor: base. Sixteen bytes of text looked at at once. The vector forms for x86-64 and WebAssembly and the plain form give
// the same; only speed differs.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace prequal {

inline constexpr std::size_t kRunBytes = 16;

/// How many of the 16 bytes at `text`, from the first on, can stand in a JSON string as they are: ASCII from 0x20 on, neither
/// a quote nor a backslash.
[[nodiscard]] inline std::size_t plain_run(const char* text) {
#if defined(__wasm_simd128__)
  const v128_t bytes = wasm_v128_load(text);
  const v128_t low = wasm_i8x16_lt(bytes, wasm_i8x16_splat(0x20));  // signed, so what is not ASCII is low too
  const v128_t marks =
      wasm_v128_or(wasm_i8x16_eq(bytes, wasm_i8x16_splat('"')), wasm_i8x16_eq(bytes, wasm_i8x16_splat('\\')));
  const std::uint32_t special = wasm_i8x16_bitmask(wasm_v128_or(low, marks));
  return static_cast<std::size_t>(std::countr_zero(special | 0x10000U));
#elif defined(__SSE2__)
  __m128i bytes;
  std::memcpy(&bytes, text, sizeof bytes);                         // becomes one load
  const __m128i low = _mm_cmplt_epi8(bytes, _mm_set1_epi8(0x20));  // signed, so what is not ASCII is low too
  const __m128i marks = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
  const auto special = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_or_si128(low, marks)));
  return static_cast<std::size_t>(std::countr_zero(special | 0x10000U));
#else
  std::size_t run = 0;
  while (run < kRunBytes) {
    const auto byte = static_cast<unsigned char>(text[run]);
    if (byte < 0x20 || byte >= 0x80 || byte == '"' || byte == '\\') break;
    ++run;
  }
  return run;
#endif
}

}  // namespace prequal
