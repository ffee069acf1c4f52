// Floor: report. Sentences for codes, in the shipped languages (texts.def).
#pragma once

#include <cstdint>
#include <string_view>

#include "profile/model.h"

namespace prequal::report {

enum class Language : std::uint8_t { en, es };

/// The text for a key such as "reason.out_of_area"; the key itself when there is none. Cost: a binary search.
[[nodiscard]] std::string_view text_for(Language language, std::string_view key);
/// The same, for a key in two parts.
[[nodiscard]] std::string_view text_for(Language language, std::string_view prefix, std::string_view code);
/// A profile's own text, with English in place of a missing Spanish one.
[[nodiscard]] std::string_view text_in(Language language, const profile::Text& text);

}  // namespace prequal::report
