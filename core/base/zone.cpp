#include "base/zone.h"

#include <array>

#include "base/text.h"
#include "base/time.h"

namespace prequal {
namespace {

struct NamedZone {
  std::string_view name;
  std::string_view rule;
};

constexpr std::string_view kEastern = "EST5EDT,M3.2.0,M11.1.0";
constexpr std::string_view kCentral = "CST6CDT,M3.2.0,M11.1.0";
constexpr std::string_view kMountain = "MST7MDT,M3.2.0,M11.1.0";
constexpr std::string_view kPacific = "PST8PDT,M3.2.0,M11.1.0";
constexpr std::string_view kAlaska = "AKST9AKDT,M3.2.0,M11.1.0";
constexpr std::string_view kHawaii = "HST10";
constexpr std::string_view kArizona = "MST7";

// The zones of the United States and its territories under the rules in force since 2007.
constexpr auto kZones = std::to_array<NamedZone>({
    {"America/New_York", kEastern},
    {"America/Detroit", kEastern},
    {"America/Kentucky/Louisville", kEastern},
    {"America/Kentucky/Monticello", kEastern},
    {"America/Indiana/Indianapolis", kEastern},
    {"America/Indiana/Vincennes", kEastern},
    {"America/Indiana/Winamac", kEastern},
    {"America/Indiana/Marengo", kEastern},
    {"America/Indiana/Petersburg", kEastern},
    {"America/Indiana/Vevay", kEastern},
    {"America/Chicago", kCentral},
    {"America/Indiana/Tell_City", kCentral},
    {"America/Indiana/Knox", kCentral},
    {"America/Menominee", kCentral},
    {"America/North_Dakota/Center", kCentral},
    {"America/North_Dakota/New_Salem", kCentral},
    {"America/North_Dakota/Beulah", kCentral},
    {"America/Denver", kMountain},
    {"America/Boise", kMountain},
    {"America/Phoenix", kArizona},
    {"America/Los_Angeles", kPacific},
    {"America/Anchorage", kAlaska},
    {"America/Juneau", kAlaska},
    {"America/Sitka", kAlaska},
    {"America/Metlakatla", kAlaska},
    {"America/Yakutat", kAlaska},
    {"America/Nome", kAlaska},
    {"America/Adak", "HST10HDT,M3.2.0,M11.1.0"},
    {"Pacific/Honolulu", kHawaii},
    {"America/Puerto_Rico", "AST4"},
    {"America/St_Thomas", "AST4"},
    {"Pacific/Guam", "ChST-10"},
    {"Pacific/Saipan", "ChST-10"},
    {"Pacific/Pago_Pago", "SST11"},
    {"US/Eastern", kEastern},
    {"US/Central", kCentral},
    {"US/Mountain", kMountain},
    {"US/Pacific", kPacific},
    {"US/Alaska", kAlaska},
    {"US/Hawaii", kHawaii},
    {"US/Arizona", kArizona},
    {"US/East-Indiana", kEastern},
    {"US/Michigan", kEastern},
    {"UTC", "UTC0"},
    {"Etc/UTC", "UTC0"},
});

// Reads a POSIX TZ string from the front.
class RuleReader {
 public:
  explicit RuleReader(std::string_view text) : text_(text) {}

  std::optional<Zone> read() {
    Zone zone;
    std::int32_t west = 0;
    if (!read_name() || !read_time(24, west)) return std::nullopt;
    zone.standard_seconds = -west;
    if (text_.empty()) return zone;
    zone.has_daylight = true;
    zone.daylight_seconds = zone.standard_seconds + 3600;
    if (!read_name()) return std::nullopt;
    if (!text_.empty() && text_[0] != ',') {
      if (!read_time(24, west)) return std::nullopt;
      zone.daylight_seconds = -west;
    }
    if (!take(',') || !read_change(zone.start) || !take(',') || !read_change(zone.end) || !text_.empty()) {
      return std::nullopt;
    }
    return zone;
  }

