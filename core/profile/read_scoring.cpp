// Rules with their points, recency tables, caps, bands and the fit-by-intent table.
#include <algorithm>

#include "base/limits.h"
#include "base/text.h"
#include "profile/facts.h"
#include "profile/names.h"
#include "profile/profile_reader.h"

namespace prequal::profile {
namespace {

constexpr NumberRange kCapRange{0, limits::kCategoryPoints};

}  // namespace

void ProfileReader::read_recency(ObjectReader& root) {
  std::vector<std::string_view> ids;
  const auto nodes = children(context_, root.array("recency"), limits::kEntries, "recency");
  for (const NodeIndex child : nodes) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    RecencyTable table;
    table.id = reader.id();
    ids.push_back(table.id);
    reader.require("steps", "how much an act of a certain age still counts");
    for (const NodeIndex entry : children(context_, reader.array("steps"), 32, "steps")) {
      ObjectReader step_reader(context_, entry);
      if (!step_reader.ok()) continue;
      RecencyStep step;
      step.within_days = step_reader.number("within_days", INT32_MAX, {0, 36'500});
      step.percent = step_reader.number("percent", 100, {0, 100});
      step_reader.require("percent", "of the points of today");
      step_reader.finish();
      if (!table.steps.empty()) {
        const RecencyStep& before = table.steps.back();
        if (step.within_days <= before.within_days) {
          context_.report(Code::condition_range, entry, {}, "each step must reach further back than the one before");
        }
        if (step.percent > before.percent) {
          context_.report(Code::condition_range, entry, {}, "an older act may not count more than a newer one");
        }
      }
      table.steps.push_back(step);
    }
    if (table.steps.empty()) context_.report(Code::too_few, child, "steps", "at least one step");
    reader.finish();
    model.recency.push_back(std::move(table));
  }
  if (ids.size() == nodes.size()) refuse_duplicate_ids(context_, nodes, ids);
}

void ProfileReader::read_groups(ObjectReader& root) {
  std::vector<std::string_view> ids;
  const auto nodes = children(context_, root.array("cap_groups"), limits::kOutcomes, "cap_groups");
  for (const NodeIndex child : nodes) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    CapGroup group;
    group.id = reader.id();
    ids.push_back(group.id);
    group.category = static_cast<Category>(reader.one_of("category", categories(), 1));
    reader.require("category", "fit, intent, adjustment or negative");
    group.limit = reader.number("limit", 0, kCapRange);
    reader.require("limit", "the most that its rules give together");
    reader.finish();
    model.groups.push_back(group);
  }
  if (ids.size() == nodes.size()) refuse_duplicate_ids(context_, nodes, ids);
}

void ProfileReader::read_rules(ObjectReader& root) {
  const auto nodes = children(context_, root.array("rules"), limits::kRules, "rules");
  std::vector<std::string_view> ids;
  model.rules.reserve(nodes.size());
  for (const NodeIndex child : nodes) {
    Rule rule;
    read_rule(child, rule);
    ids.push_back(rule.id);
    model.rules.push_back(std::move(rule));
  }
  refuse_duplicate_ids(context_, nodes, ids);
  check_points();
}

void ProfileReader::read_rule(NodeIndex node, Rule& rule) {
  ObjectReader reader(context_, node);
  if (!reader.ok()) return;
  rule.id = reader.id();
  rule.category = static_cast<Category>(reader.one_of("category", categories(), 0));
  reader.require("category", "fit, intent, adjustment or negative");
  rule.basis = static_cast<Basis>(reader.one_of("basis", bases(), 0));
  rule.plain = reader.localized("plain");
  reader.require("plain", "one sentence: what was seen and why it counts");
  rule.evidence = reader.text("evidence");
  if (const NodeIndex member = reader.any("group"); member != kNoNode) {
    const std::string_view name = reader.text("group");
    const auto found = std::ranges::find(model.groups, name, &CapGroup::id);
    if (found == model.groups.end()) {
      std::vector<std::string_view> known;
      for (const CapGroup& group : model.groups) known.push_back(group.id);
      context_.report(Code::unknown_reference, member, name, suggest(name, known));
    } else {
      rule.group = static_cast<std::uint16_t>(found - model.groups.begin());
      if (found->category != rule.category) {
        context_.report(Code::unknown_reference, member, name, "that cap group belongs to another category");
      }
    }
  }
  rule.reason = read_reason_reference(reader, "reason");
  const NumberRange range = rule.category == Category::negative     ? NumberRange{-limits::kPoints, -1}
                            : rule.category == Category::adjustment ? NumberRange{-limits::kPoints, limits::kPoints}
                                                                    : NumberRange{1, limits::kPoints};
  const NodeIndex grades = reader.array("grades");
  const NodeIndex signal = reader.object("signal");
  if (grades != kNoNode) {
    read_grades(grades, range, rule);
  } else if (signal != kNoNode) {
    read_signal(signal, rule);
    rule.signal_points = reader.number("points", 0, range);
    reader.require("points", "the points of one such act of today");
    if (rule.category == Category::fit) {
      context_.report(Code::condition_phase, signal, "signal", "activity never moves fit; use intent");
    }
  } else {
    Grade grade;
    reader.require("when", "the condition under which the points are given (or \"grades\", or \"signal\")");
    grade.when = read_when(reader, "when", Phase::facts, kNever);
    grade.points = reader.number("points", 0, range);
    reader.require("points", "how many");
    rule.grades.push_back(grade);
  }
  // A negative that says the same as a hard stop is not counted on top of it.
  ConditionId stopped = kNever;
  if (rule.reason != kNoEntry) {
    std::vector<ConditionId> stops;
    for (const HardStop& stop : model.hard_stops) {
      if (stop.reason == rule.reason) stops.push_back(stop.when);
    }
    for (const Criterion& criterion : model.must_haves) {
      if (criterion.reason == rule.reason) stops.push_back(conditions.negation(criterion.when));
    }
    stopped = conditions.any(std::move(stops));
  }
  std::vector<ConditionId> earlier;
  for (Grade& grade : rule.grades) {
    grade.selected =
        conditions.all({grade.when, conditions.negation(conditions.any(earlier)), conditions.negation(stopped)});
    earlier.push_back(grade.when);
    if (rule.category == Category::fit && conditions.at(grade.when).timed) {
      context_.report(Code::condition_phase, node, rule.id, "time and activity never move fit; use intent or adjustment");
    }
  }
  reader.finish();
}

void ProfileReader::read_grades(NodeIndex list, NumberRange range, Rule& rule) {
  std::vector<std::string_view> ids;
  const auto nodes = children(context_, list, limits::kEntries, "grades");
  for (const NodeIndex child : nodes) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    Grade grade;
    grade.id = reader.id();
    ids.push_back(grade.id);
    grade.plain = reader.localized("plain");
    reader.require("when", "the condition of this grade; the first grade that holds counts");
    grade.when = read_when(reader, "when", Phase::facts, kNever);
    reader.require("points", "how many");
    grade.points = reader.number("points", 0, range);
    reader.finish();
    rule.grades.push_back(grade);
  }
  if (rule.grades.empty()) {
    context_.report(Code::too_few, list, "grades", "at least one grade");
    rule.grades.emplace_back();
  }
  if (ids.size() == nodes.size()) refuse_duplicate_ids(context_, nodes, ids);
}

