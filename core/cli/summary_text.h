// Floor: cli. The counts of a list for people.
#pragma once

#include <string>
#include <string_view>

#include "lists/summary.h"

namespace prequal::cli {

/// Appends the summary as plain text: bands, eligibility, reasons, criteria, columns. What counts nothing is left out, but
/// for bands, eligibility and criteria.
void append_summary_text(std::string& out, const lists::Summary& summary, const lists::SummaryFacts& facts,
                         const std::vector<lists::Column>& columns, const lists::Names& names, std::string_view list);

}  // namespace prequal::cli
