// R18-01 to R18-04 and R18-13: outcomes, metrics with their own denominators, tiers, causes of rejections.
#include "lists/metrics.h"

#include "lists/course_column.h"
#include "lists/criterion_column.h"
#include "lists/list.h"
#include "support/workbench.h"

using namespace prequal;
using namespace prequal::testing;
using lists::Cause;
using lists::Metric;

namespace {

/// Red and green are served, members are qualified; red members are in the high band, one of both gives the middle.
const report::Program& colors() {
  static const auto program = [] {
    Json profile = small_profile();
    profile["outcomes"] = {"closed_won", "tour"};
    profile["must_haves"] = {{{"id", "color"},
                              {"plain", {{"en", "Served color"}, {"es", "Color"}}},
                              {"when", {{"field", "color"}, {"is_any_of", {"red", "green"}}}},
                              {"reason", "out_of_area"}}};
    profile["scoring"]["total"] = {{"mid", 15}, {"high", 40}};
    return program_of(profile);
  }();
  return *program;
}

struct Row {
  const char* color;
  const char* member;
  std::vector<std::string> outcomes{};
  std::vector<std::pair<std::string, std::string>> history{};  // action, reason
  const char* source = "web_form";
  bool spam = false;
};

Json lead_of(const Row& row, std::size_t number) {
  Json lead{{"id", "L" + std::to_string(number)}, {"submitted_at", "2026-11-02T09:00:00Z"}};
  if (*row.color != '\0') lead["answers"]["color"] = row.color;
  lead["answers"]["member"] = row.member;
  lead["source"]["channel"] = row.source;
  for (const std::string& code : row.outcomes) lead["outcomes"].push_back({{"code", code}, {"at", "2026-11-05T09:00:00Z"}});
  for (const auto& [action, reason] : row.history) {
    lead["history"].push_back({{"action", action}, {"by", "sam"}, {"reason", reason}, {"at", "2026-11-06T09:00:00Z"}});
  }
  if (row.spam) lead["spam"]["honeypot"] = "filled";
  return lead;
}

std::string lines_of(const std::vector<Json>& leads) {
  std::string out;
  for (const Json& lead : leads) out += lead.dump() + "\n";
  return out;
}

lists::Metrics metrics_of(const std::vector<Json>& leads) {
  lists::List list(colors(), {.now = kNow});
  list.push(lines_of(leads));
  REQUIRE_FALSE(list.finish().has_value());
  REQUIRE(list.size() == leads.size());
  lists::Metrics out(colors().profile);
  list.visit(out);
  return out;
}

lists::Metrics metrics_of(const std::vector<Row>& rows) {
  std::vector<Json> leads;
  for (const Row& row : rows) leads.push_back(lead_of(row, leads.size() + 1));
  return metrics_of(leads);
}

std::string of(const lists::Share& share) {
  return std::to_string(share.count) + "/" + std::to_string(share.of);
}

// Counted by hand; see each metric below.
const std::vector<Row> kTwenty{
    {"red", "yes", {"contacted", "booked", "completed_intake", "meeting", "closed_won"}, {{"accept", ""}}},  // 1
    {"red", "yes", {"contacted", "booked", "completed_intake", "meeting"}, {{"accept", ""}}},                // 2
    {"red", "yes", {"contacted", "booked", "meeting", "closed_lost"}, {{"accept", ""}}},                     // 3
    {"red", "yes", {"contacted", "consult_booked"}, {{"accept", ""}}},                                       // 4
    {"red", "yes", {"contacted"}, {{"refuse", "budget_gap"}}},                                               // 5
    {"red", "no", {"contacted", "booked"}},                                                                  // 6
    {"red", "no", {"contacted"}, {}, "referral"},                                                            // 7
    {"red", "no", {"no_response"}},                                                                          // 8
    {"red", "no"},                                                                                           // 9
    {"green", "yes", {"contacted", "booked", "closed_won"}, {}, "referral"},                                 // 10
    {"green", "yes", {"contacted"}, {{"disqualify", "delayed_follow_up"}}},                                  // 11
    {"green", "yes", {"no_response"}},                                                                       // 12
    {"green", "no", {"contacted"}},                                                                          // 13
    {"green", "no"},                                                                                         // 14
    {"blue", "yes", {"contacted"}, {{"refuse", "out_of_area"}}},                                             // 15
    {"blue", "no", {"declined_eligibility"}},                                                                // 16
    {"blue", "no", {"booked"}},                                                                              // 17
    {"", "yes", {"contacted"}},                                                                              // 18
    {"red", "yes", {"contacted", "booked", "closed_won"}, {}, "web_form", true},                             // 19: spam
    {"red", "yes", {"contacted", "tour", "a word of our own"}, {{"refuse", "just because"}}},                // 20
};

}  // namespace

