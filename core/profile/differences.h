// Floor: profile. What is different between two versions of a profile, entry by entry.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "profile/document.h"

namespace prequal::profile {

enum class DifferenceKind : std::uint8_t { added, removed, changed };
[[nodiscard]] std::string_view difference_kind_name(DifferenceKind kind);

struct Difference {
  DifferenceKind kind = DifferenceKind::changed;
  std::string_view category;         ///< what kind of change it is (R18-10): "fit", "routing", "thresholds"
  std::string_view section;          ///< key of the profile document
  std::string id;                    ///< of the entry, or the name of the member; empty for the whole section
  std::vector<std::string> members;  ///< of a changed entry: what differs in it, by name
};

/// Compares two documents by the ids of their entries; order counts only where the first that holds wins (stages, routes,
/// service levels, dimensions, grades). Version, change log, agreement, names and notes are no differences. Views point
/// into the documents and into tables.
[[nodiscard]] std::vector<Difference> find_differences(const Document& before, const Document& after);

/// The categories of these differences, each once, in the order in which they occur.
[[nodiscard]] std::vector<std::string_view> categories_of(const std::vector<Difference>& differences);

}  // namespace prequal::profile
