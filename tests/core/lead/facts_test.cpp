// What the engine finds out about a lead: consent, contact, touches, contradictions, ages.
#include "lead/json_lead.h"
#include "support/workbench.h"

using namespace prequal;
using namespace prequal::testing;

namespace {

const report::Program& program() {
  static const auto kProgram = program_of(small_profile());
  return *kProgram;
}

Json facts_of(const std::string& lead) {
  return Json::parse(verdict_text(program(), lead))["facts"];
}

std::string fact(const std::string& lead, const char* name) {
  const Json facts = facts_of(lead);
  if (!facts.contains(name)) return "-";
  return facts[name].is_string() ? facts[name].get<std::string>() : facts[name].dump();
}

}  // namespace

TEST_CASE("Facts follow from what a lead says") {
  const auto [lead, name, value] = GENERATE(table<std::string, const char*, std::string>({
      // Consent
      {R"({})", "consent.email", "missing"},
      {R"({"consent": {"email": "given"}})", "consent.email", "given"},
      {R"({"consent": {"email": true}})", "consent.email", "given"},
      {R"({"consent": {"email": "Opted-out"}})", "consent.email", "opted_out"},
      {R"({"consent": {"email": "declined"}})", "consent.email", "refused"},
      {R"({"consent.email": "yes"})", "consent.email", "given"},
      {R"({"consent": {"email": "perhaps"}})", "consent.email", "missing"},
      {R"({"consent": {"phone": "given"}})", "consent.email", "missing"},
      {R"({"consent": {"email": "given"}, "consents": [{"channel": "email", "state": "refused", "at": "2026-01-01"}]})",
       "consent.email", "refused"},
      {R"({"consents": [{"channel": "email", "state": "given", "at": "2026-02-01"}, {"channel": "email", "state": "refused", "at": "2026-01-01"}]})",
       "consent.email", "given"},
      {R"({"consents": [{"channel": "all", "state": "opted_out", "at": "2026-02-01"}]})", "consent.text", "opted_out"},
      {R"({"consent": {"email": "given"}, "touches": [{"type": "opt_out", "at": "2026-11-01"}]})", "consent.email",
       "opted_out"},
      {R"({"consent": {"email": "given"}, "touches": [{"type": "opt_out", "topic": "phone", "at": "2026-11-01"}]})",
       "consent.email", "given"},
      {R"({"touches": [{"type": "opt_out", "at": "2026-11-01"}, {"type": "opt_in", "topic": "email", "at": "2026-11-02"}]})",
       "consent.email", "given"},
      {R"({"touches": [{"type": "opt_out", "at": "2026-11-02"}, {"type": "opt_in", "at": "2026-11-01"}]})", "consent.phone",
       "opted_out"},
      {R"({})", "outreach", "missing"},
      {R"({"consent": {"mail": "given"}})", "outreach", "permitted"},
      {R"({"consent": {"email": "refused"}})", "outreach", "refused"},
      {R"({"consent": {"email": "opted_out", "phone": "refused"}})", "outreach", "opted_out"},
      {R"({"consent": {"email": "opted_out", "phone": "given"}})", "outreach", "permitted"},
      // Contact
      {R"({})", "contact.usable", "-"},
      {R"({"email": "ann@hospital.org"})", "contact.usable", "yes"},
      {R"({"email": "nobody"})", "contact.usable", "no"},
      {R"({"email": "nobody", "phone": "614-555-0187"})", "contact.usable", "yes"},
      {R"({"email": "nobody"})", "contact.email", "malformed"},
      {R"({"email": "test@test.com"})", "contact.email", "placeholder"},
      {R"({"email": "ann@hospital.org"})", "contact.permitted", "no"},
      {R"({"email": "ann@hospital.org", "consent": {"email": "given"}})", "contact.permitted", "yes"},
      {R"({"email": "ann@hospital.org", "consent": {"phone": "given"}})", "contact.permitted", "no"},
      {R"({"phone": "614-555-0187", "consent": {"text": "given"}})", "contact.permitted", "yes"},
      {R"({"email": "ann@hospital.org", "website": "www.hospital.org"})", "contact.organization", "match"},
      {R"({"email": "ann@mail.hospital.org", "website": "https://hospital.org/x"})", "contact.organization", "match"},
      {R"({"email": "ann@other.org", "website": "hospital.org"})", "contact.organization", "mismatch"},
      {R"({"email": "ann@gmail.com", "website": "hospital.org"})", "contact.organization", "-"},
      {R"({"email": "ann@hospital.org"})", "reachability", "plausible"},
      {R"({"email": "ann@hospital.org", "delivery": {"email": "bounced"}})", "reachability", "unreachable"},
      {R"({"email": "ann@hospital.org", "delivery": {"email": "bounced"}, "phone": "614-555-0187"})", "reachability",
       "plausible"},
      {R"({"email": "ann@hospital.org", "delivery": {"email": "delivered"}})", "reachability", "verified"},
      {R"({"email": "nobody"})", "reachability", "unverified"},
      // Who, from where
      {R"({"kind": "organization"})", "kind", "organization"},
      {R"({"kind": "robot"})", "kind", "-"},
      {R"({"source": {"channel": "Web form"}})", "source", "web_form"},
      {R"({"source.channel": "paid_ad"})", "source", "paid_ad"},
      {R"({"segment": "payer contact"})", "segment", "payer_contact"},
      // Spam
      {R"({})", "spam", "clear"},
      {R"({"spam": {"honeypot": "buy now"}})", "spam", "suspect"},
      {R"({"spam": {"honeypot": ""}})", "spam", "clear"},
      // Record and history
      {R"({"record": "closed_lost"})", "record", "closed_lost"},
      {R"({"history": [{"action": "disqualify", "at": "2026-01-01"}, {"action": "reopen", "at": "2026-02-01"}]})", "record",
       "open"},
      {R"({"history": [{"action": "reopen", "at": "2026-02-01"}, {"action": "disqualify", "at": "2026-03-01"}]})", "record",
       "disqualified"},
      {R"({"history": [{"action": "accept", "at": "2026-01-01"}]})", "accepted", "yes"},
      // Ages; now is 2026-11-20T15:00Z
      {R"({"submitted_at": "2026-11-19T15:00:00Z"})", "record.age_days", "1"},
      {R"({"submitted_at": "2026-11-19T15:00:01Z"})", "record.age_days", "0"},
      {R"({"submitted_at": "2027-01-01"})", "record.age_days", "0"},
      {R"({"submitted_at": "2026-11-01T15:00:00Z", "touches": [{"type": "page_view", "at": "2026-11-10T15:00:00Z"}]})",
       "quiet.days", "10"},
      {R"({"submitted_at": "2026-11-01T15:00:00Z", "touches": [{"type": "marketing_email", "at": "2026-11-10T15:00:00Z"}]})",
       "quiet.days", "19"},
      {R"({"touches": [{"type": "marketing_email", "at": "2026-11-10"}, {"type": "marketing_email", "at": "2026-11-11"}]})",
       "touches.marketing", "2"},
      // Consistency
      {R"({})", "consistency", "consistent"},
      {R"({"color": "red", "touches": [{"type": "form_submission", "at": "2026-11-01", "answers": {"color": "green"}}]})",
       "consistency", "conflicting"},
      {R"({"color": "red", "touches": [{"type": "form_submission", "at": "2026-11-01", "answers": {"color": "Rojo"}}]})",
       "consistency", "consistent"},
  }));
  INFO(lead << " " << name);
  CHECK(fact(lead, name) == value);
}

TEST_CASE("Answers of touches fill in what the lead does not say") {
  const lead::Slots slots(program().profile);
  lead::JsonLeadReader reader(slots);
  lead::RawLead raw;
  lead::Normalizer normalizer(program().profile);
  lead::Lead lead;
  const auto state = [&](const char* text, const char* field) {
    REQUIRE_FALSE(reader.read(text, raw).has_value());
    normalizer.run(raw, kNow, lead);
    const auto& answer = lead.answers[program().profile.find_field(field)];
    return std::string(lead::state_name(answer.state)) + ":" + std::to_string(answer.code);
  };
  CHECK(state(R"({"touches": [{"type": "form_submission", "answers": {"color": "green"}}]})", "color") == "known:2");
  CHECK(state(R"({"touches": [{"type": "form_submission", "at": "2026-01-01", "answers": {"color": "green"}},
                              {"type": "form_submission", "at": "2026-02-01", "answers": {"color": "green"}}]})",
              "color") == "known:2");
  CHECK(state(R"({"touches": [{"type": "form_submission", "at": "2026-01-01", "answers": {"color": "red"}},
                              {"type": "form_submission", "at": "2026-02-01", "answers": {"color": "green"}}]})",
              "color")
            .starts_with("conflicting"));
  CHECK(state(R"({"color": "pink", "touches": [{"type": "form_submission", "answers": {"color": "green"}}]})", "color") ==
        "known:2");
  CHECK(state(R"({"color": "red", "touches": [{"type": "form_submission", "answers": {"color": "not sure"}}]})", "color") ==
        "known:1");
}

