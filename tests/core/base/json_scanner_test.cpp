#include "base/json_scanner.h"

#include <array>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "support/random.h"

using namespace prequal;

namespace {

// clang-format off
// Texts that RFC 8259 accepts, one rule of the grammar each.
constexpr auto kAccepted = std::to_array<std::string_view>({
    "[]", "[ ]", "{}", "{ }", " []", "[] ", "[1]", "[1,2]", "[ 1 , 2 ]", "[0]", "[-0]", "[-1]",
    "[123456789012345678901234567890]", "[0.5]", "[-0.5]", "[1.0]", "[1e1]", "[1E1]", "[1e+1]", "[1e-1]", "[1E+01]",
    "[0e1]", "[0e+1]", "[0.0e-0]", "[123.456e78]", "[1e-400]", "[-123123e100000]", "[20e1]", "[4]", "0", "-1", "1.5",
    "true", "false", "null", "\"text\"", "\"\"", "[\"\"]", "[true]", "[false]", "[null]", "[null,1,\"a\",{}]",
    "[\"a\"]", "[\"\\\"\"]", "[\"\\\\\"]", "[\"\\/\"]", "[\"\\b\\f\\n\\r\\t\"]", "[\"\\u0041\"]", "[\"\\u00e9\"]",
    "[\"\\u00E9\"]", "[\"\\u2028\"]", "[\"\\uD83D\\uDE00\"]", "[\"\\u0000\"]", "[\"\\uFFFF\"]", "[\"\\u0012\"]",
    "[\"\\\\u0000\"]", "[\"\\\\n\"]", "[\"a/b\"]", "[\"/*comment*/\"]", "[\"\xC3\xA9\"]", "[\"\xE2\x82\xAC\"]",
    "[\"\xF0\x9F\x98\x80\"]", "[\"asd \"]", "[\"new\\u000Aline\"]", "[\"\\uDBFF\\uDFFF\"]", "{\"a\":1}",
    "{\"a\":\"b\"}", "{\"a\":1,\"b\":2}", "{\"a\":1,\"a\":2}", "{\"\":0}", "{\"a\":{}}", "{\"a\":[]}",
    "{\"a\":{\"b\":{\"c\":[1,{\"d\":null}]}}}", "{\"a\":[{\"b\":1},{\"c\":2}]}",
    "{\"title\":\"\\u041f\\u043e\\u043b\"}", "{\"\\u0061\":1}", "{\"a\\\"b\":1}", "{ \"a\" : 1 }",
    "{\"min\":-1.0e+28,\"max\":1.0e+28}", "[[[[[[]]]]]]", "[[],[],[]]", "[{},{}]", "[1,[2,[3,[4]]]]", "[[] ]",
    "[\"\",\" \"]", "[1.7976931348623157e308]", "[-1e-2]", "[0,0]", "[9007199254740993]",
});

// Texts that it rejects.
constexpr auto kRejected = std::to_array<std::string_view>({
    "[", "]", "{", "}", "[1", "[1,", "[1,]", "[,1]", "[,]", "[1,,2]", "[1 2]", "[1:2]", "[}", "{]", "[1}", "{\"a\"}",
    "{\"a\":}", "{\"a\":1,}", "{\"a\":1,,\"b\":2}", "{,\"a\":1}", "{:1}", "{1:1}", "{a:1}", "{'a':1}", "{\"a\" 1}",
    "{\"a\"::1}", "{\"a\":1 \"b\":2}", "{\"a\":1]", "{\"a\",1}", "{\"a\":1", "{\"a\":", "{\"a\"", "{\"a", "{null:1}",
    "{[]:1}", "{\"a\":1}}", "[]]", "[][]", "{}{}", "[] {}", "1 2", "\"a\" \"b\"", "true false", "[1]x", "[1]//",
    "[1]/*x*/", "/*x*/[1]", "#", "[01]", "[-01]", "[00]", "[-]", "[+1]", "[--1]", "[.5]", "[-.5]", "[1.]", "[1.e1]",
    "[1.5.5]", "[1e]", "[1e+]", "[1E-]", "[1e1.5]", "[1ee1]", "[0x10]", "[1a]", "[1_000]", "[1,000.]", "[Infinity]",
    "[-Infinity]", "[NaN]", "[-NaN]", "[nan]", "[True]", "[TRUE]", "[nul]", "[nulll]", "[tru]", "[truee]", "[fals]",
    "[undefined]", "[t]", "t", "\"", "\"a", "[\"a]", "[a\"]", "['a']", "[`a`]", "[\"\\x41\"]", "[\"\\a\"]",
    "[\"\\v\"]", "[\"\\0\"]", "[\"\\'\"]", "[\"\\ \"]", "[\"\\\"]", "[\"\\", "[\"\\u\"]", "[\"\\u1\"]", "[\"\\u12\"]",
    "[\"\\u123\"]", "[\"\\u123g\"]", "[\"\\uG000\"]", "[\"\\u-123\"]", "[\"\\u 123\"]", "[\"\\U0041\"]",
    "[\"\\u{41}\"]", "[\"\\uD83D\\u\"]", "[\"\\uD83D\\uD\"]", "[\"\\uD83D\\x\"]", "[\xEF\xBB\xBF]", "\xEF\xBB\xBF[]",
    "[1\xEF\xBB\xBF]", "[\xEF\xBC\x91]", "[\"a\",", "[\"a\"", "[\"a\"b]", "{\"a\":\"b\"c}", "{\"a\":tru}", "[1;2]",
    "(1)", "<a>", "$", "@", "*", "\\", "\\u0041", "[\\u0041]", "[\\n]", "~",
});
// clang-format on

struct Case {
  std::string text;
  JsonError error;
  std::size_t offset;
};

// The scanner over a copy that ends where the text ends, so that a sanitizer sees any read beyond it.
JsonError scan(std::string_view text, std::size_t* offset = nullptr) {
  const std::vector<char> exact(text.begin(), text.end());
  JsonScanner scanner({exact.data(), exact.size()});
  for (;;) {
    const JsonToken token = scanner.next();
    if (token != JsonToken::error && token != JsonToken::end) continue;
    if (offset != nullptr) *offset = scanner.offset();
    if (token == JsonToken::error) CHECK(scanner.next() == JsonToken::error);
    return scanner.error();
  }
}

// Rebuilds the value, to be compared with what nlohmann/json makes of the same text.
nlohmann::json build(JsonScanner& scanner, JsonToken token) {
  std::string scratch;
  switch (token) {
    case JsonToken::object_begin: {
      auto out = nlohmann::json::object();
      for (JsonToken next = scanner.next(); next == JsonToken::key; next = scanner.next()) {
        const std::string name(scanner.view_text(scratch));
        out[name] = build(scanner, scanner.next());
      }
      return out;
    }
    case JsonToken::array_begin: {
      auto out = nlohmann::json::array();
      for (JsonToken next = scanner.next(); next != JsonToken::array_end; next = scanner.next()) {
        if (next == JsonToken::error) return out;
        out.push_back(build(scanner, next));
      }
      return out;
    }
    case JsonToken::string: return std::string(scanner.view_text(scratch));
    case JsonToken::number: return nlohmann::json::parse(scanner.view_raw());
    case JsonToken::boolean: return scanner.boolean();
    default: return nullptr;
  }
}

}  // namespace

