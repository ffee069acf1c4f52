// Which pairs are compared at all: records that share a key. A key that very many share (a clinic's switchboard) says little, so
// within such a block only neighbours in the order of their names are.
#include <algorithm>

#include "quality/compare.h"
#include "quality/duplicates.h"
#include "quality/link_names.h"

namespace prequal::quality {
namespace {

enum class KeyKind : std::uint8_t {
  email,
  mailbox,  ///< the part before the @
  phone,
  name_area,     ///< sound of the family name, first digits of the ZIP code or the state
  name_house,    ///< sound of the family name, first word of the organization
  name,          ///< family name, initial
  turned_name,   ///< given name and initial of the family name, for those typed in each other's place
  house_given,   ///< organization, given name: for another family name
  address,       ///< start of the address, ZIP code
  organization,  ///< of records without a name: start of it, place
};
constexpr std::size_t kKeyKinds = 10;

std::uint64_t key_of(const LinkRecords& records, std::uint32_t i, KeyKind kind) {
  const auto part = [&](RecordPart which) { return records.view(i, which); };
  const auto seed = static_cast<std::uint64_t>(kind) + 100;
  const std::string_view last = view_last_word(part(RecordPart::family));
  const std::string_view given = part(RecordPart::given);
  const std::string_view organization = part(RecordPart::organization);
  const auto of = [&](std::string_view a, std::string_view b) {
    return a.empty() || b.empty() ? 0 : mix_hash(hash_text(a, seed) + hash_text(b, seed + 50));
  };
  // Names in other than Latin letters have no sound; they are keys as they stand.
  const std::uint32_t sound = sound_of(last);
  const auto sounding = [&](std::string_view other) {
    if (last.empty() || other.empty()) return std::uint64_t{0};
    return sound == 0 ? of(last, other) : mix_hash(hash_text(other, seed) + sound);
  };
  constexpr std::size_t kMailbox = 5;
  constexpr std::size_t kStart = 9;
  switch (kind) {
    case KeyKind::email: return part(RecordPart::email).empty() ? 0 : hash_text(part(RecordPart::email), seed);
    case KeyKind::mailbox: {
      const std::string_view email = part(RecordPart::email);
      if (view_local(email).size() < kMailbox || records.has_role_address(i)) return 0;
      return hash_text(view_local(email), seed);
    }
    case KeyKind::phone: return part(RecordPart::phone).empty() ? 0 : hash_text(part(RecordPart::phone), seed);
    case KeyKind::name_area: {
      const std::string_view zip = part(RecordPart::zip).substr(0, 3);
      return sounding(zip.empty() ? part(RecordPart::state) : zip);
    }
    case KeyKind::name_house: return sounding(organization.substr(0, organization.find(' ')));
    case KeyKind::name: return of(last, given.substr(0, 1));
    case KeyKind::turned_name: return of(given, last.substr(0, 1));
    case KeyKind::house_given: return of(organization, given);
    case KeyKind::address: return of(part(RecordPart::address).substr(0, kStart), part(RecordPart::zip));
    case KeyKind::organization: {
      if (!last.empty()) return 0;
      const std::string_view zip = part(RecordPart::zip);
      return of(organization.substr(0, organization.find(' ')), zip.empty() ? part(RecordPart::city) : zip);
    }
  }
  return 0;
}

}  // namespace

std::size_t Duplicates::key_kinds() {
  return kKeyKinds;
}

void Duplicates::find_candidates(std::size_t kind) {
  struct Key {
    std::uint64_t hash;
    std::uint32_t record;
  };
  std::vector<Key> keys;
  keys.reserve(records_.size());
  for (std::uint32_t i = 0; i < records_.size(); ++i) {
    const std::uint64_t hash = key_of(records_, i, static_cast<KeyKind>(kind));
    if (hash != 0) keys.push_back({hash, i});
  }
  std::ranges::sort(keys,
                    [](const Key& x, const Key& y) { return x.hash != y.hash ? x.hash < y.hash : x.record < y.record; });
  constexpr std::size_t kBlock = 16;
  constexpr std::size_t kNeighbours = 5;
  // The order within a large block must not depend on that of the list.
  const auto by_name = [&](const Key& x, const Key& y) {
    for (const RecordPart part : {RecordPart::family, RecordPart::given, RecordPart::organization, RecordPart::email,
                                  RecordPart::phone, RecordPart::address, RecordPart::zip}) {
      const int order = records_.view(x.record, part).compare(records_.view(y.record, part));
      if (order != 0) return order < 0;
    }
    const std::uint64_t hash_x = records_.hash(x.record);
    const std::uint64_t hash_y = records_.hash(y.record);
    return hash_x != hash_y ? hash_x < hash_y : x.record < y.record;
  };
  for (std::size_t first = 0; first < keys.size();) {
    std::size_t end = first;
    while (end < keys.size() && keys[end].hash == keys[first].hash) ++end;
    const std::size_t size = end - first;
    if (size > kBlock) {
      std::sort(keys.begin() + static_cast<std::ptrdiff_t>(first), keys.begin() + static_cast<std::ptrdiff_t>(end),
                by_name);
    }
    const std::size_t reach = size > kBlock ? kNeighbours : size;
    for (std::size_t i = first; i < end; ++i) {
      for (std::size_t j = i + 1; j < std::min(end, i + 1 + reach); ++j) {
        const std::uint64_t a = std::min(keys[i].record, keys[j].record);
        const std::uint64_t b = std::max(keys[i].record, keys[j].record);
        candidates_.push_back(a << 32U | b);
      }
    }
    first = end;
  }
}

void Duplicates::merge_candidates() {
  std::ranges::sort(candidates_);
  const auto rest = std::ranges::unique(candidates_);
  candidates_.erase(rest.begin(), rest.end());
}

}  // namespace prequal::quality
