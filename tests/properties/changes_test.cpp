// "What would change it" against exhaustive search: on small random profiles every combination of answers is tried along
// the whole way from a lead document to its decision. PREQUAL_NIGHTLY=1 tries 1,000 profiles; docs/guidance.md tells what
// came of it.
#include <cstdio>
#include <set>

#include "lead/json_lead.h"
#include "profile/facts.h"
#include "support/answers.h"
#include "support/random_profile.h"

using namespace prequal;
using namespace prequal::testing;

namespace {

using guide::Hypothesis;
using guide::Target;
using profile::Fact;
using profile::Source;

bool before(const Hypothesis& a, const Hypothesis& b) {
  return a.field != b.field ? a.field < b.field : a.value < b.value;
}
struct Before {
  bool operator()(const std::vector<Hypothesis>& a, const std::vector<Hypothesis>& b) const {
    return std::ranges::lexicographical_compare(a, b, before);
  }
};
using ChangeSet = std::set<std::vector<Hypothesis>, Before>;

/// One thing that the lead may answer or permit, and every answer that the profile can tell apart.
struct Lever {
  Source source;
  std::vector<std::int32_t> values;
  std::vector<Json> others;  ///< further answers, which no class stands for: they must not reach anything earlier
};

struct Standing {
  std::uint32_t eligibility, stage, band, lane;
};

class Exhaustive {
 public:
  explicit Exhaustive(const report::Program& program)
      : program_(program), slots_(program.profile), reader_(slots_), qualifier_(program), hypotheses_(program.profile) {}

  void start(const Json& lead) {
    lead_ = lead;
    base_ = standing(lead);
  }
  [[nodiscard]] report::Qualifier& qualifier() { return qualifier_; }
  [[nodiscard]] const Standing& base() const { return base_; }
  [[nodiscard]] std::size_t tried() const { return tried_; }

  [[nodiscard]] bool reached(Target target, const Standing& now) const {
    using profile::Lane;
    switch (target) {
      case Target::eligible: return now.eligibility == static_cast<std::uint32_t>(profile::Eligibility::eligible);
      case Target::stage: return now.stage > base_.stage;
      case Target::band: return now.band > base_.band;
      case Target::route: {
        const auto lane = static_cast<Lane>(now.lane);
        return lane == Lane::sales || lane == Lane::discovery || lane == Lane::first_call || lane == Lane::intake ||
               lane == Lane::coordinator;
      }
    }
    return false;
  }

  Standing standing(const Json& lead) {
    ++tried_;
    text_ = lead.dump();
    REQUIRE_FALSE(reader_.read(text_, raw_).has_value());
    qualifier_.run(raw_, kNow);
    const auto& decider = qualifier_.decider();
    return {decider.eligibility().lane(0), decider.stage().lane(0), decider.band().lane(0), decider.lane().lane(0)};
  }

  [[nodiscard]] std::vector<Lever> levers(const Json& profile) const {
    std::vector<Lever> out;
    const lead::Lead& lead = qualifier_.lead();
    for (std::size_t i = 0; i < program_.profile.model().fields.size(); ++i) {
      const auto field = static_cast<profile::FieldId>(i);
      const bool fixed = lead::is_usable(lead.answers[i].state) && !program_.profile.model().fields[i].may_change;
      if (fixed || !program_.profile.field_applies(field)) continue;
      Lever lever{.source = field, .values = hypotheses_.values(field), .others = {}};
      const profile::FieldType type = program_.profile.model().fields[i].type;
      const bool any = type == profile::FieldType::number || type == profile::FieldType::money ||
                       type == profile::FieldType::date || type == profile::FieldType::time ||
                       type == profile::FieldType::choices || type == profile::FieldType::choice;
      if (any) lever.others = values_of(profile, profile["fields"][i]);
      out.push_back(std::move(lever));
    }
    for (const Fact consent : {Fact::consent_email, Fact::consent_phone, Fact::consent_text}) {
      if (lead.fact(consent) == static_cast<std::int32_t>(fact_code(consent, "missing"))) {
        out.push_back({.source = profile::fact_source(consent), .values = {1}, .others = {}});
      }
    }
    return out;
  }

  /// Every combination of exactly `size` levers: calls `hit(answers, other)` with what it leads to. `other` tells that one
  /// of the answers belongs to no class.
  template <typename Hit>
  void combine(const std::vector<Lever>& levers, std::size_t size, bool others, Hit hit) {
    std::vector<Hypothesis> answers;
    combine(levers, 0, size, others, lead_, answers, false, hit);
  }

