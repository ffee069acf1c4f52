#include "evaluate/evaluator.h"

#include <algorithm>

#include "base/limits.h"
#include "evaluate/masks.h"

namespace prequal::evaluate {

using profile::Category;
using profile::Condition;
using profile::ConditionId;
using profile::Op;

namespace {

constexpr std::int32_t kHighestTotal = 100;

// What a cap lets through, depending on the sign that a category has.
struct Range {
  std::int32_t low;
  std::int32_t high;
};
Range range_of(Category category, std::int32_t cap) {
  switch (category) {
    case Category::negative: return {-cap, 0};
    case Category::adjustment: return {-cap, cap};
    default: return {0, cap};
  }
}

// The most, in either direction, that the lines of a group can add up to.
std::int64_t reach(const profile::Profile& profile, const profile::PointsGroup& group) {
  std::int64_t sum = 0;
  for (const profile::PointsLine& line : group.lines) sum += std::abs(line.points);
  for (const profile::PotentialLine& line : group.potential) sum += std::max(-line.low, line.high);
  for (const std::uint16_t rule : group.signals) {
    const profile::Rule& signal = profile.model().rules[rule];
    sum += std::int64_t{std::abs(signal.signal_points)} * signal.signal.times;
  }
  return sum;
}

}  // namespace

template <std::size_t W>
Verity<W> Score<W>::at_least(std::int32_t value) const {
  const Plane<W> reached = this->now.at_least(value);
  return {{reached, ~reached}, {this->low.at_least(value), ~this->high.at_least(value)}};
}

template <std::size_t W>
Evaluator<W>::Evaluator(const Plan& plan)
    : plan_(plan),
      conditions_(&plan.profile().conditions()),
      now_(conditions_->size()),
      settled_(conditions_->size()),
      known_(plan.columns().size()),
      bit_yes_(plan.bit_words() * 64),
      bit_known_(plan.bit_words() * 64),
      bit_settled_(plan.bit_words() * 64),
      total_(Sliced<W>::bits_for(-limits::kCategoryPoints, limits::kCategoryPoints)) {
  // Looked into with whatever code stands in a column.
  std::size_t widest = 0;
  for (const Column& column : plan.columns()) widest = std::max<std::size_t>(widest, column.codes);
  code_table_.assign(widest + 1, 0);
  std::int64_t total_reach = kHighestTotal;
  for (std::size_t c = 0; c < profile::kCategories; ++c) {
    const profile::PointsCategory& category = plan.profile().points()[c];
    std::int64_t category_reach = category.cap;
    for (const profile::PointsGroup& group : category.groups) {
      const std::int64_t most = reach(plan.profile(), group);
      group_bits_.push_back(Sliced<W>::bits_for(-most, most));
      category_reach += group.limit >= 0 ? std::min<std::int64_t>(most, group.limit) : most;
    }
    categories_.emplace_back(Sliced<W>::bits_for(-category_reach, category_reach));
    total_reach += category.cap;
  }
  total_ = Score<W>(Sliced<W>::bits_for(-total_reach, total_reach));
}

template <std::size_t W>
void Evaluator<W>::start(const FactTable& table, std::size_t first) {
  table_ = &table;
  first_ = first;
  lone_ = W == 1 && table.size() == first + 1;
  for (std::size_t i = 0; i < known_.size(); ++i) known_[i] = find_known(static_cast<std::uint16_t>(i));
  load_bits();
}

template <std::size_t W>
Plane<W> Evaluator<W>::find_known(std::uint16_t column) const {
  auto out = Plane<W>::filled(false);
  if (W == 1 && lone_) {
    const bool number = plan_.columns()[column].kind == ColumnKind::number;
    out.words[0] = (number ? table_->numbers(column)[first_] != kUnknownNumber : lone_code(column) != 0) ? 1 : 0;
    return out;
  }
  for (std::size_t w = 0; w < W; ++w) {
    const std::size_t row = first_ + w * 64;
    switch (plan_.columns()[column].kind) {
      case ColumnKind::code8: out.words[w] = ~mask_equal(table_->codes8(column) + row, std::uint8_t{0}); break;
      case ColumnKind::code16: out.words[w] = ~mask_equal(table_->codes16(column) + row, std::uint16_t{0}); break;
      case ColumnKind::number: out.words[w] = mask_between(table_->numbers(column) + row, INT32_MIN + 1, INT32_MAX); break;
    }
  }
  return out;
}

template <std::size_t W>
std::uint32_t Evaluator<W>::lone_code(std::uint16_t column) const {
  return plan_.columns()[column].kind == ColumnKind::code8 ? table_->codes8(column)[first_]
                                                           : table_->codes16(column)[first_];
}

// Leads with that code in a column of codes.
template <std::size_t W>
Plane<W> Evaluator<W>::equal(std::uint16_t column, std::uint32_t code) const {
  Plane<W> out;
  if (W == 1 && lone_) {
    out.words[0] = lone_code(column) == code ? 1 : 0;
    return out;
  }
  const bool narrow = plan_.columns()[column].kind == ColumnKind::code8;
  for (std::size_t w = 0; w < W; ++w) {
    const std::size_t row = first_ + w * 64;
    out.words[w] = narrow ? mask_equal(table_->codes8(column) + row, static_cast<std::uint8_t>(code))
                          : mask_equal(table_->codes16(column) + row, static_cast<std::uint16_t>(code));
  }
  return out;
}

template <std::size_t W>
void Evaluator<W>::load_bits() {
  const std::size_t leads = std::min(table_->size() - std::min(first_, table_->size()), W * 64);
  const auto load = [&](const std::uint64_t* column, std::size_t word, std::vector<Plane<W>>& planes) {
    const std::size_t bits = std::min<std::size_t>(64, conditions_->bits() - word * 64);
    // For a lead or two, picking single bits is cheaper than turning the whole matrix.
    constexpr std::size_t kFew = 4;
    if (leads <= kFew && first_ >= table_->turned()) {
      for (std::size_t bit = 0; bit < bits; ++bit) {
        Plane<W>& plane = planes[word * 64 + bit];
        plane = Plane<W>::filled(false);
        for (std::size_t lead = 0; lead < leads; ++lead) {
          plane.words[0] |= (column[first_ + lead] >> bit & 1U) << lead;
        }
      }
      return;
    }
    std::array<std::uint64_t, 64> square{};
    for (std::size_t w = 0; w < W; ++w) {
      const std::uint64_t* group = column + first_ + w * 64;
      if (first_ + w * 64 >= table_->turned()) {
        std::copy_n(group, 64, square.begin());
        transpose(square.data());
        group = square.data();
      }
      for (std::size_t bit = 0; bit < bits; ++bit) planes[word * 64 + bit].words[w] = group[bit];
    }
  };
  for (std::size_t word = 0; word < plan_.bit_words(); ++word) {
    load(table_->bits_true(word), word, bit_yes_);
    load(table_->bits_known(word), word, bit_known_);
    load(table_->bits_settled(word), word, bit_settled_);
  }
}

template <std::size_t W>
void Evaluator<W>::run(profile::Phase phase) {
  for (const ConditionId id : plan_.phase(phase)) {
    const Condition& condition = conditions_->at(id);
    if (is_gate(condition.op)) {
      now_[id] = gate(condition, false);
      if (condition.provisional) settled_[id] = gate(condition, true);
    } else if (!is_outcome(condition.op)) {
      run_leaf(id, condition);
    }
  }
}

template <std::size_t W>
Truth<W> Evaluator<W>::gate(const Condition& condition, bool settled) const {
  const std::uint32_t* operands = conditions_->operands().data() + condition.first;
  if (condition.op == Op::negation) return ~operand(operands[0], settled);
  if (condition.op == Op::count) {
    // Counts the true and the possible ones side by side, as small sliced numbers.
    Sliced<W> yes(Sliced<W>::bits_for(0, condition.count));
    Sliced<W> possible(Sliced<W>::bits_for(0, condition.count));
    for (std::uint32_t i = 0; i < condition.count; ++i) {
      const Truth<W>& truth = operand(operands[i], settled);
      yes.add(truth.yes, 1);
      possible.add(~truth.no, 1);
    }
    return {yes.at_least(condition.low), ~possible.at_least(condition.low)};
  }
  Truth<W> out = operand(operands[0], settled);
  if (condition.op == Op::all) {
    for (std::uint32_t i = 1; i < condition.count; ++i) out = out & operand(operands[i], settled);
  } else {
    for (std::uint32_t i = 1; i < condition.count; ++i) out = out | operand(operands[i], settled);
  }
  return out;
}

template <std::size_t W>
void Evaluator<W>::run_leaf(ConditionId id, const Condition& condition) {
  switch (condition.op) {
    case Op::always:
    case Op::never: now_[id] = Truth<W>::constant(condition.op == Op::always); return;
    case Op::code_in: {
      const std::uint16_t column = plan_.find(condition.column);
      const Plane<W> in = codes_in(condition, column);
      now_[id] = {in, known_[column] & ~in};
      if (condition.provisional) {
        const Plane<W> open = provisional_codes(profile::source_fact(condition.column), column);
        settled_[id] = {in & ~open, now_[id].no & ~open};
      }
      return;
    }
    case Op::number_in:
    case Op::time_in: {
      const std::uint16_t column = plan_.find(condition.column);
      const Plane<W> in = numbers_in(condition, column);
      now_[id] = {in, known_[column] & ~in};
      return;
    }
    default: {
      const Plane<W>& yes = bit_yes_[condition.bit];
      const Plane<W>& known = bit_known_[condition.bit];
      now_[id] = {yes & known, known & ~yes};
      if (condition.provisional) {
        const Plane<W>& settled = bit_settled_[condition.bit];
        settled_[id] = {yes & settled, settled & ~yes};
      }
    }
  }
}

template <std::size_t W>
Plane<W> Evaluator<W>::codes_in(const Condition& condition, std::uint16_t column) {
  constexpr std::uint32_t kFew = 6;
  const std::uint32_t* operands = conditions_->operands().data() + condition.first;
  const bool narrow = plan_.columns()[column].kind == ColumnKind::code8;
  Plane<W> out = Plane<W>::filled(false);
  if (condition.count <= kFew || (W == 1 && lone_)) {
    for (std::uint32_t i = 0; i < condition.count; ++i) out |= equal(column, operands[i]);
    return out;
  }
  for (std::uint32_t i = 0; i < condition.count; ++i) code_table_[operands[i]] = 1;
  for (std::size_t w = 0; w < W; ++w) {
    const std::size_t row = first_ + w * 64;
    out.words[w] = narrow ? mask_in_table(table_->codes8(column) + row, code_table_.data())
                          : mask_in_table(table_->codes16(column) + row, code_table_.data());
  }
  for (std::uint32_t i = 0; i < condition.count; ++i) code_table_[operands[i]] = 0;
  return out;
}

template <std::size_t W>
Plane<W> Evaluator<W>::numbers_in(const Condition& condition, std::uint16_t column) const {
  Plane<W> out;
  if (W == 1 && lone_) {
    const std::int32_t value = table_->numbers(column)[first_];
    out.words[0] = value >= condition.low && value <= condition.high ? 1 : 0;
    return out;
  }
  for (std::size_t w = 0; w < W; ++w) {
    out.words[w] = mask_between(table_->numbers(column) + first_ + w * 64, condition.low, condition.high);
  }
  return out;
}

template <std::size_t W>
Plane<W> Evaluator<W>::fact_is(profile::Fact fact, std::uint32_t code) const {
  return equal(plan_.find(profile::fact_source(fact)), code);
}

template <std::size_t W>
Plane<W> Evaluator<W>::provisional_codes(profile::Fact fact, std::uint16_t column) const {
  Plane<W> out = Plane<W>::filled(false);
  for (std::uint32_t code = 1; code <= fact_value_count(fact); ++code) {
    if (!fact_is_provisional(fact, code)) continue;
    out |= equal(column, code);
  }
  return out;
}

template <std::size_t W>
Plane<W> Evaluator<W>::unknown(profile::FieldId field) const {
  return ~known_[plan_.find(field)];
}

template <std::size_t W>
Plane<W> Evaluator<W>::open(const profile::PointsGroup& group, const profile::PotentialLine& line) const {
  Plane<W> sure = Plane<W>::filled(false);
  Plane<W> open = Plane<W>::filled(false);
  for (std::uint32_t i = 0; i < line.line_count; ++i) {
    const Truth<W>& truth = operand(group.lines[line.first_line + i].when, true);
    sure |= truth.yes;
    open |= truth.unknown();
  }
  return open & ~sure;
}

template <std::size_t W>
template <typename Number>
void Evaluator<W>::add_group(const profile::PointsGroup& group, std::int32_t low, std::int32_t high, std::size_t bits,
                             Bounded<Number>& out) {
  Bounded<Number> sum(bits);
  bool provisional = false;
  for (const profile::PointsLine& line : group.lines) {
    sum.now.add(now_[line.when].yes, line.points);
    provisional |= conditions_->at(line.when).provisional;
  }
  if (provisional) {
    for (const profile::PointsLine& line : group.lines) sum.low.add(operand(line.when, true).yes, line.points);
  } else {
    sum.low = sum.now;
  }
  sum.high = sum.low;
  for (const profile::PotentialLine& line : group.potential) {
    const Plane<W> where = line.field != profile::kNoField ? unknown(line.field) : open(group, line);
    if (line.low != 0) sum.low.add(where, line.low);
    if (line.high != 0) sum.high.add(where, line.high);
  }
  if (!group.signals.empty()) add_signals(group, sum);
  if (group.limit >= 0) sum.clamp(low, high);
  out.add(sum);
}

// What touches gave does not depend on answers, so it moves the score and both bounds alike.
template <std::size_t W>
void Evaluator<W>::add_signals(const profile::PointsGroup& group, Bounded<LoneNumber>& sum) const {
  std::int32_t points = 0;
  for (const std::uint16_t rule : group.signals) {
    points += table_->signal(plan_.profile().model().rules[rule].signal.slot)[first_];
  }
  sum.now.add(points);
  sum.low.add(points);
  sum.high.add(points);
}

template <std::size_t W>
void Evaluator<W>::add_signals(const profile::PointsGroup& group, Bounded<Sliced<W>>& sum) const {
  const std::size_t leads = std::min(table_->size() - std::min(first_, table_->size()), W * 64);
  std::array<std::int16_t, W * 64> points{};
  for (const std::uint16_t rule : group.signals) {
    const std::int16_t* column = table_->signal(plan_.profile().model().rules[rule].signal.slot) + first_;
    for (std::size_t i = 0; i < leads; ++i) points[i] = static_cast<std::int16_t>(points[i] + column[i]);
  }
  Sliced<W> sliced(sum.now.bits());
  sliced.set_numbers(points.data(), leads);
  sum.now.add(sliced);
  sum.low.add(sliced);
  sum.high.add(sliced);
}

template <std::size_t W>
void Evaluator<W>::run_points() {
  if constexpr (W == 1) {
    if (lone_) {
      add_points<LoneNumber>();
      return;
    }
  }
  add_points<Sliced<W>>();
}

namespace {

template <std::size_t W>
Bounded<Sliced<W>>& sum_of(Score<W>& score, Sliced<W>* /*as*/) {
  score.clear();
  return score;
}
Bounded<LoneNumber> sum_of(const Score<1>& /*score*/, LoneNumber* /*as*/) {
  return Bounded<LoneNumber>(0);
}
template <std::size_t W>
void keep(const Bounded<Sliced<W>>& /*sum*/, Score<W>& /*score*/) {}  // was added up in its place
void keep(const Bounded<LoneNumber>& sum, Score<1>& score) {
  score.now.set_lone(sum.now.value());
  score.low.set_lone(sum.low.value());
  score.high.set_lone(sum.high.value());
}

}  // namespace

template <std::size_t W>
template <typename Number>
void Evaluator<W>::add_points() {
  constexpr Number* kAs = nullptr;
  auto&& total = sum_of(total_, kAs);
  std::size_t group_index = 0;
  for (std::size_t c = 0; c < profile::kCategories; ++c) {
    const profile::PointsCategory& category = plan_.profile().points()[c];
    auto&& score = sum_of(categories_[c], kAs);
    for (const profile::PointsGroup& group : category.groups) {
      const Range limit = range_of(static_cast<Category>(c), group.limit);
      add_group(group, limit.low, limit.high, group_bits_[group_index++], score);
    }
    const Range cap = range_of(static_cast<Category>(c), category.cap);
    score.clamp(cap.low, cap.high);
    total.add(score);
    keep(score, categories_[c]);
  }
  total.clamp(0, kHighestTotal);
  keep(total, total_);
}

template struct Score<1>;
template struct Score<kBlockWords>;
template class Evaluator<1>;
template class Evaluator<kBlockWords>;

}  // namespace prequal::evaluate
