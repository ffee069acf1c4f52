// Runs what the acceptance cases ask for through the public C++ API (core/api/prequal.h), and nothing else. Reads one job a
// line from standard input as JSON, writes one answer a line:
//   {"profile": TEXT, "leads": [TEXT...], "as_of": TEXT, "options": {...}}  ->  {"answers": [TEXT...], "problems": [...]}
//   {"profile": TEXT, "list": TEXT, "as_of": TEXT}                          ->  {"answers": [...], "summary": TEXT, ...}
//   {"profile": TEXT, "info": true}                                         ->  {"info": TEXT, "problems": [...]}
// Texts are kept as texts, so that bytes can be compared.
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "api/prequal.h"

namespace {

using Json = nlohmann::ordered_json;
namespace api = prequal::api;

std::string_view severity_name(api::Severity severity) {
  switch (severity) {
    case api::Severity::info: return "info";
    case api::Severity::warning: return "warning";
    case api::Severity::error: return "error";
  }
  return {};
}

Json to_json(const api::Problem& problem) {
  return {{"code", problem.code},       {"severity", severity_name(problem.severity)},
          {"message", problem.message}, {"remedy", problem.remedy},
          {"pointer", problem.pointer}, {"line", problem.line},
          {"column", problem.column},   {"row", problem.row},
          {"subject", problem.subject}};
}

Json to_json(const std::vector<api::Problem>& problems) {
  Json out = Json::array();
  for (const api::Problem& problem : problems) out.push_back(to_json(problem));
  return out;
}

Json qualify_list(const api::Profile& profile, const Json& job, std::optional<api::Time> now) {
  api::ListOptions options;
  options.now = now;
  auto list = api::List::open(profile, options);
  if (!list) return {{"problems", to_json(list.error())}};
  list->push(job.at("list").get<std::string>());
  Json out{{"answers", Json::array()}};
  if (const auto problem = list->finish()) return {{"problems", to_json(std::vector{*problem})}};
  for (std::size_t i = 0; i < list->size(); ++i) out["answers"].push_back(list->verdict(i));
  out["summary"] = list->summary();
  out["problems"] = to_json(list->problems());
  return out;
}

Json run(const Json& job) {
  const auto profile = api::Profile::compile(job.at("profile").get<std::string>());
  if (!profile) return {{"problems", to_json(profile.error())}};
  const auto now = api::parse_time(job.value("as_of", ""));
  if (job.contains("list")) return qualify_list(*profile, job, now);
  Json out{{"problems", to_json(profile->warnings())}};
  if (job.value("info", false)) {
    out["info"] = profile->info();
    return out;
  }
  const Json options = job.value("options", Json::object());
  out["answers"] = Json::array();
  api::Qualifier qualifier(*profile);
  for (const Json& lead : job.at("leads")) {
    // The text must stay while the verdict is written.
    const auto text = lead.get<std::string>();
    if (const auto problem = qualifier.run_json(text, now.value_or(api::Time{}))) {
      out["answers"].push_back(Json{{"problem", to_json(*problem)}});
      continue;
    }
    out["answers"].push_back(
        qualifier.verdict({.questions = options.value("questions", true), .changes = options.value("changes", false)}));
  }
  return out;
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) std::cout << run(Json::parse(line)).dump() << '\n' << std::flush;
}
