// Floor: profile. A profile's JSON text as a tree of plain nodes that know their parents, so that every problem can say
// where it is. Parsing is nlohmann/json's; the tree is ours because it must keep places, refuse duplicate keys and stay
// small in the form build.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace prequal::profile {

enum class NodeKind : std::uint8_t { null, boolean, number, string, array, object };

/// The kind in words, for messages: "a list", "a text".
[[nodiscard]] std::string_view kind_name(NodeKind kind);

using NodeIndex = std::uint32_t;
inline constexpr NodeIndex kNoNode = 0xFFFFFFFF;

struct Node {
  std::string_view key;   ///< of the member, when the parent is an object
  std::string_view text;  ///< of a string
  std::int64_t number = 0;
  NodeIndex parent = kNoNode;
  NodeIndex first = kNoNode;  ///< first child
  NodeIndex next = kNoNode;   ///< next sibling
  std::uint32_t place = 0;    ///< position among the siblings
  std::uint32_t children = 0;
  NodeKind kind = NodeKind::null;
  bool boolean = false;
  bool refused = false;  ///< a number that no reader can use, reported already
  bool read = false;     ///< set by ObjectReader: somebody asked for this member
};

/// An immutable parsed document. Owns every string its nodes point to; moving it keeps them in place.
class Document {
 public:
  /// Reads JSON text. Reports syntax, size, depth, duplicate keys, numbers with a fraction and malformed UTF-8; nothing is
  /// returned when the text is not JSON at all. Cost: one pass.
  [[nodiscard]] static std::optional<Document> parse(std::string_view text, Problems& problems);

  /// No nodes, only the text that somebody else's views point to: that of a packed profile.
  [[nodiscard]] static Document holding(std::vector<char> text) {
    Document out;
    out.blocks_.push_back(std::move(text));
    return out;
  }
  /// Has no nodes: there was no JSON document. Nothing else may then be called.
  [[nodiscard]] bool empty() const { return nodes_.empty(); }

  [[nodiscard]] const Node& at(NodeIndex index) const { return nodes_[index]; }
  [[nodiscard]] NodeIndex root() const { return 0; }
  [[nodiscard]] NodeIndex find(NodeIndex object, std::string_view key) const;
  void mark_read(NodeIndex index) const { nodes_[index].read = true; }

  /// JSON pointer (RFC 6901) of a node.
  [[nodiscard]] std::string pointer(NodeIndex index) const;

 private:
  friend class DocumentBuilder;
  mutable std::vector<Node> nodes_;
  std::vector<std::vector<char>> blocks_;
};

/// Fills in line and column of every problem that has a pointer and no line. `text` is the document they are about.
/// Cost: one walk over the text for each such problem.
void locate(std::string_view text, std::vector<Problem>& problems);

}  // namespace prequal::profile
