// The evaluator on planes against the reference: the same truths, scores and decisions for random profiles and leads.
#include "support/reference.h"

#include "lead/json_lead.h"
#include "profile/names.h"
#include "support/random_profile.h"

using namespace prequal;
using namespace prequal::testing;

namespace {

/// All conditions of a document that stand under "when", with the place where they stand.
void find_conditions(const Json& node, const std::string& place, std::vector<std::pair<std::string, Json>>& out) {
  if (!node.is_structured()) return;
  for (const auto& [key, child] : node.items()) {
    if (key == "when" || key == "disqualify_when") out.emplace_back(place + "/" + key, child);
    find_conditions(child, place + "/" + key, out);
  }
}

}  // namespace

TEST_CASE("The evaluator agrees with the reference on scores and decisions", "[properties]") {
  const std::size_t pairs = is_nightly() ? 50'000 : 2'000;
  constexpr std::size_t kLeads = 4;
  Random random(20261120);
  for (std::size_t pair = 0; pair < pairs; pair += kLeads) {
    const Json profile = random_profile(random);
    const auto program = program_of(profile);
    const lead::Slots slots(program->profile);
    lead::JsonLeadReader reader(slots);
    report::Qualifier qualifier(*program);
    for (std::size_t i = 0; i < kLeads; ++i) {
      const std::string text = random_lead(random, profile).dump();
      lead::RawLead raw;
      REQUIRE_FALSE(reader.read(text, raw).has_value());
      qualifier.run(raw, kNow);
      const Reference reference(profile, program->profile, qualifier.lead(), kNow);
      const auto& decider = qualifier.decider();
      const auto& evaluator = decider.evaluator();
      INFO("pair " << pair << "\n" << profile.dump() << "\n" << text);
      for (std::size_t c = 0; c < profile::kCategories; ++c) {
        CAPTURE(c);
        REQUIRE(evaluator.category(static_cast<profile::Category>(c)).now.lane(0) == reference.categories[c]);
      }
      REQUIRE(evaluator.total().now.lane(0) == reference.total);
      REQUIRE(profile::levels()[decider.fit_band().lane(0)] == reference.fit_band);
      REQUIRE(profile::levels()[decider.intent_band().lane(0)] == reference.intent_band);
      REQUIRE(profile::cells()[decider.cell().lane(0)] == reference.cell);
      REQUIRE(profile::levels()[decider.band().lane(0)] == reference.band);
      REQUIRE(profile::eligibilities()[decider.eligibility().lane(0)] == reference.eligibility);
      const auto& model = program->profile.model();
      REQUIRE(model.stages[decider.stage().lane(0)].id == reference.stage);
      std::set<std::string> reasons;
      for (std::size_t r = 0; r < model.reasons.size(); ++r) {
        if (decider.reason(r).now.yes.lane(0)) reasons.insert(std::string(model.reasons[r].code));
      }
      REQUIRE(reasons == reference.reasons);
      REQUIRE(profile::statuses()[decider.status().lane(0)] == reference.status);
      REQUIRE(profile::lanes()[decider.lane().lane(0)] == reference.lane);
      const std::uint32_t route = decider.route().lane(0);
      REQUIRE((route == 0 ? std::string() : std::string(model.routes[route - 1].id)) == reference.route);
    }
  }
}

TEST_CASE("The evaluator agrees with the reference on the truth of every condition", "[properties]") {
  // Each condition becomes a definition of its own, whose truth both sides are asked for.
  const std::size_t profiles = is_nightly() ? 5'000 : 250;
  Random random(77);
  std::size_t seen_yes = 0;
  std::size_t seen_no = 0;
  std::size_t seen_unknown = 0;
  for (std::size_t round = 0; round < profiles; ++round) {
    Json profile = random_profile(random);
    std::vector<std::pair<std::string, Json>> conditions;
    find_conditions(profile, "", conditions);
    const std::size_t before = profile["definitions"].size();
    // A definition stands before the rest, so one that uses dimensions is left out.
    std::vector<std::size_t> asked;
    for (std::size_t i = 0; i < conditions.size(); ++i) {
      const std::string text = conditions[i].second.dump();
      if (text.find("\"dimension\"") != std::string::npos || text.find("\"definition\"") != std::string::npos ||
          text.find("\"reason\"") != std::string::npos) {
        continue;
      }
      profile["definitions"].push_back({{"id", "ask" + std::to_string(i)}, {"when", conditions[i].second}});
      asked.push_back(i);
    }
    const auto program = program_of(profile);
    const lead::Slots slots(program->profile);
    lead::JsonLeadReader reader(slots);
    report::Qualifier qualifier(*program);
    for (int i = 0; i < 3; ++i) {
      const std::string text = random_lead(random, profile).dump();
      lead::RawLead raw;
      REQUIRE_FALSE(reader.read(text, raw).has_value());
      qualifier.run(raw, kNow);
      const Reference reference(profile, program->profile, qualifier.lead(), kNow);
      for (std::size_t d = 0; d < asked.size(); ++d) {
        const auto& definition = program->profile.model().definitions[before + d];
        const auto& truth = qualifier.decider().evaluator().now(definition.when);
        const Tri expected = reference.truth(conditions[asked[d]].second);
        const Tri found = truth.yes.lane(0) ? Tri::yes : truth.no.lane(0) ? Tri::no : Tri::unknown;
        REQUIRE_FALSE((truth.yes.lane(0) && truth.no.lane(0)));
        if (found != expected) {
          FAIL(conditions[asked[d]].second.dump()
               << "\nfound " << static_cast<int>(found) << ", expected " << static_cast<int>(expected) << "\n"
               << text << "\n"
               << profile.dump());
        }
        (found == Tri::yes ? seen_yes : found == Tri::no ? seen_no : seen_unknown) += 1;
      }
    }
  }
  // The generator reaches all three.
  CHECK(seen_yes > 300);
  CHECK(seen_no > 300);
  CHECK(seen_unknown > 300);
}
