#include <algorithm>
#include <cstdlib>

#include "base/sort.h"
#include "lists/audit.h"
#include "lists/summary.h"
#include "profile/names.h"

namespace prequal::lists {

using profile::kNoEntry;
using profile::kNoField;

namespace {

/// Something that treats one group otherwise than another: how much, in hundredths of a point or of a percent.
struct Driver {
  std::string_view kind;
  std::string_view id;
  std::int64_t above = 0;
  std::int64_t below = 0;
  [[nodiscard]] std::int64_t gap() const { return std::abs(above - below); }
};

std::int64_t mean(std::int64_t sum, std::uint64_t leads) {
  return sum * 100 / signed_of(leads);
}

}  // namespace

class Audit::Writer {
 public:
  Writer(const Audit& audit, std::string& out) : audit_(audit), model_(audit.profile_.model()), json_(out) {}

  void write() {
    json_.begin_object().field("leads", signed_of(audit_.leads_));
    json_.key("profile").begin_object().field("id", model_.id).field("version", model_.version).end_object();
    review();
    criteria();
    traits();
    sample();
    missed();
    feedback();
    json_.key("fairness").begin_array();
    for (const GroupComparison& comparison : audit_.comparisons_) fairness(comparison);
    json_.end_array();
    alerts();
    json_.end_object();
  }

 private:
  void text_or_null(std::string_view key, std::string_view text) {
    json_.key(key);
    text.empty() ? json_.null() : json_.string(text);
  }
  void share(std::string_view key, const Share& value) {
    json_.key(key);
    write_share(json_, value);
  }

  void review() {
    json_.key("review").begin_object();
    text_or_null("agreed_on", model_.agreement.agreed_on);
    text_or_null("review_on", model_.agreement.review_on);
    text_or_null("pilot_reviewed_on", model_.agreement.pilot_reviewed_on);
    json_.flag("due", audit_.review_due_).end_object();
  }

  void write(const CriterionReview& entry) {
    json_.field("stage", model_.stages[entry.stage].id);
    text_or_null("reason", entry.reason == kNoEntry ? std::string_view() : model_.reasons[entry.reason].code);
    share("share", entry.share);
    json_.key("criteria").begin_array();
    for (const profile::Criterion& criterion : model_.must_haves) about(criterion.id, criterion.reason, entry.reason);
    for (const profile::HardStop& stop : model_.hard_stops) about(stop.id, stop.reason, entry.reason);
    json_.end_array();
  }
  // Criteria and stops that say this reason.
  void about(std::string_view id, std::uint16_t reason, std::uint16_t wanted) {
    if (reason != kNoEntry && wanted != kNoEntry && model_.reasons[reason].code == model_.reasons[wanted].code) {
      json_.string(id);
    }
  }

  void criteria() {
    json_.key("failures").begin_array();
    for (const CriterionReview& entry : audit_.criteria_) {
      json_.begin_object();
      write(entry);
      json_.end_object();
    }
    json_.end_array();
  }

  void traits() {
    json_.key("traits").begin_array();
    for (const TraitRate& trait : audit_.traits_) {
      json_.begin_object().field("feature", trait.field == kNoField ? std::string_view("source") : field_id(trait.field));
      json_.field("value", trait.value);
      share("moved", trait.moved);
      json_.end_object();
    }
    json_.end_array();
  }
  [[nodiscard]] std::string_view field_id(profile::FieldId field) const { return model_.fields[field].id; }

  void place(std::size_t lead, std::string_view id) {
    json_.field("lead", static_cast<std::int64_t>(lead));
    text_or_null("id", id);
  }
  void names(std::string_view key, const std::vector<std::string_view>& list) {
    json_.key(key).begin_array();
    for (const std::string_view name : list) json_.string(name);
    json_.end_array();
  }

  void sample() {
    json_.key("sample").begin_object().field("seed", signed_of(audit_.options_.seed));
    json_.field("of", signed_of(audit_.without_result())).key("leads").begin_array();
    for (const AuditSample& entry : audit_.sample_) {
      json_.begin_object();
      place(entry.lead, entry.id);
      names("without_fit", entry.without_fit);
      names("without_intent", entry.without_intent);
      json_.end_object();
    }
    json_.end_array().end_object();
  }

  void missed() {
    json_.key("missed_sql").begin_object();
    share("share", {audit_.missed_.size(), audit_.won_});
    json_.key("leads").begin_array();
    for (const MissedSql& entry : audit_.missed_) {
      json_.begin_object();
      place(entry.lead, entry.id);
      json_.field("turned_away", entry.turned_away);
      text_or_null("reason", entry.reason);
      json_.end_object();
    }
    json_.end_array().end_object();
  }

  // What a code is about: matters of fields go to the form, all others to the rules (R18-09).
  [[nodiscard]] std::string_view feeds(std::string_view code) const {
    return std::ranges::find(model_.fields, code, &profile::Field::id) != model_.fields.end() ? "form" : "rules";
  }

  void feedback() {
    json_.key("feedback").begin_object();
    json_.field("uncoded", signed_of(audit_.uncoded_)).key("codes").begin_array();
    for (const auto& [code, count] : audit_.feedback_) {
      json_.begin_object().field("code", code).field("helped", signed_of(count.helped));
      json_.field("hindered", signed_of(count.hindered)).field("feeds", feeds(code)).end_object();
    }
    json_.end_array().end_object();
  }

  // ---- Groups of people --------------------------------------------------------------------------------------------------

