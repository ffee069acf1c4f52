#include <unistd.h>

#include "cli/commands.h"
#include "cli/load.h"
#include "cli/output.h"
#include "report/describe.h"

namespace prequal::cli {

Exit run_describe(const Arguments& arguments) {
  const auto usage = [](std::string_view detail) {
    say("prequal describe", Problem{.code = Code::usage, .detail = std::string(detail)});
    return Exit::unusable;
  };
  if (arguments.operands.size() != 1) return usage("describe takes one profile");
  const std::string_view lang = arguments.lang.value_or("en");
  if (lang != "en" && lang != "es") return usage("--lang is en or es");
  const std::string_view path = arguments.operands[0];
  const LoadedProfile loaded = load_profile(path);
  if (!loaded.program) {
    for (const Problem& problem : loaded.problems.list()) say(loaded.readable ? path : "", problem);
    return Exit::unusable;
  }
  Output output(STDOUT_FILENO);
  report::describe(loaded.program->profile, lang == "es" ? report::Language::es : report::Language::en, output.buffer());
  if (output.finish()) return Exit::fine;
  say({}, *output.failure());
  return Exit::unusable;
}

}  // namespace prequal::cli
