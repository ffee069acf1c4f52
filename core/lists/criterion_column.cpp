#include "lists/criterion_column.h"

#include <algorithm>

#include "profile/names.h"

namespace prequal::lists {

CriterionColumn::CriterionColumn(const profile::Profile& profile, std::string_view id) {
  for (const auto* criteria : {&profile.model().must_haves, &profile.model().nice_to_haves}) {
    const auto found = std::ranges::find(*criteria, id, &profile::Criterion::id);
    if (found != criteria->end()) criterion_ = &*found;
  }
}

void CriterionColumn::on_lead(std::size_t /*lead*/, const lead::RawLead& /*raw*/, const report::Qualifier& qualifier) {
  const auto& decider = qualifier.decider();
  if (decider.status().lane(kLane) == static_cast<std::uint32_t>(profile::Status::spam)) {
    leads_.push_back(CriterionState::not_counted);
    return;
  }
  const auto& truth = decider.evaluator().now(criterion_->when);
  leads_.push_back(truth.yes.lane(kLane)  ? CriterionState::met
                   : truth.no.lane(kLane) ? CriterionState::not_met
                                          : CriterionState::unknown);
}

}  // namespace prequal::lists
