// What a verdict says of doubtful data: findings, facts for conditions, places of sensitive detail, answers that disagree.
#include "support/workbench.h"

using namespace prequal;
using namespace prequal::testing;

namespace {

// The small profile with the fields that these checks look at.
Json profile_with_fields() {
  Json profile = small_profile();
  const auto add = [&](const char* id, const char* type, bool personal, bool sensitive) {
    for (auto& field : profile["fields"]) {
      if (field["id"] == id) return;
    }
    Json field{{"id", id}, {"type", type}, {"label", {{"en", id}, {"es", id}}}};
    if (personal) field["personal"] = true;
    if (sensitive) field["sensitive"] = true;
    profile["fields"].push_back(field);
  };
  add("state", "text", false, false);
  add("postal_code", "postal_code", false, false);
  add("npi", "text", false, false);
  add("who", "name", true, false);
  add("request", "long_text", false, false);
  add("history_of_illness", "long_text", false, true);
  return profile;
}

const report::Program& program() {
  static const auto kProgram = program_of(profile_with_fields());
  return *kProgram;
}

Json data_of(const std::string& lead) {
  return Json::parse(verdict_text(program(), lead))["data"];
}

// "code field detail proposal" of the first finding with that code; empty when there is none.
std::string finding_of(const std::string& lead, const std::string& code) {
  const Json data = data_of(lead);
  for (const Json& finding : data["findings"]) {
    if (finding["code"] != code) continue;
    std::string out = finding.value("field", "-");
    for (const char* part : {"detail", "proposal"}) out += " " + finding.value(part, "-");
    return out;
  }
  return {};
}

}  // namespace

TEST_CASE("Doubts about a lead are findings with a field, a kind and what was meant: R03-01, R03-02") {
  const auto [lead, code, wanted] = GENERATE(table<std::string, std::string, std::string>({
      {R"({"email": "ann.hospital.org"})", "email.format", "email no_at -"},
      {R"({"email": "ann@hospital"})", "email.format", "email no_dot -"},
      {R"({"email": "ann@gmail"})", "email.format", "email no_dot gmail.com"},
      {R"({"email": "ann@hospital..org"})", "email.format", "email empty_label -"},
      {R"({"email": "jos\u00e9@hospital.org"})", "email.format", "email internationalized -"},
      {R"({"email": "ann@gmial.com"})", "email.typo", "email - gmail.com"},
      {R"({"email": "ann@hospital.con"})", "email.typo", "email - .com"},
      {R"({"email": "ann@gmail.com"})", "email.typo", ""},
      {R"({"email": "ann@mailinator.com"})", "email.disposable", "email - -"},
      {R"({"email": "ann@hospital.org"})", "email.disposable", ""},
      {R"({"email": "info@hospital.org"})", "email.role", "email - -"},
      {R"({"phone": "999-234-5678"})", "phone.unassigned", "phone - -"},
      {R"({"phone": "614-233-3333"})", "phone.pattern", "phone - -"},
      {R"({"phone": "614-555-0187"})", "phone.pattern", ""},
      {R"({"phone": "614-234-9187", "state": "TX"})", "phone.other_state", "phone - -"},
      {R"({"phone": "614-234-9187", "state": "Ohio"})", "phone.other_state", ""},
      {R"({"postal_code": "43215", "state": "TX"})", "postal_code.other_state", "postal_code - -"},
      {R"({"postal_code": "43215", "state": "Ohio"})", "postal_code.other_state", ""},
      {R"({"postal_code": "00001"})", "postal_code.unused", "postal_code - -"},
      {R"({"npi": "1234567893"})", "npi.suspicious", "npi - -"},
      {R"({"npi": "1234567890"})", "npi.malformed", "npi mistyped -"},
      {R"({"npi": "12"})", "npi.malformed", "npi malformed -"},
      {R"({"npi": "1245319599"})", "npi.malformed", ""},
      {R"({"who": "test"})", "name.placeholder", "who - -"},
      {R"({"who": "sdkfjh"})", "name.mash", "who - -"},
      {R"({"who": "ann@hospital.org"})", "name.other", "who - -"},
      {R"({"who": "Nkemelu"})", "name.mash", ""},
      {R"({"request": "test test"})", "spam.sign", "request test -"},
      {R"({"spam": {"fill_seconds": "0.4"}})", "spam.too_fast", "- - -"},
      {R"({"spam": {"fill_seconds": "40"}})", "spam.too_fast", ""},
      {R"({"request": "my ssn is 219-09-9999"})", "sensitive.identifier", "request social_security -"},
      {R"({"request": "I have diabetes and need an appointment"})", "sensitive.health", "request condition -"},
      {R"({"request": "We run a diabetes program for 300 patients"})", "sensitive.health", ""},
      // A field for it is no mistake.
      {R"({"history_of_illness": "I have diabetes and need an appointment"})", "sensitive.health", ""},
  }));
  INFO(lead << " " << code);
  CHECK(finding_of(lead, code) == wanted);
}

