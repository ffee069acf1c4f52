// Floor: profile. Tools for reading a document into a model: every object is read by an ObjectReader, which reports wrong
// kinds, missing keys and, when it is finished, every key that nobody asked for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "profile/document.h"
#include "profile/model.h"

namespace prequal::profile {

/// What all readers share.
struct ReadContext {
  const Document& document;
  Problems& problems;

  /// Adds a problem at a node.
  void report(Code code, NodeIndex node, std::string_view subject = {}, std::string_view detail = {}) const;
};

/// True when `id` may name something: up to 64 letters, digits, dots, underscores and hyphens, a letter first.
[[nodiscard]] bool is_id(std::string_view id);
/// The same for a value of a vocabulary, which may start with a digit ("17-19", "45202").
[[nodiscard]] bool is_value_id(std::string_view id);

/// The name in `known` that `wrong` was probably meant to be (up to two edits), or empty.
[[nodiscard]] std::string_view find_similar(std::string_view wrong, const std::vector<std::string_view>& known);
/// "did you mean X?", or else "known are: ...".
[[nodiscard]] std::string suggest(std::string_view wrong, const std::vector<std::string_view>& known);

/// A whole number with the range it must lie in.
struct NumberRange {
  std::int64_t low;
  std::int64_t high;
};

/// Reads the members of one object. A wrong kind is reported and reads as if the member were missing.
class ObjectReader {
 public:
  ObjectReader(const ReadContext& context, NodeIndex object);

  /// False when the node is not an object at all (reported).
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] NodeIndex node() const { return object_; }

  /// The member, whatever its kind, or kNoNode.
  [[nodiscard]] NodeIndex any(std::string_view key);
  [[nodiscard]] NodeIndex object(std::string_view key) { return of_kind(key, NodeKind::object); }
  [[nodiscard]] NodeIndex array(std::string_view key) { return of_kind(key, NodeKind::array); }
  [[nodiscard]] std::string_view text(std::string_view key, std::string_view otherwise = {});
  [[nodiscard]] bool boolean(std::string_view key, bool otherwise);
  [[nodiscard]] std::int32_t number(std::string_view key, std::int32_t otherwise, NumberRange range);
  /// The member "id", which must be there.
  [[nodiscard]] std::string_view id(std::string_view key = "id", bool (*allowed)(std::string_view) = is_id);
  /// A text in both languages: {"en": ..., "es": ...}, or one text that serves as English.
  [[nodiscard]] Text localized(std::string_view key);
  [[nodiscard]] std::vector<std::string_view> texts(std::string_view key);
  /// Position in the list of allowed values, or `otherwise`; anything else is reported.
  [[nodiscard]] std::size_t one_of(std::string_view key, const std::vector<std::string_view>& allowed,
                                   std::size_t otherwise);

  void require(std::string_view key, std::string_view why);
  /// Counts all members as asked for: what is wrong here was already said.
  void accept_rest() const;
  /// Reports every member that nobody asked for.
  void finish();

 private:
  [[nodiscard]] NodeIndex of_kind(std::string_view key, NodeKind kind);

  const ReadContext& context_;
  NodeIndex object_;
  std::vector<std::string_view> asked_;
  bool ok_;
};

[[nodiscard]] Text read_text(const ReadContext& context, NodeIndex node);

/// The children of a list; at most `limit` (reported).
[[nodiscard]] std::vector<NodeIndex> children(const ReadContext& context, NodeIndex array, std::size_t limit,
                                              std::string_view name);

/// Reports ids that stand twice. `ids` are in the order of the nodes.
void refuse_duplicate_ids(const ReadContext& context, const std::vector<NodeIndex>& nodes,
                          const std::vector<std::string_view>& ids);

}  // namespace prequal::profile
