#include "report/profile_set.h"

#include "api/bodies.h"

namespace prequal::api {

struct ProfileSet::Body {
  report::ProfileSet set;
};

std::expected<ProfileSet, std::vector<Problem>> ProfileSet::read(std::string_view json, const Loader& load) {
  Problems problems;
  auto set = report::ProfileSet::read(json, load, problems);
  if (!set) return std::unexpected(to_public(problems.list()));
  return ProfileSet(std::make_unique<Body>(std::move(*set)));
}

ProfileSet::ProfileSet(std::unique_ptr<Body> body) : body_(std::move(body)) {}
ProfileSet::ProfileSet(ProfileSet&&) noexcept = default;
ProfileSet& ProfileSet::operator=(ProfileSet&&) noexcept = default;
ProfileSet::~ProfileSet() = default;

std::expected<std::string, Problem> ProfileSet::qualify(std::string_view lead, Time now, const VerdictOptions& options) {
  std::string out;
  const report::VerdictOptions wanted{.questions = options.questions, .changes = options.changes, .calls = options.calls};
  if (const auto problem = body_->set.qualify(lead, to_instant(now), wanted, out))
    return std::unexpected(to_public(*problem));
  return out;
}

}  // namespace prequal::api