TEST_CASE("R18-01: outcomes are counted by code", "[lists][metrics]") {
  const lists::Metrics metrics = metrics_of(kTwenty);
  using lists::OutcomeCode;
  CHECK(metrics.outcomes(OutcomeCode::contacted) == 13);
  CHECK(metrics.outcomes(OutcomeCode::booked) == 6);
  CHECK(metrics.outcomes(OutcomeCode::completed_intake) == 2);
  CHECK(metrics.outcomes(OutcomeCode::declined_eligibility) == 1);
  CHECK(metrics.outcomes(OutcomeCode::no_response) == 2);
  CHECK(metrics.outcomes(OutcomeCode::meeting) == 3);
  CHECK(metrics.outcomes(OutcomeCode::consult_booked) == 1);
  CHECK(metrics.outcomes(OutcomeCode::closed_won) == 2);
  CHECK(metrics.outcomes(OutcomeCode::closed_lost) == 1);
  std::string out;
  metrics.write(out);
  const Json written = json(out);
  CHECK(written["outcomes"]["tour"] == 1);
  CHECK(written["unknown_outcomes"] == 1);
  CHECK_FALSE(out.contains("a word of our own"));
}

TEST_CASE("R18-02, R18-04: the metrics of twenty leads, each with its own denominator", "[lists][metrics]") {
  const lists::Metrics metrics = metrics_of(kTwenty);
  CHECK(metrics.leads() == 20);
  CHECK(metrics.spam() == 1);
  CHECK(of(metrics.share(Metric::contact_success)) == "13/19");  // all but the spam
  CHECK(of(metrics.share(Metric::disqualified)) == "5/19");      // 5, 11, 15, 16, 20
  CHECK(of(metrics.share(Metric::qualified)) == "9/19");         // eligible members: 1-5, 10-12, 20
  CHECK(of(metrics.share(Metric::booking)) == "5/11");           // 1-3, 6, 10 of 1-7, 10, 11, 13, 20; not 17
  CHECK(of(metrics.share(Metric::acceptance)) == "4/7");         // 1-4 against 5, 15, 20
  CHECK(of(metrics.share(Metric::meeting)) == "3/9");            // 1-3 of the qualified
  CHECK(of(metrics.share(Metric::consult_booked)) == "1/15");    // 4 of 1-14, 20
  CHECK(of(metrics.share(Metric::completed_intake)) == "2/6");   // 1, 2 of 1-3, 6, 10, 17
  CHECK(of(metrics.share(Metric::closed_won)) == "2/3");         // 1, 10 against 3
  // By band: red members are high, one of both is mid, neither is low.
  CHECK(of(metrics.band(profile::Level::high).converted) == "2/6");  // 1 and, by the tour that the profile aims at, 20
  CHECK(of(metrics.band(profile::Level::mid).converted) == "1/9");   // 10 of 6-12, 15, 18
  CHECK(of(metrics.band(profile::Level::low).converted) == "0/4");   // 13, 14, 16, 17
  CHECK(of(metrics.sources().at("referral").converted) == "1/2");
  CHECK(of(metrics.sources().at("web_form").converted) == "2/17");
  CHECK(metrics.find_tier_inversions().empty());
}

