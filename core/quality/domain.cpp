#include "quality/domain.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "quality/packed_set.h"
#include "quality/tiers.h"
#include "quality/words.h"

namespace prequal::quality {
namespace {

#include "quality/data/top_levels.inc"

bool is_label(std::string_view label) {
  constexpr std::size_t kLongest = 63;
  if (label.empty() || label.size() > kLongest || label.front() == '-' || label.back() == '-') return false;
  return std::ranges::all_of(label, [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

/// Where the last label before `end` starts.
std::size_t label_start(std::string_view host, std::size_t end) {
  const std::size_t dot = host.rfind('.', end == 0 ? 0 : end - 1);
  return dot == std::string_view::npos || end == 0 ? 0 : dot + 1;
}

#if PREQUAL_REFERENCE > 0

#include "quality/data/suffixes.inc"

// From the right: the longest suffix that is a rule, "any name below" and its exceptions included.
std::size_t suffix_start(std::string_view host) {
  std::size_t found = label_start(host, host.size());
  NameHash hash;
  std::size_t i = host.size();
  bool below = false;  // the name to the right of this label is a "*" rule
  for (;;) {
    const std::size_t start = label_start(host, i);
    for (std::size_t at = i; at > start; --at) hash.add(to_lower(host[at - 1]));
    if (i != host.size()) {
      if (below && kSuffixes.contains(hash.value('!'))) return i + 1;
      if (below || kSuffixes.contains(hash.value('='))) found = start;
    }
    if (start == 0) return found;
    below = kSuffixes.contains(hash.value('*'));
    hash.add('.');
    i = start - 1;
  }
}

#else

// Second labels that countries register names below, and places where anybody can put a site.
constexpr std::string_view kSecondLabels =
    "ac co com ed edu ebiz go gob gov gub gv id info int ltd me med mil ne net nhs nom or org "
    "plc sch web";
constexpr std::string_view kHosts =
    "wordpress.com wixsite.com weebly.com blogspot.com github.io myshopify.com square.site "
    "godaddysites.com netlify.app vercel.app web.app pages.dev business.site webflow.io "
    "herokuapp.com azurewebsites.net sites.google.com";

std::size_t suffix_start(std::string_view host) {
  const std::size_t top = label_start(host, host.size());
  if (top == 0) return 0;
  const std::size_t second = label_start(host, top - 1);
  const std::string_view label = host.substr(second, top - 1 - second);
  const bool country = host.size() - top == 2;
  if (country && second > 0 && equal_ignoring_case(host.substr(top), "us") && label.size() == 2) {
    // city.st.us, and k12.st.us, cc.st.us, lib.st.us below which schools and libraries are.
    const std::size_t third = label_start(host, second - 1);
    constexpr std::string_view kBelowStates = "k12 cc lib";
    return holds_word(kBelowStates, host.substr(third, second - 1 - third)) ? third : second;
  }
  if ((country && holds_word(kSecondLabels, label)) || holds_word(kHosts, host.substr(second))) return second;
  return top;
}

#endif

}  // namespace

bool is_host_name(std::string_view text) {
  for (;;) {
    const std::size_t dot = text.find('.');
    if (!is_label(text.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    text.remove_prefix(dot + 1);
  }
}

std::string_view view_host(std::string_view website) {
  const std::size_t scheme = website.find("://");
  if (scheme != std::string_view::npos) website.remove_prefix(scheme + 3);
  website = website.substr(0, website.find_first_of("/?#"));
  const std::size_t user = website.rfind('@');
  if (user != std::string_view::npos) website.remove_prefix(user + 1);
  website = website.substr(0, website.find(':'));
  if (website.ends_with('.')) website.remove_suffix(1);
  return website;
}

std::string_view view_public_suffix(std::string_view host) {
  return host.substr(suffix_start(host));
}

std::string_view view_registered(std::string_view host) {
  const bool numbers = std::ranges::all_of(host, [](char c) { return is_digit(c) || c == '.'; });
  if (host.empty() || host.front() == '.' || host.back() == '.' || numbers || host.contains(':')) return {};
  const std::size_t suffix = suffix_start(host);
  if (suffix == 0) return {};
  return host.substr(label_start(host, suffix - 1));
}

bool is_country_domain(std::string_view label) {
  const auto bit = static_cast<std::size_t>(label[0] - 'a') * 26 + static_cast<std::size_t>(label[1] - 'a');
  return (kTwoLetters[bit / 64] >> bit % 64 & 1U) != 0;
}

bool is_real_look_alike(std::string_view label) {
  return holds_word(kRealLookAlikes, label);
}

bool is_reserved_host(std::string_view host) {
  constexpr std::string_view kTop = "example test invalid localhost";
  const std::size_t top = label_start(host, host.size());
  if (holds_word(kTop, host.substr(top))) return true;
  if (top == 0) return false;
  const std::size_t second = label_start(host, top - 1);
  return equal_ignoring_case(host.substr(second, top - 1 - second), "example") &&
         holds_word("com net org edu", host.substr(top));
}

}  // namespace prequal::quality
