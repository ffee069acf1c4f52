#include "lists/csv_cells.h"

#include "base/bytes16.h"

namespace prequal::lists {

bool CsvCells::read(std::string_view record) {
  cells_.clear();
  scratch_.clear();
  // What is unescaped never grows, so the views into the scratch stay good.
  if (scratch_.capacity() < record.size()) scratch_.reserve(record.size());
  std::size_t at = 0;
  for (;;) {
    if (at < record.size() && record[at] == '"') {
      const std::size_t start = at + 1;
      std::size_t end = start;
      bool doubled = false;
      for (;;) {
        end = record.find('"', end);
        if (end == std::string_view::npos) return false;
        if (end + 1 == record.size() || record[end + 1] != '"') break;
        doubled = true;
        end += 2;
      }
      const std::string_view quoted = record.substr(start, end - start);
      at = end + 1;
      if (at < record.size() && record[at] != delimiter_) return false;
      cells_.push_back(doubled ? view_unescaped(quoted) : quoted);
    } else {
      const std::size_t end = find_marked(record, at, [&](Bytes16 bytes) { return bytes == fill16(delimiter_); });
      cells_.push_back(record.substr(at, end - at));
      at = end;
    }
    if (at == record.size()) return true;
    ++at;
  }
}

std::string_view CsvCells::view_unescaped(std::string_view quoted) {
  const std::size_t start = scratch_.size();
  while (!quoted.empty()) {
    const std::size_t quote = quoted.find('"');
    if (quote == std::string_view::npos) {
      scratch_.append(quoted);
      break;
    }
    scratch_.append(quoted.substr(0, quote + 1));
    quoted.remove_prefix(quote + 2);
  }
  return std::string_view(scratch_).substr(start);
}

}  // namespace prequal::lists
