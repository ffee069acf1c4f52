// Whole inputs: what becomes of every kind of record and problem.
#include <string>
#include <vector>

#include "base/limits.h"
#include "core/lists/recorder.h"
#include "lists/as_of.h"
#include "lists/input.h"
#include "support/random.h"
#include "support/workbench.h"

using prequal::lists::Format;
using prequal::lists::Input;
using prequal::lists::Names;
using prequal::testing::feed;
using prequal::testing::Json;
using prequal::testing::LeadRecorder;

namespace {

const prequal::report::Program& program() {
  static const auto built = [] {
    Json profile = prequal::testing::small_profile();
    profile["fields"] = prequal::testing::json(R"([
      {"id": "org_name", "type": "name", "label": "Organization", "import": ["Company"]},
      {"id": "state", "type": "choice", "vocabulary": "us_states", "label": "State"},
      {"id": "served", "type": "choices", "vocabulary": "us_states", "label": "States served"},
      {"id": "new_site", "type": "yes_no", "label": "New site"},
      {"id": "sites", "type": "number", "label": "Sites"}
    ])");
    profile.erase("completeness");
    profile["scope"] = prequal::testing::json(R"({"specialties": ["any"], "geography": {"en": "here", "es": "aquí"}})");
    profile.erase("definitions");
    profile.erase("dimensions");
    profile["must_haves"] = Json::array();
    profile["nice_to_haves"] = Json::array();
    profile["hard_stops"] = Json::array();
    profile["lists"] = Json::array();
    profile["rules"] = prequal::testing::json(
        R"([{"id": "ohio", "category": "fit", "plain": "Ohio", "when": {"field": "state", "is": "OH"}, "points": 10}])");
    profile["stages"] = prequal::testing::json(
        R"([{"id": "mql", "clauses": [{"id": "site", "plain": "A new site", "when": {"field": "new_site", "is": true}}]}])");
    profile["routes"] = Json::array();
    profile["service_levels"] = Json::array();
    profile["reasons"] = Json::array();
    profile["questions"] = Json::array();
    return prequal::testing::program_of(profile);
  }();
  return *built;
}

std::vector<std::string> read(std::string_view text, std::size_t piece, Format format = Format::automatic) {
  const Names names(program().profile, {});
  Input input(names, format);
  LeadRecorder recorder(names);
  feed(input, recorder, text, piece);
  return recorder.lines;
}

struct Case {
  std::string_view name;
  std::string text;
  std::vector<std::string> lines;
};

void check(const std::vector<Case>& cases, Format format = Format::automatic) {
  for (const Case& entry : cases) {
    CAPTURE(entry.name, entry.text);
    const auto whole = read(entry.text, entry.text.size() + 1, format);
    CHECK(whole == entry.lines);
    for (const std::size_t piece : {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{7}}) {
      CAPTURE(piece);
      REQUIRE(read(entry.text, piece, format) == whole);
    }
  }
}

}  // namespace

