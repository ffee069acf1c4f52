// Floor: quality. Names of people in the form in which records are compared, and how alike two of them are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace prequal::quality {

/// Appends the given name of a person to `given` and what follows it, without middle initials, to `family`; both folded. Titles,
/// degrees and "Jr" are left out, "Reyes, Dana" is turned round. A single word goes to `family`. Cost: linear in the name.
void split_name(std::string_view text, std::string& given, std::string& family);

/// The last word, by which people with several are known.
[[nodiscard]] std::string_view view_last_word(std::string_view words);

/// How two given names or two family names compare.
enum class NameLikeness : std::uint8_t {
  differs,
  initial,     ///< one is the first letter of the other
  short_form,  ///< Bill and William; or one starts with the other
  typed,       ///< one typing mistake apart, or nearly: the same name when one of the two is rare
  sound,       ///< sounds alike and is written much alike
  part,        ///< one of two family names
  same,
};
[[nodiscard]] NameLikeness compare_given(std::string_view a, std::string_view b);
[[nodiscard]] NameLikeness compare_family(std::string_view a, std::string_view b);

/// At most one letter too many, missing, replaced or swapped with its neighbour. Symmetric. Cost: one pass.
[[nodiscard]] bool is_one_edit(std::string_view a, std::string_view b);

}  // namespace prequal::quality
