// Floor: cli. Small tables for people: the first column to the left, the others to the right.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lists/share.h"

namespace prequal::cli {

/// Rows of cells, indented by two blanks, each column as wide as its widest cell.
class TextTable {
 public:
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  /// Appends an empty line, the title, and the rows; "none" when there are none.
  void append_to(std::string& out, std::string_view title) const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

/// Hundredths of a percent as "12.3 %".
[[nodiscard]] std::string percent(std::int64_t hundredths);
/// "12.3 % (8.1-17.9)", or "-" of nothing.
[[nodiscard]] std::string percent(const lists::Share& share);

}  // namespace prequal::cli
