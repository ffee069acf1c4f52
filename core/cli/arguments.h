// Floor: cli. The command line.
#pragma once

#include <expected>
#include <optional>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace prequal::cli {

enum class Command : std::uint8_t {
  none,
  qualify,
  metrics,
  audit,
  accounts,
  compare,
  allocate,
  duplicates,
  check,
  pack,
  describe
};
[[nodiscard]] std::string_view command_name(Command command);

/// What was asked for. Texts borrow from the arguments of the process.
struct Arguments {
  Command command = Command::none;
  bool help = false;
  bool version = false;
  std::optional<std::string_view> profile{};
  std::optional<std::string_view> with{};
  std::optional<std::string_view> as_of{};
  std::optional<std::string_view> format{};
  std::optional<std::string_view> output{};
  std::optional<std::string_view> map{};
  std::optional<std::string_view> seed{};
  std::optional<std::string_view> group{};
  std::optional<std::string_view> lang{};
  std::optional<std::string_view> out{};
  std::optional<std::string_view> whom{};  ///< what a profile is packed for
  std::optional<std::string_view> page{};
  std::vector<std::string_view> operands{};
};

/// Reads the arguments, without the program's name: "--option VALUE", "--option=VALUE", "--" before operands that start with
/// a hyphen.
[[nodiscard]] std::expected<Arguments, Problem> parse_arguments(const std::vector<std::string_view>& words);

}  // namespace prequal::cli
