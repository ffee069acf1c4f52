// Floor: quality. E-mail addresses: valid or not and why, what kind of domain, what was probably meant.
#pragma once

#include <cstdint>
#include <string_view>

namespace prequal::quality {

/// Why a text is no address as the WHATWG defines it for <input type=email>.
enum class EmailFault : std::uint8_t {
  none,
  no_at,              ///< nothing says where the domain starts
  several_at,         ///< more than one @
  empty_local,        ///< nothing before the @
  local_character,    ///< a character that may not stand before the @
  empty_label,        ///< two dots, a dot at an end, or no domain at all
  long_label,         ///< more than 63 characters between two dots
  hyphen,             ///< a part of the domain starts or ends with a hyphen
  domain_character,   ///< a character that may not stand in a domain
  internationalized,  ///< letters beyond ASCII: an address by RFC 6531, which most forms and many mail systems refuse
};

/// Exactly the WHATWG definition of a valid e-mail address, with the reason where it is not. Cost: one pass.
[[nodiscard]] EmailFault find_email_fault(std::string_view text);
[[nodiscard]] std::string_view fault_name(EmailFault fault);

/// The part after the last @; empty when there is none. Borrows from `text`.
[[nodiscard]] std::string_view view_email_domain(std::string_view text);

/// Whom a domain belongs to, as far as the tables of this build know. The command knows more disposable domains than the full
/// build for the web, and that more than the form; each takes one other domain in some thousand for a known one.
enum class DomainKind : std::uint8_t {
  organization,  ///< none of the below: an organization's or a person's own
  free,          ///< anybody can have an address there, so it names no organization
  disposable,    ///< a service for throw-away addresses
  reserved,      ///< for examples and tests (RFC 2606); no mail ever arrives
};
/// Cost: a few table look-ups. Requires: a host name.
[[nodiscard]] DomainKind find_domain_kind(std::string_view domain);

/// Does a function and not a person stand before the @: info@, billing@, citas@? Cost: one pass over a list of words.
[[nodiscard]] bool is_role_address(std::string_view email);

/// Was it typed to get past a form: test@test.com, asdf@asdf.com, a@a.com?
[[nodiscard]] bool is_placeholder_address(std::string_view email);

/// Valid, with a domain that mail from outside can reach, and not typed to get past a form.
[[nodiscard]] bool is_usable_address(std::string_view email);

/// What was probably meant instead of a mistyped domain.
struct DomainProposal {
  std::string_view domain;  ///< a whole domain ("gmail.com"), or an ending with its dot (".com"); empty: nothing to propose
  /// A constant of the tables and not a part of what was typed, so it may be shown and logged.
};
/// One likely typing mistake away: a key missed, doubled, swapped or hit beside, in a well-known mail domain or in .com,
/// .net, .org, .edu or .gov. Known mail domains and existing endings are never touched. Cost: linear in the list of domains.
[[nodiscard]] DomainProposal propose_domain(std::string_view domain);

}  // namespace prequal::quality
