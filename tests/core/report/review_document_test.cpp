// A reviewer's acts as JSON: what is allowed, what comes of it, the line for the history.
#include "report/review_document.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "lead/json_lead.h"
#include "support/workbench.h"

using prequal::testing::Json;
using prequal::testing::kNow;

namespace {

class Desk {
 public:
  explicit Desk(std::string_view lead)
      : program_(prequal::testing::program_of_text(prequal::testing::read_file("core/profiles/b2b-scheduling.json"))),
        slots_(program_->profile),
        qualifier_(*program_),
        text_(prequal::testing::read_file(lead)) {
    prequal::lead::JsonLeadReader reader(slots_);
    REQUIRE_FALSE(reader.read(text_, raw_));
    qualifier_.run(raw_, kNow);
  }
  Json act(std::string_view json) const {
    std::string out;
    const auto problem = prequal::report::append_review(out, qualifier_, json);
    if (problem) {
      CHECK(out.empty());
      return prequal::testing::to_line(*problem);
    }
    return Json::parse(out);
  }

 private:
  std::unique_ptr<prequal::report::Program> program_;
  prequal::lead::Slots slots_;
  prequal::report::Qualifier qualifier_;
  std::string text_;
  prequal::lead::RawLead raw_;
};

constexpr std::string_view kStrong = "tests/golden/b2b-scheduling/sql.lead.json";
constexpr std::string_view kOut = "tests/golden/b2b-scheduling/out_of_area.lead.json";

std::string first_code(const Json& result) {
  return result.at("problems").empty() ? "" : result.at("problems").at(0).at("code").get<std::string>();
}

}  // namespace

TEST_CASE("an accepted lead has an owner and a dated entry, R10-04", "[report][review]") {
  const Desk desk(kStrong);
  const Json done = desk.act(R"({"action":"accept","by":"kim","to":"kim","at":"2026-11-20T10:05:00-05:00"})");
  CHECK(done.at("allowed") == true);
  CHECK(done.at("record") == "open");
  CHECK(done.at("entry") == Json::parse(R"({"action":"accept","at":"2026-11-20T10:05:00-05:00","by":"kim","to":"kim"})"));
  CHECK(first_code(desk.act(R"({"action":"accept","by":"kim"})")) == "transition.owner_required");
}

TEST_CASE("a disqualification needs a named person and a coded reason, R10-09 R14-01 R19-10", "[report][review]") {
  const Desk desk(kOut);
  CHECK(first_code(desk.act(R"({"action":"disqualify","by":"kim"})")) == "transition.reason_required");
  CHECK(first_code(desk.act(R"({"action":"disqualify","by":"kim","reason":"bad lead"})")) == "reason.uncoded");
  CHECK(first_code(desk.act(R"({"action":"disqualify","reason":"out_of_area"})")) == "transition.reviewer_required");
  const Json done = desk.act(R"({"action":"disqualify","by":"kim","reason":"out_of_area","note":"\u0022far\u0022"})");
  CHECK(done.at("allowed") == true);
  CHECK(done.at("record") == "disqualified");
  CHECK(done.at("rejection") == true);
  CHECK(done.at("entry").at("note") == "\"far\"");
  CHECK(done.at("entry").at("at") == "2026-11-20T15:00:00Z");
}

TEST_CASE("reroutes and refusals for reasons of our own are no rejections, R11-08 R18-13", "[report][review]") {
  const Desk desk(kStrong);
  const Json rerouted = desk.act(R"({"action":"reroute","by":"kim","to":"team-north"})");
  CHECK(rerouted.at("rejection") == false);
  CHECK(rerouted.at("ops_error") == true);
  CHECK(desk.act(R"({"action":"refuse","by":"kim","reason":"handoff_incomplete"})").at("ops_error") == true);
  CHECK(desk.act(R"({"action":"refuse","by":"kim","reason":"budget_gap"})").at("rejection") == true);
}

TEST_CASE("what is no act is refused and changes nothing", "[report][review]") {
  const Desk desk(kStrong);
  const std::vector<std::pair<std::string_view, std::string_view>> cases{
      {"", "lead.shape"},
      {"[]", "lead.shape"},
      {R"({"action":1})", "lead.shape"},
      {R"({"action":"hold","colour":"red"})", "lead.shape"},
      {R"({"action":"hold"} {})", "lead.shape"},
      {R"({"action":"hold","at":"today"})", "time.malformed"},
      {R"({"action":"nurture","until":"soon"})", "lead.shape"},
  };
  for (const auto& [act, code] : cases) {
    CAPTURE(act);
    CHECK(desk.act(act).get<std::string>().starts_with(code));
  }
  CHECK(first_code(desk.act(R"({"action":"warm"})")) == "status.undefined");
}
