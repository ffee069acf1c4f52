#include "lists/course.h"

#include <algorithm>
#include <array>

#include "base/sort.h"
#include "profile/facts.h"

namespace prequal::lists {
namespace {

using profile::Fact;

constexpr auto kNames = std::to_array<std::string_view>({
#define PREQUAL_OUTCOME(name) #name,
#include "lists/outcome_codes.def"
#undef PREQUAL_OUTCOME
});

bool fact_is(const lead::Lead& lead, Fact fact, std::string_view value) {
  return lead.fact(fact) == static_cast<std::int32_t>(fact_code(fact, value));
}

bool holds(const report::Qualifier& qualifier, std::string_view code) {
  const auto& reasons = qualifier.program().profile.model().reasons;
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    if (reasons[i].code == code && qualifier.decider().reason(i).now.yes.lane(kLane)) return true;
  }
  return false;
}

void read_outcomes(const lead::RawLead& raw, const profile::Model& model, Course& out) {
  for (const lead::RawEvent& event : raw.events) {
    if (event.kind != lead::EventKind::outcome) continue;
    const auto code = std::ranges::find(kNames, event.type);
    const auto target = std::ranges::find(model.outcomes, event.type);
    if (code != kNames.end())
      out.recorded |= static_cast<std::uint16_t>(1U << static_cast<unsigned>(code - kNames.begin()));
    if (target != model.outcomes.end()) {
      out.converted = true;
      if (code == kNames.end()) out.targets.push_back(static_cast<std::uint8_t>(target - model.outcomes.begin()));
    }
    if (code == kNames.end() && target == model.outcomes.end()) ++out.unknown_outcomes;
  }
  sort(out.targets);
  out.targets.erase(std::ranges::unique(out.targets).begin(), out.targets.end());
}

std::uint16_t find_reason(const profile::Model& model, std::string_view code) {
  const auto found = std::ranges::find(model.reasons, code, &profile::Reason::code);
  return found == model.reasons.end() ? profile::kNoEntry : static_cast<std::uint16_t>(found - model.reasons.begin());
}

void reject(const profile::Model& model, std::uint16_t reason, Course& out) {
  out.rejection = {.made = true, .reason = reason};
  if (reason == profile::kNoEntry) return;
  out.rejection.cause = model.reasons[reason].cause == profile::ReasonCause::ours ? Cause::ours : Cause::lead;
}

// What reviewers decided, oldest first: a later acceptance takes a rejection back.
void read_decisions(const lead::Lead& lead, const profile::Model& model, Course& out) {
  for (const lead::HistoryEntry& entry : lead.history) {
    if (entry.action == "refuse" || entry.action == "disqualify") {
      reject(model, find_reason(model, entry.reason), out);
    } else if (entry.action == "accept" || entry.action == "reopen" || entry.action == "resume" ||
               entry.action == "qualify") {
      out.rejection = {};
    } else if (entry.action == "reroute") {
      out.misrouted = true;
    }
  }
}

bool has_minimum(const lead::Lead& lead, const profile::Model& model) {
  return std::ranges::all_of(model.minimum, [&](const profile::CompletenessItem& item) {
    return item.optional || std::ranges::any_of(item.any_of, [&](profile::FieldId field) {
             return lead::is_usable(lead.answers[field].state);
           });
  });
}

bool is_answer(profile::TouchType type) {
  using profile::TouchType;
  return type == TouchType::outbound_call || type == TouchType::outbound_email || type == TouchType::outbound_text ||
         type == TouchType::conversation || type == TouchType::discovery_call;
}

std::int64_t minutes_to_answer(const lead::Lead& lead) {
  if (lead.submitted == 0) return Course::kUntimed;
  std::int64_t first = INT64_MAX;
  const auto add = [&](std::int64_t seconds) {
    if (seconds >= lead.submitted) first = std::min(first, seconds);
  };
  for (const lead::Attempt& attempt : lead.attempts) add(attempt.seconds);
  for (const lead::Touch& touch : lead.touches) {
    if (touch.has_time && is_answer(touch.type)) add(touch.seconds);
  }
  return first == INT64_MAX ? Course::kNever : (first - lead.submitted) / 60;
}

}  // namespace

std::string_view outcome_name(OutcomeCode code) {
  return kNames[static_cast<std::size_t>(code)];
}

Course find_course(const lead::RawLead& raw, const report::Qualifier& qualifier) {
  Course out;
  const lead::Lead& lead = qualifier.lead();
  const auto& decider = qualifier.decider();
  const profile::Model& model = qualifier.program().profile.model();
  out.spam = decider.status().lane(kLane) == static_cast<std::uint32_t>(profile::Status::spam);
  out.duplicate = holds(qualifier, "duplicate");
  const auto eligibility = static_cast<profile::Eligibility>(decider.eligibility().lane(kLane));
  out.complete = has_minimum(lead, model);
  out.eligible = eligibility == profile::Eligibility::eligible;
  out.ineligible = eligibility == profile::Eligibility::ineligible;
  out.qualified = decider.stage().lane(kLane) > 0;
  read_outcomes(raw, model, out);
  out.won = out.has(OutcomeCode::closed_won) || fact_is(lead, Fact::record, "closed_won");
  out.lost = !out.won && (out.has(OutcomeCode::closed_lost) || fact_is(lead, Fact::record, "closed_lost"));
  const bool reached = lead.fact(Fact::attempts_connected) > 0;
  out.contacted = reached || out.has(OutcomeCode::contacted) || out.has(OutcomeCode::meeting) ||
                  out.has(OutcomeCode::completed_intake) || out.won || out.lost;
  out.booked = out.has(OutcomeCode::booked) || fact_is(lead, Fact::booking, "booked") ||
               fact_is(lead, Fact::booking, "attended") || fact_is(lead, Fact::booking, "missed") ||
               fact_is(lead, Fact::booking, "rescheduled");
  out.missed = lead.fact(Fact::meetings_missed) > 0 || fact_is(lead, Fact::booking, "missed");
  out.meeting_due = out.missed || fact_is(lead, Fact::booking, "attended") || out.has(OutcomeCode::meeting) ||
                    out.has(OutcomeCode::completed_intake);
  out.converted |= out.won;
  out.accepted = fact_is(lead, Fact::accepted, "yes");
  out.refused = fact_is(lead, Fact::accepted, "no");
  if (out.has(OutcomeCode::declined_eligibility)) reject(model, find_reason(model, "eligibility_criteria_unmet"), out);
  if (!out.rejection.made && fact_is(lead, Fact::record, "disqualified")) reject(model, decider.main_reason(kLane), out);
  read_decisions(lead, model, out);
  out.minutes_to_answer = minutes_to_answer(lead);
  return out;
}

}  // namespace prequal::lists
