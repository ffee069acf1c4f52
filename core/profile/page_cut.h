// Floor: profile. What of a profile a form in a page needs to decide and to speak to its visitor.
#pragma once

#include "profile/model.h"

namespace prequal::profile {

/// Takes out of a model what only reviewers, lists and documents use: their texts, names of CRM fields, sheets, teams' names,
/// checklists, tracks, records. What decides about a lead stays, and places in lists stay what they are. Cost: one walk.
void keep_for_page(Model& model);

}  // namespace prequal::profile
