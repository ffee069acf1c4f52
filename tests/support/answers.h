// Puts a hypothesis of the guide floor into a lead document, as a person would have typed it: so that what guidance tries
// out on its own shortcut is checked along the whole way from JSON to verdict.
#pragma once

#include "guide/hypothesis.h"
#include "support/workbench.h"

namespace prequal::testing {

/// The answer in JSON, as of kNow. Requires: a field and not a consent.
[[nodiscard]] Json answer_of(const profile::Profile& profile, const guide::Hypothesis& hypothesis);

/// Sets the answer, or gives the consent, in a lead document.
void put_answer(Json& lead, const profile::Profile& profile, const guide::Hypothesis& hypothesis);

}  // namespace prequal::testing
