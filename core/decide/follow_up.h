// Floor: decide. What follows a decision for one lead: next step, service level, tier, nurture track, attention, what our
// own side owes.
#pragma once

#include <string_view>
#include <vector>

#include "decide/decider.h"
#include "decide/reach_out.h"
#include "decide/service_clock.h"

namespace prequal::decide {

/// The three tiers of the status view (R09-05).
enum class Tier : std::uint8_t { unqualified, nurture, sales_ready };
[[nodiscard]] std::string_view tier_name(Tier tier);

/// A state that is known to change on a day, for example when a grant is awarded (R07-06).
struct Recheck {
  std::string_view dimension;
  std::string_view state;
  std::int64_t day = 0;  ///< since 1970
};

struct FollowUp {
  std::string_view action;                ///< the one next step
  std::string_view owner;                 ///< who does it; "unassigned" raises an alarm
  std::int64_t due = 0;                   ///< seconds since 1970
  std::vector<std::string_view> actions;  ///< recovery actions of all reasons, without repeats
  std::vector<std::string_view> ops;      ///< reasons on our own side; they never lower a score
  std::uint16_t service_level = profile::kNoEntry;
  ServiceClock clock;
  ReachOut reach_out;
  Tier tier = Tier::nurture;
  bool nurture_decision = false;                     ///< a person must decide whether to nurture (R08-02)
  profile::ConditionId attention = profile::kNever;  ///< why a person should look now, whatever the score (R09-11)
  bool screening = false;  ///< answers contradict each other: look into it before a handoff (R03-08)
  bool unassigned = false;
  bool misrouted = false;                     ///< assigned to another team than the rules say (R11-08)
  std::uint16_t nurture = profile::kNoEntry;  ///< track
  std::int64_t recheck = 0;                   ///< day since 1970 on which to look again; 0: on an event
  std::vector<Recheck> rechecks;
  std::int32_t confidence = 0;  ///< percent of what could be known that is known, less where data contradict
};

/// Works out everything above for one lane of a decided block. Pure; allocates the small lists.
[[nodiscard]] FollowUp find_follow_up(const profile::Profile& profile, const lead::Lead& lead, const Decider<1>& decider,
                                      std::size_t lane, Instant now);

}  // namespace prequal::decide
