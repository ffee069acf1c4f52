#include "evaluate/plan.h"

#include <algorithm>

#include "profile/fact_codes.h"

namespace prequal::evaluate {

using profile::ConditionId;
using profile::Fact;
using profile::FieldId;

Plan::Plan(const profile::Profile& profile)
    : profile_(&profile), by_field_(profile.model().fields.size(), kNoColumn), by_fact_(profile::kFacts, kNoColumn) {
  const profile::Needs& needs = profile.needs();
  const auto add_codes = [&](profile::Source source, std::size_t codes) {
    add_column(source, codes <= UINT8_MAX ? ColumnKind::code8 : ColumnKind::code16, codes);
  };
  for (const FieldId field : needs.code_fields) add_codes(field, profile.vocabulary(field).values.size());
  for (const FieldId field : needs.number_fields) add_column(field, ColumnKind::number, 0);
  for (const profile::Source source : needs.facts) {
    const auto fact = profile::source_fact(source);
    if (fact_is_number(fact)) {
      add_column(source, ColumnKind::number, 0);
    } else {
      add_codes(source, fact_codes(profile.model(), fact));
    }
  }
  for (ConditionId id = 0; id < profile.conditions().size(); ++id) {
    phases_[static_cast<std::size_t>(profile.conditions().at(id).phase)].push_back(id);
  }
}

void Plan::add_column(profile::Source source, ColumnKind kind, std::size_t codes) {
  auto& place = profile::is_fact(source) ? by_fact_[profile::source_index(source)] : by_field_[source];
  place = static_cast<std::uint16_t>(columns_.size());
  const auto is_time = [&](const profile::Field& field) {
    return field.type == profile::FieldType::date || field.type == profile::FieldType::time;
  };
  columns_.push_back({source, kind, static_cast<std::uint32_t>(codes),
                      !profile::is_fact(source) && is_time(profile_->model().fields[source])});
}

}  // namespace prequal::evaluate
