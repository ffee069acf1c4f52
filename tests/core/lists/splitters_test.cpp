// Cutting bytes into records: CSV, NDJSON and JSON, by tables.
#include <string>
#include <vector>

#include "base/limits.h"
#include "core/lists/recorder.h"
#include "lists/csv_splitter.h"
#include "lists/json_splitter.h"
#include "lists/ndjson_splitter.h"
#include "support/random.h"

using prequal::testing::feed;
using prequal::testing::RecordRecorder;

namespace {

struct Case {
  std::string_view name;
  std::string text;
  std::vector<std::string> lines;
};

template <typename Splitter, typename... Arguments>
std::vector<std::string> split(std::string_view text, std::size_t piece, Arguments... arguments) {
  Splitter splitter(arguments...);
  RecordRecorder recorder;
  feed(splitter, recorder, text, piece);
  return recorder.lines;
}

template <typename Splitter, typename... Arguments>
void check(const std::vector<Case>& cases, Arguments... arguments) {
  for (const Case& entry : cases) {
    CAPTURE(entry.name, entry.text);
    const auto whole = split<Splitter>(entry.text, entry.text.size() + 1, arguments...);
    CHECK(whole == entry.lines);
    // Any cut of the bytes gives the same records.
    for (std::size_t piece = 1; piece <= entry.text.size(); ++piece) {
      CAPTURE(piece);
      REQUIRE(split<Splitter>(entry.text, piece, arguments...) == whole);
    }
  }
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out.append(text);
  return out;
}

}  // namespace

TEST_CASE("CSV records end where a line ends outside quotes", "[lists][csv]") {
  check<prequal::lists::CsvSplitter>(
      {
          {"nothing", "", {}},
          {"line feeds", "a,b\n1,2\n", {"1@1 <a,b>", "2@2 <1,2>"}},
          {"no line end at the end", "a,b\n1,2", {"1@1 <a,b>", "2@2 <1,2>"}},
          {"CR LF", "a,b\r\n1,2\r\n", {"1@1 <a,b>", "2@2 <1,2>"}},
          {"CR alone", "a,b\r1,2\r", {"1@1 <a,b>", "2@2 <1,2>"}},
          {"all three", "a\r\nb\nc\rd", {"1@1 <a>", "2@2 <b>", "3@3 <c>", "4@4 <d>"}},
          {"empty lines are passed over", "\n\na\n\r\n\r\rb\n\n", {"1@3 <a>", "2@7 <b>"}},
          {"a row of empty values is a row", "a,b\n,\n", {"1@1 <a,b>", "2@2 <,>"}},
          {"line ends in quotes", "a,\"x\ny\"\nb,\"p\r\nq\"\nc", {"1@1 <a,\"x\ny\">", "2@3 <b,\"p\r\nq\">", "3@5 <c>"}},
          {"CR in quotes", "\"x\ry\"\nb", {"1@1 <\"x\ry\">", "2@3 <b>"}},
          {"doubled quotes", "\"a\"\"\nb\"\nc", {"1@1 <\"a\"\"\nb\">", "2@3 <c>"}},
          {"only doubled quotes", "\"\"\"\"\nc", {"1@1 <\"\"\"\">", "2@2 <c>"}},
          {"an empty quoted value", "\"\",b\n\"\"\nc", {"1@1 <\"\",b>", "2@2 <\"\">", "3@3 <c>"}},
          {"a quote inside a value is a character", "5\" pipe,b\nc", {"1@1 <5\" pipe,b>", "2@2 <c>"}},
          {"a quote after a closed one and a character", "\"a\"x\"\ny\"\n", {"1@1 <\"a\"x\">", "2@2 <y\">"}},
          {"a quote at the start of the second value", "a,\"b\nc\"\n", {"1@1 <a,\"b\nc\">"}},
          {"a quote after a blank is a character", "a, \"b\nc\"\n", {"1@1 <a, \"b>", "2@2 <c\">"}},
          {"an unclosed quote at the end", "a\nb,\"c\nd\n", {"1@1 <a>", "2@2 ! list.quote"}},
          {"a closed quote at the end", "a\nb,\"c\"", {"1@1 <a>", "2@2 <b,\"c\">"}},
          {"NUL is a character", std::string("a\0b\nc", 5), {std::string("1@1 <a\0b>", 9), "2@2 <c>"}},
      },
      ',');
}

