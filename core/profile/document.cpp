#include "profile/document.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/json_scanner.h"
#include "base/limits.h"
#include "base/sort.h"
#include "base/text.h"
#include "profile/nlohmann.h"

namespace prequal::profile {

std::string_view kind_name(NodeKind kind) {
  constexpr std::array<std::string_view, 6> kNames{"nothing (null)", "true or false", "a whole number",
                                                   "a text",         "a list [ ]",    "an object { }"};
  return kNames[static_cast<std::size_t>(kind)];
}

// Receives the parser's events and builds the tree.
class DocumentBuilder {
 public:
  DocumentBuilder(Document& document, Problems& problems) : document_(document), problems_(problems) {}

  bool null() { return add(NodeKind::null) != kNoNode; }
  bool boolean(bool value) {
    document_.nodes_[add(NodeKind::boolean)].boolean = value;
    return true;
  }
  bool number_integer(std::int64_t value) {
    document_.nodes_[add(NodeKind::number)].number = value;
    return true;
  }
  bool number_unsigned(std::uint64_t value) {
    const NodeIndex node = add(NodeKind::number);
    if (value > static_cast<std::uint64_t>(INT64_MAX)) {
      refuse_number(node, "a whole number up to 9007199254740991");
      return true;
    }
    document_.nodes_[node].number = static_cast<std::int64_t>(value);
    return true;
  }
  bool number_float(double /*value*/, const std::string& /*text*/) {
    refuse_number(add(NodeKind::number), "a whole number");
    return true;
  }
  bool string(std::string& text) {
    const std::string_view kept = keep(text);
    const NodeIndex node = add(NodeKind::string);
    document_.nodes_[node].text = kept;
    if (text.find('\0') != std::string::npos) complain(Code::json_control, node, {});
    return true;
  }
  template <typename Bytes>
  bool binary(Bytes& /*unused*/) {
    return false;
  }
  bool start_object(std::size_t /*size*/) { return open(NodeKind::object); }
  bool start_array(std::size_t /*size*/) { return open(NodeKind::array); }
  bool end_object() {
    refuse_duplicate_keys(open_.back().node);
    return close();
  }
  bool end_array() { return close(); }
  bool key(std::string& name) {
    key_ = keep(name);
    return true;
  }
  bool parse_error(std::size_t position, const std::string& /*token*/, const JsonException& /*unused*/) {
    syntax_error_at = position == 0 ? 0 : position - 1;
    return false;
  }

  std::optional<std::size_t> syntax_error_at;
  bool too_deep = false;

 private:
  struct Open {
    NodeIndex node;
    NodeIndex last;
  };

  NodeIndex add(NodeKind kind) {
    const auto index = static_cast<NodeIndex>(document_.nodes_.size());
    Node node;
    node.kind = kind;
    node.key = key_;
    key_ = {};
    if (!open_.empty()) {
      Open& top = open_.back();
      node.parent = top.node;
      node.place = document_.nodes_[top.node].children++;
      (top.last == kNoNode ? document_.nodes_[top.node].first : document_.nodes_[top.last].next) = index;
      top.last = index;
    }
    document_.nodes_.push_back(node);
    return index;
  }
  bool open(NodeKind kind) {
    if (open_.size() == limits::kDepth) {
      too_deep = true;
      return false;
    }
    const NodeIndex node = add(kind);
    open_.push_back({node, kNoNode});
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }
  void refuse_duplicate_keys(NodeIndex object) {
    keys_.clear();
    for (NodeIndex child = document_.nodes_[object].first; child != kNoNode; child = document_.nodes_[child].next) {
      keys_.push_back(child);
    }
    const auto key_of = [&](NodeIndex child) { return document_.nodes_[child].key; };
    sort_by_key(keys_, key_of);
    for (std::size_t i = 1; i < keys_.size(); ++i) {
      if (key_of(keys_[i - 1]) != key_of(keys_[i])) continue;
      problems_.add({.code = Code::json_duplicate_key,
                     .pointer = document_.pointer(keys_[i]),
                     .subject = std::string(key_of(keys_[i]))});
    }
  }
  void refuse_number(NodeIndex node, std::string_view detail) {
    document_.nodes_[node].refused = true;
    complain(Code::json_number, node, detail);
  }
  void complain(Code code, NodeIndex node, std::string_view detail) {
    problems_.add({.code = code, .pointer = document_.pointer(node), .detail = std::string(detail)});
  }
  std::string_view keep(std::string_view text) {
    constexpr std::size_t kBlock = std::size_t{16} * 1024;
    auto& blocks = document_.blocks_;
    if (blocks.empty() || blocks.back().capacity() - blocks.back().size() < text.size()) {
      blocks.emplace_back().reserve(std::max(kBlock, text.size()));
    }
    auto& block = blocks.back();
    const std::size_t start = block.size();
    block.insert(block.end(), text.begin(), text.end());
    return {block.data() + start, text.size()};
  }

