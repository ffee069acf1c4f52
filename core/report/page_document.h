// Floor: report. What a form in a page shows and sends of a verdict, and what it has to know of its profile: parts of the
// verdict document and of the profile's description, with the same names and values, and nothing else. A form reads no more,
// so the engine that every visitor downloads holds no more (docs/verdict.md, docs/engine.md).
#pragma once

#include <string>

#include "report/qualifier.h"

namespace prequal::report {

/// Appends what a page uses of the last verdict of `qualifier`, as one JSON object: PageVerdict in web/engine/src/page.ts.
/// Questions are those that a form can ask. Nothing that a person typed is in it. Cost: as the same parts of the verdict
/// document, most of it ranking questions.
void append_page_verdict(std::string& out, Qualifier& qualifier);

/// Appends what a page uses of a profile, as one JSON object: PageProfile in web/engine/src/page.ts.
void append_page_profile(std::string& out, const profile::Profile& profile);

}  // namespace prequal::report