TEST_CASE("JSON: what the grammar accepts is accepted") {
  REQUIRE(kAccepted.size() >= 80);
  for (const std::string_view text : kAccepted) {
    INFO(text);
    CHECK(scan(text) == JsonError::none);
    // White space of every kind around it changes nothing.
    CHECK(scan(" \t\r\n" + std::string(text) + "\n ") == JsonError::none);
  }
}

TEST_CASE("JSON: what the grammar rejects is rejected") {
  REQUIRE(kRejected.size() >= 110);
  for (const std::string_view text : kRejected) {
    INFO(text);
    CHECK(scan(text) != JsonError::none);
  }
}

TEST_CASE("JSON: control characters, NUL and malformed UTF-8 are rejected, with their place") {
  const auto row = GENERATE(values<Case>({
      {std::string("[\"a\0b\"]", 7), JsonError::control, 3},
      {std::string("\0", 1), JsonError::unexpected, 0},
      {std::string("[1]\0", 4), JsonError::unexpected, 3},
      {std::string("[\0]", 3), JsonError::unexpected, 1},
      {"[\"\n\"]", JsonError::control, 2},
      {"[\"\t\"]", JsonError::control, 2},
      {"[\"\x1F\"]", JsonError::control, 2},
      {"[\"12345678\x01\"]", JsonError::control, 10},
      {"[\"\xFF\"]", JsonError::malformed_utf8, 2},
      {"[\"abc\xC3\"]", JsonError::malformed_utf8, 5},
      {"[\"\xC0\xAF\"]", JsonError::malformed_utf8, 2},
      {"[\"\xE0\x80\x80\"]", JsonError::malformed_utf8, 2},
      {"[\"\xED\xA0\x80\"]", JsonError::malformed_utf8, 2},
      {"[\"\xF4\x90\x80\x80\"]", JsonError::malformed_utf8, 2},
      {"[\"\xF8\x88\x80\x80\x80\"]", JsonError::malformed_utf8, 2},
      {"[\"x\xE2\x82\"]", JsonError::malformed_utf8, 3},
      {"{\"\xFF\":1}", JsonError::malformed_utf8, 2},
      {"[\xC3\xA9]", JsonError::unexpected, 1},
      {"[\x0B]", JsonError::unexpected, 1},
      {"[\x0C]", JsonError::unexpected, 1},
      {"[\xC2\xA0]", JsonError::unexpected, 1},
      {"[\xE2\x81\xA0]", JsonError::unexpected, 1},
      {"", JsonError::cut_off, 0},
      {"   ", JsonError::cut_off, 3},
      {"[1, 01]", JsonError::bad_number, 5},
      {"{\"a\": nul}", JsonError::unexpected, 6},
      {"[\"\\q\"]", JsonError::bad_escape, 2},
  }));
  std::size_t offset = 0;
  INFO(row.text);
  CHECK(scan(row.text, &offset) == row.error);
  CHECK(offset == row.offset);
}

