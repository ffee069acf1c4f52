// Floor: quality. How alike two texts are, in whole numbers so that every machine agrees.
#pragma once

#include <cstdint>
#include <string_view>

namespace prequal::quality {

/// Likeness in parts of this.
inline constexpr std::int32_t kAlike = 1000;

/// Jaro-Winkler likeness of two folded texts, 0 to kAlike; bytes are compared, the first 64 of each. Symmetric.
/// Cost: O(length x length / 2) with small constants.
[[nodiscard]] std::int32_t compare_texts(std::string_view a, std::string_view b);

/// A code for how a folded word sounds in English: its first letter and up to three classes of consonants (Soundex).
/// 0 for a word that does not start with a letter from a to z.
[[nodiscard]] std::uint32_t sound_of(std::string_view word);

}  // namespace prequal::quality
