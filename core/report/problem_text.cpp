#include "report/problem_text.h"

#include <array>

namespace prequal::report {
namespace {

struct CodeText {
  std::string_view message;
  std::string_view remedy;
};

constexpr auto kTexts = std::to_array<CodeText>({
    {"", ""},
#define PREQUAL_CODE(name, dotted, severity, message, remedy) {message, remedy},
#include "base/codes.def"
#undef PREQUAL_CODE
});

// One line, whatever a document holds: control characters become spaces.
void append_plain(std::string& out, std::string_view text) {
  for (const char c : text) out.push_back(static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c);
}

std::string fill(std::string_view text, const Problem& problem) {
  constexpr std::string_view kSubject = "{subject}";
  constexpr std::string_view kDetail = "{detail}";
  std::string out;
  while (!text.empty()) {
    const std::size_t brace = text.find('{');
    out.append(text.substr(0, brace));
    if (brace == std::string_view::npos) break;
    text.remove_prefix(brace);
    if (text.starts_with(kSubject)) {
      append_plain(out, problem.subject);
      text.remove_prefix(kSubject.size());
    } else if (text.starts_with(kDetail)) {
      append_plain(out, problem.detail);
      text.remove_prefix(kDetail.size());
    } else {
      out.push_back(text.front());
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace

std::string to_message(const Problem& problem) {
  return fill(kTexts[static_cast<std::size_t>(problem.code)].message, problem);
}

std::string to_remedy(const Problem& problem) {
  return fill(kTexts[static_cast<std::size_t>(problem.code)].remedy, problem);
}

void write_problem(JsonWriter& json, const Problem& problem) {
  json.begin_object().field("code", code_name(problem.code)).field("severity", severity_name(problem.severity()));
  json.field("message", to_message(problem)).field("remedy", to_remedy(problem));
  if (!problem.pointer.empty()) json.field("pointer", problem.pointer);
  if (problem.line != 0) json.field("line", problem.line);
  if (problem.column != 0) json.field("column", problem.column);
  if (problem.row != 0) json.field("row", static_cast<std::int64_t>(problem.row));
  if (!problem.subject.empty()) json.field("subject", problem.subject);
  json.end_object();
}

}  // namespace prequal::report
