// Floor: quality. National Provider Identifiers.
#pragma once

#include <cstdint>
#include <string_view>

namespace prequal::quality {

enum class NpiVerdict : std::uint8_t {
  valid,       ///< ten digits that start with 1 or 2 and carry the right check digit
  malformed,   ///< not ten digits, or another first digit
  mistyped,    ///< the check digit does not fit, so one digit at least is wrong
  suspicious,  ///< the check digit fits, but the digits look made up: 1234567893, 1111111112
};

/// Checks the digit by the Luhn formula with the prefix 80840, as CMS defines it. Spaces and hyphens are passed over. A valid
/// number need not belong to anybody. Cost: one pass.
[[nodiscard]] NpiVerdict check_npi(std::string_view text);

/// Does the last digit fit the ones before it (Luhn, modulo 10)? `sum` stands for digits that come first. Requires: digits.
[[nodiscard]] bool passes_luhn(std::string_view digits, unsigned sum = 0);

}  // namespace prequal::quality
