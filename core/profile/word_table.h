// Floor: profile. A table from folded words to codes, for vocabularies and column names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace prequal::profile {

class WordTable {
 public:
  /// Adds a word in any spelling; the first code of equal words stays. Cost: one fold.
  void add(std::string_view word, std::uint32_t code);
  /// The code of a word that is already folded, or 0. Cost: one hash and usually one comparison.
  [[nodiscard]] std::uint32_t find_folded(std::string_view folded) const;
  /// The most similar word within `limit` edits, or 0. Cost: looks at every word.
  [[nodiscard]] std::uint32_t find_similar(std::string_view folded, std::size_t limit) const;
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::uint32_t start;
    std::uint32_t length;
    std::uint32_t code;
    std::uint32_t hash;
  };
  [[nodiscard]] static std::uint32_t hash(std::string_view text);
  [[nodiscard]] std::string_view word(const Entry& entry) const { return {text_.data() + entry.start, entry.length}; }
  void rebuild(std::size_t slots);

  std::string text_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  // index into entries_ plus one; 0 is free
};

}  // namespace prequal::profile
