#include "profile/pack.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "cli/commands.h"
#include "cli/load.h"
#include "cli/output.h"

namespace prequal::cli {

Exit run_pack(const Arguments& arguments) {
  const auto unusable = [](std::string_view file, const Problem& problem) {
    say(file, problem);
    return Exit::unusable;
  };
  if (arguments.operands.size() != 1) {
    return unusable("prequal pack", {.code = Code::usage, .detail = "pack takes one profile"});
  }
  if (arguments.whom && *arguments.whom != "page") {
    return unusable("prequal pack", {.code = Code::usage, .detail = "--for can be page; without it everything is packed"});
  }
  const auto program = load_program(arguments.operands[0]);
  if (!program) return Exit::unusable;
  const bool to_file = arguments.out && *arguments.out != "-";
  const std::string name(arguments.out.value_or("-"));
  if (!to_file && isatty(STDOUT_FILENO) == 1) {
    return unusable("prequal pack", {.code = Code::usage, .detail = "a packed profile is no text; give -o FILE"});
  }
  constexpr mode_t kReadable = 0644;
  const int descriptor =
      to_file ? ::open(name.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kReadable) : STDOUT_FILENO;
  if (descriptor < 0) return unusable({}, {.code = Code::file_write, .detail = system_message(errno)});
  Output output(descriptor);
  output.buffer() =
      profile::to_packed(program->profile, arguments.whom ? profile::PackFor::page : profile::PackFor::everyone);
  if (output.finish()) return Exit::fine;
  if (to_file) (void)::unlink(name.c_str());  // better none than half of one
  return unusable({}, *output.failure());
}

}  // namespace prequal::cli
