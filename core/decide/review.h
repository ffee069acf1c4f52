// Floor: decide. What a person decides about a lead, and whether that is allowed. Nothing here is decided by the engine: a
// verdict recommends, a named reviewer acts, and every act is a dated entry of the lead's history.
#pragma once

#include <string>
#include <string_view>

#include "base/problem.h"
#include "decide/decider.h"
#include "lead/lead.h"

namespace prequal::decide {

/// One act of a reviewer. Texts are ids and codes but for `note`, which the reviewer writes.
struct ReviewAction {
  std::string_view
      action;           ///< accept, refuse, qualify, start_sales_process, nurture, hold, resume, disqualify, close_lost,
                        ///< close_won, reopen, reroute, not_spam
  std::string_view by;  ///< who; empty for an automatic step
  std::string_view reason;       ///< reason code
  std::string_view to;           ///< accept: the owner; reroute: the team
  std::string_view until;        ///< nurture: date of the recheck
  std::string_view resume_when;  ///< hold, nurture: the event that ends it
  std::string_view note;
  Instant at;
};

/// What came of it. Refused when `problems` has errors; warnings leave it to the reviewer.
struct ReviewResult {
  Problems problems;
  std::string_view stage;   ///< of the lead after the act
  std::string_view record;  ///< open, nurture, on_hold, disqualified, closed_lost, closed_won
  bool rejection = false;   ///< counts as a rejection by sales (a reroute or an ops matter does not)
  bool ops_error = false;   ///< counts as an error of our own side

  [[nodiscard]] bool allowed() const { return !problems.has_errors(); }
};

/// Checks an act against the lead as it stands (decided in `lane`). Pure.
[[nodiscard]] ReviewResult review(const profile::Profile& profile, const lead::Lead& lead, const Decider<1>& decider,
                                  std::size_t lane, const ReviewAction& action);

/// Appends the history entry of an act as JSON, to be added to the lead's "history".
void append_history_entry(std::string& out, const ReviewAction& action);

}  // namespace prequal::decide
