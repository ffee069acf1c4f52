// Every problem that a profile can have, each with its place: the small profile with one thing changed.
#include <set>

#include "base/limits.h"
#include "support/workbench.h"

using namespace prequal;
using namespace prequal::testing;

namespace {

/// Line and column of the value at `pointer` in the text of `document`, found by putting a mark there.
std::string place_of(Json document, const std::string& pointer) {
  if (pointer.empty()) return "1:1";
  document[Json::json_pointer(pointer)] = "@mark@";
  const std::string text = document.dump(1);
  const std::size_t at = text.find("\"@mark@\"");
  REQUIRE(at != std::string::npos);
  const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
  std::size_t column = 1;
  for (std::size_t i = text.rfind('\n', at) + 1; i < at; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) ++column;  // characters, not bytes
  }
  return std::to_string(line) + ":" + std::to_string(column);
}

struct Row {
  std::string set;    // where the small profile is changed; "-" to remove
  std::string value;  // JSON
  std::string code;
  std::string pointer;  // where the problem is
  std::string subject;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> kRows{
      // Shape
      {"/version", "1", "profile.wrong_type", "/version", "version"},
      {"/rules", "{}", "profile.wrong_type", "/rules", "rules"},
      {"/rules/0", "3", "profile.wrong_type", "/rules/0", "this entry"},
      {"/rules/0/when", "\"x\"", "condition.shape", "/rules/0/when", ""},
      {"/fields/0/import", "[1]", "profile.wrong_type", "/fields/0/import/0", "import"},
      {"/outcomes", "[\"a\", 2]", "profile.wrong_type", "/outcomes/1", "outcomes"},
      {"/example_numbers", "\"yes\"", "profile.wrong_type", "/example_numbers", "example_numbers"},
      {"/switches", "{\"a\": 1}", "profile.wrong_type", "/switches/a", "a"},
      {"-/version", "", "profile.missing_key", "", "version"},
      {"-/prequal", "", "profile.missing_key", "", "prequal"},
      {"-/scoring", "", "profile.missing_key", "", "scoring"},
      {"-/fields/3/label", "", "profile.missing_key", "/fields/3", "label"},
      {"-/fields/3/id", "", "profile.missing_key", "/fields/3", "id"},
      {"-/rules/1/points", "", "profile.missing_key", "/rules/1", "points"},
      {"-/scoring/matrix/mid/low", "", "profile.missing_key", "/scoring/matrix/mid", "low"},
      {"/color", "1", "profile.unknown_key", "/color", "color"},
      {"/rules/0/wen", "true", "profile.unknown_key", "/rules/0/wen", "wen"},
      {"/scoring/caps/fitt", "1", "profile.unknown_key", "/scoring/caps/fitt", "fitt"},
      {"/stages/0/clauses/0/points", "1", "profile.unknown_key", "/stages/0/clauses/0/points", "points"},
      {"/fields/0/a~1b", "1", "profile.unknown_key", "/fields/0/a~1b", "a/b"},
      {"/id", "\"1st\"", "profile.bad_id", "/id", "1st"},
      {"/id", "\"\"", "profile.bad_id", "/id", ""},
      {"/rules/0/id", "\"a b\"", "profile.bad_id", "/rules/0/id", "a b"},
      {"/vocabularies/0/values/0", "\"r\\u00e9d\"", "profile.bad_id", "/vocabularies/0/values/0",
       "r\xC3\xA9"
       "d"},
      {"/rules/1/id", "\"fit.red\"", "profile.duplicate_id", "/rules/1", "fit.red"},
      {"/fields/4/id", "\"color\"", "profile.duplicate_id", "/fields/4", "color"},
      {"/fields/4/id", "\"outreach\"", "profile.duplicate_id", "/fields/4", "outreach"},
      {"/path", "\"b2c\"", "profile.unknown_value", "/path", "b2c"},
      {"/fields/0/type", "\"chioce\"", "profile.unknown_value", "/fields/0/type", "chioce"},
      {"/rules/0/category", "\"fits\"", "profile.unknown_value", "/rules/0/category", "fits"},
      {"/scoring/matrix/low/high", "\"sales\"", "profile.unknown_value", "/scoring/matrix/low", "sales"},
      {"/stages/0/id", "\"sqll\"", "profile.unknown_value", "/stages/0/id", "sqll"},
      {"/rules/0/points", "1001", "profile.out_of_range", "/rules/0/points", "points"},
      {"/rules/0/points", "0", "profile.out_of_range", "/rules/0/points", "points"},
      {"/rules/0/points", "-5", "profile.out_of_range", "/rules/0/points", "points"},
      {"/scoring/caps/fit", "101", "profile.out_of_range", "/scoring/caps/fit", "fit"},
      {"/fields/3/burden", "6", "profile.out_of_range", "/fields/3/burden", "burden"},
      {"/fields/3/minimum", "2000", "condition.range", "/fields/3", ""},
      {"/outcomes", "[\"a\", \"b\", \"c\"]", "profile.too_many", "/outcomes", "outcomes"},
      {"/stages/0/clauses", "[]", "profile.too_few", "/stages/0", "clauses"},
      {"/vocabularies/0/values", "[]", "profile.too_few", "/vocabularies/0/values", "values"},
      {"/prequal", "2", "profile.format_version", "/prequal", "2"},
      {"/prequal", "\"1\"", "profile.format_version", "/prequal", "0"},
      // Numbers
      {"/rules/0/points", "1.5", "json.number", "/rules/0/points", ""},
      {"/rules/0/points", "18446744073709551615", "json.number", "/rules/0/points", ""},
      {"/name/en", "\"a\\u0000b\"", "json.control", "/name/en", ""},
      // References
      {"/rules/0/when", "{\"field\": \"colour\", \"is\": \"red\"}", "criterion.unmapped", "/rules/0/when/field", "colour"},
      {"/stages/0/clauses/0/asks", "[\"nothing\"]", "criterion.unmapped", "/stages/0/clauses/0/asks/0", "nothing"},
      {"/rules/0/when", "{\"fact\": \"outrech\", \"is\": \"missing\"}", "profile.unknown_reference", "/rules/0/when/fact",
       "outrech"},
      {"/rules/0/when", "{\"definition\": \"d\"}", "profile.unknown_reference", "/rules/0/when/definition", "d"},
      {"/rules/0/when", "{\"dimension\": \"d\", \"is\": \"x\"}", "profile.unknown_reference", "/rules/0/when/dimension",
       "d"},
      {"/rules/0/when", "{\"offer\": \"d\"}", "profile.unknown_reference", "/rules/0/when/offer", "d"},
      {"/rules/0/when", "{\"field\": \"color\", \"is_any_of\": {\"list\": \"hot\"}}", "profile.unknown_reference",
       "/rules/0/when/is_any_of/list", "hot"},
      {"/rules/0/group", "\"g\"", "profile.unknown_reference", "/rules/0/group", "g"},
      {"/rules/0/reason", "\"no_such\"", "profile.unknown_reference", "/rules/0/reason", "no_such"},
      {"/fields/0/vocabulary", "\"colours\"", "profile.unknown_reference", "/fields/0/vocabulary", "colours"},
      {"/lists/0/of", "\"colours\"", "profile.unknown_reference", "/lists/0/of", "colours"},
      {"/rules/0/when/is", "\"rde\"", "profile.unknown_vocabulary_value", "/rules/0/when/is", "rde"},
      {"/lists/0/values/0", "\"pink\"", "profile.unknown_vocabulary_value", "/lists/0/values/0", "pink"},
      {"/rules/0/when", "{\"fact\": \"outreach\", \"is\": \"allowed\"}", "profile.unknown_value", "/rules/0/when/is",
       "allowed"},
      {"/rules/1/when", "{\"touch\": {\"types\": [\"call\"]}}", "profile.unknown_value", "/rules/1/when/touch/types/0",
       "call"},
      // Conditions
      {"/rules/0/when", "{}", "condition.shape", "/rules/0/when", ""},
      {"/rules/0/when", "{\"al\": []}", "condition.shape", "/rules/0/when", ""},
      {"/rules/0/when", "{\"field\": \"color\", \"at_least\": 3}", "condition.test", "/rules/0/when", "(none)"},
      {"/rules/0/when", "{\"field\": \"email\", \"is\": \"x\"}", "condition.test", "/rules/0/when", "(none)"},
      {"/rules/0/when", "{\"field\": \"size\", \"is_any_of\": [1]}", "condition.test", "/rules/0/when", "(none)"},
      {"/rules/0/when", "{\"field\": \"line\"}", "condition.test", "/rules/0/when", "(none)"},
      {"/rules/0/when", "{\"all\": []}", "condition.empty", "/rules/0/when/all", "all"},
      {"/rules/0/when", "{\"any\": []}", "condition.empty", "/rules/0/when/any", "any"},
      {"/rules/0/when", "{\"field\": \"color\", \"is_any_of\": []}", "condition.empty", "/rules/0/when/is_any_of",
       "is_any_of"},
      {"/rules/0/when", "{\"field\": \"line\", \"mentions_any\": []}", "condition.empty", "/rules/0/when/mentions_any",
       "mentions_any"},
      {"/rules/1/when", "{\"touch\": {\"types\": []}}", "condition.empty", "/rules/1/when/touch", "types"},
      {"/rules/0/when", "{\"band\": \"high\"}", "condition.phase", "/rules/0/when/band", "band"},
      {"/stages/0/clauses/0/when", "{\"stage_at_least\": \"mql\"}", "condition.phase",
       "/stages/0/clauses/0/when/stage_at_least", "stage_at_least"},
      {"/routes/0/when", "{\"lane\": \"sales\"}", "condition.phase", "/routes/0/when/lane", "lane"},
      {"/rules/0/when", "{\"touch\": {\"types\": [\"page_view\"]}}", "condition.phase", "/rules/0", "fit.red"},
      {"/rules/0/when", "{\"field\": \"start\", \"past_within_days\": 3}", "condition.phase", "/rules/0", "fit.red"},
      {"/rules/0/when", "{\"field\": \"size\", \"at_least\": 9, \"at_most\": 3}", "condition.range", "/rules/0/when", ""},
      {"/rules/0/when", "{\"count\": {\"at_least\": 3, \"of\": [true]}}", "profile.out_of_range", "/rules/0/when/count",
       "at_least"},
      {"/rules/0/when", "{\"all\": [{\"not\": {\"any\": [{\"field\": \"nope\", \"is\": 1}]}}]}", "criterion.unmapped",
       "/rules/0/when/all/0/not/any/0/field", "nope"},
      // Areas
      {"/areas", R"([{"id": "a"}])", "condition.empty", "/areas/0", "a"},
      {"/areas", R"([{"id": "a", "states": ["OH", "Ohio"]}])", "profile.bad_place", "/areas/0/states/1", "Ohio"},
      {"/areas", R"([{"id": "a", "states": ["XX"]}])", "profile.bad_place", "/areas/0/states/0", "XX"},
      {"/areas", R"([{"id": "a", "zip_prefixes": ["43"]}])", "profile.bad_place", "/areas/0/zip_prefixes/0", "43"},
      {"/areas", R"([{"id": "a", "zip_codes": ["43215-1234"]}])", "profile.bad_place", "/areas/0/zip_codes/0",
       "43215-1234"},
      {"/areas", R"([{"id": "a", "sites": [{"id": "s", "miles": 5}]}])", "profile.missing_key", "/areas/0/sites/0",
       "zip_code"},
      {"/areas", R"([{"id": "a", "sites": [{"id": "s", "zip_code": "99999", "miles": 5}]}])", "profile.bad_place",
       "/areas/0/sites/0/zip_code", "99999"},
      {"/areas", R"([{"id": "a", "sites": [{"id": "s", "at": "39.9 N", "miles": 5}]}])", "profile.bad_place",
       "/areas/0/sites/0/at", "39.9 N"},
      {"/areas", R"([{"id": "a", "sites": [{"id": "s", "at": "90.0001, 0", "miles": 5}]}])", "profile.bad_place",
       "/areas/0/sites/0/at", "90.0001, 0"},
      {"/areas", R"([{"id": "a", "sites": [{"id": "s", "zip_code": "43215"}]}])", "profile.missing_key", "/areas/0/sites/0",
       "miles"},
      {"/areas", R"([{"id": "a", "sites": [{"id": "s", "zip_code": "43215", "miles": 0}]}])", "profile.out_of_range",
       "/areas/0/sites/0/miles", "miles"},
      {"/areas", R"([{"id": "a", "states": ["OH"]}, {"id": "a", "states": ["IN"]}])", "profile.duplicate_id", "/areas/1",
       "a"},
      {"/rules/0/when", R"({"field": "zip", "in_area": "nowhere"})", "profile.unknown_reference", "/rules/0/when/in_area",
       "nowhere"},
      {"/rules/0/when", R"({"field": "zip", "is": "43215"})", "condition.test", "/rules/0/when", "(none)"},
      // Completeness
      {"-/outcomes", "", "profile.incomplete", "", "target outcome"},
      {"/rules", "[]", "profile.incomplete", "", "rules"},
      {"-/scope/geography", "", "profile.incomplete", "", "geography"},
      {"-/ideal_buyer/budget", "", "profile.incomplete", "", "budget range"},
      {"/scoring/fit", "{\"mid\": 40, \"high\": 40}", "profile.thresholds_order", "/scoring/fit", "fit"},
      {"/agreement", "{\"agreed_on\": \"2026-02-30\"}", "time.malformed", "/agreement/agreed_on", "2026-02-30"},
  };
  return kRows;
}