TEST_CASE("R18-03: a better tier that converts less is an alert", "[lists][metrics]") {
  std::vector<Row> rows;
  for (int i = 0; i < 50; ++i)
    rows.push_back({"red", "yes", i < 5 ? std::vector<std::string>{"closed_won"} : std::vector<std::string>{}});
  for (int i = 0; i < 50; ++i)
    rows.push_back({"red", "no", i < 6 ? std::vector<std::string>{"closed_won"} : std::vector<std::string>{}});
  const auto inversions = metrics_of(rows).find_tier_inversions();
  REQUIRE(inversions.size() == 1);
  CHECK(inversions[0].higher == profile::Level::high);
  CHECK(inversions[0].lower == profile::Level::mid);
  CHECK(of(inversions[0].higher_converted) == "5/50");
  CHECK(of(inversions[0].lower_converted) == "6/50");
  CHECK_FALSE(inversions[0].certain);  // 10 % and 12 % of fifty leads may be chance
  // With none against forty of fifty it is not.
  for (int i = 0; i < 5; ++i) rows[static_cast<std::size_t>(i)].outcomes.clear();
  for (int i = 50; i < 90; ++i) rows[static_cast<std::size_t>(i)].outcomes = {"closed_won"};
  CHECK(metrics_of(rows).find_tier_inversions().at(0).certain);
  std::string out;
  metrics_of(rows).write(out);
  CHECK(json(out)["alerts"][0]["alert"] == "tier_inversion");
  CHECK(json(out)["alerts"][0]["action"] == "review_thresholds_and_points");
}

TEST_CASE("R18-13: ten rejections are six of the lead's side and four of ours", "[lists][metrics]") {
  std::vector<Row> rows;
  for (const char* reason :
       {"budget_gap", "out_of_area", "no_timeline", "wrong_org_type", "specialty_mismatch", "no_decision_path",
        "delayed_follow_up", "handoff_incomplete", "promise_delivery_gap", "generic_discovery"}) {
    rows.push_back({"red", "yes", {}, {{"refuse", reason}}});
  }
  rows.push_back({"red", "yes", {}, {{"refuse", "budget_gap"}}, "web_form", true});  // spam counts in nothing
  rows.push_back({"red", "yes", {}, {{"reroute", "wrong_team_or_territory"}}});      // R14-40: no rejection
  rows.push_back({"red", "yes", {}, {{"refuse", "budget_gap"}, {"accept", ""}}});    // taken back
  rows.push_back({"red", "yes", {"closed_lost"}});                                   // R14-51: after a sales process
  const lists::Metrics metrics = metrics_of(rows);
  CHECK(metrics.rejections(Cause::lead) == 6);
  CHECK(metrics.rejections(Cause::ours) == 4);
  CHECK(metrics.rejections(Cause::uncoded) == 0);
  CHECK(of(metrics.share(Metric::disqualified)) == "10/13");
  CHECK(metrics.misrouted() == 1);
  std::string out;
  metrics.write(out);
  const Json rejections = json(out)["rejections"];
  CHECK(rejections["all"] == 10);
  CHECK(rejections["reasons"]["delayed_follow_up"]["cause"] == "ours");
  CHECK(rejections["reasons"]["budget_gap"] == Json({{"count", 1}, {"cause", "lead"}, {"family", "readiness"}}));
}

TEST_CASE("R14-01: a rejection in words of one's own is shown as uncoded", "[lists][metrics]") {
  const lists::Metrics metrics = metrics_of(std::vector<Row>{{"red", "yes", {}, {{"refuse", "bad lead"}}}});
  CHECK(metrics.rejections(Cause::uncoded) == 1);
  std::string out;
  metrics.write(out);
  CHECK(json(out)["alerts"][0]["alert"] == "uncoded_rejections");
  CHECK_FALSE(out.contains("bad lead"));
}

