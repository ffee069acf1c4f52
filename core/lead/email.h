// Floor: lead. Is this an e-mail address that mail can be sent to?
#pragma once

#include <cstdint>
#include <string_view>

namespace prequal::lead {

enum class EmailVerdict : std::uint8_t {
  valid,
  malformed,    ///< not an address as the WHATWG defines it for <input type=email>
  no_domain,    ///< an address by that definition, but its domain has no dot, so no mail from outside reaches it
  placeholder,  ///< typed to get past the form: test@test.com, asdf@asdf.com
};

/// Exactly the WHATWG definition of a valid e-mail address. Cost: one pass.
[[nodiscard]] bool is_valid_email(std::string_view text);

[[nodiscard]] EmailVerdict check_email(std::string_view text);

/// The part after the last @; empty when there is none. Borrows from `text`.
[[nodiscard]] std::string_view view_email_domain(std::string_view text);

}  // namespace prequal::lead
