// Messages with one identifier of a known kind, or with an ordinary number that only looks like one, in English and Spanish.
#pragma once

#include <string>
#include <string_view>

#include "support/random.h"

namespace prequal::testing {

struct IdentifierText {
  std::string text;
  std::string value;      ///< what has to be found in it; empty: nothing is there
  std::string_view kind;  ///< code of quality/sensitive.def, or what kind of ordinary number it is
};

/// Written from the list of the Safe Harbor method (45 CFR 164.514(b)(2)) and from forms of clinics, not from the rules.
[[nodiscard]] IdentifierText make_identifier(Random& random);
[[nodiscard]] IdentifierText make_ordinary_number(Random& random);

}  // namespace prequal::testing
