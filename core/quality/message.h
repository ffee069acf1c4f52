// Floor: quality. Free text as a row of words with their places, the form in which it is looked through.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quality/message_words.h"

namespace prequal::quality {

struct MessageWord {
  std::uint32_t start = 0;  ///< in the text
  std::uint32_t length = 0;
  std::uint32_t sentence = 0;  ///< from 0
  std::uint32_t digits = 0;
  WordClass kind = WordClass::none;
  bool capital = false;  ///< starts with a capital letter or a digit
};

/// Words of a text: letters, digits and what joins them inside a word (an apostrophe; hyphens separate). Holds scratch space;
/// views into the text given to read().
class Message {
 public:
  /// Requires: well-formed UTF-8. Cost: one pass, a short search for each word.
  void read(std::string_view text);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const std::vector<MessageWord>& words() const { return words_; }
  [[nodiscard]] std::string_view view(const MessageWord& word) const { return text_.substr(word.start, word.length); }
  /// The text between two words. Requires: word(i) comes before word(j).
  [[nodiscard]] std::string_view between(std::size_t i, std::size_t j) const {
    const std::size_t end = words_[i].start + words_[i].length;
    return text_.substr(end, words_[j].start - end);
  }

 private:
  std::string_view text_;
  std::vector<MessageWord> words_;
  std::string folded_;
};

}  // namespace prequal::quality
