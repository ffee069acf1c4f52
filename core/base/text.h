// Floor: base. Text as UTF-8 bytes: validity, decoding, folding for comparison. No locale anywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace prequal {

/// Offset of the first byte that is not well-formed UTF-8 (overlong forms, surrogates, values above U+10FFFF and cut-off
/// sequences are not), or npos. Cost: one pass, sixteen bytes at a time while they are ASCII.
[[nodiscard]] std::size_t find_malformed_utf8(std::string_view text);

/// Is every byte ASCII and none of them NUL? Cost: one pass, sixteen bytes at a time.
[[nodiscard]] bool is_ascii_text(std::string_view text);

/// A code point and the number of bytes it took.
struct Decoded {
  char32_t point;
  std::uint32_t bytes;
};

/// Decodes the code point at the start of `text`. Requires: `text` is not empty and well-formed.
[[nodiscard]] Decoded decode_utf8(std::string_view text);

/// Appends `point` as UTF-8; a surrogate or a value out of range becomes U+FFFD.
void append_utf8(std::string& out, char32_t point);

/// Appends `text`, with each malformed part replaced by U+FFFD.
void append_repaired_utf8(std::string& out, std::string_view text);

/// Without white space (ASCII, no-break and other Unicode spaces, byte order mark) at both ends. Borrows from `text`.
[[nodiscard]] std::string_view view_trimmed_slowly(std::string_view text);
[[nodiscard]] inline std::string_view view_trimmed(std::string_view text) {
  const auto is_ink = [](char c) { return static_cast<signed char>(c) > 0x20; };  // ASCII that is no space
  return !text.empty() && is_ink(text.front()) && is_ink(text.back()) ? text : view_trimmed_slowly(text);
}

/// Appends the form of `text` in which values are compared: lower case, Latin letters without marks, full-width forms as
/// ASCII, zero-width and direction marks dropped, every run of other characters than letters and digits one space, none at
/// the ends. Letters of other scripts stay. `text` must be well-formed. Folding is idempotent.
void append_folded(std::string& out, std::string_view text);
[[nodiscard]] std::string to_folded(std::string_view text);

[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
[[nodiscard]] constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
[[nodiscard]] constexpr bool is_letter(char c) {
  return is_lower(c) || is_upper(c);
}
[[nodiscard]] constexpr char to_lower(char c) {
  return is_upper(c) ? static_cast<char>(c + 32) : c;
}

/// Equal when ASCII letters are compared without case.
[[nodiscard]] bool equal_ignoring_case(std::string_view a, std::string_view b);

/// Number of single-character edits (insert, delete, replace, swap of neighbours) between two short texts, or `limit + 1`
/// when it is more than `limit`. Bytes are compared, so give folded text. Cost: O(length x limit).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// Appends a decimal integer.
void append_number(std::string& out, std::int64_t value);

}  // namespace prequal
