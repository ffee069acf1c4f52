#include "lead/slots.h"

#include <algorithm>
#include <array>

#include "base/sort.h"

namespace prequal::lead {
namespace {

constexpr std::array<std::string_view, kLeadKeys> kPaths{
#define PREQUAL_LEAD_KEY(name, path) path,
#include "lead/keys.def"
#undef PREQUAL_LEAD_KEY
};

}  // namespace

std::string_view lead_key_path(LeadKey key) {
  return kPaths[static_cast<std::size_t>(key)];
}

Slots::Slots(const profile::Profile& profile) {
  const auto& fields = profile.model().fields;
  for (std::size_t i = 0; i < fields.size(); ++i) sorted_.push_back({fields[i].id, static_cast<Slot>(i)});
  for (std::size_t i = 0; i < kLeadKeys; ++i) sorted_.push_back({kPaths[i], key_slot(static_cast<LeadKey>(i))});
  // A field that has the name of a lead key is meant first.
  sort_by_key(sorted_, &Entry::name);
}

Slot Slots::find(std::string_view name) const {
  const auto found = std::ranges::lower_bound(sorted_, name, {}, &Entry::name);
  return found != sorted_.end() && found->name == name ? found->slot : kNoSlot;
}

}  // namespace prequal::lead
