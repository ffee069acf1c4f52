#include "cli/text_table.h"

#include <algorithm>

#include "base/text.h"

namespace prequal::cli {
namespace {

// One digit behind the point, rounded half up.
std::string tenths(std::int64_t hundredths) {
  const std::int64_t rounded = (hundredths + 5) / 10;
  std::string out;
  append_number(out, rounded / 10);
  out.push_back('.');
  append_number(out, rounded % 10);
  return out;
}

}  // namespace

void TextTable::append_to(std::string& out, std::string_view title) const {
  out.append("\n").append(title).append("\n");
  if (rows_.empty()) out.append("  none\n");
  std::vector<std::size_t> widths;
  for (const auto& row : rows_) {
    widths.resize(std::max(widths.size(), row.size()), 0);
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  for (const auto& row : rows_) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string blanks(widths[i] - row[i].size(), ' ');
      line.append("  ");
      i == 0 ? line.append(row[i]).append(blanks) : line.append(blanks).append(row[i]);
    }
    while (line.ends_with(' ')) line.pop_back();
    out.append(line).push_back('\n');
  }
}

std::string percent(std::int64_t hundredths) {
  return tenths(hundredths) + " %";
}

std::string percent(const lists::Share& share) {
  if (share.of == 0) return "-";
  const lists::Interval interval = wilson(share);
  return percent(rate(share)) + " (" + tenths(interval.low) + "-" + tenths(interval.high) + ")";
}

}  // namespace prequal::cli
