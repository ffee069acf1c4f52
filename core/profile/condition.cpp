#include "profile/condition.h"

#include <algorithm>

#include "base/sort.h"

namespace prequal::profile {

Conditions::Conditions() : table_(64, 0) {
  nodes_.push_back({.op = Op::always});
  nodes_.push_back({.op = Op::never});
}

std::uint32_t Conditions::hash(const Condition& condition, const std::vector<std::uint32_t>& operands) const {
  std::uint32_t h = 2166136261U;
  const auto mix = [&](std::uint32_t value) {
    h ^= value;
    h *= 16777619U;
    h ^= h >> 15U;
  };
  mix(static_cast<std::uint32_t>(condition.op));
  mix(condition.column);
  mix(static_cast<std::uint32_t>(condition.low));
  mix(static_cast<std::uint32_t>(condition.high));
  mix(condition.extra);
  for (const std::uint32_t operand : operands) mix(operand);
  return h;
}

void Conditions::grow_table() {
  std::vector<ConditionId> bigger(table_.size() * 2, 0);
  const std::size_t mask = bigger.size() - 1;
  for (ConditionId id = kNever + 1; id < nodes_.size(); ++id) {
    const Condition& node = nodes_[id];
    const auto begin = operands_.begin() + node.first;
    std::size_t slot = hash(node, {begin, begin + node.count}) & mask;
    while (bigger[slot] != 0) slot = (slot + 1) & mask;
    bigger[slot] = id;
  }
  table_ = std::move(bigger);
}

ConditionId Conditions::add(Condition condition, const std::vector<std::uint32_t>& operands) {
  const std::size_t mask = table_.size() - 1;
  std::size_t slot = hash(condition, operands) & mask;
  for (; table_[slot] != 0; slot = (slot + 1) & mask) {
    const Condition& known = nodes_[table_[slot]];
    const bool equal = known.op == condition.op && known.column == condition.column && known.low == condition.low &&
                       known.high == condition.high && known.extra == condition.extra && known.count == operands.size() &&
                       std::equal(operands.begin(), operands.end(), operands_.begin() + known.first);
    if (equal) return table_[slot];
  }
  if (is_bit_leaf(condition.op)) condition.bit = bits_++;
  condition.first = static_cast<std::uint32_t>(operands_.size());
  condition.count = static_cast<std::uint32_t>(operands.size());
  operands_.insert(operands_.end(), operands.begin(), operands.end());
  const auto id = static_cast<ConditionId>(nodes_.size());
  nodes_.push_back(condition);
  table_[slot] = id;
  if (nodes_.size() * 2 > table_.size()) grow_table();
  return id;
}

ConditionId Conditions::gate(Op op, std::int32_t low, const std::vector<ConditionId>& operands) {
  Condition condition{.op = op, .low = low};
  for (const ConditionId id : operands) {
    const Condition& operand = nodes_[id];
    condition.phase = std::max(condition.phase, operand.phase);
    condition.provisional |= operand.provisional;
    condition.timed |= operand.timed;
  }
  return add(condition, operands);
}

ConditionId Conditions::all(std::vector<ConditionId> operands) {
  sort(operands);
  operands.erase(std::ranges::unique(operands).begin(), operands.end());
  if (std::ranges::find(operands, kNever) != operands.end()) return kNever;
  std::erase(operands, kAlways);
  if (operands.empty()) return kAlways;
  return operands.size() == 1 ? operands[0] : gate(Op::all, 0, operands);
}

ConditionId Conditions::any(std::vector<ConditionId> operands) {
  sort(operands);
  operands.erase(std::ranges::unique(operands).begin(), operands.end());
  if (std::ranges::find(operands, kAlways) != operands.end()) return kAlways;
  std::erase(operands, kNever);
  if (operands.empty()) return kNever;
  return operands.size() == 1 ? operands[0] : gate(Op::any, 0, operands);
}

ConditionId Conditions::negation(ConditionId operand) {
  if (operand == kAlways) return kNever;
  if (operand == kNever) return kAlways;
  const Condition& node = nodes_[operand];
  if (node.op == Op::negation) return operands_[node.first];
  return gate(Op::negation, 0, {operand});
}

ConditionId Conditions::at_least(std::int32_t count, std::vector<ConditionId> operands) {
  // The same condition may stand twice here and then counts twice, so nothing is merged.
  const auto always = static_cast<std::int32_t>(std::ranges::count(operands, kAlways));
  std::erase(operands, kAlways);
  std::erase(operands, kNever);
  count -= always;
  if (count <= 0) return kAlways;
  if (count > static_cast<std::int32_t>(operands.size())) return kNever;
  if (count == 1) return any(std::move(operands));
  if (count == static_cast<std::int32_t>(operands.size())) return all(std::move(operands));
  sort(operands);
  return gate(Op::count, count, operands);
}

}  // namespace prequal::profile
