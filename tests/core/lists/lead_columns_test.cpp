// Leads kept as columns come out as they do one block at a time, however often they are asked about.
#include "lists/lead_columns.h"

#include "lead/json_lead.h"
#include "lists/block_qualifier.h"
#include "support/random_profile.h"

using namespace prequal;
using namespace prequal::testing;

namespace {

class Reader {
 public:
  explicit Reader(const report::Program& program) : slots_(program.profile), reader_(slots_) {}
  const lead::RawLead& read(const Json& lead) {
    text_ = lead.dump();
    REQUIRE_FALSE(reader_.read(text_, raw_).has_value());
    return raw_;
  }

 private:
  lead::Slots slots_;
  lead::JsonLeadReader reader_;
  lead::RawLead raw_;
  std::string text_;
};

decide::Outcomes in_blocks(const report::Program& program, const std::vector<Json>& leads) {
  Reader reader(program);
  lists::BlockQualifier block(program);
  lists::Summary summary(program.profile);
  decide::Outcomes out;
  out.reset(0, program.profile.model().reasons.size());
  std::size_t done = 0;
  const auto finish = [&] {
    const std::size_t count = block.size();
    block.finish(out, done, summary);
    done += count;
  };
  for (const Json& lead : leads) {
    block.add(reader.read(lead), kNow);
    if (block.full()) finish();
  }
  finish();
  return out;
}

void check_same(const decide::Outcomes& a, const decide::Outcomes& b, decide::Extent extent) {
  CHECK(a.fit == b.fit);
  CHECK(a.intent == b.intent);
  CHECK(a.total == b.total);
  CHECK(a.band == b.band);
  CHECK(a.eligibility == b.eligibility);
  CHECK(a.stage == b.stage);
  CHECK(a.status == b.status);
  CHECK(a.lane == b.lane);
  CHECK(a.route == b.route);
  CHECK(a.settled == b.settled);
  if (extent == decide::Extent::decisions) return;
  CHECK(a.fit_low == b.fit_low);
  CHECK(a.fit_high == b.fit_high);
  CHECK(a.intent_low == b.intent_low);
  CHECK(a.intent_high == b.intent_high);
  CHECK(a.total_low == b.total_low);
  CHECK(a.total_high == b.total_high);
  CHECK(a.adjustment == b.adjustment);
  CHECK(a.negative == b.negative);
  CHECK(a.fit_band == b.fit_band);
  CHECK(a.intent_band == b.intent_band);
  CHECK(a.band_reach == b.band_reach);
  CHECK(a.eligibility_reach == b.eligibility_reach);
  CHECK(a.stage_reach == b.stage_reach);
  CHECK(a.status_reach == b.status_reach);
  CHECK(a.lane_reach == b.lane_reach);
  CHECK(a.main_reason == b.main_reason);
  CHECK(a.reasons == b.reasons);
}

}  // namespace

TEST_CASE("Kept columns give what blocks give: at once, again, after more leads and after a change",
          "[lists][properties]") {
  Random random(71);
  for (int round = 0; round < 12; ++round) {
    const Json profile = random_profile(random);
    const auto program = program_of(profile);
    Reader reader(*program);
    lists::LeadColumns columns(*program);
    std::vector<Json> leads;
    const auto take = [&](std::size_t count) {
      for (std::size_t i = 0; i < count; ++i) {
        leads.push_back(random_lead(random, profile));
        columns.add(reader.read(leads.back()), kNow);
      }
    };
    const auto compare = [&](decide::Extent extent) {
      decide::Outcomes out;
      out.reset(0, program->profile.model().reasons.size());
      columns.qualify(out, extent);
      check_same(out, in_blocks(*program, leads), extent);
    };
    take(1 + random.below(700));
    compare(decide::Extent::everything);
    compare(decide::Extent::decisions);
    take(random.below(700));
    compare(decide::Extent::everything);
    for (int change = 0; change < 5; ++change) {
      const std::size_t row = random.below(static_cast<unsigned>(leads.size()));
      leads[row] = random_lead(random, profile);
      columns.replace(row, reader.read(leads[row]), kNow);
    }
    compare(decide::Extent::everything);
    CHECK(columns.bytes() > 0);
  }
}
