#include "quality/compare.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace prequal::quality {

std::int32_t compare_texts(std::string_view a, std::string_view b) {
  constexpr std::size_t kLongest = 64;
  a = a.substr(0, kLongest);
  b = b.substr(0, kLongest);
  if (a == b) return kAlike;
  if (a.size() > b.size()) std::swap(a, b);
  if (a.empty()) return 0;
  const std::size_t reach = std::max<std::size_t>(b.size() / 2, 1) - 1;
  std::uint64_t taken = 0;  // bytes of b
  std::array<char, kLongest> matched{};
  std::size_t matches = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::size_t from = i > reach ? i - reach : 0;
    const std::size_t to = std::min(i + reach + 1, b.size());
    for (std::size_t j = from; j < to; ++j) {
      if (b[j] != a[i] || (taken >> j & 1U) != 0) continue;
      taken |= std::uint64_t{1} << j;
      matched[matches++] = a[i];
      break;
    }
  }
  if (matches == 0) return 0;
  std::size_t moved = 0;
  std::size_t k = 0;
  for (std::size_t j = 0; j < b.size(); ++j) {
    if ((taken >> j & 1U) == 0) continue;
    moved += b[j] != matched[k] ? 1U : 0U;
    ++k;
  }
  constexpr std::int32_t kFine = 1'000'000;  // rounded to parts of kAlike at the end
  const auto part = [](std::size_t of, std::size_t all) {
    return static_cast<std::int32_t>(of * static_cast<std::size_t>(kFine) / all);
  };
  const std::int32_t jaro = (part(matches, a.size()) + part(matches, b.size()) + part(matches - moved / 2, matches)) / 3;
  std::int32_t same = 0;
  constexpr std::int32_t kPrefix = 4;
  while (same < kPrefix && static_cast<std::size_t>(same) < a.size() &&
         a[static_cast<std::size_t>(same)] == b[static_cast<std::size_t>(same)]) {
    ++same;
  }
  const std::int32_t fine = jaro + same * (kFine - jaro) / 10;
  constexpr std::int32_t kStep = kFine / kAlike;
  return (fine + kStep / 2) / kStep;
}

std::uint32_t sound_of(std::string_view word) {
  //                                   abcdefghijklmnopqrstuvwxyz
  constexpr std::string_view kClasses = "01230120022455012623010202";
  if (word.empty() || !is_lower(word[0])) return 0;
  const auto of = [&](char c) { return is_lower(c) ? kClasses[static_cast<std::size_t>(c - 'a')] : '0'; };
  auto code = static_cast<std::uint32_t>(word[0] - 'a' + 1);
  char last = of(word[0]);
  int kept = 0;
  for (const char c : word.substr(1)) {
    const char now = of(c);
    if (now != '0' && now != last && kept < 3) {
      code = code * 8 + static_cast<std::uint32_t>(now - '0');
      ++kept;
    }
    // h and w do not part equal classes.
    if (c != 'h' && c != 'w') last = now;
  }
  for (; kept < 3; ++kept) code *= 8;
  return code;
}

}  // namespace prequal::quality
