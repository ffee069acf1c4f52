#include "cli/arguments.h"

#include <algorithm>
#include <array>
#include <string>

#include "profile/reader.h"

namespace prequal::cli {
namespace {

constexpr std::array<std::string_view, 11> kCommands{"",         "qualify",    "metrics", "audit", "accounts", "compare",
                                                     "allocate", "duplicates", "check",   "pack",  "describe"};

constexpr std::uint32_t bit(Command command) {
  return 1U << static_cast<unsigned>(command);
}
// The commands that read a list.
constexpr std::uint32_t kLists = bit(Command::qualify) | bit(Command::metrics) | bit(Command::audit) |
                                 bit(Command::accounts) | bit(Command::compare) | bit(Command::allocate) |
                                 bit(Command::duplicates);

struct Option {
  std::string_view name;
  std::uint32_t commands;  // that have it, one bit for each
  std::optional<std::string_view> Arguments::* value;
};

constexpr auto kOptions = std::to_array<Option>({
    {"--profile", kLists, &Arguments::profile},
    {"--as-of", kLists, &Arguments::as_of},
    {"--format", kLists, &Arguments::format},
    {"--output", kLists | bit(Command::describe), &Arguments::output},
    {"--map", kLists, &Arguments::map},
    {"--with", bit(Command::compare), &Arguments::with},
    {"--seed", bit(Command::audit), &Arguments::seed},
    {"--group", bit(Command::audit), &Arguments::group},
    {"--lang", bit(Command::describe), &Arguments::lang},
    {"--page", bit(Command::describe), &Arguments::page},
    {"-o", bit(Command::pack), &Arguments::out},
    {"--for", bit(Command::pack), &Arguments::whom},
});

Problem usage(std::string detail) {
  return {.code = Code::usage, .detail = std::move(detail)};
}

std::string quoted(std::string_view text) {
  return std::string("\"").append(text).append("\"");
}

Problem unknown_option(std::string_view name, Command command) {
  std::vector<std::string_view> known{"--help", "--version"};
  for (const Option& option : kOptions) {
    if ((option.commands & bit(command)) != 0) known.push_back(option.name);
  }
  return usage("there is no option " + quoted(name) + "; " + profile::suggest(name, known));
}

Problem unknown_command(std::string_view name) {
  return usage("there is no command " + quoted(name) + "; " +
               profile::suggest(name, {kCommands.begin() + 1, kCommands.end()}));
}

}  // namespace

std::string_view command_name(Command command) {
  return kCommands[static_cast<std::size_t>(command)];
}

std::expected<Arguments, Problem> parse_arguments(const std::vector<std::string_view>& words) {
  Arguments out;
  bool options = true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (options && word == "--") {
      options = false;
    } else if (options && (word == "--help" || word == "-h")) {
      out.help = true;
    } else if (options && (word == "--version" || word == "-V")) {
      out.version = true;
    } else if (options && word.size() > 1 && word.starts_with('-')) {
      const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string_view::npos;
      const std::string_view name = word.substr(0, equals);
      const auto option = std::ranges::find_if(
          kOptions, [&](const Option& entry) { return entry.name == name && (entry.commands & bit(out.command)) != 0; });
      if (option == kOptions.end()) return std::unexpected(unknown_option(name, out.command));
      auto& value = out.*(option->value);
      if (value) return std::unexpected(usage("the option " + quoted(name) + " stands twice"));
      if (equals != std::string_view::npos) {
        value = word.substr(equals + 1);
      } else if (i + 1 < words.size()) {
        value = words[++i];
      } else {
        return std::unexpected(usage("the option " + quoted(name) + " needs a value"));
      }
    } else if (out.command == Command::none && options) {
      if (word == "help") {
        out.help = true;
        continue;
      }
      const auto found = std::ranges::find(kCommands, word);
      if (found == kCommands.end() || word.empty()) return std::unexpected(unknown_command(word));
      out.command = static_cast<Command>(found - kCommands.begin());
    } else {
      out.operands.push_back(word);
    }
  }
  return out;
}

}  // namespace prequal::cli
