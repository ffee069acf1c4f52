// R11-11 and R11-03: more leads than places, and leads that nobody owns.
#include "lists/allocation.h"

#include "lists/list.h"
#include "support/random.h"
#include "support/workbench.h"

using namespace prequal;
using namespace prequal::testing;
using lists::PlaceState;

namespace {

/// Members go to team a for a first call; their size is their score.
std::unique_ptr<report::Program> program_with(const Json& team) {
  Json profile = small_profile();
  profile["rules"] = Json::array();
  for (int step = 1; step <= 40; ++step) {
    profile["rules"].push_back({{"id", "size." + std::to_string(step)},
                                {"category", "fit"},
                                {"plain", "Size"},
                                {"when", {{"field", "size"}, {"at_least", step}}},
                                {"points", 1}});
  }
  profile["scoring"]["fit"] = {{"mid", 1}, {"high", 30}};
  profile["teams"] = Json::array({team});
  profile["routes"] = {
      {{"id", "call"}, {"lane", "first_call"}, {"team", "a"}, {"when", {{"field", "member"}, {"is", true}}}},
      {{"id", "rest"}, {"lane", "nurture"}}};
  return program_of(profile);
}

std::string member(int size, const char* is_member = "yes") {
  return Json({{"id", "s" + std::to_string(size)},
               {"submitted_at", "2026-11-20T09:00:00Z"},
               {"answers", {{"size", size}, {"member", is_member}}}})
             .dump() +
         "\n";
}

struct Allocated {
  std::unique_ptr<report::Program> program;
  std::unique_ptr<lists::Allocation> allocation;
  Json document;
};

Allocated allocate(const Json& team, const std::string& leads) {
  Allocated out{.program = program_with(team), .allocation = {}, .document = {}};
  lists::List list(*out.program, {.now = kNow});
  list.push(leads);
  REQUIRE_FALSE(list.finish().has_value());
  out.allocation = std::make_unique<lists::Allocation>(out.program->profile);
  list.visit(*out.allocation);
  out.allocation->finish();
  std::string text;
  out.allocation->write(text);
  out.document = json(text);
  return out;
}

const Json kTeam{{"id", "a"}, {"name", "Team A"}, {"owner", "sam"}, {"capacity", 10}};

}  // namespace

TEST_CASE("R11-11: of thirty leads for ten places the best ten are routed and twenty wait in order",
          "[lists][allocation]") {
  std::vector<int> sizes;
  for (int size = 1; size <= 30; ++size) sizes.push_back(size);
  Random random(11);
  random.shuffle(sizes);
  std::string leads;
  for (const int size : sizes) leads += member(size);
  leads += member(31, "no");  // for nobody
  const Allocated result = allocate(kTeam, leads);
  CHECK(result.document["teams"][0] ==
        Json({{"team", "a"}, {"owner", "sam"}, {"capacity", 10}, {"routed", 10}, {"queued", 20}, {"unassigned", 0}}));
  const Json& order = result.document["order"];
  REQUIRE(order.size() == 30);  // nothing is dropped
  for (std::size_t i = 0; i < 30; ++i) {
    CHECK(order[i]["id"] == "s" + std::to_string(30 - i));
    CHECK(order[i]["order"] == i + 1);
    CHECK(order[i]["state"] == (i < 10 ? "routed" : "queued"));
    CHECK(order[i].contains("due"));
    CHECK(order[i].contains("reason") == (i >= 10));
  }
  CHECK(order[10]["reason"] == "capacity");
  CHECK(order[10]["delay"] == "ours");
  CHECK(result.allocation->places().back().state == PlaceState::unrouted);
  CHECK(result.document["alarms"].empty());
}

TEST_CASE("R11-11: equal leads keep the order of the list, and a team without a limit takes all", "[lists][allocation]") {
  std::string leads;
  for (int i = 0; i < 12; ++i) leads += member(5);
  const Allocated limited = allocate(kTeam, leads);
  for (std::size_t i = 0; i < 12; ++i) CHECK(limited.document["order"][i]["lead"] == i);
  Json team = kTeam;
  team.erase("capacity");
  const Allocated open = allocate(team, leads);
  CHECK(open.allocation->teams()[0].routed == 12);
  CHECK(open.document["teams"][0]["capacity"].is_null());
  team["capacity"] = 0;
  CHECK(allocate(team, leads).allocation->teams()[0].queued == 12);
}

TEST_CASE("R11-03: leads for a team without an owner are an alarm", "[lists][allocation]") {
  Json team = kTeam;
  team.erase("owner");
  const Allocated result = allocate(team, member(5) + member(6) + member(7, "no"));
  CHECK(result.allocation->unassigned() == 2);
  CHECK(result.document["alarms"] == Json::parse(R"([{"alarm": "unassigned", "count": 2, "action": "assign_owner"}])"));
  CHECK(result.document["order"][0]["state"] == "unassigned");
}
