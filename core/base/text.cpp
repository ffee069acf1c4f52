#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/bytes16.h"

namespace prequal {
namespace {

constexpr unsigned char byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}
constexpr bool is_continuation(unsigned char c) {
  return (c & 0xC0U) == 0x80U;
}

// Length of the well-formed sequence at `i`, or 0.
std::size_t sequence_length(std::string_view text, std::size_t i) {
  const unsigned char first = byte_at(text, i);
  if (first < 0x80) return 1;
  const std::size_t left = text.size() - i;
  if (first < 0xC2) return 0;
  if (first < 0xE0) return left >= 2 && is_continuation(byte_at(text, i + 1)) ? 2 : 0;
  if (first < 0xF0) {
    if (left < 3) return 0;
    const unsigned char second = byte_at(text, i + 1);
    if (!is_continuation(second) || !is_continuation(byte_at(text, i + 2))) return 0;
    if (first == 0xE0 && second < 0xA0) return 0;   // overlong
    if (first == 0xED && second >= 0xA0) return 0;  // surrogate
    return 3;
  }
  if (first > 0xF4 || left < 4) return 0;
  const unsigned char second = byte_at(text, i + 1);
  if (!is_continuation(second) || !is_continuation(byte_at(text, i + 2)) || !is_continuation(byte_at(text, i + 3)))
    return 0;
  if (first == 0xF0 && second < 0x90) return 0;   // overlong
  if (first == 0xF4 && second >= 0x90) return 0;  // above U+10FFFF
  return 4;
}

bool is_space_point(char32_t c) {
  return c == 0x20 || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

// Marks that no person sees: zero-width and bidirectional controls, soft hyphen, variation selectors, combining marks.
bool is_ignorable(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         (c >= 0x0300 && c <= 0x036F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

// U+00C0 to U+017F without marks. A capital in the table means two letters, listed in `long_form`.
constexpr std::string_view kLatin =
    "aaaaaaAceeeeiiiidnooooo ouuuuyTSaaaaaaAceeeeiiiidnooooo ouuuuyTy"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkklllllll"
    "lllnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

constexpr std::string_view long_form(char c) {
  switch (c) {
    case 'A': return "ae";
    case 'O': return "oe";
    case 'T': return "th";
    case 'S': return "ss";
    case 'I': return "ij";
    default: return {};
  }
}

// Lower case beyond Latin for the two other alphabets with simple case: Greek and Cyrillic.
char32_t lower_other(char32_t c) {
  if (c >= 0x391 && c <= 0x3A9) return c + 32;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  return c;
}

bool is_word_point(char32_t c) {
  if (c < 0x80) return is_digit(static_cast<char>(c)) || is_letter(static_cast<char>(c));
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7) return false;
  if (c >= 0x2000 && c <= 0x206F) return false;  // general punctuation
  if (c >= 0x2190 && c <= 0x2BFF) return false;  // arrows, technical, shapes
  if (c >= 0x3000 && c <= 0x303F) return false;  // ideographic punctuation
  if (c >= 0xE000 && c <= 0xF8FF) return false;  // private use
  return c != 0xFFFD;
}

}  // namespace

std::size_t find_malformed_utf8(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    if (text.size() - i >= kRunBytes && bits_of(load16(text.data() + i)) == 0) {
      i += kRunBytes;
      continue;
    }
    const std::size_t length = sequence_length(text, i);
    if (length == 0) return i;
    i += length;
  }
  return std::string_view::npos;
}

Decoded decode_utf8(std::string_view text) {
  const unsigned char a = byte_at(text, 0);
  if (a < 0x80) return {a, 1};
  const auto low = [&](std::size_t i) { return static_cast<char32_t>(byte_at(text, i) & 0x3FU); };
  if (a < 0xE0) return {(static_cast<char32_t>(a & 0x1FU) << 6U) | low(1), 2};
  if (a < 0xF0) return {(static_cast<char32_t>(a & 0x0FU) << 12U) | (low(1) << 6U) | low(2), 3};
  return {(static_cast<char32_t>(a & 0x07U) << 18U) | (low(1) << 12U) | (low(2) << 6U) | low(3), 4};
}

void append_utf8(std::string& out, char32_t point) {
  if (point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) point = 0xFFFD;
  const auto put = [&](char32_t bits) { out.push_back(static_cast<char>(static_cast<unsigned char>(bits))); };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xC0U | (point >> 6U));
    put(0x80U | (point & 0x3FU));
  } else if (point < 0x10000) {
    put(0xE0U | (point >> 12U));
    put(0x80U | ((point >> 6U) & 0x3FU));
    put(0x80U | (point & 0x3FU));
  } else {
    put(0xF0U | (point >> 18U));
    put(0x80U | ((point >> 12U) & 0x3FU));
    put(0x80U | ((point >> 6U) & 0x3FU));
    put(0x80U | (point & 0x3FU));
  }
}

void append_repaired_utf8(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t bad = find_malformed_utf8(text);
    out.append(text.substr(0, bad));
    if (bad == std::string_view::npos) return;
    out.append("\xEF\xBF\xBD");
    text.remove_prefix(bad + 1);
    while (!text.empty() && is_continuation(byte_at(text, 0))) text.remove_prefix(1);
  }
}

std::string_view view_trimmed_slowly(std::string_view text) {
  while (!text.empty()) {
    const Decoded d = decode_utf8(text);
    if (!is_space_point(d.point)) break;
    text.remove_prefix(d.bytes);
  }
  while (!text.empty()) {
    std::size_t start = text.size() - 1;
    while (start > 0 && is_continuation(byte_at(text, start))) --start;
    if (!is_space_point(decode_utf8(text.substr(start)).point)) break;
    text.remove_suffix(text.size() - start);
  }
  return text;
}

