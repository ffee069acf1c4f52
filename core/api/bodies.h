// Floor: api. What stands behind the handles of prequal.h.
#pragma once

#include "api/prequal.h"
#include "decide/outcomes.h"
#include "lead/slots.h"
#include "lists/list.h"
#include "report/qualifier.h"
#include "report/texts.h"

namespace prequal::api {

struct Profile::Body {
  report::Program program;
  lead::Slots slots;
  std::vector<Problem> warnings;

  Body(profile::Profile compiled, std::vector<Problem> found)
      : program(std::move(compiled)), slots(program.profile), warnings(std::move(found)) {}
};

[[nodiscard]] Problem to_public(const prequal::Problem& problem);
[[nodiscard]] std::vector<Problem> to_public(const std::vector<prequal::Problem>& problems);
[[nodiscard]] Outcome outcome_at(const decide::Outcomes& outcomes, std::size_t lead);
[[nodiscard]] inline report::Language to_language(Language language) {
  return language == Language::es ? report::Language::es : report::Language::en;
}
[[nodiscard]] inline Instant to_instant(Time time) {
  return {time.seconds, time.offset_minutes};
}

}  // namespace prequal::api