TEST_CASE("JSON: 64 levels are read, the 65th is refused") {
  for (const auto& [open, close] : {std::pair<std::string, std::string>("[", "]"), {"{\"a\":", "}"}}) {
    const auto nested = [&](std::size_t depth) {
      std::string text;
      for (std::size_t i = 0; i < depth; ++i) text += open;
      if (open != "[") text += "1";
      for (std::size_t i = 0; i < depth; ++i) text += close;
      return text;
    };
    CHECK(scan(nested(1)) == JsonError::none);
    CHECK(scan(nested(64)) == JsonError::none);
    CHECK(scan(nested(65)) == JsonError::too_deep);
  }
  CHECK(scan(std::string(1'000'000, '[')) == JsonError::too_deep);
}

TEST_CASE("JSON: every text that is cut off is refused") {
  const std::string text = R"({"a":[1.5e3,"x\u00e9\n",true,null,{"b":{}}],"c":-2})";
  REQUIRE(scan(text) == JsonError::none);
  for (std::size_t end = 0; end < text.size(); ++end) CHECK(scan(std::string_view(text).substr(0, end)) != JsonError::none);
}

TEST_CASE("JSON: lone surrogates become U+FFFD and are told") {
  const auto [text, expected, lone] = GENERATE(table<std::string_view, std::string_view, bool>({
      {R"("\ud800")", "\xEF\xBF\xBD", true},
      {R"("\udc00")", "\xEF\xBF\xBD", true},
      {R"("\ud800\ud800")", "\xEF\xBF\xBD\xEF\xBF\xBD", true},
      {R"("\ud800x")", "\xEF\xBF\xBDx", true},
      {R"("\ud800\n")", "\xEF\xBF\xBD\n", true},
      {R"("\udc00\ud800")", "\xEF\xBF\xBD\xEF\xBF\xBD", true},
      {R"("\ud83d\ude00")", "\xF0\x9F\x98\x80", false},
      {R"("\ud800\udc00")", "\xF0\x90\x80\x80", false},
      {R"("\uFFFD")", "\xEF\xBF\xBD", false},
      {R"("\uD800\u0041")",
       "\xEF\xBF\xBD"
       "A",
       true},
  }));
  INFO(text);
  JsonScanner scanner(text);
  REQUIRE(scanner.next() == JsonToken::string);
  std::string scratch;
  CHECK(scanner.view_text(scratch) == expected);
  CHECK(scanner.had_lone_surrogate() == lone);
}

