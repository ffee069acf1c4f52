#include <algorithm>

#include "base/sort.h"
#include "lists/metrics.h"
#include "lists/summary.h"
#include "profile/names.h"

namespace prequal::lists {
namespace {

constexpr std::array<std::string_view, 3> kCauseNames{"lead", "ours", "uncoded"};

}  // namespace

class Metrics::Writer {
 public:
  Writer(const Metrics& metrics, std::string& out) : metrics_(metrics), model_(metrics.profile_.model()), json_(out) {}

  void write() {
    json_.begin_object().field("leads", signed_of(metrics_.leads_));
    json_.key("profile").begin_object().field("id", model_.id).field("version", model_.version).end_object();
    json_.key("excluded").begin_object().field("spam", signed_of(metrics_.spam_));
    json_.field("duplicate", signed_of(metrics_.duplicates_)).end_object();
    metrics("early", true);
    metrics("late", false);
    outcomes();
    rejections();
    json_.key("bands").begin_object();
    for (std::size_t i = profile::kLevels; i-- > 0;) group(profile::levels()[i], metrics_.bands_[i]);
    json_.end_object().key("stages").begin_object();
    for (std::size_t i = 0; i < model_.stages.size(); ++i) group(model_.stages[i].id, metrics_.stages_[i]);
    json_.end_object();
    groups("sources", metrics_.sources_);
    groups("campaigns", metrics_.campaigns_);
    groups("pages", metrics_.pages_);
    groups("referrers", metrics_.referrers_, true);
    speed();
    alerts();
    json_.end_object();
  }

 private:
  void metrics(std::string_view name, bool early) {
    json_.key(name).begin_object();
    for (std::size_t i = 0; i < kMetrics; ++i) {
      const auto metric = static_cast<Metric>(i);
      if (is_early(metric) != early) continue;
      json_.key(metric_name(metric));
      write_share(json_, metrics_.shares_[i]);
    }
    json_.end_object();
  }

  void outcomes() {
    json_.key("outcomes").begin_object();
    for (std::size_t i = 0; i < kOutcomeCodes; ++i) {
      json_.field(outcome_name(static_cast<OutcomeCode>(i)), signed_of(metrics_.outcomes_[i]));
    }
    for (std::size_t i = 0; i < model_.outcomes.size(); ++i) {
      if (metrics_.targets_[i] != 0) json_.field(model_.outcomes[i], signed_of(metrics_.targets_[i]));
    }
    json_.end_object().field("unknown_outcomes", signed_of(metrics_.unknown_outcomes_));
  }

  void rejections() {
    json_.key("rejections").begin_object();
    std::uint64_t all = 0;
    for (const std::uint64_t count : metrics_.causes_) all += count;
    json_.field("all", signed_of(all));
    for (std::size_t i = 0; i < kCauseNames.size(); ++i) json_.field(kCauseNames[i], signed_of(metrics_.causes_[i]));
    json_.field("misrouted", signed_of(metrics_.misrouted_)).key("reasons").begin_object();
    for (std::size_t i = 0; i < model_.reasons.size(); ++i) {
      if (metrics_.reasons_[i] == 0) continue;
      const profile::Reason& reason = model_.reasons[i];
      json_.key(reason_name(reason)).begin_object().field("count", signed_of(metrics_.reasons_[i]));
      json_.field("cause", profile::name_in(profile::reason_causes(), reason.cause));
      json_.field("family", reason.family).end_object();
    }
    json_.end_object().end_object();
  }

  void group(std::string_view name, const GroupCounts& counts) {
    json_.key(name).begin_object().field("leads", signed_of(counts.leads));
    shares(counts);
    json_.end_object();
  }

  void share(std::string_view name, const Share& value) {
    json_.key(name);
    write_share(json_, value);
  }

  void shares(const GroupCounts& counts) {
    share("qualified", counts.qualified);
    share("contacted", counts.contacted);
    share("converted", counts.converted);
    share("complete", counts.complete);
    share("misfit", counts.misfit);
    share("booked", counts.booked);
    share("missed", counts.missed);
  }

