#include "lists/names.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace prequal::lists {

using lead::Slot;

namespace {

struct KeyName {
  lead::LeadKey key;
  std::string_view name;
};
constexpr auto kKeyNames = std::to_array<KeyName>({
#define PREQUAL_KEY_NAME(key, name) {lead::LeadKey::key, name},
#include "lists/key_names.def"
#undef PREQUAL_KEY_NAME
});

// Short names resemble too much: "Rate" is not "State".
std::size_t allowed_edits(std::size_t length) {
  constexpr std::size_t kShort = 5;
  constexpr std::size_t kLong = 8;
  if (length < kShort) return 0;
  return length < kLong ? 1 : 2;
}

}  // namespace

std::string_view how_name(How how) {
  constexpr std::array<std::string_view, 5> kNames{"mapping", "id", "import", "similar", "none"};
  return kNames[static_cast<std::size_t>(how)];
}

Names::Names(const profile::Profile& profile, Mapping mapping)
    : profile_(profile), slots_(profile), mapping_(std::move(mapping)) {
  const auto& fields = profile.model().fields;
  const auto each_field = [&](auto add_names) {
    for (std::size_t i = 0; i < fields.size(); ++i) add_names(fields[i], static_cast<Slot>(i));
  };
  // The first of equal words stays: what a profile lists for lists goes before labels, which are meant for people.
  each_field([&](const profile::Field& field, Slot slot) { add(field.id, slot); });
  each_field([&](const profile::Field& field, Slot slot) {
    for (const std::string_view name : field.import) add(name, slot);
  });
  each_field([&](const profile::Field& field, Slot slot) {
    add(field.label.en, slot);
    add(field.label.es, slot);
  });
  for (std::size_t i = 0; i < lead::kLeadKeys; ++i) {
    const auto key = static_cast<lead::LeadKey>(i);
    add(lead_key_path(key), lead::key_slot(key));
  }
  for (const KeyName& entry : kKeyNames) add(entry.name, lead::key_slot(entry.key));
}

void Names::add(std::string_view name, Slot slot) {
  std::string squeezed = compare_form(name);
  if (squeezed.empty()) return;
  words_.add(squeezed, std::uint32_t{slot} + 1);
  if ((slot & lead::kKeySlot) == 0) field_words_.push_back({std::move(squeezed), slot});
}

Target Names::find(std::string_view name, bool similar) const {
  const std::string squeezed = compare_form(name);
  if (const Mapping::Entry* entry = mapping_.find(name, squeezed)) return {.slot = entry->slot, .how = How::mapping};
  if (const Slot slot = slots_.find(name); slot != lead::kNoSlot) return {.slot = slot, .how = How::id};
  if (squeezed.empty()) return {};
  if (const std::uint32_t code = words_.find_folded(squeezed); code != 0) {
    return {.slot = static_cast<Slot>(code - 1), .how = How::import};
  }
  return similar ? find_similar(squeezed) : Target{};
}

Target Names::find_similar(std::string_view squeezed) const {
  const std::size_t most = allowed_edits(squeezed.size());
  Target best;
  std::size_t limit = most;
  for (const Word& word : field_words_) {
    if (limit == 0) break;
    const std::size_t distance = edit_distance(squeezed, word.text, limit);
    if (distance > limit || (best.how != How::none && distance >= best.distance)) continue;
    best = {.slot = word.slot, .how = How::similar, .distance = static_cast<std::uint8_t>(distance)};
    limit = distance;
  }
  return best;
}

std::string_view Names::slot_name(Slot slot) const {
  if (slot == lead::kNoSlot) return {};
  if ((slot & lead::kKeySlot) != 0) return lead_key_path(static_cast<lead::LeadKey>(slot & ~lead::kKeySlot));
  return profile_.model().fields[slot].id;
}

}  // namespace prequal::lists
