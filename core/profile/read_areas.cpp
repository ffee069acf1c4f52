// Service areas: states, ZIP codes, prefixes and circles around sites, worked out here once for every ZIP code.
#include <algorithm>
#include <optional>

#include "base/limits.h"
#include "base/text.h"
#include "profile/names.h"
#include "profile/profile_reader.h"
#include "quality/place.h"
#include "quality/zip_places.h"

namespace prequal::profile {
namespace {

constexpr std::size_t kPrefixDigits = 3;
constexpr std::size_t kZipDigits = 5;
constexpr std::int32_t kDegree = 10'000;

bool is_digits(std::string_view text, std::size_t count) {
  return text.size() == count && std::ranges::all_of(text, is_digit);
}

std::uint32_t to_number(std::string_view digits) {
  std::uint32_t out = 0;
  for (const char digit : digits) out = out * 10 + static_cast<std::uint32_t>(digit - '0');
  return out;
}

// Degrees such as -83.0007 in 1/10,000; further digits are passed over.
std::optional<std::int32_t> parse_degrees(std::string_view text, std::int32_t most) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  if (whole.empty() || whole.size() > 3 || !is_digits(whole, whole.size())) return std::nullopt;
  auto out = static_cast<std::int32_t>(to_number(whole)) * kDegree;
  std::int32_t unit = kDegree;
  if (point + 1 == text.size()) return std::nullopt;
  for (std::size_t i = point + 1; i < text.size(); ++i) {
    if (!is_digit(text[i])) return std::nullopt;
    unit /= 10;
    out += unit * (text[i] - '0');
  }
  if (out > most * kDegree) return std::nullopt;
  return negative ? -out : out;
}

// "39.9612, -83.0007": latitude and longitude.
std::optional<quality::Point> parse_point(std::string_view text) {
  constexpr std::int32_t kMostNorth = 90;
  constexpr std::int32_t kMostEast = 180;
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const auto latitude = parse_degrees(view_trimmed(text.substr(0, comma)), kMostNorth);
  const auto longitude = parse_degrees(view_trimmed(text.substr(comma + 1)), kMostEast);
  if (!latitude || !longitude) return std::nullopt;
  return quality::Point{*latitude, *longitude};
}

}  // namespace

void ProfileReader::read_areas(ObjectReader& root) {
  std::vector<std::string_view> ids;
  const auto nodes = children(context_, root.array("areas"), limits::kOutcomes, "areas");
  for (const NodeIndex child : nodes) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    Area area;
    area.id = reader.id();
    ids.push_back(area.id);
    area.plain = reader.localized("plain");
    read_area_parts(reader, area);
    reader.finish();
    model.areas.push_back(std::move(area));
  }
  if (ids.size() == nodes.size()) refuse_duplicate_ids(context_, nodes, ids);
}

void ProfileReader::read_area_parts(ObjectReader& reader, Area& area) {
  const std::size_t before = context_.problems.list().size();
  quality::AreaParts parts;
  // The texts of a list that `take` finds usable; it gives what is wrong with the others.
  const auto read = [&](std::string_view key, std::size_t most, std::vector<std::string_view>& out, auto take) {
    for (const NodeIndex child : children(context_, reader.array(key), most, key)) {
      const Node& node = context_.document.at(child);
      const std::string_view fault =
          node.kind == NodeKind::string ? take(node.text) : std::string_view("a text is expected");
      if (fault.empty()) {
        out.push_back(node.text);
      } else {
        context_.report(Code::bad_place, child, node.text, fault);
      }
    }
  };
  read("states", limits::kEntries, area.states, [&](std::string_view text) {
    const std::string_view state = text.size() == 2 ? quality::find_state(text) : std::string_view{};
    if (state != text) return std::string_view("the postal code of a state is expected, such as OH");
    parts.states.push_back(state);
    return std::string_view{};
  });
  read("zip_prefixes", limits::kRules, area.zip_prefixes, [&](std::string_view text) {
    if (!is_digits(text, kPrefixDigits)) return std::string_view("three digits are expected");
    parts.prefixes.push_back(to_number(text));
    return std::string_view{};
  });
  read("zip_codes", limits::kVocabulary, area.zip_codes, [&](std::string_view text) {
    if (!is_digits(text, kZipDigits)) return std::string_view("five digits are expected");
    parts.zips.push_back(to_number(text));
    return std::string_view{};
  });
  read_area_sites(reader, area, parts.circles);
  if (area.states.empty() && area.zip_prefixes.empty() && area.zip_codes.empty() && area.sites.empty() &&
      context_.problems.list().size() == before) {
    context_.report(Code::condition_empty, reader.node(), area.id);
  }
  if (!context_.problems.has_errors()) area.runs = quality::to_runs(parts);
}

void ProfileReader::read_area_sites(ObjectReader& outer, Area& area, std::vector<quality::Circle>& circles) {
  std::vector<std::string_view> ids;
  const auto nodes = children(context_, outer.array("sites"), limits::kEntries, "sites");
  for (const NodeIndex child : nodes) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    AreaSite site;
    site.id = reader.id();
    ids.push_back(site.id);
    site.label = reader.localized("label");
    site.miles = reader.number("miles", 0, {1, quality::kMostMiles});
    reader.require("miles", "how far around the site, in whole miles");
    const auto place = read_site_place(reader, site);
    if (place) circles.push_back({*place, site.miles});
    reader.finish();
    area.sites.push_back(site);
  }
  if (ids.size() == nodes.size()) refuse_duplicate_ids(context_, nodes, ids);
}

std::optional<quality::Point> ProfileReader::read_site_place(ObjectReader& reader, AreaSite& site) {
  const NodeIndex at = reader.any("at");
  const NodeIndex zip = reader.any("zip_code");
  site.at = reader.text("at");
  site.zip_code = reader.text("zip_code");
  std::optional<quality::Point> place;
  if (at != kNoNode) {
    place = parse_point(site.at);
    if (!place) context_.report(Code::bad_place, at, site.at, "latitude and longitude in degrees are expected");
    if (zip == kNoNode || is_digits(site.zip_code, kZipDigits)) return place;
  }
  if (zip == kNoNode) {
    context_.report(Code::missing_key, reader.node(), "zip_code", "or \"at\", the latitude and longitude of the site");
  } else if (!is_digits(site.zip_code, kZipDigits)) {
    context_.report(Code::bad_place, zip, site.zip_code, "five digits are expected");
  } else {
    place = quality::find_zip_place(to_number(site.zip_code));
    if (!place)
      context_.report(Code::bad_place, zip, site.zip_code, "nobody knows where that ZIP code is; say it by \"at\"");
  }
  return place;
}

// {"field": "postal_code", "in_area": "home_visits"}
ConditionId ProfileReader::read_area_test(ObjectReader& reader, FieldId field) {
  const NodeIndex member = reader.any("in_area");
  if (member == kNoNode) return unreadable(reader, {}, "postal_code (in_area)");
  const std::string_view name = reader.text("in_area");
  const auto found = std::ranges::find(model.areas, name, &Area::id);
  if (found == model.areas.end()) {
    std::vector<std::string_view> known;
    for (const Area& area : model.areas) known.push_back(area.id);
    context_.report(Code::unknown_reference, member, name, suggest(name, known));
    return kNever;
  }
  return leaf({.op = Op::in_area, .column = field}, {static_cast<std::uint32_t>(found - model.areas.begin())}, false);
}

}  // namespace prequal::profile
