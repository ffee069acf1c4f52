#include "profile/profile.h"

#include <algorithm>

#include "profile/compiler.h"
#include "profile/profile_reader.h"

namespace prequal::profile {

std::expected<Profile, std::vector<Problem>> Profile::compile(std::string_view json) {
  Problems problems;
  return compile(json, problems);
}

std::expected<Profile, std::vector<Problem>> Profile::compile(std::string_view json, Problems& problems) {
  auto document = Document::parse(json, problems);
  if (!document) {
    locate(json, problems.list());
    return std::unexpected(problems.list());
  }
  ProfileReader reader(*document, problems);
  reader.read();
  locate(json, problems.list());
  if (problems.has_errors()) return std::unexpected(problems.list());
  Profile profile(std::move(*document), std::move(reader.model), std::move(reader.conditions));
  Compiler(profile).run();
  return profile;
}

FieldId Profile::find_field(std::string_view id) const {
  const auto found = std::ranges::find(model_.fields, id, &Field::id);
  return found == model_.fields.end() ? kNoField : static_cast<FieldId>(found - model_.fields.begin());
}

FieldId Profile::find_meaning(std::string_view meaning) const {
  const auto found = std::ranges::find(model_.fields, meaning, &Field::meaning);
  return found == model_.fields.end() ? kNoField : static_cast<FieldId>(found - model_.fields.begin());
}

}  // namespace prequal::profile
