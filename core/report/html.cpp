#include "report/html.h"

#include <algorithm>

namespace prequal::report {
namespace {

void append_escaped(std::string& out, char c) {
  switch (c) {
    case '&': out.append("&amp;"); break;
    case '<': out.append("&lt;"); break;
    case '>': out.append("&gt;"); break;
    case '"': out.append("&quot;"); break;
    default: out.push_back(c);
  }
}

// A line's text: **bold** and `code`; marks without a partner stand as they are.
void append_inline(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::string_view mark = text.starts_with("**") ? "**" : text.starts_with('`') ? "`" : "";
    const std::size_t end = mark.empty() ? std::string_view::npos : text.find(mark, mark.size());
    if (end == std::string_view::npos) {
      append_escaped(out, text.front());
      text.remove_prefix(1);
      continue;
    }
    const std::string_view inner = text.substr(mark.size(), end - mark.size());
    out.append(mark == "`" ? "<code>" : "<strong>");
    if (mark == "`") {
      for (const char c : inner) append_escaped(out, c);
    } else {
      append_inline(out, inner);
    }
    out.append(mark == "`" ? "</code>" : "</strong>");
    text.remove_prefix(end + mark.size());
  }
}

// The deepest list that is open, in steps of two blanks.
class Lists {
 public:
  explicit Lists(std::string& out) : out_(out) {}
  void enter(std::size_t depth) {
    while (depth_ > depth) close();
    if (depth_ == depth) out_.append("</li>\n");
    while (depth_ < depth) {
      out_.append(depth_ == 0 ? "<ul>\n" : "\n<ul>\n");
      ++depth_;
    }
    out_.append("<li>");
  }
  void leave() {
    while (depth_ > 0) close();
  }

 private:
  void close() {
    out_.append("</li>\n</ul>\n");
    --depth_;
  }
  std::string& out_;
  std::size_t depth_ = 0;
};

constexpr std::string_view kStyle =
    "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}"
    "h1{line-height:1.2}li{margin:.2rem 0}code{font-size:.9em;background:#f2f2f2;padding:0 .2em}"
    "@media print{body{margin:0;max-width:none}}";

}  // namespace

void append_html(std::string& out, std::string_view markdown, Language language) {
  std::string body;
  std::string title;
  Lists lists(body);
  while (!markdown.empty()) {
    const std::size_t end = std::min(markdown.find('\n'), markdown.size());
    const std::string_view line = markdown.substr(0, end);
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    const std::string_view text = line.substr(indent);
    if (text.starts_with("- ")) {
      lists.enter(indent / 2 + 1);
      append_inline(body, text.substr(2));
      continue;
    }
    if (text.empty()) continue;
    lists.leave();
    const bool second = text.starts_with("## ");
    const bool first = !second && text.starts_with("# ");
    const std::string_view tag = first ? "h1" : second ? "h2" : "p";
    const std::string_view words = text.substr(first ? 2 : second ? 3 : 0);
    body.append("<").append(tag).append(">");
    append_inline(body, words);
    body.append("</").append(tag).append(">\n");
    if (first && title.empty()) {
      for (const char c : words) append_escaped(title, c);
    }
  }
  lists.leave();
  out.append("<!doctype html>\n<html lang=\"").append(language == Language::es ? "es" : "en").append("\">\n<head>\n");
  out.append("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>").append(title);
  out.append("</title>\n<style>")
      .append(kStyle)
      .append("</style>\n</head>\n<body>\n")
      .append(body)
      .append("</body>\n</html>\n");
}

}  // namespace prequal::report
