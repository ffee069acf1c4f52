// Floor: lists. What came of the leads of a list: early and late metrics, each with its own denominator, by band, stage and
// source; rejections by cause; how soon leads were answered; and an alert when a better tier does worse.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lists/course.h"
#include "lists/share.h"
#include "lists/visitor.h"

namespace prequal::lists {

/// The metrics of R18-02, in the order in which leads pass them. Spam and duplicates are in none of them.
enum class Metric : std::uint8_t {
  contact_success,   ///< contacted, of the valid leads
  disqualified,      ///< rejected before a sales process, of the valid leads
  qualified,         ///< above the first stage, of the valid leads
  booking,           ///< booked, of those that are eligible and were contacted
  acceptance,        ///< accepted by sales, of those that sales decided about
  meeting,           ///< had a meeting, of the qualified ones
  consult_booked,    ///< booked a consultation, of the eligible ones
  completed_intake,  ///< completed intake, of the booked ones
  closed_won,        ///< won, of those that were won or lost
};
inline constexpr std::size_t kMetrics = 9;
[[nodiscard]] std::string_view metric_name(Metric metric);
/// Early metrics end where a person of sales or intake takes over (R18-04).
[[nodiscard]] bool is_early(Metric metric);

/// Shares of one group of leads: a band, a stage, a source.
struct GroupCounts {
  std::uint64_t leads = 0;  ///< valid ones
  Share qualified;
  Share contacted;
  Share converted;
  Share complete;  ///< with all of the minimum
  Share misfit;    ///< not eligible, of those of which that is known
  Share booked;
  Share missed;  ///< that missed a meeting, of those whose meeting was due

  void add(const Course& course);
};

/// A group whose share is beyond what the profile allows (Model::alerts). Advice about a source never touches its leads.
struct GroupAlert {
  std::string_view group;
  Share share;
};

/// Minutes from submission to the first act of ours. A percentile is the value of the nearest rank.
struct Speed {
  std::vector<std::int64_t> minutes;  ///< of the leads that were answered
  std::uint64_t waiting = 0;          ///< valid leads that nobody has answered
  std::uint64_t untimed = 0;          ///< without a time of submission
};

/// `higher` should do better than `lower` and does not (R18-03).
struct TierInversion {
  profile::Level higher = profile::Level::high;
  profile::Level lower = profile::Level::mid;
  Share higher_converted;
  Share lower_converted;
  bool certain = false;  ///< the intervals do not overlap; otherwise it may still be chance
};

/// Sums up courses. Add every lead, then read or write.
class Metrics final : public LeadVisitor {
 public:
  explicit Metrics(const profile::Profile& profile);

  void on_lead(std::size_t lead, const lead::RawLead& raw, const report::Qualifier& qualifier) override;

  [[nodiscard]] const Share& share(Metric metric) const { return shares_[static_cast<std::size_t>(metric)]; }
  [[nodiscard]] std::uint64_t leads() const { return leads_; }
  [[nodiscard]] std::uint64_t spam() const { return spam_; }
  [[nodiscard]] std::uint64_t duplicates() const { return duplicates_; }
  [[nodiscard]] const GroupCounts& band(profile::Level level) const { return bands_[static_cast<std::size_t>(level)]; }
  [[nodiscard]] std::uint64_t rejections(Cause cause) const { return causes_[static_cast<std::size_t>(cause)]; }
  [[nodiscard]] std::uint64_t outcomes(OutcomeCode code) const { return outcomes_[static_cast<std::size_t>(code)]; }
  [[nodiscard]] std::vector<TierInversion> find_tier_inversions() const;
  /// Campaigns whose leads mostly do not fit: look at targeting and message (R16-05).
  [[nodiscard]] std::vector<GroupAlert> find_misfit_campaigns() const;
  /// Sources whose meetings are often missed: confirm them better (R21-04).
  [[nodiscard]] std::vector<GroupAlert> find_no_show_sources() const;

  /// Appends everything as one JSON object (docs/metrics.md).
  void write(std::string& out) const;

  // For those who show it otherwise.
  using Groups = std::map<std::string, GroupCounts, std::less<>>;
  [[nodiscard]] const std::vector<GroupCounts>& stages() const { return stages_; }
  [[nodiscard]] const Groups& sources() const { return sources_; }
  [[nodiscard]] const Groups& campaigns() const { return campaigns_; }
  [[nodiscard]] const Groups& referrers() const { return referrers_; }
  [[nodiscard]] const std::vector<std::uint64_t>& rejection_reasons() const { return reasons_; }
  [[nodiscard]] std::uint64_t misrouted() const { return misrouted_; }
  [[nodiscard]] const Speed& speed() const { return speed_; }
  [[nodiscard]] const profile::Profile& profile() const { return profile_; }

 private:
  class Writer;
  void count(const Course& course);

  const profile::Profile& profile_;
  std::array<Share, kMetrics> shares_{};
  std::array<GroupCounts, profile::kLevels> bands_{};
  std::vector<GroupCounts> stages_;
  Groups sources_;
  Groups campaigns_;
  Groups pages_;
  Groups referrers_;
  std::map<std::string, Groups, std::less<>> referrer_months_;  // by referrer, then by month of submission
  std::array<std::uint64_t, kOutcomeCodes> outcomes_{};
  std::vector<std::uint64_t> targets_;  // of Model::outcomes
  std::uint64_t unknown_outcomes_ = 0;
  std::vector<std::uint64_t> reasons_;  // rejections by Model::reasons
  std::array<std::uint64_t, 3> causes_{};
  std::uint64_t misrouted_ = 0;
  std::uint64_t leads_ = 0;
  std::uint64_t spam_ = 0;
  std::uint64_t duplicates_ = 0;
  Speed speed_;
};

/// The value below or at which `percent` of the sorted values lie. Requires: not empty.
[[nodiscard]] std::int64_t percentile(const std::vector<std::int64_t>& sorted, std::size_t percent);

}  // namespace prequal::lists
