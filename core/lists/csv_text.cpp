#include "lists/csv_text.h"

#include <algorithm>
#include <array>

namespace prequal::lists {
namespace {

bool looks_like_formula(std::string_view text) {
  if (text.empty()) return false;
  if (text[0] == '\t' || text[0] == '\r' || text[0] == '\n' || text[0] == '\0') return true;
  const std::size_t first = text.find_first_not_of(" \"'\xC2\xA0");
  if (first == std::string_view::npos) return false;
  text.remove_prefix(first);
  constexpr auto kStarts =
      std::to_array<std::string_view>({"=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"});
  return std::ranges::any_of(kStarts, [&](std::string_view start) { return text.starts_with(start); });
}

}  // namespace

void append_csv_text(std::string& out, std::string_view text) {
  const bool formula = looks_like_formula(text);
  if (text.find_first_of(",;|\t\"\r\n") == std::string_view::npos) {
    if (formula) out.push_back('\'');
    out.append(text);
    return;
  }
  out.push_back('"');
  if (formula) out.push_back('\'');
  for (const char c : text) {
    if (c == '"') out.push_back('"');
    out.push_back(c);
  }
  out.push_back('"');
}

}  // namespace prequal::lists
