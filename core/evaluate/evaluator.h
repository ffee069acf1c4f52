// Floor: evaluate. Runs a profile's conditions and points over one block of leads.
#pragma once

#include <array>
#include <vector>

#include "evaluate/fact_table.h"
#include "evaluate/lone_number.h"
#include "evaluate/plane.h"
#include "evaluate/sliced.h"

namespace prequal::evaluate {

/// A number as a lead stands, and the least and most that further answers can make of it.
template <typename Number>
struct Bounded {
  Number now;
  Number low;
  Number high;

  explicit Bounded(std::size_t bits) : now(bits), low(bits), high(bits) {}
  void add(const Bounded& other) {
    now.add(other.now);
    low.add(other.low);
    high.add(other.high);
  }
  /// Zero for every lead.
  void clear() {
    now.clear();
    low.clear();
    high.clear();
  }
  void clamp(std::int32_t least, std::int32_t most) {
    now.clamp(least, most);
    low.clamp(least, most);
    high.clamp(least, most);
  }
};

/// A score of every lead of a block.
template <std::size_t W>
struct Score : Bounded<Sliced<W>> {
  using Bounded<Sliced<W>>::Bounded;
  /// "The score is at least `value`", now and for good.
  [[nodiscard]] Verity<W> at_least(std::int32_t value) const;
};

/// Scratch space and results for one block at a time. Use one for each thread; nothing is allocated after construction.
///
/// Phases run in order: conditions of a phase may use outcomes of earlier ones, which the caller hands in by set().
template <std::size_t W>
class Evaluator {
 public:
  explicit Evaluator(const Plan& plan);

  /// Starts on the block of 64 x W leads from `first` on, which must lie within the table's room.
  void start(const FactTable& table, std::size_t first);
  void run(profile::Phase phase);
  /// Works out all scores. Requires the phase Phase::facts.
  void run_points();

  [[nodiscard]] Verity<W> at(profile::ConditionId id) const {
    return {now_[id], conditions_->at(id).provisional ? settled_[id] : now_[id]};
  }
  [[nodiscard]] const Truth<W>& now(profile::ConditionId id) const { return now_[id]; }
  /// Outcomes of earlier phases are worked out by the caller, who hands them in before the phase that uses them runs.
  void set(profile::ConditionId id, const Verity<W>& value) {
    now_[id] = value.now;
    settled_[id] = value.settled;
  }

  [[nodiscard]] const Score<W>& category(profile::Category category) const {
    return categories_[static_cast<std::size_t>(category)];
  }
  [[nodiscard]] const Score<W>& total() const { return total_; }
  /// Leads for which a fact with few values has that code. Requires that the plan has a column for it.
  [[nodiscard]] Plane<W> fact_is(profile::Fact fact, std::uint32_t code) const;
  /// Leads for which a rule on several fields is still open: it could give what `line` says.
  [[nodiscard]] Plane<W> open(const profile::PointsGroup& group, const profile::PotentialLine& line) const;
  /// Leads for which the field is not known to the rules.
  [[nodiscard]] Plane<W> unknown(profile::FieldId field) const;

 private:
  void run_leaf(profile::ConditionId id, const profile::Condition& condition);
  [[nodiscard]] Truth<W> gate(const profile::Condition& condition, bool settled) const;
  [[nodiscard]] const Truth<W>& operand(profile::ConditionId id, bool settled) const {
    return settled && conditions_->at(id).provisional ? settled_[id] : now_[id];
  }
  [[nodiscard]] Plane<W> codes_in(const profile::Condition& condition, std::uint16_t column);
  [[nodiscard]] Plane<W> numbers_in(const profile::Condition& condition, std::uint16_t column) const;
  void add_signals(const profile::PointsGroup& group, Bounded<Sliced<W>>& sum) const;
  void add_signals(const profile::PointsGroup& group, Bounded<LoneNumber>& sum) const;
  [[nodiscard]] std::uint32_t lone_code(std::uint16_t column) const;
  [[nodiscard]] Plane<W> equal(std::uint16_t column, std::uint32_t code) const;
  template <typename Number>
  void add_points();
  [[nodiscard]] Plane<W> find_known(std::uint16_t column) const;
  [[nodiscard]] Plane<W> provisional_codes(profile::Fact fact, std::uint16_t column) const;
  void load_bits();
  template <typename Number>
  void add_group(const profile::PointsGroup& group, std::int32_t low, std::int32_t high, std::size_t bits,
                 Bounded<Number>& out);

  const Plan& plan_;
  const profile::Conditions* conditions_;
  const FactTable* table_ = nullptr;
  std::size_t first_ = 0;
  bool lone_ = false;  // one lead: its values are looked at one by one, and its points added as numbers
  std::vector<Truth<W>> now_;
  std::vector<Truth<W>> settled_;  // only of provisional conditions; the others are settled as they stand
  std::vector<Plane<W>> known_;    // for each column
  std::vector<Plane<W>> bit_yes_;
  std::vector<Plane<W>> bit_known_;
  std::vector<Plane<W>> bit_settled_;
  std::vector<std::uint8_t> code_table_;
  std::vector<std::size_t> group_bits_;  // of every cap group, category after category
  std::vector<Score<W>> categories_;
  Score<W> total_;
};

extern template class Evaluator<1>;
extern template class Evaluator<kBlockWords>;

}  // namespace prequal::evaluate
