// Floor: quality. Host names and the organizations behind them: the public suffix list, hosts of websites.
#pragma once

#include <cstdint>
#include <string_view>

namespace prequal::quality {

/// A name of letters, digits, hyphens and dots as the WHATWG allows it after the @ of an address. Cost: one pass.
[[nodiscard]] bool is_host_name(std::string_view text);

/// The host of a web address: without scheme, user, port, path and a dot at the end. Borrows from `website`.
[[nodiscard]] std::string_view view_host(std::string_view website);

/// The public suffix of a host ("co.uk" of "www.clinic.co.uk"): what anybody can register names below. The small build knows
/// the rules for suffixes of countries instead of the list. Cost: one pass and a few table look-ups. Borrows from `host`.
[[nodiscard]] std::string_view view_public_suffix(std::string_view host);

/// The name that was registered ("clinic.co.uk" of "www.clinic.co.uk"); empty when the host is a public suffix itself, an
/// address in numbers, or no host name. Borrows from `host`.
[[nodiscard]] std::string_view view_registered(std::string_view host);

/// Does this top-level domain of two letters exist? Requires: two ASCII letters in lower case.
[[nodiscard]] bool is_country_domain(std::string_view label);
/// Is it a longer top-level domain that exists and looks like a mistake for .com, .net, .org, .edu or .gov?
[[nodiscard]] bool is_real_look_alike(std::string_view label);

/// Names reserved for examples and tests (RFC 2606, RFC 6761): .example, .test, .invalid, .localhost, example.com.
[[nodiscard]] bool is_reserved_host(std::string_view host);

}  // namespace prequal::quality