TEST_CASE("Touches are put in order, and what repeats within seconds is one") {
  const lead::Slots slots(program().profile);
  lead::JsonLeadReader reader(slots);
  lead::RawLead raw;
  REQUIRE_FALSE(reader
                    .read(R"({"touches": [
      {"type": "page_view", "at": "2026-11-01T10:00:00Z", "topic": "a"},
      {"type": "page_view", "at": "2026-11-01T10:00:20Z", "topic": "a"},
      {"type": "page_view", "at": "2026-11-01T10:00:20Z", "topic": "b"},
      {"type": "page_view", "at": "2026-11-01T10:05:00Z", "topic": "a"},
      {"type": "demo_request", "at": "2026-11-02T10:00:00Z"},
      {"type": "page_view", "topic": "a"},
      {"type": "no_such_touch"}]})",
                          raw)
                    .has_value());
  lead::Normalizer normalizer(program().profile);
  lead::Lead lead;
  normalizer.run(raw, kNow, lead);
  std::vector<std::string> found;
  for (const lead::Touch& touch : lead.touches) {
    found.push_back(std::string(touch_name(touch.type)) + " " + std::string(touch.topic_text));
  }
  CHECK(found == std::vector<std::string>{"demo_request ", "page_view a", "page_view b", "page_view a", "page_view a"});
}

