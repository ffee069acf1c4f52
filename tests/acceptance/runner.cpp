// Runs what the acceptance cases ask for through the public C++ API (core/api/prequal.h), and nothing else. Reads one job a
// line from standard input as JSON, writes one answer a line:
//   {"profile": TEXT, "leads": [TEXT...], "as_of": TEXT, "options": {...}}  ->  {"answers": [TEXT...], "problems": [...]}
//   {"profile": TEXT, "list": TEXT, "as_of": TEXT}                          ->  {"answers": [...], "summary": TEXT, ...}
//   {"profile": TEXT, "info": true}                                         ->  {"info": TEXT, "problems": [...]}
//   {"profile": TEXT, "check": true}                                        ->  {"problems": [...]}
//   {"profile": TEXT, "describe": "en"}                                     ->  {"describe": TEXT}
//   {"profile": TEXT, "list": TEXT, "report": "audit", "options": {...}}    ->  {"report": TEXT}
//   {"profile": TEXT, "page": "scope", "format": "html", "language": "es"}  ->  {"page": TEXT}
//   {"profile": TEXT, "export": true}                                       ->  {"exported": TEXT, "fingerprint": TEXT}
//   {"profile": TEXT, "setup": true}                                        ->  {"setup": TEXT}
//   {"set": TEXT, "profiles": {name: TEXT}, "leads": [...], "as_of": TEXT}  ->  {"answers": [...]}
// With "handoff": {} in a job with leads, each answer is {"note": TEXT, "record": TEXT} instead of a verdict.
// With "same" or "merge": true, there is one answer: the groups of duplicates, or the merged lead.
// Texts are kept as texts, so that bytes can be compared.
#include <algorithm>
#include <array>
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

Json write_report(api::List& list, const Json& job, const api::ListOptions& options) {
  const auto name = job.at("report").get<std::string>();
  const Json& wanted = job.at("options");
  if (name == "metrics") return {{"report", list.metrics()}};
  if (name == "accounts") return {{"report", list.accounts()}};
  if (name == "allocation") return {{"report", list.allocation()}};
  if (name == "audit") {
    api::AuditOptions audit;
    if (wanted.is_object()) audit.seed = wanted.value("seed", std::uint64_t{0});
    if (wanted.is_object() && wanted.contains("groups")) {
      for (const Json& group : wanted.at("groups")) {
        audit.groups.append(audit.groups.empty() ? "" : ",").append(group.get<std::string>());
      }
    }
    const auto report = list.audit(audit);
    return report ? Json{{"report", *report}} : Json{{"problems", to_json(std::vector{report.error()})}};
  }
  const auto after_profile = api::Profile::compile(wanted.at("with").get<std::string>());
  if (!after_profile) return {{"problems", to_json(after_profile.error())}};
  auto after = api::List::open(*after_profile, options);
  if (!after) return {{"problems", to_json(after.error())}};
  after->push(job.at("list").get<std::string>());
  if (const auto problem = after->finish()) return {{"problems", to_json(std::vector{*problem})}};
  return {{"report", list.compare(*after)}};
}

Json qualify_list(const api::Profile& profile, const Json& job, std::optional<api::Time> now) {
  api::ListOptions options;
  options.now = now;
  auto list = api::List::open(profile, options);
  if (!list) return {{"problems", to_json(list.error())}};
  list->push(job.at("list").get<std::string>());
  Json out{{"answers", Json::array()}};
  if (const auto problem = list->finish()) return {{"problems", to_json(std::vector{*problem})}};
  if (job.contains("report")) return write_report(*list, job, options);
  for (std::size_t i = 0; i < list->size(); ++i) out["answers"].push_back(list->verdict(i));
  out["summary"] = list->summary();
  out["problems"] = to_json(list->problems());
  if (job.value("duplicates", false)) {
    api::DuplicateSearch search(*list);
    while (!search.advance()) {
    }
    for (const char* part : {"clusters", "maps"}) out[part] = Json::array();
    for (std::size_t i = 0; i < search.size(); ++i) {
      out["clusters"].push_back(search.cluster(i));
      out["maps"].push_back(search.merge_map(i));
    }
  }
  return out;
}

