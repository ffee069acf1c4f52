// Floor: lists. Writing values into CSV that a spreadsheet may open.
#pragma once

#include <string>
#include <string_view>

namespace prequal::lists {

/// Appends a text as one CSV value, in quotes where RFC 4180 asks for them. A text that a spreadsheet could take for a formula
/// (it starts with = + - @, also full-width or after blanks and quotes, or with a tab or line end) gets a ' in front.
/// Numbers that we make ourselves need none of this.
void append_csv_text(std::string& out, std::string_view text);

}  // namespace prequal::lists
