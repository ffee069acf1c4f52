// Floor: lead. Which slot a name in a lead belongs to.
#pragma once

#include <string_view>

#include "lead/raw_lead.h"
#include "profile/profile.h"

namespace prequal::lead {

/// Names of fields and lead keys, for one profile. Exact spelling; lists with their own column names use a mapping.
class Slots {
 public:
  explicit Slots(const profile::Profile& profile);
  /// The slot of a field id or lead-key path, or kNoSlot.
  [[nodiscard]] Slot find(std::string_view name) const;

 private:
  struct Entry {
    std::string_view name;
    Slot slot;
  };
  std::vector<Entry> sorted_;
};

/// A slot that a name leads to, and how well: of several values for one slot the lower rank counts.
struct RankedSlot {
  Slot slot = kNoSlot;
  std::uint8_t rank = 0;
};

/// Finds slots for names that people chose themselves, such as the keys of a list. Takes the place of Slots.
class NameResolver {
 public:
  [[nodiscard]] virtual RankedSlot resolve(std::string_view name) = 0;

 protected:
  ~NameResolver() = default;
};

}  // namespace prequal::lead
