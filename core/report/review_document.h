// Floor: report. A reviewer's act and what came of it, as JSON: what review pages record.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "report/qualifier.h"

namespace prequal::report {

/// Checks an act against the lead that `qualifier` decided last and appends one object: allowed, stage, record, rejection,
/// ops_error, problems (codes and what they are about), and entry, the dated line for the lead's history. The act is an object of texts: action, by, reason,
/// to, until, resume_when, note (see decide::ReviewAction); `at` is RFC 3339 and defaults to the time of the verdict. A
/// problem when the act is not such an object; then nothing is appended. Nothing is changed by this: the caller keeps the
/// entry, or does not.
[[nodiscard]] std::optional<Problem> append_review(std::string& out, const Qualifier& qualifier, std::string_view act);

}  // namespace prequal::report
