// Laws that hold for every profile and lead.
#include <map>
#include <set>

#include "base/text.h"
#include "lead/json_lead.h"
#include "support/random_profile.h"

using namespace prequal;
using namespace prequal::testing;

namespace {

// Leads that each profile is tried with.
constexpr std::size_t kLeads = 8;
// Profiles, so that every law is tried on 2,000 pairs of a profile and a lead, and on 50,000 in the nightly run.
std::size_t rounds() {
  return (is_nightly() ? 50'000 : 2'000) / kLeads;
}

/// Qualifies leads one after the other with one program.
class Asker {
 public:
  explicit Asker(const report::Program& program) : slots_(program.profile), reader_(slots_), qualifier_(program) {}

  const decide::Decider<1>& ask(const Json& lead, Instant now = kNow) {
    text_ = lead.dump();
    REQUIRE_FALSE(reader_.read(text_, raw_).has_value());
    qualifier_.run(raw_, now);
    return qualifier_.decider();
  }
  std::string verdict(const Json& lead, Instant now = kNow) {
    ask(lead, now);
    std::string out;
    qualifier_.write_verdict(out);
    return out;
  }
  int total(const Json& lead) { return ask(lead).evaluator().total().now.lane(0); }
  int category(const Json& lead, profile::Category which, Instant now = kNow) {
    return ask(lead, now).evaluator().category(which).now.lane(0);
  }

 private:
  lead::Slots slots_;
  lead::JsonLeadReader reader_;
  lead::RawLead raw_;
  report::Qualifier qualifier_;
  std::string text_;
};

Json with_shuffled_members(Random& random, const Json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  random.shuffle(keys);
  Json out = Json::object();
  for (const std::string& key : keys)
    out[key] = object[key].is_object() ? with_shuffled_members(random, object[key]) : object[key];
  return out;
}

}  // namespace

TEST_CASE("Contributions add up to the scores, and the total lies in 0 to 100", "[properties]") {
  Random random(1);
  for (std::size_t round = 0; round < rounds(); ++round) {
    const Json profile = random_profile(random);
    const auto program = program_of(profile);
    for (std::size_t i = 0; i < kLeads; ++i) {
      const Json lead = random_lead(random, profile, 75);
      const Json verdict = verdict_of(*program, lead);
      INFO(profile.dump() << "\n" << lead.dump() << "\n" << verdict.dump());
      std::map<std::string, int> sums;
      int all = 0;
      for (const Json& line : verdict["contributions"]) {
        sums[line["category"].get<std::string>()] += line["points"].get<int>();
        all += line["points"].get<int>();
        REQUIRE(line["points"] != 0);
      }
      for (const char* category : {"fit", "intent", "adjustment", "negative"}) {
        REQUIRE(sums[category] == verdict["scores"][category]["value"].get<int>());
      }
      REQUIRE(all == verdict["scores"]["total"]["value"].get<int>());
      REQUIRE(all >= 0);
      REQUIRE(all <= 100);
    }
  }
}

TEST_CASE("A rule that gives points never lowers a score, one that takes points never raises it", "[properties]") {
  Random random(2);
  for (std::size_t round = 0; round < rounds(); ++round) {
    const Json profile = random_profile(random);
    // The condition of some rule of the profile, given for a new one.
    Json plain;
    for (const Json& rule : profile["rules"]) {
      if (rule["category"] == "fit" && rule.contains("when")) plain = rule["when"];
    }
    if (plain.is_null()) plain = {{"field", "f0"}, {"is_any_of", {"w0"}}};
    Json more = profile;
    more["rules"].push_back({{"id", "more"},
                             {"category", random.chance(50) ? "fit" : "intent"},
                             {"plain", "More"},
                             {"when", plain},
                             {"points", random.between(1, 20)}});
    Json less = profile;
    less["rules"].push_back(
        {{"id", "less"}, {"category", "negative"}, {"plain", "Less"}, {"when", plain}, {"points", -random.between(1, 20)}});
    const auto before = program_of(profile);
    const auto with_more = program_of(more);
    const auto with_less = program_of(less);
    Asker ask_before(*before);
    Asker ask_more(*with_more);
    Asker ask_less(*with_less);
    for (std::size_t i = 0; i < kLeads; ++i) {
      const Json lead = random_lead(random, profile, 75);
      const int total = ask_before.total(lead);
      INFO(profile.dump() << "\n" << lead.dump());
      REQUIRE(ask_more.total(lead) >= total);
      REQUIRE(ask_less.total(lead) <= total);
    }
  }
}

