// Floor: profile. Tables that follow from a model at little cost, so that a packed profile need not hold them.
#pragma once

#include "profile/profile.h"

namespace prequal::profile {

/// Which facts and fields the conditions and rules look at. Cost: one walk over the conditions.
[[nodiscard]] Needs find_needs(const Model& model, const Conditions& conditions);

/// For each vocabulary the codes of its values by their ids, labels and aliases; ids come first. Cost: one fold a word.
[[nodiscard]] std::vector<WordTable> words_of(const std::vector<Vocabulary>& vocabularies);

}  // namespace prequal::profile
