// Floor: profile. The words of the format for every enumeration, in the order of the enumeration's values.
#pragma once

#include <string_view>
#include <vector>

#include "profile/model.h"

namespace prequal::profile {

[[nodiscard]] const std::vector<std::string_view>& field_types();
[[nodiscard]] const std::vector<std::string_view>& field_levels();
[[nodiscard]] const std::vector<std::string_view>& asked_in();
[[nodiscard]] const std::vector<std::string_view>& categories();
[[nodiscard]] const std::vector<std::string_view>& bases();
[[nodiscard]] const std::vector<std::string_view>& levels();
[[nodiscard]] const std::vector<std::string_view>& cells();
[[nodiscard]] const std::vector<std::string_view>& band_modes();
[[nodiscard]] const std::vector<std::string_view>& paths();
[[nodiscard]] const std::vector<std::string_view>& stop_scopes();
[[nodiscard]] const std::vector<std::string_view>& reason_classes();
[[nodiscard]] const std::vector<std::string_view>& reason_causes();
[[nodiscard]] const std::vector<std::string_view>& lanes();
[[nodiscard]] const std::vector<std::string_view>& eligibilities();
[[nodiscard]] const std::vector<std::string_view>& statuses();
/// Ways to reach a person for which consent is recorded.
[[nodiscard]] const std::vector<std::string_view>& channels();
/// Parts of a buying committee.
[[nodiscard]] const std::vector<std::string_view>& committee_slots();
/// Parts of a verdict that a CRM record may hold.
[[nodiscard]] const std::vector<std::string_view>& record_sources();
/// The ladder of a path: the only stage names that its profiles may use.
[[nodiscard]] const std::vector<std::string_view>& stage_ids(Path path);

/// The word for a value of one of the lists above.
template <typename Enum>
[[nodiscard]] std::string_view name_in(const std::vector<std::string_view>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

}  // namespace prequal::profile
