// Floor: quality. Signs that a message is a test, an advertisement or a robot's.
#pragma once

#include <cstdint>
#include <string_view>

#include "quality/message.h"

namespace prequal::quality {

enum class SpamSign : std::uint8_t {
#define PREQUAL_SPAM(name, code) name,
#include "quality/spam.def"
#undef PREQUAL_SPAM
};
#define PREQUAL_SPAM(name, code) +1
inline constexpr std::size_t kSpamSigns = 0
#include "quality/spam.def"
    ;
#undef PREQUAL_SPAM

[[nodiscard]] std::string_view spam_code(SpamSign sign);
[[nodiscard]] constexpr std::uint32_t spam_bit(SpamSign sign) {
  return 1U << static_cast<unsigned>(sign);
}

/// The signs of a message that was read, one bit each. Cost: one pass over its words and bytes.
[[nodiscard]] std::uint32_t find_spam_signs(const Message& message);

/// Was a form filled in faster than anybody reads it? `seconds` as the page measured them: digits, with a fraction if there is
/// one; anything else says nothing.
[[nodiscard]] bool is_too_fast(std::string_view seconds);

}  // namespace prequal::quality
