// The pages of a profile as HTML.
#include "report/html.h"

#include "support/workbench.h"

using namespace prequal;

namespace {

std::string body_of(std::string_view markdown) {
  std::string out;
  report::append_html(out, markdown, report::Language::en);
  const std::size_t start = out.find("<body>\n") + 7;
  return out.substr(start, out.find("</body>") - start);
}

}  // namespace

TEST_CASE("R20-04: the Markdown of pages becomes HTML, and nothing else does", "[report]") {
  struct Row {
    std::string_view markdown;
    std::string_view html;
  };
  static constexpr auto kRows = std::to_array<Row>({
      {"# A\n\n## B\n\nc\n", "<h1>A</h1>\n<h2>B</h2>\n<p>c</p>\n"},
      {"- a\n- b\n", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"},
      {"- a\n  - b\n- c\n", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>\n"},
      {"- a\n\nb\n", "<ul>\n<li>a</li>\n</ul>\n<p>b</p>\n"},
      {"**a** `b`\n", "<p><strong>a</strong> <code>b</code></p>\n"},
      {"**a `b` c**\n", "<p><strong>a <code>b</code> c</strong></p>\n"},
      {"2 ** 3 `x\n", "<p>2 ** 3 `x</p>\n"},
      {"<b>&\"x\"</b>\n", "<p>&lt;b&gt;&amp;&quot;x&quot;&lt;/b&gt;</p>\n"},
      {"`<i>`\n", "<p><code>&lt;i&gt;</code></p>\n"},
      {"[x](javascript:y)\n", "<p>[x](javascript:y)</p>\n"},
      {"", ""},
  });
  for (const Row& row : kRows) {
    INFO(row.markdown);
    CHECK(body_of(row.markdown) == row.html);
  }
}

TEST_CASE("R20-04: a page names its language and its title, and needs nothing from elsewhere", "[report]") {
  std::string out;
  report::append_html(out, "# A & B\n", report::Language::es);
  CHECK(out.contains("<html lang=\"es\">"));
  CHECK(out.contains("<title>A &amp; B</title>"));
  CHECK_FALSE(out.contains("http"));
  CHECK_FALSE(out.contains("<script"));
}
