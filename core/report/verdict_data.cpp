// Verdict document: facts, data states, completeness, what is missing, and the values behind a line.
#include <algorithm>

#include "base/sort.h"
#include "guide/missing.h"
#include "profile/fact_codes.h"
#include "quality/tiers.h"
#include "report/verdict_writer.h"

namespace prequal::report {

using profile::Fact;
using profile::FieldId;
using profile::FieldType;
using profile::kNoField;

namespace {}  // namespace

void VerdictWriter::write_facts() {
  json_.key("facts").begin_object();
  for (std::size_t i = 0; i < profile::kFacts; ++i) write_fact_value(static_cast<Fact>(i));
  json_.end_object();
}

// Who owns which part of the decision (R07-03), what we owe, which sites are full, and what the person should read.
void VerdictWriter::write_situation() {
  if (!model_.ownership.empty()) {
    json_.key("ownership").begin_object();
    for (const profile::OwnershipSlot& slot : model_.ownership) {
      json_.field(slot.slot, lead::is_usable(lead_.answers[slot.field].state) ? "filled" : "unknown");
    }
    json_.end_object();
  }
  write_committee();
  write_coverage();
  json_.key("rechecks").begin_array();
  for (const decide::Recheck& recheck : follow_up().rechecks) {
    std::string day;
    append_date(day, recheck.day);
    json_.begin_object().field("dimension", recheck.dimension).field("state", recheck.state).field("on", day).end_object();
  }
  json_.end_array();
  if (!lead_.deliverables.empty()) {
    json_.key("deliverables").begin_array();
    for (const lead::Deliverable& item : lead_.deliverables) {
      json_.begin_object().field("what", item.what).field("owed_by", "us");
      json_.field("state", item.overdue ? "overdue" : item.open ? "open" : "answered").end_object();
    }
    json_.end_array();
  }
  write_booking();
  if (lead_.fact(Fact::capacity) == 2) write_alternatives();
  const auto notices = [&](std::string_view name, const auto& list) {
    json_.key(name).begin_array();
    for (const auto& entry : list) {
      if (decider_.evaluator().now(entry.when).yes.lane(kLane)) json_.string(entry.id);
    }
    json_.end_array();
  };
  notices("red_flags", model_.privacy.red_flags);
  notices("what_next", model_.what_next);
  notices("contradictions", model_.contradictions);
}

// Which seat of the buying group this person fills, and which stay open (R07-05).
void VerdictWriter::write_committee() {
  const profile::Committee& committee = model_.committee;
  if (committee.field == kNoField) return;
  const lead::Answer& answer = lead_.answers[committee.field];
  std::vector<std::string_view> filled;
  std::vector<std::string_view> open;
  for (const profile::CommitteeRole& role : committee.roles) {
    const bool mine = lead::is_usable(answer.state) && role.code == answer.code;
    auto& list = mine ? filled : open;
    if (std::ranges::find(list, role.slot) == list.end()) list.push_back(role.slot);
  }
  std::erase_if(open, [&](std::string_view slot) { return std::ranges::find(filled, slot) != filled.end(); });
  json_.key("committee").begin_object();
  write_texts("filled", filled);
  write_texts("open", open);
  json_.end_object();
}

// Answers of several values that a must-have compares with a list: which of them are inside (R05-03).
void VerdictWriter::write_coverage() {
  const auto& conditions = profile_.conditions();
  json_.key("coverage").begin_array();
  for (std::size_t i = 0; i < model_.fields.size(); ++i) {
    const lead::Answer& answer = lead_.answers[i];
    if (model_.fields[i].type != FieldType::choices || !lead::is_usable(answer.state)) continue;
    const profile::Condition* test = nullptr;
    for (const profile::Criterion& criterion : model_.must_haves) {
      if (test == nullptr) test = find_set_test(criterion.when, static_cast<FieldId>(i));
    }
    if (test == nullptr) continue;
    std::vector<std::string_view> covered;
    std::vector<std::string_view> uncovered;
    for (std::uint32_t v = 0; v < answer.code_count; ++v) {
      const std::uint32_t code = lead_.codes[answer.first_code + v];
      bool inside = false;
      for (std::uint32_t o = 0; o < test->count; ++o) inside |= conditions.operand(*test, o) == code;
      (inside ? covered : uncovered).push_back(profile_.vocabulary(static_cast<FieldId>(i)).values[code - 1].id);
    }
    json_.begin_object().field("field", model_.fields[i].id);
    write_texts("covered", covered);
    write_texts("uncovered", uncovered);
    if (!covered.empty() && !uncovered.empty()) json_.field("note", "partial_coverage");
    json_.end_object();
  }
  json_.end_array();
}

const profile::Condition* VerdictWriter::find_set_test(profile::ConditionId id, FieldId field) const {
  const auto& conditions = profile_.conditions();
  const profile::Condition& condition = conditions.at(id);
  if (condition.op == profile::Op::set_any && condition.column == field) return &condition;
  if (!is_gate(condition.op)) return nullptr;
  for (std::uint32_t i = 0; i < condition.count; ++i) {
    if (const auto* found = find_set_test(conditions.operand(condition, i), field)) return found;
  }
  return nullptr;
}

// How far a booking came, and where it stopped (R21-02).
void VerdictWriter::write_booking() {
  const std::int32_t state = lead_.fact(Fact::booking);
  if (state == 0) return;
  json_.key("booking").begin_object().field("state", fact_value(Fact::booking, static_cast<std::uint32_t>(state)));
  const auto touch = std::ranges::find(lead_.touches, profile::TouchType::booking, &lead::Touch::type);
  if (touch != lead_.touches.end()) {
    if (!touch->step.empty()) json_.field("step", touch->step);
    if (touch->has_time) write_moment("at", touch->seconds);
  }
  json_.end_object();
}

void VerdictWriter::write_alternatives() {
  const profile::Capacity& capacity = model_.capacity;
  const auto& values = profile_.vocabulary(capacity.field).values;
  json_.key("capacity").begin_object().field("state", "eligible_no_capacity").key("alternatives").begin_array();
  std::string_view recheck;
  for (const profile::Place& place : capacity.places) {
    if (place.open > 0 && place.code != 0) json_.string(values[place.code - 1].id);
    if (place.code == lead_.answers[capacity.field].code) recheck = place.recheck_on;
  }
  json_.end_array();
  if (!recheck.empty()) json_.field("recheck", recheck);
  json_.end_object();
}

// Every version of a field on which touches disagree, with its time (R03-06).
void VerdictWriter::write_conflicts() {
  json_.key("conflicts").begin_array();
  for (std::size_t i = 0; i < lead_.versions.size();) {
    const FieldId field = lead_.versions[i].field;
    const bool conflict = lead_.answers[field].state == lead::DataState::conflicting;
    if (conflict) json_.begin_object().field("field", model_.fields[field].id).key("versions").begin_array();
    for (; i < lead_.versions.size() && lead_.versions[i].field == field; ++i) {
      if (!conflict) continue;
      const lead::Version& version = lead_.versions[i];
      json_.begin_object().field("value", profile_.vocabulary(field).values[version.code - 1].id);
      json_.field("touch", profile::touch_name(version.type));
      write_moment("at", version.seconds);
      json_.end_object();
    }
    if (conflict) json_.end_array().end_object();
  }
  json_.end_array();
}

void VerdictWriter::write_data() {
  json_.key("data").begin_object().key("states").begin_object();
  for (std::size_t i = 0; i < model_.fields.size(); ++i) {
    const lead::DataState state = lead_.answers[i].state;
    if (state == lead::DataState::known || state == lead::DataState::missing) continue;
    json_.field(model_.fields[i].id, lead::state_name(state));
  }
  json_.end_object();
  write_findings();
  if constexpr (quality::kForReviewers) write_details();
  write_conflicts();
  if constexpr (quality::kForReviewers) write_disagreements();
  write_reference();
  json_.end_object();
}

// A short vocabulary is named whole, so that the person can choose from what there is (R02-13).
void VerdictWriter::write_choices(FieldId field) {
  constexpr std::size_t kMost = 12;
  const auto& values = profile_.vocabulary(field).values;
  if (values.size() > kMost) return;
  json_.key("choices").begin_array();
  for (const profile::VocabularyValue& value : values) json_.string(value.id);
  json_.end_array();
}

void VerdictWriter::write_completeness_list(std::string_view name, const std::vector<profile::CompletenessItem>& items) {
  std::int32_t have = 0;
  std::int32_t of = 0;
  std::vector<std::string_view> gaps;
  std::vector<std::string_view> optional;
  for (const profile::CompletenessItem& item : items) {
    if (!std::ranges::any_of(item.any_of, [&](FieldId field) { return profile_.field_applies(field); })) continue;
    const bool complete =
        std::ranges::any_of(item.any_of, [&](FieldId field) { return lead::is_usable(lead_.answers[field].state); });
    if (item.optional) {
      if (!complete) optional.push_back(item.id);
      continue;
    }
    ++of;
    have += complete ? 1 : 0;
    if (!complete) gaps.push_back(item.id);
  }
  json_.key(name).begin_object().field("have", have).field("of", of).key("gaps").begin_array();
  for (const std::string_view gap : gaps) json_.string(gap);
  json_.end_array().key("optional_gaps").begin_array();
  for (const std::string_view gap : optional) json_.string(gap);
  json_.end_array().end_object();
}

void VerdictWriter::write_completeness() {
  json_.key("completeness").begin_object();
  write_completeness_list("minimum", model_.minimum);
  write_completeness_list("context", model_.context);
  json_.end_object();
}

void VerdictWriter::write_missing() {
  json_.key("missing").begin_array();
  for (const FieldId field : guide::find_missing(profile_, qualifier_.program().support, lead_, decider_, kLane)) {
    json_.string(model_.fields[field].id);
  }
  json_.end_array();
}

// The known values that a condition looked at. Free texts and sensitive fields are named without their value.
void VerdictWriter::write_because(profile::ConditionId id) {
  json_.key("because").begin_object();
  for (const FieldId field : qualifier_.program().support.fields(id)) {
    if (lead::is_usable(lead_.answers[field].state)) write_field_value(field);
  }
  json_.end_object();
}

// What makes a condition true: only the parts that hold, and facts beside fields.
void VerdictWriter::write_grounds(profile::ConditionId id, std::string_view key) {
  std::vector<profile::Source> grounds;
  find_grounds(id, true, grounds);
  sort(grounds);
  grounds.erase(std::ranges::unique(grounds).begin(), grounds.end());
  json_.key(key).begin_object();
  for (const profile::Source source : grounds) {
    if (profile::is_fact(source)) {
      write_fact_value(profile::source_fact(source));
    } else if (lead::is_usable(lead_.answers[source].state)) {
      write_field_value(source);
    }
  }
  json_.end_object();
}

void VerdictWriter::find_grounds(profile::ConditionId id, bool wanted, std::vector<profile::Source>& out) const {
  const auto& conditions = profile_.conditions();
  const profile::Condition& condition = conditions.at(id);
  if (is_gate(condition.op)) {
    const bool turned = condition.op == profile::Op::negation;
    const bool every = condition.op == profile::Op::all ? wanted : condition.op == profile::Op::any ? !wanted : turned;
    for (std::uint32_t i = 0; i < condition.count; ++i) {
      const profile::ConditionId part = conditions.operand(condition, i);
      const auto& truth = decider_.evaluator().now(part);
      const bool holds = wanted ? truth.yes.lane(kLane) : truth.no.lane(kLane);
      if (every || holds) find_grounds(part, turned ? !wanted : wanted, out);
    }
    return;
  }
  if (condition.op > profile::Op::count && condition.op < profile::Op::touched) out.push_back(condition.column);
}

void VerdictWriter::write_fact_value(Fact fact) {
  const std::int32_t value = lead_.fact(fact);
  if (fact_is_number(fact)) {
    if (value != lead::Lead::kUnknownNumber) json_.field(fact_name(fact), value);
    return;
  }
  if (value == 0) return;
  json_.field(fact_name(fact), fact_word(model_, fact, static_cast<std::uint32_t>(value)));
}

// The ranges that a condition compares known numbers with, so that a reason can be read beside its value (R14-08).
void VerdictWriter::write_ranges(profile::ConditionId id) {
  std::vector<profile::ConditionId> found;
  find_ranges(id, found);
  if (found.empty()) return;
  json_.key("ranges").begin_object();
  for (const profile::ConditionId range : found) {
    const profile::Condition& condition = profile_.conditions().at(range);
    json_.key(model_.fields[condition.column].id).begin_object();
    if (condition.low != INT32_MIN) json_.field("at_least", condition.low);
    if (condition.high != INT32_MAX) json_.field("at_most", condition.high);
    json_.end_object();
  }
  json_.end_object();
}

// One for each field: the first that the condition names.
void VerdictWriter::find_ranges(profile::ConditionId id, std::vector<profile::ConditionId>& out) const {
  const auto& conditions = profile_.conditions();
  const profile::Condition& condition = conditions.at(id);
  if (is_gate(condition.op)) {
    for (std::uint32_t i = 0; i < condition.count; ++i) find_ranges(conditions.operand(condition, i), out);
    return;
  }
  if (condition.op != profile::Op::number_in || profile::is_fact(condition.column)) return;
  const profile::Field& field = model_.fields[condition.column];
  const bool shown = !field.sensitive && !field.personal && lead::is_usable(lead_.answers[condition.column].state);
  const bool listed =
      std::ranges::any_of(out, [&](profile::ConditionId other) { return conditions.at(other).column == condition.column; });
  if (shown && !listed) out.push_back(id);
}

void VerdictWriter::write_field_value(FieldId field) {
  const profile::Field& shape = model_.fields[field];
  const lead::Answer& answer = lead_.answers[field];
  json_.key(shape.id);
  if (shape.sensitive || shape.personal) {
    json_.null();
    return;
  }
  switch (shape.type) {
    case FieldType::choice:
    case FieldType::yes_no: json_.string(profile_.vocabulary(field).values[answer.code - 1].id); break;
    case FieldType::choices:
      json_.begin_array();
      for (std::uint32_t i = 0; i < answer.code_count; ++i) {
        json_.string(profile_.vocabulary(field).values[lead_.codes[answer.first_code + i] - 1].id);
      }
      json_.end_array();
      break;
    case FieldType::number:
    case FieldType::money: json_.number(answer.number); break;
    case FieldType::date: {
      std::string date;
      append_date(date, answer.number);
      json_.string(date);
      break;
    }
    case FieldType::time: {
      std::string time;
      append_rfc3339(time, {std::int64_t{answer.number} * 60, qualifier_.now().offset_minutes});
      json_.string(time);
      break;
    }
    default: json_.null();
  }
}

}  // namespace prequal::report
