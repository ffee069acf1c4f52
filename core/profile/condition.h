// Floor: profile. Conditions as a flat list: equal ones are stored once, operands stand before the gates that use them.
// The list is at the same time what `describe` reads and the program that the evaluator runs.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace prequal::profile {

namespace packing {  // what writes and reads packed profiles (pack.h)
struct PackerAccess;
struct UnpackerAccess;
}  // namespace packing

using ConditionId = std::uint32_t;
inline constexpr ConditionId kAlways = 0;
inline constexpr ConditionId kNever = 1;

using FieldId = std::uint16_t;
inline constexpr FieldId kNoField = 0xFFFF;
inline constexpr std::uint16_t kNoEntry = 0xFFFF;

/// Where a leaf reads: a field of the profile, or a fact of the engine.
using Source = std::uint16_t;
inline constexpr Source kFactSource = 0x8000;
inline constexpr Source kNoSource = 0xFFFF;
[[nodiscard]] constexpr bool is_fact(Source source) {
  return (source & kFactSource) != 0;
}

enum class Op : std::uint8_t {
  always,
  never,
  // Gates over other conditions, in Kleene's strong three-valued logic.
  all,
  any,
  negation,
  count,  ///< at least `low` of the operands
  // Leaves over one column.
  code_in,    ///< the code is one of the operands
  number_in,  ///< low <= number <= high
  time_in,    ///< low <= value - now <= high, in days for a date and minutes for a time
  // Leaves that are worked out lead by lead and arrive as a bit.
  set_any,    ///< one of the chosen values is one of the operands
  set_all,    ///< each operand is chosen
  set_only,   ///< nothing is chosen but operands
  set_count,  ///< low <= number of chosen values <= high
  mentions,   ///< the text holds one of the phrases as whole words
  in_area,    ///< the postal code lies in the area (operand)
  answered,   ///< the field is known
  state_in,   ///< the data state is one of the operands
  touched,    ///< at least `low` touches of the types, topics and age (operands: types, topics; high: days)
  // Outcomes of earlier phases.
  level_in,        ///< of the score named by `column` (OutcomeScore), one of the operands
  score_at_least,  ///< the score named by `column` is at least `low`
  eligibility_in,
  stage_at_least,  ///< operand: index of the stage
  reason_fired,    ///< operand: index of the reason
  status_in,
  lane_in,
};

enum class OutcomeScore : std::uint16_t { fit, intent, total };

/// When a condition can be evaluated. A condition's phase is the latest of its operands.
enum class Phase : std::uint8_t {
  facts,   ///< from the lead alone
  scores,  ///< after points, bands and eligibility
  stage,
  reasons,  ///< after reasons and status
  lane,
};
inline constexpr std::size_t kPhases = 5;

struct Condition {
  Op op = Op::never;
  Phase phase = Phase::facts;
  bool provisional = false;  ///< what holds now may differ from what is settled (see Evaluator)
  bool timed = false;        ///< depends on "now" or on touches: may not be used by fit
  Source column = kNoSource;
  std::int32_t low = 0;
  std::int32_t high = 0;
  std::uint32_t first = 0;  ///< operands: Conditions::operands[first, first + count)
  std::uint32_t count = 0;
  std::uint32_t extra = 0;  ///< touched: how many of the operands are types, the rest are topics
  std::uint32_t bit = 0;    ///< leaves worked out lead by lead: number of their bit
};

[[nodiscard]] constexpr bool is_gate(Op op) {
  return op >= Op::all && op <= Op::count;
}
[[nodiscard]] constexpr bool is_bit_leaf(Op op) {
  return op >= Op::set_any && op <= Op::touched;
}
[[nodiscard]] constexpr bool is_outcome(Op op) {
  return op >= Op::level_in;
}

/// All conditions of a profile. Building gives the id of an equal condition when there is one, and folds constants.
class Conditions {
 public:
  Conditions();

  [[nodiscard]] ConditionId add(Condition condition, const std::vector<std::uint32_t>& operands);
  [[nodiscard]] ConditionId all(std::vector<ConditionId> operands);
  [[nodiscard]] ConditionId any(std::vector<ConditionId> operands);
  [[nodiscard]] ConditionId negation(ConditionId operand);
  [[nodiscard]] ConditionId at_least(std::int32_t count, std::vector<ConditionId> operands);

  [[nodiscard]] const Condition& at(ConditionId id) const { return nodes_[id]; }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }
  [[nodiscard]] std::uint32_t operand(const Condition& condition, std::uint32_t i) const {
    return operands_[condition.first + i];
  }
  [[nodiscard]] const std::vector<Condition>& nodes() const { return nodes_; }
  [[nodiscard]] const std::vector<std::uint32_t>& operands() const { return operands_; }
  [[nodiscard]] std::uint32_t bits() const { return bits_; }

 private:
  friend struct packing::PackerAccess;
  friend struct packing::UnpackerAccess;
  [[nodiscard]] ConditionId gate(Op op, std::int32_t low, const std::vector<ConditionId>& operands);
  [[nodiscard]] std::uint32_t hash(const Condition& condition, const std::vector<std::uint32_t>& operands) const;
  void grow_table();

  std::vector<Condition> nodes_;
  std::vector<std::uint32_t> operands_;
  std::vector<ConditionId> table_;  // open addressing; 0 is free
  std::uint32_t bits_ = 0;
};

}  // namespace prequal::profile
