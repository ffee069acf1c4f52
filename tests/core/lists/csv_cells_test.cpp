// The values of one CSV record, and writing values that a spreadsheet may open.
#include <string>
#include <vector>

#include "lists/csv_cells.h"
#include "lists/csv_text.h"

namespace {

struct Case {
  std::string_view record;
  std::vector<std::string> cells;
};

std::string written(std::string_view text) {
  std::string out;
  prequal::lists::append_csv_text(out, text);
  return out;
}

}  // namespace

TEST_CASE("A record has the values that RFC 4180 gives it", "[lists][csv]") {
  const std::vector<Case> cases{
      {"a", {"a"}},
      {"a,b", {"a", "b"}},
      {",", {"", ""}},
      {"a,,", {"a", "", ""}},
      {" a , b ", {" a ", " b "}},
      {"\"a\"", {"a"}},
      {"\"a,b\",c", {"a,b", "c"}},
      {"\"\"", {""}},
      {"\"\",\"\"", {"", ""}},
      {"\"a\"\"b\"", {"a\"b"}},
      {"\"\"\"\"", {"\""}},
      {"\"\"\"a\"\"\",\"\"\"\"\"\"", {"\"a\"", "\"\""}},
      {"\"a\r\nb\",c", {"a\r\nb", "c"}},
      {"a\"b,c\"", {"a\"b", "c\""}},
      {"a,\"b\"", {"a", "b"}},
  };
  prequal::lists::CsvCells cells(',');
  for (const Case& entry : cases) {
    CAPTURE(entry.record);
    REQUIRE(cells.read(entry.record));
    CHECK(std::vector<std::string>(cells.cells().begin(), cells.cells().end()) == entry.cells);
  }
}

TEST_CASE("Something after a closing quote is a problem of that value", "[lists][csv]") {
  prequal::lists::CsvCells cells(';');
  CHECK_FALSE(cells.read("a;\"b\"x;c"));
  CHECK(cells.bad_cell() == 2);
  CHECK_FALSE(cells.read("\"b\" ;c"));
  CHECK(cells.bad_cell() == 1);
  CHECK_FALSE(cells.read("a;b;\"c"));
  CHECK(cells.bad_cell() == 3);
}

TEST_CASE("What a spreadsheet could take for a formula is written as text", "[lists][csv][R9]") {
  CHECK(written("plain") == "plain");
  CHECK(written("a,b") == "\"a,b\"");
  CHECK(written("a\"b") == "\"a\"\"b\"");
  CHECK(written("a\nb") == "\"a\nb\"");
  CHECK(written("") == "");
  CHECK(written("=1+1") == "'=1+1");
  CHECK(written("+15551234567") == "'+15551234567");
  CHECK(written("-5") == "'-5");
  CHECK(written("@x") == "'@x");
  CHECK(written(" =x") == "' =x");
  CHECK(written("\"=x\"") == "\"'\"\"=x\"\"\"");
  CHECK(written("\t=x") == "\"'\t=x\"");
  CHECK(written("\rx") == "\"'\rx\"");
  CHECK(written("\xEF\xBC\x9Dx") == "'\xEF\xBC\x9Dx");
  CHECK(written("a=b") == "a=b");
  CHECK(written("=HYPERLINK(\"http://x\",\"y\")") == "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
}
