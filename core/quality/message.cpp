#include "quality/message.h"

#include "base/text.h"

namespace prequal::quality {
namespace {

constexpr std::size_t kLongestFolded = 24;

// An apostrophe inside a word (mother's, I'm), as a key or as typesetting has it.
std::size_t apostrophe_bytes(std::string_view text, std::size_t at) {
  if (text[at] == '\'') return 1;
  return text.substr(at, 3) == "\xE2\x80\x99" ? 3 : 0;
}

bool is_sentence_end(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '!' || c == '?' || c == '\n' || c == ';') return true;
  // A point inside a number or a name of a host ends nothing.
  return c == '.' && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n' || text[at + 1] == '\r');
}

}  // namespace

void Message::read(std::string_view text) {
  text_ = text;
  words_.clear();
  std::uint32_t sentence = 0;
  for (std::size_t at = 0; at < text.size();) {
    const bool ascii = text[at] >= 0;
    if (ascii && !is_letter(text[at]) && !is_digit(text[at])) {
      if (is_sentence_end(text, at)) ++sentence;
      ++at;
      continue;
    }
    MessageWord word{.start = static_cast<std::uint32_t>(at), .sentence = sentence};
    word.capital = ascii && !is_lower(text[at]);
    folded_.clear();
    while (at < text.size()) {
      const char c = text[at];
      if (c >= 0) {
        if (!is_letter(c) && !is_digit(c)) {
          const std::size_t bytes = apostrophe_bytes(text, at);
          if (bytes == 0 || at + bytes >= text.size() || !is_letter(text[at + bytes])) break;
          // The s of a possessive is no part of the word.
          const char next = to_lower(text[at + bytes]);
          const std::size_t after = at + bytes + 1;
          const bool possessive = next == 's' && (after == text.size() || (!is_letter(text[after]) && text[after] >= 0));
          if (possessive) break;
          at += bytes;
          continue;
        }
        word.digits += is_digit(c) ? 1U : 0U;
        if (folded_.size() < kLongestFolded) folded_.push_back(to_lower(c));
        ++at;
        continue;
      }
      if (apostrophe_bytes(text, at) != 0) {
        if (at + 3 >= text.size() || !is_letter(text[at + 3])) break;
        if (to_lower(text[at + 3]) == 's' && (at + 4 == text.size() || !is_letter(text[at + 4]))) break;
        at += 3;
        continue;
      }
      const Decoded point = decode_utf8(text.substr(at));
      const std::size_t before = folded_.size();
      if (before < kLongestFolded) append_folded(folded_, text.substr(at, point.bytes));
      // What folds to nothing separates words, combining marks within a word apart.
      const bool mark = point.point >= 0x300 && point.point <= 0x36F;
      if (before < kLongestFolded && folded_.size() == before && !mark) break;
      at += point.bytes;
    }
    word.length = static_cast<std::uint32_t>(at - word.start);
    if (word.length == 0) {
      at += decode_utf8(text.substr(at)).bytes;
      continue;
    }
    if (word.digits == 0) word.kind = classify_word(folded_);
    words_.push_back(word);
    // "'s" is passed over with the word.
    if (at < text.size()) {
      const std::size_t bytes = apostrophe_bytes(text, at);
      if (bytes != 0 && at + bytes < text.size() && to_lower(text[at + bytes]) == 's') at += bytes + 1;
    }
  }
}

}  // namespace prequal::quality
