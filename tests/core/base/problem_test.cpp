#include "base/problem.h"

#include <array>
#include <set>

#include "base/limits.h"

using namespace prequal;

namespace {

struct Row {
  Code code;
  std::string_view name;
  std::string_view message;
  std::string_view remedy;
};

constexpr auto kRows = std::to_array<Row>({
#define PREQUAL_CODE(name, dotted, severity, message, remedy) {Code::name, dotted, message, remedy},
#include "base/codes.def"
#undef PREQUAL_CODE
});

}  // namespace

TEST_CASE("Every code has a name of its own, a text and a remedy, in plain words") {
  std::set<std::string_view> names;
  for (const Row& row : kRows) {
    INFO(row.name);
    CHECK(names.insert(row.name).second);
    CHECK(code_name(row.code) == row.name);
    CHECK_FALSE(row.message.empty());
    CHECK_FALSE(row.remedy.empty());
    for (const char c : row.name) CHECK(((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_'));
    for (const std::string_view word : {"please", "sorry", "invalid", "Please", "Sorry", "Invalid"}) {
      CHECK(row.message.find(word) == std::string_view::npos);
      CHECK(row.remedy.find(word) == std::string_view::npos);
    }
    // Only the two fields of a Problem can be filled in.
    for (const std::string_view text : {row.message, row.remedy}) {
      for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
        const std::string_view rest = text.substr(at);
        CHECK((rest.starts_with("{subject}") || rest.starts_with("{detail}") || rest.starts_with("{ }")));
      }
    }
  }
}

TEST_CASE("Problems are collected up to a limit, and errors counted beyond it") {
  Problems problems;
  CHECK(problems.empty());
  CHECK_FALSE(problems.has_errors());
  problems.add({.code = Code::text_missing_language});
  CHECK_FALSE(problems.has_errors());
  for (std::size_t i = 0; i < limits::kProblems * 2; ++i) problems.add({.code = Code::unknown_key});
  CHECK(problems.errors() == limits::kProblems * 2);
  CHECK(problems.list().size() == limits::kProblems + 1);
  CHECK(problems.list().back().code == Code::too_many_problems);
  CHECK(problems.list().front().code == Code::text_missing_language);
}

TEST_CASE("Severities have names") {
  CHECK(severity_name(Severity::info) == "info");
  CHECK(severity_name(Severity::warning) == "warning");
  CHECK(severity_name(Severity::error) == "error");
  CHECK(code_name(Code::none) == "none");
}
