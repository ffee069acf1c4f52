#include "report/condition_text.h"

#include <algorithm>

#include "base/text.h"
#include "lead/lead.h"
#include "profile/fact_codes.h"
#include "profile/names.h"

namespace prequal::report {

using profile::Condition;
using profile::ConditionId;
using profile::Op;

namespace {

constexpr std::int32_t kMinutesPerDay = 1440;

std::string number_text(std::int64_t number) {
  std::string out;
  append_number(out, number);
  return out;
}

std::string in_code(std::string_view text) {
  return std::string("`").append(text).append("`");
}
std::string in_italics(std::string_view text) {
  return std::string("*").append(text).append("*");
}

}  // namespace

ConditionText::ConditionText(const profile::Profile& profile, Language language)
    : profile_(profile), model_(profile.model()), conditions_(profile.conditions()), language_(language) {}

std::string ConditionText::join(const std::vector<std::string>& items, std::string_view separator) {
  std::string out;
  for (const std::string& item : items) {
    if (!out.empty()) out.append(separator);
    out.append(item);
  }
  return out;
}

std::string_view ConditionText::field_name(profile::FieldId field) const {
  const std::string_view label = text_in(language_, model_.fields[field].label);
  return label.empty() ? model_.fields[field].id : label;
}

std::string_view ConditionText::value_name(std::uint32_t vocabulary, std::uint32_t code) const {
  const profile::VocabularyValue& value = model_.vocabularies[vocabulary].values[code - 1];
  const std::string_view label = text_in(language_, value.label);
  return label.empty() ? value.id : label;
}

std::string ConditionText::source_name(profile::Source source) const {
  if (profile::is_fact(source)) return in_code(fact_name(profile::source_fact(source)));
  return std::string(field_name(source));
}

std::string ConditionText::known_name(ConditionId id, bool negated) const {
  for (const profile::Definition& definition : model_.definitions) {
    if (definition.when != id) continue;
    return say(negated ? Phrase::definition_fails : Phrase::definition_holds, definition.id);
  }
  // A test of one field reads better as it is, even where a dimension happens to test the same.
  if (!is_gate(conditions_.at(id).op)) return {};
  for (const profile::Dimension& dimension : model_.dimensions) {
    const std::string_view plain = text_in(language_, dimension.plain);
    const std::string_view name = plain.empty() ? dimension.id : plain;
    for (const profile::DimensionState& state : dimension.states) {
      if (state.selected != id) continue;
      const std::string_view label = text_in(language_, state.plain);
      return say(negated ? Phrase::is_not : Phrase::is, name, label.empty() ? in_code(state.id) : std::string(label));
    }
    if (dimension.otherwise_selected == id) {
      return say(negated ? Phrase::is_not : Phrase::is, name, in_code(dimension.otherwise));
    }
  }
  return {};
}

std::string ConditionText::to_words(ConditionId id) const {
  const std::string name = known_name(id, false);
  return name.empty() ? spell(id, false) : name;
}

std::string ConditionText::to_own_words(ConditionId id) const {
  return spell(id, false);
}

// Negation is carried inwards to where a plain word says it.
std::string ConditionText::spell(ConditionId id, bool negated) const {
  const Condition& condition = conditions_.at(id);
  switch (condition.op) {
    case Op::always: return say(negated ? Phrase::never : Phrase::always);
    case Op::never: return say(negated ? Phrase::always : Phrase::never);
    case Op::all:
    case Op::any:
    case Op::count: return spell_gate(condition, negated);
    case Op::negation: {
      const ConditionId inner = conditions_.operand(condition, 0);
      const std::string name = known_name(inner, !negated);
      return name.empty() ? spell(inner, !negated) : name;
    }
    case Op::code_in: return spell_codes(condition, negated);
    case Op::set_any: return spell_set(condition, negated);
    case Op::in_area: return spell_area(condition, negated);
    case Op::answered:
    case Op::mentions: return spell_texts(condition, negated);
    default: break;
  }
  if (is_outcome(condition.op)) return spell_outcome(condition, negated);
  std::string text;
  switch (condition.op) {
    case Op::number_in: text = spell_number(condition, source_name(condition.column)); break;
    case Op::time_in: text = spell_time(condition); break;
    case Op::state_in: text = spell_texts(condition, false); break;
    case Op::touched: text = spell_touch(condition); break;
    default: text = spell_set(condition, false); break;
  }
  return negated ? say(Phrase::not_so, text) : text;
}

std::string ConditionText::spell_gate(const Condition& condition, bool negated) const {
  std::vector<std::string> parts;
  for (std::uint32_t i = 0; i < condition.count; ++i) {
    const ConditionId id = conditions_.operand(condition, i);
    const std::string name = known_name(id, false);
    std::string part = name.empty() ? spell(id, false) : name;
    const Op op = conditions_.at(id).op;
    const bool group = name.empty() && (op == Op::all || op == Op::any || op == Op::count);
    parts.push_back(group ? "(" + part + ")" : part);
  }
  if (condition.op == Op::count) {
    const std::string text = say(Phrase::count_hold, number_text(condition.low), join(parts, "; "));
    return negated ? say(Phrase::not_so, text) : text;
  }
  std::string text = parts[0];
  for (std::size_t i = 1; i < parts.size(); ++i) {
    text = say(condition.op == Op::all ? Phrase::both_and : Phrase::either_or, text, parts[i]);
  }
  return negated ? say(Phrase::not_so, text) : text;
}

std::vector<std::string> ConditionText::operand_values(const Condition& condition) const {
  std::vector<std::string> out;
  for (std::uint32_t i = 0; i < condition.count; ++i) {
    const std::uint32_t code = conditions_.operand(condition, i);
    if (!profile::is_fact(condition.column)) {
      out.push_back(in_italics(value_name(model_.fields[condition.column].vocabulary, code)));
      continue;
    }
    out.push_back(in_code(fact_word(model_, profile::source_fact(condition.column), code)));
  }
  return out;
}

std::string ConditionText::list_name(const Condition& condition) const {
  if (profile::is_fact(condition.column) || condition.count < 2) return {};
  const std::uint32_t vocabulary = model_.fields[condition.column].vocabulary;
  const auto begin = conditions_.operands().begin() + condition.first;
  std::vector<std::string> names;
  for (const profile::NamedList& list : model_.lists) {
    const bool same =
        list.vocabulary == vocabulary && std::equal(begin, begin + condition.count, list.codes.begin(), list.codes.end());
    if (same) names.emplace_back(list.id);
  }
  return join(names, " = ");
}

std::string ConditionText::one_of(std::string_view name, const std::vector<std::string>& values, bool negated) const {
  if (values.size() == 1) return say(negated ? Phrase::is_not : Phrase::is, name, values[0]);
  return say(negated ? Phrase::is_none_of : Phrase::is_one_of, name, join(values));
}

std::string ConditionText::spell_codes(const Condition& condition, bool negated) const {
  const std::string name = source_name(condition.column);
  if (const std::string list = list_name(condition); !list.empty()) {
    return say(negated ? Phrase::is_not_in_list : Phrase::is_in_list, name, list);
  }
  return one_of(name, operand_values(condition), negated);
}

std::string ConditionText::spell_number(const Condition& condition, std::string_view name) const {
  const bool low = condition.low > INT32_MIN + 1;
  const bool high = condition.high < INT32_MAX;
  if (low && high && condition.low == condition.high) return say(Phrase::is_exactly, name, number_text(condition.low));
  if (low && high) {
    return say(Phrase::is_between, name, say(Phrase::from_to, number_text(condition.low), number_text(condition.high)));
  }
  if (high) return say(Phrase::is_at_most, name, number_text(condition.high));
  return say(Phrase::is_at_least, name, number_text(condition.low));
}

std::string ConditionText::spell_time(const Condition& condition) const {
  const std::string_view name = field_name(condition.column);
  const std::int32_t unit = model_.fields[condition.column].type == profile::FieldType::date ? 1 : kMinutesPerDay;
  const auto days = [&](std::int64_t value) { return number_text((value < 0 ? -value : value) / unit); };
  const bool open_past = condition.low == INT32_MIN + 1;
  const bool open_future = condition.high == INT32_MAX;
  if (open_past) return say(Phrase::days_ago, name, days(std::int64_t{condition.high} + 1));
  if (open_future) return say(Phrase::days_ahead, name, days(std::int64_t{condition.low} - 1));
  if (condition.low < 0) return say(Phrase::in_past_days, name, days(condition.low));
  return say(Phrase::in_next_days, name, days(condition.high));
}

std::string ConditionText::spell_set(const Condition& condition, bool negated) const {
  const std::string_view name = field_name(condition.column);
  if (condition.op == Op::set_count) return spell_number(condition, say(Phrase::number_chosen, name));
  const std::string list = list_name(condition);
  const std::string values = list.empty() ? join(operand_values(condition)) : say(Phrase::the_list, list);
  switch (condition.op) {
    case Op::set_all: return say(Phrase::includes_all, name, values);
    case Op::set_only: return say(Phrase::includes_only, name, values);
    default: return say(negated ? Phrase::includes_none : Phrase::includes_any, name, values);
  }
}

std::string ConditionText::spell_texts(const Condition& condition, bool negated) const {
  const std::string_view name = field_name(condition.column);
  if (condition.op == Op::answered) return say(negated ? Phrase::is_not_answered : Phrase::is_answered, name);
  std::vector<std::string> items;
  for (std::uint32_t i = 0; i < condition.count; ++i) {
    const std::uint32_t operand = conditions_.operand(condition, i);
    if (condition.op == Op::mentions) {
      items.push_back("\"" + model_.phrases[operand] + "\"");
    } else {
      items.push_back(in_code(lead::state_name(static_cast<lead::DataState>(operand))));
    }
  }
  std::string text = items[0];
  for (std::size_t i = 1; i < items.size(); ++i) text = say(Phrase::either_or, text, items[i]);
  text = say(condition.op == Op::mentions ? Phrase::mentions : Phrase::data_are, name, text);
  return negated ? say(Phrase::not_so, text) : text;
}

std::string ConditionText::spell_area(const Condition& condition, bool negated) const {
  const profile::Area& area = model_.areas[conditions_.operand(condition, 0)];
  return say(negated ? Phrase::lies_outside : Phrase::lies_within, field_name(condition.column), area.id);
}

std::string ConditionText::spell_touch(const Condition& condition) const {
  const auto list = [&](std::uint32_t from, std::uint32_t to, auto name) {
    std::string text;
    for (std::uint32_t i = from; i < to; ++i) {
      const std::string item = in_code(name(conditions_.operand(condition, i)));
      text = text.empty() ? item : say(Phrase::either_or, text, item);
    }
    return text;
  };
  const std::string types =
      list(0, condition.extra, [](std::uint32_t operand) { return touch_name(static_cast<profile::TouchType>(operand)); });
  std::string text =
      condition.low > 1 ? say(Phrase::touched_times, types, number_text(condition.low)) : say(Phrase::touched, types);
  if (condition.extra < condition.count) {
    const std::string topics =
        list(condition.extra, condition.count, [&](std::uint32_t operand) { return model_.topics[operand]; });
    text = say(Phrase::about_topics, text, topics);
  }
  return condition.high == INT32_MAX ? text : say(Phrase::within_days, text, number_text(condition.high));
}

std::string ConditionText::spell_outcome(const Condition& condition, bool negated) const {
  const auto score = static_cast<profile::OutcomeScore>(condition.column);
  const auto names = [&](const std::vector<std::string_view>& words) {
    std::vector<std::string> out;
    for (std::uint32_t i = 0; i < condition.count; ++i) {
      out.push_back(in_code(words[conditions_.operand(condition, i)]));
    }
    return out;
  };
  switch (condition.op) {
    case Op::level_in: {
      const Phrase which = score == profile::OutcomeScore::fit      ? Phrase::fit_band
                           : score == profile::OutcomeScore::intent ? Phrase::intent_band
                                                                    : Phrase::the_band;
      return one_of(say(which), names(profile::levels()), negated);
    }
    case Op::score_at_least: {
      const Phrase which = score == profile::OutcomeScore::fit      ? Phrase::fit_score
                           : score == profile::OutcomeScore::intent ? Phrase::intent_score
                                                                    : Phrase::total_score;
      const std::string text = say(Phrase::is_at_least, say(which), number_text(condition.low));
      return negated ? say(Phrase::not_so, text) : text;
    }
    case Op::eligibility_in: return one_of(say(Phrase::the_eligibility), names(profile::eligibilities()), negated);
    case Op::status_in: return one_of(say(Phrase::the_status), names(profile::statuses()), negated);
    case Op::lane_in: return one_of(say(Phrase::the_lane), names(profile::lanes()), negated);
    case Op::stage_at_least: {
      const std::string_view stage = profile::stage_ids(model_.path)[conditions_.operand(condition, 0)];
      const std::string text = say(Phrase::stage_reached, in_code(stage));
      return negated ? say(Phrase::not_so, text) : text;
    }
    default: {
      const profile::Reason& reason = model_.reasons[conditions_.operand(condition, 0)];
      std::string name(reason.code);
      if (!reason.sub.empty()) name.append(":").append(reason.sub);
      return say(negated ? Phrase::reason_fails : Phrase::reason_holds, in_code(name));
    }
  }
}

}  // namespace prequal::report
