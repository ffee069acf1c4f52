#include "report/setup.h"

#include <algorithm>

#include "base/json_writer.h"
#include "profile/lint.h"

namespace prequal::report {
namespace {

void add_once(std::vector<std::string>& list, std::string_view item) {
  if (std::ranges::find(list, item) == list.end()) list.emplace_back(item);
}

}  // namespace

std::array<SetupStep, kSetupSteps> find_setup(const profile::Profile& profile) {
  const profile::Model& model = profile.model();
  std::array<SetupStep, kSetupSteps> out;
  constexpr std::array<std::string_view, kSetupSteps> kIds{"scope_sheet", "criteria",  "field_map",
                                                           "routing",     "discovery", "pilot_review"};
  for (std::size_t i = 0; i < kSetupSteps; ++i) out[i].id = kIds[i];
  auto& [sheet, criteria, fields, routing, discovery, pilot] = out;
  // What is advice elsewhere is what a step lacks here.
  Problems advice;
  profile::lint(profile, advice);
  for (const Problem& problem : advice.list()) {
    if (problem.code == Code::lint_scope_heading) add_once(sheet.open, problem.subject);
    if (problem.code == Code::lint_no_crm) add_once(fields.open, problem.subject);
    if (problem.code == Code::lint_no_owner) add_once(routing.open, problem.subject);
    if (problem.code == Code::lint_no_fallback) add_once(routing.open, "routes");
  }
  if (model.must_haves.empty()) criteria.open.emplace_back("must_haves");
  // People are not ranked by what would be nice; organizations are.
  if (model.nice_to_haves.empty() && model.path == profile::Path::b2b) criteria.open.emplace_back("nice_to_haves");
  if (model.routes.empty()) add_once(routing.open, "routes");
  if (model.service_levels.empty()) routing.open.emplace_back("service_levels");
  if (model.questions.empty()) discovery.open.emplace_back("questions");
  if (model.agreement.pilot_reviewed_on.empty()) pilot.open.emplace_back("agreement.pilot_reviewed_on");
  return out;
}

void write_setup(const profile::Profile& profile, std::string& out) {
  const auto steps = find_setup(profile);
  JsonWriter json(out);
  json.begin_object().key("profile").begin_object().field("id", profile.model().id);
  json.field("version", profile.model().version).end_object();
  json.field("done", static_cast<std::int64_t>(std::ranges::count_if(steps, &SetupStep::done)));
  json.field("of", static_cast<std::int64_t>(kSetupSteps)).key("steps").begin_array();
  for (const SetupStep& step : steps) {
    json.begin_object().field("step", step.id).flag("done", step.done()).key("open").begin_array();
    for (const std::string& item : step.open) json.string(item);
    json.end_array().end_object();
  }
  json.end_array().end_object();
}

}  // namespace prequal::report
