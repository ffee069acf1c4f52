// Floor: decide. From points and conditions to a decision: bands, eligibility, stage, reasons, status, lane and route.
//
// The order is fixed and each step only looks back: points -> bands -> eligibility -> stage -> reasons -> status -> lane.
#pragma once

#include <array>
#include <vector>

#include "decide/choice.h"
#include "decide/outcomes.h"
#include "evaluate/evaluator.h"

namespace prequal::decide {

/// Decides one block of leads at a time. Results stay readable until the next block.
template <std::size_t W>
class Decider {
 public:
  explicit Decider(const evaluate::Plan& plan);

  /// Decides the block of 64 x W leads from `first` on.
  void run(const evaluate::FactTable& table, std::size_t first);
  /// Writes the outcomes of the block's leads, up to the size of `out`.
  void store(Outcomes& out, std::size_t first, Extent extent = Extent::everything) const;

  [[nodiscard]] const evaluate::Evaluator<W>& evaluator() const { return evaluator_; }
  [[nodiscard]] const Choice<W>& fit_band() const { return fit_band_; }
  [[nodiscard]] const Choice<W>& intent_band() const { return intent_band_; }
  [[nodiscard]] const Choice<W>& band() const { return band_; }
  [[nodiscard]] const Choice<W>& eligibility() const { return eligibility_; }
  [[nodiscard]] const Choice<W>& stage() const { return stage_; }
  [[nodiscard]] const Choice<W>& status() const { return status_; }
  [[nodiscard]] const Choice<W>& lane() const { return lane_; }
  [[nodiscard]] const Choice<W>& route() const { return route_; }  ///< entry 0 is "none"
  [[nodiscard]] const Choice<W>& cell() const { return cell_; }
  [[nodiscard]] Verity<W> reason(std::size_t index) const { return reasons_[index]; }
  /// Class of a reason as it holds for a lead: a reason may become permanent under a condition.
  [[nodiscard]] profile::ReasonClass reason_class(std::size_t index, std::size_t lead) const;
  /// The reason that explains the status best, or kNoEntry.
  [[nodiscard]] std::uint16_t main_reason(std::size_t lead) const;
  /// Leads whose eligibility, stage, status and route, and while they are not ruled out their band, no answer can change.
  [[nodiscard]] Plane<W> settled() const;

 private:
  void decide_bands();
  void decide_eligibility();
  void decide_stage();
  void decide_reasons();
  void decide_status();
  void decide_lane();
  void set_outcomes(profile::Phase phase);
  [[nodiscard]] Verity<W> outcome(const profile::Condition& condition) const;
  [[nodiscard]] Verity<W> lane_gate(profile::Lane lane) const;
  [[nodiscard]] Verity<W> no_fit_gate(profile::Lane lane) const;
  [[nodiscard]] profile::Lane policy_lane() const;
  [[nodiscard]] Verity<W> record_is(std::uint32_t code) const;
  [[nodiscard]] Verity<W> any_reason(const std::vector<std::uint16_t>& reasons) const;
  [[nodiscard]] Verity<W> at_stage(std::size_t stage) const;
  void sort_reasons();
  void store_decisions(Outcomes& out, std::size_t first, std::size_t leads) const;
  void store_main_reasons(std::uint16_t* out, std::size_t leads) const;
  void store_reasons(Outcomes& out, std::size_t first, std::size_t leads) const;
  void decide_levels(const evaluate::Score<W>& score, const profile::Thresholds& thresholds, Choice<W>& out) const;

  const evaluate::Plan& plan_;
  const profile::Model& model_;
  evaluate::Evaluator<W> evaluator_;
  Choice<W> fit_band_{profile::kLevels};
  Choice<W> intent_band_{profile::kLevels};
  Choice<W> band_{profile::kLevels};
  Choice<W> cell_{4};
  Choice<W> eligibility_{3};
  Choice<W> stage_;
  Choice<W> status_{profile::kStatuses};
  Choice<W> lane_{profile::kLanes};
  Choice<W> route_;
  Verity<W> stopped_;                     // by a stop of any scope but the offer's
  std::vector<Verity<W>> stage_reached_;  // at least that stage
  std::vector<Verity<W>> reasons_;
  std::vector<Verity<W>> permanent_;  // the reason is permanent
  // Reasons that can hold at all, and those that lead to each status.
  std::vector<std::uint16_t> live_;
  std::array<std::vector<std::uint16_t>, 7> by_class_;
  std::vector<profile::Lane> gated_;  // those that some route or the policy leads to
  std::vector<std::uint16_t> spam_;
  std::vector<std::uint16_t> no_timeline_;
  std::vector<std::uint16_t> disqualifying_;
  std::size_t mql_ = 0;
  std::size_t sql_ = 0;
};

extern template class Decider<1>;
extern template class Decider<evaluate::kBlockWords>;

}  // namespace prequal::decide
