#include "quality/one_edit.h"

#include <array>

#include "base/text.h"

namespace prequal::quality {

EditAt find_edit(std::string_view typed, std::string_view meant) {
  const std::size_t longer = typed.size() > meant.size() ? typed.size() : meant.size();
  const std::size_t shorter = typed.size() + meant.size() - longer;
  if (longer - shorter > 1) return {};
  const auto same = [&](std::size_t i, std::size_t j) { return to_lower(typed[i]) == to_lower(meant[j]); };
  std::size_t front = 0;
  while (front < shorter && same(front, front)) ++front;
  if (front == longer) return {Edit::none, front};
  std::size_t back = 0;
  while (back < shorter - front && same(typed.size() - 1 - back, meant.size() - 1 - back)) ++back;
  if (typed.size() == meant.size()) {
    if (front + back + 1 == typed.size()) return {Edit::replaced, front};
    const bool swap = front + back + 2 == typed.size() && same(front, front + 1) && same(front + 1, front);
    return swap ? EditAt{Edit::swapped, front} : EditAt{};
  }
  if (front + back < shorter) return {};
  if (meant.size() > typed.size()) return {Edit::missing, front};
  const bool doubled = front > 0 && to_lower(typed[front]) == to_lower(typed[front - 1]);
  return {doubled ? Edit::doubled : Edit::extra, front};
}

bool are_near_keys(char a, char b) {
  constexpr std::array<std::string_view, 4> kRows{"1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"};
  struct Place {
    std::size_t row = 4;
    std::size_t column = 0;
  };
  const auto find = [&](char c) {
    for (std::size_t row = 0; row < kRows.size(); ++row) {
      const std::size_t column = kRows[row].find(to_lower(c));
      if (column != std::string_view::npos) return Place{row, column};
    }
    return Place{};
  };
  const Place p = find(a);
  const Place q = find(b);
  if (p.row == kRows.size() || q.row == kRows.size()) return false;
  if (p.row == q.row) return p.column + 1 == q.column || q.column + 1 == p.column;
  if (p.row + 1 != q.row && q.row + 1 != p.row) return false;
  // Each row is shifted to the right of the one above it, so a key touches two above.
  const Place& upper = p.row < q.row ? p : q;
  const Place& lower = p.row < q.row ? q : p;
  return upper.column == lower.column || upper.column == lower.column + 1;
}

}  // namespace prequal::quality
