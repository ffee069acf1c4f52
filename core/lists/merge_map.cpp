#include "lists/merge_map.h"

#include <algorithm>
#include <array>

#include "base/json_writer.h"
#include "base/sort.h"
#include "base/text.h"
#include "lead/consent_channels.h"
#include "lead/duplicates.h"
#include "profile/facts.h"

namespace prequal::lists {
namespace {

using lead::LeadKey;
using profile::Fact;

// One record of the cluster.
struct Part {
  std::uint32_t lead = 0;
  std::int64_t submitted = INT64_MAX;  // one without a time counts as the newest
  std::array<std::int32_t, 4> consents{};
  std::string id;
  std::vector<std::string> cells;
};

enum class Rule : std::uint8_t { oldest, newest, strictest, all };
std::string_view rule_name(Rule rule) {
  constexpr std::array<std::string_view, 4> kRuleNames{"oldest", "newest", "strictest", "all"};
  return kRuleNames[static_cast<std::size_t>(rule)];
}

class Map {
 public:
  Map(List& list, const DuplicateSearch& search, std::size_t cluster, std::string& out)
      : list_(list), search_(search), cluster_(cluster), json_(out) {}

  void write() {
    read();
    const DuplicateCluster& cluster = search_.clusters()[cluster_];
    json_.begin_object().field("cluster", static_cast<std::int64_t>(cluster_) + 1);
    json_.field("certainty", cluster.certainty);
    json_.key("survivor").begin_object();
    write_record(parts_.front());
    json_.end_object().key("merged").begin_array();
    for (std::size_t i = 1; i < parts_.size(); ++i) {
      json_.begin_object();
      write_record(parts_[i]);
      json_.end_object();
    }
    json_.end_array().key("columns").begin_array();
    for (std::size_t i = 0; i < list_.columns().size(); ++i) write_column(i);
    json_.end_array().key("consent").begin_object();
    for (std::size_t i = 0; i < lead::kConsentChannels.size(); ++i) write_consent(i);
    json_.end_object().end_object();
  }

 private:
  // Oldest first.
  void read() {
    for (const std::uint32_t lead : search_.clusters()[cluster_].leads) {
      Part& part = parts_.emplace_back();
      part.lead = lead;
      const lead::Lead& known = list_.qualify(lead).lead();
      if (known.submitted != 0) part.submitted = known.submitted;
      for (std::size_t i = 0; i < lead::kConsentChannels.size(); ++i)
        part.consents[i] = known.fact(lead::kConsentChannels[i].fact);
      part.id = known.id;
      list_.copy_cells(lead, part.cells);
    }
    sort_by(parts_, [&](const Part& a, const Part& b) {
      if (a.submitted != b.submitted) return a.submitted < b.submitted;
      const int order = list_.view_record(a.lead).compare(list_.view_record(b.lead));
      return order != 0 ? order < 0 : a.lead < b.lead;
    });
  }

  void write_record(const Part& part) {
    json_.field("row", static_cast<std::int64_t>(list_.row(part.lead))).key("id");
    part.id.empty() ? json_.null() : json_.string(part.id);
  }

  [[nodiscard]] static std::string_view value(const Part& part, std::size_t column) {
    return view_trimmed(part.cells[column]);
  }

  // "missing" is no refusal: consent that one record has is not lost because another says nothing.
  [[nodiscard]] const Part* find_strictest(std::size_t channel) const {
    const Fact fact = lead::kConsentChannels[channel].fact;
    for (const std::string_view state : {"opted_out", "refused", "given", "missing"}) {
      const auto code = static_cast<std::int32_t>(profile::fact_code(fact, state));
      for (const Part& part : parts_) {
        if (part.consents[channel] == code) return &part;
      }
    }
    return nullptr;
  }

  [[nodiscard]] bool has_any(std::size_t column) const {
    return std::ranges::any_of(parts_, [&](const Part& part) { return !value(part, column).empty(); });
  }

