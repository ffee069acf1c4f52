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

}  // namespace prequal::lead