namespace {

// What folding makes of an ASCII character: its lower case, 0 for a gap between words, or kDropped.
constexpr char kDropped = 1;
constexpr auto kFoldedAscii = [] {
  std::array<char, 128> out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto c = static_cast<char>(i);
    out[i] = is_letter(c) || is_digit(c) ? to_lower(c) : char{0};
  }
  out['\''] = kDropped;  // O'Neil and ONeil are one name
  return out;
}();

}  // namespace

namespace {

// Folds ASCII, 16 bytes at a time. Appends to `out` and gives how many bytes of `text` it took: up to what is not ASCII, an
// apostrophe, or the last few bytes. `gap` and `any` as in append_folded.
std::size_t fold_ascii_runs(std::string& out, std::string_view text, bool& gap, bool& any) {
  constexpr std::size_t kPart = 8 * kRunBytes;
  std::array<char, kPart> part;
  std::size_t filled = 0;
  std::size_t i = 0;
  while (text.size() - i >= kRunBytes) {
    const Bytes16 bytes = load16(text.data() + i);
    const Bytes16 lower = bytes | fill16(0x20);
    const Bytes16 letter = (lower >= fill16('a')) & (lower <= fill16('z'));
    const Bytes16 word = letter | ((bytes >= fill16('0')) & (bytes <= fill16('9')));
    if (bits_of(bytes | (bytes == fill16('\''))) != 0) break;
    const std::uint32_t words = bits_of(word);
    // First whatever stands before a word.
    const auto before = static_cast<std::size_t>(std::countr_zero(words | 1U << kRunBytes));
    if (before > 0) {
      gap = true;
      i += before;
      continue;
    }
    if (filled + kRunBytes + 1 > part.size()) {
      out.append(part.data(), filled);
      filled = 0;
    }
    if (gap && any) part[filled++] = ' ';
    gap = false;
    any = true;
    // As far as only single characters stand between words; one at the end may be the first of several.
    const std::uint32_t others = ~words & 0xFFFFU;
    auto size = static_cast<std::size_t>(std::countr_zero((others & (others >> 1U)) | 1U << kRunBytes));
    if (size == kRunBytes && (others >> (kRunBytes - 1)) != 0) --size;
    store16(part.data() + filled, ((bytes | (letter & fill16(0x20))) & word) | (fill16(' ') & ~word));
    filled += size;
    i += size;
  }
  out.append(part.data(), filled);
  return i;
}

}  // namespace

void append_folded(std::string& out, std::string_view text) {
  bool gap = false;
  bool any = false;
  const auto separate = [&] {
    if (gap && any) out.push_back(' ');
    gap = false;
    any = true;
  };
  for (std::size_t i = 0; i < text.size();) {
    i += fold_ascii_runs(out, text.substr(i), gap, any);
    if (i == text.size()) break;
    if (byte_at(text, i) < 0x80) {
      // ASCII never grows, but for the space that a gap before it asks for.
      constexpr std::size_t kPart = kRunBytes;
      std::array<char, kPart + 1> part;
      char* at = part.data();
      const std::size_t end = std::min(text.size(), i + kPart);
      for (; i < end && byte_at(text, i) < 0x80; ++i) {
        const char folded = kFoldedAscii[byte_at(text, i)];
        if (folded > kDropped) {
          if (gap && any) *at++ = ' ';
          gap = false;
          any = true;
          *at++ = folded;
        } else {
          gap |= folded == 0;
        }
      }
      out.append(part.data(), at);
      continue;
    }
    const Decoded d = decode_utf8(text.substr(i));
    i += d.bytes;
    char32_t point = d.point;
    if (is_ignorable(point) || point == 0x2019) continue;
    if (point >= 0xFF01 && point <= 0xFF5E) point -= 0xFEE0;  // full-width forms
    if (!is_word_point(point)) {
      gap = true;
      continue;
    }
    separate();
    if (point < 0x80) {
      out.push_back(to_lower(static_cast<char>(point)));
    } else if (point >= 0xC0 && point - 0xC0 < kLatin.size()) {
      const char base = kLatin[point - 0xC0];
      if (is_upper(base)) {
        out.append(long_form(base));
      } else {
        out.push_back(base);
      }
    } else {
      append_utf8(out, lower_other(point));
    }
  }
}

std::string to_folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_folded(out, text);
  return out;
}

bool is_ascii_text(std::string_view text) {
  std::size_t i = 0;
  for (; text.size() - i >= kRunBytes; i += kRunBytes) {
    if (bits_of(load16(text.data() + i) <= fill16(0)) != 0) return false;
  }
  return std::ranges::all_of(text.substr(i), [](char c) { return static_cast<signed char>(c) > 0; });
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (to_lower(a[i]) != to_lower(b[i])) return false;
  }
  return true;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  constexpr std::size_t kLongest = 64;
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit || b.size() > kLongest) return limit + 1;
  std::array<std::array<std::size_t, kLongest + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& above2 = rows[(i + 1) % 3];
    row[0] = i;
    std::size_t best = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replace, above[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], above2[j - 2] + 1);
      best = std::min(best, row[j]);
    }
    if (best > limit) return limit + 1;
  }
  return std::min(rows[a.size() % 3][b.size()], limit + 1);
}

void append_number(std::string& out, std::int64_t value) {
  std::array<char, 24> digits{};
  std::size_t at = digits.size();
  const bool negative = value < 0;
  // Work with the negative so that the smallest value has a counterpart.
  std::int64_t rest = negative ? value : -value;
  do {
    digits[--at] = static_cast<char>('0' - rest % 10);
    rest /= 10;
  } while (rest != 0);
  if (negative) digits[--at] = '-';
  out.append(digits.data() + at, digits.size() - at);
}

}  // namespace prequal