  Document& document_;
  Problems& problems_;
  std::vector<Open> open_;
  std::vector<NodeIndex> keys_;
  std::string_view key_;
};

namespace {

struct LineColumn {
  std::uint32_t line;
  std::uint32_t column;
};

LineColumn line_column(std::string_view text, std::size_t offset) {
  LineColumn out{1, 1};
  for (const char c : text.substr(0, offset)) {
    if (c == '\n') {
      ++out.line;
      out.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++out.column;
    }
  }
  return out;
}

void add_at(Problems& problems, Code code, std::string_view text, std::size_t offset, std::string detail = {}) {
  const LineColumn place = line_column(text, offset);
  problems.add({.code = code, .line = place.line, .column = place.column, .detail = std::move(detail)});
}

// One reference token of a JSON pointer, unescaped.
std::string pointer_token(std::string_view token) {
  std::string out;
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (token[i] == '~' && i + 1 < token.size()) {
      out.push_back(token[++i] == '1' ? '/' : '~');
    } else {
      out.push_back(token[i]);
    }
  }
  return out;
}

// Stands the scanner before the child named by `token`; false when there is none.
bool step_into(JsonScanner& scanner, const std::string& token, std::string& scratch) {
  const JsonToken first = scanner.next();
  if (first == JsonToken::object_begin) {
    for (;;) {
      if (scanner.next() != JsonToken::key) return false;
      if (scanner.view_text(scratch) == token) return true;
      if (!scanner.skip_value()) return false;
    }
  }
  if (first != JsonToken::array_begin) return false;
  std::size_t index = 0;
  for (const char c : token) index = index * 10 + static_cast<std::size_t>(c - '0');
  for (std::size_t i = 0; i < index; ++i) {
    if (!scanner.skip_value()) return false;
  }
  return true;
}

// Offset of the value that `pointer` names, or 0 when the document has no such place.
std::size_t find_offset(std::string_view text, std::string_view pointer) {
  JsonScanner scanner(text);
  std::string scratch;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::size_t slash = std::min(pointer.find('/'), pointer.size());
    if (!step_into(scanner, pointer_token(pointer.substr(0, slash)), scratch)) return 0;
    pointer.remove_prefix(slash);
  }
  std::size_t at = scanner.offset();
  while (at < text.size() && std::string_view(" \t\r\n,").contains(text[at])) ++at;
  return at;
}

}  // namespace

std::optional<Document> Document::parse(std::string_view text, Problems& problems) {
  if (text.size() > limits::kProfileBytes) {
    std::string detail;
    append_number(detail, static_cast<std::int64_t>(text.size()));
    problems.add({.code = Code::document_too_large, .detail = detail + " bytes"});
    return std::nullopt;
  }
  if (text.starts_with("\xEF\xBB\xBF")) {
    problems.add({.code = Code::json_byte_order_mark, .line = 1, .column = 1});
    return std::nullopt;
  }
  const std::size_t malformed = find_malformed_utf8(text);
  if (malformed != std::string_view::npos) {
    add_at(problems, Code::json_malformed_utf8, text, malformed);
    return std::nullopt;
  }
  // No JSON holds a NUL, and the parser would take one between values for the end of the text.
  const std::size_t nul = text.find('\0');
  if (nul != std::string_view::npos) {
    add_at(problems, Code::json_control, text, nul);
    return std::nullopt;
  }
  Document document;
  DocumentBuilder builder(document, problems);
  if (parse_json(text, builder)) return document;
  if (builder.too_deep) {
    problems.add({.code = Code::json_too_deep});
  } else {
    add_at(problems, Code::json_syntax, text, std::min(builder.syntax_error_at.value_or(0), text.size()));
  }
  return std::nullopt;
}

NodeIndex Document::find(NodeIndex object, std::string_view key) const {
  if (nodes_[object].kind != NodeKind::object) return kNoNode;
  for (NodeIndex child = nodes_[object].first; child != kNoNode; child = nodes_[child].next) {
    if (nodes_[child].key == key) return child;
  }
  return kNoNode;
}

std::string Document::pointer(NodeIndex index) const {
  std::vector<NodeIndex> path;
  for (NodeIndex i = index; i != kNoNode && nodes_[i].parent != kNoNode; i = nodes_[i].parent) path.push_back(i);
  std::string out;
  for (auto it = path.rbegin(); it != path.rend(); ++it) {
    const Node& node = nodes_[*it];
    out.push_back('/');
    if (nodes_[node.parent].kind == NodeKind::array) {
      append_number(out, node.place);
      continue;
    }
    for (const char c : node.key) {
      if (c == '~') {
        out.append("~0");
      } else if (c == '/') {
        out.append("~1");
      } else {
        out.push_back(c);
      }
    }
  }
  return out;
}

void locate(std::string_view text, std::vector<Problem>& problems) {
  for (Problem& problem : problems) {
    if (problem.line != 0 || problem.code == Code::too_many_problems) continue;
    const LineColumn place = line_column(text, find_offset(text, problem.pointer));
    problem.line = place.line;
    problem.column = place.column;
  }
}

}  // namespace prequal::profile
