#include "lists/audit.h"

#include <algorithm>

#include "base/sort.h"
#include "base/text.h"
#include "base/time.h"
#include "decide/follow_up.h"
#include "lists/rule_points.h"
#include "lists/summary.h"
#include "profile/facts.h"
#include "profile/protected_traits.h"
#include "profile/reader.h"

namespace prequal::lists {

using profile::Fact;
using profile::FieldId;
using profile::kNoEntry;
using profile::kNoField;

namespace {

bool has_values(const profile::Field& field) {
  return field.vocabulary != profile::kNoVocabulary;
}

// The codes of a known choice: one, or those of a multiple choice.
std::vector<std::uint32_t> codes_of(const lead::Lead& lead, FieldId field) {
  const lead::Answer& answer = lead.answers[field];
  if (!lead::is_usable(answer.state)) return {};
  if (answer.code_count > 0) {
    const auto first = lead.codes.begin() + answer.first_code;
    return {first, first + answer.code_count};
  }
  if (answer.code == 0) return {};
  return {answer.code};
}

std::string_view value_name(const profile::Profile& profile, FieldId field, std::uint32_t code) {
  if (field == kNoField) return fact_value(Fact::source, code);
  return profile.vocabulary(field).values[code - 1].id;
}

// A place in the order of a drawing: the same for the same seed and lead, without pattern otherwise (FNV-1a, then the
// finalizer of SplitMix64).
std::uint64_t draw(std::uint64_t seed, std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U ^ seed;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001B3U;
  }
  hash ^= hash >> 30U;
  hash *= 0xBF58476D1CE4E5B9U;
  hash ^= hash >> 27U;
  hash *= 0x94D049BB133111EBU;
  return hash ^ (hash >> 31U);
}

std::string_view without_sub(std::string_view code) {
  return code.substr(0, code.find(':'));
}

std::uint16_t find_coded(const profile::Model& model, std::string_view code) {
  const auto found = std::ranges::find(model.reasons, without_sub(code), &profile::Reason::code);
  return found == model.reasons.end() ? kNoEntry : static_cast<std::uint16_t>(found - model.reasons.begin());
}

template <typename Entry>
bool names_one(const std::vector<Entry>& entries, std::string_view id) {
  return std::ranges::find(entries, id, &Entry::id) != entries.end();
}

// Feedback says a code of the profile; words of one's own cannot be counted.
bool is_coded(const profile::Model& model, std::string_view code) {
  return find_coded(model, code) != kNoEntry || names_one(model.must_haves, code) || names_one(model.nice_to_haves, code) ||
         names_one(model.hard_stops, code) || names_one(model.rules, code) || names_one(model.fields, code) ||
         names_one(model.dimensions, code);
}

// Did it go well? By the outcome or act that the feedback stands with.
bool went_well(const profile::Model& model, std::string_view type) {
  constexpr auto kGood = std::to_array<std::string_view>(
      {"contacted", "booked", "completed_intake", "meeting", "consult_booked", "closed_won", "close_won", "accept"});
  return std::ranges::find(kGood, type) != kGood.end() || std::ranges::find(model.outcomes, type) != model.outcomes.end();
}

}  // namespace

std::expected<std::vector<FieldId>, Problem> find_group_fields(const profile::Profile& profile, std::string_view names) {
  std::vector<FieldId> out;
  while (!names.empty()) {
    const std::size_t comma = names.find(',');
    const std::string_view name = names.substr(0, comma);
    names = comma == std::string_view::npos ? std::string_view() : names.substr(comma + 1);
    const FieldId field = profile.find_field(name);
    if (field == kNoField) {
      std::vector<std::string_view> known;
      for (const profile::Field& one : profile.model().fields) {
        if (has_values(one)) known.push_back(one.id);
      }
      return std::unexpected(
          Problem{.code = Code::unknown_field, .subject = std::string(name), .detail = profile::suggest(name, known)});
    }
    if (!has_values(profile.model().fields[field])) {
      return std::unexpected(
          Problem{.code = Code::engine_argument, .subject = std::string(name), .detail = "a field with a list of values"});
    }
    out.push_back(field);
  }
  return out;
}

