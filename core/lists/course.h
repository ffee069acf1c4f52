// Floor: lists. What became of one lead after it was qualified: recorded outcomes, reviewers' decisions, and how soon
// somebody answered. Metrics count courses.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lead/raw_lead.h"
#include "report/qualifier.h"

namespace prequal::lists {

enum class OutcomeCode : std::uint8_t {
#define PREQUAL_OUTCOME(name) name,
#include "lists/outcome_codes.def"
#undef PREQUAL_OUTCOME
};
#define PREQUAL_OUTCOME(name) +1
inline constexpr std::size_t kOutcomeCodes = 0
#include "lists/outcome_codes.def"
    ;
#undef PREQUAL_OUTCOME
[[nodiscard]] std::string_view outcome_name(OutcomeCode code);

/// Whose cause a decision against a lead has, by the profile's reasons (R18-13).
enum class Cause : std::uint8_t { lead, ours, uncoded };

/// A decision against a lead that nobody took back.
struct Rejection {
  bool made = false;
  std::uint16_t reason = profile::kNoEntry;  ///< index into Model::reasons; kNoEntry: no reason of the profile was given
  Cause cause = Cause::uncoded;
};

struct Course {
  bool spam = false;
  bool duplicate = false;
  bool complete = false;    ///< everything of the minimum is known
  bool eligible = false;    ///< as it is evaluated now
  bool ineligible = false;  ///< likewise; a lead can also be undetermined
  bool qualified = false;   ///< above the first stage
  bool contacted = false;   ///< a person was reached: recorded, or shown by an attempt or by a later outcome
  bool booked = false;
  bool meeting_due = false;  ///< a meeting took place or was missed
  bool missed = false;       ///< a meeting was missed
  bool won = false;
  bool lost = false;
  bool converted = false;  ///< one of the profile's target outcomes, or won
  bool accepted = false;
  bool refused = false;
  bool misrouted = false;             ///< sent on to another team: an error of our side and no rejection (R11-08)
  std::uint16_t recorded = 0;         ///< one bit for each OutcomeCode
  std::vector<std::uint8_t> targets;  ///< of Model::outcomes, those that are recorded by their own name
  std::uint32_t unknown_outcomes = 0;
  Rejection rejection;                 ///< refused by sales, disqualified or declined; not a loss after a sales process
  std::int64_t minutes_to_answer = 0;  ///< from the submission to the first act of ours; kNever, kUntimed

  static constexpr std::int64_t kNever = -1;    ///< nobody has answered yet
  static constexpr std::int64_t kUntimed = -2;  ///< the lead has no time of submission

  [[nodiscard]] bool valid() const { return !spam && !duplicate; }
  [[nodiscard]] bool has(OutcomeCode code) const { return (recorded >> static_cast<unsigned>(code) & 1U) != 0; }
};

/// Reads the course of the lead that `qualifier` has just qualified from `raw`.
[[nodiscard]] Course find_course(const lead::RawLead& raw, const report::Qualifier& qualifier);

}  // namespace prequal::lists