  struct Measure {
    std::string_view name;
    Share GroupOutcome::* share;
  };
  static constexpr auto kMeasures = std::to_array<Measure>({{"contacted", &GroupOutcome::contacted},
                                                            {"qualified", &GroupOutcome::qualified},
                                                            {"sales_ready", &GroupOutcome::sales_ready}});

  void fairness(const GroupComparison& comparison) {
    json_.begin_object().field("field", field_id(comparison.field)).flag("scored", comparison.scored);
    json_.key("groups").begin_array();
    for (const GroupOutcome& group : comparison.groups) {
      if (group.leads == 0) continue;
      json_.begin_object().field("value", group.value).field("leads", signed_of(group.leads));
      for (const Measure& measure : kMeasures) share(measure.name, group.*measure.share);
      json_.end_object();
    }
    json_.end_array().key("gaps").begin_array();
    for (const Measure& measure : kMeasures) {
      const Gap gap = find_gap(comparison, measure);
      if (gap.above == nullptr || gap.size == 0) continue;
      json_.begin_object();
      write(gap, measure);
      json_.key("driven_by").begin_array();
      for (const Driver& driver : find_drivers(*gap.above, *gap.below)) {
        json_.begin_object().field(driver.kind, driver.id);
        json_.field("above", driver.above).field("below", driver.below).end_object();
      }
      json_.end_array().end_object();
    }
    json_.end_array().end_object();
  }

  struct Gap {
    const GroupOutcome* above = nullptr;
    const GroupOutcome* below = nullptr;
    std::int64_t size = 0;  // hundredths of a percent
  };

  // Between the best and the worst of the groups that are large enough to compare.
  [[nodiscard]] Gap find_gap(const GroupComparison& comparison, const Measure& measure) const {
    Gap out;
    for (const GroupOutcome& group : comparison.groups) {
      if (group.leads < static_cast<std::uint64_t>(model_.alerts.minimum_leads)) continue;
      const auto rate_of = [&](const GroupOutcome* one) { return rate(one->*measure.share); };
      if (out.above == nullptr || rate_of(&group) > rate_of(out.above)) out.above = &group;
      if (out.below == nullptr || rate_of(&group) < rate_of(out.below)) out.below = &group;
    }
    if (out.above != nullptr) out.size = rate(out.above->*measure.share) - rate(out.below->*measure.share);
    return out;
  }

  void write(const Gap& gap, const Measure& measure) {
    json_.field("measure", measure.name).field("above", gap.above->value).field("below", gap.below->value);
    json_.field("gap", gap.size);
    json_.flag("beyond", gap.size >= std::int64_t{model_.alerts.group_gap_percent} * 100);
  }

  // Rules by the difference of their mean points, criteria and stops by that of the share that they turn away.
  [[nodiscard]] std::vector<Driver> find_drivers(const GroupOutcome& above, const GroupOutcome& below) const {
    std::vector<Driver> out;
    const auto add = [&](Driver driver) {
      if (driver.gap() != 0) out.push_back(driver);
    };
    for (std::size_t i = 0; i < model_.must_haves.size(); ++i) {
      add({"must_have", model_.must_haves[i].id, mean(signed_of(above.failed[i]) * 100, above.leads),
           mean(signed_of(below.failed[i]) * 100, below.leads)});
    }
    for (std::size_t i = 0; i < model_.hard_stops.size(); ++i) {
      add({"hard_stop", model_.hard_stops[i].id, mean(signed_of(above.stopped[i]) * 100, above.leads),
           mean(signed_of(below.stopped[i]) * 100, below.leads)});
    }
    // What turns people away comes before what gives them points.
    sort_by_key(out, [](const Driver& driver) { return -driver.gap(); });
    std::vector<Driver> criteria;
    criteria.swap(out);
    for (std::size_t i = 0; i < model_.rules.size(); ++i) {
      add({"rule", model_.rules[i].id, mean(above.points[i], above.leads), mean(below.points[i], below.leads)});
    }
    sort_by_key(out, [](const Driver& driver) { return -driver.gap(); });
    out.insert(out.begin(), criteria.begin(), criteria.end());
    return out;
  }

  void alerts() {
    json_.key("alerts").begin_array();
    for (const CriterionReview& entry : audit_.criteria_) {
      if (!entry.flagged) continue;
      json_.begin_object().field("alert", "criteria_review");
      write(entry);
      json_.field("action", "review_criterion").end_object();
    }
    if (!audit_.missed_.empty()) {
      json_.begin_object().field("alert", "missed_sql").field("count", static_cast<std::int64_t>(audit_.missed_.size()));
      json_.field("action", "review_disqualifications").end_object();
    }
    for (const GroupComparison& comparison : audit_.comparisons_) {
      for (const Measure& measure : kMeasures) {
        const Gap gap = find_gap(comparison, measure);
        if (gap.above == nullptr || gap.size == 0 || gap.size < std::int64_t{model_.alerts.group_gap_percent} * 100)
          continue;
        json_.begin_object().field("alert", "group_gap").field("field", field_id(comparison.field));
        write(gap, measure);
        const std::vector<Driver> drivers = find_drivers(*gap.above, *gap.below);
        if (!drivers.empty()) json_.field("driven_by", drivers.front().id);
        json_.field("action", "review_fairness").end_object();
      }
    }
    if (audit_.review_due_) {
      json_.begin_object().field("alert", "review_due").field("review_on", model_.agreement.review_on);
      json_.field("action", "review_profile").end_object();
    }
    json_.end_array();
  }

  const Audit& audit_;
  const profile::Model& model_;
  JsonWriter json_;
};

void Audit::write(std::string& out) const {
  Writer(*this, out).write();
}

}  // namespace prequal::lists
