#include "lead/phone.h"

#include <algorithm>

#include "base/text.h"

namespace prequal::lead {
namespace {

constexpr std::size_t kNationalDigits = 10;

bool all_same(std::string_view digits) {
  return std::ranges::all_of(digits, [&](char c) { return c == digits.front(); });
}

bool is_sequence(std::string_view digits) {
  return digits == "1234567890" || digits == "0123456789" || digits == "9876543210";
}

bool can_be_assigned(std::string_view digits) {
  // Area code and exchange start with 2 to 9; neither is of the form N11.
  const auto group = [](std::string_view three) { return three[0] >= '2' && !(three[1] == '1' && three[2] == '1'); };
  return group(digits.substr(0, 3)) && group(digits.substr(3, 3));
}

}  // namespace

PhoneNumber check_phone(std::string_view text) {
  PhoneNumber out;
  bool international = false;
  bool in_extension = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_digit(c)) {
      (in_extension ? out.extension : out.digits).push_back(c);
    } else if (c == '+' && out.digits.empty()) {
      international = true;
    } else if (c == '#' || is_letter(c)) {
      // Letters are only understood as the start of an extension, after the number.
      if (out.digits.size() < 7) return {};
      in_extension = true;
    } else if (c < 0 && out.digits.empty()) {
      return {};
    }
  }
  if (out.digits.size() == kNationalDigits + 1 && out.digits[0] == '1') {
    out.digits.erase(0, 1);
    international = false;
  }
  if (out.digits.size() == kNationalDigits && !international) {
    if (all_same(out.digits) || is_sequence(out.digits) || all_same(std::string_view(out.digits).substr(3))) {
      out.verdict = PhoneVerdict::placeholder;
    } else if (can_be_assigned(out.digits)) {
      out.verdict = PhoneVerdict::valid;
    }
  } else if (international && out.digits.size() >= 7 && out.digits.size() <= 15 && out.digits[0] != '0') {
    out.verdict = PhoneVerdict::plausible;
    out.digits.insert(0, 1, '+');
  } else if (!out.digits.empty() && out.digits.size() >= 7 && all_same(out.digits)) {
    out.verdict = PhoneVerdict::placeholder;
  }
  if (out.verdict == PhoneVerdict::malformed) out.digits.clear();
  return out;
}

}  // namespace prequal::lead