TEST_CASE("An answer that only ever gives points never lowers a score", "[properties]") {
  Random random(3);
  ProfileShape shape;
  shape.negation = false;
  for (std::size_t round = 0; round < rounds(); ++round) {
    Json profile = random_profile(random, shape);
    // A field of its own, which only rules with points look at.
    profile["fields"].push_back(json(R"({"id": "bonus", "type": "yes_no", "label": "Bonus"})"));
    for (const char* category : {"fit", "intent"}) {
      const Json extra = profile["rules"][0].contains("when") && profile["rules"][0]["category"] == "fit"
                             ? profile["rules"][0]["when"]
                             : Json(true);
      profile["rules"].push_back({{"id", std::string("bonus.") + category},
                                  {"category", category},
                                  {"plain", "Bonus"},
                                  {"when", {{"all", {extra, {{"field", "bonus"}, {"is", true}}}}}},
                                  {"points", random.between(1, 20)}});
    }
    const auto program = program_of(profile);
    Asker asker(*program);
    for (std::size_t i = 0; i < kLeads; ++i) {
      Json lead = random_lead(random, profile, 75);
      lead["answers"].erase("bonus");
      const int unknown = asker.total(lead);
      lead["answers"]["bonus"] = false;
      const int no = asker.total(lead);
      lead["answers"]["bonus"] = true;
      INFO(profile.dump() << "\n" << lead.dump());
      REQUIRE(asker.total(lead) >= no);
      REQUIRE(no == unknown);
    }
  }
}

TEST_CASE("The order of answers changes nothing", "[properties]") {
  Random random(4);
  for (std::size_t round = 0; round < rounds(); ++round) {
    const Json profile = random_profile(random);
    const auto program = program_of(profile);
    Asker asker(*program);
    for (std::size_t i = 0; i < kLeads; ++i) {
      const Json lead = random_lead(random, profile);
      const Json shuffled = with_shuffled_members(random, lead);
      INFO(profile.dump() << "\n" << lead.dump() << "\n" << shuffled.dump());
      const Json first = Json::parse(asker.verdict(lead));
      const Json second = Json::parse(asker.verdict(shuffled));
      for (const char* part :
           {"scores", "band", "eligibility", "contributions", "stage", "status", "reasons", "route", "facts", "settled"}) {
        REQUIRE(first[part] == second[part]);
      }
    }
  }
}

TEST_CASE("The order of touches changes nothing", "[properties]") {
  Random random(14);
  for (std::size_t round = 0; round < rounds(); ++round) {
    const Json profile = random_profile(random);
    const auto program = program_of(profile);
    Asker asker(*program);
    for (std::size_t i = 0; i < kLeads;) {
      Json lead = random_lead(random, profile);
      if (!lead.contains("touches")) continue;
      ++i;
      const std::string first = asker.verdict(lead);
      std::vector<Json> touches(lead["touches"].begin(), lead["touches"].end());
      random.shuffle(touches);
      lead["touches"] = touches;
      INFO(profile.dump() << "\n" << lead.dump());
      REQUIRE(Json::parse(first)["scores"] == Json::parse(asker.verdict(lead))["scores"]);
    }
  }
}

TEST_CASE("The order of rules changes no score and no decision", "[properties]") {
  Random random(5);
  for (std::size_t round = 0; round < rounds(); ++round) {
    const Json profile = random_profile(random);
    Json shuffled = profile;
    std::vector<Json> rules(profile["rules"].begin(), profile["rules"].end());
    random.shuffle(rules);
    shuffled["rules"] = rules;
    const auto first = program_of(profile);
    const auto second = program_of(shuffled);
    for (std::size_t i = 0; i < kLeads; ++i) {
      const Json lead = random_lead(random, profile);
      const Json a = verdict_of(*first, lead);
      const Json b = verdict_of(*second, lead);
      INFO(profile.dump() << "\n" << lead.dump());
      for (const char* part : {"scores", "band", "eligibility", "stage", "status", "reasons", "settled"})
        REQUIRE(a[part] == b[part]);
      REQUIRE(a["route"]["id"] == b["route"]["id"]);
    }
  }
}

