// Floor: cli. The commands.
#pragma once

#include "cli/arguments.h"
#include "cli/console.h"

namespace prequal::cli {

/// Verdicts of a list.
[[nodiscard]] Exit run_qualify(const Arguments& arguments);
/// What came of the leads of a list.
[[nodiscard]] Exit run_metrics(const Arguments& arguments);
/// What a review of the model looks at.
[[nodiscard]] Exit run_audit(const Arguments& arguments);
/// The leads of a list by organization.
[[nodiscard]] Exit run_accounts(const Arguments& arguments);
/// Two versions of a profile over the same leads.
[[nodiscard]] Exit run_compare(const Arguments& arguments);
/// Which team takes which leads of a list now.
[[nodiscard]] Exit run_allocate(const Arguments& arguments);
/// Which leads of a list are the same.
[[nodiscard]] Exit run_duplicates(const Arguments& arguments);
/// All problems of profiles.
[[nodiscard]] Exit run_check(const Arguments& arguments);
/// A compiled profile as bytes, for pages.
[[nodiscard]] Exit run_pack(const Arguments& arguments);
/// A profile in plain words.
[[nodiscard]] Exit run_describe(const Arguments& arguments);

}  // namespace prequal::cli
