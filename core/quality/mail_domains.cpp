// What kind of domain an address has, and which one was probably meant.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "quality/domain.h"
#include "quality/email.h"
#include "quality/name.h"
#include "quality/one_edit.h"
#include "quality/packed_set.h"
#include "quality/tiers.h"
#include "quality/words.h"

namespace prequal::quality {
namespace {

#if PREQUAL_REFERENCE == 0
#include "quality/data/disposable_small.inc"
#include "quality/data/providers_small.inc"
#elif PREQUAL_REFERENCE == 1
#include "quality/data/disposable_standard.inc"
#include "quality/data/providers_standard.inc"
#else
#include "quality/data/disposable_large.inc"
#include "quality/data/providers_standard.inc"
#endif

#define PREQUAL_MAIL_MISTAKE(names)
#define PREQUAL_MAIL_CAREFUL(names)
#define PREQUAL_MAIL_OTHER(names)
#define PREQUAL_MAIL_LOOKALIKE(names)
#define PREQUAL_MAIL_SURE(names) names " "
constexpr std::string_view kSure =
#include "quality/mail_domains.def"
    "";
#undef PREQUAL_MAIL_SURE
#undef PREQUAL_MAIL_CAREFUL
#define PREQUAL_MAIL_SURE(names)
#define PREQUAL_MAIL_CAREFUL(names) names " "
constexpr std::string_view kCareful =
#include "quality/mail_domains.def"
    "";
#undef PREQUAL_MAIL_CAREFUL
#undef PREQUAL_MAIL_LOOKALIKE
#define PREQUAL_MAIL_CAREFUL(names)
#define PREQUAL_MAIL_LOOKALIKE(names) names " "
constexpr std::string_view kLookAlikes =
#include "quality/mail_domains.def"
    "";
#undef PREQUAL_MAIL_SURE
#undef PREQUAL_MAIL_CAREFUL
#undef PREQUAL_MAIL_OTHER
#undef PREQUAL_MAIL_MISTAKE
#undef PREQUAL_MAIL_LOOKALIKE

// mail2somebody.com: some thousand names of one provider.
bool is_family(std::string_view domain) {
  constexpr std::string_view kFront = "mail2";
  return domain.size() > 9 && equal_ignoring_case(domain.substr(0, kFront.size()), kFront) &&
         equal_ignoring_case(domain.substr(domain.size() - 4), ".com") && std::ranges::count(domain, '.') == 1;
}

bool is_provider(std::string_view domain) {
  constexpr WordList kSureNames(kSure);
  constexpr WordList kCarefulNames(kCareful);
  return kSureNames.holds(domain) || kCarefulNames.holds(domain) || kProviders.contains(hash_name(domain)) ||
         is_family(domain);
}

// In a short name any letter may make another real name. What remains is what fingers do: a mistake in the ending, a letter
// twice, two letters swapped, and the key beside hit together with the right one.
bool is_careful_mistake(std::string_view typed, std::string_view meant, EditAt edit) {
  const std::size_t dot = meant.find('.');
  switch (edit.edit) {
    case Edit::swapped:
    case Edit::doubled: return true;
    case Edit::missing: return edit.at >= dot || dot > 3;
    case Edit::replaced:
      return edit.at >= dot ||
             (dot > 3 && (are_near_keys(typed[edit.at], meant[edit.at]) || has_odd_letters(typed.substr(0, dot))));
    case Edit::extra: {
      if (edit.at > dot) return true;
      if (dot < 3) return false;
      const char before = edit.at > 0 ? typed[edit.at - 1] : '\0';
      const char after = edit.at + 1 < typed.size() ? typed[edit.at + 1] : '\0';
      if (is_digit(typed[edit.at]) || typed[edit.at] == '-') return false;
      return are_near_keys(typed[edit.at], before) || are_near_keys(typed[edit.at], after) ||
             has_odd_letters(typed.substr(0, typed.find('.')));
    }
    default: return false;
  }
}

// An ending that exists nowhere, and the usual one it resembles.
std::string_view propose_ending(std::string_view label) {
  constexpr auto kUsual = std::to_array<std::string_view>({".com", ".org", ".net", ".edu", ".gov"});
  const auto usual =
      std::ranges::find_if(kUsual, [&](std::string_view one) { return equal_ignoring_case(label, one.substr(1)); });
  if (usual != kUsual.end() || label.size() < 2) return {};
  if (label.size() == 2) {
    if (!is_letter(label[0]) || !is_letter(label[1])) return {};
    const std::array<char, 2> lower{to_lower(label[0]), to_lower(label[1])};
    if (is_country_domain({lower.data(), 2})) return {};
  }
  if (is_real_look_alike(label)) return {};
  for (const std::string_view one : kUsual) {
    const Edit edit = find_edit(label, one.substr(1)).edit;
    if (edit != Edit::more && edit != Edit::none) return one;
  }
  return {};
}

std::string_view propose_provider(std::string_view domain) {
  std::string_view found;
  each_word(kSure, [&](std::string_view meant) {
    if (meant.empty()) return true;
    const EditAt edit = find_edit(domain, meant);
    if (edit.edit == Edit::more || edit.edit == Edit::none) return true;
    found = meant;
    return false;
  });
  if (!found.empty()) return found;
  each_word(kCareful, [&](std::string_view meant) {
    if (meant.empty() || !is_careful_mistake(domain, meant, find_edit(domain, meant))) return true;
    found = meant;
    return false;
  });
  return found;
}

}  // namespace

DomainKind find_domain_kind(std::string_view domain) {
  if (is_reserved_host(domain)) return DomainKind::reserved;
  if (is_provider(domain)) return DomainKind::free;
  if (kDisposable.contains(hash_name(domain))) return DomainKind::disposable;
  if (std::ranges::count(domain, '.') < 2) return DomainKind::organization;  // it is its own registered name, or none
  const std::string_view registered = view_registered(domain);
  if (!registered.empty() && registered.size() != domain.size()) {
    if (is_provider(registered)) return DomainKind::free;
    if (kDisposable.contains(hash_name(registered))) return DomainKind::disposable;
  }
  return DomainKind::organization;
}

DomainProposal propose_domain(std::string_view typed) {
  constexpr std::size_t kLongest = 64;  // known names are shorter, and so are mistakes in them
  std::array<char, kLongest> lower{};
  if (typed.size() > kLongest) return {};
  std::ranges::transform(typed, lower.begin(), to_lower);
  const std::string_view domain(lower.data(), typed.size());
  // Lists of throw-away domains hold misspelled ones that somebody registered.
  const DomainKind kind = find_domain_kind(domain);
  if (kind == DomainKind::free || kind == DomainKind::reserved || holds_word(kLookAlikes, domain)) return {};
  if (const std::string_view provider = propose_provider(domain); !provider.empty()) return {provider};
  const std::size_t dot = domain.rfind('.');
  if (dot == std::string_view::npos) {
    // A mail domain without any dot: "gmail", "gmailcom".
    std::string_view found;
    each_word(kSure, [&](std::string_view meant) {
      if (equal_ignoring_case(domain, meant.substr(0, meant.find('.'))) && !meant.empty()) found = meant;
      return found.empty();
    });
    return {found};
  }
  const std::string_view ending = propose_ending(domain.substr(dot + 1));
  // "gmial.con": a known domain once the ending is right.
  if (!ending.empty() && dot + ending.size() <= kLongest) {
    std::ranges::copy(ending, lower.begin() + static_cast<std::ptrdiff_t>(dot));
    if (const auto provider = propose_provider({lower.data(), dot + ending.size()}); !provider.empty()) return {provider};
  }
  return {ending};
}

}  // namespace prequal::quality
