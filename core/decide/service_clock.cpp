#include "decide/service_clock.h"

#include <algorithm>
#include <array>

#include "base/sort.h"
#include "base/zone.h"

namespace prequal::decide {
namespace {

constexpr std::int64_t kMostDays = 366;

bool is_closed(const profile::Calendar& calendar, std::int64_t day) {
  return std::ranges::binary_search(calendar.holidays, day) || (calendar.us_federal_holidays && is_us_federal_holiday(day));
}

bool is_status_change(std::string_view action) {
  constexpr auto kChanges =
      std::to_array<std::string_view>({"accept", "refuse", "nurture", "hold", "resume", "reopen", "route", "reroute",
                                       "qualify", "start_sales_process", "disqualify", "not_spam"});
  return std::ranges::find(kChanges, action) != kChanges.end();
}

}  // namespace

std::string_view clock_state_name(ClockState state) {
  constexpr std::array<std::string_view, 5> kNames{"none", "open", "met", "late", "breached"};
  return kNames[static_cast<std::size_t>(state)];
}

std::int64_t add_open_minutes(const profile::Calendar& calendar, std::int64_t start, std::int64_t minutes) {
  const auto zone = find_zone(calendar.zone);
  if (!zone) return start + minutes * 60;
  std::vector<profile::OpenHours> hours = calendar.hours;
  sort_by_key(hours, &profile::OpenHours::from);
  std::int64_t left = minutes * 60;
  const std::int64_t first_day = floor_div(start + zone->offset_at(start), kDay);
  for (std::int64_t day = first_day; day < first_day + kMostDays; ++day) {
    if (is_closed(calendar, day)) continue;
    for (const profile::OpenHours& open : hours) {
      if ((open.days >> weekday(day) & 1) == 0) continue;
      const std::int64_t from = std::max(start, zone->to_moment(day * kDay + std::int64_t{open.from} * 60));
      const std::int64_t to = zone->to_moment(day * kDay + std::int64_t{open.to} * 60);
      if (to <= from) continue;
      if (to - from >= left) return from + left;
      left -= to - from;
    }
  }
  return start + kMostDays * kDay;
}

std::int64_t find_status_start(const lead::Lead& lead) {
  std::int64_t out = lead.submitted;
  for (const lead::HistoryEntry& entry : lead.history) {
    if (entry.seconds != 0 && is_status_change(entry.action)) out = std::max(out, entry.seconds);
  }
  return out;
}

ServiceClock run_clock(const profile::Profile& profile, const profile::ServiceLevel& level, const lead::Lead& lead,
                       Instant now) {
  ServiceClock clock;
  clock.started = find_status_start(lead);
  if (clock.started == 0) return clock;
  clock.due = level.calendar == profile::kNoEntry
                  ? clock.started + std::int64_t{level.minutes} * 60
                  : add_open_minutes(profile.model().calendars[level.calendar], clock.started, level.minutes);
  const auto answer = [&](std::int64_t seconds) {
    if (seconds >= clock.started && (clock.answered == 0 || seconds < clock.answered)) clock.answered = seconds;
  };
  for (const lead::Attempt& attempt : lead.attempts) {
    if (attempt.seconds != 0) answer(attempt.seconds);
  }
  for (const lead::Touch& touch : lead.touches) {
    const bool ours = touch.type == profile::TouchType::outbound_call || touch.type == profile::TouchType::outbound_email ||
                      touch.type == profile::TouchType::outbound_text || touch.type == profile::TouchType::discovery_call ||
                      touch.type == profile::TouchType::conversation;
    if (ours && touch.has_time) answer(touch.seconds);
  }
  if (clock.answered != 0) {
    clock.state = clock.answered <= clock.due ? ClockState::met : ClockState::late;
  } else {
    clock.state = now.seconds <= clock.due ? ClockState::open : ClockState::breached;
  }
  return clock;
}

}  // namespace prequal::decide
