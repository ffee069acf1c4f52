// What follows a decision: the next step and when it is due, and what is not done to people who may not be contacted.
#include "support/workbench.h"

using namespace prequal;
using namespace prequal::testing;

namespace {

std::unique_ptr<report::Program> shipped(std::string_view name) {
  return program_of_text(read_file(std::string("core/profiles/").append(name).append(".json")));
}

Json member() {
  return json(R"({"kind":"person","submitted_at":"2026-11-10T13:00:00-05:00","consent":{"phone":"given"},
    "answers":{"service":"care_program","state":"OH","age":71,"payer":"payer_a","phone":"937-555-0126",
               "start_preference":"this_month","next_steps_question":true,"terms_read":true}})");
}

}  // namespace

TEST_CASE("The next step of a person who has opted out is for reports only (R14-34, R15-08, R19-03)") {
  const auto program = shipped("member-enrollment");
  Json lead = member();
  lead["touches"] = json(R"([{"type":"opt_out","at":"2026-11-15T08:00:00-05:00"}])");
  const Json verdict = verdict_of(*program, lead);
  CHECK(verdict["next_step"]["action"] == "report_internally_only");
  CHECK(verdict["outreach"]["internal_only"] == true);
  CHECK(verdict["tier"] == "nurture");
  CHECK(verdict["nurture"].is_null());
  CHECK(verdict["ops"].empty());
  // The same lead without the opt-out is late and sales-ready.
  const Json open = verdict_of(*program, member());
  CHECK(open["next_step"]["action"] == "book_appointment");
  CHECK(open["tier"] == "sales_ready");
  CHECK(open["ops"] == json(R"(["delayed_follow_up"])"));
}

TEST_CASE("A booked meeting is prepared, an attended one noted down, a finished way kept") {
  const auto program = shipped("member-enrollment");
  Json lead = member();
  for (const auto& [booking, action] :
       {std::pair{"booked", "prepare_meeting"}, {"rescheduled", "prepare_meeting"}, {"attended", "record_outcome"}}) {
    lead["booking"] = booking;
    CHECK(verdict_of(*program, lead)["next_step"]["action"] == action);
  }
  lead["answers"]["enrolled"] = true;
  CHECK(verdict_of(*program, lead)["stage"]["value"] == "enrolled");
  CHECK(verdict_of(*program, lead)["next_step"]["action"] == "keep_record");
}

TEST_CASE("A service level that was answered does not say when the next step is due (R10-11)") {
  const auto program = shipped("member-enrollment");
  Json lead = member();
  CHECK(verdict_of(*program, lead)["next_step"]["due_at"] ==
        "2026-11-10T22:00:00Z");  // 17:00 there, an hour before closing
  lead["attempts"] = json(R"([{"channel":"phone","result":"connected","at":"2026-11-10T15:00:00-05:00"}])");
  const Json verdict = verdict_of(*program, lead);
  CHECK(verdict["route"]["service_level"]["state"] == "met");
  CHECK(verdict["next_step"]["due_at"] == "2026-11-21T15:00:00Z");  // a day from now
}

TEST_CASE("Silence is our fault only while we may write (R14-47)") {
  const auto program = shipped("b2b-inpatient");
  Json lead = json(R"({"submitted_at":"2026-09-01T10:00:00-04:00","answers":{"email":"a@b.example"}})");
  const auto silent = [&] { return verdict_of(*program, lead)["reasons"].dump().contains("cadence_mismatch"); };
  CHECK_FALSE(silent());
  lead["consent"] = json(R"({"email":"given"})");
  CHECK(silent());
  lead["consent"] = json(R"({"email":"opted_out"})");
  CHECK_FALSE(silent());
}
