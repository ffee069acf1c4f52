#include "base/json_writer.h"

#include <cstdint>
#include <cstring>

#include "base/text.h"

namespace prequal {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text.substr(plain, i - plain));
    plain = i + 1;
    out.push_back('\\');
    switch (c) {
      case '"': out.push_back('"'); break;
      case '\\': out.push_back('\\'); break;
      case '\n': out.push_back('n'); break;
      case '\r': out.push_back('r'); break;
      case '\t': out.push_back('t'); break;
      default: {
        constexpr std::string_view kHex = "0123456789abcdef";
        out.append("u00");
        out.push_back(kHex[c >> 4U]);
        out.push_back(kHex[c & 15U]);
      }
    }
  }
  out.append(text.substr(plain));
}

// Whether one of the bytes needs more than to be copied: a control, a quote, a backslash, or what is not ASCII.
template <typename Word>
constexpr bool is_special(Word word) {
  constexpr Word kOnes = static_cast<Word>(~Word{0}) / 0xFF;  // 0x0101...
  constexpr Word kHigh = kOnes * 0x80;
  const Word quote = word ^ (kOnes * '"');
  const Word backslash = word ^ (kOnes * '\\');
  const Word marks = ((word - kOnes * 0x20) & ~word) | ((quote - kOnes) & ~quote) | ((backslash - kOnes) & ~backslash);
  return ((marks | word) & kHigh) != 0;
}

template <typename Word>
bool copy_word(char* to, const char* from) {
  Word word;
  std::memcpy(&word, from, sizeof word);
  std::memcpy(to, &word, sizeof word);
  return is_special(word);
}

// Copies text word by word, the last word over bytes that the one before it has copied already, and says whether it stands in
// JSON as it is. Most texts of a verdict are keys of a few bytes, so neither a call nor a loop over bytes is worth it.
bool copy_plain(char* to, const char* from, std::size_t size) {
  if (size >= 8) {
    bool special = copy_word<std::uint64_t>(to + size - 8, from + size - 8);
    for (std::size_t at = 0; at + 8 < size; at += 8) special |= copy_word<std::uint64_t>(to + at, from + at);
    return !special;
  }
  if (size >= 4) {
    const bool special = copy_word<std::uint32_t>(to + size - 4, from + size - 4);
    return !(copy_word<std::uint32_t>(to, from) || special);
  }
  bool plain = true;
  for (std::size_t at = 0; at < size; ++at) {
    const char c = to[at] = from[at];  // what is not ASCII is negative
    plain &= c >= 0x20 && c != '"' && c != '\\';
  }
  return plain;
}

void append_special(std::string& out, std::string_view text) {
  if (find_malformed_utf8(text) == std::string_view::npos) {
    append_escaped(out, text);
  } else {
    std::string repaired;
    append_repaired_utf8(repaired, text);
    append_escaped(out, repaired);
  }
}

// The string between quotes, with what may stand before and after them, in one go when its text is plain.
void append_string(std::string& out, bool comma, std::string_view text, bool colon) {
  bool plain = true;
  const std::size_t before = out.size();
  out.resize_and_overwrite(before + text.size() + 4, [&](char* bytes, std::size_t) {
    char* at = bytes + before;
    if (comma) *at++ = ',';
    *at++ = '"';
    plain = copy_plain(at, text.data(), text.size());
    if (!plain) return static_cast<std::size_t>(at - bytes);
    at += text.size();
    *at++ = '"';
    if (colon) *at++ = ':';
    return static_cast<std::size_t>(at - bytes);
  });
  if (plain) return;
  append_special(out, text);
  out.push_back('"');
  if (colon) out.push_back(':');
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  append_string(out, false, text, false);
}

void JsonWriter::separate() {
  if (comma_) out_.push_back(',');
  comma_ = true;
}

JsonWriter& JsonWriter::open(char c) {
  separate();
  out_.push_back(c);
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::close(char c) {
  out_.push_back(c);
  comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  append_string(out_, comma_, name, true);
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
  append_string(out_, comma_, text, false);
  comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::number(std::int64_t value) {
  separate();
  append_number(out_, value);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  return raw(value ? "true" : "false");
}

JsonWriter& JsonWriter::null() {
  return raw("null");
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  out_.append(json);
  return *this;
}

}  // namespace prequal