Audit::Audit(const profile::Profile& profile, AuditOptions options)
    : profile_(profile), options_(std::move(options)), failed_(profile.model().stages.size()) {
  const profile::Model& model = profile.model();
  for (std::size_t i = 0; i < model.fields.size(); ++i) {
    const auto field = static_cast<FieldId>(i);
    const bool wanted = std::ranges::find(options_.groups, field) != options_.groups.end();
    const bool watched = profile::is_protected_trait(model.fields[i]) || profile::is_trait_proxy(model.fields[i]);
    if (!has_values(model.fields[i]) || !(wanted || watched)) continue;
    comparisons_.push_back({.field = field, .groups = {}});
    for (const profile::VocabularyValue& value : profile.vocabulary(field).values) {
      GroupOutcome group;
      group.value = value.id;
      group.points.resize(model.rules.size());
      group.failed.resize(model.must_haves.size());
      group.stopped.resize(model.hard_stops.size());
      comparisons_.back().groups.push_back(std::move(group));
    }
  }
}

void Audit::on_lead(std::size_t lead, const lead::RawLead& raw, const report::Qualifier& qualifier) {
  const Course course = find_course(raw, qualifier);
  if (!course.valid()) return;
  ++leads_;
  won_ += course.won ? 1U : 0U;
  if (const auto day = parse_date(profile_.model().agreement.review_on)) {
    const Instant now = qualifier.now();
    review_due_ |= now.seconds + std::int64_t{now.offset_minutes} * 60 >= *day * kDay;
  }
  count_failure(course, qualifier);
  count_traits(course, qualifier);
  count_feedback(raw, qualifier.lead());
  count_groups(course, qualifier);
  find_sample(lead, course, qualifier);
  find_missed(lead, course, qualifier);
}

// The stage of a lead that failed is where it stands by its data; a loss or a refusal takes no stage away.
void Audit::count_failure(const Course& course, const report::Qualifier& qualifier) {
  const std::size_t stage = qualifier.decider().stage().lane(kLane);
  if (stage == 0 || course.converted || !(course.lost || course.rejection.made)) return;
  ++failed_[stage];
  const profile::Model& model = profile_.model();
  std::uint16_t reason = course.rejection.reason;
  // The newest act that ended it says why.
  for (const lead::HistoryEntry& entry : qualifier.lead().history) {
    if (entry.action == "close_lost" || entry.action == "refuse" || entry.action == "disqualify") {
      reason = find_coded(model, entry.reason);
    }
  }
  ++causes_[{stage, reason}];
}

void Audit::count_traits(const Course& course, const report::Qualifier& qualifier) {
  const lead::Lead& lead = qualifier.lead();
  const bool moved = course.converted || course.accepted;
  const auto status = static_cast<profile::Status>(qualifier.decider().status().lane(kLane));
  const bool stalled = course.lost || course.rejection.made || course.has(OutcomeCode::no_response) ||
                       status == profile::Status::nurture || status == profile::Status::on_hold;
  if (!moved && !stalled) return;  // still open: says nothing yet
  const profile::Model& model = profile_.model();
  for (std::size_t i = 0; i < model.fields.size(); ++i) {
    const profile::Field& field = model.fields[i];
    // Health detail is nobody's trait, and what must not be scored is compared for fairness only.
    if (!has_values(field) || field.sensitive || profile::is_protected_trait(field)) continue;
    for (const std::uint32_t code : codes_of(lead, static_cast<FieldId>(i))) {
      moved_[{static_cast<FieldId>(i), code}].add(moved);
    }
  }
  const auto source = static_cast<std::uint32_t>(lead.fact(Fact::source));
  if (source != 0) moved_[{kNoField, source}].add(moved);
}

void Audit::count_feedback(const lead::RawLead& raw, const lead::Lead& lead) {
  const profile::Model& model = profile_.model();
  const auto count = [&](std::string_view type, std::string_view code) {
    if (code.empty()) return;
    if (!is_coded(model, code)) {
      ++uncoded_;
      return;
    }
    FeedbackCount& entry = feedback_[std::string(code)];
    ++(went_well(model, type) ? entry.helped : entry.hindered);
  };
  for (const lead::RawEvent& event : raw.events) {
    if (event.kind == lead::EventKind::outcome) count(event.type, event.reason);
  }
  for (const lead::HistoryEntry& entry : lead.history) count(entry.action, entry.reason);
}

