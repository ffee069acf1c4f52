#include "profile/compiler.h"

#include <algorithm>

#include "base/sort.h"
#include "profile/facts.h"
#include "profile/needs.h"

namespace prequal::profile {

void Compiler::run() {
  profile_.words_ = words_of(profile_.model_.vocabularies);
  profile_.needs_ = find_needs(profile_.model_, profile_.conditions_);
  build_domains();
  find_supports();
  build_points();
}

void Compiler::build_domains() {
  const auto& fields = profile_.model_.fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto id = static_cast<FieldId>(i);
    switch (fields[i].type) {
      case FieldType::choice:
      case FieldType::choices:
      case FieldType::yes_no: profile_.domains_.push_back(code_domain(id)); break;
      case FieldType::number:
      case FieldType::money:
      case FieldType::date:
      case FieldType::time: profile_.domains_.push_back(number_domain(id)); break;
      default: profile_.domains_.emplace_back();
    }
  }
}

// Codes that no condition can tell apart form one class; the first of each class stands for it.
Domain Compiler::code_domain(FieldId field) const {
  const std::size_t count = profile_.vocabulary(field).values.size();
  std::vector<std::uint64_t> signature(count + 1, 1469598103934665603ULL);
  for (ConditionId id = 0; id < profile_.conditions_.size(); ++id) {
    const Condition& condition = profile_.conditions_.at(id);
    const bool codes = condition.op == Op::code_in || condition.op == Op::set_any || condition.op == Op::set_all ||
                       condition.op == Op::set_only;
    if (!codes || condition.column != field) continue;
    for (std::uint32_t i = 0; i < condition.count; ++i) {
      auto& mark = signature[profile_.conditions_.operand(condition, i)];
      mark = (mark ^ (id + 1)) * 1099511628211ULL;
    }
  }
  std::vector<std::int32_t> codes;
  for (std::size_t code = 1; code <= count; ++code) codes.push_back(static_cast<std::int32_t>(code));
  const auto mark_of = [&](std::int32_t code) { return signature[static_cast<std::size_t>(code)]; };
  sort_by_key(codes, mark_of);
  codes.erase(std::ranges::unique(codes, {}, mark_of).begin(), codes.end());
  sort(codes);
  return {std::move(codes)};
}

Domain Compiler::number_domain(FieldId field) const {
  const Field& shape = profile_.model_.fields[field];
  const bool relative = shape.type == FieldType::date || shape.type == FieldType::time;
  const std::int32_t lowest = relative ? INT32_MIN + 1 : shape.minimum;
  const std::int32_t highest = relative ? INT32_MAX : shape.maximum;
  Domain domain;
  domain.values.push_back(lowest);
  const auto cut = [&](std::int32_t value) {
    if (value > lowest && value <= highest) domain.values.push_back(value);
  };
  for (ConditionId id = 0; id < profile_.conditions_.size(); ++id) {
    const Condition& condition = profile_.conditions_.at(id);
    if ((condition.op != Op::number_in && condition.op != Op::time_in) || condition.column != field) continue;
    cut(condition.low);
    if (condition.high < INT32_MAX) cut(condition.high + 1);
  }
  sort(domain.values);
  domain.values.erase(std::ranges::unique(domain.values).begin(), domain.values.end());
  return domain;
}

void Compiler::find_supports() {
  const Conditions& conditions = profile_.conditions_;
  supports_.assign(conditions.size(), kNoField);
  by_field_.assign(profile_.model_.fields.size(), {});
  supports_[kAlways] = supports_[kNever] = kConstant;
  for (ConditionId id = kNever + 1; id < conditions.size(); ++id) {
    const Condition& condition = conditions.at(id);
    const bool countable = condition.op == Op::code_in || condition.op == Op::number_in || condition.op == Op::time_in;
    if (countable && !is_fact(condition.column)) {
      supports_[id] = condition.column;
    } else if (is_gate(condition.op)) {
      supports_[id] = supports_[conditions.operand(condition, 0)];
      for (std::uint32_t i = 1; i < condition.count; ++i) {
        if (supports_[conditions.operand(condition, i)] != supports_[id]) supports_[id] = kNoField;
      }
    }
    if (supports_[id] < by_field_.size()) by_field_[supports_[id]].push_back(id);
  }
}