  // By what came of them and not by volume (R16-11): conversions, then qualified leads, then the fewest leads.
  void groups(std::string_view name, const Groups& all, bool by_month = false) {
    std::vector<const Groups::value_type*> sorted;
    for (const auto& entry : all) sorted.push_back(&entry);
    sort_by(sorted, [](const auto* a, const auto* b) {
      const GroupCounts& x = a->second;
      const GroupCounts& y = b->second;
      if (x.converted.count != y.converted.count) return x.converted.count > y.converted.count;
      if (x.qualified.count != y.qualified.count) return x.qualified.count > y.qualified.count;
      return x.leads < y.leads;
    });
    json_.key(name).begin_array();
    for (const auto* entry : sorted) {
      json_.begin_object().field("name", entry->first).field("leads", signed_of(entry->second.leads));
      shares(entry->second);
      if (by_month) months(entry->first);
      json_.end_object();
    }
    json_.end_array();
  }

  // How a referrer's leads do from month to month (R16-06).
  void months(std::string_view referrer) {
    const auto found = metrics_.referrer_months_.find(referrer);
    if (found == metrics_.referrer_months_.end()) return;
    json_.key("months").begin_array();
    for (const auto& [month, counts] : found->second) {
      json_.begin_object().field("month", month).field("leads", signed_of(counts.leads));
      share("qualified", counts.qualified);
      share("booked", counts.booked);
      share("converted", counts.converted);
      json_.end_object();
    }
    json_.end_array();
  }

  void group_alerts(std::string_view alert, std::string_view kind, const std::vector<GroupAlert>& groups,
                    std::string_view action) {
    for (const GroupAlert& group : groups) {
      json_.begin_object().field("alert", alert).field(kind, group.group);
      share("share", group.share);
      json_.field("action", action).end_object();
    }
  }

  void speed() {
    std::vector<std::int64_t> minutes = metrics_.speed_.minutes;
    sort(minutes);
    json_.key("speed_to_lead").begin_object().field("answered", static_cast<std::int64_t>(minutes.size()));
    json_.field("waiting", signed_of(metrics_.speed_.waiting)).field("untimed", signed_of(metrics_.speed_.untimed));
    if (minutes.empty()) {
      json_.key("median_minutes").null().key("p90_minutes").null();
    } else {
      json_.field("median_minutes", percentile(minutes, 50)).field("p90_minutes", percentile(minutes, 90));
    }
    json_.end_object();
  }

  void alerts() {
    json_.key("alerts").begin_array();
    for (const TierInversion& inversion : metrics_.find_tier_inversions()) {
      json_.begin_object().field("alert", "tier_inversion");
      json_.field("higher", profile::name_in(profile::levels(), inversion.higher)).key("higher_converted");
      write_share(json_, inversion.higher_converted);
      json_.field("lower", profile::name_in(profile::levels(), inversion.lower)).key("lower_converted");
      write_share(json_, inversion.lower_converted);
      json_.flag("certain", inversion.certain).field("action", "review_thresholds_and_points").end_object();
    }
    group_alerts("campaign_misfit", "campaign", metrics_.find_misfit_campaigns(), "review_targeting_and_message");
    group_alerts("no_show", "source", metrics_.find_no_show_sources(), "add_confirmation");
    if (metrics_.rejections(Cause::uncoded) > 0) {
      json_.begin_object().field("alert", "uncoded_rejections");
      json_.field("count", signed_of(metrics_.rejections(Cause::uncoded)));
      json_.field("action", "choose_reason_codes").end_object();
    }
    json_.end_array();
  }

  const Metrics& metrics_;
  const profile::Model& model_;
  JsonWriter json_;
};

void Metrics::write(std::string& out) const {
  Writer(*this, out).write();
}

}  // namespace prequal::lists
