#include "profile/differences.h"

#include <algorithm>
#include <array>

namespace prequal::profile {
namespace {

struct Section {
  std::string_view key;
  std::string_view category;
  bool ordered = false;  ///< the first entry that holds wins
};

// What a change of a section changes. Rules are told apart by their own category.
constexpr auto kSections = std::to_array<Section>({
    {"path", "basics"},
    {"offer", "basics"},
    {"currency", "basics"},
    {"segments", "basics"},
    {"outcomes", "basics"},
    {"switches", "basics"},
    {"scope", "scope"},
    {"ideal_buyer", "scope"},
    {"vocabularies", "fields"},
    {"lists", "fields"},
    {"areas", "eligibility"},
    {"fields", "fields"},
    {"completeness", "fields"},
    {"contradictions", "fields"},
    {"behavior", "fields"},
    {"definitions", "definitions"},
    {"dimensions", "definitions"},
    {"must_haves", "eligibility"},
    {"hard_stops", "eligibility"},
    {"nice_to_haves", "nice_to_haves"},
    {"recency", "recency"},
    {"cap_groups", "caps"},
    {"scoring", "thresholds"},
    {"stages", "stages", true},
    {"reasons", "reasons"},
    {"teams", "routing"},
    {"routes", "routing", true},
    {"capacity", "routing"},
    {"policy", "routing"},
    {"alerts", "alerts"},
    {"service_levels", "service_levels", true},
    {"calendars", "service_levels"},
    {"outreach", "outreach"},
    {"privacy", "outreach"},
    {"questions", "questions"},
    {"form", "questions"},
    {"services", "questions"},
    {"checklists", "follow_up"},
    {"handoff", "follow_up"},
    {"nurture", "follow_up", true},
    {"what_next", "follow_up"},
    {"ownership", "follow_up"},
    {"committee", "follow_up"},
});

// These say who and when, not how leads are judged.
constexpr auto kPassedOver = std::to_array<std::string_view>(
    {"$schema", "prequal", "id", "version", "name", "summary", "note", "example_numbers", "changes", "agreement"});

class Comparer {
 public:
  Comparer(const Document& before, const Document& after) : before_(before), after_(after) {}

  std::vector<Difference> run() {
    for (const std::string_view key : member_names(before_.root(), after_.root())) {
      if (std::ranges::find(kPassedOver, key) != kPassedOver.end()) continue;
      compare_section(key);
    }
    return std::move(out_);
  }

 private:
  static bool is(const Document& document, NodeIndex node, NodeKind kind) {
    return node != kNoNode && document.at(node).kind == kind;
  }

  // Deep equality; members of an object in any order.
  [[nodiscard]] bool equal(NodeIndex a, NodeIndex b) const {
    if (a == kNoNode || b == kNoNode) return a == b;
    const Node& x = before_.at(a);
    const Node& y = after_.at(b);
    if (x.kind != y.kind || x.children != y.children) return false;
    switch (x.kind) {
      case NodeKind::boolean: return x.boolean == y.boolean;
      case NodeKind::number: return x.number == y.number;
      case NodeKind::string: return x.text == y.text;
      case NodeKind::array: {
        NodeIndex other = y.first;
        for (NodeIndex child = x.first; child != kNoNode; child = before_.at(child).next) {
          if (!equal(child, other)) return false;
          other = after_.at(other).next;
        }
        return true;
      }
      case NodeKind::object:
        for (NodeIndex child = x.first; child != kNoNode; child = before_.at(child).next) {
          if (!equal(child, after_.find(b, before_.at(child).key))) return false;
        }
        return true;
      default: return true;
    }
  }

  // Names of the members of two objects: those of the first, then what the second adds.
  [[nodiscard]] std::vector<std::string_view> member_names(NodeIndex a, NodeIndex b) const {
    std::vector<std::string_view> out;
    for (NodeIndex child = before_.at(a).first; child != kNoNode; child = before_.at(child).next) {
      out.push_back(before_.at(child).key);
    }
    for (NodeIndex child = after_.at(b).first; child != kNoNode; child = after_.at(child).next) {
      if (before_.find(a, after_.at(child).key) == kNoNode) out.push_back(after_.at(child).key);
    }
    return out;
  }

  // What names an entry of a list: its id, or its code with the case of it.
  static std::string id_of(const Document& document, NodeIndex entry) {
    if (!is(document, entry, NodeKind::object)) return {};
    for (const std::string_view key : {"id", "code", "heading", "crm", "field"}) {
      const NodeIndex member = document.find(entry, key);
      if (!is(document, member, NodeKind::string)) continue;
      std::string out(document.at(member).text);
      const NodeIndex sub = document.find(entry, "sub");
      if (is(document, sub, NodeKind::string)) out.append(":").append(document.at(sub).text);
      return out;
    }
    return {};
  }

