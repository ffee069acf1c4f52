// Floor: profile. Vocabularies that every profile may use by name: "us_states", "yes_no".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "profile/model.h"

namespace prequal::profile {

[[nodiscard]] std::optional<Vocabulary> standard_vocabulary(std::string_view id);
[[nodiscard]] std::vector<std::string_view> standard_vocabulary_ids();

}  // namespace prequal::profile
