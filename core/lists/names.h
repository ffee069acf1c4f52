// Floor: lists. From the name of a column to the field or lead key that it feeds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lead/slots.h"
#include "lists/mapping.h"
#include "profile/profile.h"
#include "profile/word_table.h"

namespace prequal::lists {

/// How a column found its target; an earlier one goes before a later one.
enum class How : std::uint8_t {
  mapping,  ///< a person said so
  id,       ///< it has the id of the field, or the path of the lead key
  import,   ///< a name that the profile lists, a label, or a usual name of a lead key
  similar,  ///< up to two edits from one of those
  none,
};
[[nodiscard]] std::string_view how_name(How how);

struct Target {
  lead::Slot slot = lead::kNoSlot;
  How how = How::none;
  std::uint8_t distance = 0;  ///< edits, when similar

  /// Lower goes first.
  [[nodiscard]] std::uint8_t rank() const { return static_cast<std::uint8_t>(static_cast<std::uint8_t>(how) + distance); }
};

/// Every name that a profile and a mapping know. Immutable.
class Names {
 public:
  Names(const profile::Profile& profile, Mapping mapping);

  /// The target of a column. Looking for similar names compares with every name known; the rest is hashing.
  [[nodiscard]] Target find(std::string_view name, bool similar) const;

  [[nodiscard]] const profile::Profile& profile() const { return profile_; }
  [[nodiscard]] const lead::Slots& slots() const { return slots_; }
  [[nodiscard]] const Mapping& mapping() const { return mapping_; }
  /// Field id or lead-key path of a slot; empty for kNoSlot.
  [[nodiscard]] std::string_view slot_name(lead::Slot slot) const;

 private:
  struct Word {
    std::string text;
    lead::Slot slot;
  };
  void add(std::string_view name, lead::Slot slot);
  [[nodiscard]] Target find_similar(std::string_view squeezed) const;

  const profile::Profile& profile_;
  lead::Slots slots_;
  Mapping mapping_;
  profile::WordTable words_;       // codes are slots plus one
  std::vector<Word> field_words_;  // names of fields, which a similar name may mean
};

}  // namespace prequal::lists
