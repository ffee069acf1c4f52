// What tests of several floors need again and again: small profiles, leads as JSON, verdicts as trees.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/time.h"
#include "report/qualifier.h"

namespace prequal::testing {

using Json = nlohmann::ordered_json;

/// 2026-11-20T15:00:00Z, a Friday.
inline constexpr Instant kNow{1795186800, 0};

/// The smallest profile without problems: one field of each type, one rule of each positive category, one route.
[[nodiscard]] Json small_profile();

/// Parses a text that the test itself holds.
[[nodiscard]] Json json(std::string_view text);

/// Compiles a profile that must be good; the test fails with its problems otherwise.
[[nodiscard]] std::unique_ptr<report::Program> program_of(const Json& profile);
[[nodiscard]] std::unique_ptr<report::Program> program_of_text(std::string_view profile);
/// All problems, warnings included.
[[nodiscard]] std::vector<Problem> problems_of(std::string_view profile);
/// "code pointer line:column subject", one line each: what a table of expected problems compares with.
[[nodiscard]] std::string to_line(const Problem& problem);

/// One lead through everything. The lead is given as JSON text.
[[nodiscard]] std::string verdict_text(const report::Program& program, std::string_view lead, Instant now = kNow);
[[nodiscard]] Json verdict_of(const report::Program& program, const Json& lead, Instant now = kNow);

/// A file of the repository; the test fails when it is not there.
[[nodiscard]] std::string path_of(std::string_view path_from_root);
[[nodiscard]] std::string read_file(std::string_view path_from_root);
/// The files of a folder of the repository with that ending, sorted; paths from the root.
[[nodiscard]] std::vector<std::string> list_files(std::string_view folder_from_root, std::string_view ending);

/// An environment variable as a number.
[[nodiscard]] long environment_number(const char* name, long otherwise);
/// True when the long run was asked for (PREQUAL_NIGHTLY=1).
[[nodiscard]] bool is_nightly();

}  // namespace prequal::testing
