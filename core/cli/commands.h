// Floor: cli. The commands.
#pragma once

#include "cli/arguments.h"
#include "cli/console.h"

namespace prequal::cli {

/// Verdicts of a list.
[[nodiscard]] Exit run_qualify(const Arguments& arguments);
/// All problems of profiles.
[[nodiscard]] Exit run_check(const Arguments& arguments);
/// A profile in plain words.
[[nodiscard]] Exit run_describe(const Arguments& arguments);

}  // namespace prequal::cli
