// Floor: quality. Short lists of words as one text with spaces between them: the most compact form that can still be read.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/text.h"

namespace prequal::quality {

/// Calls `visit(word)` for each word of a list until it says false.
template <class Visit>
constexpr void each_word(std::string_view list, Visit visit) {
  while (!list.empty()) {
    const std::size_t space = list.find(' ');
    if (!visit(list.substr(0, space))) return;
    if (space == std::string_view::npos) return;
    list.remove_prefix(space + 1);
  }
}

/// Is `word` one of the words, ASCII letters without case? An empty word is not. Cost: linear in the list.
[[nodiscard]] inline bool holds_word(std::string_view list, std::string_view word) {
  bool found = false;
  each_word(list, [&](std::string_view entry) {
    found = entry.size() == word.size() && !word.empty() && equal_ignoring_case(entry, word);
    return !found;
  });
  return found;
}

/// A list that is asked for every word of a text: most words are told apart by length and first letters without reading it.
class WordList {
 public:
  constexpr explicit WordList(std::string_view words) : words_(words) {
    each_word(words, [this](std::string_view word) {
      if (!word.empty()) {
        lengths_ |= bit(word.size());
        first_ |= bit(static_cast<unsigned char>(to_lower(word.front())));
        last_ |= bit(static_cast<unsigned char>(to_lower(word.back())));
      }
      return true;
    });
  }
  /// Cost: three tests of bits for nearly all words.
  [[nodiscard]] constexpr bool may_hold(std::string_view word) const {
    return !word.empty() && (lengths_ & bit(word.size())) != 0 &&
           (first_ & bit(static_cast<unsigned char>(to_lower(word.front())))) != 0 &&
           (last_ & bit(static_cast<unsigned char>(to_lower(word.back())))) != 0;
  }
  [[nodiscard]] bool holds(std::string_view word) const { return may_hold(word) && holds_word(words_, word); }

 private:
  [[nodiscard]] static constexpr std::uint32_t bit(std::size_t value) { return std::uint32_t{1} << (value % 32); }

  std::string_view words_;
  std::uint32_t lengths_ = 0;
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
};

}  // namespace prequal::quality
