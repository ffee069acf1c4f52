// Advice on profiles that compile (docs/lint.md): every check finds what it is for, at its place, and nothing else changes.
#include "profile/lint.h"

#include <functional>
#include <set>

#include "support/workbench.h"

using namespace prequal;
using namespace prequal::testing;

namespace {

/// "code pointer subject" of everything that `prequal check` says.
std::set<std::string> advice_on(const Json& profile) {
  Problems problems;
  const auto compiled = profile::check(profile.dump(1), problems);
  std::set<std::string> out;
  for (const Problem& problem : problems.list()) {
    out.insert(std::string(code_name(problem.code)) + " " + problem.pointer + " " + problem.subject);
    CHECK(problem.line >= 1);
  }
  return out;
}

/// A profile about which there is nothing to say.
Json clean_profile() {
  Json profile = small_profile();
  const Json sheet = {"as agreed"};
  for (const char* heading : {"clinic_types", "licensing", "contract", "capacity"}) profile["scope"][heading] = sheet;
  profile["agreement"] = {{"agreed_on", "2026-10-01"}, {"review_on", "2027-01-15"}, {"owners", {{"rules", "sam"}}}};
  profile["changes"] = {{{"version", "1"}, {"category", "all"}, {"text", "First version."}}};
  for (const char* unused : {"colors", "size", "budget", "start", "call", "zip"}) {
    Json& fields = profile["fields"];
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (fields[i]["id"] == unused) fields.erase(i--);
    }
  }
  for (Json& field : profile["fields"]) field["crm"] = field["id"];
  for (Json& rule : profile["rules"]) rule["evidence"] = "won leads of 2025";
  profile["scoring"]["total"] = {{"mid", 40}, {"high", 70}};
  profile["teams"] = {{{"id", "a"}, {"name", {{"en", "A"}, {"es", "A"}}}, {"owner", "sam"}}};
  profile["hard_stops"] = {{{"id", "consent"},
                            {"plain",
                             {{
                                  "en",
                                  "No consent",
                              },
                              {"es", "Sin permiso"}}},
                            {"when", {{"fact", "outreach"}, {"is_any_of", {"refused", "opted_out"}}}},
                            {"reason", "consent_missing"},
                            {"scope", "outreach"},
                            {"exit", "consent"},
                            {"recheck_on", {"opt_in"}}}};
  return profile;
}

Json both(const std::string& text) {
  return {{"en", text}, {"es", text}};
}

Json field(const std::string& id, const std::string& type = "number") {
  return {{"id", id}, {"type", type}, {"label", both(id)}, {"crm", id}};
}

Json rule(const std::string& id, const std::string& category, Json when, int points) {
  return {{"id", id},           {"category", category},    {"plain", both("Rule")},
          {"evidence", "seen"}, {"when", std::move(when)}, {"points", points}};
}