Json changed(const Row& row) {
  Json profile = small_profile();
  if (row.set.starts_with("-")) {
    const std::string path = row.set.substr(1);
    const std::size_t slash = path.rfind('/');
    profile[Json::json_pointer(path.substr(0, slash))].erase(path.substr(slash + 1));
  } else {
    profile[Json::json_pointer(row.set)] = Json::parse(row.value);
  }
  return profile;
}

}  // namespace

TEST_CASE("The small profile has no problems at all") {
  for (const Problem& problem : problems_of(small_profile().dump(1))) {
    INFO(to_line(problem) << " " << problem.detail);
    CHECK(problem.severity() != Severity::error);
  }
}

TEST_CASE("Each problem of a profile is told with its code, pointer, line and column") {
  for (const Row& row : rows()) {
    const Json profile = changed(row);
    const auto problems = problems_of(profile.dump(1));
    std::string found;
    bool there = false;
    const std::string expected = row.code + " " + row.pointer + " " + place_of(profile, row.pointer) + " " + row.subject;
    for (const Problem& problem : problems) {
      found += to_line(problem) + " | " + problem.detail + "\n";
      there |= to_line(problem) == expected;
    }
    INFO(row.set << " = " << row.value << "\nexpected " << expected << "\nfound\n" << found);
    CHECK(there);
    // One mistake is one problem: nothing follows from it that an author has to think about.
    const auto errors = std::ranges::count_if(problems, [](const Problem& p) { return p.severity() == Severity::error; });
    CHECK(errors <= 2);
  }
}

