// Floor: lists. Which column a person said feeds what: {"Column": "field id or lead key", "Other column": null}.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "lead/slots.h"

namespace prequal::lists {

/// An explicit mapping. It goes before everything that is found by names.
class Mapping {
 public:
  struct Entry {
    std::string column;
    std::string squeezed;             ///< as compare_form() gives it
    lead::Slot slot = lead::kNoSlot;  ///< kNoSlot: the column feeds nothing
  };

  /// Adds an entry; a target that is neither a field id nor a lead key is a problem.
  [[nodiscard]] std::optional<Problem> add(std::string_view column, std::optional<std::string_view> target,
                                           const lead::Slots& slots, const profile::Profile& profile);

  /// The entry for a column: one that spells its name just so, else one that differs in case and punctuation only.
  [[nodiscard]] const Entry* find(std::string_view column, std::string_view squeezed) const;
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }

 private:
  std::vector<Entry> entries_;
};

/// Reads a mapping from JSON text. Every problem is added to `problems`; what can be read is kept.
[[nodiscard]] Mapping parse_mapping(std::string_view json, const lead::Slots& slots, const profile::Profile& profile,
                                    Problems& problems);

/// The form in which names of columns are compared: folded, without spaces. "E-Mail Address" and "emailAddress" are one.
[[nodiscard]] std::string compare_form(std::string_view name);

}  // namespace prequal::lists
