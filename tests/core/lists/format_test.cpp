// Which format and delimiter a list has.
#include <string>

#include "lists/format.h"

using prequal::lists::find_shape;
using prequal::lists::Format;

namespace {

struct Case {
  std::string_view text;
  Format format;
  char delimiter = ',';
};

}  // namespace

TEST_CASE("The format is found by looking", "[lists][format]") {
  const Case cases[] = {
      {"", Format::csv},
      {"name,state\n", Format::csv},
      {"[{\"a\":1}]", Format::json},
      {" \n [ ]", Format::json},
      {"[[[[", Format::json},
      {"{\"a\":1}", Format::ndjson},
      {"{\"a\":1}\n{\"a\":2}\n", Format::ndjson},
      {"{\"a\":[1,\n", Format::json},
      {"{\n  \"a\": 1\n}\n", Format::json},
      {"{ \r\n\"a\": 1\r\n}", Format::json},
      {"{\"a\":1\n{}", Format::ndjson},
      {"a;b;c\n1;2;3\n", Format::csv, ';'},
      {"a\tb\n1\t2\n", Format::csv, '\t'},
      {"a|b\n1|2\n", Format::csv, '|'},
      {"a\n1\n2\n", Format::csv, ','},
      {"price;place\n1,5;x\n2,5;y\n", Format::csv, ';'},
      {"a,b;c\n1,2\n3,4\n", Format::csv, ','},
      {"a,b\n\"1;2;3\",4\n", Format::csv, ','},
      {"name,states\nx,OH|MI\ny,IN\n", Format::csv, ','},
      {"\"a,b,c\";d\n\"1,2\";e\n", Format::csv, ';'},
  };
  for (const Case& entry : cases) {
    CAPTURE(entry.text);
    const auto shape = find_shape(entry.text, true, Format::automatic);
    CHECK(shape.format == entry.format);
    CHECK_FALSE(shape.problem);
    if (entry.format == Format::csv) CHECK(shape.delimiter == entry.delimiter);
  }
}

TEST_CASE("A byte order mark is passed over and does not mislead", "[lists][format]") {
  CHECK(find_shape("\xEF\xBB\xBF[{}]", true, Format::automatic).format == Format::json);
  CHECK(find_shape("\xEF\xBB\xBF[{}]", true, Format::automatic).skip == 3);
  CHECK(find_shape("[{}]", true, Format::automatic).skip == 0);
}

TEST_CASE("A format that is named is taken", "[lists][format]") {
  CHECK(find_shape("[a],b\n", true, Format::csv).format == Format::csv);
  CHECK(find_shape("{}", true, Format::json).format == Format::json);
}

TEST_CASE("What is no text is said to be none", "[lists][format]") {
  for (const std::string& text : {std::string("\xFF\xFE"
                                              "a\0",
                                              4),
                                  std::string("\xFE\xFF\0a", 4), std::string("PK\x03\x04 xlsx"), std::string("\x1F\x8B gz"),
                                  std::string("%PDF-1.7")}) {
    CAPTURE(text);
    const auto shape = find_shape(text, true, Format::automatic);
    REQUIRE(shape.problem);
    CHECK(shape.problem->code == prequal::Code::list_format);
    CHECK_FALSE(shape.problem->detail.empty());
  }
}

TEST_CASE("Formats have the names of the command's option", "[lists][format]") {
  for (const std::string_view name : {"auto", "csv", "ndjson", "json"}) {
    REQUIRE(prequal::lists::find_format(name));
    CHECK(prequal::lists::format_name(*prequal::lists::find_format(name)) == name);
  }
  CHECK_FALSE(prequal::lists::find_format("xlsx"));
  CHECK_FALSE(prequal::lists::find_format(""));
}
