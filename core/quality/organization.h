// Floor: quality. Names of organizations, in the form in which they are compared.
#pragma once

#include <string>
#include <string_view>

namespace prequal::quality {

/// Appends a folded name (base/text.h) in the form for comparison: without "the", "and", "of" and legal forms (Inc, LLC, PC),
/// with the field's abbreviations in full (Ctr, Med, Hosp, Assoc, St). Applying it twice changes nothing. A name that consists
/// of such words alone stays as it is. Cost: linear in the name.
void append_organization_key(std::string& out, std::string_view folded);

}  // namespace prequal::quality