 private:
  template <typename Hit>
  void combine(const std::vector<Lever>& levers, std::size_t first, std::size_t size, bool others, const Json& lead,
               std::vector<Hypothesis>& answers, bool other, Hit& hit) {
    if (size == 0) {
      hit(answers, other, standing(lead));
      return;
    }
    for (std::size_t i = first; i + size <= levers.size(); ++i) {
      for (const std::int32_t value : levers[i].values) {
        Json filled = lead;
        put_answer(filled, program_.profile, {levers[i].source, value});
        answers.push_back({levers[i].source, value});
        combine(levers, i + 1, size - 1, others, filled, answers, other, hit);
        answers.pop_back();
      }
      if (!others) continue;
      for (const Json& value : levers[i].others) {
        Json filled = lead;
        filled["answers"][std::string(program_.profile.model().fields[levers[i].source].id)] = value;
        combine(levers, i + 1, size - 1, others, filled, answers, true, hit);
      }
    }
  }

  const report::Program& program_;
  lead::Slots slots_;
  lead::JsonLeadReader reader_;
  lead::RawLead raw_;
  report::Qualifier qualifier_;
  guide::Hypotheses hypotheses_;
  Json lead_;
  Standing base_{};
  std::string text_;
  std::size_t tried_ = 0;
};

std::string to_text(const ChangeSet& changes) {
  std::string out;
  for (const auto& change : changes) {
    out += "  [";
    for (const Hypothesis& answer : change) out += std::to_string(answer.field) + "=" + std::to_string(answer.value) + " ";
    out += "]\n";
  }
  return out;
}

}  // namespace

TEST_CASE("Changes that would lift a lead are those of exhaustive search", "[properties][guidance]") {
  const auto profiles = static_cast<std::size_t>(environment_number("PREQUAL_PROFILES", is_nightly() ? 1'000 : 40));
  const std::size_t most = is_nightly() ? 4 : 3;
  Random random(73);
  std::array<std::size_t, guide::kTargets> found{};
  std::size_t tried = 0;
  std::size_t targets = 0;
  for (std::size_t round = 0; round < profiles; ++round) {
    ProfileShape shape;
    shape.most_fields = 3;
    Json profile = random_profile(random, shape);
    for (Json& field : profile["fields"]) {
      if (random.chance(30)) field["may_change"] = true;
    }
    const auto program = program_of(profile);
    Exhaustive exhaustive(*program);
    const Json lead = random_lead(random, profile, 45);
    exhaustive.start(lead);
    const std::vector<Lever> levers = exhaustive.levers(profile);
    const guide::Changes changes =
        exhaustive.qualifier().changes({.most_answers = most, .most_variants = 1'000'000, .most_listed = 1'000'000});
    REQUIRE(changes.complete);
    std::array<ChangeSet, guide::kTargets> engine;
    for (const guide::Change& change : changes.list) {
      REQUIRE(engine[static_cast<std::size_t>(change.target)].insert(change.answers).second);
    }
    std::array<ChangeSet, guide::kTargets> all;
    std::array<bool, guide::kTargets> done{};
    std::array<bool, guide::kTargets> missed{};
    for (std::size_t t = 0; t < guide::kTargets; ++t) {
      done[t] = exhaustive.reached(static_cast<Target>(t), exhaustive.base());
      targets += done[t] ? 0U : 1U;
    }
    for (std::size_t size = 1; size <= std::min(most, levers.size()); ++size) {
      if (std::ranges::all_of(done, [](bool d) { return d; })) break;
      exhaustive.combine(levers, size, size < 3, [&](const auto& answers, bool other, const Standing& now) {
        for (std::size_t t = 0; t < guide::kTargets; ++t) {
          if (done[t] || !exhaustive.reached(static_cast<Target>(t), now)) continue;
          other ? static_cast<void>(missed[t] = true) : static_cast<void>(all[t].insert(answers));
        }
      });
      for (std::size_t t = 0; t < guide::kTargets; ++t) {
        INFO("round " << round << " " << guide::target_name(static_cast<Target>(t)) << "\n"
                      << lead.dump() << "\n"
                      << profile.dump());
        // An answer outside of the classes reaches nothing that the classes do not reach with as few answers.
        CHECK((done[t] || !missed[t] || !all[t].empty()));
        done[t] |= !all[t].empty();
      }
    }
    for (std::size_t t = 0; t < guide::kTargets; ++t) {
      found[t] += all[t].size();
      INFO("round " << round << " " << guide::target_name(static_cast<Target>(t)) << "\nexhaustive\n"
                    << to_text(all[t]) << "engine\n"
                    << to_text(engine[t]) << lead.dump() << "\n"
                    << profile.dump());
      CHECK(engine[t] == all[t]);
    }
    tried += exhaustive.tried();
  }
  std::printf(
      "%zu profiles, %zu targets not reached, %zu leads evaluated; smallest changes: %zu eligible, %zu stage, "
      "%zu band, %zu route\n",
      profiles, targets, tried, found[0], found[1], found[2], found[3]);
  for (const std::size_t count : found) CHECK(count > 0);
}
