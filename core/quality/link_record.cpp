#include "quality/link_record.h"

#include <algorithm>

#include "base/text.h"
#include "quality/compare.h"
#include "quality/email.h"
#include "quality/link_names.h"
#include "quality/name.h"
#include "quality/organization.h"
#include "quality/phone.h"
#include "quality/place.h"
#include "quality/words.h"

namespace prequal::quality {
namespace {

struct Meaning {
  std::string_view forms;
  std::string_view word;
};
// An empty word: left out, with the word behind it when that is a number of a room.
constexpr auto kStreetWords = std::to_array<Meaning>({
    {"street str", "st"}, {"avenue av", "ave"}, {"road", "rd"},     {"drive drv", "dr"},     {"boulevard boul", "blvd"},
    {"lane", "ln"},       {"court", "ct"},      {"highway", "hwy"}, {"parkway pky", "pkwy"}, {"place", "pl"},
    {"square", "sq"},     {"terrace", "ter"},   {"circle", "cir"},  {"north", "n"},          {"south", "s"},
    {"east", "e"},        {"west", "w"},        {"first", "1st"},   {"second", "2nd"},       {"third", "3rd"},
    {"saint", "st"},      {"mount", "mt"},
});
constexpr std::string_view kRooms = "suite ste unit apt apartment room rm floor fl bldg building";

void append_address(std::string& out, std::string_view folded) {
  const std::size_t start = out.size();
  bool skip = false;
  each_word(folded, [&](std::string_view word) {
    if (holds_word(kRooms, word) && out.size() > start) {
      skip = true;
      return true;
    }
    if (skip) {
      skip = false;
      if (word.size() <= 4) return true;
    }
    const auto meaning =
        std::ranges::find_if(kStreetWords, [&](const Meaning& entry) { return holds_word(entry.forms, word); });
    if (out.size() > start) out.push_back(' ');
    out.append(meaning == kStreetWords.end() ? word : meaning->word);
    return true;
  });
}

void append_email(std::string& out, std::string_view text) {
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos || at == 0 || is_placeholder_address(text)) return;
  for (const char c : text.substr(0, std::min(at, text.find('+')))) out.push_back(to_lower(c));
  for (const char c : text.substr(at)) out.push_back(to_lower(c));
}

void append_phone(std::string& out, std::string_view text) {
  const PhoneNumber phone = check_phone(text);
  if (phone.verdict == PhoneVerdict::placeholder || phone.digits.empty()) return;
  out.append(phone.digits);
}

// What was typed to get past a form makes nobody the same as another.
bool is_real(std::string_view name) {
  return !name.empty() && check_person_name(name, to_folded(name)) == NameVerdict::plausible;
}

void append_zip(std::string& out, std::string_view text) {
  constexpr std::size_t kDigits = 5;
  if (is_zip_code(text)) {
    out.append(text.substr(0, kDigits));
  } else {
    append_folded(out, text);
  }
}

}  // namespace

