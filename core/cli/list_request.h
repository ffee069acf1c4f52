// Floor: cli. What all commands that read a list have in common: their options, and the list itself read whole.
#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.h"
#include "cli/console.h"
#include "cli/output.h"
#include "lists/list.h"

namespace prequal::cli {

/// A wrong command line.
[[nodiscard]] Problem usage(std::string detail);

struct ListRequest {
  lists::Format format = lists::Format::automatic;
  std::optional<Instant> now{};
};
/// Checks --profile, --format, --as-of and the number of inputs.
[[nodiscard]] std::expected<ListRequest, Problem> read_list_request(const Arguments& arguments);

/// Says as of when the leads count, when that was not given.
void say_as_of(const lists::AsOf& as_of);

/// A list that was read to its end, once for each of the programs.
struct WholeList {
  std::vector<std::unique_ptr<lists::List>> lists{};
  std::string name{};         ///< of the input
  bool had_problems = false;  ///< some record was not read, or had problems
};

/// Reads the input of `arguments`; all lists count as of the same time. Says what is wrong; nothing when the list cannot be
/// used. Memory: the bytes of the list for each program.
[[nodiscard]] std::optional<WholeList> read_whole_list(const Arguments& arguments, const ListRequest& request,
                                                       const std::vector<const report::Program*>& programs);

/// "text" (the default) or "json".
[[nodiscard]] std::expected<bool, Problem> wants_json(const Arguments& arguments);

/// Writes the output to its end and gives the exit status.
[[nodiscard]] Exit finish_output(Output& output, bool had_problems);

}  // namespace prequal::cli
