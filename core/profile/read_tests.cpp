// Tests of one field or one fact: {"field": "specialty", "is_any_of": ["cardiology"]}.
#include <algorithm>

#include "base/limits.h"
#include "base/sort.h"
#include "base/time.h"
#include "profile/fact_codes.h"
#include "profile/names.h"
#include "profile/profile_reader.h"

namespace prequal::profile {
namespace {

constexpr std::int32_t kMinutesPerDay = 1440;
constexpr std::int32_t kMaxDays = 36'500;
constexpr NumberRange kNumbers{-2'000'000'000, 2'000'000'000};

const std::vector<std::string_view>& data_states() {
  static const std::vector<std::string_view> kNames{"known",    "missing",      "malformed", "conflicting",
                                                    "outdated", "unverifiable", "unsure"};
  return kNames;
}

}  // namespace

ConditionId ProfileReader::unreadable(const ObjectReader& reader, std::string_view subject, std::string_view type) {
  context_.report(Code::condition_test, reader.node(), subject.empty() ? "(none)" : subject, type);
  reader.accept_rest();
  return kNever;
}

ConditionId ProfileReader::leaf(Condition condition, std::vector<std::uint32_t> operands, bool as_set) {
  if (as_set) {
    sort(operands);
    operands.erase(std::ranges::unique(operands).begin(), operands.end());
  }
  return conditions.add(condition, operands);
}

ConditionId ProfileReader::read_field_test(ObjectReader& reader) {
  const NodeIndex node = reader.any("field");
  const std::string_view name = reader.text("field");
  const FieldId id = find_field(node, name);
  if (id == kNoField) {
    // The test of a field that does not exist cannot be checked; only the missing field is reported.
    reader.accept_rest();
    return kNever;
  }
  if (model.fields[id].doubtful) {
    reader.accept_rest();
    return kNever;
  }
  if (reader.any("answered") != kNoNode || reader.any("data_state") != kNoNode) return read_state_test(reader, id);
  const Field& field = model.fields[id];
  if (field.only_if == kNever) {
    // The offer does not ask this, so it is never true and nobody waits for it.
    reader.accept_rest();
    return kNever;
  }
  switch (field.type) {
    case FieldType::choice:
    case FieldType::yes_no: return read_code_test(reader, id, field.vocabulary, false);
    case FieldType::choices: return read_set_test(reader, id);
    case FieldType::number:
    case FieldType::money: return read_number_test(reader, id, false);
    case FieldType::date:
    case FieldType::time: return read_time_test(reader, id);
    case FieldType::text:
    case FieldType::long_text:
    case FieldType::name:
    case FieldType::website: return read_mentions(reader, id);
    case FieldType::postal_code: return read_area_test(reader, id);
    case FieldType::email:
    case FieldType::phone: break;
  }
  return unreadable(reader, {}, name_in(field_types(), field.type));
}

ConditionId ProfileReader::read_fact_test(ObjectReader& reader) {
  const NodeIndex node = reader.any("fact");
  const std::string_view name = reader.text("fact");
  const std::uint16_t found = find_fact(name);
  if (found == kNoFact) {
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < kFacts; ++i) known.push_back(fact_name(static_cast<Fact>(i)));
    context_.report(Code::unknown_reference, node, name, suggest(name, known));
    return unreadable(reader, name, "fact");
  }
  const auto fact = static_cast<Fact>(found);
  const auto source = fact_source(fact);
  if (fact_is_number(fact)) return read_number_test(reader, source, true);
  return read_code_test(reader, source, kNoVocabulary, true);
}

