// Floor: lead. Can this telephone number exist?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace prequal::lead {

enum class PhoneVerdict : std::uint8_t {
  valid,      ///< a number of the North American plan that can be assigned
  plausible,  ///< another country's number in international form; not checked further
  malformed,
  placeholder,  ///< typed to get past the form: 000-000-0000, 123-456-7890
};

/// What is left of a typed number: its ten digits, and an extension.
struct PhoneNumber {
  PhoneVerdict verdict = PhoneVerdict::malformed;
  std::string digits;  ///< ten for North America, with + for other countries; empty when malformed
  std::string extension;
};

/// Accepts any punctuation, a leading 1 or +1, and "x", "ext", "extension", "#" before an extension. Cost: one pass.
[[nodiscard]] PhoneNumber check_phone(std::string_view text);

}  // namespace prequal::lead
