// Floor: report. The words in which profiles are described (describe_phrases.def).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "report/texts.h"

namespace prequal::report {

enum class Phrase : std::uint8_t {
#define PREQUAL_PHRASE(name, en, es) name,
#include "report/describe_phrases.def"
#undef PREQUAL_PHRASE
};

/// The phrase with {0} and {1} filled in.
[[nodiscard]] std::string phrase(Language language, Phrase which, std::string_view first = {},
                                 std::string_view second = {});

}  // namespace prequal::report