TEST_CASE("Speed to lead runs from the submission to the first act of ours", "[lists][metrics]") {
  std::vector<Json> leads;
  const auto lead = [&](const char* attempt) {
    leads.push_back(lead_of({"red", "yes"}, leads.size() + 1));
    if (attempt != nullptr) {
      leads.back()["attempts"] = {{{"channel", "phone"}, {"result", "voicemail"}, {"at", attempt}}};
    }
  };
  lead("2026-11-02T09:05:00Z");
  lead("2026-11-02T09:20:00Z");
  lead("2026-11-02T11:00:00Z");
  lead("2026-11-04T09:00:00Z");
  lead(nullptr);
  leads.push_back(lead_of({"red", "yes"}, 6));
  leads.back().erase("submitted_at");
  const lists::Metrics metrics = metrics_of(leads);
  std::string out;
  metrics.write(out);
  CHECK(json(out)["speed_to_lead"] ==
        Json({{"answered", 4}, {"waiting", 1}, {"untimed", 1}, {"median_minutes", 20}, {"p90_minutes", 2880}}));
}

TEST_CASE("R16-11: sources stand in the order of what came of them", "[lists][metrics]") {
  std::vector<Row> rows;
  for (int i = 0; i < 100; ++i) rows.push_back({"red", i < 2 ? "yes" : "no", {}, {}, "paid_ad"});
  for (int i = 0; i < 20; ++i) rows.push_back({"red", i < 6 ? "yes" : "no", {}, {}, "referral"});
  std::string out;
  metrics_of(rows).write(out);
  const Json sources = json(out)["sources"];
  REQUIRE(sources.size() == 2);
  CHECK(sources[0]["name"] == "referral");
  CHECK(sources[1]["name"] == "paid_ad");
}

TEST_CASE("Metrics of no leads say so", "[lists][metrics]") {
  const lists::Metrics metrics(colors().profile);
  std::string out;
  metrics.write(out);
  CHECK(json(out)["early"]["contact_success"]["rate"].is_null());
  CHECK(json(out)["alerts"].empty());
}

TEST_CASE("R18-01: the course and a criterion of each lead stand as columns that add up to the counts",
          "[lists][metrics]") {
  lists::List list(colors(), {.now = kNow});
  std::vector<Json> leads;
  for (const Row& row : kTwenty) leads.push_back(lead_of(row, leads.size() + 1));
  list.push(lines_of(leads));
  REQUIRE_FALSE(list.finish().has_value());
  lists::CourseColumn course;
  list.visit(course);
  const auto& bits = course.bits();
  REQUIRE(bits.size() == 20);
  using lists::CourseColumn;
  // Of lead 1: contacted, booked, won, converted, accepted.
  CHECK(bits[0] == (CourseColumn::kCounted | CourseColumn::kRecorded | 0b0011'0111));
  CHECK(bits[7] == (CourseColumn::kCounted | CourseColumn::kRecorded));  // no_response
  CHECK(bits[8] == CourseColumn::kCounted);                              // nothing recorded
  CHECK((bits[18] & CourseColumn::kCounted) == 0);                       // spam
  const auto met = std::ranges::count_if(bits, [](std::uint16_t lead) { return (lead & CourseColumn::kCounted) != 0; });
  const lists::Metrics metrics = metrics_of(kTwenty);
  CHECK(static_cast<std::uint64_t>(met) == metrics.leads() - metrics.spam() - metrics.duplicates());

  CHECK_FALSE(lists::CriterionColumn(colors().profile, "no such").known());
  lists::CriterionColumn criterion(colors().profile, "color");
  REQUIRE(criterion.known());
  list.visit(criterion);
  using lists::CriterionState;
  const auto count = [&](CriterionState state) {
    return static_cast<std::uint64_t>(std::ranges::count(criterion.leads(), state));
  };
  const auto& counts = list.summary().must_haves.at(0);
  CHECK(count(CriterionState::met) == counts.met);
  CHECK(count(CriterionState::not_met) == counts.not_met);
  CHECK(count(CriterionState::unknown) == counts.unknown);
  CHECK(count(CriterionState::not_counted) == 1);
}
