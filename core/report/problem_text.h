// Floor: report. Problems as sentences and as JSON. The texts stand in base/codes.def and are compiled only here.
#pragma once

#include <string>
#include <string_view>

#include "base/json_writer.h"
#include "base/problem.h"

namespace prequal::report {

/// What is wrong, with the subject and detail of the problem filled in. English, no full stop, one line.
[[nodiscard]] std::string to_message(const Problem& problem);
/// What to do about it.
[[nodiscard]] std::string to_remedy(const Problem& problem);

/// Writes the problem as an object: code, severity, message, remedy, and pointer, line, column, row, subject where it has
/// them. The shape of Problem in web/engine/src/types.ts.
void write_problem(JsonWriter& json, const Problem& problem);

}  // namespace prequal::report
