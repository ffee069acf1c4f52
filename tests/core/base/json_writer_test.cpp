#include "base/json_writer.h"

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "support/random.h"

using namespace prequal;

TEST_CASE("Strings are escaped so that any JSON reader gets them back") {
  const auto [text, written] = GENERATE(table<std::string, std::string>({
      {"", "\"\""},
      {"plain", "\"plain\""},
      {"a\"b", "\"a\\\"b\""},
      {"a\\b", "\"a\\\\b\""},
      {"a/b", "\"a/b\""},
      {"\n\r\t", "\"\\n\\r\\t\""},
      {std::string("\0", 1), "\"\\u0000\""},
      {"\x01\x1F\x7F", "\"\\u0001\\u001f\x7F\""},
      {"\b\f", "\"\\u0008\\u000c\""},
      {"\xC3\xA9", "\"\xC3\xA9\""},
      {"\xF0\x9F\x98\x80", "\"\xF0\x9F\x98\x80\""},
      {"\xE2\x80\xA8", "\"\xE2\x80\xA8\""},
      {"</script>", "\"</script>\""},
  }));
  std::string out;
  append_json_string(out, text);
  CHECK(out == written);
  CHECK(nlohmann::json::parse(out).get<std::string>() == text);
}

TEST_CASE("Malformed bytes never reach the output") {
  testing::Random random(5);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t i = random.below(20); i > 0; --i) text.push_back(static_cast<char>(random.below(256)));
    std::string out;
    append_json_string(out, text);
    REQUIRE(find_malformed_utf8(out) == std::string_view::npos);
    REQUIRE(nlohmann::json::accept(out));
    if (find_malformed_utf8(text) == std::string_view::npos) REQUIRE(nlohmann::json::parse(out).get<std::string>() == text);
  }
}

TEST_CASE("Commas stand where they belong") {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.field("a", 1).field("b", "x").flag("c", true).key("d").null();
  json.key("e")
      .begin_array()
      .number(-1)
      .number(2)
      .begin_object()
      .end_object()
      .begin_array()
      .end_array()
      .raw("[3]")
      .end_array();
  json.key("f").begin_object().field("g", std::string_view("y")).end_object();
  json.flag("h", false);
  json.end_object();
  CHECK(out == R"({"a":1,"b":"x","c":true,"d":null,"e":[-1,2,{},[],[3]],"f":{"g":"y"},"h":false})");
}

TEST_CASE("A writer goes on behind what is there") {
  std::string out = "before ";
  JsonWriter(out).begin_array().end_array();
  CHECK(out == "before []");
}

TEST_CASE("Random trees are read back as they were written") {
  testing::Random random(17);
  const auto write = [&](const auto& self, JsonWriter& json, const nlohmann::ordered_json& value) -> void {
    switch (value.type()) {
      case nlohmann::json::value_t::object:
        json.begin_object();
        for (const auto& [key, member] : value.items()) {
          json.key(key);
          self(self, json, member);
        }
        json.end_object();
        break;
      case nlohmann::json::value_t::array:
        json.begin_array();
        for (const auto& item : value) self(self, json, item);
        json.end_array();
        break;
      case nlohmann::json::value_t::string: json.string(value.get_ref<const std::string&>()); break;
      case nlohmann::json::value_t::boolean: json.boolean(value.get<bool>()); break;
      case nlohmann::json::value_t::null: json.null(); break;
      default: json.number(value.get<std::int64_t>());
    }
  };
  const auto make = [&](const auto& self, int depth) -> nlohmann::ordered_json {
    switch (random.below(depth > 4 ? 4 : 6)) {
      case 0: return nullptr;
      case 1: return random.chance(50);
      case 2: return static_cast<std::int64_t>(random.next());
      case 3: return std::string(random.below(4), static_cast<char>('a' + random.below(26))) + "\"\n";
      case 4: {
        auto out = nlohmann::ordered_json::array();
        for (std::size_t i = random.below(4); i > 0; --i) out.push_back(self(self, depth + 1));
        return out;
      }
      default: {
        auto out = nlohmann::ordered_json::object();
        for (std::size_t i = random.below(4); i > 0; --i) out["k" + std::to_string(i)] = self(self, depth + 1);
        return out;
      }
    }
  };
  for (int round = 0; round < 500; ++round) {
    const auto tree = make(make, 0);
    std::string out;
    JsonWriter json(out);
    write(write, json, tree);
    REQUIRE(out == tree.dump());
  }
}