 private:
  bool take(char c) {
    if (text_.empty() || text_[0] != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  bool read_name() {
    std::size_t length = 0;
    if (take('<')) {
      while (length < text_.size() && text_[length] != '>') ++length;
      if (length == text_.size() || length == 0) return false;
      text_.remove_prefix(length + 1);
      return true;
    }
    while (length < text_.size() && is_letter(text_[length])) ++length;
    text_.remove_prefix(length);
    return length >= 3;
  }
  bool read_number(std::int32_t most, std::int32_t& out) {
    std::size_t digits = 0;
    out = 0;
    while (digits < text_.size() && digits < 3 && is_digit(text_[digits])) out = out * 10 + (text_[digits++] - '0');
    text_.remove_prefix(digits);
    return digits > 0 && out <= most;
  }
  // [+|-]hh[:mm[:ss]]
  bool read_time(std::int32_t most_hours, std::int32_t& out) {
    const bool negative = !text_.empty() && text_[0] == '-';
    if (negative || (!text_.empty() && text_[0] == '+')) text_.remove_prefix(1);
    std::int32_t hours = 0;
    std::int32_t minutes = 0;
    std::int32_t seconds = 0;
    if (!read_number(most_hours, hours)) return false;
    if (take(':') && !read_number(59, minutes)) return false;
    if (take(':') && !read_number(59, seconds)) return false;
    out = (hours * 3600 + minutes * 60 + seconds) * (negative ? -1 : 1);
    return true;
  }
  bool read_change(ZoneChange& change) {
    constexpr std::int32_t kMostHours = 167;
    if (take('M')) {
      change.kind = ZoneChange::Kind::month_week_day;
      if (!read_number(12, change.month) || change.month < 1 || !take('.')) return false;
      if (!read_number(5, change.week) || change.week < 1 || !take('.')) return false;
      if (!read_number(6, change.day)) return false;
    } else if (take('J')) {
      change.kind = ZoneChange::Kind::julian;
      if (!read_number(365, change.day) || change.day < 1) return false;
    } else {
      change.kind = ZoneChange::Kind::zero_based;
      if (!read_number(365, change.day)) return false;
    }
    return !take('/') || read_time(kMostHours, change.second);
  }

  std::string_view text_;
};

// Day (since 1970) of the n-th (5: last) given weekday (0 is Sunday) of a month.
std::int64_t nth_weekday(std::int32_t year, std::int32_t month, std::int32_t week, std::int32_t day_of_week) {
  const std::int64_t first = days_from_date({year, month, 1});
  const std::int32_t first_weekday = (weekday(first) + 1) % 7;  // to Sunday as 0
  std::int32_t day = (day_of_week - first_weekday + 7) % 7 + (week - 1) * 7;
  while (day >= days_in_month(year, month)) day -= 7;
  return first + day;
}

// Local seconds since 1970 at which a change happens in a year.
std::int64_t change_time(const ZoneChange& change, std::int32_t year) {
  std::int64_t day = 0;
  const std::int64_t january = days_from_date({year, 1, 1});
  switch (change.kind) {
    case ZoneChange::Kind::month_week_day: day = nth_weekday(year, change.month, change.week, change.day); break;
    case ZoneChange::Kind::zero_based: day = january + change.day; break;
    case ZoneChange::Kind::julian: {
      // 29 February is never counted.
      const bool leap = days_in_month(year, 2) == 29;
      day = january + change.day - 1 + (leap && change.day >= 60 ? 1 : 0);
      break;
    }
  }
  return day * kDay + change.second;
}

}  // namespace

std::int32_t Zone::offset_at(std::int64_t seconds) const {
  if (!has_daylight) return standard_seconds;
  const std::int32_t year = date_from_days(floor_div(seconds + standard_seconds, kDay)).year;
  const std::int64_t from = change_time(start, year) - standard_seconds;
  const std::int64_t to = change_time(end, year) - daylight_seconds;
  const bool daylight = from < to ? seconds >= from && seconds < to : seconds >= from || seconds < to;
  return daylight ? daylight_seconds : standard_seconds;
}

std::int64_t Zone::to_moment(std::int64_t local_seconds) const {
  if (!has_daylight) return local_seconds - standard_seconds;
  const std::int32_t most = daylight_seconds > standard_seconds ? daylight_seconds : standard_seconds;
  const std::int32_t least = daylight_seconds > standard_seconds ? standard_seconds : daylight_seconds;
  // The larger offset gives the earlier moment. When neither fits, the local time was skipped and the offset from before
  // the change moves it behind the gap.
  const std::int64_t early = local_seconds - most;
  if (offset_at(early) == most) return early;
  return local_seconds - least;
}

std::optional<Zone> find_zone(std::string_view name) {
  for (const NamedZone& zone : kZones) {
    if (zone.name == name) return RuleReader(zone.rule).read();
  }
  return RuleReader(name).read();
}

bool is_us_federal_holiday(std::int64_t day) {
  const auto is_holiday = [](std::int64_t d) {
    const Date date = date_from_days(d);
    const auto nth = [&](std::int32_t month, std::int32_t week, std::int32_t day_of_week) {
      return date.month == month && nth_weekday(date.year, month, week, day_of_week) == d;
    };
    const auto fixed = [&](std::int32_t month, std::int32_t day_of_month) {
      return date.month == month && date.day == day_of_month;
    };
    return fixed(1, 1) || fixed(6, 19) || fixed(7, 4) || fixed(11, 11) || fixed(12, 25) ||  // New Year ... Christmas
           nth(1, 3, 1) || nth(2, 3, 1) || nth(5, 5, 1) || nth(9, 1, 1) || nth(10, 2, 1) || nth(11, 4, 4);
  };
  constexpr std::int32_t kFriday = 4;
  constexpr std::int32_t kMonday = 0;
  if (is_holiday(day)) return true;
  if (weekday(day) == kFriday) return is_holiday(day + 1);  // observed the day before a Saturday
  if (weekday(day) == kMonday) return is_holiday(day - 1);  // observed the day after a Sunday
  return false;
}

}  // namespace prequal
