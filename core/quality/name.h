// Floor: quality. Names of people: what somebody typed to get past a form, told apart from rare real names.
#pragma once

#include <cstdint>
#include <string_view>

namespace prequal::quality {

enum class NameVerdict : std::uint8_t {
  plausible,  ///< can be a name; every script is accepted, and names in other than Latin letters are not looked at further
  placeholder,  ///< a word instead of a name: test, n/a, John Doe
  mash,         ///< keys hit at random: asdf, sdkfjh
  no_name,      ///< an e-mail address, a web address or a number where a name was asked for
};

/// Looks at a name as it was typed (well-formed UTF-8) and at the same text folded (base/text.h). Never more than a doubt:
/// real names are rarer than any table. Cost: one pass.
[[nodiscard]] NameVerdict check_person_name(std::string_view text, std::string_view folded);

/// Is a single folded word more likely keys hit at random than a name? False for words with other than the letters a to z.
[[nodiscard]] bool is_mash(std::string_view word);

/// Does the word hold three letters in a row that stand in no name of the tables? A mistyped word often does.
[[nodiscard]] bool has_odd_letters(std::string_view word);

}  // namespace prequal::quality
