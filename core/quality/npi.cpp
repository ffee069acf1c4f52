#include "quality/npi.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace prequal::quality {

bool passes_luhn(std::string_view digits, unsigned sum) {
  bool twice = false;
  for (std::size_t i = digits.size(); i > 0; --i) {
    const auto digit = static_cast<unsigned>(digits[i - 1] - '0');
    sum += twice ? digit * 2 / 10 + digit * 2 % 10 : digit;
    twice = !twice;
  }
  return sum % 10 == 0;
}

NpiVerdict check_npi(std::string_view text) {
  constexpr std::size_t kDigits = 10;
  constexpr unsigned kPrefix = 24;  // what the digits 80840 contribute
  std::array<char, kDigits> digits{};
  std::size_t count = 0;
  for (const char c : text) {
    if (c == ' ' || c == '-') continue;
    if (!is_digit(c) || count == kDigits) return NpiVerdict::malformed;
    digits[count++] = c;
  }
  if (count != kDigits || (digits[0] != '1' && digits[0] != '2')) return NpiVerdict::malformed;
  const std::string_view number(digits.data(), kDigits);
  if (!passes_luhn(number, kPrefix)) return NpiVerdict::mistyped;
  // The check digit is computed and not chosen, so it does not count.
  const std::string_view chosen = number.substr(1, kDigits - 2);
  const bool same = std::ranges::all_of(chosen, [&](char c) { return c == chosen.front(); });
  const bool counting = chosen == "23456789" || chosen == "98765432" || chosen == "01234567" || chosen == "12345678";
  return same || counting ? NpiVerdict::suspicious : NpiVerdict::valid;
}

}  // namespace prequal::quality
