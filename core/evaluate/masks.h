// Floor: evaluate. Compares 64 values of a column with a constant and gives one bit for each. The vector forms for x86-64
// and WebAssembly and the plain form give the same bits; only speed differs.
#pragma once

#include <cstdint>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace prequal::evaluate {

#if defined(__wasm_simd128__)

inline std::uint64_t mask_equal(const std::uint8_t* values, std::uint8_t wanted) {
  const v128_t splat = wasm_i8x16_splat(static_cast<std::int8_t>(wanted));
  std::uint64_t out = 0;
  for (std::uint32_t i = 0; i < 4; ++i) {
    const v128_t same = wasm_i8x16_eq(wasm_v128_load(values + std::size_t{i} * 16), splat);
    out |= std::uint64_t{wasm_i8x16_bitmask(same)} << (i * 16);
  }
  return out;
}

inline std::uint64_t mask_between(const std::int32_t* values, std::int32_t low, std::int32_t high) {
  const v128_t from = wasm_i32x4_splat(low);
  const v128_t to = wasm_i32x4_splat(high);
  std::uint64_t out = 0;
  for (std::uint32_t i = 0; i < 16; ++i) {
    const v128_t value = wasm_v128_load(values + std::size_t{i} * 4);
    const v128_t inside = wasm_v128_and(wasm_i32x4_ge(value, from), wasm_i32x4_le(value, to));
    out |= std::uint64_t{wasm_i32x4_bitmask(inside)} << (i * 4);
  }
  return out;
}

#elif defined(__SSE2__)

inline std::uint64_t mask_equal(const std::uint8_t* values, std::uint8_t wanted) {
  const __m128i splat = _mm_set1_epi8(static_cast<char>(wanted));
  std::uint64_t out = 0;
  for (std::uint32_t i = 0; i < 4; ++i) {
    const __m128i value = _mm_loadu_si128(reinterpret_cast<const __m128i*>(values + std::size_t{i} * 16));
    const auto bits = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(value, splat)));
    out |= std::uint64_t{bits} << (i * 16);
  }
  return out;
}

inline std::uint64_t mask_between(const std::int32_t* values, std::int32_t low, std::int32_t high) {
  const __m128i from = _mm_set1_epi32(low);
  const __m128i to = _mm_set1_epi32(high);
  std::uint64_t out = 0;
  for (std::uint32_t i = 0; i < 16; ++i) {
    const __m128i value = _mm_loadu_si128(reinterpret_cast<const __m128i*>(values + std::size_t{i} * 4));
    const __m128i outside = _mm_or_si128(_mm_cmplt_epi32(value, from), _mm_cmpgt_epi32(value, to));
    const auto bits = static_cast<std::uint32_t>(_mm_movemask_ps(_mm_castsi128_ps(outside)));
    out |= std::uint64_t{~bits & 0xFU} << (i * 4);
  }
  return out;
}

#else

inline std::uint64_t mask_equal(const std::uint8_t* values, std::uint8_t wanted) {
  std::uint64_t out = 0;
  for (std::uint32_t i = 0; i < 64; ++i) out |= std::uint64_t{values[i] == wanted ? 1U : 0U} << i;
  return out;
}

inline std::uint64_t mask_between(const std::int32_t* values, std::int32_t low, std::int32_t high) {
  std::uint64_t out = 0;
  for (std::uint32_t i = 0; i < 64; ++i) out |= std::uint64_t{values[i] >= low && values[i] <= high ? 1U : 0U} << i;
  return out;
}

#endif

inline std::uint64_t mask_equal(const std::uint16_t* values, std::uint16_t wanted) {
  std::uint64_t out = 0;
  for (std::uint32_t i = 0; i < 64; ++i) out |= std::uint64_t{values[i] == wanted ? 1U : 0U} << i;
  return out;
}

/// One bit for each of 64 leads whose code is marked in `table`.
template <typename Code>
inline std::uint64_t mask_in_table(const Code* values, const std::uint8_t* table) {
  std::uint64_t out = 0;
  for (std::uint32_t i = 0; i < 64; ++i) out |= std::uint64_t{table[values[i]]} << i;
  return out;
}

/// Turns a 64 x 64 matrix of bits round its diagonal: bit i of word j becomes bit j of word i.
inline void transpose(std::uint64_t* words) {
  std::uint64_t mask = 0x00000000FFFFFFFFULL;
  for (std::uint32_t step = 32; step != 0; step >>= 1U, mask ^= mask << step) {
    for (std::uint32_t i = 0; i < 64; i = (i + step + 1) & ~step) {
      const std::uint64_t swap = ((words[i] >> step) ^ words[i + step]) & mask;
      words[i] ^= swap << step;
      words[i + step] ^= swap;
    }
  }
}

}  // namespace prequal::evaluate
