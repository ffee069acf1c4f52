// Floor: quality. Short lists of words as one text with spaces between them: the most compact form that can still be read.
#pragma once

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

}  // namespace prequal::quality
