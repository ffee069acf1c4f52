// Floor: quality. Can this telephone number exist, and what can be said of it?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace prequal::quality {

enum class PhoneVerdict : std::uint8_t {
  valid,        ///< ten digits of the North American numbering plan that can be assigned
  plausible,    ///< another country's number in international form (E.164); not checked further
  malformed,    ///< too few or too many digits, or a group of digits that the plan does not allow
  unassigned,   ///< well formed, but nobody has that area code
  placeholder,  ///< typed to get past the form: 000-000-0000, 123-456-7890
};

/// What is odd about the digits of a number that can exist. A matter of policy, apart from validity.
enum class PhonePattern : std::uint8_t {
  ordinary,
  fictional,   ///< 555-0100 to 555-0199: for films and examples
  repeated,    ///< five equal digits in a row or more
  sequential,  ///< six digits in a row that count up or down
  toll_free,
  premium,  ///< 900 and 976 numbers: the caller pays
};

/// What is left of a typed number: its ten digits, and an extension.
struct PhoneNumber {
  PhoneVerdict verdict = PhoneVerdict::malformed;
  PhonePattern pattern = PhonePattern::ordinary;
  std::string digits;  ///< ten for North America, with + for other countries; empty unless valid, plausible or placeholder
  std::string extension;
};

/// What the digits alone say, without the list of area codes: never `unassigned`, and no pattern. Accepts any punctuation, a
/// leading 1 or +1, and "x", "ext", "extension", "#" before an extension. Cost: one pass.
[[nodiscard]] PhoneNumber read_phone(std::string_view text);
/// The same, with the area code looked up and the pattern found. Cost: one pass.
[[nodiscard]] PhoneNumber check_phone(std::string_view text);

/// Where an area code belongs. People take their numbers along, so it says little about where somebody is.
struct AreaCode {
  std::string_view state;  ///< postal code; empty for other countries, toll-free and unknown codes
  char zone = 0;           ///< see area_codes.def; 0 when there is no state
};
/// Requires: three digits or more. Cost: one pass over a table of 60 lines.
[[nodiscard]] AreaCode find_area(std::string_view digits);
[[nodiscard]] bool is_area_in_service(std::string_view digits);

}  // namespace prequal::quality