void ProfileReader::append_code(NodeIndex node, Source source, std::uint32_t vocabulary, std::vector<std::uint32_t>& out) {
  const Node& value = context_.document.at(node);
  std::string_view word = value.text;
  if (value.kind == NodeKind::boolean) word = value.boolean ? "yes" : "no";
  if (value.kind != NodeKind::string && value.kind != NodeKind::boolean) {
    context_.report(Code::wrong_type, node, value.key, kind_name(NodeKind::string));
    return;
  }
  if (is_fact(source) && source != kNoSource) {
    const auto fact = source_fact(source);
    const std::uint32_t code = fact_code(model, fact, word);
    if (code != 0) {
      out.push_back(code);
      return;
    }
    std::vector<std::string_view> known;
    for (std::uint32_t i = 1; !fact_value(fact, i).empty(); ++i) known.push_back(fact_value(fact, i));
    context_.report(Code::unknown_value, node, word, suggest(word, known));
    return;
  }
  if (vocabulary == kNoVocabulary) return;
  if (model.vocabularies[vocabulary].doubtful) return;
  const auto& values = model.vocabularies[vocabulary].values;
  const auto found = std::ranges::find(values, word, &VocabularyValue::id);
  if (found != values.end()) {
    out.push_back(static_cast<std::uint32_t>(found - values.begin()) + 1);
    return;
  }
  std::vector<std::string_view> known;
  for (const VocabularyValue& entry : values) known.push_back(entry.id);
  context_.report(Code::unknown_vocabulary_value, node, word, suggest(word, known));
}

// One value, a list of values, or {"list": "id"}.
std::vector<std::uint32_t> ProfileReader::read_codes(NodeIndex node, Source source, std::uint32_t vocabulary) {
  std::vector<std::uint32_t> codes;
  const Node& value = context_.document.at(node);
  if (value.kind == NodeKind::array) {
    for (const NodeIndex child : children(context_, node, limits::kVocabulary, value.key)) {
      append_code(child, source, vocabulary, codes);
    }
    if (value.children == 0) context_.report(Code::condition_empty, node, value.key);
    return codes;
  }
  if (value.kind != NodeKind::object) {
    append_code(node, source, vocabulary, codes);
    return codes;
  }
  ObjectReader reader(context_, node);
  const NodeIndex member = reader.any("list");
  const std::string_view name = reader.text("list");
  reader.require("list", "the id of one of the profile's lists");
  reader.finish();
  if (member == kNoNode) return codes;
  const auto found = std::ranges::find(model.lists, name, &NamedList::id);
  if (found == model.lists.end()) {
    std::vector<std::string_view> known;
    for (const NamedList& list : model.lists) known.push_back(list.id);
    context_.report(Code::unknown_reference, member, name, suggest(name, known));
  } else if (found->vocabulary != vocabulary) {
    context_.report(Code::unknown_reference, member, name, "that list is of another vocabulary than this field");
  } else {
    codes = found->codes;
  }
  return codes;
}

ConditionId ProfileReader::read_code_test(ObjectReader& reader, Source source, std::uint32_t vocabulary, bool provisional) {
  const auto test = [&](NodeIndex member) {
    const std::vector<std::uint32_t> codes = read_codes(member, source, vocabulary);
    if (codes.empty()) return kNever;
    Condition condition{.op = Op::code_in, .column = source};
    // A fact that the person's next answers may change settles nothing.
    condition.provisional = provisional && fact_has_provisional(source_fact(source));
    return leaf(condition, codes, true);
  };
  if (const NodeIndex member = reader.any("is"); member != kNoNode) return test(member);
  if (const NodeIndex member = reader.any("is_any_of"); member != kNoNode) return test(member);
  if (const NodeIndex member = reader.any("is_none_of"); member != kNoNode) return conditions.negation(test(member));
  return unreadable(reader, {}, "choice (is, is_any_of, is_none_of)");
}

ConditionId ProfileReader::read_set_test(ObjectReader& reader, FieldId field) {
  const std::uint32_t vocabulary = model.fields[field].vocabulary;
  const auto test = [&](Op op, NodeIndex member) {
    return leaf({.op = op, .column = field}, read_codes(member, field, vocabulary), true);
  };
  if (const NodeIndex member = reader.any("includes_any"); member != kNoNode) return test(Op::set_any, member);
  if (const NodeIndex member = reader.any("includes_all"); member != kNoNode) return test(Op::set_all, member);
  if (const NodeIndex member = reader.any("includes_only"); member != kNoNode) return test(Op::set_only, member);
  if (const NodeIndex member = reader.any("includes_none"); member != kNoNode) {
    return conditions.negation(test(Op::set_any, member));
  }
  if (reader.any("count_at_least") != kNoNode || reader.any("count_at_most") != kNoNode) {
    Condition condition{.op = Op::set_count, .column = field};
    condition.low = reader.number("count_at_least", 0, {0, static_cast<std::int64_t>(limits::kChoices)});
    condition.high = reader.number("count_at_most", INT32_MAX, {0, static_cast<std::int64_t>(limits::kChoices)});
    return leaf(condition, {}, false);
  }
  return unreadable(reader, {}, "choices (includes_any, includes_all, includes_only, includes_none, count_at_least)");
}

