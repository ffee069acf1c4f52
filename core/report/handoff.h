// Floor: report. Handing a lead over: is everything there, the note that a person reads, the record that a CRM gets.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/qualifier.h"
#include "report/texts.h"

namespace prequal::report {

/// Whether a lead may be handed over. Gaps are matters of our own data or process, never a fault of the lead (R13-05).
struct HandoffCheck {
  std::vector<std::string_view> missing;   ///< field ids and lead keys
  std::vector<std::string_view> problems;  ///< note_vague, structured_fields_missing, score_too_low, not_eligible
  bool returned = false;  ///< it was handed over, or is due to be, and goes back to its sender: reason handoff_incomplete
  [[nodiscard]] bool ready() const { return missing.empty() && problems.empty(); }
};

[[nodiscard]] HandoffCheck check_handoff(const Qualifier& qualifier);

/// What a handoff may show.
struct HandoffOptions {
  Language language = Language::en;
  bool personal = false;  ///< with name, contact and the request as it was written
};

/// Appends the note in plain text: what happened, what the score means, what to do next. The same facts give the same words.
/// Sensitive fields are left out unless `personal` is set.
void append_handoff_note(std::string& out, Qualifier& qualifier, const HandoffOptions& options);

/// Appends the CRM record as one JSON object: every known field under its CRM name, and the parts of the verdict that the
/// profile's field map names.
void append_crm_record(std::string& out, Qualifier& qualifier, const HandoffOptions& options);

}  // namespace prequal::report
