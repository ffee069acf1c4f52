// From names of columns to fields and lead keys.
#include <string>
#include <vector>

#include "base/limits.h"
#include "core/lists/recorder.h"
#include "lists/columns.h"
#include "support/workbench.h"

using prequal::lists::How;
using prequal::lists::Mapping;
using prequal::lists::Names;
using prequal::testing::Json;
using prequal::testing::RecordRecorder;

namespace {

// The scheduling profile has fields with import names, labels in two languages and near neighbours.
const prequal::profile::Profile& scheduling() {
  static const auto program =
      prequal::testing::program_of_text(prequal::testing::read_file("core/profiles/b2b-scheduling.json"));
  return program->profile;
}

std::string target(const Names& names, std::string_view name) {
  const auto found = names.find(name, true);
  return std::string(names.slot_name(found.slot)) + " " + std::string(how_name(found.how));
}

std::vector<std::string> mapped(const std::vector<std::string_view>& header, Mapping mapping, RecordRecorder& recorder) {
  const Names names(scheduling(), std::move(mapping));
  std::vector<std::string> out;
  for (const auto& column : map_header(names, header, recorder)) {
    out.push_back(column.name + ": " + std::string(names.slot_name(column.slot)) + " " + std::string(how_name(column.how)));
  }
  return out;
}

Mapping mapping_of(std::string_view json, prequal::Problems& problems) {
  return prequal::lists::parse_mapping(json, prequal::lead::Slots(scheduling()), scheduling(), problems);
}

}  // namespace

TEST_CASE("A name finds its field by id, import name, label, or a near name", "[lists][columns]") {
  const Names names(scheduling(), {});
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"org_name", "org_name id"},
      {"consent.email", "consent.email id"},
      {"id", "id id"},
      {"Company", "org_name import"},
      {"COMPANY", "org_name import"},
      {"Account  Name", "org_name import"},
      {"account_name", "org_name import"},
      {"AccountName", "org_name import"},
      {"E-Mail", "email import"},
      {"Work e-mail", "email import"},
      {"Correo del trabajo", "email import"},
      {"ESPECIALIDAD", "specialty import"},
      {"Submitted At", "submitted_at import"},
      {"Created Date", "submitted_at import"},
      {"Lead Source", "source.channel import"},
      {"Speciality", "specialty similar"},
      {"Specailty", "specialty similar"},
      {"Phnoe Number", "phone similar"},
      {"State", "state import"},
      {"Sate", " none"},  // four letters resemble too much
      {"Zebra", " none"},
      {"", " none"},
      {"***", " none"},
      {"Specialist nurse", " none"},
  };
  for (const auto& [name, expected] : cases) {
    CAPTURE(name);
    CHECK(target(names, name) == expected);
  }
}

TEST_CASE("Each field is fed by one column, the best named, else the first", "[lists][columns]") {
  RecordRecorder recorder;
  CHECK(mapped({"Specialyt", "Company", "Organization", "Specialty", " Notes ", "other", "org_name"}, {}, recorder) ==
        std::vector<std::string>{"Specialyt:  none", "Company:  none", "Organization:  none", "Specialty: specialty import",
                                 "Notes: notes import", "other:  none", "org_name: org_name id"});
  CHECK(recorder.lines == std::vector<std::string>{"! list.duplicate_column", "! list.duplicate_column"});
}

TEST_CASE("A mapping goes before names, and may drop a column", "[lists][columns][map]") {
  prequal::Problems problems;
  RecordRecorder recorder;
  const auto columns =
      mapped({"State", "Region", "Company", "created"},
             mapping_of(R"({"Region": "state", "company": null, "created": "submitted_at", "Gone": "phone"})", problems),
             recorder);
  CHECK(problems.empty());
  CHECK(columns == std::vector<std::string>{"State:  none", "Region: state mapping", "Company:  mapping",
                                            "created: submitted_at mapping"});
  // State lost against a mapping, and no column is called Gone.
  CHECK(recorder.lines == std::vector<std::string>{"! list.duplicate_column", "! map.unused"});
}

TEST_CASE("Every problem of a mapping is reported, with its place", "[lists][map]") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"{}", ""},
      {R"({"a": "state"})", ""},
      {"[1]", "map.shape"},
      {"", "json.syntax"},
      {"{\"a\": ", "json.syntax"},
      {R"({"a": "state"} x)", "json.syntax"},
      {R"({"a": 5, "b": "state"})", "map.shape"},
      {R"({"a": {"b": 1}, "c": "stat"})", "map.shape map.shape"},
      {"{\"a\xFF\": null}", "json.malformed_utf8"},
  };
  for (const auto& [json, expected] : cases) {
    CAPTURE(json);
    prequal::Problems problems;
    (void)mapping_of(json, problems);
    std::string codes;
    for (const prequal::Problem& problem : problems.list()) {
      if (!codes.empty()) codes.push_back(' ');
      codes.append(code_name(problem.code));
      CHECK(problem.line == 1);
    }
    CHECK(codes == expected);
  }
  prequal::Problems problems;
  (void)mapping_of("{\n  \"a\": \"stat\"\n}", problems);
  REQUIRE(problems.list().size() == 1);
  CHECK(problems.list()[0].line == 2);
  CHECK(problems.list()[0].detail.contains("did you mean \"state\"?"));
}

TEST_CASE("Keys of JSON objects lead where they lead in every list", "[lists][columns]") {
  const Names names(scheduling(), {});
  prequal::lists::KeyColumns columns(names);
  CHECK(names.slot_name(columns.resolve("Company").slot) == "org_name");
  CHECK(names.slot_name(columns.resolve("org_name").slot) == "org_name");
  CHECK(columns.resolve("Company").rank > columns.resolve("org_name").rank);
  CHECK(columns.resolve("nothing").slot == prequal::lead::kNoSlot);
  CHECK(columns.list().size() == 3);
  CHECK(columns.find("nothing") == 2);
  CHECK(columns.find("absent") == 3);
}

TEST_CASE("The number of columns that are kept is bounded", "[lists][columns][limits]") {
  const Names names(scheduling(), {});
  prequal::lists::KeyColumns columns(names);
  for (int i = 0; i < 5000; ++i) (void)columns.resolve("key" + std::to_string(i));
  CHECK(columns.list().size() == prequal::limits::kColumns);
  // Keys beyond them still feed their field.
  CHECK(names.slot_name(columns.resolve("Company").slot) == "org_name");
  CHECK(columns.find("key17") == 17);
}
