// Floor: quality. A free text with what is sensitive in it replaced by what it was.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quality/sensitive.h"

namespace prequal::quality {

enum class MaskFor : std::uint8_t {
  display,    ///< for a reviewer: identifiers and health; contact data are what a reviewer works with
  exporting,  ///< for other systems: contact data too, and what is less sure, such as dates
};

struct Masked {
  std::string text;                  ///< each span as its code in brackets: "[social_security]"
  std::vector<SensitiveSpan> spans;  ///< what was masked, in bytes of the text that was given, in order
};

/// Masks `text`. A text that was masked stays as it is. Nothing of a span remains, and no row of four or more digits of one is
/// left anywhere else in the text. Requires: well-formed UTF-8. Cost: a few scans of the text.
[[nodiscard]] Masked to_masked(std::string_view text, MaskFor use);

}  // namespace prequal::quality
