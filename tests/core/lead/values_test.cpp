// What is made of typed values, field type by field type.
#include "lead/json_lead.h"
#include "support/workbench.h"

using namespace prequal;
using namespace prequal::testing;
using lead::DataState;

namespace {

class Bench {
 public:
  explicit Bench(Json profile = small_profile())
      : program_(program_of(profile)), slots_(program_->profile), normalizer_(program_->profile) {}

  const lead::Lead& run(const Json& lead, Instant now = kNow) {
    text_ = lead.dump();
    lead::JsonLeadReader reader(slots_);
    const auto problem = reader.read(text_, raw_);
    if (problem) FAIL(to_line(*problem));
    normalizer_.run(raw_, now, lead_);
    return lead_;
  }
  [[nodiscard]] const lead::Answer& answer(std::string_view field) const {
    return lead_.answers[program_->profile.find_field(field)];
  }
  [[nodiscard]] std::string findings() const {
    std::string out;
    for (const lead::Note& note : lead_.notes) {
      if (note.field == profile::kNoField) continue;
      out += std::string(out.empty() ? "" : " ") + std::string(finding_code(note.finding));
      if (note.suggestion != 0) {
        out += ">" + std::string(program_->profile.vocabulary(note.field).values[note.suggestion - 1].id);
      }
    }
    return out;
  }
  [[nodiscard]] std::string value(std::string_view field) const {
    const auto id = program_->profile.find_field(field);
    const lead::Answer& answer = lead_.answers[id];
    if (!is_usable(answer.state)) return std::string(state_name(answer.state));
    switch (program_->profile.model().fields[id].type) {
      case profile::FieldType::choice:
      case profile::FieldType::yes_no: return std::string(program_->profile.vocabulary(id).values[answer.code - 1].id);
      case profile::FieldType::choices: {
        std::string out;
        for (std::uint32_t i = 0; i < answer.code_count; ++i) {
          out += std::string(i == 0 ? "" : ",") +
                 std::string(program_->profile.vocabulary(id).values[lead_.codes[answer.first_code + i] - 1].id);
        }
        return out;
      }
      case profile::FieldType::number:
      case profile::FieldType::money:
      case profile::FieldType::date:
      case profile::FieldType::time: return std::to_string(answer.number);
      default: return std::string(answer.text);
    }
  }

 private:
  std::unique_ptr<report::Program> program_;
  lead::Slots slots_;
  lead::Normalizer normalizer_;
  lead::RawLead raw_;
  lead::Lead lead_;
  std::string text_;
};

struct Row {
  const char* field;
  const char* json;
  const char* value;  // or the data state
  const char* findings;
};

}  // namespace

