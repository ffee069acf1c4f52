// Sets of profiles: what their document may say, and advice on it.
#include "report/set_check.h"

#include "support/workbench.h"

using namespace prequal;
using namespace prequal::testing;

namespace {

Json entry(const std::string& profile, const Json& segments, const Json& offers) {
  return {{"profile", profile}, {"segments", segments}, {"offers", offers}};
}

/// Problems of a set whose profiles are all the small one under other ids, with these offers.
std::vector<std::string> check(const Json& entries, const std::vector<std::string>& offers = {}) {
  const std::string text = Json({{"prequal_set", 1}, {"profiles", entries}}).dump(1);
  Problems problems;
  const auto read = report::read_set_entries(text, problems);
  REQUIRE(problems.empty());
  REQUIRE(read.size() == entries.size());
  std::vector<std::unique_ptr<report::Program>> programs;
  std::vector<const profile::Profile*> profiles;
  for (std::size_t i = 0; i < read.size(); ++i) {
    Json profile = small_profile();
    profile["id"] = read[i].profile;
    if (i < offers.size()) profile["offer"] = offers[i];
    programs.push_back(program_of(profile));
    profiles.push_back(&programs.back()->profile);
  }
  report::check_set(read, profiles, problems);
  profile::locate(text, problems.list());
  std::vector<std::string> out;
  for (const Problem& problem : problems.list()) {
    CHECK(problem.line > 1);
    out.push_back(std::string(code_name(problem.code)) + " " + problem.pointer + " " + problem.subject);
  }
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("A set is told from a profile by its own key", "[report][set]") {
  CHECK(report::is_profile_set(R"({"prequal_set": 1})"));
  CHECK_FALSE(report::is_profile_set(R"({"prequal": 1, "note": "prequal_set"})"));
  CHECK_FALSE(report::is_profile_set("[]"));
  CHECK_FALSE(report::is_profile_set("{"));
}

TEST_CASE("What a set document may not say is reported with its place", "[report][set]") {
  const auto problems = [](const std::string& text) {
    Problems found;
    (void)report::read_set_entries(text, found);
    Lines out;
    for (const Problem& problem : found.list()) out.push_back(to_line(problem));
    return out;
  };
  CHECK(problems(R"({"prequal_set": 1, "profiles": [{"profile": "a.json", "segments": ["patient"]}]})").empty());
  CHECK(problems("{").at(0).starts_with("json.syntax"));
  CHECK(problems(R"({"prequal_set": 2, "profiles": [{"profile": "a"}]})") ==
        Lines{"profile.out_of_range /prequal_set 1:17 prequal_set"});
  CHECK(problems(R"({"prequal_set": 1, "profiles": []})") == Lines{"profile.too_few  1:1 profiles"});
  CHECK(problems(R"({"prequal_set": 1, "profiles": [{"profil": "a"}]})").size() == 2);
  CHECK(problems(R"({"prequal_set": 1, "profiles": [{"profile": "a"}], "extra": 1})") ==
        Lines{"profile.unknown_key /extra 1:61 extra"});
}

TEST_CASE("Entries that no lead can reach are found", "[report][set]") {
  const Json patient = {"patient"};
  const Json none = Json::array();
  CHECK(check({entry("a", patient, none), entry("b", {"pharma"}, none)}).empty());
  // The first takes every patient.
  CHECK(check({entry("a", patient, none), entry("b", patient, {"x"})}) == Lines{"set.unreached /profiles/1 b"});
  // The first takes those who name x or nothing; who names something else reaches the second.
  CHECK(check({entry("a", patient, {"x"}), entry("b", patient, none)}).empty());
  CHECK(check({entry("a", patient, {"x", "y"}), entry("b", patient, {"y"})}) == Lines{"set.unreached /profiles/1 b"});
  CHECK(check({entry("a", patient, {"x"}), entry("b", {"patient", "pharma"}, {"x"})}).empty());
  CHECK(check(Json::array({entry("a", none, none)})) == Lines{"set.unreached /profiles/0 a"});
}

TEST_CASE("Segments, offers and ids that do not fit are found", "[report][set]") {
  CHECK(check(Json::array({entry("a", {"patients"}, Json::array())})) ==
        Lines{"profile.unknown_value /profiles/0/segments patients"});
  CHECK(check(Json::array({entry("a", {"patient"}, {"x"})}), {"x"}).empty());
  CHECK(check(Json::array({entry("a", {"patient"}, {"x"})}), {"y"}) == Lines{"set.other_offer /profiles/0/offers a"});
}

TEST_CASE("The shipped set is in order", "[report][set]") {
  const std::string text = read_file("core/profiles/set.json");
  Problems problems;
  const auto set = report::ProfileSet::read(
      text, [](std::string_view name) { return std::optional(read_file("core/profiles/" + std::string(name))); }, problems);
  REQUIRE(set.has_value());
  std::vector<const profile::Profile*> profiles;
  for (std::size_t i = 0; i < set->size(); ++i) profiles.push_back(&set->program(i).profile);
  report::check_set(report::read_set_entries(text, problems), profiles, problems);
  for (const Problem& problem : problems.list()) {
    INFO(to_line(problem));
    CHECK(problem.severity() == Severity::info);
  }
}