TEST_CASE("The table of problems has every code that a profile can give") {
  std::set<std::string> covered;
  for (const Row& row : rows()) covered.insert(row.code);
  // Those of whole documents are tested below, warnings of lint beside the lint, packed profiles in pack_test.cpp and of the
  // command.
  for (const char* other :
       {"json.syntax", "json.too_deep", "json.duplicate_key", "json.malformed_utf8", "json.byte_order_mark",
        "document.too_large", "document.more_problems", "profile.text_missing_language", "profile.points_overflow",
        "criterion.no_crm", "criterion.vague", "profile.not_packed", "profile.pack_version", "profile.pack_broken",
        "profile.pack_no_document"}) {
    covered.insert(other);
  }
  std::set<std::string> missing;
#define PREQUAL_CODE(name, dotted, severity, message, remedy)                                             \
  for (const std::string_view start : {"json.", "document.", "profile.", "criterion.", "condition."}) {   \
    if (std::string_view(dotted).starts_with(start) && !covered.contains(dotted)) missing.insert(dotted); \
  }
#include "base/codes.def"
#undef PREQUAL_CODE
  std::string text;
  for (const std::string& code : missing) text += code + " ";
  INFO(text);
  CHECK(missing.empty());
}

TEST_CASE("Problems of whole documents have line and column") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"", "json.syntax  1:1 "},
      {"{", "json.syntax  1:2 "},
      {"{\"a\": 1,\n \"b\" 2}", "json.syntax  2:6 "},
      {"{\"a\": tru}", "json.syntax  1:10 "},
      {"\xEF\xBB\xBF{}", "json.byte_order_mark  1:1 "},
      {"{\n \"a\": \"\xC3\xA9\xFF\"}", "json.malformed_utf8  2:9 "},
      {"[]", "profile.wrong_type  1:1 this entry"},
      {"\"x\"", "profile.wrong_type  1:1 this entry"},
  }));
  const auto problems = problems_of(text);
  REQUIRE_FALSE(problems.empty());
  INFO(text << "\n" << to_line(problems[0]));
  CHECK(to_line(problems[0]) == expected);
}

