// Conditions: gates, references, touches and outcomes. Tests of fields and facts stand in read_tests.cpp.
#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "base/sort.h"
#include "profile/facts.h"
#include "profile/names.h"
#include "profile/profile_reader.h"

namespace prequal::profile {

ConditionId ProfileReader::read_when(ObjectReader& reader, std::string_view key, Phase latest, ConditionId otherwise) {
  const NodeIndex node = reader.any(key);
  return node == kNoNode ? otherwise : read_condition(node, latest);
}

ConditionId ProfileReader::read_condition(NodeIndex node, Phase latest) {
  const Node& value = context_.document.at(node);
  if (value.kind == NodeKind::boolean) return value.boolean ? kAlways : kNever;
  if (value.kind != NodeKind::object) {
    context_.report(Code::condition_shape, node, {}, "an object { } is expected");
    return kNever;
  }
  if (conditions.size() > limits::kConditions) {
    context_.report(Code::too_many, node, "conditions", "60,000");
    return kNever;
  }
  ObjectReader reader(context_, node);
  ConditionId id = kNever;
  if (const NodeIndex all = reader.any("all"); all != kNoNode) {
    id = read_group(all, "all", latest);
  } else if (const NodeIndex any = reader.any("any"); any != kNoNode) {
    id = read_group(any, "any", latest);
  } else if (const NodeIndex inner = reader.any("not"); inner != kNoNode) {
    id = conditions.negation(read_condition(inner, latest));
  } else if (const NodeIndex counted = reader.any("count"); counted != kNoNode) {
    id = read_count(counted, latest);
  } else if (reader.any("field") != kNoNode) {
    id = read_field_test(reader);
  } else if (reader.any("fact") != kNoNode) {
    id = read_fact_test(reader);
  } else if (reader.any("touch") != kNoNode) {
    id = read_touch(reader);
  } else if (reader.any("dimension") != kNoNode) {
    id = read_dimension_test(reader);
  } else if (const NodeIndex definition = reader.any("definition"); definition != kNoNode) {
    const std::string_view name = reader.text("definition");
    const auto found = std::ranges::find(model.definitions, name, &Definition::id);
    if (found == model.definitions.end()) {
      std::vector<std::string_view> known;
      for (const Definition& entry : model.definitions) known.push_back(entry.id);
      context_.report(Code::unknown_reference, definition, name,
                      suggest(name, known) + "; a definition must stand before its use");
    } else {
      id = checked_phase(found->when, definition, name, latest);
    }
  } else if (const NodeIndex offer = reader.any("offer"); offer != kNoNode) {
    const std::string_view name = reader.text("offer");
    const auto found = std::ranges::find(model.switches, name, &OfferSwitch::id);
    if (found == model.switches.end()) {
      std::vector<std::string_view> known;
      for (const OfferSwitch& entry : model.switches) known.push_back(entry.id);
      context_.report(Code::unknown_reference, offer, name, suggest(name, known));
    } else {
      id = found->on ? kAlways : kNever;
    }
  } else {
    id = read_outcome_test(reader, node, latest);
  }
  reader.finish();
  return id;
}

ConditionId ProfileReader::read_group(NodeIndex node, std::string_view key, Phase latest) {
  if (context_.document.at(node).kind != NodeKind::array) {
    context_.report(Code::wrong_type, node, key, kind_name(NodeKind::array));
    return kNever;
  }
  std::vector<ConditionId> operands;
  for (const NodeIndex child : children(context_, node, limits::kRules, key)) {
    operands.push_back(read_condition(child, latest));
  }
  if (operands.empty()) {
    context_.report(Code::condition_empty, node, key);
    return kNever;
  }
  return key == "all" ? conditions.all(std::move(operands)) : conditions.any(std::move(operands));
}

ConditionId ProfileReader::read_count(NodeIndex node, Phase latest) {
  ObjectReader reader(context_, node);
  if (!reader.ok()) return kNever;
  reader.require("at_least", "how many of them must hold");
  const std::int32_t count = reader.number("at_least", 1, {1, static_cast<std::int64_t>(limits::kEntries)});
  std::vector<ConditionId> operands;
  reader.require("of", "the conditions to count");
  for (const NodeIndex child : children(context_, reader.array("of"), limits::kEntries, "of")) {
    operands.push_back(read_condition(child, latest));
  }
  if (std::cmp_less(operands.size(), count)) {
    context_.report(Code::out_of_range, node, "at_least", "there are fewer conditions than that");
  }
  reader.finish();
  return conditions.at_least(count, std::move(operands));
}

ConditionId ProfileReader::checked_phase(ConditionId id, NodeIndex node, std::string_view subject, Phase latest) {
  if (conditions.at(id).phase <= latest) return id;
  context_.report(Code::condition_phase, node, subject,
                  "facts come first, then scores and bands, then the stage, then reasons, then the lane");
  return kNever;
}

// {"touch": {"types": [...], "topics": [...], "within_days": 30}, "at_least": 2}
ConditionId ProfileReader::read_touch(ObjectReader& outer) {
  Condition condition{.op = Op::touched, .timed = true};
  condition.low = outer.number("at_least", 1, {1, static_cast<std::int64_t>(limits::kLeadEvents)});
  const NodeIndex node = outer.object("touch");
  if (node == kNoNode) return kNever;
  ObjectReader reader(context_, node);
  std::vector<std::uint32_t> operands;
  const NodeIndex types = reader.array("types");
  reader.require("types", "kinds of touch, for example demo_request");
  for (const NodeIndex child : children(context_, types, kTouchTypes, "types")) {
    const std::string_view name = context_.document.at(child).text;
    const std::uint16_t type = find_touch(name);
    if (type != kNoTouch) {
      operands.push_back(type);
      continue;
    }
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < kTouchTypes; ++i) known.push_back(touch_name(static_cast<TouchType>(i)));
    context_.report(Code::unknown_value, child, name, suggest(name, known));
  }
  sort(operands);
  condition.extra = static_cast<std::uint32_t>(operands.size());
  for (const std::string_view name : reader.texts("topics")) operands.push_back(topic(name));
  condition.high = reader.number("within_days", INT32_MAX, {1, 36'500});
  reader.finish();
  if (condition.extra == 0) {
    context_.report(Code::condition_empty, node, "types");
    return kNever;
  }
  return conditions.add(condition, operands);
}

// {"dimension": "need", "is": "stated"} or "is_any_of": [...]
ConditionId ProfileReader::read_dimension_test(ObjectReader& reader) {
  const NodeIndex node = reader.any("dimension");
  const std::string_view name = reader.text("dimension");
  const auto found = std::ranges::find(model.dimensions, name, &Dimension::id);
  if (found == model.dimensions.end()) {
    std::vector<std::string_view> known;
    for (const Dimension& entry : model.dimensions) known.push_back(entry.id);
    context_.report(Code::unknown_reference, node, name, suggest(name, known) + "; a dimension must stand before its use");
    (void)reader.any("is");
    (void)reader.any("is_any_of");
    return kNever;
  }
  std::vector<std::string_view> wanted = reader.texts("is_any_of");
  if (const std::string_view one = reader.text("is"); !one.empty()) wanted.push_back(one);
  std::vector<ConditionId> selected;
  for (const std::string_view state : wanted) {
    const auto match = std::ranges::find(found->states, state, &DimensionState::id);
    if (match != found->states.end()) {
      selected.push_back(match->selected);
    } else if (!found->otherwise.empty() && state == found->otherwise) {
      selected.push_back(found->otherwise_selected);
    } else {
      std::vector<std::string_view> known;
      for (const DimensionState& entry : found->states) known.push_back(entry.id);
      if (!found->otherwise.empty()) known.push_back(found->otherwise);
      context_.report(Code::unknown_value, node, state, suggest(state, known));
    }
  }
  if (wanted.empty()) context_.report(Code::condition_empty, node, "is");
  return conditions.any(std::move(selected));
}

// {"band": "high"}, {"eligibility": "eligible"}, {"stage_at_least": "mql"}, {"reason": "budget_gap"}, ...
ConditionId ProfileReader::read_outcome_test(ObjectReader& reader, NodeIndex node, Phase latest) {
  const auto outcome = [&](Op op, Phase phase, std::string_view key, std::uint16_t column,
                           const std::vector<std::string_view>& words) {
    std::vector<std::uint32_t> operands;
    const NodeIndex member = reader.any(key);
    std::vector<std::string_view> wanted;
    if (context_.document.at(member).kind == NodeKind::array) {
      wanted = reader.texts(key);
    } else {
      wanted.push_back(reader.text(key));
    }
    for (const std::string_view word : wanted) {
      const auto found = std::ranges::find(words, word);
      if (found == words.end()) {
        context_.report(Code::unknown_value, member, word, suggest(word, words));
      } else {
        operands.push_back(static_cast<std::uint32_t>(found - words.begin()));
      }
    }
    sort(operands);
    if (operands.empty()) return kNever;
    const ConditionId id = conditions.add({.op = op, .phase = phase, .provisional = true, .column = column}, operands);
    return checked_phase(id, member, key, latest);
  };
  const auto score = [&](std::string_view key, OutcomeScore which) {
    const NodeIndex member = reader.any(key);
    Condition condition{.op = Op::score_at_least, .phase = Phase::scores, .provisional = true};
    condition.column = static_cast<Source>(which);
    condition.low = reader.number(key, 0, {-100'000, 100'000});
    return checked_phase(conditions.add(condition, {}), member, key, latest);
  };
  const auto has = [&](std::string_view key) { return reader.any(key) != kNoNode; };
  const auto column = [](OutcomeScore which) { return static_cast<Source>(which); };
  if (has("band")) return outcome(Op::level_in, Phase::scores, "band", column(OutcomeScore::total), levels());
  if (has("fit_band")) return outcome(Op::level_in, Phase::scores, "fit_band", column(OutcomeScore::fit), levels());
  if (has("intent_band"))
    return outcome(Op::level_in, Phase::scores, "intent_band", column(OutcomeScore::intent), levels());
  if (has("total_at_least")) return score("total_at_least", OutcomeScore::total);
  if (has("fit_at_least")) return score("fit_at_least", OutcomeScore::fit);
  if (has("intent_at_least")) return score("intent_at_least", OutcomeScore::intent);
  if (has("eligibility")) return outcome(Op::eligibility_in, Phase::scores, "eligibility", kNoSource, eligibilities());
  if (has("stage_at_least")) {
    return outcome(Op::stage_at_least, Phase::stage, "stage_at_least", kNoSource, stage_ids(model.path));
  }
  if (has("status")) return outcome(Op::status_in, Phase::reasons, "status", kNoSource, statuses());
  if (has("lane")) return outcome(Op::lane_in, Phase::lane, "lane", kNoSource, lanes());
  if (has("reason")) {
    const NodeIndex member = reader.any("reason");
    const std::uint16_t reason = find_reason(member, reader.text("reason"));
    if (reason == kNoEntry) return kNever;
    return checked_phase(conditions.add({.op = Op::reason_fired, .phase = Phase::reasons, .provisional = true}, {reason}),
                         member, "reason", latest);
  }
  context_.report(Code::condition_shape, node, {}, "none of its keys starts a condition");
  reader.accept_rest();
  return kNever;
}

}  // namespace prequal::profile