std::uint64_t mix_hash(std::uint64_t hash) {
  hash = (hash ^ (hash >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  hash = (hash ^ (hash >> 27U)) * 0x94D049BB133111EBULL;
  return hash ^ (hash >> 31U);
}

std::uint64_t hash_text(std::string_view text, std::uint64_t seed) {
  std::uint64_t hash = 0xCBF29CE484222325ULL ^ seed;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return mix_hash(hash);
}

std::string_view view_local(std::string_view email) {
  return email.substr(0, email.find('@'));
}
std::string_view view_mail_site(std::string_view email) {
  return email.substr(std::min(email.find('@'), email.size() - 1) + 1);
}

void LinkRecords::add(const LinkTexts& texts) {
  auto& starts = starts_.emplace_back();
  const auto text = [&](LinkText which) { return view_trimmed(texts[static_cast<std::size_t>(which)]); };
  const auto begin = [&](RecordPart part) {
    starts[static_cast<std::size_t>(part)] = static_cast<std::uint32_t>(texts_.size());
  };
  begin(RecordPart::given);
  std::string family;
  if (is_real(text(LinkText::name))) split_name(text(LinkText::name), texts_, family);
  begin(RecordPart::family);
  texts_.append(family);
  begin(RecordPart::organization);
  if (const std::string_view name = text(LinkText::organization); is_real(name))
    append_organization_key(texts_, to_folded(name));
  begin(RecordPart::email);
  append_email(texts_, text(LinkText::email));
  begin(RecordPart::phone);
  append_phone(texts_, text(LinkText::phone));
  begin(RecordPart::address);
  append_address(texts_, to_folded(text(LinkText::address)));
  begin(RecordPart::zip);
  append_zip(texts_, text(LinkText::zip));
  begin(RecordPart::city);
  append_folded(texts_, text(LinkText::city));
  begin(RecordPart::state);
  const std::string state = to_folded(text(LinkText::state));
  const std::string_view code = find_state(state);
  texts_.append(code.empty() ? std::string_view(state) : code);
  starts[kRecordParts] = static_cast<std::uint32_t>(texts_.size());
  hashes_.push_back(hash_text(std::string_view(texts_).substr(starts[0]), 1));
  const std::string_view email = view(size() - 1, RecordPart::email);
  const bool is_role = !email.empty() && is_role_address(email);
  const bool is_free = !email.empty() && find_domain_kind(view_mail_site(email)) == DomainKind::free;
  mail_.push_back(static_cast<std::uint8_t>((is_role ? kRole : 0U) | (is_free ? kFree : 0U)));
}

void LinkRecords::count_sharing() {
  struct Entry {
    std::uint64_t value;
    std::uint32_t person;  // 0 counts as one
    std::uint32_t record;
  };
  constexpr std::size_t kMost = UINT16_MAX;
  shared_.assign(size(), {});
  std::vector<std::uint32_t> persons(size());
  for (std::uint32_t i = 0; i < size(); ++i) {
    const std::string_view family = view(i, RecordPart::family);
    const std::string_view given = view(i, RecordPart::given);
    const std::uint64_t initial = given.empty() ? 0U : static_cast<unsigned char>(given[0]);
    const std::uint64_t who = family.empty()
                                  ? hash_text(view(i, RecordPart::organization), 21)
                                  : mix_hash(std::uint64_t{sound_of(view_last_word(family))} * 256 + initial + 1);
    persons[i] = static_cast<std::uint32_t>(who);
  }
  std::vector<Entry> entries;
  for (std::size_t kind = 0; kind < kSharings; ++kind) {
    const auto what = static_cast<Sharing>(kind);
    const bool by_person = what >= Sharing::organization;
    entries.clear();
    for (std::uint32_t i = 0; i < size(); ++i) {
      const std::string_view given = view(i, RecordPart::given);
      const std::string_view last = view_last_word(view(i, RecordPart::family));
      std::uint64_t value = 0;
      const auto take = [&](RecordPart part) {
        if (const std::string_view text = view(i, part); !text.empty()) value = hash_text(text, 31);
      };
      switch (what) {
        case Sharing::full_name:
          if (!last.empty()) value = mix_hash(hash_text(given, 32) + hash_text(last, 33));
          break;
        case Sharing::given: take(RecordPart::given); break;
        case Sharing::family:
          if (!last.empty()) value = hash_text(last, 34);
          break;
        case Sharing::identity:
          if (last.empty()) take(RecordPart::organization);
          break;
        case Sharing::organization: take(RecordPart::organization); break;
        case Sharing::email: take(RecordPart::email); break;
        case Sharing::phone: take(RecordPart::phone); break;
        case Sharing::address: take(RecordPart::address); break;
        case Sharing::area: {
          const std::string_view zip = view(i, RecordPart::zip);
          const std::string_view where = zip.empty() ? view(i, RecordPart::city) : zip.substr(0, 3);
          if (!where.empty()) value = hash_text(where, 35);
          break;
        }
        case Sharing::place: take(view(i, RecordPart::zip).empty() ? RecordPart::city : RecordPart::zip); break;
      }
      if (value != 0) entries.push_back({value, by_person ? persons[i] : 0, i});
    }
    std::ranges::sort(entries, [](const Entry& a, const Entry& b) {
      if (a.value != b.value) return a.value < b.value;
      return a.person != b.person ? a.person < b.person : a.record < b.record;
    });
    for (std::size_t first = 0; first < entries.size();) {
      std::size_t end = first;
      std::size_t count = 0;
      for (; end < entries.size() && entries[end].value == entries[first].value; ++end) {
        count += !by_person || end == first || entries[end].person != entries[end - 1].person ? 1U : 0U;
      }
      const auto kept = static_cast<std::uint16_t>(std::min(count, kMost));
      for (; first < end; ++first) shared_[entries[first].record][kind] = kept;
    }
  }
}

}  // namespace prequal::quality
