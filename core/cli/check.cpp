#include <unistd.h>

#include "cli/commands.h"
#include "cli/load.h"
#include "cli/output.h"

namespace prequal::cli {
namespace {

std::string count_of(std::uint64_t count, std::string_view what) {
  return grouped(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

std::string last_line(std::string_view file, const Problems& problems) {
  std::uint64_t warnings = 0;
  for (const Problem& problem : problems.list()) warnings += problem.severity() == Severity::warning ? 1U : 0U;
  std::string out(file);
  if (problems.empty()) return out + ": no problems\n";
  return out + ": " + count_of(problems.errors(), "error") + ", " + count_of(warnings, "warning") + "\n";
}

}  // namespace

Exit run_check(const Arguments& arguments) {
  if (arguments.operands.empty()) {
    say("prequal check", Problem{.code = Code::usage, .detail = "check needs at least one profile"});
    return Exit::unusable;
  }
  Output output(STDOUT_FILENO);
  Exit exit = Exit::fine;
  for (const std::string_view path : arguments.operands) {
    const LoadedProfile loaded = check_profile(path);
    if (!loaded.readable) {
      say({}, loaded.problems.list().front());
      exit = Exit::unusable;
      continue;
    }
    for (const Problem& problem : loaded.problems.list()) output.buffer().append(to_lines(path, problem));
    output.buffer().append(last_line(path, loaded.problems));
    if (!loaded.program && exit == Exit::fine) exit = Exit::problems;
    if (!output.line_done()) break;
  }
  if (!output.finish()) {
    say({}, *output.failure());
    return Exit::unusable;
  }
  return exit;
}

}  // namespace prequal::cli