api::VerdictOptions verdict_options(const Json& job) {
  const Json options = job.value("options", Json::object());
  return {.questions = options.value("questions", true), .changes = options.value("changes", false)};
}

api::Language language_of(const std::string& name) {
  return name == "es" ? api::Language::es : api::Language::en;
}

Json qualify_set(const Json& job, api::Time now) {
  const Json& texts = job.at("profiles");
  const auto load = [&](std::string_view name) -> std::optional<std::string> {
    const auto found = texts.find(std::string(name));
    if (found == texts.end()) return std::nullopt;
    return found->get<std::string>();
  };
  auto set = api::ProfileSet::read(job.at("set").get<std::string>(), load);
  if (!set) return {{"problems", to_json(set.error())}};
  Json out{{"answers", Json::array()}};
  for (const Json& lead : job.at("leads")) {
    const auto answer = set->qualify(lead.get<std::string>(), now, verdict_options(job));
    out["answers"].push_back(answer ? Json(*answer) : Json{{"problem", to_json(answer.error())}});
  }
  return out;
}

Json run(const Json& job) {
  if (job.contains("set")) return qualify_set(job, api::parse_time(job.value("as_of", "")).value_or(api::Time{}));
  if (job.value("check", false)) {
    return {{"problems", to_json(api::check(job.at("profile").get<std::string>()))}};
  }
  const auto profile = api::Profile::compile(job.at("profile").get<std::string>());
  if (!profile) return {{"problems", to_json(profile.error())}};
  const auto now = api::parse_time(job.value("as_of", ""));
  if (job.contains("list")) return qualify_list(*profile, job, now);
  Json out{{"problems", to_json(profile->warnings())}};
  if (job.value("info", false)) {
    out["info"] = profile->info();
    return out;
  }
  if (job.contains("same") || job.contains("merge")) {
    std::vector<std::string_view> leads;
    for (const Json& lead : job.at("leads")) leads.emplace_back(lead.get_ref<const std::string&>());
    const auto answer = job.contains("merge") ? profile->merge(leads) : profile->find_duplicates(leads);
    out["answers"] = Json::array({answer ? Json(*answer) : Json{{"problem", to_json(answer.error())}}});
    return out;
  }
  if (job.contains("export")) {
    out["exported"] = profile->exported();
    out["fingerprint"] = profile->fingerprint();
    return out;
  }
  if (job.contains("setup")) {
    out["setup"] = profile->setup();
    return out;
  }
  if (job.contains("page")) {
    constexpr std::array<std::string_view, 5> kPages{"profile", "scope", "buyer", "glossary", "setup"};
    const auto page = job.at("page").get<std::string>();
    const auto at = std::ranges::find(kPages, page) - kPages.begin();
    const auto format = job.value("format", std::string()) == "html" ? api::PageFormat::html : api::PageFormat::markdown;
    out["page"] = profile->page(static_cast<api::Page>(at), format, language_of(job.value("language", std::string("en"))));
    return out;
  }
  if (job.contains("describe")) {
    out["describe"] = profile->describe(language_of(job.at("describe").get<std::string>()));
    return out;
  }
  out["answers"] = Json::array();
  api::Qualifier qualifier(*profile);
  for (const Json& lead : job.at("leads")) {
    // The text must stay while the verdict is written.
    const auto text = lead.get<std::string>();
    if (const auto problem = qualifier.run_json(text, now.value_or(api::Time{}))) {
      out["answers"].push_back(Json{{"problem", to_json(*problem)}});
      continue;
    }
    if (!job.contains("handoff")) {
      out["answers"].push_back(qualifier.verdict(verdict_options(job)));
      continue;
    }
    const Json& wanted = job.at("handoff");
    const api::HandoffOptions options{.language = language_of(wanted.value("language", "en")),
                                      .personal = wanted.value("personal", false)};
    out["answers"].push_back(
        Json{{"note", qualifier.handoff_note(options)}, {"record", qualifier.crm_record(options)}}.dump());
  }
  return out;
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) std::cout << run(Json::parse(line)).dump() << '\n' << std::flush;
}