TEST_CASE("Tables become leads", "[lists][input][csv]") {
  check({
      {"nothing", "", {"? list.empty"}},
      {"a header alone", "Company,State\n", {"? list.empty"}},
      {"rows",
       "id,Company,State\n7,Acme,OH\n8,\"B, Inc\",\n",
       {"1: id=7 org_name=Acme state=OH", "2: id=8 org_name=B, Inc"}},
      {"a byte order mark", "\xEF\xBB\xBFState\nOH\n", {"1: state=OH"}},
      {"semicolons", "State;Company\r\nOH;\"a;b\"\r\n", {"1: state=OH org_name=a;b"}},
      {"unused columns", "State,Whatever\nOH,x\n", {"1: state=OH"}},
      {"line ends in values", "State,Company\nOH,\"a\nb\"\n", {"1: state=OH org_name=a\nb"}},
      {"wrong width costs the row",
       "State,Company\nOH\nOH,a,b\nOH,c\n",
       {"1 ! list.width: 1 value; the header has 2 columns", "2 ! list.width: 3 values; the header has 2 columns",
        "3: state=OH org_name=c"}},
      {"malformed UTF-8 costs the row", "State\n\xFF\nOH\n", {"1 ! list.malformed_utf8", "2: state=OH"}},
      {"NUL costs the row", std::string("State\nO\0H\nOH\n", 13), {"1 ! list.nul", "2: state=OH"}},
      {"text after a quote costs the row",
       "State,Company\nOH,\"a\"b\nOH,c\n",
       {"1 ! list.syntax: in value 2 something stands between the closing quote and the next delimiter",
        "2: state=OH org_name=c"}},
      {"an unclosed quote loses nothing before it",
       "State,Company\nOH,a\nOH,\"b\nOH,c\n",
       {"1: state=OH org_name=a", "2 ! list.quote"}},
      {"two columns for one field",
       "Company,org_name\na,b\n",
       {"? list.duplicate_column \"org_name\": Company", "1: org_name=b"}},
      {"no column for any field", "a,b\n1,2\n", {"? list.no_column: 2 columns"}},
      {"a lead key alone is no field", "id,b\n1,2\n", {"? list.no_column: 2 columns"}},
      {"a broken header",
       "State,\"Comp\"any\nOH,a\n",
       {"? list.syntax: the header: in value 2 something stands between the closing quote and the next delimiter"}},
      {"a header that never ends", "\"State\nOH\n", {"? list.quote"}},
      {"a header that is not UTF-8", "State,\xFF\nOH,a\n", {"? list.malformed_utf8", "1: state=OH"}},
      {"a spreadsheet file",
       "PK\x03\x04 and more",
       {"? list.format: it is a spreadsheet or ZIP file; save it as CSV in UTF-8"}},
  });
}

TEST_CASE("Lines and lists of JSON become leads", "[lists][input][json]") {
  check({
      {"documents and flat objects",
       "{\"id\":\"a\",\"answers\":{\"state\":\"OH\",\"sites\":3}}\n{\"State\":\"MI\",\"new_site\":true}\n",
       {"1: id=a state=OH sites=3", "2: state=MI new_site=yes"}},
      {"several values", "{\"served\":[\"OH\",\"MI\"]}\n", {"1: served=OH served=MI"}},
      {"touches",
       "{\"state\":\"OH\",\"touches\":[{\"type\":\"page_view\",\"at\":\"2026-01-01\"}]}\n",
       {"1: state=OH +page_view@2026-01-01"}},
      {"the best name of one lead counts",
       "{\"Company\":\"a\",\"org_name\":\"b\"}\n{\"Company\":\"c\"}\n",
       {"1: org_name=b", "2: org_name=c"}},
      {"nested names", "{\"consent\":{\"email\":\"given\"},\"state\":\"OH\"}\n", {"1: consent.email=given state=OH"}},
      {"a broken line costs itself",
       "{\"state\":\"OH\"\n{\"state\":\"MI\"}\n",
       {"1 ! list.syntax: the text ends inside a value", "2: state=MI"}},
      {"no object", "{\"state\":\"OH\"}\n5\n[]\n", {"1: state=OH", "2 ! lead.not_object", "3 ! lead.not_object"}},
      {"NUL", std::string("{\"state\":\"O\0\"}\n{\"state\":\"OH\"}\n", 30), {"1 ! list.nul", "2: state=OH"}},
      {"malformed UTF-8", "{\"state\":\"\xC3\"}\n{\"state\":\"OH\"}\n", {"1 ! list.malformed_utf8", "2: state=OH"}},
      {"a list", "[{\"state\":\"OH\"},\n 7,\n{\"state\":\"MI\"}]", {"1: state=OH", "2 ! lead.not_object", "3: state=MI"}},
      {"one lead over several lines", "{\n  \"state\": \"OH\"\n}\n", {"1: state=OH"}},
      {"a list without its end",
       "[{\"state\":\"OH\"}",
       {"1: state=OH", "2 ? list.syntax: the list ends without its closing ]"}},
      {"keys that feed nothing", "{\"a\":1}\n", {"1:", "? list.no_column: 1 keys"}},
  });
  check({{"nothing but blanks", " \n \n", {"? list.empty"}}}, Format::ndjson);
  check({{"an empty list", "[]", {"? list.empty"}}});
  check({{"no list", "state\nOH\n", {"? list.format: a JSON list starts with [ or {"}}}, Format::json);
}

