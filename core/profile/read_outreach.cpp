// Reaching out: channels, cadence, calendars, privacy.
#include <algorithm>

#include "base/limits.h"
#include "base/sort.h"
#include "base/text.h"
#include "base/time.h"
#include "profile/names.h"
#include "profile/profile_reader.h"

namespace prequal::profile {
namespace {

// "09:30" as minutes of the day, or -1. 24:00 is the end of the day.
std::int32_t parse_clock(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return -1;
  for (const std::size_t i : {0U, 1U, 3U, 4U}) {
    if (!is_digit(text[i])) return -1;
  }
  const std::int32_t hour = (text[0] - '0') * 10 + (text[1] - '0');
  const std::int32_t minute = (text[3] - '0') * 10 + (text[4] - '0');
  if (minute > 59 || hour > 24 || (hour == 24 && minute != 0)) return -1;
  return hour * 60 + minute;
}

}  // namespace

void ProfileReader::read_outreach(ObjectReader& root) {
  const NodeIndex node = root.object("outreach");
  if (node == kNoNode) return;
  ObjectReader reader(context_, node);
  Outreach& outreach = model.outreach;
  const auto read_channels = [&](std::string_view key, std::vector<std::string_view>& out) {
    const NodeIndex list = reader.array(key);
    if (list == kNoNode) return;
    out.clear();
    for (const std::string_view name : reader.texts(key)) {
      if (std::ranges::find(channels(), name) == channels().end()) {
        context_.report(Code::unknown_value, list, name, suggest(name, channels()));
      } else {
        out.push_back(name);
      }
    }
  };
  read_channels("channels", outreach.channels);
  read_channels("without_consent", outreach.without_consent);
  if (model.path != Path::b2b && !outreach.without_consent.empty()) {
    context_.report(Code::unknown_key, node, "without_consent", "only organizations have channels that are nobody's own");
  }
  outreach.barred = reader.texts("barred");
  outreach.preferred = read_field_reference(reader, "preferred_field");
  outreach.window = read_field_reference(reader, "window_field");
  if (const NodeIndex cadence = reader.object("cadence"); cadence != kNoNode) {
    ObjectReader inner(context_, cadence);
    Cadence& c = outreach.cadence;
    c.minimum_gap_hours = inner.number("minimum_gap_hours", c.minimum_gap_hours, {0, 8760});
    c.maximum_gap_days = inner.number("maximum_gap_days", c.maximum_gap_days, {1, 3650});
    c.attempts = inner.number("attempts", c.attempts, {1, 100});
    c.attempts_within_days = inner.number("attempts_within_days", c.attempts_within_days, {1, 3650});
    c.grace_days = inner.number("grace_days", c.grace_days, {0, 3650});
    c.marketing_touches_before_routing =
        inner.number("marketing_touches_before_routing", c.marketing_touches_before_routing, {1, 1000});
    inner.finish();
  }
  reader.finish();
}

void ProfileReader::read_calendars(ObjectReader& root) {
  static const std::vector<std::string_view> kDays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  std::vector<std::string_view> ids;
  const auto nodes = children(context_, root.array("calendars"), limits::kOutcomes, "calendars");
  for (const NodeIndex child : nodes) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    Calendar calendar;
    calendar.id = reader.id();
    ids.push_back(calendar.id);
    calendar.zone = reader.text("zone");
    reader.require("zone", "for example America/New_York");
    reader.require("hours", "when the office is open");
    for (const NodeIndex entry : children(context_, reader.array("hours"), 32, "hours")) {
      ObjectReader inner(context_, entry);
      if (!inner.ok()) continue;
      OpenHours hours;
      for (const std::string_view day : inner.texts("days")) {
        const auto found = std::ranges::find(kDays, day);
        if (found == kDays.end()) {
          context_.report(Code::unknown_value, entry, day, suggest(day, kDays));
        } else {
          hours.days = static_cast<std::uint8_t>(hours.days | 1U << (found - kDays.begin()));
        }
      }
      hours.from = parse_clock(inner.text("from"));
      hours.to = parse_clock(inner.text("to"));
      inner.finish();
      if (hours.from < 0 || hours.to < 0 || hours.from >= hours.to || hours.days == 0) {
        context_.report(Code::condition_range, entry, {}, "give days, and from and to as 09:00 and 17:00 of one day");
        continue;
      }
      calendar.hours.push_back(hours);
    }
    for (const std::string_view holiday : reader.texts("holidays")) {
      if (holiday == "us_federal") {
        calendar.us_federal_holidays = true;
      } else if (const auto day = parse_date(holiday)) {
        calendar.holidays.push_back(*day);
      } else {
        context_.report(Code::bad_time, child, holiday);
      }
    }
    sort(calendar.holidays);
    reader.finish();
    model.calendars.push_back(std::move(calendar));
  }
  if (ids.size() == nodes.size()) refuse_duplicate_ids(context_, nodes, ids);
}

void ProfileReader::read_privacy(ObjectReader& root) {
  const NodeIndex node = root.object("privacy");
  if (node == kNoNode) return;
  ObjectReader reader(context_, node);
  model.privacy.warn = reader.boolean("warn", true);
  model.privacy.mask = reader.boolean("mask", true);
  for (const NodeIndex child : children(context_, reader.array("red_flags"), limits::kEntries, "red_flags")) {
    ObjectReader entry(context_, child);
    if (!entry.ok()) continue;
    Notice notice;
    notice.id = entry.id();
    entry.require("when", "what calls for the notice");
    notice.when = read_when(entry, "when", Phase::facts, kNever);
    entry.require("text", "what the person reads");
    notice.text = entry.localized("text");
    entry.finish();
    model.privacy.red_flags.push_back(notice);
  }
  reader.finish();
}

}  // namespace prequal::profile
