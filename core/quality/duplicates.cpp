#include "quality/duplicates.h"

#include <algorithm>

#include "base/text.h"
#include "quality/compare.h"
#include "quality/email.h"
#include "quality/organization.h"
#include "quality/phone.h"
#include "quality/words.h"

namespace prequal::quality {
namespace {

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find(' '));
}

std::string_view last_word(std::string_view text) {
  const std::size_t space = text.rfind(' ');
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

std::string_view local_of(std::string_view email) {
  return email.substr(0, email.find('@'));
}

std::uint64_t mix(std::uint64_t h) {
  h = (h ^ (h >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  h = (h ^ (h >> 27U)) * 0x94D049BB133111EBULL;
  return h ^ (h >> 31U);
}

std::uint64_t hash_text(std::string_view text, std::uint64_t seed) {
  std::uint64_t h = 0xCBF29CE484222325ULL ^ seed;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return mix(h);
}

// Short forms of first names, in both directions: Bill and William.
constexpr std::string_view kNicknames =
    "william bill billy will|robert bob bobby rob|richard rick dick rich|james jim jimmy jamie|john jack johnny|"
    "elizabeth liz beth betty lizzie eliza|margaret maggie peggy meg|katherine kate kathy katie catherine cathy|"
    "michael mike mick|david dave|thomas tom tommy|joseph joe joey|charles charlie chuck|daniel dan danny|"
    "christopher chris|matthew matt|anthony tony|steven steve stephen|edward ed eddie ted|patricia pat patty tricia|"
    "jennifer jen jenny|susan sue susie|deborah deb debbie debra|barbara barb|rebecca becky|kimberly kim|"
    "samuel sam|benjamin ben|alexander alex|nicholas nick|andrew andy drew|gregory greg|kenneth ken|ronald ron|"
    "timothy tim|jeffrey jeff|joshua josh|jonathan jon|victoria vicky tori|samantha sam|theresa terry|"
    "francisco paco|jose pepe|guadalupe lupe|ignacio nacho|dolores lola|rosario charo|";

bool are_nicknames(std::string_view a, std::string_view b) {
  for (std::string_view rest = kNicknames; !rest.empty();) {
    const std::size_t bar = rest.find('|');
    if (holds_word(rest.substr(0, bar), a) && holds_word(rest.substr(0, bar), b)) return true;
    rest.remove_prefix(bar + 1);
  }
  return false;
}

bool is_one_edit(std::string_view a, std::string_view b) {
  return edit_distance(a, b, 1) <= 1;
}

Agreement compare_names(std::string_view a, std::string_view b) {
  constexpr std::int32_t kNear = 920;
  constexpr std::int32_t kWord = 880;
  const std::string_view first_a = first_word(a);
  const std::string_view first_b = first_word(b);
  const std::string_view last_a = last_word(a);
  const std::string_view last_b = last_word(b);
  const auto alike = [](std::string_view x, std::string_view y) {
    return x == y || (x.size() > 3 && y.size() > 3 && (is_one_edit(x, y) || compare_texts(x, y) >= kNear));
  };
  const auto near_first = [&](std::string_view x, std::string_view y) {
    return alike(x, y) || are_nicknames(x, y) || ((x.size() == 1 || y.size() == 1) && x[0] == y[0]);
  };
  const auto near_last = [&](std::string_view x, std::string_view y) {
    return alike(x, y) || (sound_of(x) == sound_of(y) && compare_texts(x, y) >= kWord);
  };
  if (near_first(first_a, first_b) && near_last(last_a, last_b)) return Agreement::near;
  // One letter in one of two short names.
  if ((first_a == first_b && is_one_edit(last_a, last_b)) || (last_a == last_b && is_one_edit(first_a, first_b))) {
    return Agreement::near;
  }
  // "Reyes, Dana", and a space that was left out or typed elsewhere.
  if (near_first(first_a, last_b) && near_last(last_a, first_b)) return Agreement::near;
  if (near_last(first_a, last_b) && near_first(last_a, first_b)) return Agreement::near;
  return is_one_edit(a, b) ? Agreement::near : Agreement::differs;
}

Agreement compare_organizations(std::string_view a, std::string_view b) {
  constexpr std::int32_t kNear = 930;
  if (compare_texts(a, b) >= kNear || is_one_edit(a, b)) return Agreement::near;
  // One is the beginning of the other: a word was left out at the end.
  const std::string_view shorter = a.size() < b.size() ? a : b;
  const std::string_view longer = a.size() < b.size() ? b : a;
  const bool begins = shorter.contains(' ') && longer.starts_with(shorter) && longer[shorter.size()] == ' ';
  return begins ? Agreement::near : Agreement::differs;
}

Agreement compare_emails(std::string_view a, std::string_view b) {
  if (is_one_edit(a, b)) return Agreement::near;
  const std::string_view local = local_of(a);
  constexpr std::size_t kTelling = 6;
  return local == local_of(b) && local.size() >= kTelling && !is_role_address(a) ? Agreement::near : Agreement::differs;
}

Agreement compare_phones(std::string_view a, std::string_view b) {
  return a.size() == b.size() && is_one_edit(a, b) ? Agreement::near : Agreement::differs;
}

Agreement compare_addresses(std::string_view a, std::string_view b) {
  constexpr std::int32_t kNear = 930;
  const bool number = first_word(a) == first_word(b);
  return number && compare_texts(a, b) >= kNear - 60 ? Agreement::near
         : compare_texts(a, b) >= kNear + 30         ? Agreement::near
                                                     : Agreement::differs;
}

Agreement compare_zips(std::string_view a, std::string_view b) {
  return a.substr(0, 3) == b.substr(0, 3) || is_one_edit(a, b) ? Agreement::near : Agreement::differs;
}

}  // namespace

std::string_view link_field_name(LinkField field) {
  constexpr std::array<std::string_view, kLinkFields> kNames{"name", "organization", "email", "phone", "address", "place"};
  return kNames[static_cast<std::size_t>(field)];
}

std::string_view agreement_name(Agreement agreement) {
  constexpr std::array<std::string_view, 4> kNames{"missing", "differs", "near", "same"};
  return kNames[static_cast<std::size_t>(agreement)];
}

void Duplicates::add(const LinkTexts& texts) {
  Record record;
  for (std::size_t f = 0; f < kLinkFields; ++f) {
    const std::string_view text = view_trimmed(texts[f]);  // the first texts are named as the fields
    record[f].start = static_cast<std::uint32_t>(texts_.size());
    switch (static_cast<LinkField>(f)) {
      case LinkField::name:
      case LinkField::address: append_folded(texts_, text); break;
      case LinkField::organization: append_organization_key(texts_, to_folded(text)); break;
      case LinkField::email: {
        // What follows a plus sign is a label of the same mailbox.
        const std::size_t at = text.find('@');
        if (at == std::string_view::npos || is_placeholder_address(text)) break;
        for (const char c : text.substr(0, std::min(at, text.find('+')))) texts_.push_back(to_lower(c));
        for (const char c : text.substr(at)) texts_.push_back(to_lower(c));
        break;
      }
      case LinkField::phone: {
        const PhoneNumber phone = check_phone(text);
        if (phone.verdict == PhoneVerdict::valid || phone.verdict == PhoneVerdict::plausible) texts_.append(phone.digits);
        break;
      }
      case LinkField::place: texts_.append(text.substr(0, 5)); break;
    }
    record[f].length = static_cast<std::uint32_t>(texts_.size()) - record[f].start;
  }
  records_.push_back(record);
}

Agreements Duplicates::agree(std::uint32_t a, std::uint32_t b) const {
  using Compare = Agreement (*)(std::string_view, std::string_view);
  constexpr std::array<Compare, kLinkFields> kCompare{compare_names,  compare_organizations, compare_emails,
                                                      compare_phones, compare_addresses,     compare_zips};
  Agreements out{};
  for (std::size_t f = 0; f < kLinkFields; ++f) {
    const std::string_view x = view(a, static_cast<LinkField>(f));
    const std::string_view y = view(b, static_cast<LinkField>(f));
    if (x.empty() || y.empty()) continue;
    out[f] = x == y ? Agreement::same : kCompare[f](x, y);
  }
  return out;
}

// Records that share a key are compared. A key that very many share (a clinic's switchboard) says little, so within such a block
// only neighbours in the order of their names are.
void Duplicates::find_candidates() {
  struct Key {
    std::uint64_t hash;
    std::uint32_t record;
  };
  std::vector<Key> keys;
  keys.reserve(records_.size() * 6);
  for (std::uint32_t i = 0; i < records_.size(); ++i) {
    const auto add = [&](std::uint64_t hash) { keys.push_back({hash, i}); };
    const std::string_view name = view(i, LinkField::name);
    const std::string_view organization = view(i, LinkField::organization);
    const std::string_view email = view(i, LinkField::email);
    const std::string_view phone = view(i, LinkField::phone);
    const std::string_view address = view(i, LinkField::address);
    const std::string_view zip = view(i, LinkField::place);
    if (!email.empty()) add(hash_text(email, 1));
    if (!email.empty() && local_of(email).size() >= 5 && !is_role_address(email)) add(hash_text(local_of(email), 2));
    if (!phone.empty()) add(hash_text(phone, 3));
    if (!name.empty()) {
      const std::string_view last = last_word(name);
      if (!zip.empty()) add(mix(hash_text(zip.substr(0, 3), 4) + sound_of(last)));
      if (!organization.empty()) add(mix(hash_text(first_word(organization), 5) + sound_of(last)));
      add(mix(hash_text(last, 6) + static_cast<unsigned char>(name[0])));
      if (!phone.empty())
        add(mix(hash_text(phone.substr(phone.size() - std::min<std::size_t>(phone.size(), 4)), 7) + sound_of(last)));
    }
    if (!organization.empty() && !zip.empty()) add(mix(hash_text(organization.substr(0, 6), 8) + hash_text(zip, 8)));
    if (!address.empty() && !zip.empty()) add(mix(hash_text(address.substr(0, 9), 9) + hash_text(zip, 9)));
  }
  std::ranges::sort(keys, [&](const Key& x, const Key& y) {
    if (x.hash != y.hash) return x.hash < y.hash;
    return x.record < y.record;
  });
  constexpr std::size_t kBlock = 24;
  constexpr std::size_t kNeighbours = 6;
  candidates_.clear();
  for (std::size_t first = 0; first < keys.size();) {
    std::size_t end = first;
    while (end < keys.size() && keys[end].hash == keys[first].hash) ++end;
    const std::size_t size = end - first;
    if (size > kBlock) {
      std::sort(keys.begin() + static_cast<std::ptrdiff_t>(first), keys.begin() + static_cast<std::ptrdiff_t>(end),
                [&](const Key& x, const Key& y) {
                  const int order = view(x.record, LinkField::name).compare(view(y.record, LinkField::name));
                  return order != 0 ? order < 0 : x.record < y.record;
                });
    }
    const std::size_t reach = size > kBlock ? kNeighbours : size;
    for (std::size_t i = first; i < end; ++i) {
      for (std::size_t j = i + 1; j < std::min(end, i + 1 + reach); ++j) {
        const std::uint64_t a = std::min(keys[i].record, keys[j].record);
        const std::uint64_t b = std::max(keys[i].record, keys[j].record);
        if (a != b) candidates_.push_back(a << 32U | b);
      }
    }
    first = end;
  }
  std::ranges::sort(candidates_);
  const auto rest = std::ranges::unique(candidates_);
  candidates_.erase(rest.begin(), rest.end());
}

Link Duplicates::compare(std::uint32_t a, std::uint32_t b) const {
  Link link{.a = std::min(a, b), .b = std::max(a, b)};
  link.fields = agree(link.a, link.b);
  judge(link);
  return link;
}

void Duplicates::run() {
  while (!advance(candidates_.size() + 1)) {
  }
}

bool Duplicates::advance(std::size_t most) {
  switch (step_) {
    case Step::candidates:
      find_candidates();
      step_ = Step::learn;
      break;
    case Step::learn:
      learn();
      step_ = Step::compare;
      break;
    case Step::compare: {
      constexpr std::int32_t kEven = 0;
      const std::size_t end = next_ + std::min(most, candidates_.size() - next_);
      for (; next_ < end; ++next_) {
        const std::uint64_t pair = candidates_[next_];
        const Link link = compare(static_cast<std::uint32_t>(pair >> 32U), static_cast<std::uint32_t>(pair));
        if (link.weight > kEven) links_.push_back(link);
      }
      if (next_ == candidates_.size()) step_ = Step::cluster;
      break;
    }
    case Step::cluster:
      std::ranges::sort(links_, [](const Link& x, const Link& y) {
        if (x.weight != y.weight) return x.weight > y.weight;
        return x.a != y.a ? x.a < y.a : x.b < y.b;
      });
      cluster();
      step_ = Step::done;
      break;
    case Step::done: break;
  }
  return step_ == Step::done;
}

std::uint32_t Duplicates::progress() const {
  switch (step_) {
    case Step::candidates: return 0;
    case Step::learn: return 150;
    case Step::compare: return 250 + static_cast<std::uint32_t>(next_ * 650 / std::max<std::size_t>(candidates_.size(), 1));
    case Step::cluster: return 900;
    case Step::done: break;
  }
  return 1000;
}

// From the surest link on, two clusters become one only if no two of their records speak against it: what is near to something
// that is near to a third need not be near to that.
void Duplicates::cluster() {
  const auto count = static_cast<std::uint32_t>(records_.size());
  clusters_.resize(count);
  std::vector<std::uint32_t> next(count);  // the members of a cluster, in a ring
  std::vector<std::uint32_t> sizes(count, 1);
  for (std::uint32_t i = 0; i < count; ++i) {
    clusters_[i] = i;
    next[i] = i;
  }
  constexpr std::uint32_t kCompared = 12;  // members of each side that are asked
  for (const Link& link : links_) {
    const std::uint32_t a = clusters_[link.a];
    const std::uint32_t b = clusters_[link.b];
    if (a == b) continue;
    bool against = false;
    std::uint32_t x = a;
    for (std::uint32_t i = 0; i < std::min(sizes[a], kCompared) && !against; ++i, x = next[x]) {
      std::uint32_t y = b;
      for (std::uint32_t j = 0; j < std::min(sizes[b], kCompared) && !against; ++j, y = next[y]) {
        against = compare(x, y).weight < 0;
      }
    }
    if (against) continue;
    const std::uint32_t kept = std::min(a, b);
    const std::uint32_t lost = std::max(a, b);
    for (std::uint32_t i = 0, member = lost; i < sizes[lost]; ++i, member = next[member]) clusters_[member] = kept;
    sizes[kept] += sizes[lost];
    std::swap(next[kept], next[lost]);
  }
}

}  // namespace prequal::quality
