#include "base/time.h"

#include <array>

#include "base/text.h"

namespace prequal {
namespace {

// Exactly `count` digits at `at`, or -1.
std::int32_t digits_at(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return -1;
  std::int32_t value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (!is_digit(text[i])) return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

void append_padded(std::string& out, std::int32_t value, std::size_t width) {
  std::array<char, 4> digits{};
  for (std::size_t i = width; i-- > 0; value /= 10) digits[i] = static_cast<char>('0' + value % 10);
  out.append(digits.data(), width);
}

std::optional<Instant> parse(std::string_view text, const std::int32_t* default_offset) {
  if (text.size() < 10) return std::nullopt;
  const auto day = parse_date(text.substr(0, 10));
  if (!day) return std::nullopt;
  text.remove_prefix(10);
  Instant out{*day * kDay, default_offset != nullptr ? *default_offset : 0};
  const auto local = [&]() -> std::optional<Instant> {
    if (default_offset == nullptr) return std::nullopt;
    out.seconds -= std::int64_t{*default_offset} * 60;
    return out;
  };
  if (text.empty()) return local();
  if (text[0] != 'T' && text[0] != 't' && text[0] != ' ') return std::nullopt;
  const std::int32_t hour = digits_at(text, 1, 2);
  const std::int32_t minute = text.size() > 3 && text[3] == ':' ? digits_at(text, 4, 2) : -1;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
  std::int32_t second = 0;
  std::size_t at = 6;
  if (at < text.size() && text[at] == ':') {
    second = digits_at(text, 7, 2);
    if (second < 0 || second > 60) return std::nullopt;
    if (second == 60) second = 59;
    at = 9;
    if (at < text.size() && text[at] == '.') {
      const std::size_t from = ++at;
      while (at < text.size() && is_digit(text[at])) ++at;
      if (at == from) return std::nullopt;
    }
  }
  out.seconds += hour * 3600 + minute * 60 + second;
  text.remove_prefix(at);
  if (text.empty()) return local();
  if (text == "Z" || text == "z") {
    out.offset_minutes = 0;
    return out;
  }
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  const std::int32_t hours = digits_at(text, 1, 2);
  const std::int32_t minutes = digits_at(text, 4, 2);
  if (hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > 14 * 60) return std::nullopt;
  out.offset_minutes = (hours * 60 + minutes) * (text[0] == '-' ? -1 : 1);
  out.seconds -= std::int64_t{out.offset_minutes} * 60;
  return out;
}

}  // namespace

// Days from civil and back after Howard Hinnant's public-domain description: years start in March.
std::int64_t days_from_date(Date date) {
  const std::int64_t y = date.month <= 2 ? date.year - 1 : date.year;
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int64_t year_of_era = y - era * 400;
  const std::int64_t day_of_year = (153 * (date.month > 2 ? date.month - 3 : date.month + 9) + 2) / 5 + date.day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Date date_from_days(std::int64_t days) {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t day_of_era = days - era * 146097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted = (5 * day_of_year + 2) / 153;
  const std::int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {static_cast<std::int32_t>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)), static_cast<std::int32_t>(month),
          static_cast<std::int32_t>(day_of_year - (153 * shifted + 2) / 5 + 1)};
}

std::int32_t days_in_month(std::int32_t year, std::int32_t month) {
  constexpr std::array<std::int32_t, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

std::int32_t weekday(std::int64_t days) {
  const std::int64_t shifted = (days + 3) % 7;  // 1970-01-01 was a Thursday
  return static_cast<std::int32_t>(shifted < 0 ? shifted + 7 : shifted);
}

std::optional<std::int64_t> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const Date date{digits_at(text, 0, 4), digits_at(text, 5, 2), digits_at(text, 8, 2)};
  if (date.year < 1 || date.month < 1 || date.month > 12 || date.day < 1) return std::nullopt;
  if (date.day > days_in_month(date.year, date.month)) return std::nullopt;
  return days_from_date(date);
}

std::optional<Instant> parse_rfc3339(std::string_view text) {
  return parse(text, nullptr);
}

std::optional<Instant> parse_instant(std::string_view text, std::int32_t offset_minutes) {
  return parse(text, &offset_minutes);
}

void append_date(std::string& out, std::int64_t days) {
  const Date date = date_from_days(days);
  append_padded(out, date.year, 4);
  out.push_back('-');
  append_padded(out, date.month, 2);
  out.push_back('-');
  append_padded(out, date.day, 2);
}

void append_rfc3339(std::string& out, Instant instant) {
  const std::int64_t local = instant.seconds + std::int64_t{instant.offset_minutes} * 60;
  std::int64_t days = local / kDay;
  std::int64_t second = local % kDay;
  if (second < 0) {
    second += kDay;
    --days;
  }
  append_date(out, days);
  out.push_back('T');
  append_padded(out, static_cast<std::int32_t>(second / 3600), 2);
  out.push_back(':');
  append_padded(out, static_cast<std::int32_t>(second / 60 % 60), 2);
  out.push_back(':');
  append_padded(out, static_cast<std::int32_t>(second % 60), 2);
  if (instant.offset_minutes == 0) {
    out.push_back('Z');
    return;
  }
  const std::int32_t offset = instant.offset_minutes < 0 ? -instant.offset_minutes : instant.offset_minutes;
  out.push_back(instant.offset_minutes < 0 ? '-' : '+');
  append_padded(out, offset / 60, 2);
  out.push_back(':');
  append_padded(out, offset % 60, 2);
}

}  // namespace prequal