TEST_CASE("A key that stands twice is told where it stands the second time") {
  std::string text = small_profile().dump(1);
  text.insert(text.size() - 2, ",\n \"id\": \"twice\"\n");
  const auto problems = problems_of(text);
  REQUIRE_FALSE(problems.empty());
  CHECK(problems[0].code == Code::json_duplicate_key);
  CHECK(problems[0].pointer == "/id");
  CHECK(problems[0].subject == "id");
}

TEST_CASE("Limits of a profile document") {
  std::string deep;
  for (int i = 0; i < 80; ++i) deep += "[";
  CHECK(problems_of(deep).at(0).code == Code::json_too_deep);
  const std::string large(limits::kProfileBytes + 1, ' ');
  CHECK(problems_of(large).at(0).code == Code::document_too_large);
  CHECK(problems_of(large.substr(1)).at(0).code == Code::json_syntax);
  Json profile = small_profile();
  for (int i = 0; i < 300; ++i) profile["x" + std::to_string(i)] = 1;
  const auto many = problems_of(profile.dump(1));
  CHECK(many.size() == limits::kProblems + 1);
  CHECK(many.back().code == Code::too_many_problems);
}

TEST_CASE("Points of one category must stay countable") {
  Json profile = small_profile();
  for (int i = 0; i < 17; ++i) {
    profile["rules"].push_back(
        {{"id", "more" + std::to_string(i)}, {"category", "fit"}, {"plain", "More"}, {"when", true}, {"points", 1000}});
  }
  const auto problems = problems_of(profile.dump(1));
  CHECK(
      std::ranges::any_of(problems, [](const Problem& p) { return p.code == Code::rules_overflow && p.subject == "fit"; }));
}

