#include "lists/metrics.h"

#include <algorithm>

#include "profile/facts.h"

namespace prequal::lists {
namespace {

// Campaigns, pages and referrers are texts of the list; beyond this many, further ones are counted together.
constexpr std::size_t kMostGroups = 1'000;
constexpr std::string_view kUnknown = "unknown";
constexpr std::string_view kOthers = "(others)";

GroupCounts& group_of(Metrics::Groups& groups, std::string_view name) {
  if (name.empty()) name = kUnknown;
  const auto found = groups.find(name);
  if (found != groups.end()) return found->second;
  return groups.size() < kMostGroups ? groups[std::string(name)] : groups[std::string(kOthers)];
}

// "2026-11" in the offset in which dates count; "unknown" without a time.
std::string month_of(std::int64_t seconds, std::int32_t offset_minutes) {
  if (seconds == 0) return std::string(kUnknown);
  std::string out;
  append_rfc3339(out, {.seconds = seconds, .offset_minutes = offset_minutes});
  constexpr std::size_t kMonth = 7;
  out.resize(kMonth);
  return out;
}

}  // namespace

void GroupCounts::add(const Course& course) {
  ++leads;
  qualified.add(course.qualified);
  contacted.add(course.contacted);
  converted.add(course.converted);
  complete.add(course.complete);
  if (course.eligible || course.ineligible) misfit.add(course.ineligible);
  booked.add(course.booked);
  if (course.meeting_due) missed.add(course.missed);
}

std::string_view metric_name(Metric metric) {
  constexpr std::array<std::string_view, kMetrics> kNames{"contact_success", "disqualified",     "qualified",
                                                          "booking",         "acceptance",       "meeting",
                                                          "consult_booked",  "completed_intake", "closed_won"};
  return kNames[static_cast<std::size_t>(metric)];
}

bool is_early(Metric metric) {
  return metric <= Metric::booking;
}

Metrics::Metrics(const profile::Profile& profile)
    : profile_(profile),
      stages_(profile.model().stages.size()),
      targets_(profile.model().outcomes.size()),
      reasons_(profile.model().reasons.size()) {}

void Metrics::count(const Course& course) {
  const auto share = [&](Metric metric, bool belongs, bool counts) {
    if (belongs) shares_[static_cast<std::size_t>(metric)].add(counts);
  };
  share(Metric::contact_success, true, course.contacted);
  share(Metric::disqualified, true, course.rejection.made);
  share(Metric::qualified, true, course.qualified);
  share(Metric::booking, course.eligible && course.contacted, course.booked);
  share(Metric::acceptance, course.accepted || course.refused, course.accepted);
  share(Metric::meeting, course.qualified, course.has(OutcomeCode::meeting));
  share(Metric::consult_booked, course.eligible, course.has(OutcomeCode::consult_booked));
  share(Metric::completed_intake, course.booked, course.has(OutcomeCode::completed_intake));
  share(Metric::closed_won, course.won || course.lost, course.won);
  for (std::size_t i = 0; i < kOutcomeCodes; ++i) outcomes_[i] += course.has(static_cast<OutcomeCode>(i)) ? 1U : 0U;
  for (const std::uint8_t target : course.targets) ++targets_[target];
  unknown_outcomes_ += course.unknown_outcomes;
  if (course.rejection.made) {
    ++causes_[static_cast<std::size_t>(course.rejection.cause)];
    if (course.rejection.reason != profile::kNoEntry) ++reasons_[course.rejection.reason];
  }
  misrouted_ += course.misrouted ? 1U : 0U;
  switch (course.minutes_to_answer) {
    case Course::kNever: ++speed_.waiting; break;
    case Course::kUntimed: ++speed_.untimed; break;
    default: speed_.minutes.push_back(course.minutes_to_answer);
  }
}

void Metrics::on_lead(std::size_t /*lead*/, const lead::RawLead& raw, const report::Qualifier& qualifier) {
  const Course course = find_course(raw, qualifier);
  ++leads_;
  spam_ += course.spam ? 1U : 0U;
  duplicates_ += !course.spam && course.duplicate ? 1U : 0U;
  if (!course.valid()) return;
  count(course);
  const auto& decider = qualifier.decider();
  const lead::Lead& lead = qualifier.lead();
  bands_[decider.band().lane(kLane)].add(course);
  stages_[decider.stage().lane(kLane)].add(course);
  const auto source = static_cast<std::uint32_t>(lead.fact(profile::Fact::source));
  group_of(sources_, fact_value(profile::Fact::source, source)).add(course);
  group_of(campaigns_, lead.campaign).add(course);
  group_of(pages_, lead.page).add(course);
  group_of(referrers_, lead.referrer).add(course);
  if (!lead.referrer.empty() && referrers_.contains(lead.referrer)) {
    group_of(referrer_months_[std::string(lead.referrer)], month_of(lead.submitted, qualifier.now().offset_minutes))
        .add(course);
  }
}

std::vector<TierInversion> Metrics::find_tier_inversions() const {
  using profile::Level;
  std::vector<TierInversion> out;
  const auto compare = [&](Level higher, Level lower) {
    const Share& above = band(higher).converted;
    const Share& below = band(lower).converted;
    if (!is_smaller(above, below)) return;
    out.push_back({higher, lower, above, below, wilson(above).high < wilson(below).low});
  };
  compare(Level::high, Level::mid);
  compare(Level::mid, Level::low);
  // Where the middle is empty, the ends are compared.
  if (band(Level::mid).leads == 0) compare(Level::high, Level::low);
  return out;
}

namespace {

// Groups with a name whose share is over the limit (or on it), and large enough to say so.
std::vector<GroupAlert> find_groups(const Metrics::Groups& groups, Share GroupCounts::* which,
                                    const profile::Alerts& alerts, std::int32_t percent, bool on_limit) {
  std::vector<GroupAlert> out;
  for (const auto& [name, counts] : groups) {
    const Share& share = counts.*which;
    if (name == kUnknown || name == kOthers || share.of < static_cast<std::uint64_t>(alerts.minimum_leads)) continue;
    const std::uint64_t left = share.count * 100;
    const std::uint64_t right = share.of * static_cast<std::uint64_t>(percent);
    if (left > right || (on_limit && left == right)) out.push_back({name, share});
  }
  return out;
}

}  // namespace

std::vector<GroupAlert> Metrics::find_misfit_campaigns() const {
  const profile::Alerts& alerts = profile_.model().alerts;
  return find_groups(campaigns_, &GroupCounts::misfit, alerts, alerts.misfit_percent, false);
}

std::vector<GroupAlert> Metrics::find_no_show_sources() const {
  const profile::Alerts& alerts = profile_.model().alerts;
  return find_groups(sources_, &GroupCounts::missed, alerts, alerts.no_show_percent, true);
}

std::int64_t percentile(const std::vector<std::int64_t>& sorted, std::size_t percent) {
  const std::size_t rank = (sorted.size() * percent + 99) / 100;
  return sorted[std::max<std::size_t>(rank, 1) - 1];
}

}  // namespace prequal::lists