TEST_CASE("The delimiter decides where a quote opens", "[lists][csv]") {
  check<prequal::lists::CsvSplitter>({{"semicolon", "a;\"b\nc\",\"d\n", {"1@1 <a;\"b\nc\",\"d>"}}}, ';');
  check<prequal::lists::CsvSplitter>({{"comma", "a;\"b\nc\",\"d\n", {"1@1 <a;\"b>", "2@2 ! list.quote"}}}, ',');
  check<prequal::lists::CsvSplitter>({{"tab", "a\t\"b\nc\"\n", {"1@1 <a\t\"b\nc\">"}}}, '\t');
}

TEST_CASE("NDJSON records are lines", "[lists][ndjson]") {
  check<prequal::lists::NdjsonSplitter>({
      {"nothing", "", {}},
      {"lines", "{}\n{\"a\":1}\n", {"1@1 <{}>", "2@2 <{\"a\":1}>"}},
      {"no line end at the end", "{}\n[]", {"1@1 <{}>", "2@2 <[]>"}},
      {"CR LF and blanks", " {} \r\n\t{}\t\r\n", {"1@1 <{}>", "2@2 <{}>"}},
      {"empty lines count as lines, not as records", "\n \n{}\n\r\n\n{}\n", {"1@3 <{}>", "2@6 <{}>"}},
      {"what is no JSON is for the reader to say", "x\ny\n", {"1@1 <x>", "2@2 <y>"}},
  });
}

TEST_CASE("JSON records are the items of a list", "[lists][json]") {
  check<prequal::lists::JsonSplitter>({
      {"an empty list", " [ ] ", {}},
      {"items", "[{\"a\":1},{\"b\":[1,{\"c\":2}]}]", {"1@1 <{\"a\":1}>", "2@1 <{\"b\":[1,{\"c\":2}]}>"}},
      {"lines", "[\n{},\n{}\n]\n", {"1@2 <{}>", "2@3 <{}>"}},
      {"spread over lines", "[\n  {\n    \"a\": 1\n  }\n]", {"1@2 <{\n    \"a\": 1\n  }>"}},
      {"brackets and quotes in texts", R"([{"a":"]}[\"{"},{}])", {R"(1@1 <{"a":"]}[\"{"}>)", "2@1 <{}>"}},
      {"a text that ends in a backslash", R"([{"a":"x\\"},{}])", {R"(1@1 <{"a":"x\\"}>)", "2@1 <{}>"}},
      {"items that are no objects",
       "[1, \"x,]\", null, [2], {}]",
       {"1@1 <1>", "2@1 <\"x,]\">", "3@1 <null>", "4@1 <[2]>", "5@1 <{}>"}},
      {"objects without a list", "{\"a\":1}\n{\"b\":2} {}", {"1@1 <{\"a\":1}>", "2@2 <{\"b\":2}>", "3@2 <{}>"}},
      {"a missing comma", "[{} {}]", {"1@1 <{}>", "! list.syntax", "2@1 <{}>"}},
      {"a comma too many", "[{},,{}]", {"1@1 <{}>", "! list.syntax", "2@1 <{}>"}},
      {"a comma at the end", "[{},]", {"1@1 <{}>", "! list.syntax"}},
      {"a comma at the start", "[,{}]", {"! list.syntax", "1@1 <{}>"}},
      {"text after the list", "[{}] x y", {"1@1 <{}>", "! list.syntax"}},
      {"no list at all", "x[{}]", {"! list.format"}},
      {"cut off between items", "[{},", {"1@1 <{}>", "! list.syntax"}},
      {"cut off without a comma", "[{}", {"1@1 <{}>", "! list.syntax"}},
      {"cut off in an item", "[{},{\"a\":", {"1@1 <{}>", "2@1 ! list.syntax"}},
      {"cut off in a text", "[{},{\"a\":\"x", {"1@1 <{}>", "2@1 ! list.syntax"}},
      {"cut off in a number", "[1", {"1@1 <1>", "! list.syntax"}},
      {"a forgotten inner bracket costs one item", "[{\"a\":[1},{}]", {"1@1 <{\"a\":[1}>", "2@1 <{}>"}},
      {"a bracket that closes nothing costs one item", "[{\"a\":1]},{}]", {"1@1 <{\"a\":1]}>", "2@1 <{}>"}},
      {"a text not closed on its line costs one item",
       "[\n{\"a\":\"x},\n{\"b\":\"y\"}\n]",
       {"1@2 ! list.syntax", "2@3 <{\"b\":\"y\"}>"}},
      {"and its own inner objects are no items",
       "[\n  {\n    \"a\": \"x,\n    \"consent\": \n    {\n    }\n  },\n  {\"b\":1}\n]",
       {"1@2 ! list.syntax", "2@8 <{\"b\":1}>"}},
      {"a broken text at the end", "[\n{\"a\":\"x\n]", {"1@2 ! list.syntax"}},
      {"an escape before a line end", "[\n{\"a\":\"x\\\n{}]", {"1@2 ! list.syntax", "2@3 <{}>"}},
  });
}