void ProfileReader::read_signal(NodeIndex node, Rule& rule) {
  ObjectReader reader(context_, node);
  const NodeIndex types = reader.array("types");
  reader.require("types", "kinds of touch, for example demo_request");
  for (const NodeIndex child : children(context_, types, kTouchTypes, "types")) {
    const std::string_view name = context_.document.at(child).text;
    const std::uint16_t type = find_touch(name);
    if (type != kNoTouch) {
      rule.signal.types.push_back(type);
      continue;
    }
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < kTouchTypes; ++i) known.push_back(touch_name(static_cast<TouchType>(i)));
    context_.report(Code::unknown_value, child, name, suggest(name, known));
  }
  for (const std::string_view name : reader.texts("topics")) rule.signal.topics.push_back(topic(name));
  rule.signal.times = static_cast<std::uint32_t>(reader.number("times", 1, {1, 100}));
  if (const NodeIndex member = reader.any("recency"); member != kNoNode) {
    const std::string_view name = reader.text("recency");
    const auto found = std::ranges::find(model.recency, name, &RecencyTable::id);
    if (found == model.recency.end()) {
      std::vector<std::string_view> known;
      for (const RecencyTable& table : model.recency) known.push_back(table.id);
      context_.report(Code::unknown_reference, member, name, suggest(name, known));
    } else {
      rule.signal.recency = static_cast<std::uint16_t>(found - model.recency.begin());
    }
  }
  rule.signal.slot = next_signal_++;
  reader.finish();
}

