// Floor: lists. The values of one CSV record.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace prequal::lists {

/// Splits records one after the other; keeps its buffers.
class CsvCells {
 public:
  explicit CsvCells(char delimiter) : delimiter_(delimiter) {}

  /// Reads the values of a record. They borrow from `record` and from this object, until the next call. False when a value
  /// goes on after its closing quote: bad_cell() says which one. Cost: one pass; nothing is copied but values in which
  /// doubled quotes stand.
  [[nodiscard]] bool read(std::string_view record);

  [[nodiscard]] const std::vector<std::string_view>& cells() const { return cells_; }
  /// Position of the value that could not be read, from 1.
  [[nodiscard]] std::size_t bad_cell() const { return cells_.size() + 1; }

 private:
  [[nodiscard]] std::string_view view_unescaped(std::string_view quoted);

  char delimiter_;
  std::vector<std::string_view> cells_;
  std::string scratch_;
};

}  // namespace prequal::lists
