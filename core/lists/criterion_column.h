// Floor: lists. How one criterion stands for each lead: the leads behind a row of the summary's criteria.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lists/visitor.h"

namespace prequal::lists {

/// As the summary counts it, so that suspected spam is in none of the three.
enum class CriterionState : std::uint8_t { unknown, met, not_met, not_counted };

class CriterionColumn final : public LeadVisitor {
 public:
  /// Of a must-have or nice-to-have, by its id. Requires: known().
  CriterionColumn(const profile::Profile& profile, std::string_view id);

  void on_lead(std::size_t lead, const lead::RawLead& raw, const report::Qualifier& qualifier) override;

  [[nodiscard]] bool known() const { return criterion_ != nullptr; }
  /// One entry for each lead, in the order of the list.
  [[nodiscard]] const std::vector<CriterionState>& leads() const { return leads_; }

 private:
  const profile::Criterion* criterion_ = nullptr;
  std::vector<CriterionState> leads_;
};

}  // namespace prequal::lists
