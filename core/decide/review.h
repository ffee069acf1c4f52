// Floor: decide. What a person decides about a lead, and whether that is allowed. Nothing here is decided by the engine: a
// verdict recommends, a named reviewer acts, and every act is a dated entry of the lead's history.
#pragma once

#include <string>
#include <string_view>

#include "base/problem.h"
#include "decide/decider.h"
#include "lead/lead.h"

namespace prequal::decide {

/// One act of a reviewer. Texts are ids and codes but for `note` and `claim`, which the reviewer writes.
struct ReviewAction {
  std::string_view
      action;           ///< accept, refuse, qualify, start_sales_process, nurture, hold, resume, disqualify, close_lost,
                        ///< close_won, reopen, reroute, not_spam, tracking_checked
  std::string_view by;  ///< who; empty for an automatic step
  std::string_view reason;       ///< reason code
  std::string_view to;           ///< accept: the owner; reroute: the team
  std::string_view until;        ///< nurture: date of the recheck
  std::string_view resume_when;  ///< hold, nurture: the event that ends it
  std::string_view note;
  Instant at;
  std::string_view page{};   ///< promise_delivery_gap: where a claim was made
  std::string_view claim{};  ///< promise_delivery_gap: what was promised there
};

/// Is this one of the acts above? Entries of other actions in a lead's history are events.
[[nodiscard]] bool is_review_act(std::string_view action);

/// What came of it. Refused when `problems` has errors; warnings leave it to the reviewer.
struct ReviewResult {
  Problems problems;
  std::string_view stage;   ///< of the lead after the act
  std::string_view record;  ///< open, nurture, on_hold, disqualified, closed_lost, closed_won
  // What the act counts as. Matters of our own side are never counted against the lead (R11-08, R14-51).
  bool rejection = false;         ///< refused by sales
  bool disqualification = false;  ///< ended before a sales process
  bool loss = false;              ///< ended after one
  bool ops_error = false;

  [[nodiscard]] bool allowed() const { return !problems.has_errors(); }
};

/// Checks an act against the lead as it stands (decided in `lane`). Pure.
[[nodiscard]] ReviewResult review(const profile::Profile& profile, const lead::Lead& lead, const Decider<1>& decider,
                                  std::size_t lane, const ReviewAction& act);

/// Appends the history entry of an act as JSON, to be added to the lead's "history".
void append_history_entry(std::string& out, const ReviewAction& act);

}  // namespace prequal::decide
