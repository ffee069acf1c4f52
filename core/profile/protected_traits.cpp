#include "profile/protected_traits.h"

#include <algorithm>
#include <array>

namespace prequal::profile {
namespace {

constexpr auto kProtected = std::to_array<std::string_view>(
    {"age", "birth_date", "date_of_birth", "dob", "sex", "gender", "race", "ethnicity", "national_origin", "nationality",
     "religion", "disability", "marital_status", "pregnancy", "citizenship"});
constexpr auto kProxies = std::to_array<std::string_view>({"zip", "postal_code", "language", "payer", "name", "income"});

template <std::size_t N>
bool named(const Field& field, const std::array<std::string_view, N>& names) {
  return std::ranges::any_of(names, [&](std::string_view name) { return field.id == name || field.meaning == name; });
}

}  // namespace

bool is_protected_trait(const Field& field) {
  return named(field, kProtected);
}
bool is_trait_proxy(const Field& field) {
  return named(field, kProxies);
}

}  // namespace prequal::profile
