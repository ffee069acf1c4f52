// Floor: cli. The manual pages as data: what each command says of itself. help.h makes pages of them.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "cli/arguments.h"

namespace prequal::cli {

/// One page. Texts that are longer than a line are indented as they are printed and end with a line feed; what is empty is
/// left out.
struct ManualPage {
  Command command = Command::none;
  std::string_view does{};  ///< in a few words, for the line of its name
  std::string_view synopsis{};
  std::string_view description{};
  std::string_view options{};  ///< but those that all commands with a list have
  std::string_view limits{};
  std::string_view exit_status{};  ///< of a command without a list
  std::string_view examples{};
  std::string_view list_verb{};  ///< what happens to the records that can be read; empty for a command without a list
  std::string_view list_options_note{};  ///< follows the line on the options that all commands with a list have
  bool names_profiles = false;           ///< tells its profiles itself
  bool tells_list_options = false;       ///< where the other pages refer to
};

[[nodiscard]] std::span<const ManualPage* const> list_manual();
[[nodiscard]] std::span<const ManualPage* const> profile_manual();

}  // namespace prequal::cli