  // Entries by name; nothing when some entry has none, or two have the same.
  static bool index(const Document& document, NodeIndex list, std::vector<std::pair<std::string, NodeIndex>>& out) {
    for (NodeIndex child = document.at(list).first; child != kNoNode; child = document.at(child).next) {
      std::string id = id_of(document, child);
      if (id.empty() || std::ranges::find(out, id, &std::pair<std::string, NodeIndex>::first) != out.end()) return false;
      out.emplace_back(std::move(id), child);
    }
    return true;
  }

  [[nodiscard]] static const Section* section_of(std::string_view key) {
    const auto found = std::ranges::find(kSections, key, &Section::key);
    return found == kSections.end() ? nullptr : &*found;
  }

  static std::string_view category_of(std::string_view key, const Document& document, NodeIndex entry) {
    if (key == "rules" && is(document, entry, NodeKind::object)) {
      const NodeIndex category = document.find(entry, "category");
      if (is(document, category, NodeKind::string)) return document.at(category).text;
    }
    const Section* section = section_of(key);
    return section == nullptr ? key : section->category;
  }

  void add(DifferenceKind kind, std::string_view key, std::string id, std::string_view category,
           std::vector<std::string> members = {}) {
    out_.push_back({kind, category, key, std::move(id), std::move(members)});
  }

  [[nodiscard]] std::vector<std::string> changed_members(NodeIndex a, NodeIndex b) const {
    std::vector<std::string> out;
    if (!is(before_, a, NodeKind::object) || !is(after_, b, NodeKind::object)) return out;
    for (const std::string_view name : member_names(a, b)) {
      if (name != "note" && !equal(before_.find(a, name), after_.find(b, name))) out.emplace_back(name);
    }
    return out;
  }

  void compare_section(std::string_view key) {
    const NodeIndex a = before_.find(before_.root(), key);
    const NodeIndex b = after_.find(after_.root(), key);
    if (equal(a, b)) return;
    if (is(before_, a, NodeKind::object) && is(after_, b, NodeKind::object)) {
      for (std::string& name : changed_members(a, b)) {
        add(DifferenceKind::changed, key, std::move(name), category_of(key, before_, a));
      }
      return;
    }
    std::vector<std::pair<std::string, NodeIndex>> old_entries;
    std::vector<std::pair<std::string, NodeIndex>> new_entries;
    const bool lists =
        (a == kNoNode || is(before_, a, NodeKind::array)) && (b == kNoNode || is(after_, b, NodeKind::array));
    if (!lists || (a != kNoNode && !index(before_, a, old_entries)) || (b != kNoNode && !index(after_, b, new_entries))) {
      const DifferenceKind kind = a == kNoNode   ? DifferenceKind::added
                                  : b == kNoNode ? DifferenceKind::removed
                                                 : DifferenceKind::changed;
      add(kind, key, {}, category_of(key, a == kNoNode ? after_ : before_, a == kNoNode ? b : a));
      return;
    }
    compare_entries(key, old_entries, new_entries);
  }

  using Entries = std::vector<std::pair<std::string, NodeIndex>>;
  void compare_entries(std::string_view key, const Entries& old_entries, const Entries& new_entries) {
    const auto find = [](const Entries& entries, const std::string& id) {
      const auto found = std::ranges::find(entries, id, &Entries::value_type::first);
      return found == entries.end() ? kNoNode : found->second;
    };
    for (const auto& [id, node] : old_entries) {
      const NodeIndex other = find(new_entries, id);
      if (other == kNoNode) {
        add(DifferenceKind::removed, key, id, category_of(key, before_, node));
        continue;
      }
      std::vector<std::string> members = changed_members(node, other);
      if (!members.empty()) add(DifferenceKind::changed, key, id, category_of(key, after_, other), std::move(members));
    }
    for (const auto& [id, node] : new_entries) {
      if (find(old_entries, id) == kNoNode) add(DifferenceKind::added, key, id, category_of(key, after_, node));
    }
    const Section* section = section_of(key);
    if (section == nullptr || !section->ordered) return;
    // The order of the entries that both have.
    std::vector<std::string_view> before;
    std::vector<std::string_view> after;
    for (const auto& [id, node] : old_entries) {
      if (find(new_entries, id) != kNoNode) before.push_back(id);
    }
    for (const auto& [id, node] : new_entries) {
      if (find(old_entries, id) != kNoNode) after.push_back(id);
    }
    if (before != after) add(DifferenceKind::changed, key, {}, section->category, {"order"});
  }

  const Document& before_;
  const Document& after_;
  std::vector<Difference> out_;
};

}  // namespace

std::string_view difference_kind_name(DifferenceKind kind) {
  constexpr std::array<std::string_view, 3> kNames{"added", "removed", "changed"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Difference> find_differences(const Document& before, const Document& after) {
  return Comparer(before, after).run();
}

std::vector<std::string_view> categories_of(const std::vector<Difference>& differences) {
  std::vector<std::string_view> out;
  for (const Difference& difference : differences) {
    if (std::ranges::find(out, difference.category) == out.end()) out.push_back(difference.category);
  }
  return out;
}

}  // namespace prequal::profile