TEST_CASE("A record over the limit is one problem, and reading goes on", "[lists][limits]") {
  const std::size_t limit = prequal::limits::kLeadBytes;
  const std::string fits = repeated("x", limit);
  const std::string large = repeated("x", limit + 1);
  for (const std::size_t piece : {std::size_t{1000}, std::size_t{65536}, std::size_t{1} << 20U}) {
    CAPTURE(piece);
    CHECK(split<prequal::lists::CsvSplitter>("a\n" + large + "\nb\n", piece, ',') ==
          std::vector<std::string>{"1@1 <a>", "2@2 ! list.record_too_large", "3@3 <b>"});
    CHECK(split<prequal::lists::CsvSplitter>("a\n\"" + repeated("x\n", limit) + "\"\nb\n", piece, ',').at(1) ==
          "2@2 ! list.record_too_large");
    CHECK(split<prequal::lists::CsvSplitter>(fits + "\n", piece, ',') == std::vector<std::string>{"1@1 <" + fits + ">"});
    CHECK(split<prequal::lists::NdjsonSplitter>("{}\n" + large + "\n{}\n", piece) ==
          std::vector<std::string>{"1@1 <{}>", "2@2 ! list.record_too_large", "3@3 <{}>"});
    CHECK(split<prequal::lists::NdjsonSplitter>(fits, piece) == std::vector<std::string>{"1@1 <" + fits + ">"});
    CHECK(split<prequal::lists::JsonSplitter>("[{\"a\":\"" + large + "\"},{}]", piece) ==
          std::vector<std::string>{"1@1 ! list.record_too_large", "2@1 <{}>"});
  }
}

TEST_CASE("Nesting deeper than the limit is one problem, and reading goes on", "[lists][limits]") {
  const std::size_t limit = prequal::limits::kDepth;
  const std::string good = repeated("[", limit) + repeated("]", limit);
  const std::string deep = repeated("[", limit + 1) + repeated("]", limit + 1);
  const std::string very_deep = repeated("[", 100'000) + repeated("]", 100'000);
  CHECK(split<prequal::lists::JsonSplitter>("[" + good + "," + deep + "," + very_deep + ",{}]", 4096) ==
        std::vector<std::string>{"1@1 <" + good + ">", "2@1 ! list.too_deep", "3@1 ! list.too_deep", "4@1 <{}>"});
}

TEST_CASE("Splitters hold no more than a record, whatever comes", "[lists][limits]") {
  const std::string piece = repeated("[\"{", 100'000);
  const std::size_t bound = 4 * prequal::limits::kLeadBytes;
  RecordRecorder recorder;
  prequal::lists::CsvSplitter csv(',');
  prequal::lists::NdjsonSplitter ndjson;
  prequal::lists::JsonSplitter json;
  json.push("[", recorder);
  csv.push("\"", recorder);
  for (int i = 0; i < 50; ++i) {
    for (prequal::lists::Splitter* splitter :
         {static_cast<prequal::lists::Splitter*>(&csv), static_cast<prequal::lists::Splitter*>(&ndjson),
          static_cast<prequal::lists::Splitter*>(&json)}) {
      splitter->push(piece, recorder);
      REQUIRE(splitter->held() <= bound);
    }
  }
}

TEST_CASE("Random bytes are cut the same way however they arrive", "[lists][property]") {
  prequal::testing::Random random(20);
  constexpr std::string_view kBytes = "\"\"\",;\n\n\r ab{}[]:\\1";
  for (int round = 0; round < 300; ++round) {
    std::string text;
    const std::size_t size = random.below(120);
    for (std::size_t i = 0; i < size; ++i) text.push_back(kBytes[random.below(kBytes.size())]);
    CAPTURE(text);
    const auto csv = split<prequal::lists::CsvSplitter>(text, 1000, ',');
    const auto ndjson = split<prequal::lists::NdjsonSplitter>(text, 1000);
    const auto json = split<prequal::lists::JsonSplitter>(text, 1000);
    const std::size_t piece = 1 + random.below(9);
    REQUIRE(split<prequal::lists::CsvSplitter>(text, piece, ',') == csv);
    REQUIRE(split<prequal::lists::NdjsonSplitter>(text, piece) == ndjson);
    REQUIRE(split<prequal::lists::JsonSplitter>(text, piece) == json);
  }
}
