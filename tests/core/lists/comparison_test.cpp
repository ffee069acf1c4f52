// R18-10: two versions of a profile over the same leads.
#include "lists/comparison.h"

#include "support/workbench.h"

using namespace prequal;
using namespace prequal::testing;

namespace {

Json first_version() {
  Json profile = small_profile();
  profile["scoring"]["total"] = {{"mid", 15}, {"high", 40}};
  profile["routes"] = {{{"id", "high"}, {"lane", "marketing"}, {"when", {{"band", "high"}}}},
                       {{"id", "rest"}, {"lane", "nurture"}}};
  return profile;
}

// Two red members, one red, one blue member; of two sources.
const std::string kLeads = R"({"id":"a","source":{"channel":"referral"},"answers":{"color":"red","member":"yes"}})"
                           "\n"
                           R"({"id":"b","source":{"channel":"web_form"},"answers":{"color":"red","member":"yes"}})"
                           "\n"
                           R"({"id":"c","source":{"channel":"web_form"},"answers":{"color":"red","member":"no"}})"
                           "\n"
                           R"({"id":"d","answers":{"color":"blue","member":"yes"}})"
                           "\n";

Json compared(const Json& before, const Json& after, const std::string& leads = kLeads) {
  const auto a = program_of(before);
  const auto b = program_of(after);
  lists::List x(*a, {.now = kNow});
  lists::List y(*b, {.now = kNow});
  for (lists::List* list : {&x, &y}) {
    list->push(leads);
    REQUIRE_FALSE(list->finish().has_value());
  }
  const lists::Comparison comparison = lists::compare(x, y);
  std::string out;
  lists::write_comparison(comparison, a->profile, b->profile, out);
  return json(out);
}

std::vector<std::string> categories(const Json& before, const Json& after) {
  return compared(before, after, "{}\n")["categories"].get<std::vector<std::string>>();
}

}  // namespace

TEST_CASE("R18-10: a profile and itself do not differ", "[lists][compare]") {
  const Json result = compared(first_version(), first_version());
  CHECK(result["differences"].empty());
  CHECK(result["warnings"].empty());
  CHECK(result["leads"] == 4);
  CHECK(result["moved"] == 0);
  CHECK(result["movers"].empty());
  CHECK(result["bands"] == json(R"({"high": {"high": 2}, "mid": {"mid": 2}})"));
}

TEST_CASE("R18-10: fewer points for one rule show who moves, where, and by which rule", "[lists][compare]") {
  Json after = first_version();
  after["version"] = "2";
  after["rules"][1]["points"] = 5;
  const Json result = compared(first_version(), after);
  CHECK(
      result["differences"] ==
      json(
          R"([{"what": "changed", "category": "intent", "section": "rules", "id": "intent.member", "members": ["points"]}])"));
  CHECK(result["warnings"].empty());
  CHECK(result["bands"] == json(R"({"high": {"mid": 2}, "mid": {"low": 1, "mid": 1}})"));
  CHECK(result["routes"] == json(R"({"high": {"rest": 2}, "rest": {"rest": 2}})"));
  CHECK(result["moved"] == 3);
  REQUIRE(result["movers"].size() == 3);
  const Json& mover = result["movers"][0];
  CHECK(mover["id"] == "a");
  CHECK(mover["row"] == 1);
  CHECK(mover["source"] == "referral");
  CHECK(mover["before"]["band"] == "high");
  CHECK(mover["after"]["band"] == "mid");
  CHECK(mover["before"]["total"] == 50);
  CHECK(mover["after"]["total"] == 35);
  CHECK(mover["rules"] == json(R"(["intent.member"])"));
  CHECK(result["sources"]["referral"] == json(R"({"leads": 1, "moved": 1, "routed_otherwise": 1})"));
  CHECK(result["sources"]["web_form"] == json(R"({"leads": 2, "moved": 1, "routed_otherwise": 1})"));
  CHECK(result["sources"]["unknown"] == json(R"({"leads": 1, "moved": 1, "routed_otherwise": 0})"));
}

TEST_CASE("R18-10: reasons that come and go are named", "[lists][compare]") {
  Json after = first_version();
  after["version"] = "2";
  after["must_haves"] = {
      {{"id", "color"}, {"plain", "Red"}, {"when", {{"field", "color"}, {"is", "red"}}}, {"reason", "out_of_area"}}};
  const Json result = compared(first_version(), after);
  CHECK(result["categories"] == json(R"(["eligibility"])"));
  bool found = false;
  for (const Json& mover : result["movers"]) {
    if (mover["id"] != "d") continue;
    found = true;
    CHECK(mover["reasons_gained"] == json(R"(["out_of_area"])"));
    CHECK(mover["after"]["eligibility"] == "ineligible");
  }
  CHECK(found);
}

TEST_CASE("R18-10: more than one category, and one version for two profiles, are warnings", "[lists][compare]") {
  Json after = first_version();
  after["rules"][1]["points"] = 5;
  after["scoring"]["total"]["high"] = 60;
  const Json result = compared(first_version(), after);
  CHECK(result["warnings"] == json(R"([{"code": "compare.several_categories", "about": "intent, thresholds"},
                                       {"code": "compare.same_version", "about": "1"}])"));
}

TEST_CASE("What is no difference: names, notes, the change log, the order of rules and members", "[lists][compare]") {
  Json after = first_version();
  after["version"] = "2";
  after["name"] = {{"en", "Another"}, {"es", "Otro"}};
  after["changes"] = {{{"version", "2"}, {"category", "none"}, {"text", "Nothing."}}};
  after["rules"][0]["note"] = "why";
  std::swap(after["rules"][0], after["rules"][1]);
  CHECK(compared(first_version(), after)["differences"].empty());
}

TEST_CASE("The order of routes is a difference, since the first that holds wins", "[lists][compare]") {
  Json after = first_version();
  std::swap(after["routes"][0], after["routes"][1]);
  const Json result = compared(first_version(), after);
  CHECK(result["differences"] ==
        json(R"([{"what": "changed", "category": "routing", "section": "routes", "members": ["order"]}])"));
}

TEST_CASE("Every section of a profile belongs to a category", "[lists][compare]") {
  Json after = first_version();
  after["rules"].push_back({{"id", "new"},
                            {"category", "negative"},
                            {"plain", "No"},
                            {"when", {{"field", "size"}, {"at_least", 9}}},
                            {"points", -1}});
  CHECK(categories(first_version(), after) == std::vector<std::string>{"negative"});
  after = first_version();
  after["lists"][0]["values"] = {"red", "blue"};
  CHECK(categories(first_version(), after) == std::vector<std::string>{"fields"});
  after = first_version();
  after["stages"][0]["clauses"][0]["when"] = {{"field", "size"}, {"at_least", 3}};
  CHECK(categories(first_version(), after) == std::vector<std::string>{"stages"});
  after = first_version();
  after["scope"]["geography"] = {"Ohio"};
  CHECK(categories(first_version(), after) == std::vector<std::string>{"scope"});
}