TEST_CASE("A list gives what its leads give one by one, in any order", "[properties]") {
  Random random(6);
  // Six sizes of lists hold 798 leads.
  for (std::size_t round = 0; round < (is_nightly() ? 6U * 63U : 6U * 3U); ++round) {
    const Json profile = random_profile(random);
    const auto program = program_of(profile);
    const lead::Slots slots(program->profile);
    lead::JsonLeadReader reader(slots);
    lead::Normalizer normalizer(program->profile);
    const evaluate::Loader loader(program->plan);
    constexpr std::array<std::size_t, 6> kSizes{1, 5, 63, 64, 65, 600};
    const std::size_t leads = kSizes[round % kSizes.size()];
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < leads; ++i) texts.push_back(random_lead(random, profile).dump());
    const auto decide_list = [&] {
      evaluate::FactTable table(program->plan);
      table.reset(leads);
      lead::RawLead raw;
      lead::Lead lead;
      for (std::size_t i = 0; i < leads; ++i) {
        REQUIRE_FALSE(reader.read(texts[i], raw).has_value());
        normalizer.run(raw, kNow, lead);
        loader.load(lead, kNow, table, i);
      }
      decide::Outcomes blocks;
      decide::Outcomes singles;
      blocks.reset(leads, program->profile.model().reasons.size());
      singles.reset(leads, program->profile.model().reasons.size());
      decide::Decider<evaluate::kBlockWords> block(program->plan);
      decide::Decider<1> single(program->plan);
      if (leads > 64) {
        for (std::size_t first = 0; first < leads; first += evaluate::kBlockLeads) {
          block.run(table, first);
          block.store(blocks, first);
        }
      }
      for (std::size_t first = 0; first < leads; first += 64) {
        single.run(table, first);
        single.store(singles, first);
      }
      if (leads > 64) {
        REQUIRE(blocks.total == singles.total);
        REQUIRE(blocks.total_low == singles.total_low);
        REQUIRE(blocks.total_high == singles.total_high);
        REQUIRE(blocks.fit == singles.fit);
        REQUIRE(blocks.intent == singles.intent);
        REQUIRE(blocks.negative == singles.negative);
        REQUIRE(blocks.band == singles.band);
        REQUIRE(blocks.band_reach == singles.band_reach);
        REQUIRE(blocks.eligibility == singles.eligibility);
        REQUIRE(blocks.stage == singles.stage);
        REQUIRE(blocks.status == singles.status);
        REQUIRE(blocks.status_reach == singles.status_reach);
        REQUIRE(blocks.lane == singles.lane);
        REQUIRE(blocks.route == singles.route);
        REQUIRE(blocks.settled == singles.settled);
        REQUIRE(blocks.reasons == singles.reasons);
        REQUIRE(blocks.main_reason == singles.main_reason);
      }
      return singles;
    };
    const decide::Outcomes together = decide_list();
    Asker asker(*program);
    for (std::size_t i = 0; i < leads; ++i) {
      const auto& alone = asker.ask(Json::parse(texts[i]));
      INFO(profile.dump() << "\n" << texts[i]);
      REQUIRE(together.total[i] == alone.evaluator().total().now.lane(0));
      REQUIRE(together.total_low[i] == alone.evaluator().total().low.lane(0));
      REQUIRE(together.status[i] == alone.status().lane(0));
      REQUIRE(together.route[i] == alone.route().lane(0));
      REQUIRE((together.settled[i] != 0) == alone.settled().lane(0));
    }
    std::vector<std::size_t> order(leads);
    for (std::size_t i = 0; i < leads; ++i) order[i] = i;
    random.shuffle(order);
    const std::vector<std::string> before = texts;
    for (std::size_t i = 0; i < leads; ++i) texts[i] = before[order[i]];
    const decide::Outcomes shuffled = decide_list();
    for (std::size_t i = 0; i < leads; ++i) {
      REQUIRE(shuffled.total[i] == together.total[order[i]]);
      REQUIRE(shuffled.route[i] == together.route[order[i]]);
      REQUIRE(shuffled.status[i] == together.status[order[i]]);
    }
  }
}

