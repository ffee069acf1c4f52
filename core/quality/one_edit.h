// Floor: quality. Single typing mistakes.
#pragma once

#include <cstdint>
#include <string_view>

namespace prequal::quality {

enum class Edit : std::uint8_t {
  none,     ///< the texts are equal
  swapped,  ///< two neighbours change places
  doubled,  ///< one letter stands twice in a row instead of once
  missing,  ///< one letter was left out
  extra,    ///< one letter too many
  replaced,
  more,  ///< more than one mistake
};

struct EditAt {
  Edit edit = Edit::more;
  std::size_t at = 0;  ///< where in `meant` (missing, replaced, swapped) or in `typed` (extra, doubled)
};

/// The one mistake that makes `typed` of `meant`; ASCII letters without case. Cost: one pass.
[[nodiscard]] EditAt find_edit(std::string_view typed, std::string_view meant);

/// Do the keys of two characters touch on a keyboard for English?
[[nodiscard]] bool are_near_keys(char a, char b);

}  // namespace prequal::quality