TEST_CASE("Doubts never make a contact unusable, and what is not known is not said") {
  const std::string lead = R"({"email": "ann@gmial.com", "phone": "999-234-5678", "who": "sdkfjh"})";
  const Json facts = Json::parse(verdict_text(program(), lead))["facts"];
  CHECK(facts["contact.usable"] == "yes");
  CHECK(facts["email.typo"] == "likely");
  CHECK(facts["phone.pattern"] == "unassigned");
  CHECK(facts["name.quality"] == "mash");
  const Json none = Json::parse(verdict_text(program(), "{}"))["facts"];
  for (const char* name : {"email.kind", "email.role", "email.typo", "phone.pattern", "phone.state", "postal_code.state",
                           "name.quality", "npi.quality", "message.signs", "message.detail"}) {
    INFO(name);
    CHECK_FALSE(none.contains(name));
  }
}

TEST_CASE("Sensitive detail is named by place and kind, in characters, and its text is nowhere: R19-05") {
  const std::string lead = R"({"request": "Soy Jos\u00e9, mi ssn es 219-09-9999"})";
  const std::string text = verdict_text(program(), lead);
  const Json spans = Json::parse(text)["data"]["sensitive"];
  REQUIRE(spans.size() == 1);
  CHECK(spans[0]["kind"] == "social_security");
  CHECK(spans[0]["family"] == "identifier");
  CHECK(spans[0]["start"] == 20);
  CHECK(spans[0]["length"] == 11);
  CHECK_FALSE(text.contains("219-09"));
}

TEST_CASE("Answers that disagree are named with how sure that is, and what to ask: R03-05, R03-08") {
  const Json zip = data_of(R"({"postal_code": "43215", "state": "TX"})")["disagreements"];
  REQUIRE(zip.size() == 1);
  CHECK(zip[0]["code"] == "postal_code.other_state");
  CHECK(zip[0]["fields"] == Json::parse(R"(["postal_code", "state"])"));
  CHECK(zip[0]["ask"].size() == 2);
  const Json area = data_of(R"({"phone": "614-234-9187", "state": "TX"})")["disagreements"];
  REQUIRE(area.size() == 1);
  CHECK(area[0]["certainty"] < zip[0]["certainty"]);
  CHECK(data_of(R"({"postal_code": "43215", "state": "OH"})")["disagreements"].empty());
}

TEST_CASE(
    "Conditions use the facts, also where only outcomes are wanted: a doubt is true, its absence false, no answer "
    "unknown") {
  Json profile = profile_with_fields();
  profile["hard_stops"].push_back(Json::parse(
      R"({"id": "thrown_away", "plain": {"en": "Throw-away address", "es": "Dirección desechable"}, "reason": "contact_unreachable", "scope": "outreach", "exit": "another_address", "recheck_on": ["new_address"],
          "when": {"fact": "email.kind", "is": "disposable"}})"));
  const auto program = program_of(profile);
  const auto stops = [&](const char* lead) {
    return Json::parse(verdict_text(*program, lead))["eligibility"]["stops"].size();
  };
  CHECK(stops(R"({"email": "ann@mailinator.com"})") == 1);
  CHECK(stops(R"({"email": "ann@hospital.org"})") == 0);
  CHECK(stops("{}") == 0);
}
