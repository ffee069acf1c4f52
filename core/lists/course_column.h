// Floor: lists. What became of each lead, as one number a lead: a page counts these over whichever leads it shows (outcomes
// by score, cost by source), where metrics.h counts over the whole list.
#pragma once

#include <cstdint>
#include <vector>

#include "lists/course.h"
#include "lists/visitor.h"

namespace prequal::lists {

/// Bits of course_bits.def, and above them kCounted for a lead that is neither spam nor a duplicate, kRecorded for one of
/// which anything is recorded that came of it.
class CourseColumn final : public LeadVisitor {
 public:
  static constexpr std::uint16_t kCounted = 1U << 14U;
  static constexpr std::uint16_t kRecorded = 1U << 15U;

  void on_lead(std::size_t lead, const lead::RawLead& raw, const report::Qualifier& qualifier) override;

  /// One entry for each lead, in the order of the list.
  [[nodiscard]] const std::vector<std::uint16_t>& bits() const { return bits_; }

 private:
  std::vector<std::uint16_t> bits_;
};

}  // namespace prequal::lists
