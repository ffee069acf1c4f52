#include "evaluate/plan.h"

#include <algorithm>

namespace prequal::evaluate {

using profile::ConditionId;
using profile::Fact;
using profile::FieldId;

Plan::Plan(const profile::Profile& profile)
    : profile_(&profile), by_field_(profile.model().fields.size(), kNoColumn), by_fact_(profile::kFacts, kNoColumn) {
  constexpr std::size_t kMostByteCodes = 255;
  const profile::Needs& needs = profile.needs();
  for (const FieldId field : needs.code_fields) {
    const bool small = profile.vocabulary(field).values.size() <= kMostByteCodes;
    add_column(field, small ? ColumnKind::code8 : ColumnKind::code16);
  }
  for (const FieldId field : needs.number_fields) add_column(field, ColumnKind::number);
  for (const profile::Source source : needs.facts) {
    const auto fact = profile::source_fact(source);
    const bool wide = fact == Fact::segment;
    add_column(source, fact_is_number(fact) ? ColumnKind::number : wide ? ColumnKind::code16 : ColumnKind::code8);
  }
  for (ConditionId id = 0; id < profile.conditions().size(); ++id) {
    phases_[static_cast<std::size_t>(profile.conditions().at(id).phase)].push_back(id);
  }
}

void Plan::add_column(profile::Source source, ColumnKind kind) {
  auto& place = profile::is_fact(source) ? by_fact_[profile::source_index(source)] : by_field_[source];
  place = static_cast<std::uint16_t>(columns_.size());
  const auto is_time = [&](const profile::Field& field) {
    return field.type == profile::FieldType::date || field.type == profile::FieldType::time;
  };
  columns_.push_back({source, kind, !profile::is_fact(source) && is_time(profile_->model().fields[source])});
}

}  // namespace prequal::evaluate
