#include "api/bodies.h"
#include "api/profile_info.h"
#include "base/version.h"
#include "lead/duplicates.h"
#include "profile/exchange.h"
#include "profile/lint.h"
#include "report/describe.h"
#include "report/problem_text.h"
#include "report/setup.h"

namespace prequal::api {

std::string_view engine_version() {
  return kEngineVersion;
}

Problem to_public(const prequal::Problem& problem) {
  return {.code = std::string(code_name(problem.code)),
          .severity = static_cast<Severity>(problem.severity()),
          .message = report::to_message(problem),
          .remedy = report::to_remedy(problem),
          .pointer = problem.pointer,
          .line = problem.line,
          .column = problem.column,
          .row = problem.row,
          .subject = problem.subject};
}

std::vector<Problem> to_public(const std::vector<prequal::Problem>& problems) {
  std::vector<Problem> out;
  out.reserve(problems.size());
  for (const prequal::Problem& problem : problems) out.push_back(to_public(problem));
  return out;
}

std::optional<Time> parse_time(std::string_view text) {
  const auto instant = parse_rfc3339(text);
  if (!instant) return std::nullopt;
  return Time{instant->seconds, instant->offset_minutes};
}

std::expected<Profile, std::vector<Problem>> Profile::compile(std::string_view json) {
  Problems problems;
  auto compiled = profile::Profile::compile(json, problems);
  if (!compiled) return std::unexpected(to_public(compiled.error()));
  return Profile(std::make_shared<const Body>(std::move(*compiled), to_public(problems.list())));
}

std::vector<Problem> check(std::string_view json) {
  Problems problems;
  [[maybe_unused]] const auto usable = profile::check(json, problems);
  return to_public(problems.list());
}

Profile::Profile(std::shared_ptr<const Body> body) : body_(std::move(body)) {}

std::string_view Profile::id() const {
  return body_->program.profile.model().id;
}
std::string_view Profile::version() const {
  return body_->program.profile.model().version;
}
const std::vector<Problem>& Profile::warnings() const {
  return body_->warnings;
}

std::string Profile::describe(Language language) const {
  std::string out;
  report::describe(body_->program.profile, to_language(language), out);
  return out;
}

std::string Profile::page(Page page, PageFormat format, Language language) const {
  std::string out;
  report::describe_page(body_->program.profile, static_cast<report::Page>(page), format == PageFormat::html,
                        to_language(language), out);
  return out;
}

std::string Profile::exported() const {
  std::string out;
  profile::write_document(body_->program.profile.document(), out);
  return out;
}

std::string Profile::fingerprint() const {
  return profile::fingerprint(body_->program.profile.document());
}

std::string Profile::setup() const {
  std::string out;
  report::write_setup(body_->program.profile, out);
  return out;
}

std::expected<std::string, Problem> Profile::find_duplicates(const std::vector<std::string_view>& leads) const {
  std::string out;
  if (const auto problem = lead::append_duplicates(body_->program.profile, leads, out)) {
    return std::unexpected(to_public(*problem));
  }
  return out;
}

std::expected<std::string, Problem> Profile::merge(const std::vector<std::string_view>& leads) const {
  std::string out;
  if (const auto problem = lead::append_merged(body_->program.profile, leads, out)) {
    return std::unexpected(to_public(*problem));
  }
  return out;
}

std::string Profile::info() const {
  std::string out;
  write_profile_info(body_->program.profile, out);
  return out;
}

}  // namespace prequal::api
