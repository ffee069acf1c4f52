#include "profile/reader.h"

#include <algorithm>

#include "base/limits.h"
#include "base/sort.h"
#include "base/text.h"

namespace prequal::profile {

void ReadContext::report(Code code, NodeIndex node, std::string_view subject, std::string_view detail) const {
  problems.add(
      {.code = code, .pointer = document.pointer(node), .subject = std::string(subject), .detail = std::string(detail)});
}

bool is_id(std::string_view id) {
  if (id.empty() || id.size() > limits::kIdBytes || !is_letter(id[0])) return false;
  return std::ranges::all_of(id, [](char c) { return is_letter(c) || is_digit(c) || c == '.' || c == '_' || c == '-'; });
}

bool is_value_id(std::string_view id) {
  if (id.empty() || !is_digit(id[0])) return is_id(id);
  return id.size() < limits::kIdBytes && is_id(std::string("v").append(id));
}

std::string_view find_similar(std::string_view wrong, const std::vector<std::string_view>& known) {
  std::string_view best;
  std::size_t best_distance = std::min<std::size_t>(3, wrong.size() / 2 + 1);
  for (const std::string_view name : known) {
    const std::size_t distance = edit_distance(wrong, name, 2);
    if (distance < best_distance) {
      best_distance = distance;
      best = name;
    }
  }
  return best;
}

std::string suggest(std::string_view wrong, const std::vector<std::string_view>& known) {
  constexpr std::size_t kShown = 12;
  std::string out;
  const std::string_view similar = find_similar(wrong, known);
  if (!similar.empty()) {
    out.append("did you mean \"").append(similar).append("\"?");
    return out;
  }
  if (known.empty()) return "there are none yet";
  out = "known are ";
  for (std::size_t i = 0; i < known.size() && i < kShown; ++i) {
    if (i > 0) out.append(", ");
    out.append(known[i]);
  }
  if (known.size() > kShown) out.append(" and more");
  return out;
}

ObjectReader::ObjectReader(const ReadContext& context, NodeIndex object)
    : context_(context), object_(object), ok_(context.document.at(object).kind == NodeKind::object) {
  const Node& node = context.document.at(object);
  if (!ok_)
    context.report(Code::wrong_type, object, node.key.empty() ? "this entry" : node.key, kind_name(NodeKind::object));
}

NodeIndex ObjectReader::any(std::string_view key) {
  asked_.push_back(key);
  const NodeIndex member = context_.document.find(object_, key);
  if (member != kNoNode) context_.document.mark_read(member);
  return member;
}

NodeIndex ObjectReader::of_kind(std::string_view key, NodeKind kind) {
  const NodeIndex member = any(key);
  if (member == kNoNode || context_.document.at(member).kind == kind) return member;
  context_.report(Code::wrong_type, member, key, kind_name(kind));
  return kNoNode;
}

std::string_view ObjectReader::text(std::string_view key, std::string_view otherwise) {
  const NodeIndex member = of_kind(key, NodeKind::string);
  return member == kNoNode ? otherwise : context_.document.at(member).text;
}

bool ObjectReader::boolean(std::string_view key, bool otherwise) {
  const NodeIndex member = of_kind(key, NodeKind::boolean);
  return member == kNoNode ? otherwise : context_.document.at(member).boolean;
}

std::int32_t ObjectReader::number(std::string_view key, std::int32_t otherwise, NumberRange range) {
  const NodeIndex member = of_kind(key, NodeKind::number);
  if (member == kNoNode) return otherwise;
  if (context_.document.at(member).refused) return otherwise;
  const std::int64_t value = context_.document.at(member).number;
  if (value >= range.low && value <= range.high) return static_cast<std::int32_t>(value);
  std::string detail = "from ";
  append_number(detail, range.low);
  detail.append(" to ");
  append_number(detail, range.high);
  context_.report(Code::out_of_range, member, key, detail);
  return otherwise;
}

std::string_view ObjectReader::id(std::string_view key, bool (*allowed)(std::string_view)) {
  const NodeIndex member = of_kind(key, NodeKind::string);
  if (member == kNoNode) {
    if (context_.document.find(object_, key) == kNoNode) {
      context_.report(Code::missing_key, object_, key, "every entry has an id by which results name it");
    }
    return {};
  }
  const std::string_view value = context_.document.at(member).text;
  if (!allowed(value)) context_.report(Code::bad_id, member, value);
  return value;
}

Text ObjectReader::localized(std::string_view key) {
  const NodeIndex member = any(key);
  return member == kNoNode ? Text{} : read_text(context_, member);
}

std::vector<std::string_view> ObjectReader::texts(std::string_view key) {
  std::vector<std::string_view> out;
  const NodeIndex list = array(key);
  if (list == kNoNode) return out;
  for (const NodeIndex child : children(context_, list, limits::kVocabulary, key)) {
    const Node& node = context_.document.at(child);
    if (node.kind == NodeKind::string) {
      out.push_back(node.text);
    } else {
      context_.report(Code::wrong_type, child, key, kind_name(NodeKind::string));
    }
  }
  return out;
}

std::size_t ObjectReader::one_of(std::string_view key, const std::vector<std::string_view>& allowed,
                                 std::size_t otherwise) {
  const NodeIndex member = of_kind(key, NodeKind::string);
  if (member == kNoNode) return otherwise;
  const std::string_view value = context_.document.at(member).text;
  const auto found = std::ranges::find(allowed, value);
  if (found != allowed.end()) return static_cast<std::size_t>(found - allowed.begin());
  context_.report(Code::unknown_value, member, value, suggest(value, allowed));
  return otherwise;
}

void ObjectReader::require(std::string_view key, std::string_view why) {
  if (ok_ && context_.document.find(object_, key) == kNoNode) context_.report(Code::missing_key, object_, key, why);
}

void ObjectReader::accept_rest() const {
  for (NodeIndex child = context_.document.at(object_).first; child != kNoNode; child = context_.document.at(child).next) {
    context_.document.mark_read(child);
  }
}

void ObjectReader::finish() {
  if (!ok_) return;
  for (NodeIndex child = context_.document.at(object_).first; child != kNoNode; child = context_.document.at(child).next) {
    const Node& node = context_.document.at(child);
    // "note" and "$schema" are for people and editors.
    if (node.read || node.key == "note" || node.key == "$schema") continue;
    context_.report(Code::unknown_key, child, node.key, suggest(node.key, asked_));
  }
}

Text read_text(const ReadContext& context, NodeIndex node) {
  const Node& value = context.document.at(node);
  if (value.kind == NodeKind::string) return {value.text, {}};
  if (value.kind != NodeKind::object) {
    context.report(Code::wrong_type, node, value.key, "a text, or an object with \"en\" and \"es\"");
    return {};
  }
  ObjectReader reader(context, node);
  const Text text{reader.text("en"), reader.text("es")};
  reader.require("en", "English is what every other language falls back to");
  reader.finish();
  if (text.es.empty() && !text.en.empty()) context.report(Code::text_missing_language, node, value.key, "Spanish (es)");
  return text;
}

std::vector<NodeIndex> children(const ReadContext& context, NodeIndex array, std::size_t limit, std::string_view name) {
  std::vector<NodeIndex> out;
  if (array == kNoNode) return out;
  for (NodeIndex child = context.document.at(array).first; child != kNoNode; child = context.document.at(child).next) {
    if (out.size() == limit) {
      std::string detail;
      append_number(detail, static_cast<std::int64_t>(limit));
      context.report(Code::too_many, array, name, detail);
      break;
    }
    out.push_back(child);
  }
  return out;
}

void refuse_duplicate_ids(const ReadContext& context, const std::vector<NodeIndex>& nodes,
                          const std::vector<std::string_view>& ids) {
  std::vector<std::uint32_t> order(ids.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  sort_by_key(order, [&](std::uint32_t i) { return ids[i]; });
  for (std::size_t i = 1; i < order.size(); ++i) {
    const std::string_view id = ids[order[i]];
    if (!id.empty() && id == ids[order[i - 1]]) context.report(Code::duplicate_id, nodes[order[i]], id);
  }
}

}  // namespace prequal::profile
