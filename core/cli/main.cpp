// The command prequal.
#include <unistd.h>

#include <csignal>
#include <string_view>
#include <vector>

#include "cli/commands.h"
#include "cli/help.h"
#include "cli/output.h"

namespace {

using prequal::cli::Exit;

Exit print(std::string_view text) {
  prequal::cli::Output output(STDOUT_FILENO);
  output.buffer().append(text);
  if (output.finish()) return Exit::fine;
  prequal::cli::say({}, *output.failure());
  return Exit::unusable;
}

Exit run(const std::vector<std::string_view>& words) {
  using prequal::cli::Command;
  const auto arguments = prequal::cli::parse_arguments(words);
  if (!arguments) {
    prequal::cli::say("prequal", arguments.error());
    return Exit::unusable;
  }
  if (arguments->help) return print(help_text(arguments->command));
  if (arguments->version) return print(prequal::cli::version_text());
  switch (arguments->command) {
    case Command::qualify: return run_qualify(*arguments);
    case Command::metrics: return run_metrics(*arguments);
    case Command::audit: return run_audit(*arguments);
    case Command::accounts: return run_accounts(*arguments);
    case Command::compare: return run_compare(*arguments);
    case Command::allocate: return run_allocate(*arguments);
    case Command::duplicates: return run_duplicates(*arguments);
    case Command::check: return run_check(*arguments);
    case Command::pack: return run_pack(*arguments);
    case Command::describe: return run_describe(*arguments);
    case Command::none: break;
  }
  prequal::cli::say(
      "prequal", {.code = prequal::Code::usage,
                  .detail = "a command is needed: qualify, metrics, audit, accounts, compare, allocate, duplicates, check, "
                            "pack or describe"});
  return Exit::unusable;
}

}  // namespace

int main(int count, char** words) {
  // A reader that has gone shows as a failed write, with a message, and not as a silent end.
  (void)std::signal(SIGPIPE, SIG_IGN);
  return static_cast<int>(run({words + (count > 0 ? 1 : 0), words + count}));
}