  // Which record's value a column keeps; none when no record has any.
  [[nodiscard]] const Part* choose(std::size_t column, Rule& rule, std::string_view& text) const {
    const Column& what = list_.columns()[column];
    rule = Rule::newest;
    for (std::size_t i = 0; i < lead::kConsentChannels.size(); ++i) {
      if (what.slot != lead::key_slot(lead::kConsentChannels[i].key)) continue;
      rule = Rule::strictest;
      if (const Part* strictest = find_strictest(i)) {
        // Where only its history says so, the state stands for the value that the record does not have.
        const auto code = static_cast<std::uint32_t>(strictest->consents[i]);
        text = value(*strictest, column);
        if (text.empty()) text = fact_value(lead::kConsentChannels[i].fact, code);
        return has_any(column) ? strictest : nullptr;
      }
    }
    for (const LeadKey key : {LeadKey::id, LeadKey::submitted_at, LeadKey::source_channel, LeadKey::source_campaign,
                              LeadKey::source_page, LeadKey::source_collection_method, LeadKey::source_referrer}) {
      if (what.slot == lead::key_slot(key)) rule = Rule::oldest;
    }
    if (is_history(what.name)) rule = Rule::all;
    const std::size_t count = parts_.size();
    for (std::size_t i = 0; i < count; ++i) {
      const Part& part = parts_[rule == Rule::oldest ? i : count - 1 - i];
      text = value(part, column);
      if (!text.empty()) return &part;
    }
    return nullptr;
  }

  // The dated histories of a lead: what happened to any of the records happened to the one that is left.
  static bool is_history(std::string_view name) {
    constexpr auto kLists = std::to_array<std::string_view>({
#define PREQUAL_EVENT_KIND(kind, list) list,
#include "lead/event_kinds.def"
#undef PREQUAL_EVENT_KIND
    });
    return std::ranges::find(kLists, name) != kLists.end();
  }

  void write_column(std::size_t column) {
    Rule rule{};
    std::string_view text;
    const Part* kept = choose(column, rule, text);
    if (kept == nullptr) return;
    const Column& what = list_.columns()[column];
    json_.begin_object().field("column", what.name).key("field");
    what.slot == lead::kNoSlot ? json_.null() : json_.string(list_.names().slot_name(what.slot));
    json_.field("rule", rule_name(rule)).field("row", static_cast<std::int64_t>(list_.row(kept->lead)));
    json_.field("value", text).key("others").begin_array();
    std::vector<std::string_view> seen{text};
    for (const Part& part : parts_) {
      const std::string_view other = value(part, column);
      if (other.empty() || std::ranges::find(seen, other) != seen.end()) continue;
      seen.push_back(other);
      json_.begin_object().field("row", static_cast<std::int64_t>(list_.row(part.lead))).field("value", other).end_object();
    }
    json_.end_array().end_object();
  }

  void write_consent(std::size_t channel) {
    const Part* part = find_strictest(channel);
    if (part == nullptr) return;
    const auto code = static_cast<std::uint32_t>(part->consents[channel]);
    json_.key(lead::kConsentChannels[channel].name)
        .begin_object()
        .field("state", fact_value(lead::kConsentChannels[channel].fact, code));
    json_.field("row", static_cast<std::int64_t>(list_.row(part->lead))).end_object();
  }

  List& list_;
  const DuplicateSearch& search_;
  std::size_t cluster_;
  JsonWriter json_;
  std::vector<Part> parts_;
};

}  // namespace

void write_merge_map(List& list, const DuplicateSearch& search, std::size_t cluster, std::string& out) {
  Map(list, search, cluster, out).write();
}

void write_merged(List& list, const std::vector<std::uint32_t>& leads, std::string& out) {
  std::vector<lead::MergePart> parts;
  for (const std::uint32_t lead : leads) list.read_lead(lead, parts.emplace_back(list.view_record(lead)).lead);
  lead::append_merged_parts(list.profile(), parts, out);
}

}  // namespace prequal::lists