struct Row {
  const char* found;  // code, pointer and subject
  std::function<void(Json&)> change;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> kRows{
      {"scope.missing_heading /scope licensing", [](Json& p) { p["scope"].erase("licensing"); }},
      {"agreement.missing  ", [](Json& p) { p.erase("agreement"); }},
      {"agreement.missing /agreement ", [](Json& p) { p["agreement"].erase("owners"); }},
      {"review_pending /version 2", [](Json& p) { p["version"] = "2"; }},
      {"criterion.no_crm /fields/0 color", [](Json& p) { p["fields"][0].erase("crm"); }},
      {"field.unused /fields/8 favorite_color", [](Json& p) { p["fields"].push_back(field("favorite_color")); }},
      {"form.friction /form/steps/0 8",
       [](Json& p) {
         Json fields = Json::array();
         for (const Json& entry : p["fields"]) fields.push_back(entry["id"]);
         p["form"]["steps"] = {{{"id", "all"}, {"label", both("All")}, {"fields", fields}}};
       }},
      {"criterion.vague /rules/0 serious", [](Json& p) { p["rules"][0]["plain"] = both("A serious lead"); }},
      {"criterion.vague /stages/0 warm", [](Json& p) { p["stages"][0]["clauses"][0]["plain"] = both("Warm enough"); }},
      {"criterion.vague /must_haves/0 high quality",
       [](Json& p) {
         p["must_haves"] = {{{"id", "good"},
                             {"plain", both("High quality")},
                             {"when", {{"field", "member"}, {"is", true}}},
                             {"reason", "out_of_area"}}};
       }},
      {"criterion.vague /nice_to_haves/0 promising",
       [](Json& p) {
         p["nice_to_haves"] = {
             {{"id", "good"}, {"plain", both("Promising")}, {"when", {{"field", "member"}, {"is", true}}}, {"rank", 1}}};
       }},
      {"model.too_large /rules 52",
       [](Json& p) {
         p["fields"].push_back(field("size"));
         for (int i = 0; i < 50; ++i) {
           p["rules"].push_back(rule("r" + std::to_string(i), "fit", {{"field", "size"}, {"at_least", i}}, 1));
         }
       }},
      {"rule.no_evidence /rules/1 intent.member", [](Json& p) { p["rules"][1].erase("evidence"); }},
      {"model.engagement_reaches_high /scoring/total/high ", [](Json& p) { p["scoring"]["total"]["high"] = 50; }},
      {"model.threshold_unreachable /scoring/fit fit", [](Json& p) { p["scoring"]["fit"]["high"] = 61; }},
      {"model.threshold_unreachable /scoring/intent intent", [](Json& p) { p["scoring"]["intent"]["high"] = 41; }},
      {"model.threshold_unreachable /scoring/total total",
       [](Json& p) {
         p["scoring"]["caps"] = {{"fit", 60}, {"intent", 5}, {"adjustment", 0}, {"negative", 40}};
         p["scoring"]["intent"] = {{"mid", 1}, {"high", 2}};
       }},
      {"reason.no_class /reasons our_own",
       [](Json& p) {
         p["reasons"] = {{{"code", "our_own"},
                          {"family", "fit"},
                          {"plain", both("Our own")},
                          {"recovery", "call"},
                          {"when", {{"field", "member"}, {"is", false}}}}};
       }},
      {"fairness.protected_points /rules/2 old",
       [](Json& p) {
         p["fields"].push_back(field("age"));
         p["rules"].push_back(rule("old", "fit", {{"field", "age"}, {"at_least", 50}}, 1));
       }},
      {"fairness.protected_input /hard_stops/1 age",
       [](Json& p) {
         p["fields"].push_back(field("age"));
         Json stop = p["hard_stops"][0];
         stop["id"] = "age";
         stop["scope"] = "offer";
         stop["reason"] = "eligibility_criteria_unmet";
         stop["when"] = {{"not", {{"field", "age"}, {"at_least", 18}}}};
         p["hard_stops"].push_back(stop);
       }},
      {"fairness.protected_input /rules/2 income",
       [](Json& p) {
         p["fields"].push_back(field("income"));
         p["rules"].push_back(rule("poor", "negative", {{"field", "income"}, {"at_most", 5}}, -1));
       }},
      {"vocabulary.ambiguous /vocabularies crimson",
       [](Json& p) { p["vocabularies"][0]["values"][1]["aliases"] = {"Crimson"}; }},
      {"route.no_fallback /routes ", [](Json& p) { p["routes"][0]["when"] = {{"field", "member"}, {"is", true}}; }},
      {"team.no_owner /teams/0 a", [](Json& p) { p["teams"][0].erase("owner"); }},
      {"calendar.zone /calendars/0 Mars/Olympus",
       [](Json& p) {
         p["calendars"] = {{{"id", "office"},
                            {"zone", "Mars/Olympus"},
                            {"hours", {{{"days", {"mon"}}, {"from", "09:00"}, {"to", "17:00"}}}}}};
       }},
      {"consent.no_stop /hard_stops ", [](Json& p) { p.erase("hard_stops"); }},
  };
  return kRows;
}

}  // namespace

TEST_CASE("There is nothing to say about a profile that is in order", "[profile][lint]") {
  CHECK(advice_on(clean_profile()) == std::set<std::string>{});
}

TEST_CASE("Every check of a profile finds what it is for", "[profile][lint]") {
  for (const Row& row : rows()) {
    Json profile = clean_profile();
    row.change(profile);
    INFO(row.found);
    const std::set<std::string> found = advice_on(profile);
    CHECK(found == std::set<std::string>{row.found});
  }
}

TEST_CASE("Every check has a row here and a line in the list of checks", "[profile][lint]") {
  std::set<std::string> shown;
  for (const Row& row : rows()) {
    const std::string_view found(row.found);
    shown.emplace(found.substr(0, found.find(' ')));
  }
  const std::string list = read_file("docs/lint.md");
  const std::string source = read_file("core/profile/lint.cpp");
  std::size_t checks = 0;
  const auto check = [&](const char* identifier, const char* name) {
    if (!source.contains(std::string("Code::") + identifier + ",")) return;
    ++checks;
    INFO(name);
    CHECK(shown.contains(name));
    CHECK(list.contains(std::string("`") + name + "`"));
  };
#define PREQUAL_CODE(identifier, dotted, severity, message, remedy) check(#identifier, dotted);
#include "base/codes.def"
#undef PREQUAL_CODE
  CHECK(checks >= 18);
}

TEST_CASE("R01-07: an ideal buyer of job titles only is said so, besides what it lacks", "[profile][lint]") {
  Json profile = clean_profile();
  profile["ideal_buyer"] = {{"roles", {"administrator"}}};
  const std::set<std::string> found = advice_on(profile);
  CHECK(found.contains("ibp.titles_only /ideal_buyer "));
  CHECK(found.contains("profile.incomplete  common pain points"));
}

TEST_CASE("A profile with errors gets its errors, without advice", "[profile][lint]") {
  Json profile = clean_profile();
  profile.erase("agreement");
  profile["rules"][0]["points"] = 5000;
  Problems problems;
  CHECK_FALSE(profile::check(profile.dump(1), problems).has_value());
  REQUIRE(problems.list().size() == 1);
  CHECK(problems.list()[0].code == Code::out_of_range);
}

TEST_CASE("The shipped profiles are in order", "[profile][lint]") {
  for (const std::string& path : list_files("core/profiles", ".json")) {
    if (path.ends_with("set.json")) continue;
    Problems problems;
    const std::string text = read_file(path);
    CHECK(profile::check(text, problems).has_value());
    for (const Problem& problem : problems.list()) {
      INFO(path << " " << to_line(problem) << " " << problem.detail);
      CHECK(problem.severity() == Severity::info);
    }
  }
}
