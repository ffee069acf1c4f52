#include "boundary.h"

#include "base/json_writer.h"

namespace prequal::wasm {

Boundary& boundary() {
  static Boundary instance;
  return instance;
}

// Codes and parameters only: sentences are the web package's affair.
unsigned Boundary::answer(const std::vector<Problem>& problems) {
  JsonWriter json(start());
  json.begin_array();
  for (const Problem& problem : problems) {
    json.begin_object().field("code", code_name(problem.code)).field("severity", severity_name(problem.severity()));
    if (!problem.pointer.empty()) json.field("pointer", problem.pointer);
    if (problem.line != 0) json.field("line", problem.line).field("column", problem.column);
    if (problem.row != 0) json.field("row", static_cast<std::int64_t>(problem.row));
    if (!problem.subject.empty()) json.field("subject", problem.subject);
    if (!problem.detail.empty()) json.field("detail", problem.detail);
    json.end_object();
  }
  json.end_array();
  return length();
}

unsigned column_address(const decide::Outcomes& outcomes, unsigned column) {
  const void* const columns[] = {
#define PREQUAL_OUTCOME(member, element) outcomes.member.data(),
#include "api/outcome_columns.def"
#undef PREQUAL_OUTCOME
  };
  return column < std::size(columns) ? address(columns[column]) : 0;
}

}  // namespace prequal::wasm
