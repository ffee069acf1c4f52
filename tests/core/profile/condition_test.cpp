#include "profile/condition.h"

#include "support/random.h"
#include "support/workbench.h"

using namespace prequal;
using namespace prequal::profile;

namespace {

Condition leaf(std::int32_t low) {
  return {.op = Op::number_in, .column = 3, .low = low, .high = 100};
}

}  // namespace

TEST_CASE("Equal conditions exist once") {
  Conditions conditions;
  const ConditionId a = conditions.add(leaf(1), {});
  const ConditionId b = conditions.add(leaf(2), {});
  CHECK(a != b);
  CHECK(conditions.add(leaf(1), {}) == a);
  CHECK(conditions.all({a, b}) == conditions.all({b, a}));
  CHECK(conditions.any({a, b}) == conditions.any({b, a, a}));
  CHECK(conditions.any({a, b}) != conditions.all({a, b}));
  CHECK(conditions.negation(a) == conditions.negation(a));
  CHECK(conditions.add({.op = Op::code_in, .column = 3}, {1, 2}) !=
        conditions.add({.op = Op::code_in, .column = 3}, {1, 3}));
  CHECK(conditions.add({.op = Op::code_in, .column = 3}, {1, 2}) ==
        conditions.add({.op = Op::code_in, .column = 3}, {1, 2}));
}

TEST_CASE("Constants are folded") {
  Conditions conditions;
  const ConditionId a = conditions.add(leaf(1), {});
  const ConditionId b = conditions.add(leaf(2), {});
  CHECK(conditions.all({}) == kAlways);
  CHECK(conditions.any({}) == kNever);
  CHECK(conditions.all({a}) == a);
  CHECK(conditions.any({a}) == a);
  CHECK(conditions.all({a, kAlways}) == a);
  CHECK(conditions.all({a, kNever}) == kNever);
  CHECK(conditions.any({a, kNever}) == a);
  CHECK(conditions.any({a, kAlways}) == kAlways);
  CHECK(conditions.negation(kAlways) == kNever);
  CHECK(conditions.negation(kNever) == kAlways);
  CHECK(conditions.negation(conditions.negation(a)) == a);
  CHECK(conditions.at_least(1, {a, b}) == conditions.any({a, b}));
  CHECK(conditions.at_least(2, {a, b}) == conditions.all({a, b}));
  CHECK(conditions.at_least(0, {a, b}) == kAlways);
  CHECK(conditions.at_least(3, {a, b}) == kNever);
  CHECK(conditions.at_least(2, {a, kAlways, b}) == conditions.any({a, b}));
  CHECK(conditions.at_least(2, {a, kNever, b}) == conditions.all({a, b}));
  CHECK(conditions.at_least(2, {kAlways, kAlways, a}) == kAlways);
  // The same condition twice counts twice.
  CHECK(conditions.at(conditions.at_least(2, {a, a, b})).op == Op::count);
}

TEST_CASE("A gate is as late, as timed and as provisional as its operands") {
  Conditions conditions;
  const ConditionId plain = conditions.add(leaf(1), {});
  const ConditionId timed = conditions.add({.op = Op::time_in, .timed = true, .column = 4}, {});
  const ConditionId late = conditions.add({.op = Op::level_in, .phase = Phase::scores, .provisional = true}, {2});
  const Condition gate = conditions.at(conditions.all({plain, timed, late}));
  CHECK(gate.phase == Phase::scores);
  CHECK(gate.provisional);
  CHECK(gate.timed);
  CHECK_FALSE(conditions.at(conditions.negation(plain)).timed);
}

TEST_CASE("Operands stand before the gates that use them, and bits are counted without gaps") {
  testing::Random random(9);
  Conditions conditions;
  std::vector<ConditionId> known{kAlways, kNever};
  for (int i = 0; i < 5000; ++i) {
    switch (random.below(5)) {
      case 0: known.push_back(conditions.add(leaf(static_cast<std::int32_t>(random.below(300))), {})); break;
      case 1:
        known.push_back(conditions.add({.op = Op::set_any, .column = 1}, {static_cast<std::uint32_t>(random.below(200))}));
        break;
      case 2: known.push_back(conditions.negation(random.pick(known))); break;
      case 3: known.push_back(conditions.all({random.pick(known), random.pick(known)})); break;
      default: known.push_back(conditions.at_least(2, {random.pick(known), random.pick(known), random.pick(known)}));
    }
  }
  std::uint32_t bits = 0;
  for (ConditionId id = 0; id < conditions.size(); ++id) {
    const Condition& condition = conditions.at(id);
    if (is_gate(condition.op)) {
      for (std::uint32_t i = 0; i < condition.count; ++i) REQUIRE(conditions.operand(condition, i) < id);
    }
    if (is_bit_leaf(condition.op)) REQUIRE(condition.bit == bits++);
  }
  CHECK(conditions.bits() == bits);
}