TEST_CASE("A value over the limit is not used, and its record is", "[lists][input][limits]") {
  const std::string large(prequal::limits::kFieldBytes + 1, 'x');
  CHECK(read("State,Company,Whatever\nOH," + large + "," + large + "\n", 1 << 20U) ==
        std::vector<std::string>{"1 ? list.field_too_large \"Company\"", "1: state=OH org_name=(too long)"});
  CHECK(read("{\"state\":\"OH\",\"Company\":\"" + large + "\"}\n", 1 << 20U) ==
        std::vector<std::string>{"1 ? list.field_too_large \"org_name\"", "1: state=OH org_name=(too long)"});
}

TEST_CASE("A header over the limits ends the list", "[lists][input][limits]") {
  std::string wide = "State";
  for (std::size_t i = 0; i < prequal::limits::kColumns; ++i) wide.append(",");
  CHECK(read(wide + "\n", 1000) == std::vector<std::string>{"? list.columns"});
  CHECK(read(std::string(prequal::limits::kLeadBytes + 1, 'x') + "\nOH\n", 1000) ==
        std::vector<std::string>{"? list.record_too_large"});
}

TEST_CASE("An input holds little, whatever comes", "[lists][input][limits]") {
  const Names names(program().profile, {});
  const std::size_t bound = 4 * prequal::limits::kLeadBytes;
  struct Flood {
    std::string_view start;
    std::string_view piece;
  };
  for (const Flood& flood : {Flood{"State,Company\nOH,", "xxxxxxxxxxxxxxxx"}, Flood{"State,Company\nOH,\"", "x,\nxxxx\n"},
                             Flood{"[", "[[[[[[[["}, Flood{"", "[[[[[[[["}, Flood{"{\"a\":", "[[[[[[[["},
                             Flood{"", "xxxxxxxxxxxxxxxx"}, Flood{"[{\"a\":\"", "xxxxxxxxxxxxxxxx"},
                             Flood{"", std::string_view("\0\0\0\0", 4)}, Flood{"State\n", ",,,,,,,,,"}}) {
    CAPTURE(flood.start, flood.piece);
    Input input(names, Format::automatic);
    LeadRecorder recorder(names);
    input.push(flood.start, recorder);
    std::string piece;
    while (piece.size() < 100'000) piece.append(flood.piece);
    for (int i = 0; i < 40; ++i) {
      input.push(piece, recorder);
      REQUIRE(input.held() <= bound);
    }
    input.finish(recorder);
    CHECK(recorder.lines.size() <= 3);
    CHECK_FALSE(recorder.lines.empty());
  }
}

TEST_CASE("Random inputs read the same however they arrive", "[lists][input][property]") {
  prequal::testing::Random random(7);
  const std::vector<std::string_view> parts{
      "State", ",", "\n", "\"",   "OH",      "\r\n",         ";",   "{\"state\":\"OH\"}", "[",
      "]",     "{", "}",  "\xFF", "Company", "\xEF\xBB\xBF", "a b", ",\"x\ny\"",          " "};
  for (int round = 0; round < 400; ++round) {
    std::string text = random.chance(50) ? "State,Company\n" : "";
    for (std::size_t i = random.below(30); i > 0; --i) text.append(random.pick(parts));
    CAPTURE(text);
    REQUIRE(read(text, 1 + random.below(5)) == read(text, text.size() + 1));
  }
}

TEST_CASE("The cells of a record are what stands in the list", "[lists][input]") {
  const Names names(program().profile, {});
  const auto cells = [&](std::string_view text, std::string_view record) {
    Input input(names, Format::automatic);
    LeadRecorder recorder(names);
    feed(input, recorder, text, 1000);
    std::vector<std::string> out;
    input.copy_cells(record, out);
    return out;
  };
  CHECK(cells("State,x,y\nOH,\"a\"\"b\",\n", "OH,\"a\"\"b\",") == std::vector<std::string>{"OH", "a\"b", ""});
  CHECK(cells("{\"state\":\"OH\",\"x\":[1, 2],\"consent\":{\"email\":\"given\"},\"y\":null,\"z\":1.50}\n{\"w\":true}\n",
              "{\"state\":\"OH\",\"x\":[1, 2],\"consent\":{\"email\":\"given\"},\"y\":null,\"z\":1.50}") ==
        std::vector<std::string>{"OH", "[1, 2]", "given", "", "1.50", ""});
}
