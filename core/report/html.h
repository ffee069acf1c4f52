// Floor: report. The Markdown that this floor writes, as a page of HTML.
#pragma once

#include <string>
#include <string_view>

#include "report/texts.h"

namespace prequal::report {

/// Appends a whole page: no scripts, no links, no styles from elsewhere. Understands what describe() and its pages write and
/// nothing else: headings of two levels, nested lists by two blanks, paragraphs, **bold** and `code`. Every text is escaped,
/// so that nothing in a profile becomes markup. The title is the first heading.
void append_html(std::string& out, std::string_view markdown, Language language);

}  // namespace prequal::report
