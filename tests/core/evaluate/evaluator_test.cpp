#include "evaluate/evaluator.h"

#include "support/workbench.h"

using namespace prequal;
using namespace prequal::testing;

TEST_CASE("A profile may tell thousands of segments apart, R01-02") {
  Json profile = small_profile();
  Json wanted = Json::array();
  profile["segments"] = Json::array();
  for (int i = 0; i < 3000; ++i) {
    profile["segments"].push_back("segment_" + std::to_string(i));
    if (i % 300 == 299) wanted.push_back("segment_" + std::to_string(i));
  }
  profile["rules"].push_back(json(R"({"id": "far", "category": "fit", "plain": "Far", "points": 5})"));
  profile["rules"].back()["when"] = {{"fact", "segment"}, {"is_any_of", wanted}};
  const auto program = program_of(profile);
  const auto points = [&](const std::string& segment) {
    return verdict_of(*program, {{"segment", segment}})["scores"]["fit"]["value"].get<int>();
  };
  CHECK(points("segment_2999") == points("segment_2998") + 5);
  CHECK(points("segment_299") == points("segment_300") + 5);

  // The last of them is not among those looked for: beyond the highest wanted code, not beyond the table.
  profile["rules"].back()["when"]["is_any_of"] = {"segment_0"};
  const auto narrow = program_of(profile);
  const auto fit = [&](const std::string& segment) {
    return verdict_of(*narrow, {{"segment", segment}})["scores"]["fit"]["value"].get<int>();
  };
  CHECK(fit("segment_0") == fit("segment_2999") + 5);
}
