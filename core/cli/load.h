// Floor: cli. Files that steer the command: profiles and mappings.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "lists/mapping.h"
#include "report/qualifier.h"

namespace prequal::cli {

/// What came of reading a profile file.
struct LoadedProfile {
  std::unique_ptr<report::Program> program{};  ///< nothing when there are errors
  Problems problems{};
  bool readable = true;  ///< the file itself could be read
};
[[nodiscard]] LoadedProfile load_profile(std::string_view path);

/// The same, and says what is wrong with it. Nothing when it cannot be used.
[[nodiscard]] std::unique_ptr<report::Program> load_program(std::string_view path);

/// Reads a mapping file and says its problems. Nothing when it cannot be used.
[[nodiscard]] std::optional<lists::Mapping> load_mapping(std::string_view path, const profile::Profile& profile);

}  // namespace prequal::cli