void ProfileReader::check_points() {
  std::array<std::int64_t, kCategories> sums{};
  for (const Rule& rule : model.rules) {
    std::int64_t most = std::int64_t{std::abs(rule.signal_points)} * rule.signal.times;
    for (const Grade& grade : rule.grades) most = std::max<std::int64_t>(most, std::abs(grade.points));
    sums[static_cast<std::size_t>(rule.category)] += most;
  }
  for (std::size_t i = 0; i < kCategories; ++i) {
    if (sums[i] > limits::kCategoryPoints) context_.report(Code::rules_overflow, context_.document.root(), categories()[i]);
  }
}

Thresholds ProfileReader::read_thresholds(ObjectReader& reader, std::string_view key) {
  const NodeIndex node = reader.object(key);
  if (node == kNoNode) {
    reader.require(key, "where mid and high start");
    return {};
  }
  ObjectReader inner(context_, node);
  Thresholds thresholds;
  inner.require("mid", "the lowest score of the middle band");
  inner.require("high", "the lowest score of the high band");
  thresholds.mid = inner.number("mid", 0, {1, limits::kCategoryPoints});
  thresholds.high = inner.number("high", 0, {2, limits::kCategoryPoints});
  if (thresholds.mid >= thresholds.high) context_.report(Code::thresholds_order, node, key, "mid must be below high");
  inner.finish();
  return thresholds;
}

void ProfileReader::read_scoring(ObjectReader& root) {
  Scoring& scoring = model.scoring;
  const NodeIndex node = root.object("scoring");
  root.require("scoring", "caps, bands and the fit-by-intent table");
  if (node == kNoNode) return;
  ObjectReader reader(context_, node);
  if (const NodeIndex caps = reader.object("caps"); caps != kNoNode) {
    ObjectReader inner(context_, caps);
    for (std::size_t i = 0; i < kCategories; ++i) {
      const std::int64_t most = static_cast<Category>(i) == Category::adjustment ? 10 : 100;
      scoring.caps[i] = inner.number(categories()[i], scoring.caps[i], {0, most});
    }
    inner.finish();
  } else {
    reader.require("caps", "the most that fit, intent, adjustment and negatives can each give");
  }
  scoring.fit = read_thresholds(reader, "fit");
  scoring.intent = read_thresholds(reader, "intent");
  scoring.total = read_thresholds(reader, "total");
  scoring.bands_by = static_cast<BandsBy>(reader.one_of("bands_by", band_modes(), 0));
  if (scoring.bands_by == BandsBy::rules) {
    const NodeIndex rules = reader.object("band_rules");
    reader.require("band_rules", "the conditions of mid and high");
    if (rules != kNoNode) {
      ObjectReader inner(context_, rules);
      inner.require("high", "the condition of the high band");
      inner.require("mid", "the condition of the middle band");
      scoring.band_rules[2] = read_when(inner, "high", Phase::facts, kNever);
      scoring.band_rules[1] = read_when(inner, "mid", Phase::facts, kNever);
      inner.finish();
    }
  }
  const NodeIndex matrix = reader.object("matrix");
  reader.require("matrix", "what follows from each pair of fit and intent band");
  if (matrix != kNoNode) read_matrix(matrix);
  reader.finish();
}

// {"high": {"high": "sales", "mid": "sales", "low": "nurture"}, ...}: fit outside, intent inside.
void ProfileReader::read_matrix(NodeIndex node) {
  ObjectReader reader(context_, node);
  for (std::size_t fit = 0; fit < kLevels; ++fit) {
    const NodeIndex row = reader.object(levels()[fit]);
    reader.require(levels()[fit], "a row for each fit band");
    if (row == kNoNode) continue;
    ObjectReader inner(context_, row);
    for (std::size_t intent = 0; intent < kLevels; ++intent) {
      inner.require(levels()[intent], "a cell for each intent band");
      const auto cell = static_cast<Cell>(inner.one_of(levels()[intent], cells(), static_cast<std::size_t>(Cell::nurture)));
      model.scoring.matrix[fit][intent] = cell;
      if (fit == 0 && cell == Cell::sales) {
        context_.report(Code::unknown_value, row, "sales",
                        "a low fit never goes to sales, whatever its intent; use review");
      }
    }
    inner.finish();
  }
  reader.finish();
}

}  // namespace prequal::profile
