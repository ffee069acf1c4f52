// Small random profiles and leads that are always well-formed, for tests of laws that hold for every profile.
#pragma once

#include "support/random.h"
#include "support/workbench.h"

namespace prequal::testing {

struct ProfileShape {
  bool states = true;    ///< conditions on data states ("answered")
  bool facts = true;     ///< conditions on facts: consent, contact
  bool touches = true;   ///< conditions on touches, and signals
  bool outcomes = true;  ///< conditions on bands, stage and the like in stages, reasons and routes
  bool negation = true;  ///< not, is_none_of
  std::size_t most_fields = 6;
};

[[nodiscard]] Json random_profile(Random& random, const ProfileShape& shape = {});

/// An answer to a field; most are values, some malformed, some "not sure".
[[nodiscard]] Json random_answer(Random& random, const Json& profile, const Json& field);
/// A value that the field takes for known.
[[nodiscard]] Json random_value(Random& random, const Json& profile, const Json& field);
[[nodiscard]] Json random_lead(Random& random, const Json& profile, unsigned percent_answered = 60, bool touches = true);

/// One value of each class that the profile's conditions can tell apart: all completions of an unknown field.
[[nodiscard]] std::vector<Json> values_of(const Json& profile, const Json& field);

}  // namespace prequal::testing
