// Bounds and reachable sets hold every completion of what is unknown, and a settled verdict never changes: tried out by
// brute force on small profiles.
#include "lead/json_lead.h"
#include "profile/names.h"
#include "support/random_profile.h"

using namespace prequal;
using namespace prequal::testing;

namespace {

struct Found {
  std::array<std::int32_t, 5> now{}, low{}, high{};  // four categories and the total
  std::array<std::uint32_t, 7> chosen{};
  std::array<std::uint64_t, 7> reach{};
  bool settled = false;
  bool stays_out = false;  // ineligible for good: its band is for information only
};
constexpr std::array<const char*, 7> kOutcomes{"fit band", "intent band", "band", "eligibility",
                                               "stage",    "status",      "route"};

class Asker {
 public:
  explicit Asker(const report::Program& program) : slots_(program.profile), reader_(slots_), qualifier_(program) {}

  Found ask(const Json& lead) {
    text_ = lead.dump();
    lead::RawLead raw;
    REQUIRE_FALSE(reader_.read(text_, raw).has_value());
    qualifier_.run(raw, kNow);
    const auto& decider = qualifier_.decider();
    Found out;
    for (std::size_t c = 0; c < 5; ++c) {
      const auto& score =
          c < 4 ? decider.evaluator().category(static_cast<profile::Category>(c)) : decider.evaluator().total();
      out.now[c] = score.now.lane(0);
      out.low[c] = score.low.lane(0);
      out.high[c] = score.high.lane(0);
    }
    const std::array<const decide::Choice<1>*, 7> choices{&decider.fit_band(),    &decider.intent_band(), &decider.band(),
                                                          &decider.eligibility(), &decider.stage(),       &decider.status(),
                                                          &decider.route()};
    for (std::size_t i = 0; i < choices.size(); ++i) {
      out.chosen[i] = choices[i]->lane(0);
      out.reach[i] = choices[i]->reach(0);
    }
    out.settled = decider.settled().lane(0);
    out.stays_out = out.reach[3] == std::uint64_t{1} << static_cast<unsigned>(profile::Eligibility::ineligible);
    return out;
  }

  [[nodiscard]] bool is_open(std::size_t field) const {
    return !lead::is_usable(qualifier_.decided_lead().answers[field].state);
  }

 private:
  lead::Slots slots_;
  lead::JsonLeadReader reader_;
  report::Qualifier qualifier_;
  std::string text_;
};

/// Every way in which the open fields and consents can be filled in; at most `limit`, drawn at random beyond that.
std::vector<Json> completions(Random& random, const Json& profile, const Json& lead, const Asker& asker,
                              std::size_t limit) {
  struct Open {
    std::string name;
    bool consent;
    std::vector<Json> values;
  };
  std::vector<Open> open;
  std::size_t all = 1;
  for (std::size_t f = 0; f < profile["fields"].size(); ++f) {
    if (!asker.is_open(f)) continue;
    open.push_back({profile["fields"][f]["id"], false, values_of(profile, profile["fields"][f])});
  }
  for (const std::string channel : {"email", "phone", "text"}) {
    const bool missing =
        !lead.contains("consent") || !lead["consent"].contains(channel) || lead["consent"][channel] == "missing";
    if (missing) open.push_back({channel, true, {"given", "refused", "opted_out"}});
  }
  // A field may also stay open.
  for (Open& entry : open) {
    entry.values.emplace_back(nullptr);
    all = std::min<std::size_t>(all * entry.values.size(), 1U << 30U);
  }
  std::vector<Json> out;
  const std::size_t count = std::min(all, limit);
  for (std::size_t i = 0; i < count; ++i) {
    Json filled = lead;
    std::size_t rest = i;
    for (const Open& entry : open) {
      const Json& value = all <= limit ? entry.values[rest % entry.values.size()] : random.pick(entry.values);
      rest /= entry.values.size();
      if (value.is_null()) continue;
      filled[entry.consent ? "consent" : "answers"][entry.name] = value;
    }
    out.push_back(std::move(filled));
  }
  return out;
}

void check_inside(const Found& before, const Found& after, const Json& lead, const Json& filled, const Json& profile) {
  const auto where = [&] { return "\nlead " + lead.dump() + "\nfilled " + filled.dump() + "\n" + profile.dump(); };
  for (std::size_t c = 0; c < 5; ++c) {
    if (after.now[c] < before.low[c] || after.now[c] > before.high[c]) {
      FAIL("score " << c << ": " << after.now[c] << " is outside of " << before.low[c] << " to " << before.high[c]
                    << where());
    }
    // What is narrowed down stays inside, too.
    if (after.low[c] < before.low[c] || after.high[c] > before.high[c]) {
      FAIL("the bounds of score " << c << " grew from " << before.low[c] << ".." << before.high[c] << " to " << after.low[c]
                                  << ".." << after.high[c] << where());
    }
  }
  for (std::size_t i = 0; i < kOutcomes.size(); ++i) {
    if ((before.reach[i] >> after.chosen[i] & 1U) == 0) {
      FAIL(kOutcomes[i] << ": " << after.chosen[i] << " was not among the reachable " << before.reach[i] << where());
    }
    if (before.settled && after.chosen[i] != before.chosen[i] && i >= 2 && !(i == 2 && before.stays_out)) {
      FAIL(kOutcomes[i] << " changed from " << before.chosen[i] << " to " << after.chosen[i] << " although settled"
                        << where());
    }
  }
}

}  // namespace

