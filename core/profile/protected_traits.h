// Floor: profile. Fields that measure a protected trait of a person, and those that often stand in for one.
#pragma once

#include "profile/model.h"

namespace prequal::profile {

/// Age, sex, origin and the like, by the field's id or standard meaning: never an input of points (R19-09).
[[nodiscard]] bool is_protected_trait(const Field& field);
/// Postal code, language, payer and the like: compared with care, because groups may differ in them.
[[nodiscard]] bool is_trait_proxy(const Field& field);

}  // namespace prequal::profile