TEST_CASE("A text without Spanish is a warning and not an error") {
  Json profile = small_profile();
  profile["name"] = {{"en", "Only English"}};
  const auto problems = problems_of(profile.dump(1));
  CHECK(std::ranges::any_of(problems, [](const Problem& p) {
    return p.code == Code::text_missing_language && p.severity() == Severity::warning && p.pointer == "/name";
  }));
  CHECK(profile::Profile::compile(profile.dump()).has_value());
}

TEST_CASE("Every problem of a document is told at once") {
  Json profile = small_profile();
  profile["id"] = "1";
  profile["rules"][0]["points"] = 0;
  profile["rules"][1]["when"] = {{"field", "nope"}, {"is", true}};
  profile["scoring"]["caps"]["fit"] = 500;
  profile["extra"] = 1;
  const auto problems = problems_of(profile.dump(1));
  std::string found;
  for (const Problem& problem : problems) found += to_line(problem) + "\n";
  INFO(found);
  CHECK(std::ranges::count_if(problems, [](const Problem& p) { return p.severity() == Severity::error; }) == 5);
}

TEST_CASE("Shipped profiles have no errors") {
  const auto files = list_files("core/profiles", ".json");
  REQUIRE(files.size() >= 2);
  for (const std::string& file : files) {
    if (file.ends_with("set.json")) continue;
    const std::string text = read_file(file);
    CAPTURE(file);
    for (const Problem& problem : problems_of(text)) {
      INFO(to_line(problem) << " " << problem.detail);
      CHECK(problem.severity() != Severity::error);
    }
  }
}

TEST_CASE("A NUL is a problem with its place, wherever it stands, and never the end of the document", "[profile]") {
  const std::string text = small_profile().dump(1);
  const std::size_t second = text.find('\n') + 1;
  for (const std::size_t at : {second, text.size(), text.find("\"id\"") + 2}) {
    std::string with = text;
    with.insert(at, 1, '\0');
    Problems problems;
    CHECK_FALSE(profile::Profile::compile(with, problems).has_value());
    REQUIRE(problems.list().size() == 1);
    const Problem& problem = problems.list().front();
    CHECK(code_name(problem.code) == "json.control");
    CHECK(problem.line == 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    CHECK(problem.column == at - (at == 0 ? 0 : text.rfind('\n', at - 1) + 1) + 1);
  }
}

TEST_CASE("A standard reason that is switched off makes no condition: nothing waits for what it looks at", "[profile]") {
  Json on = small_profile();
  on["reasons"] = Json::array();
  Json off = on;
  off["reasons"] = {{{"code", "cadence_mismatch"}, {"off", true}}, {{"code", "never_routed"}, {"off", true}}};
  const auto facts_of = [](const Json& profile) {
    std::set<std::string> out;
    const auto program = program_of(profile);
    for (const profile::Source source : program->profile.needs().facts) {
      out.insert(std::string(profile::fact_name(profile::source_fact(source))));
    }
    return out;
  };
  CHECK(facts_of(on).contains("cadence"));
  CHECK_FALSE(facts_of(off).contains("cadence"));
  CHECK_FALSE(facts_of(off).contains("routings"));
}