TEST_CASE("Time never moves fit", "[properties]") {
  Random random(7);
  for (std::size_t round = 0; round < rounds(); ++round) {
    const Json profile = random_profile(random);
    const auto program = program_of(profile);
    Asker asker(*program);
    for (std::size_t i = 0; i < kLeads; ++i) {
      const Json lead = random_lead(random, profile);
      const int fit = asker.category(lead, profile::Category::fit);
      for (const std::int64_t days : {-400, -1, 1, 30, 4000}) {
        INFO(profile.dump() << "\n" << lead.dump());
        REQUIRE(asker.category(lead, profile::Category::fit, {kNow.seconds + days * 86400, 60}) == fit);
      }
    }
  }
}

TEST_CASE("Words that no condition looks for change nothing, nor do unknown fields", "[properties]") {
  Random random(8);
  for (std::size_t round = 0; round < rounds(); ++round) {
    Json profile = random_profile(random);
    profile["fields"].push_back(json(R"({"id": "story", "type": "long_text", "label": "Story"})"));
    const auto program = program_of(profile);
    Asker asker(*program);
    for (std::size_t i = 0; i < kLeads; ++i) {
      Json lead = random_lead(random, profile);
      lead["answers"]["story"] = "first wording";
      const std::string first = asker.verdict(lead);
      lead["answers"]["story"] = "quite another, with more patients and a red flag";
      lead["nobody_asked"] = {{"deep", {1, 2, {{"x", "y"}}}}};
      lead["favourite_color"] = "blue";
      for (Json& field : profile["fields"]) {
        if (field["type"] != "text" || !lead["answers"].contains(field["id"].get<std::string>())) continue;
        auto& text = lead["answers"][field["id"].get_ref<const std::string&>()];
        if (text.is_string() && text != "not sure") text = "Well: " + text.get<std::string>() + " -- thanks.";
      }
      INFO(profile.dump() << "\n" << lead.dump());
      REQUIRE(asker.verdict(lead) == first);
    }
  }
}

TEST_CASE("The same lead gives the same bytes, whatever was qualified before", "[properties]") {
  Random random(9);
  for (std::size_t round = 0; round < rounds(); ++round) {
    const Json profile = random_profile(random);
    const auto program = program_of(profile);
    Asker asker(*program);
    for (std::size_t i = 0; i < kLeads; ++i) {
      const Json lead = random_lead(random, profile);
      const std::string fresh = verdict_text(*program, lead.dump());
      for (int other = 0; other < 2; ++other) asker.ask(random_lead(random, profile));
      const std::string used = asker.verdict(lead);
      REQUIRE(used == fresh);
      REQUIRE(find_malformed_utf8(used) == std::string_view::npos);
      REQUIRE(Json::accept(used));
    }
  }
}

TEST_CASE("Who opted out is not reached out to, and the next step never uses a blocked channel", "[properties]") {
  static const std::set<std::string> kReaching{"contact_with_discovery_questions", "schedule_discovery",
                                               "call_and_confirm_eligibility", "send_relevant_material",
                                               "book_appointment"};
  Random random(15);
  std::size_t reaching = 0;
  for (std::size_t round = 0; round < rounds(); ++round) {
    const Json profile = random_profile(random);
    const auto program = program_of(profile);
    Asker asker(*program);
    for (std::size_t i = 0; i < kLeads; ++i) {
      Json lead = random_lead(random, profile);
      INFO(profile.dump() << "\n" << lead.dump());
      const Json open = Json::parse(asker.verdict(lead));
      const bool reaches = kReaching.contains(open["next_step"]["action"].get<std::string>());
      reaching += reaches ? 1 : 0;
      if (reaches) REQUIRE_FALSE(open["outreach"]["permitted"].empty());
      for (const char* channel : {"email", "phone", "text", "mail"}) lead["consent"][channel] = "opted_out";
      const Json closed = Json::parse(asker.verdict(lead));
      REQUIRE(closed["outreach"]["permitted"].empty());
      REQUIRE_FALSE(kReaching.contains(closed["next_step"]["action"].get<std::string>()));
    }
  }
  CHECK(reaching > 0);  // or this would show little
}
