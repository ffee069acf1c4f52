#include "quality/link_evidence.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "quality/compare.h"
#include "quality/fixed_log.h"
#include "quality/link_names.h"
#include "quality/words.h"

namespace prequal::quality {
namespace {

constexpr std::int32_t kHalf = kBit / 2;

std::int32_t log_of(std::uint32_t count) {
  return log2_fixed(std::max<std::uint32_t>(count, 1));
}

struct Compared {
  Agreement agreement = Agreement::missing;
  std::int32_t strength = 0;
};

struct Pair {
  const LinkRecords& records;
  std::uint32_t a;
  std::uint32_t b;

  [[nodiscard]] std::string_view of_a(RecordPart part) const { return records.view(a, part); }
  [[nodiscard]] std::string_view of_b(RecordPart part) const { return records.view(b, part); }
  [[nodiscard]] bool missing(RecordPart part) const { return of_a(part).empty() || of_b(part).empty(); }
  /// Of the two counts the lower: a mistyped value is rare.
  [[nodiscard]] std::uint32_t least(Sharing kind) const {
    return std::min(records.shared_by(a, kind), records.shared_by(b, kind));
  }
  [[nodiscard]] std::uint32_t most(Sharing kind) const {
    return std::max(records.shared_by(a, kind), records.shared_by(b, kind));
  }
  /// How rare a value is among the records of the list and some thousand others that are not in it, in 1/256 bits.
  [[nodiscard]] std::int32_t rarity(std::uint32_t count) const {
    constexpr std::uint32_t kOthers = 2'000;
    return log2_fixed(records.size() + kOthers) - log_of(count + 1);
  }
  /// What it takes off that so many persons share a value: they are other persons than these.
  [[nodiscard]] std::int32_t crowd(Sharing kind) const {
    const std::uint32_t persons = most(kind);
    return persons < 3 ? 0 : log_of(persons - 1);
  }
};

// Two family names with their given names, in this order of words.
Compared compare_in_order(const Pair& pair, std::string_view given_a, std::string_view family_a, std::string_view given_b,
                          std::string_view family_b) {
  constexpr std::uint32_t kKnown = 3;  // a name that so many records have was typed on purpose
  const NameLikeness family = compare_family(family_a, family_b);
  // The short forms of a given name are many, so they are looked for only where the family says that it is worth it.
  const bool alike = family != NameLikeness::differs;
  const NameLikeness given = alike                ? compare_given(given_a, given_b)
                             : given_a == given_b ? NameLikeness::same
                                                  : NameLikeness::differs;
  const bool no_given = given_a.empty() || given_b.empty();
  std::int32_t strength = 0;
  switch (family) {
    case NameLikeness::same: strength = std::clamp(pair.rarity(pair.most(Sharing::family)), 3 * kBit, 8 * kBit); break;
    case NameLikeness::part:
      strength = std::clamp(pair.rarity(pair.most(Sharing::family)) - 3 * kBit, kBit, 5 * kBit);
      break;
    case NameLikeness::typed:
    case NameLikeness::sound: {
      const bool both_known = pair.least(Sharing::family) >= kKnown;
      const std::int32_t cost = (both_known ? 5 * kBit : 3 * kBit) + (family == NameLikeness::sound ? kBit : 0);
      strength = std::clamp(pair.rarity(pair.least(Sharing::family)) - cost, kBit, 5 * kBit + kHalf);
      break;
    }
    case NameLikeness::initial:
      if (given != NameLikeness::same) return {Agreement::differs, -8 * kBit};
      strength = kBit;
      break;
    default:
      // Who marries may change the family name; a rare given name is kept.
      return {Agreement::differs, given == NameLikeness::same ? -5 * kBit : -12 * kBit};
  }
  if (no_given) return {Agreement::near, strength / 2};
  const bool same = family == NameLikeness::same && given == NameLikeness::same;
  switch (given) {
    case NameLikeness::same:
      strength += std::clamp(pair.rarity(pair.most(Sharing::given)), 2 * kBit, 5 * kBit);
      if (same) strength = std::min(strength, std::max(pair.rarity(pair.most(Sharing::full_name)), 6 * kBit));
      break;
    case NameLikeness::short_form: strength += 2 * kBit; break;
    case NameLikeness::initial: strength += kHalf; break;
    case NameLikeness::typed: strength += pair.least(Sharing::given) >= kKnown ? -4 * kBit : 2 * kBit; break;
    default: return {Agreement::differs, given_a[0] == given_b[0] ? -7 * kBit : -10 * kBit};
  }
  return {same ? Agreement::same : Agreement::near, strength};
}

Compared compare_names(const Pair& pair) {
  if (pair.missing(RecordPart::family)) return {};
  const std::string_view given_a = pair.of_a(RecordPart::given);
  const std::string_view given_b = pair.of_b(RecordPart::given);
  const std::string_view family_a = pair.of_a(RecordPart::family);
  const std::string_view family_b = pair.of_b(RecordPart::family);
  Compared best = compare_in_order(pair, given_a, family_a, given_b, family_b);
  if (best.agreement != Agreement::differs) return best;
  // A first name alone stands where a family name stands otherwise.
  if (given_a.empty() != given_b.empty()) {
    const bool known = given_a.empty() ? family_a == given_b : family_b == given_a;
    if (known) return {Agreement::near, 2 * kBit};
  }
  if (given_a.empty() || given_b.empty()) return best;
  // The two were typed into each other's place, in one of the records.
  if (given_a[0] != view_last_word(family_b)[0] || given_b[0] != view_last_word(family_a)[0]) return best;
  for (const Compared& turned : {compare_in_order(pair, family_a, given_a, given_b, family_b),
                                 compare_in_order(pair, given_a, family_a, family_b, given_b)}) {
    if (turned.agreement == Agreement::differs) continue;
    const std::int32_t strength = turned.strength - kBit;
    if (best.agreement == Agreement::differs || strength > best.strength) best = {Agreement::near, strength};
  }
  return best;
}

bool holds_all_words(std::string_view longer, std::string_view shorter) {
  bool all = shorter.contains(' ');
  each_word(shorter, [&](std::string_view word) {
    all = all && holds_word(longer, word);
    return all;
  });
  return all;
}

bool are_near_organizations(std::string_view a, std::string_view b) {
  constexpr std::int32_t kNear = 940;
  if (is_one_edit(a, b)) return true;
  const bool shorter = a.size() < b.size();
  if (holds_all_words(shorter ? b : a, shorter ? a : b)) return true;
  return a[0] == b[0] && compare_texts(a, b) >= kNear;
}

bool share_mail_site(const Pair& pair) {
  if (pair.missing(RecordPart::email)) return false;
  const std::string_view site = view_mail_site(pair.of_a(RecordPart::email));
  return !pair.records.has_free_address(pair.a) && site == view_mail_site(pair.of_b(RecordPart::email));
}

// For records that name no person the organization is who they are.
Compared compare_identity(const Pair& pair) {
  const std::string_view a = pair.of_a(RecordPart::organization);
  const std::string_view b = pair.of_b(RecordPart::organization);
  if (a.empty() || b.empty()) return {};
  if (a == b) return {Agreement::same, std::clamp(pair.rarity(pair.most(Sharing::identity)), 3 * kBit, 9 * kBit)};
  if (!are_near_organizations(a, b)) return {Agreement::differs, -8 * kBit};
  return {Agreement::near, std::clamp(pair.rarity(pair.most(Sharing::identity)) - 4 * kBit, kBit, 5 * kBit)};
}

Compared compare_organizations(const Pair& pair) {
  const std::string_view a = pair.of_a(RecordPart::organization);
  const std::string_view b = pair.of_b(RecordPart::organization);
  if (a.empty() || b.empty()) return {};
  if (a == b) return {Agreement::same, -kBit - pair.crowd(Sharing::organization)};
  if (are_near_organizations(a, b) || share_mail_site(pair)) {
    return {Agreement::near, -2 * kBit - pair.crowd(Sharing::organization)};
  }
  return {Agreement::differs, -3 * kBit};
}

// Is the part before the @ one that people of the same name would not have both? One that is made of the name alone says nothing
// that the name does not.
bool is_telling(const Pair& pair, std::string_view local) {
  constexpr std::size_t kLong = 5;
  constexpr std::ptrdiff_t kNumber = 2;  // one digit is put behind a name that is taken
  if (local.size() < kLong) return false;
  if (std::ranges::count_if(local, is_digit) >= kNumber) return true;
  const auto holds = [&](std::string_view name) { return !name.empty() && local.contains(name); };
  return !holds(pair.of_a(RecordPart::given)) && !holds(view_last_word(pair.of_a(RecordPart::family))) &&
         !holds(pair.of_b(RecordPart::given)) && !holds(view_last_word(pair.of_b(RecordPart::family)));
}

// Do two mailboxes differ in a letter? Dots and numbers are put into a name to tell persons apart who have the same.
bool differ_by_letter(std::string_view a, std::string_view b) {
  std::string letters_a;
  std::string letters_b;
  std::string digits_a;
  std::string digits_b;
  for (const char c : a) (is_digit(c) ? digits_a : letters_a).append(is_digit(c) || is_letter(c) ? 1U : 0U, c);
  for (const char c : b) (is_digit(c) ? digits_b : letters_b).append(is_digit(c) || is_letter(c) ? 1U : 0U, c);
  return letters_a != letters_b && digits_a == digits_b;
}

Compared compare_emails(const Pair& pair) {
  const std::string_view a = pair.of_a(RecordPart::email);
  const std::string_view b = pair.of_b(RecordPart::email);
  if (a.empty() || b.empty()) return {};
  const bool role = pair.records.has_role_address(pair.a) || pair.records.has_role_address(pair.b);
  if (a == b) return {Agreement::same, (role ? kBit : 5 * kBit) - pair.crowd(Sharing::email)};
  if (role) return {};  // an office's address says nothing against a person's own
  const std::string_view local = view_local(a);
  const bool same_local = local == view_local(b);
  if (is_one_edit(a, b) && local.size() > 3 && (same_local || differ_by_letter(local, view_local(b)))) {
    // Where nobody is named, mark@ and mary@ may be two.
    const bool named = !pair.of_a(RecordPart::family).empty() || !pair.of_b(RecordPart::family).empty();
    return {Agreement::near, (named ? 3 * kBit : -kBit) - pair.crowd(Sharing::email)};
  }
  const bool some_free = pair.records.has_free_address(pair.a) || pair.records.has_free_address(pair.b);
  if (some_free && same_local && is_telling(pair, local)) return {Agreement::near, 2 * kBit - pair.crowd(Sharing::email)};
  return {Agreement::differs, -kBit - kHalf};
}

// Numbers of that kind belong to whole companies.
bool is_toll_free(std::string_view phone) {
  constexpr auto kCodes = std::to_array<std::string_view>({"800", "833", "844", "855", "866", "877", "888"});
  return std::ranges::find(kCodes, phone.substr(0, 3)) != kCodes.end();
}

Compared compare_phones(const Pair& pair) {
  const std::string_view a = pair.of_a(RecordPart::phone);
  const std::string_view b = pair.of_b(RecordPart::phone);
  if (a.empty() || b.empty()) return {};
  if (a == b) return {Agreement::same, (is_toll_free(a) ? 0 : 2 * kBit + kHalf) - pair.crowd(Sharing::phone)};
  // Numbers of one house follow each other, so one digit says little.
  if (a.size() == b.size() && is_one_edit(a, b)) return {Agreement::near, -kBit - kHalf};
  return {Agreement::differs, -kBit};
}

Compared compare_addresses(const Pair& pair) {
  constexpr std::int32_t kNear = 870;
  const std::string_view a = pair.of_a(RecordPart::address);
  const std::string_view b = pair.of_b(RecordPart::address);
  if (a.empty() || b.empty()) return {};
  if (a == b) return {Agreement::same, -pair.crowd(Sharing::address)};
  const bool same_number = a.substr(0, a.find(' ')) == b.substr(0, b.find(' '));
  if ((same_number && compare_texts(a, b) >= kNear) || is_one_edit(a, b)) {
    return {Agreement::near, -kBit - pair.crowd(Sharing::address)};
  }
  return {Agreement::differs, -kBit - kHalf};
}

Compared compare_places(const Pair& pair) {
  const std::string_view state_a = pair.of_a(RecordPart::state);
  const std::string_view state_b = pair.of_b(RecordPart::state);
  const std::string_view city_a = pair.of_a(RecordPart::city);
  const std::string_view city_b = pair.of_b(RecordPart::city);
  const bool same_city = !city_a.empty() && city_a == city_b;
  const bool other_state = !state_a.empty() && !state_b.empty() && state_a != state_b;
  constexpr std::size_t kArea = 3;
  if (!pair.missing(RecordPart::zip)) {
    const std::string_view a = pair.of_a(RecordPart::zip);
    const std::string_view b = pair.of_b(RecordPart::zip);
    if (a == b) return {Agreement::same, -4 * kBit - pair.crowd(Sharing::place)};
    if (!other_state && (same_city || a.substr(0, kArea) == b.substr(0, kArea) || is_one_edit(a, b))) {
      return {Agreement::near, -4 * kBit - pair.crowd(Sharing::area)};
    }
    return {Agreement::differs, -2 * kBit - kHalf};
  }
  if (other_state) return {Agreement::differs, -3 * kBit};
  if (city_a.empty() || city_b.empty()) return {};
  if (same_city || is_one_edit(city_a, city_b)) return {Agreement::near, -4 * kBit - pair.crowd(Sharing::area)};
  return {Agreement::differs, -2 * kBit};
}

}  // namespace

Evidence find_evidence(const LinkRecords& records, std::uint32_t a, std::uint32_t b, bool quick) {
  constexpr std::int32_t kOther = -7 * kBit;  // another name: no other field makes up for it but an address of one's own
  const Pair pair{records, a, b};
  Evidence out;
  const auto set = [&](LinkField field, Compared compared) {
    out.fields[static_cast<std::size_t>(field)] = compared.agreement;
    out.strength[static_cast<std::size_t>(field)] = compared.strength;
  };
  const bool named_a = records.has_name(a);
  const bool named_b = records.has_name(b);
  out.one_name = named_a != named_b;
  set(LinkField::name, compare_names(pair));
  if (quick && out.strength[0] <= kOther && pair.of_a(RecordPart::email) != pair.of_b(RecordPart::email)) return out;
  out.by_organization = !named_a && !named_b;
  set(LinkField::organization, out.by_organization ? compare_identity(pair) : compare_organizations(pair));
  set(LinkField::email, compare_emails(pair));
  set(LinkField::phone, compare_phones(pair));
  set(LinkField::address, compare_addresses(pair));
  set(LinkField::place, compare_places(pair));
  if (out.by_organization) {
    // Another address makes another site, whatever a chain's sites share.
    constexpr std::int32_t kOtherPlace = -12 * kBit;
    constexpr std::int32_t kOtherStreet = -6 * kBit;
    const auto site = [&](LinkField field, std::int32_t strength) {
      if (out.fields[static_cast<std::size_t>(field)] == Agreement::differs)
        out.strength[static_cast<std::size_t>(field)] = strength;
    };
    site(LinkField::place, kOtherPlace);
    site(LinkField::address, kOtherStreet);
  }
  return out;
}

Link weigh(const Evidence& evidence, const LinkModel& model) {
  constexpr LinkWeights kMore{0, kBit, 2 * kBit, kBit + kHalf, kBit, kBit / 4};  // what another field that agrees adds
  Link link{.fields = evidence.fields, .prior = model.prior, .weight = model.prior};
  std::size_t strongest = kLinkFields;
  std::size_t worst = kLinkFields;
  LinkWeights odds{};
  for (std::size_t f = 0; f < kLinkFields; ++f) {
    const Agreement agreement = evidence.fields[f];
    if (agreement == Agreement::missing) continue;
    odds[f] = evidence.strength[f] + model.shifts[f][static_cast<std::size_t>(agreement)];
    const bool is_who = f == static_cast<std::size_t>(evidence.by_organization ? LinkField::organization : LinkField::name);
    if (is_who) {
      link.weights[f] = odds[f];
    } else if (agreement == Agreement::differs) {
      odds[f] = std::min(odds[f], 0);
      if (worst == kLinkFields || odds[f] < odds[worst]) worst = f;
    } else if (strongest == kLinkFields || odds[f] > odds[strongest]) {
      strongest = f;
    }
  }
  for (std::size_t f = 0; f < kLinkFields; ++f) {
    const Agreement agreement = evidence.fields[f];
    const bool is_who = f == static_cast<std::size_t>(evidence.by_organization ? LinkField::organization : LinkField::name);
    if (agreement == Agreement::missing || is_who) continue;
    if (agreement == Agreement::differs) {
      link.weights[f] = f == worst ? odds[f] : odds[f] / 4;
    } else if (f == strongest) {
      // Its odds stand in place of those of any two records.
      link.weights[f] = std::max(odds[f] - model.prior, 0);
      // Who it is has to be known: a record without a name may be anybody who shares the value.
      if (evidence.one_name && f != static_cast<std::size_t>(LinkField::email))
        link.weights[f] = std::max(link.weights[f] - 5 * kHalf, 0);
    } else if (!evidence.one_name || f == static_cast<std::size_t>(LinkField::email)) {
      link.weights[f] = agreement == Agreement::near ? kMore[f] / 2 : kMore[f];
    }
  }
  for (const std::int32_t weight : link.weights) link.weight += weight;
  link.certainty = static_cast<std::uint8_t>(std::min<std::uint32_t>(chance_of(link.weight) * 100 / 65536, 99));
  return link;
}

}  // namespace prequal::quality
