#include "lead/email.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace prequal::lead {
namespace {

bool is_local_char(char c) {
  return is_letter(c) || is_digit(c) || std::string_view(".!#$%&'*+/=?^_`{|}~-").contains(c);
}

bool is_label(std::string_view label) {
  constexpr std::size_t kLongest = 63;
  if (label.empty() || label.size() > kLongest || label.front() == '-' || label.back() == '-') return false;
  return std::ranges::all_of(label, [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && equal_ignoring_case(text.substr(0, prefix.size()), prefix);
}

// Words that people type before the @, or as the whole domain, when they do not want to give an address.
constexpr auto kPlaceholderWords = std::to_array<std::string_view>(
    {"test", "asdf", "asd", "qwerty", "none", "noemail", "nomail", "na", "abc", "xxx", "fake", "foo", "example", "aaa"});

bool is_placeholder_word(std::string_view word) {
  return std::ranges::any_of(kPlaceholderWords, [&](std::string_view known) { return equal_ignoring_case(word, known); });
}

}  // namespace

bool is_valid_email(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == 0 || at == std::string_view::npos) return false;
  if (!std::ranges::all_of(text.substr(0, at), is_local_char)) return false;
  std::string_view domain = text.substr(at + 1);
  for (;;) {
    const std::size_t dot = domain.find('.');
    if (!is_label(domain.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    domain.remove_prefix(dot + 1);
  }
}

EmailVerdict check_email(std::string_view text) {
  if (!is_valid_email(text)) return EmailVerdict::malformed;
  const std::string_view local = text.substr(0, text.find('@'));
  const std::string_view domain = view_email_domain(text);
  const std::size_t dot = domain.find('.');
  if (dot == std::string_view::npos) return EmailVerdict::no_domain;
  const std::string_view first = domain.substr(0, dot);
  const bool same = equal_ignoring_case(local, first);
  const bool word = is_placeholder_word(local);
  if (word && (same || is_placeholder_word(first) || starts_with_ignoring_case(domain, "email."))) {
    return EmailVerdict::placeholder;
  }
  if (same && local.size() <= 2) return EmailVerdict::placeholder;
  return EmailVerdict::valid;
}

std::string_view view_email_domain(std::string_view text) {
  const std::size_t at = text.rfind('@');
  return at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
}

}  // namespace prequal::lead
