#include "profile/exchange.h"

#include <algorithm>
#include <vector>

#include "base/json_writer.h"
#include "base/sha256.h"
#include "base/sort.h"
#include "base/text.h"

namespace prequal::profile {
namespace {

class Writer {
 public:
  Writer(const Document& document, bool canonical, std::string& out)
      : document_(document), canonical_(canonical), out_(out) {}

  void value(NodeIndex index, std::size_t depth) {
    const Node& node = document_.at(index);
    switch (node.kind) {
      case NodeKind::null: out_.append("null"); break;
      case NodeKind::boolean: out_.append(node.boolean ? "true" : "false"); break;
      case NodeKind::number: append_number(out_, node.number); break;
      case NodeKind::string: append_json_string(out_, node.text); break;
      case NodeKind::array: list(index, '[', ']', depth); break;
      case NodeKind::object: list(index, '{', '}', depth); break;
    }
  }

 private:
  void list(NodeIndex index, char open, char close, std::size_t depth) {
    std::vector<NodeIndex> children;
    for (NodeIndex child = document_.at(index).first; child != kNoNode; child = document_.at(child).next) {
      children.push_back(child);
    }
    if (canonical_ && open == '{') {
      sort_by_key(children, [&](NodeIndex child) { return document_.at(child).key; });
    }
    out_.push_back(open);
    bool first = true;
    for (const NodeIndex child : children) {
      if (!first) out_.push_back(',');
      first = false;
      line(depth + 1);
      if (open == '{') {
        append_json_string(out_, document_.at(child).key);
        out_.append(canonical_ ? ":" : ": ");
      }
      value(child, depth + 1);
    }
    if (!children.empty()) line(depth);
    out_.push_back(close);
  }
  void line(std::size_t depth) {
    if (!canonical_) out_.append("\n").append(2 * depth, ' ');
  }

  const Document& document_;
  bool canonical_;
  std::string& out_;
};

}  // namespace

void write_document(const Document& document, std::string& out) {
  if (document.empty()) return;
  Writer(document, false, out).value(document.root(), 0);
  out.push_back('\n');
}

std::string fingerprint(const Document& document) {
  if (document.empty()) return {};
  std::string canonical;
  Writer(document, true, canonical).value(document.root(), 0);
  return sha256_hex(canonical);
}

}  // namespace prequal::profile
