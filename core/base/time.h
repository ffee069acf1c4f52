// Floor: base. Instants and civil dates as integers. Nothing here knows what time it is: "now" is always an argument.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace prequal {

inline constexpr std::int64_t kDay = 86400;  ///< seconds

/// a / b rounded down, also for a below zero. Requires: b > 0.
[[nodiscard]] constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

/// A moment: seconds since 1970-01-01T00:00:00Z, with the offset in which it was written.
struct Instant {
  std::int64_t seconds = 0;
  std::int32_t offset_minutes = 0;  ///< east of Greenwich is positive; between -14 h and +14 h

  friend bool operator==(const Instant&, const Instant&) = default;
};

/// A day of the proleptic Gregorian calendar, as written.
struct Date {
  std::int32_t year = 1970;
  std::int32_t month = 1;
  std::int32_t day = 1;
};

/// Years 1 to 9999 are accepted everywhere.
[[nodiscard]] std::int64_t days_from_date(Date date);
[[nodiscard]] Date date_from_days(std::int64_t days);
[[nodiscard]] std::int32_t days_in_month(std::int32_t year, std::int32_t month);
/// 0 is Monday, 6 is Sunday.
[[nodiscard]] std::int32_t weekday(std::int64_t days);

/// Exactly YYYY-MM-DD, a day that exists.
[[nodiscard]] std::optional<std::int64_t> parse_date(std::string_view text);

/// RFC 3339: date, T or t or a space, time, optional fraction (cut off), Z or an offset; seconds may be left out, as
/// ISO 8601 allows. A leap second counts as the second before it. Nothing without an offset.
[[nodiscard]] std::optional<Instant> parse_rfc3339(std::string_view text);

/// The same, and also a date alone or a date and time without an offset, which are then taken in `offset_minutes`.
[[nodiscard]] std::optional<Instant> parse_instant(std::string_view text, std::int32_t offset_minutes);

void append_date(std::string& out, std::int64_t days);
/// In the instant's own offset; Z when that is 0.
void append_rfc3339(std::string& out, Instant instant);

}  // namespace prequal
