// Floor: guide. Which fields a condition looks at.
#pragma once

#include <vector>

#include "profile/profile.h"

namespace prequal::guide {

/// For every condition of a profile the fields it depends on, directly or through others; made once for each profile.
class Support {
 public:
  explicit Support(const profile::Profile& profile);

  /// Sorted, without repeats.
  [[nodiscard]] const std::vector<profile::FieldId>& fields(profile::ConditionId id) const { return fields_[id]; }
  /// Does the condition depend on whether the person permits contact?
  [[nodiscard]] bool consent(profile::ConditionId id) const { return consent_[id] != 0; }

 private:
  std::vector<std::vector<profile::FieldId>> fields_;
  std::vector<char> consent_;
};

}  // namespace prequal::guide