ConditionId ProfileReader::read_number_test(ObjectReader& reader, Source source, bool timed) {
  Condition condition{.op = Op::number_in, .timed = timed, .column = source, .low = INT32_MIN + 1, .high = INT32_MAX};
  bool any = false;
  const auto given = [&](std::string_view key) {
    const bool there = reader.any(key) != kNoNode;
    any |= there;
    return there;
  };
  if (given("is")) condition.low = condition.high = reader.number("is", 0, kNumbers);
  if (given("at_least")) condition.low = reader.number("at_least", 0, kNumbers);
  if (given("above")) condition.low = reader.number("above", 0, kNumbers) + 1;
  if (given("at_most")) condition.high = reader.number("at_most", 0, kNumbers);
  if (given("below")) condition.high = reader.number("below", 0, kNumbers) - 1;
  if (!any) return unreadable(reader, {}, "number (is, at_least, above, at_most, below)");
  if (condition.low > condition.high) {
    context_.report(Code::condition_range, reader.node(), {}, "no number is that large and that small at once");
    return kNever;
  }
  return leaf(condition, {}, false);
}

ConditionId ProfileReader::read_time_test(ObjectReader& reader, FieldId field) {
  const std::int32_t unit = model.fields[field].type == FieldType::date ? 1 : kMinutesPerDay;
  Condition condition{.op = Op::time_in, .timed = true, .column = field, .low = INT32_MIN + 1, .high = INT32_MAX};
  const auto days = [&](std::string_view key) { return reader.number(key, 0, {0, kMaxDays}) * unit; };
  if (reader.any("past_within_days") != kNoNode) {
    condition.low = -days("past_within_days");
    condition.high = 0;
  } else if (reader.any("ahead_within_days") != kNoNode) {
    condition.low = 0;
    condition.high = days("ahead_within_days");
  } else if (reader.any("older_than_days") != kNoNode) {
    condition.high = -days("older_than_days") - 1;
  } else if (reader.any("later_than_days") != kNoNode) {
    condition.low = days("later_than_days") + 1;
  } else {
    return unreadable(reader, {}, "date (past_within_days, ahead_within_days, older_than_days, later_than_days)");
  }
  return leaf(condition, {}, false);
}

ConditionId ProfileReader::read_mentions(ObjectReader& reader, FieldId field) {
  const NodeIndex member = reader.any("mentions_any");
  if (member == kNoNode) return unreadable(reader, {}, name_in(field_types(), model.fields[field].type));
  std::vector<std::uint32_t> phrases;
  for (const std::string_view text : reader.texts("mentions_any")) phrases.push_back(phrase(text));
  if (phrases.empty()) context_.report(Code::condition_empty, member, "mentions_any");
  return leaf({.op = Op::mentions, .column = field}, phrases, true);
}

ConditionId ProfileReader::read_state_test(ObjectReader& reader, FieldId field) {
  if (reader.any("answered") != kNoNode) {
    const ConditionId id = leaf({.op = Op::answered, .provisional = true, .column = field}, {}, false);
    return reader.boolean("answered", true) ? id : conditions.negation(id);
  }
  std::vector<std::uint32_t> states;
  const NodeIndex member = reader.any("data_state");
  for (const std::string_view name : reader.texts("data_state")) {
    const auto found = std::ranges::find(data_states(), name);
    if (found == data_states().end()) {
      context_.report(Code::unknown_value, member, name, suggest(name, data_states()));
    } else {
      states.push_back(static_cast<std::uint32_t>(found - data_states().begin()));
    }
  }
  return leaf({.op = Op::state_in, .provisional = true, .column = field}, states, true);
}

}  // namespace prequal::profile