TEST_CASE("Every completion of the unknown stays inside the bounds and the reachable sets", "[properties]") {
  const std::size_t pairs = is_nightly() ? 50'000 : 2'000;
  const std::size_t limit = is_nightly() ? 500 : 60;
  Random random(99);
  std::size_t settled = 0;
  for (std::size_t pair = 0; pair < pairs; pair += 3) {
    ProfileShape shape;
    shape.most_fields = 3;
    const Json profile = random_profile(random, shape);
    const auto program = program_of(profile);
    Asker asker(*program);
    for (int i = 0; i < 3; ++i) {
      const Json lead = random_lead(random, profile, 50);
      const Found before = asker.ask(lead);
      settled += before.settled ? 1 : 0;
      INFO(profile.dump() << "\n" << lead.dump());
      for (std::size_t c = 0; c < 5; ++c) {
        REQUIRE(before.low[c] <= before.now[c]);
        REQUIRE(before.now[c] <= before.high[c]);
      }
      for (const Json& filled : completions(random, profile, lead, asker, limit)) {
        check_inside(before, asker.ask(filled), lead, filled, profile);
      }
    }
  }
  // Both kinds occur, or this would show little.
  CHECK(settled > pairs / 50);
  CHECK(settled < pairs);
}

TEST_CASE("The bounds of rules on one field each are exact", "[properties]") {
  Random random(101);
  // Each profile is tried with 27 leads.
  for (std::size_t round = 0; round < (is_nightly() ? 2'000U : 150U); ++round) {
    Json profile = small_profile();
    Json& rules = profile["rules"];
    rules = Json::array();
    static const std::vector<std::string> kColors{"red", "green", "blue"};
    for (int i = 0; i < 4; ++i) {
      const std::string category = random.chance(50) ? "fit" : "negative";
      Json when = random.chance(50) ? Json{{"field", "color"}, {"is", random.pick(kColors)}}
                                    : Json{{"field", "size"}, {"at_least", random.between(0, 3) * 10}};
      if (random.chance(30)) when = {{"not", when}};
      rules.push_back({{"id", "r" + std::to_string(i)},
                       {"category", category},
                       {"plain", "Rule"},
                       {"when", when},
                       {"points", category == "fit" ? random.between(1, 9) : -random.between(1, 9)}});
    }
    const auto program = program_of(profile);
    Asker asker(*program);
    const Found before = asker.ask(Json::object());
    std::array<std::int32_t, 5> least{};
    std::array<std::int32_t, 5> most{};
    least.fill(INT32_MAX);
    most.fill(INT32_MIN);
    for (const char* color : {"red", "green", "blue"}) {
      for (int size = 0; size <= 40; size += 5) {
        const Found after = asker.ask({{"answers", {{"color", color}, {"size", size}}}});
        for (std::size_t c = 0; c < 4; ++c) {
          least[c] = std::min(least[c], after.now[c]);
          most[c] = std::max(most[c], after.now[c]);
        }
      }
    }
    for (const std::size_t c : {std::size_t{0}, std::size_t{3}}) {
      INFO(profile["rules"].dump());
      CHECK(before.low[c] <= least[c]);
      CHECK(before.high[c] >= most[c]);
      // Exact, but that leaving a question open is a completion as well.
      CHECK(before.low[c] == std::min(least[c], before.low[c] < least[c] ? before.now[c] : least[c]));
      CHECK(before.high[c] == std::max(most[c], before.high[c] > most[c] ? before.now[c] : most[c]));
    }
  }
}

TEST_CASE("Unknown never stops", "[properties]") {
  Random random(13);
  constexpr std::size_t kLeads = 8;
  for (std::size_t pair = 0; pair < (is_nightly() ? 50'000U : 2'000U);) {
    ProfileShape shape;
    shape.states = shape.facts = shape.touches = false;
    Json profile = random_profile(random, shape);
    // A constant or a switch is known; what is left are conditions on answers alone.
    for (const char* list : {"must_haves", "hard_stops"}) {
      for (Json& entry : profile[list]) {
        entry["when"] = {{"all", {entry["when"], {{"field", "f0"}, {"is_any_of", {"w0"}}}}}};
        if (std::string_view(list) == "must_haves")
          entry["when"] = {{"any", {entry["when"], {{"field", "f0"}, {"is_any_of", {"w0"}}}}}};
      }
    }
    if (profile["fields"][0].contains("only_if")) continue;  // f0 is then never true
    const auto program = program_of(profile);
    pair += kLeads;
    for (std::size_t i = 0; i < kLeads; ++i) {
      Json lead = random_lead(random, profile);
      lead.erase("answers");
      const Json verdict = verdict_of(*program, lead);
      INFO(profile.dump() << "\n" << lead.dump());
      REQUIRE(verdict["eligibility"]["value"] != "ineligible");
      REQUIRE(verdict["eligibility"]["stops"].empty());
    }
  }
}
