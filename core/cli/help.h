// Floor: cli. What --help and --version print.
#pragma once

#include <string>

#include "cli/arguments.h"

namespace prequal::cli {

/// The manual page of a command, or of the program.
[[nodiscard]] std::string help_text(Command command);
[[nodiscard]] std::string version_text();

}  // namespace prequal::cli
