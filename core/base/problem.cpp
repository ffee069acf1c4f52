#include "base/problem.h"

#include <array>

#include "base/limits.h"

namespace prequal {
namespace {

struct CodeInfo {
  std::string_view name;
  Severity severity;
};

constexpr auto kCodes = std::to_array<CodeInfo>({
    {"none", Severity::info},
#define PREQUAL_CODE(name, dotted, severity, message, remedy) {dotted, Severity::severity},
#include "base/codes.def"
#undef PREQUAL_CODE
});

}  // namespace

std::string_view code_name(Code code) {
  return kCodes[static_cast<std::size_t>(code)].name;
}

Severity code_severity(Code code) {
  return kCodes[static_cast<std::size_t>(code)].severity;
}

std::string_view severity_name(Severity severity) {
  constexpr std::array<std::string_view, 3> kNames{"info", "warning", "error"};
  return kNames[static_cast<std::size_t>(severity)];
}

void Problems::add(Problem problem) {
  if (problem.severity() == Severity::error) ++errors_;
  if (list_.size() < limits::kProblems) {
    list_.push_back(std::move(problem));
  } else if (list_.size() == limits::kProblems) {
    list_.push_back({.code = Code::too_many_problems});
  }
}

}  // namespace prequal
