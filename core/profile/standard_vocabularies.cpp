#include "profile/standard_vocabularies.h"

#include <array>

namespace prequal::profile {
namespace {

struct StateName {
  std::string_view code;
  std::string_view name;
};

// States, the federal district and the inhabited territories, by their postal codes.
constexpr auto kStates = std::to_array<StateName>({
    {"AL", "Alabama"},
    {"AK", "Alaska"},
    {"AZ", "Arizona"},
    {"AR", "Arkansas"},
    {"CA", "California"},
    {"CO", "Colorado"},
    {"CT", "Connecticut"},
    {"DE", "Delaware"},
    {"DC", "District of Columbia"},
    {"FL", "Florida"},
    {"GA", "Georgia"},
    {"HI", "Hawaii"},
    {"ID", "Idaho"},
    {"IL", "Illinois"},
    {"IN", "Indiana"},
    {"IA", "Iowa"},
    {"KS", "Kansas"},
    {"KY", "Kentucky"},
    {"LA", "Louisiana"},
    {"ME", "Maine"},
    {"MD", "Maryland"},
    {"MA", "Massachusetts"},
    {"MI", "Michigan"},
    {"MN", "Minnesota"},
    {"MS", "Mississippi"},
    {"MO", "Missouri"},
    {"MT", "Montana"},
    {"NE", "Nebraska"},
    {"NV", "Nevada"},
    {"NH", "New Hampshire"},
    {"NJ", "New Jersey"},
    {"NM", "New Mexico"},
    {"NY", "New York"},
    {"NC", "North Carolina"},
    {"ND", "North Dakota"},
    {"OH", "Ohio"},
    {"OK", "Oklahoma"},
    {"OR", "Oregon"},
    {"PA", "Pennsylvania"},
    {"RI", "Rhode Island"},
    {"SC", "South Carolina"},
    {"SD", "South Dakota"},
    {"TN", "Tennessee"},
    {"TX", "Texas"},
    {"UT", "Utah"},
    {"VT", "Vermont"},
    {"VA", "Virginia"},
    {"WA", "Washington"},
    {"WV", "West Virginia"},
    {"WI", "Wisconsin"},
    {"WY", "Wyoming"},
    {"AS", "American Samoa"},
    {"GU", "Guam"},
    {"MP", "Northern Mariana Islands"},
    {"PR", "Puerto Rico"},
    {"VI", "US Virgin Islands"},
});

}  // namespace

std::optional<Vocabulary> standard_vocabulary(std::string_view id) {
  Vocabulary out{.id = id, .values = {}};
  if (id == "us_states") {
    out.values.reserve(kStates.size());
    for (const StateName& state : kStates) out.values.push_back({state.code, {state.name, state.name}, {state.name}});
    return out;
  }
  if (id == "yes_no") {
    out.values.push_back({"no", {"No", "No"}, {"n", "false", "0"}});
    out.values.push_back({"yes", {"Yes", "Sí"}, {"y", "true", "1", "si", "sí"}});
    return out;
  }
  return std::nullopt;
}

std::vector<std::string_view> standard_vocabulary_ids() {
  return {"us_states", "yes_no"};
}

}  // namespace prequal::profile
