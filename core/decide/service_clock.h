// Floor: decide. Service levels: from when, by when, and was it kept.
#pragma once

#include <cstdint>

#include "base/time.h"
#include "lead/lead.h"
#include "profile/profile.h"

namespace prequal::decide {

enum class ClockState : std::uint8_t {
  none,      ///< no service level applies, or the lead has no time to start from
  open,      ///< still time
  met,       ///< answered in time
  late,      ///< answered, but too late
  breached,  ///< not answered, and the time is over
};
[[nodiscard]] std::string_view clock_state_name(ClockState state);

struct ServiceClock {
  ClockState state = ClockState::none;
  std::int64_t started = 0;  ///< seconds: when the lead got its present status
  std::int64_t due = 0;
  std::int64_t answered = 0;  ///< first act of ours after the start; 0: none
};

/// When the lead got its present status: seconds of the newest dated change of status, else of the submission; 0 unknown.
[[nodiscard]] std::int64_t find_status_start(const lead::Lead& lead);

/// The clock runs from the newest dated change of status, else from the submission (R11-04), and counts only open hours
/// when the level has a calendar.
[[nodiscard]] ServiceClock run_clock(const profile::Profile& profile, const profile::ServiceLevel& level,
                                     const lead::Lead& lead, Instant now);

/// Moment at which `minutes` of open time have passed since `start`. Cost: linear in the days that this takes; a calendar
/// that is never open gives `start` plus a year.
[[nodiscard]] std::int64_t add_open_minutes(const profile::Calendar& calendar, std::int64_t start, std::int64_t minutes);

}  // namespace prequal::decide
