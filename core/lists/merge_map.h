// Floor: lists. What becomes of the leads of a cluster when a person merges them: which record survives, where each value comes
// from, and every value that gives way, so that nothing is lost.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lists/duplicates.h"

namespace prequal::lists {

/// Appends one cluster as a JSON object (docs/duplicates.md). The oldest record survives and gives id, time and source; of every
/// other column the newest value counts; of consent the strictest. The order of the list plays no part as long as the leads have
/// different times or texts. Requires: search.done(). Cost: reads and qualifies each of its leads once.
void write_merge_map(List& list, const DuplicateSearch& search, std::size_t cluster, std::string& out);

/// Appends the one lead document that stands for these leads of the list (R03-11), as lead/duplicates.h merges documents.
void write_merged(List& list, const std::vector<std::uint32_t>& leads, std::string& out);

}  // namespace prequal::lists
