#include "quality/phone.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "quality/tiers.h"
#include "quality/words.h"

namespace prequal::quality {
namespace {

#include "quality/data/area_codes.inc"

struct Area {
  std::string_view state;
  char zone;
  std::string_view codes;
};

constexpr auto kAreas = std::to_array<Area>({
#define PREQUAL_AREA_CODES(state, zone, codes) {state, zone, codes},
#include "quality/area_codes.def"
#undef PREQUAL_AREA_CODES
});

constexpr std::size_t code_number(std::string_view digits) {
  std::size_t number = 0;
  for (const char c : digits.substr(0, 3)) number = number * 10 + static_cast<std::size_t>(c - '0');
  return number;
}

// The line of kAreas that an area code stands in, from 1.
constexpr auto kLineOf = [] {
  std::array<std::uint8_t, 1000> out{};
  for (std::size_t line = 0; line < kAreas.size(); ++line) {
    each_word(kAreas[line].codes, [&](std::string_view code) {
      if (!code.empty()) out[code_number(code)] = static_cast<std::uint8_t>(line + 1);
      return true;
    });
  }
  return out;
}();
static_assert(kAreas.size() < 256);

constexpr std::size_t kNationalDigits = 10;

bool all_same(std::string_view digits) {
  return std::ranges::all_of(digits, [&](char c) { return c == digits.front(); });
}

bool is_sequence(std::string_view digits) {
  return digits == "1234567890" || digits == "0123456789" || digits == "9876543210";
}

bool is_plan_group(std::string_view three) {
  // Area code and exchange start with 2 to 9; neither is of the form N11.
  return three[0] >= '2' && (three[1] != '1' || three[2] != '1');
}

// The longest row of digits that each differ from the one before by `step`.
std::size_t longest_row(std::string_view digits, int step) {
  std::size_t longest = 1;
  std::size_t row = 1;
  for (std::size_t i = 1; i < digits.size(); ++i) {
    row = digits[i] - digits[i - 1] == step ? row + 1 : 1;
    longest = std::max(longest, row);
  }
  return longest;
}

// Only reviewers are told.
[[maybe_unused]] PhonePattern find_pattern(std::string_view digits) {
  constexpr std::size_t kRepeated = 5;
  constexpr std::size_t kSequential = 6;
  constexpr std::string_view kTollFree = "800 833 844 855 866 877 888";
  const std::string_view exchange = digits.substr(3, 3);
  if (exchange == "555" && digits.substr(6, 2) == "01") return PhonePattern::fictional;
  if (longest_row(digits, 0) >= kRepeated) return PhonePattern::repeated;
  if (longest_row(digits, 1) >= kSequential || longest_row(digits, -1) >= kSequential) return PhonePattern::sequential;
  if (holds_word(kTollFree, digits.substr(0, 3))) return PhonePattern::toll_free;
  if (digits.starts_with("900") || exchange == "976") return PhonePattern::premium;
  return PhonePattern::ordinary;
}

PhoneVerdict judge_national(std::string_view digits) {
  if (all_same(digits) || is_sequence(digits) || all_same(digits.substr(3))) return PhoneVerdict::placeholder;
  const bool possible = is_plan_group(digits.substr(0, 3)) && is_plan_group(digits.substr(3, 3));
  return possible ? PhoneVerdict::valid : PhoneVerdict::malformed;
}

}  // namespace

PhoneNumber read_phone(std::string_view text) {
  PhoneNumber out;
  bool international = false;
  bool in_extension = false;
  for (const char c : text) {
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
    out.verdict = judge_national(out.digits);
  } else if (international && out.digits.size() >= 7 && out.digits.size() <= 15 && out.digits[0] != '0') {
    out.verdict = PhoneVerdict::plausible;
    out.digits.insert(0, 1, '+');
  } else if (out.digits.size() >= 7 && all_same(out.digits)) {
    out.verdict = PhoneVerdict::placeholder;
  }
  if (out.verdict == PhoneVerdict::malformed) out.digits.clear();
  return out;
}

PhoneNumber check_phone(std::string_view text) {
  PhoneNumber out = read_phone(text);
  if (out.verdict != PhoneVerdict::valid) return out;
  if constexpr (kForReviewers) out.pattern = find_pattern(out.digits);
  if (!is_area_in_service(out.digits)) {
    out.verdict = PhoneVerdict::unassigned;
    out.digits.clear();
  }
  return out;
}

AreaCode find_area(std::string_view digits) {
  const std::size_t line = kLineOf[code_number(digits)];
  return line == 0 ? AreaCode{} : AreaCode{kAreas[line - 1].state, kAreas[line - 1].zone};
}

bool is_area_in_service(std::string_view digits) {
  const int code = (digits[0] - '0') * 100 + (digits[1] - '0') * 10 + (digits[2] - '0');
  if (code < 200) return false;
  const auto bit = static_cast<std::size_t>(code - 200);
  return (kInService[bit / 64] >> bit % 64 & 1U) != 0;
}

}  // namespace prequal::quality
