// Floor: evaluate. Writes an understood lead into its row of the columns: codes and numbers as they are, and a bit for each
// condition that is worked out lead by lead.
#pragma once

#include <vector>

#include "base/time.h"
#include "evaluate/fact_table.h"
#include "lead/lead.h"

namespace prequal::evaluate {

class Loader {
 public:
  explicit Loader(const Plan& plan);

  /// Requires: row < table.size(). Cost: linear in the columns and bits of the profile.
  void load(const lead::Lead& lead, Instant now, FactTable& table, std::size_t row) const;

  /// Points of one signal rule for the touches of a lead (R06-05): each of the best `times` distinct touches counts by its
  /// age. Distinct means another kind, topic, contact or day.
  [[nodiscard]] std::int32_t signal_points(const profile::Rule& rule, const lead::Lead& lead, Instant now) const;

 private:
  struct Bit {
    bool yes;
    bool known;
    bool settled;
  };
  // A field or fact, and the column that it is written to.
  struct Place {
    std::uint16_t from;
    std::uint16_t column;
  };
  void load_numbers(const lead::Lead& lead, Instant now, FactTable& table, std::size_t row) const;
  [[nodiscard]] Bit find_bit(const profile::Condition& condition, const lead::Lead& lead, Instant now) const;
  [[nodiscard]] Bit find_in_area(const profile::Condition& condition, const lead::Answer& answer) const;
  [[nodiscard]] bool holds_set(const profile::Condition& condition, const lead::Lead& lead) const;
  [[nodiscard]] bool holds_mentions(const profile::Condition& condition, const lead::Lead& lead) const;
  [[nodiscard]] bool holds_touched(const profile::Condition& condition, const lead::Lead& lead, Instant now) const;

  const Plan& plan_;
  std::vector<Place> field_codes_;   // in one byte
  std::vector<Place> fact_codes_;    // in one byte
  std::vector<std::uint16_t> wide_;  // columns of codes in two bytes
  std::vector<std::uint16_t> numbers_;
};

/// Value of a date or time field as the conditions on it see it: days or minutes from `now` (in the offset of `now`).
[[nodiscard]] std::int32_t relative_to(Instant now, const profile::Field& field, std::int32_t value);

}  // namespace prequal::evaluate
