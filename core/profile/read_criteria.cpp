// Definitions, dimensions, must-haves, nice-to-haves and hard stops.
#include "base/limits.h"
#include "profile/names.h"
#include "profile/profile_reader.h"

namespace prequal::profile {

void ProfileReader::read_definitions(ObjectReader& root) {
  std::vector<std::string_view> ids;
  const auto nodes = children(context_, root.array("definitions"), limits::kRules, "definitions");
  for (const NodeIndex child : nodes) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    Definition definition;
    definition.id = reader.id();
    ids.push_back(definition.id);
    definition.plain = reader.localized("plain");
    reader.require("when", "the condition that this name stands for");
    definition.when = read_when(reader, "when", Phase::lane, kNever);
    reader.finish();
    model.definitions.push_back(definition);
  }
  if (ids.size() == nodes.size()) refuse_duplicate_ids(context_, nodes, ids);
}

void ProfileReader::read_dimensions(ObjectReader& root) {
  std::vector<std::string_view> ids;
  const auto nodes = children(context_, root.array("dimensions"), limits::kEntries, "dimensions");
  for (const NodeIndex child : nodes) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    Dimension dimension;
    dimension.id = reader.id();
    ids.push_back(dimension.id);
    dimension.plain = reader.localized("plain");
    reader.require("states", "what it can be, the first that holds counts");
    std::vector<ConditionId> earlier;
    std::vector<std::string_view> state_ids;
    const auto states = children(context_, reader.array("states"), limits::kOutcomes - 1, "states");
    for (const NodeIndex entry : states) {
      ObjectReader state_reader(context_, entry);
      if (!state_reader.ok()) continue;
      DimensionState state;
      state.id = state_reader.id();
      state_ids.push_back(state.id);
      state.plain = state_reader.localized("plain");
      state_reader.require("when", "the condition under which it holds");
      state.when = read_when(state_reader, "when", Phase::scores, kNever);
      state.selected = conditions.all({state.when, conditions.negation(conditions.any(earlier))});
      earlier.push_back(state.when);
      if (state_reader.any("recheck_on") != kNoNode) state.recheck_on = read_field_reference(state_reader, "recheck_on");
      state_reader.finish();
      dimension.states.push_back(state);
    }
    if (state_ids.size() == states.size()) refuse_duplicate_ids(context_, states, state_ids);
    dimension.otherwise = reader.text("otherwise");
    dimension.otherwise_selected =
        dimension.otherwise.empty() ? kNever : conditions.negation(conditions.any(std::move(earlier)));
    reader.finish();
    model.dimensions.push_back(std::move(dimension));
  }
  if (ids.size() == nodes.size()) refuse_duplicate_ids(context_, nodes, ids);
}

void ProfileReader::read_criteria(ObjectReader& root, std::string_view key, std::vector<Criterion>& out) {
  std::vector<std::string_view> ids;
  const auto nodes = children(context_, root.array(key), limits::kEntries, key);
  const bool must = key == "must_haves";
  for (const NodeIndex child : nodes) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    Criterion criterion;
    criterion.id = reader.id();
    ids.push_back(criterion.id);
    criterion.plain = reader.localized("plain");
    reader.require("plain", "one sentence that a reviewer reads");
    reader.require("when", "the condition that must hold");
    criterion.when = read_when(reader, "when", Phase::facts, kAlways);
    if (must) {
      reader.require("reason", "the reason code when it is not met");
      criterion.reason = read_reason_reference(reader, "reason");
    } else {
      criterion.rank = static_cast<std::uint32_t>(reader.number("rank", 1, {1, 1000}));
    }
    reader.finish();
    out.push_back(criterion);
  }
  if (ids.size() == nodes.size()) refuse_duplicate_ids(context_, nodes, ids);
}

void ProfileReader::read_hard_stops(ObjectReader& root) {
  std::vector<std::string_view> ids;
  const auto nodes = children(context_, root.array("hard_stops"), limits::kOutcomes, "hard_stops");
  for (const NodeIndex child : nodes) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    HardStop stop;
    stop.id = reader.id();
    ids.push_back(stop.id);
    stop.plain = reader.localized("plain");
    reader.require("plain", "one sentence that a reviewer reads");
    reader.require("when", "the condition that stops");
    stop.when = read_when(reader, "when", Phase::facts, kNever);
    reader.require("reason", "the reason code it gives");
    stop.reason = read_reason_reference(reader, "reason");
    stop.scope = static_cast<StopScope>(reader.one_of("scope", stop_scopes(), 0));
    reader.require("scope", "offer, outreach or now: what it stops");
    stop.exit = reader.text("exit");
    reader.require("exit", "what lifts it, for example obtain_consent");
    stop.recheck_on = reader.texts("recheck_on");
    reader.require("recheck_on", "the events on which to look again");
    reader.finish();
    model.hard_stops.push_back(std::move(stop));
  }
  if (ids.size() == nodes.size()) refuse_duplicate_ids(context_, nodes, ids);
}

}  // namespace prequal::profile
