// Floor: lists. What a team looks at when it reviews its model: where qualified leads fail, what leads that move have in
// common, good leads that came to nothing, leads turned away that bought after all, coded feedback, and gaps between groups
// of people. Reports only: nothing here changes how a lead is judged.
#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lists/course.h"
#include "lists/share.h"
#include "lists/visitor.h"

namespace prequal::lists {

struct AuditOptions {
  std::uint64_t seed = 0;                ///< of the sample; the same seed and leads give the same sample
  std::vector<profile::FieldId> groups;  ///< fields to compare people by, besides those that must not be scored
};

/// Fields by their ids, separated by commas; a problem when one is not there or has no list of values.
[[nodiscard]] std::expected<std::vector<profile::FieldId>, Problem> find_group_fields(const profile::Profile& profile,
                                                                                      std::string_view names);

/// Qualified leads that failed for one reason, of all that failed on their stage (R18-05).
struct CriterionReview {
  std::size_t stage = 0;
  std::uint16_t reason = profile::kNoEntry;
  Share share;
  bool flagged = false;  ///< large and frequent enough, by Model::alerts
};

/// How often leads with one answer moved on, of those that moved on or stalled (R18-06).
struct TraitRate {
  profile::FieldId field = profile::kNoField;  ///< kNoField: the source
  std::string_view value;
  Share moved;
};

/// A sales-ready lead without a result, drawn for a look: which rules gave it nothing (R18-07).
struct AuditSample {
  std::size_t lead = 0;
  std::string id;
  std::vector<std::string_view> without_fit;     ///< fit rules
  std::vector<std::string_view> without_intent;  ///< intent rules
};

/// A lead that was turned away or nurtured and bought after all (R18-08).
struct MissedSql {
  std::size_t lead = 0;
  std::string id;
  std::string_view turned_away;  ///< nurture, disqualify or refuse, or by_verdict
  std::string reason;
};

/// What people of sales and intake said helped or hindered, by code (R18-09).
struct FeedbackCount {
  std::uint64_t helped = 0;
  std::uint64_t hindered = 0;
};

/// One group of people, and how its leads came out (R19-08).
struct GroupOutcome {
  std::string_view value;
  std::uint64_t leads = 0;
  Share contacted;
  Share qualified;
  Share sales_ready;
  std::vector<std::int64_t> points;    ///< sum of each rule
  std::vector<std::uint64_t> failed;   ///< leads for which each must-have is not met
  std::vector<std::uint64_t> stopped;  ///< leads that each hard stop stops
};
struct GroupComparison {
  profile::FieldId field = profile::kNoField;
  bool scored = false;  ///< a rule reads the field, which it should not
  std::vector<GroupOutcome> groups;
};

/// Add every lead, finish(), then read or write. Spam and duplicates count in nothing.
class Audit final : public LeadVisitor {
 public:
  Audit(const profile::Profile& profile, AuditOptions options);

  void on_lead(std::size_t lead, const lead::RawLead& raw, const report::Qualifier& qualifier) override;
  void finish();

  [[nodiscard]] const std::vector<CriterionReview>& criteria() const { return criteria_; }
  [[nodiscard]] const std::vector<TraitRate>& traits() const { return traits_; }
  [[nodiscard]] const std::vector<AuditSample>& sample() const { return sample_; }
  [[nodiscard]] const std::vector<MissedSql>& missed() const { return missed_; }
  [[nodiscard]] const std::map<std::string, FeedbackCount, std::less<>>& feedback() const { return feedback_; }
  [[nodiscard]] const std::vector<GroupComparison>& comparisons() const { return comparisons_; }
  [[nodiscard]] std::uint64_t leads() const { return leads_; }
  [[nodiscard]] std::uint64_t won() const { return won_; }
  /// Sales-ready leads without a result, of which sample() was drawn.
  [[nodiscard]] std::uint64_t without_result() const { return candidates_.size(); }
  [[nodiscard]] std::uint64_t uncoded_feedback() const { return uncoded_; }
  [[nodiscard]] const profile::Profile& profile() const { return profile_; }
  /// The agreed day of review is past, by the time as of which the leads were qualified (R18-11).
  [[nodiscard]] bool review_due() const { return review_due_; }

  /// Appends everything as one JSON object (docs/metrics.md). Leads are named by their position and id.
  void write(std::string& out) const;

 private:
  class Writer;
  struct Candidate {
    std::uint64_t draw = 0;
    AuditSample sample;
  };

  void count_failure(const Course& course, const report::Qualifier& qualifier);
  void count_traits(const Course& course, const report::Qualifier& qualifier);
  void count_feedback(const lead::RawLead& raw, const lead::Lead& lead);
  void count_groups(const Course& course, const report::Qualifier& qualifier);
  void find_sample(std::size_t lead, const Course& course, const report::Qualifier& qualifier);
  void find_missed(std::size_t lead, const Course& course, const report::Qualifier& qualifier);

  const profile::Profile& profile_;
  AuditOptions options_;
  std::vector<std::uint64_t> failed_;                                      // of each stage
  std::map<std::pair<std::size_t, std::uint16_t>, std::uint64_t> causes_;  // stage, reason
  std::map<std::pair<profile::FieldId, std::uint32_t>, Share> moved_;      // field (kNoField: source), code
  std::vector<Candidate> candidates_;
  std::vector<CriterionReview> criteria_;
  std::vector<TraitRate> traits_;
  std::vector<AuditSample> sample_;
  std::vector<MissedSql> missed_;
  std::map<std::string, FeedbackCount, std::less<>> feedback_;
  std::uint64_t uncoded_ = 0;
  std::vector<GroupComparison> comparisons_;
  std::uint64_t leads_ = 0;
  std::uint64_t won_ = 0;
  bool review_due_ = false;
};

}  // namespace prequal::lists
