// Floor: profile. Codes of the facts that are words. A profile may add segments of its own; their codes follow the standard ones.
#pragma once

#include <cstdint>
#include <string_view>

#include "profile/facts.h"
#include "profile/model.h"

namespace prequal::profile {

/// Codes of that fact run from 1 to this.
[[nodiscard]] std::uint32_t fact_codes(const Model& model, Fact fact);
/// The code of a word of that fact, or 0. Cost: looks at the words one by one.
[[nodiscard]] std::uint32_t fact_code(const Model& model, Fact fact, std::string_view word);
/// The word of a code from 1 to `fact_codes`.
[[nodiscard]] std::string_view fact_word(const Model& model, Fact fact, std::uint32_t code);

}  // namespace prequal::profile