TEST_CASE("A lead that cannot be read says why") {
  const lead::Slots slots(program().profile);
  lead::JsonLeadReader reader(slots);
  lead::RawLead raw;
  std::string events = R"({"touches": [)";
  for (int i = 0; i < 1001; ++i) events += i == 0 ? "{}" : ",{}";
  events += "]}";
  std::string deep = "{\"a\":";
  for (int i = 0; i < 70; ++i) deep += "[";
  const auto [text, code] = GENERATE_COPY(table<std::string, Code>({
      {"", Code::list_syntax},
      {"[]", Code::lead_not_object},
      {"\"x\"", Code::lead_not_object},
      {"{\"a\": }", Code::list_syntax},
      {"{} x", Code::list_syntax},
      {"{\"answers\": 3}", Code::lead_shape},
      {"{\"touches\": {}}", Code::lead_shape},
      {"{\"touches\": [3]}", Code::lead_shape},
      {"{\"a\": \"\xFF\"}", Code::list_malformed_utf8},
      {deep, Code::list_too_deep},
      {events, Code::lead_too_many_events},
      {"{\"line\": \"" + std::string(70'000, 'x') + "\"}", Code::lead_too_large},
  }));
  const auto problem = reader.read(text, raw);
  REQUIRE(problem.has_value());
  CHECK(problem->code == code);
}
