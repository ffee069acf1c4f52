// Profile documents. A text that compiles gives a profile that qualifies an empty lead; one that does not gives problems
// with places inside the text.
#include <algorithm>

#include "fuzzing.h"

using namespace prequal;
using namespace prequal::fuzzing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Exact input(data, size);
  Problems problems;
  auto profile = profile::Profile::compile(input.text(), problems);
  PREQUAL_MUST(profile.has_value() == !problems.has_errors());
  const auto lines = static_cast<std::uint32_t>(std::count(input.text().begin(), input.text().end(), '\n')) + 1;
  for (const Problem& problem : problems.list()) {
    PREQUAL_MUST(problem.code != Code::none);
    PREQUAL_MUST(problem.line <= lines);
    PREQUAL_MUST(problem.pointer.empty() || problem.pointer[0] == '/');
    PREQUAL_MUST(find_malformed_utf8(problem.subject) == std::string_view::npos);
    PREQUAL_MUST(find_malformed_utf8(problem.detail) == std::string_view::npos);
  }
  if (!profile) {
    PREQUAL_MUST(!profile.error().empty());
    return 0;
  }
  report::Program program(std::move(*profile));
  report::Qualifier qualifier(program);
  const lead::RawLead nothing;
  check_verdict(qualifier, nothing);
  lead::RawLead something;
  for (std::size_t i = 0; i < program.profile.model().fields.size() && i < 8; ++i) {
    something.add(static_cast<lead::Slot>(i), i % 2 == 0 ? "yes" : "12");
  }
  check_verdict(qualifier, something);
  return 0;
}