TEST_CASE("JSON: tokens come in order, keys before their values") {
  const std::string_view text = R"({"a":[1,"b",true,false,null],"c":{}})";
  JsonScanner scanner(text);
  for (const JsonToken expected :
       {JsonToken::object_begin, JsonToken::key, JsonToken::array_begin, JsonToken::number, JsonToken::string,
        JsonToken::boolean, JsonToken::boolean, JsonToken::null, JsonToken::array_end, JsonToken::key,
        JsonToken::object_begin, JsonToken::object_end, JsonToken::object_end, JsonToken::end, JsonToken::end}) {
    CHECK(scanner.next() == expected);
  }
}

TEST_CASE("JSON: a skipped value is skipped whole") {
  for (const std::string_view value : kAccepted) {
    const std::string text = "[" + std::string(value) + ",7]";
    JsonScanner scanner(text);
    REQUIRE(scanner.next() == JsonToken::array_begin);
    REQUIRE(scanner.skip_value());
    REQUIRE(scanner.next() == JsonToken::number);
    CHECK(scanner.view_raw() == "7");
    CHECK(scanner.next() == JsonToken::array_end);
    CHECK(scanner.next() == JsonToken::end);
  }
}

TEST_CASE("JSON: values are those that nlohmann/json reads") {
  for (const std::string_view text : kAccepted) {
    // Numbers out of the range of a double are errors there, not here.
    if (!nlohmann::json::accept(text)) continue;
    INFO(text);
    JsonScanner scanner(text);
    const JsonToken first = scanner.next();
    CHECK(build(scanner, first) == nlohmann::json::parse(text));
    CHECK(scanner.next() == JsonToken::end);
  }
}

TEST_CASE("JSON: agrees with nlohmann/json on texts that are nearly JSON") {
  // Texts of the tables with a few bytes changed, dropped or doubled.
  testing::Random random(23);
  std::size_t accepted = 0;
  for (int round = 0; round < 60'000; ++round) {
    std::string text(random.chance(70) ? random.pick(kAccepted) : random.pick(kRejected));
    for (std::size_t edits = 1 + random.below(2); edits > 0 && !text.empty(); --edits) {
      const std::size_t at = random.below(text.size());
      constexpr std::string_view kBytes = "[]{}:,\"\\0123456789.eE+-tfnu \n\x01\x80\xC3\xA9/x";
      switch (random.below(4)) {
        case 0: text.erase(at, 1); break;
        case 1: text.insert(at, 1, kBytes[random.below(kBytes.size())]); break;
        case 2: text[at] = kBytes[random.below(kBytes.size())]; break;
        default: text.insert(at, text.substr(at, 1 + random.below(4)));
      }
    }
    // Three differences are meant: numbers beyond a double and lone surrogates, which nlohmann/json refuses, and a byte
    // order mark, which it skips.
    if (text.starts_with("\xEF\xBB\xBF") || text.find("\\u") != std::string::npos) continue;
    const bool ours = scan(text) == JsonError::none;
    bool theirs = false;
    try {
      theirs = !nlohmann::json::parse(text).is_discarded();
    } catch (const nlohmann::json::out_of_range&) {
      continue;
    } catch (const nlohmann::json::parse_error&) {
      theirs = false;
    }
    accepted += ours ? 1 : 0;
    INFO(text);
    REQUIRE(ours == theirs);
  }
  CHECK(accepted > 5000);
}
