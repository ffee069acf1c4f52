#include "base/time.h"

#include <tuple>

using namespace prequal;

namespace {

// Counted off day by day from 0001-01-01, with the rule of leap years written out.
struct Calendar {
  std::int32_t year = 1;
  std::int32_t month = 1;
  std::int32_t day = 1;

  void next() {
    const bool leap = year % 400 == 0 || (year % 100 != 0 && year % 4 == 0);
    const std::int32_t last = month == 2                                              ? (leap ? 29 : 28)
                              : month == 4 || month == 6 || month == 9 || month == 11 ? 30
                                                                                      : 31;
    if (++day <= last) return;
    day = 1;
    if (++month <= 12) return;
    month = 1;
    ++year;
  }
};

constexpr std::int64_t kFirstDay = -719162;  // 0001-01-01, counted from 1970-01-01

}  // namespace

TEST_CASE("Every day of the years 1 to 9999 has its number, its date and its weekday") {
  Calendar calendar;
  std::int64_t days = kFirstDay;
  std::int32_t weekday_counted = 0;  // 0001-01-01 was a Monday
  std::size_t wrong = 0;
  while (calendar.year < 10000) {
    const Date date = date_from_days(days);
    if (date.year != calendar.year || date.month != calendar.month || date.day != calendar.day) ++wrong;
    if (days_from_date({calendar.year, calendar.month, calendar.day}) != days) ++wrong;
    if (weekday(days) != weekday_counted) ++wrong;
    calendar.next();
    weekday_counted = (weekday_counted + 1) % 7;
    ++days;
  }
  CHECK(wrong == 0);
  CHECK(days_from_date({1970, 1, 1}) == 0);
  CHECK(weekday(0) == 3);
}

TEST_CASE("Dates are read only when the day exists") {
  const auto [text, good] = GENERATE(table<std::string_view, bool>({
      {"2026-11-20", true},
      {"0001-01-01", true},
      {"9999-12-31", true},
      {"2024-02-29", true},
      {"2000-02-29", true},
      {"2023-02-29", false},
      {"1900-02-29", false},
      {"2026-04-31", false},
      {"2026-13-01", false},
      {"2026-00-01", false},
      {"2026-01-00", false},
      {"0000-01-01", false},
      {"2026-1-1", false},
      {"20261120", false},
      {"2026-11-20 ", false},
      {" 2026-11-20", false},
      {"2026/11/20", false},
      {"2026-11-2x", false},
      {"", false},
      {"-026-11-20", false},
      {"2026-11-\xD9\xA2", false},
  }));
  INFO(text);
  const auto days = parse_date(text);
  REQUIRE(days.has_value() == good);
  if (!good) return;
  std::string again;
  append_date(again, *days);
  CHECK(again == text);
}

TEST_CASE("RFC 3339 times are read to the second") {
  struct Row {
    std::string_view text;
    std::int64_t seconds;
    std::int32_t offset;
  };
  const auto [text, seconds, offset] = GENERATE(table<std::string_view, std::int64_t, std::int32_t>({
      {"1970-01-01T00:00:00Z", 0, 0},
      {"1970-01-01t00:00:00z", 0, 0},
      {"1970-01-01 00:00:00Z", 0, 0},
      {"1970-01-01T00:00Z", 0, 0},
      {"1969-12-31T23:59:59Z", -1, 0},
      {"1970-01-01T00:00:00+00:00", 0, 0},
      {"1970-01-01T00:00:00-00:00", 0, 0},
      {"1970-01-01T01:00:00+01:00", 0, 60},
      {"1969-12-31T19:00:00-05:00", 0, -300},
      {"1970-01-01T05:45:00+05:45", 0, 345},
      {"1970-01-01T14:00:00+14:00", 0, 840},
      {"1969-12-31T10:00:00-14:00", 0, -840},
      {"2026-11-20T10:00:00-05:00", 1795186800, -300},
      {"2026-11-20T15:00:00.999999999Z", 1795186800, 0},
      {"2016-12-31T23:59:60Z", 1483228799, 0},  // a leap second counts as the second before
      {"2016-12-31T23:59:59Z", 1483228799, 0},
      {"0001-01-01T00:00:00Z", -62135596800, 0},
      {"9999-12-31T23:59:59Z", 253402300799, 0},
      {"2024-02-29T12:00:00Z", 1709208000, 0},
  }));
  INFO(text);
  const auto instant = parse_rfc3339(text);
  REQUIRE(instant.has_value());
  CHECK(instant->seconds == seconds);
  CHECK(instant->offset_minutes == offset);
  CHECK(parse_instant(text, -480) == instant);
}

TEST_CASE("What is not a time, or has no offset, is not guessed") {
  const auto text = GENERATE(
      "", "now", "2026-11-20", "2026-11-20T", "2026-11-20T10", "2026-11-20T10:", "2026-11-20T10:0", "2026-11-20T10:00",
      "2026-11-20T10:00:00", "2026-11-20T10:00:00.Z", "2026-11-20T10:00:0Z", "2026-11-20T24:00:00Z", "2026-11-20T10:60:00Z",
      "2026-11-20T10:00:61Z", "2026-11-20T10:00:00+1:00", "2026-11-20T10:00:00+0100", "2026-11-20T10:00:00+14:01",
      "2026-11-20T10:00:00+15:00", "2026-11-20T10:00:00+05:60", "2026-11-20T10:00:00Zx", "2026-11-20T10:00:00 Z",
      "2026-11-20x10:00:00Z", "2026-02-30T10:00:00Z", "2026-11-20T-1:00:00Z", "2026-11-20T10:00:00+",
      "2026-11-20T10:00:00+05", "20261120T100000Z", "10:00:00Z", "2026-11-20T10:00.5Z");
  INFO(text);
  CHECK_FALSE(parse_rfc3339(text).has_value());
}

TEST_CASE("Without an offset a time is taken in the one given") {
  const auto [text, offset, seconds] = GENERATE(table<std::string_view, std::int32_t, std::int64_t>({
      {"1970-01-01", 0, 0},
      {"1970-01-01", -300, 18000},
      {"1970-01-01", 345, -20700},
      {"1970-01-01T06:00", -300, 39600},
      {"1970-01-01 06:00:30", 60, 18030},
      {"1970-01-01T06:00:30.25", 60, 18030},
      {"1970-01-01T06:00:30Z", 60, 21630},
  }));
  INFO(text);
  const auto instant = parse_instant(text, offset);
  REQUIRE(instant.has_value());
  CHECK(instant->seconds == seconds);
}

TEST_CASE("A time that is written is read as the same time") {
  const auto offset = GENERATE(0, 1, -1, 60, -300, 345, 840, -840);
  for (const std::int64_t seconds :
       {0LL, 1LL, -1LL, 86399LL, 86400LL, -86400LL, 1795186800LL, -62135500000LL, 253402200000LL}) {
    const Instant instant{seconds, offset};
    std::string text;
    append_rfc3339(text, instant);
    INFO(text);
    CHECK(parse_rfc3339(text) == instant);
    CHECK((text.back() == 'Z') == (offset == 0));
  }
}
