#include "cli/arguments.h"

#include <algorithm>
#include <array>
#include <string>

#include "profile/reader.h"

namespace prequal::cli {
namespace {

constexpr std::array<std::string_view, 9> kCommands{"",           "qualify", "metrics", "compare", "allocate",
                                                    "duplicates", "check",   "pack",    "describe"};

struct Option {
  std::string_view name;
  Command command;  // the one that has it
  std::optional<std::string_view> Arguments::* value;
};

constexpr auto kOptions = std::to_array<Option>({
    {"--profile", Command::qualify, &Arguments::profile},
    {"--as-of", Command::qualify, &Arguments::as_of},
    {"--format", Command::qualify, &Arguments::format},
    {"--output", Command::qualify, &Arguments::output},
    {"--map", Command::qualify, &Arguments::map},
    {"--profile", Command::metrics, &Arguments::profile},
    {"--as-of", Command::metrics, &Arguments::as_of},
    {"--format", Command::metrics, &Arguments::format},
    {"--output", Command::metrics, &Arguments::output},
    {"--map", Command::metrics, &Arguments::map},
    {"--profile", Command::compare, &Arguments::profile},
    {"--as-of", Command::compare, &Arguments::as_of},
    {"--format", Command::compare, &Arguments::format},
    {"--output", Command::compare, &Arguments::output},
    {"--map", Command::compare, &Arguments::map},
    {"--profile", Command::allocate, &Arguments::profile},
    {"--as-of", Command::allocate, &Arguments::as_of},
    {"--format", Command::allocate, &Arguments::format},
    {"--output", Command::allocate, &Arguments::output},
    {"--map", Command::allocate, &Arguments::map},
    {"--profile", Command::duplicates, &Arguments::profile},
    {"--as-of", Command::duplicates, &Arguments::as_of},
    {"--format", Command::duplicates, &Arguments::format},
    {"--output", Command::duplicates, &Arguments::output},
    {"--map", Command::duplicates, &Arguments::map},
    {"--with", Command::compare, &Arguments::with},
    {"--lang", Command::describe, &Arguments::lang},
    {"-o", Command::pack, &Arguments::out},
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
    if (option.command == command) known.push_back(option.name);
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
          kOptions, [&](const Option& entry) { return entry.name == name && entry.command == out.command; });
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