TEST_CASE("Values are understood as people write them") {
  static Bench bench;
  static const std::vector<Row> kRows{
      {"color", "\"red\"", "red", ""},
      {"color", "\" RED \"", "red", ""},
      {"color", "\"Rojo\"", "red", ""},
      {"color", "\"crimson\"", "red", "value.normalized>red"},
      {"color", "\"Crims\\u00f3n!\"", "red", "value.normalized>red"},
      {"color", "\"deep-blue\"", "blue", "value.normalized>blue"},
      {"color", "\"gren\"", "malformed", "value.unknown>green"},
      {"color", "\"grene\"", "malformed", "value.unknown>green"},
      {"color", "\"purple\"", "malformed", "value.unknown"},
      {"color", "\"re\"", "malformed", "value.unknown"},
      {"color", "null", "missing", ""},
      {"color", "\"\"", "missing", ""},
      {"color", "\"  \\u00a0\"", "missing", ""},
      {"color", "\"I'm not sure\"", "unsure", ""},
      {"color", "\"no s\\u00e9\"", "unsure", ""},
      {"color", "\"unknown\"", "unsure", ""},
      {"color", "3", "malformed", "value.unknown"},
      {"color", "{\"x\": 1}", "missing", ""},
      {"colors", "[\"red\", \"blue\"]", "red,blue", ""},
      {"colors", "[\"blue\", \"red\", \"blue\"]", "red,blue", ""},
      {"colors", "\"blue; red\"", "red,blue", ""},
      {"colors", "\"blue|red,green\"", "red,green,blue", ""},
      {"colors", "\"navy, dark\"", "blue", ""},
      {"colors", "[\"red\", \"pink\"]", "red", "value.unknown"},
      {"colors", "\"pink\"", "malformed", "value.unknown"},
      {"colors", "[]", "missing", ""},
      {"colors", "\" ; ,\"", "missing", ""},
      {"member", "true", "yes", ""},
      {"member", "false", "no", ""},
      {"member", "\"Yes\"", "yes", ""},
      {"member", "\"maybe\"", "malformed", "value.unknown"},
      {"size", "12", "12", ""},
      {"size", "\"12\"", "12", ""},
      {"size", "\" 1,000 \"", "1000", ""},
      {"size", "\"+7\"", "7", ""},
      {"size", "\"12.0\"", "12", ""},
      {"size", "0", "0", ""},
      {"size", "-0", "0", ""},
      {"size", "\"1k\"", "1000", ""},
      {"size", "\"0.5k\"", "500", ""},
      {"size", "\"1001\"", "malformed", "number.out_of_range"},
      {"size", "-1", "malformed", "number.out_of_range"},
      {"size", "12.5", "malformed", "number.malformed"},
      {"size", "\"1e2\"", "malformed", "number.malformed"},
      {"size", "\"1,00\"", "malformed", "number.malformed"},
      {"size", "\"10,0000\"", "malformed", "number.malformed"},
      {"size", "\",100\"", "malformed", "number.malformed"},
      {"size", "\"about 12\"", "malformed", "number.malformed"},
      {"size", "\"12-15\"", "malformed", "number.malformed"},
      {"size", "\"99999999999999999999\"", "malformed", "number.malformed"},
      {"size", "\"$5\"", "malformed", "number.malformed"},
      {"size", "\"NaN\"", "malformed", "number.malformed"},
      {"size", "\"-\"", "malformed", "number.malformed"},
      {"size", "\"5.\"", "malformed", "number.malformed"},
      {"size", "true", "malformed", "number.malformed"},
      {"budget", "\"$20,000\"", "20000", ""},
      {"budget", "\"$ 20k\"", "20000", ""},
      {"budget", "\"1.5M\"", "1500000", ""},
      {"budget", "\"1.2345k\"", "malformed", "number.malformed"},
      {"budget", "\"2147483647\"", "2147483647", ""},
      {"budget", "\"2147483648\"", "malformed", "number.malformed"},
      {"start", "\"1970-01-02\"", "1", ""},
      {"start", "\"1970-01-02T10:00:00Z\"", "1", ""},
      {"start", "\"1/2/1970\"", "1", ""},
      {"start", "\"01/02/1970\"", "1", ""},
      {"start", "\"2/30/1970\"", "malformed", "date.malformed"},
      {"start", "\"13/1/1970\"", "malformed", "date.malformed"},
      {"start", "\"1/2/70\"", "malformed", "date.malformed"},
      {"start", "\"1/2\"", "malformed", "date.malformed"},
      {"start", "\"next week\"", "malformed", "date.malformed"},
      {"call", "\"1970-01-01T00:01:00Z\"", "1", ""},
      {"call", "\"1969-12-31T23:59:59Z\"", "-1", ""},
      {"call", "\"1970-01-01T01:00\"", "60", ""},
      {"call", "\"soon\"", "malformed", "date.malformed"},
      {"line", "\"  two words \"", "two words", ""},
      {"line", "\"unknown\"", "unknown", ""},
      {"message", "\"not sure\"", "not sure", ""},
      {"email", "\"ann@hospital.org\"", "ann@hospital.org", ""},
      {"email", "\"ann@hospital\"", "malformed", "email.format"},
      {"email", "\"ann\"", "malformed", "email.format"},
      {"email", "\"test@test.com\"", "malformed", "contact.invalid_pattern"},
      {"phone", "\"614-555-0187\"", "614-555-0187", ""},
      {"phone", "\"000-000-0000\"", "malformed", "contact.invalid_pattern"},
      {"phone", "\"12\"", "malformed", "phone.format"},
      {"phone", "6145550187", "6145550187", ""},
      {"website", "\"clinic.org\"", "clinic.org", ""},
      {"website", "\"https://www.clinic.org/a?b#c\"", "https://www.clinic.org/a?b#c", ""},
      {"website", "\"clinic\"", "malformed", "website.malformed"},
      {"website", "\"http://\"", "malformed", "website.malformed"},
      {"zip", "\"43215\"", "43215", ""},
      {"zip", "\"43215-1234\"", "43215-1234", ""},
      {"zip", "\"4321\"", "malformed", "postal_code.malformed"},
      {"zip", "\"K1A 0B1\"", "malformed", "postal_code.malformed"},
      {"org_name", "\"Example Clinic\"", "Example Clinic", ""},
  };
  for (const Row& row : kRows) {
    bench.run({{"answers", {{row.field, Json::parse(row.json)}}}});
    INFO(row.field << " = " << row.json);
    CHECK(bench.value(row.field) == row.value);
    CHECK(bench.findings() == row.findings);
  }
}

TEST_CASE("A value that is too long is not used, and the rest of the lead is") {
  Bench bench;
  const std::string longest(8192, 'x');
  bench.run({{"answers", {{"line", longest}, {"message", longest + "x"}, {"color", "red"}}}});
  CHECK(bench.value("line") == longest);
  CHECK(bench.value("message") == "malformed");
  CHECK(bench.findings() == "value.too_long");
  CHECK(bench.value("color") == "red");
}

TEST_CASE("The last of several values for one field counts") {
  Bench bench;
  bench.run({{"color", "red"}, {"answers", {{"color", "green"}}}});
  CHECK(bench.value("color") == "green");
}

TEST_CASE("Values that were checked too long ago are outdated, and still used") {
  Json profile = small_profile();
  profile["fields"][0]["refresh_days"] = 30;
  Bench bench(profile);
  const auto [verified, submitted, state] = GENERATE(table<std::string, std::string, std::string>({
      {"", "", "known"},
      {"", "2026-11-01T00:00:00Z", "known"},
      {"", "2026-10-01T00:00:00Z", "outdated"},
      {"2026-11-19", "2026-01-01", "known"},
      {"2026-10-01", "2026-11-19", "outdated"},
      {"", "2026-10-21T15:00:00Z", "known"},  // thirty days to the second
      {"", "2026-10-21T14:59:59Z", "outdated"},
  }));
  bench.run({{"answers", {{"color", "red"}}}, {"last_verified_at", verified}, {"submitted_at", submitted}});
  CHECK(state_name(bench.answer("color").state) == state);
  CHECK(bench.value("color") == "red");
}
