// Floor: profile. A profile as it is handed on: an agency and an in-house team work from the same file (R20-06).
#pragma once

#include <string>

#include "profile/document.h"

namespace prequal::profile {

/// Appends the document as JSON: everything it says, notes included, members in the order in which they were written,
/// indented by two blanks, with a line end. Writing out what was written out gives the same bytes.
/// Nothing for a packed profile, which has no document any more; its fingerprint is empty, too.
void write_document(const Document& document, std::string& out);

/// SHA-256 of what the document says, as 64 hexadecimal digits: the same for every way of writing it down (spacing, escapes,
/// order of members), another for any other content.
[[nodiscard]] std::string fingerprint(const Document& document);

}  // namespace prequal::profile