void Compiler::build_points() {
  const Model& model = profile_.model_;
  for (std::size_t c = 0; c < kCategories; ++c) {
    PointsCategory category;
    category.cap = model.scoring.caps[c];
    category.groups.emplace_back();
    std::vector<std::size_t> place(model.groups.size(), 0);
    for (std::size_t g = 0; g < model.groups.size(); ++g) {
      if (static_cast<std::size_t>(model.groups[g].category) != c) continue;
      place[g] = category.groups.size();
      category.groups.push_back({model.groups[g].limit, static_cast<std::uint16_t>(g), {}, {}, {}});
    }
    for (std::size_t r = 0; r < model.rules.size(); ++r) {
      const Rule& rule = model.rules[r];
      if (static_cast<std::size_t>(rule.category) != c) continue;
      PointsGroup& group = category.groups[rule.group == kNoEntry ? 0 : place[rule.group]];
      const auto number = static_cast<std::uint16_t>(r);
      if (rule.is_signal()) group.signals.push_back(number);
      for (std::size_t g = 0; g < rule.grades.size(); ++g) {
        const Grade& grade = rule.grades[g];
        if (grade.selected == kNever || grade.points == 0) continue;
        group.lines.push_back({grade.selected, grade.points, number, static_cast<std::uint16_t>(g)});
      }
    }
    for (PointsGroup& group : category.groups) add_potentials(group);
    profile_.points_.push_back(std::move(category));
  }
}

// All lines of a group on the same field are added up value by value, so that rules that exclude each other do not count
// together. A rule on several fields stands for itself.
void Compiler::add_potentials(PointsGroup& group) {
  std::vector<std::vector<PointsLine>> lines(profile_.model_.fields.size());
  std::uint16_t last = kNoEntry;
  std::size_t first = 0;
  for (std::size_t i = 0; i < group.lines.size(); ++i) {
    const PointsLine& line = group.lines[i];
    if (line.rule != group.lines[first].rule) first = i;
    const FieldId field = supports_[line.when];
    if (field == kConstant) continue;
    if (field != kNoField) {
      lines[field].push_back(line);
    } else if (line.rule != last) {
      add_several(group, first);
      last = line.rule;
    }
  }
  for (std::size_t field = 0; field < lines.size(); ++field) {
    if (!lines[field].empty()) add_single(group, static_cast<FieldId>(field), lines[field]);
  }
}

void Compiler::add_single(PointsGroup& group, FieldId field, const std::vector<PointsLine>& lines) {
  PotentialLine potential{.field = field};
  std::vector<char> truth(profile_.conditions_.size(), 0);
  for (const std::int32_t value : profile_.domain(field).values) {
    decide(field, value, truth);
    std::int32_t sum = 0;
    for (const PointsLine& line : lines) sum += truth[line.when] != 0 ? line.points : 0;
    potential.low = std::min(potential.low, sum);
    potential.high = std::max(potential.high, sum);
  }
  group.potential.push_back(potential);
}

void Compiler::add_several(PointsGroup& group, std::size_t first) {
  PotentialLine potential{.rule = group.lines[first].rule, .first_line = static_cast<std::uint32_t>(first)};
  for (std::size_t i = first; i < group.lines.size() && group.lines[i].rule == potential.rule; ++i) {
    ++potential.line_count;
    if (supports_[group.lines[i].when] != kNoField) continue;
    potential.low = std::min(potential.low, group.lines[i].points);
    potential.high = std::max(potential.high, group.lines[i].points);
  }
  group.potential.push_back(potential);
}

void Compiler::decide(FieldId field, std::int32_t value, std::vector<char>& truth) const {
  const Conditions& conditions = profile_.conditions_;
  for (const ConditionId id : by_field_[field]) {
    const Condition& condition = conditions.at(id);
    if (condition.op == Op::code_in) {
      const auto first = conditions.operands().begin() + condition.first;
      truth[id] = std::binary_search(first, first + condition.count, static_cast<std::uint32_t>(value)) ? 1 : 0;
      continue;
    }
    if (!is_gate(condition.op)) {
      truth[id] = value >= condition.low && value <= condition.high ? 1 : 0;
      continue;
    }
    std::int32_t sum = 0;
    for (std::uint32_t i = 0; i < condition.count; ++i) sum += truth[conditions.operand(condition, i)];
    switch (condition.op) {
      case Op::all: truth[id] = sum == static_cast<std::int32_t>(condition.count) ? 1 : 0; break;
      case Op::any: truth[id] = sum > 0 ? 1 : 0; break;
      case Op::negation: truth[id] = sum == 0 ? 1 : 0; break;
      default: truth[id] = sum >= condition.low ? 1 : 0; break;
    }
  }
}

}  // namespace prequal::profile