void Audit::count_groups(const Course& course, const report::Qualifier& qualifier) {
  const profile::Model& model = profile_.model();
  const auto& decider = qualifier.decider();
  if (comparisons_.empty()) return;
  const bool ready =
      decide::find_follow_up(profile_, qualifier.lead(), decider, kLane, qualifier.now()).tier == decide::Tier::sales_ready;
  for (GroupComparison& comparison : comparisons_) {
    for (const std::uint32_t code : codes_of(qualifier.lead(), comparison.field)) {
      GroupOutcome& group = comparison.groups[code - 1];
      ++group.leads;
      group.contacted.add(course.contacted);
      group.qualified.add(course.qualified);
      group.sales_ready.add(ready);
      for (std::size_t i = 0; i < model.rules.size(); ++i) group.points[i] += points_of(model.rules[i], qualifier);
      for (std::size_t i = 0; i < model.must_haves.size(); ++i) {
        group.failed[i] += decider.evaluator().now(model.must_haves[i].when).no.lane(kLane) ? 1U : 0U;
      }
      for (std::size_t i = 0; i < model.hard_stops.size(); ++i) {
        group.stopped[i] += decider.evaluator().now(model.hard_stops[i].when).yes.lane(kLane) ? 1U : 0U;
      }
    }
    if (leads_ > 1) continue;
    for (const profile::Rule& rule : model.rules) {
      comparison.scored |= std::ranges::any_of(rule.grades, [&](const profile::Grade& grade) {
        return std::ranges::binary_search(qualifier.program().support.fields(grade.when), comparison.field);
      });
    }
  }
}

void Audit::find_sample(std::size_t lead, const Course& course, const report::Qualifier& qualifier) {
  if (course.converted || !course.eligible) return;
  const auto& decider = qualifier.decider();
  const bool ready =
      decide::find_follow_up(profile_, qualifier.lead(), decider, kLane, qualifier.now()).tier == decide::Tier::sales_ready;
  // A lead that was lost has no active status any more; it was ready by its band.
  if (!ready && !(course.lost && decider.band().lane(kLane) == static_cast<std::uint32_t>(profile::Level::high))) return;
  Candidate candidate;
  AuditSample& sample = candidate.sample;
  sample.lead = lead;
  sample.id = qualifier.lead().id;
  for (const profile::Rule& rule : profile_.model().rules) {
    if (points_of(rule, qualifier) != 0) continue;
    if (rule.category == profile::Category::fit) sample.without_fit.push_back(rule.id);
    if (rule.category == profile::Category::intent) sample.without_intent.push_back(rule.id);
  }
  std::string name = sample.id;
  if (name.empty()) {
    name = "#";
    append_number(name, static_cast<std::int64_t>(lead));
  }
  candidate.draw = draw(options_.seed, name);
  candidates_.push_back(std::move(candidate));
}

void Audit::find_missed(std::size_t lead, const Course& course, const report::Qualifier& qualifier) {
  if (!course.won) return;
  MissedSql out{.lead = lead, .id = std::string(qualifier.lead().id), .turned_away = {}, .reason = {}};
  for (const lead::HistoryEntry& entry : qualifier.lead().history) {
    if (entry.action != "nurture" && entry.action != "disqualify" && entry.action != "refuse") continue;
    out.turned_away = entry.action;
    out.reason = find_coded(profile_.model(), entry.reason) == kNoEntry ? std::string() : std::string(entry.reason);
  }
  if (out.turned_away.empty() && course.ineligible) {
    out.turned_away = "by_verdict";
    for (std::size_t i = 0; i < profile_.model().reasons.size() && out.reason.empty(); ++i) {
      if (qualifier.decider().reason(i).now.yes.lane(kLane)) out.reason = reason_name(profile_.model().reasons[i]);
    }
  }
  if (!out.turned_away.empty()) missed_.push_back(std::move(out));
}

void Audit::finish() {
  const profile::Alerts& alerts = profile_.model().alerts;
  for (const auto& [key, count] : causes_) {
    const auto& [stage, reason] = key;
    const Share share{count, failed_[stage]};
    const bool flagged = reason != kNoEntry && share.of >= static_cast<std::uint64_t>(alerts.minimum_leads) &&
                         share.count * 100 >= share.of * static_cast<std::uint64_t>(alerts.criterion_percent);
    criteria_.push_back({stage, reason, share, flagged});
  }
  sort_by(criteria_, [](const CriterionReview& a, const CriterionReview& b) {
    return a.stage != b.stage ? a.stage > b.stage : a.share.count > b.share.count;
  });
  for (const auto& [key, share] : moved_) {
    traits_.push_back({key.first, value_name(profile_, key.first, key.second), share});
  }
  sort_by_key(candidates_, &Candidate::draw);
  const auto most = std::min(candidates_.size(), static_cast<std::size_t>(alerts.audit_sample));
  for (std::size_t i = 0; i < most; ++i) sample_.push_back(candidates_[i].sample);
  sort_by_key(sample_, &AuditSample::lead);
}

}  // namespace prequal::lists
