#include "lists/comparison.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "base/sort.h"
#include "lists/rule_points.h"
#include "lists/summary.h"
#include "profile/facts.h"
#include "profile/names.h"

namespace prequal::lists {
namespace {

/// What a lead got under one profile.
struct Seen {
  std::uint64_t row = 0;
  Standing standing;
  std::vector<std::uint16_t> reasons;                          // those that hold
  std::vector<std::pair<std::uint16_t, std::int32_t>> points;  // of rules that gave any
};

class Collector final : public LeadVisitor {
 public:
  Collector(const List& list, const profile::Profile& profile) : list_(list), model_(profile.model()) {}

  void on_lead(std::size_t lead, const lead::RawLead& /*raw*/, const report::Qualifier& qualifier) override {
    const auto& decider = qualifier.decider();
    Seen out;
    out.row = list_.row(lead);
    Standing& standing = out.standing;
    standing.band = profile::levels()[decider.band().lane(kLane)];
    standing.stage = model_.stages[decider.stage().lane(kLane)].id;
    const std::uint32_t route = decider.route().lane(kLane);
    standing.route = route == 0 ? std::string_view("none") : model_.routes[route - 1].id;
    standing.eligibility = profile::eligibilities()[decider.eligibility().lane(kLane)];
    standing.status = profile::statuses()[decider.status().lane(kLane)];
    standing.fit = decider.evaluator().category(profile::Category::fit).now.lane(kLane);
    standing.intent = decider.evaluator().category(profile::Category::intent).now.lane(kLane);
    standing.total = decider.evaluator().total().now.lane(kLane);
    for (std::size_t i = 0; i < model_.reasons.size(); ++i) {
      if (decider.reason(i).now.yes.lane(kLane)) out.reasons.push_back(static_cast<std::uint16_t>(i));
    }
    for (std::size_t i = 0; i < model_.rules.size(); ++i) {
      const std::int32_t points = points_of(model_.rules[i], qualifier);
      if (points != 0) out.points.emplace_back(static_cast<std::uint16_t>(i), points);
    }
    const auto source = static_cast<std::uint32_t>(qualifier.lead().fact(profile::Fact::source));
    const std::string_view name = fact_value(profile::Fact::source, source);
    sources_.push_back(name.empty() ? std::string_view("unknown") : name);
    ids_.emplace_back(qualifier.lead().id);
    seen_.push_back(std::move(out));
  }

  [[nodiscard]] const std::vector<Seen>& seen() const { return seen_; }
  [[nodiscard]] std::string_view source(std::size_t lead) const { return sources_[lead]; }
  [[nodiscard]] const std::string& id(std::size_t lead) const { return ids_[lead]; }
  [[nodiscard]] const profile::Model& model() const { return model_; }

 private:
  const List& list_;
  const profile::Model& model_;
  std::vector<Seen> seen_;
  std::vector<std::string_view> sources_;
  std::vector<std::string> ids_;
};

bool moved(const Standing& a, const Standing& b) {
  return a.band != b.band || a.stage != b.stage || a.route != b.route || a.eligibility != b.eligibility ||
         a.status != b.status;
}

std::vector<std::string> names_of(const profile::Model& model, const std::vector<std::uint16_t>& reasons) {
  std::vector<std::string> out;
  for (const std::uint16_t reason : reasons) out.push_back(reason_name(model.reasons[reason]));
  sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

std::vector<std::string> without(const std::vector<std::string>& all, const std::vector<std::string>& these) {
  std::vector<std::string> out;
  std::ranges::set_difference(all, these, std::back_inserter(out));
  return out;
}

// Rules by the size of the change of their points, then by name.
std::vector<std::string> changed_rules(const Collector& before, const Seen& a, const Collector& after, const Seen& b) {
  std::map<std::string_view, std::int32_t> change;
  for (const auto& [rule, points] : a.points) change[before.model().rules[rule].id] -= points;
  for (const auto& [rule, points] : b.points) change[after.model().rules[rule].id] += points;
  std::vector<std::pair<std::string_view, std::int32_t>> sorted;
  for (const auto& entry : change) {
    if (entry.second != 0) sorted.emplace_back(entry);
  }
  sort_by_key(sorted, [](const auto& entry) { return -std::abs(entry.second); });
  std::vector<std::string> out;
  for (const auto& entry : sorted) out.emplace_back(entry.first);
  return out;
}

Mover mover_of(const Collector& before, std::size_t i, const Collector& after, std::size_t j) {
  const Seen& a = before.seen()[i];
  const Seen& b = after.seen()[j];
  Mover out{.row = a.row, .id = before.id(i), .source = before.source(i), .before = a.standing, .after = b.standing};
  const std::vector<std::string> had = names_of(before.model(), a.reasons);
  const std::vector<std::string> has = names_of(after.model(), b.reasons);
  out.reasons_gained = without(has, had);
  out.reasons_lost = without(had, has);
  out.rules = changed_rules(before, a, after, b);
  return out;
}

void warn(const profile::Model& before, const profile::Model& after, Comparison& out) {
  const std::vector<std::string_view> categories = profile::categories_of(out.differences);
  if (categories.size() > 1) {
    std::string names;
    for (const std::string_view category : categories) names.append(names.empty() ? "" : ", ").append(category);
    out.warnings.add({.code = Code::compare_categories, .detail = names});
  }
  // The offer or the form is another one, and nobody has agreed on it anew (R18-11).
  constexpr auto kReviewed =
      std::to_array<std::string_view>({"offer", "switches", "scope", "ideal_buyer", "services", "form", "fields"});
  std::string sections;
  for (const std::string_view section : kReviewed) {
    if (std::ranges::find(out.differences, section, &profile::Difference::section) == out.differences.end()) continue;
    sections.append(sections.empty() ? "" : ", ").append(section);
  }
  if (!sections.empty() && before.agreement.agreed_on == after.agreement.agreed_on) {
    out.warnings.add({.code = Code::compare_review, .subject = std::string(after.agreement.agreed_on), .detail = sections});
  }
  if (!out.differences.empty() && before.version == after.version) {
    out.warnings.add({.code = Code::compare_version, .subject = std::string(before.version)});
  }
}

}  // namespace

Comparison compare(List& before, List& after, std::size_t most_movers) {
  Comparison out;
  const profile::Profile& old_profile = before.profile();
  const profile::Profile& new_profile = after.profile();
  out.differences = profile::find_differences(old_profile.document(), new_profile.document());
  warn(old_profile.model(), new_profile.model(), out);
  Collector a(before, old_profile);
  Collector b(after, new_profile);
  before.visit(a);
  after.visit(b);
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.seen().size() && j < b.seen().size()) {
    const Seen& x = a.seen()[i];
    const Seen& y = b.seen()[j];
    if (x.row != y.row) {
      // A record that only one of the profiles could read.
      ++out.unread;
      x.row < y.row ? ++i : ++j;
      continue;
    }
    ++out.leads;
    ++out.bands[{x.standing.band, y.standing.band}];
    ++out.stages[{x.standing.stage, y.standing.stage}];
    ++out.routes[{x.standing.route, y.standing.route}];
    SourceMoves& source = out.sources[a.source(i)];
    ++source.leads;
    if (x.standing.route != y.standing.route) ++source.routed_otherwise;
    if (moved(x.standing, y.standing)) {
      ++source.moved;
      ++out.moved;
      if (out.movers.size() < most_movers) out.movers.push_back(mover_of(a, i, b, j));
    }
    ++i;
    ++j;
  }
  out.unread += a.seen().size() - i + b.seen().size() - j;
  return out;
}

namespace {

class ComparisonWriter {
 public:
  explicit ComparisonWriter(std::string& out) : json_(out) {}

