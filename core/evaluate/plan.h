// Floor: evaluate. How the leads of one profile are laid out in memory, and which column each condition reads.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "profile/facts.h"
#include "profile/profile.h"

namespace prequal::evaluate {

/// A column of one field or fact: codes in one or two bytes, or numbers in four. 0 is the unknown code, kUnknownNumber the
/// unknown number.
enum class ColumnKind : std::uint8_t { code8, code16, number };

struct Column {
  profile::Source source = profile::kNoSource;
  ColumnKind kind = ColumnKind::code8;
  std::uint32_t codes = 0;  ///< codes run from 1 to this; 0 for numbers
  bool relative = false;    ///< a date or time, stored as its distance from "now"
};

inline constexpr std::int32_t kUnknownNumber = INT32_MIN;
inline constexpr std::uint16_t kNoColumn = 0xFFFF;

/// Only what the profile's conditions use has a column. Immutable; made once for each profile.
class Plan {
 public:
  explicit Plan(const profile::Profile& profile);

  [[nodiscard]] const profile::Profile& profile() const { return *profile_; }
  [[nodiscard]] const std::vector<Column>& columns() const { return columns_; }
  /// The column that a field or fact is stored in, or kNoColumn.
  [[nodiscard]] std::uint16_t find(profile::Source source) const {
    return profile::is_fact(source) ? by_fact_[profile::source_index(source)] : by_field_[source];
  }
  /// 64-bit words for the bits that are worked out lead by lead.
  [[nodiscard]] std::size_t bit_words() const { return (profile_->conditions().bits() + 63) / 64; }
  [[nodiscard]] std::size_t signals() const { return profile_->needs().signals.size(); }
  /// Conditions of one phase, operands first.
  [[nodiscard]] const std::vector<profile::ConditionId>& phase(profile::Phase phase) const {
    return phases_[static_cast<std::size_t>(phase)];
  }

 private:
  void add_column(profile::Source source, ColumnKind kind, std::size_t codes);

  const profile::Profile* profile_;
  std::vector<Column> columns_;
  std::vector<std::uint16_t> by_field_;
  std::vector<std::uint16_t> by_fact_;
  std::array<std::vector<profile::ConditionId>, profile::kPhases> phases_;
};

}  // namespace prequal::evaluate
