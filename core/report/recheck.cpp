#include "report/recheck.h"

#include <algorithm>
#include <array>

#include "decide/review.h"
#include "profile/facts.h"

namespace prequal::report {

using profile::Fact;
using profile::Status;
using profile::TouchType;

namespace {

bool is_aside(std::uint32_t status) {
  switch (static_cast<Status>(status)) {
    case Status::mql_no_timeline:
    case Status::nurture:
    case Status::on_hold:
    case Status::disqualified: return true;
    default: return false;
  }
}

// Acts by which somebody asks for something, as against looking around.
bool is_request(TouchType type) {
  constexpr auto kRequests =
      std::to_array<TouchType>({TouchType::demo_request, TouchType::pricing_request, TouchType::quote_request,
                                TouchType::consultation_request, TouchType::appointment_request,
                                TouchType::information_request, TouchType::form_submission, TouchType::inbound_call});
  return std::ranges::find(kRequests, type) != kRequests.end();
}

Standing standing_of(const decide::Decider<1>& decider) {
  const auto& evaluator = decider.evaluator();
  return {.fit = evaluator.category(profile::Category::fit).now.lane(kLane),
          .intent = evaluator.category(profile::Category::intent).now.lane(kLane),
          .total = evaluator.total().now.lane(kLane),
          .band = decider.band().lane(kLane),
          .stage = decider.stage().lane(kLane),
          .status = decider.status().lane(kLane)};
}

// The newest act that put the lead aside, or nothing.
const lead::HistoryEntry* find_put_aside(const lead::Lead& lead) {
  constexpr auto kActs = std::to_array<std::string_view>({"nurture", "hold", "disqualify"});
  const lead::HistoryEntry* out = nullptr;
  for (const lead::HistoryEntry& entry : lead.history) {
    if (std::ranges::find(kActs, entry.action) != kActs.end()) out = &entry;
  }
  return out;
}

// A reason that the engine cannot see by itself never goes by itself.
bool can_be_seen(const profile::Reason& reason) {
  return reason.when != profile::kNever || reason.disqualify_when != profile::kNever;
}

}  // namespace

Recheck find_recheck(Qualifier& qualifier, const decide::FollowUp& follow_up) {
  const lead::Lead& lead = qualifier.lead();
  const profile::Model& model = qualifier.program().profile.model();
  const decide::Decider<1>& decider = qualifier.decider();
  Recheck out;
  out.now = standing_of(decider);
  out.before = out.now;
  out.since = decide::find_status_start(lead);
  bool asked = false;
  bool acted = false;
  for (const lead::Touch& touch : lead.touches) {
    if (out.since == 0 || !touch.has_time || touch.seconds <= out.since || !profile::touch_is_inbound(touch.type)) continue;
    acted = true;
    asked |= is_request(touch.type);
  }
  if (acted) out.before = standing_of(qualifier.decide_without_touches_after(out.since));
  const std::string_view record = fact_value(Fact::record, static_cast<std::uint32_t>(lead.fact(Fact::record)));
  const bool put_aside = record == "nurture" || record == "on_hold" || record == "disqualified";
  out.aside = put_aside || is_aside(out.before.status);
  if (!out.aside) return out;

  const auto add = [&](std::string_view trigger) {
    if (std::ranges::find(out.triggers, trigger) == out.triggers.end()) out.triggers.push_back(trigger);
  };
  const profile::NurtureTrack* track = follow_up.nurture == profile::kNoEntry ? nullptr : &model.nurture[follow_up.nurture];
  const auto wanted = [&](std::string_view event) {
    return track == nullptr || track->recheck_on.empty() ||
           std::ranges::find(track->recheck_on, event) != track->recheck_on.end();
  };
  if (asked && wanted("new_request")) add("new_request");
  if (out.now.intent > out.before.intent && wanted("engagement_rises")) add("engagement_rises");
  const lead::HistoryEntry* act = put_aside ? find_put_aside(lead) : nullptr;
  const Instant now = qualifier.now();
  const std::int64_t seconds = now.seconds + std::int64_t{now.offset_minutes} * 60;
  // What a person set counts, else the track's date.
  const bool by_person = act != nullptr && !(act->until.empty() && act->resume_when.empty());
  if (by_person) {
    const auto until = parse_date(act->until);
    if (until && *until * kDay <= seconds) add("date_reached");
  } else if (follow_up.recheck != 0 && follow_up.recheck * kDay <= seconds) {
    add("date_reached");
  }
  if (act != nullptr && !act->reason.empty()) {
    const std::string_view code = act->reason.substr(0, act->reason.find(':'));
    bool holds = false;
    bool seen = false;
    std::string_view event;
    for (std::size_t i = 0; i < model.reasons.size(); ++i) {
      const profile::Reason& reason = model.reasons[i];
      if (reason.code != code) continue;
      seen |= can_be_seen(reason);
      holds |= decider.reason(i).now.yes.lane(kLane);
      event = reason.recheck;
    }
    if (seen && !holds) add(event);
  }
  // What our side noted since: an approval that came, an offer that changed.
  for (const lead::HistoryEntry& entry : lead.history) {
    const bool expected =
        (act != nullptr && entry.action == act->resume_when) || (track != nullptr && wanted(entry.action));
    if (entry.seconds > out.since && !decide::is_review_act(entry.action) && expected) add(entry.action);
  }
  out.due = !out.triggers.empty();
  return out;
}

}  // namespace prequal::report