  void write(const Comparison& comparison, const profile::Profile& before, const profile::Profile& after) {
    json_.begin_object();
    version("before", before.model());
    version("after", after.model());
    differences(comparison);
    count("leads", comparison.leads);
    count("unread", comparison.unread);
    count("moved", comparison.moved);
    migration("bands", comparison.bands);
    migration("stages", comparison.stages);
    migration("routes", comparison.routes);
    json_.key("sources").begin_object();
    for (const auto& [name, moves] : comparison.sources) {
      json_.key(name).begin_object();
      count("leads", moves.leads);
      count("moved", moves.moved);
      count("routed_otherwise", moves.routed_otherwise);
      json_.end_object();
    }
    json_.end_object().key("movers").begin_array();
    for (const Mover& mover : comparison.movers) write(mover);
    json_.end_array().end_object();
  }

 private:
  void count(std::string_view name, std::uint64_t number) { json_.field(name, static_cast<std::int64_t>(number)); }

  void version(std::string_view key, const profile::Model& model) {
    json_.key(key).begin_object().field("id", model.id).field("version", model.version).end_object();
  }

  void texts(std::string_view name, const std::vector<std::string>& list) {
    json_.key(name).begin_array();
    for (const std::string& text : list) json_.string(text);
    json_.end_array();
  }

  void differences(const Comparison& comparison) {
    json_.key("categories").begin_array();
    for (const std::string_view category : profile::categories_of(comparison.differences)) json_.string(category);
    json_.end_array().key("warnings").begin_array();
    for (const Problem& problem : comparison.warnings.list()) {
      json_.begin_object().field("code", code_name(problem.code));
      json_.field("about", problem.detail.empty() ? problem.subject : problem.detail).end_object();
    }
    json_.end_array().key("differences").begin_array();
    for (const profile::Difference& difference : comparison.differences) {
      json_.begin_object().field("what", difference_kind_name(difference.kind)).field("category", difference.category);
      json_.field("section", difference.section);
      if (!difference.id.empty()) json_.field("id", difference.id);
      if (!difference.members.empty()) texts("members", difference.members);
      json_.end_object();
    }
    json_.end_array();
  }

  // {"from": {"to": count}}, in the order of names.
  void migration(std::string_view name, const Migration& cells) {
    json_.key(name).begin_object();
    std::string_view row;
    bool open = false;
    for (const auto& [cell, number] : cells) {
      if (!open || cell.first != row) {
        if (open) json_.end_object();
        json_.key(cell.first).begin_object();
        row = cell.first;
        open = true;
      }
      count(cell.second, number);
    }
    if (open) json_.end_object();
    json_.end_object();
  }

  void write(std::string_view name, const Standing& standing) {
    json_.key(name).begin_object().field("band", standing.band).field("stage", standing.stage);
    json_.field("route", standing.route).field("eligibility", standing.eligibility).field("status", standing.status);
    json_.field("fit", standing.fit).field("intent", standing.intent).field("total", standing.total).end_object();
  }

  void write(const Mover& mover) {
    json_.begin_object();
    count("row", mover.row);
    json_.key("id");
    mover.id.empty() ? json_.null() : json_.string(mover.id);
    json_.field("source", mover.source);
    write("before", mover.before);
    write("after", mover.after);
    texts("reasons_gained", mover.reasons_gained);
    texts("reasons_lost", mover.reasons_lost);
    texts("rules", mover.rules);
    json_.end_object();
  }

  JsonWriter json_;
};

}  // namespace

void write_comparison(const Comparison& comparison, const profile::Profile& before, const profile::Profile& after,
                      std::string& out) {
  ComparisonWriter(out).write(comparison, before, after);
}

}  // namespace prequal::lists
