// Floor: base. Time zones with daylight saving as rules, and the federal holidays of the United States. Nothing is read from
// the machine: the zones of the United States are a table here, any other zone is given as a POSIX TZ string.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace prequal {

/// When a change of clocks happens in a year, in local standard or daylight time.
struct ZoneChange {
  enum class Kind : std::uint8_t { julian, zero_based, month_week_day };
  Kind kind = Kind::month_week_day;
  std::int32_t month = 0;      ///< 1 to 12
  std::int32_t week = 0;       ///< 1 to 5; 5 is the last
  std::int32_t day = 0;        ///< of the week (0 is Sunday), or of the year
  std::int32_t second = 7200;  ///< after midnight; may be negative or above a day
};

struct Zone {
  std::int32_t standard_seconds = 0;  ///< east of Greenwich
  std::int32_t daylight_seconds = 0;
  bool has_daylight = false;
  ZoneChange start;
  ZoneChange end;

  /// Offset in force at a moment, in seconds east of Greenwich.
  [[nodiscard]] std::int32_t offset_at(std::int64_t seconds) const;
  /// Moment of a local time (seconds of the local clock since 1970). A time that is skipped is taken as after the change,
  /// a time that comes twice as the first of the two.
  [[nodiscard]] std::int64_t to_moment(std::int64_t local_seconds) const;
};

/// A zone by the IANA name of a zone of the United States ("America/New_York", "US/Eastern", "UTC"), or a POSIX TZ string
/// ("EST5EDT,M3.2.0,M11.1.0", "<+0545>-5:45"). Nothing when it is neither.
[[nodiscard]] std::optional<Zone> find_zone(std::string_view name);

/// Is that day (since 1970) a holiday of federal offices: the holiday itself, or the weekday on which it is observed when
/// it falls on a weekend?
[[nodiscard]] bool is_us_federal_holiday(std::int64_t day);

}  // namespace prequal
