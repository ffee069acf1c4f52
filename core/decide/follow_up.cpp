#include "decide/follow_up.h"

#include <algorithm>

#include "profile/facts.h"

namespace prequal::decide {

using profile::Fact;
using profile::kNoEntry;
using profile::kNoField;
using profile::Lane;
using profile::Status;

namespace {

// The next step of a lead that nothing holds up, by lane.
std::string_view lane_action(Lane lane) {
  switch (lane) {
    case Lane::sales: return "contact_with_discovery_questions";
    case Lane::discovery: return "schedule_discovery";
    case Lane::first_call: return "call_and_confirm_eligibility";
    case Lane::marketing: return "send_relevant_material";
    case Lane::nurture: return "nurture";
    case Lane::review: return "review_by_person";
    case Lane::redirect: return "redirect_with_care";
    case Lane::intake: return "book_appointment";
    case Lane::coordinator: return "coordinate_missing_pieces";
    case Lane::partner: return "hand_to_partner_team";
    case Lane::none: break;
  }
  return "assign_owner";
}

// Lanes whose next step reaches out to the lead.
bool is_contact(Lane lane) {
  return lane == Lane::sales || lane == Lane::discovery || lane == Lane::first_call || lane == Lane::marketing ||
         lane == Lane::intake;
}

// The next step where no channel is open: what would open one.
std::string_view opening_action(const ReachOut& reach_out) {
  const auto because = [&](std::string_view why) {
    return std::ranges::find(reach_out.blocked, why, &BlockedChannel::because) != reach_out.blocked.end();
  };
  if (because("no_consent")) return "obtain_consent";
  if (because("no_contact")) return "correct_contact";
  return "review_by_person";
}

// Days until which a step is due when no service level says so.
std::int64_t default_days(Status status) {
  switch (status) {
    case Status::active: return 1;
    case Status::needs_data:
    case Status::reroute:
    case Status::disqualified: return 2;
    case Status::spam: return 7;
    default: return 14;
  }
}

void add_once(std::vector<std::string_view>& list, std::string_view item) {
  if (std::ranges::find(list, item) == list.end()) list.push_back(item);
}

}  // namespace

std::string_view tier_name(Tier tier) {
  constexpr std::array<std::string_view, 3> kNames{"unqualified", "nurture", "sales_ready"};
  return kNames[static_cast<std::size_t>(tier)];
}

namespace {

// One lead's follow-up, filled in part by part.
class Finder {
 public:
  Finder(const profile::Profile& profile, const lead::Lead& lead, const Decider<1>& decider, std::size_t lane, Instant now)
      : profile_(profile), model_(profile.model()), lead_(lead), decider_(decider), lane_(lane), now_(now) {
    status_ = static_cast<Status>(decider.status().lane(lane));
    work_lane_ = static_cast<Lane>(decider.lane().lane(lane));
  }

  FollowUp find() {
    out_.reach_out = find_reach_out(profile_, lead_);
    find_service();
    find_reasons();
    find_owner();
    find_action();
    find_tier();
    find_nurture();
    find_confidence();
    find_dimensions();
    out_.screening = lead_.fact(Fact::consistency) == 2 ||
                     std::ranges::any_of(model_.contradictions, [&](const auto& entry) { return holds(entry.when); });
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::int64_t day_of(std::int64_t seconds) const {
    return floor_div(seconds + std::int64_t{now_.offset_minutes} * 60, kDay);
  }
  [[nodiscard]] bool holds(profile::ConditionId id) const { return decider_.evaluator().now(id).yes.lane(lane_); }

  // The last stage of a person's way: nothing is left to follow up.
  [[nodiscard]] bool finished() const {
    const std::size_t stage = decider_.stage().lane(lane_);
    return model_.path != profile::Path::b2b && stage > 0 && stage + 1 == model_.stages.size();
  }

  void find_service() {
    for (std::size_t i = 0; i < model_.service_levels.size(); ++i) {
      if (!holds(model_.service_levels[i].when)) continue;
      out_.service_level = static_cast<std::uint16_t>(i);
      out_.clock = run_clock(profile_, model_.service_levels[i], lead_, now_);
      return;
    }
  }

  void find_reasons() {
    for (std::size_t i = 0; i < model_.reasons.size(); ++i) {
      if (!decider_.reason(i).now.yes.lane(lane_)) continue;
      const profile::Reason& reason = model_.reasons[i];
      add_once(out_.actions, reason.recovery);
      if (reason.cause == profile::ReasonCause::ours) add_once(out_.ops, reason.code);
    }
    // Nobody is late towards a person who asked not to be contacted.
    const bool overdue = out_.clock.state == ClockState::breached || out_.clock.state == ClockState::late;
    if (overdue && !out_.reach_out.internal_only && !finished()) {
      add_once(out_.ops, "delayed_follow_up");
    }
  }

  void find_owner() {
    const std::uint32_t route = decider_.route().lane(lane_);
    const std::uint16_t team = route == 0 ? kNoEntry : model_.routes[route - 1].team;
    if (team != kNoEntry) out_.owner = model_.teams[team].owner.empty() ? model_.teams[team].id : model_.teams[team].owner;
    out_.unassigned = out_.owner.empty() && status_ == Status::active;
    if (out_.owner.empty()) out_.owner = "unassigned";
    const bool working = work_lane_ == Lane::sales || work_lane_ == Lane::discovery;
    out_.misrouted =
        team != kNoEntry && working && !lead_.assigned_team.empty() && lead_.assigned_team != model_.teams[team].id;
    if (out_.misrouted) add_once(out_.ops, "wrong_team_or_territory");
  }

  void find_action() {
    const std::uint16_t reason = decider_.main_reason(lane_);
    const std::int32_t booking = lead_.fact(Fact::booking);
    const auto is_booking = [&](std::string_view state) {
      return booking == static_cast<std::int32_t>(fact_code(Fact::booking, state));
    };
    switch (status_) {
      case Status::spam: out_.action = "confirm_spam_or_restore"; break;
      case Status::closed_lost:
      case Status::closed_won: out_.action = "keep_record"; break;
      case Status::disqualified: out_.action = "review_disqualification"; break;
      default:
        if (out_.reach_out.internal_only) {
          out_.action = "report_internally_only";
        } else if (finished()) {
          out_.action = "keep_record";
        } else if (out_.misrouted) {
          out_.action = "reroute_with_context";
        } else if (is_booking("abandoned")) {
          out_.action = "resume_booking";
        } else if (is_booking("missed")) {
          out_.action = "reschedule_with_confirmation";
        } else if (status_ != Status::active && reason != kNoEntry) {
          out_.action = model_.reasons[reason].recovery;
        } else if (status_ == Status::active && (is_booking("booked") || is_booking("rescheduled"))) {
          out_.action = "prepare_meeting";
        } else if (status_ == Status::active && work_lane_ == Lane::intake && is_booking("attended")) {
          out_.action = "record_outcome";
        } else {
          out_.action = lane_action(work_lane_);
          // Who may not be contacted is not: what opens a channel comes first.
          if (is_contact(work_lane_) && out_.reach_out.permitted.empty()) {
            out_.action = opening_action(out_.reach_out);
          }
        }
    }
    // A clock that was answered says nothing about the step after that.
    const bool running = out_.clock.state == ClockState::open || out_.clock.state == ClockState::breached;
    const bool ours =
        status_ != Status::active && reason != kNoEntry && model_.reasons[reason].cause == profile::ReasonCause::ours;
    out_.due = running && !out_.reach_out.internal_only ? out_.clock.due
                                                        : now_.seconds + (ours ? 1 : default_days(status_)) * kDay;
  }

  void find_tier() {
    const auto eligibility = static_cast<profile::Eligibility>(decider_.eligibility().lane(lane_));
    const bool low_fit = decider_.fit_band().lane(lane_) == 0;
    const bool low_intent = decider_.intent_band().lane(lane_) == 0;
    const bool high = decider_.band().lane(lane_) == 2;
    const std::int32_t negative = decider_.evaluator().category(profile::Category::negative).now.lane(lane_);
    const std::int32_t total = decider_.evaluator().total().now.lane(lane_);
    const bool low_low = low_fit && low_intent;
    out_.nurture_decision =
        (total == 0 && negative < 0) || (low_low && model_.policy.low_low == profile::LowLowPolicy::decide);
    const bool closed = status_ == Status::disqualified || status_ == Status::spam;
    if (closed || (low_low && model_.policy.low_low == profile::LowLowPolicy::unqualified &&
                   eligibility == profile::Eligibility::ineligible)) {
      out_.tier = Tier::unqualified;
    } else if (eligibility == profile::Eligibility::eligible && high && status_ == Status::active &&
               !out_.reach_out.internal_only) {
      out_.tier = Tier::sales_ready;
    }
  }

  void find_nurture() {
    const bool nurtured = work_lane_ == Lane::nurture || status_ == Status::nurture || status_ == Status::mql_no_timeline ||
                          status_ == Status::on_hold;
    if (!nurtured || out_.reach_out.internal_only) return;
    for (std::size_t i = 0; i < model_.nurture.size(); ++i) {
      const profile::NurtureTrack& track = model_.nurture[i];
      if (!holds(track.when)) continue;
      out_.nurture = static_cast<std::uint16_t>(i);
      // The wait began when the lead got its status, so a recheck comes due (R15-02) and is not put off by being looked at.
      const std::int64_t since = find_status_start(lead_);
      if (track.recheck_before != kNoField && lead::is_usable(lead_.answers[track.recheck_before].state)) {
        out_.recheck = lead_.answers[track.recheck_before].number - track.recheck_lead_days;
      } else if (track.recheck_days > 0) {
        out_.recheck = day_of(since != 0 ? since : now_.seconds) + track.recheck_days;
      }
      return;
    }
  }

  // The states that hold: what they say about attention, and about the day on which they change.
  void find_dimensions() {
    for (const profile::Dimension& dimension : model_.dimensions) {
      for (const profile::DimensionState& state : dimension.states) {
        if (!holds(state.selected)) continue;
        if (dimension.id == "urgency" && state.id == "high") out_.attention = state.when;
        if (state.recheck_on == kNoField || !lead::is_usable(lead_.answers[state.recheck_on].state)) continue;
        out_.rechecks.push_back({dimension.id, state.id, lead_.answers[state.recheck_on].number});
      }
    }
  }

  void find_confidence() {
    constexpr std::int32_t kDoubt = 25;
    constexpr std::int32_t kConfirmed = 10;
    std::int64_t all = 0;
    std::int64_t open = 0;
    for (const profile::PointsCategory& category : profile_.points()) {
      for (const profile::PointsGroup& group : category.groups) {
        for (const profile::PotentialLine& line : group.potential) {
          const std::int64_t weight = std::int64_t{line.high} - line.low;
          all += weight;
          const bool unknown = line.field != kNoField ? !lead::is_usable(lead_.answers[line.field].state)
                                                      : decider_.evaluator().open(group, line).lane(lane_);
          if (unknown) open += weight;
        }
      }
    }
    std::int32_t percent = all == 0 ? 100 : static_cast<std::int32_t>((all - open) * 100 / all);
    if (lead_.fact(Fact::consistency) == 2) percent -= kDoubt;
    if (lead_.fact(Fact::behavior) == 2) percent -= kDoubt;
    for (const profile::Checklist& list : model_.checklists) {
      if (list.id != "confirmation_call" || list.items.empty()) continue;
      if (std::ranges::all_of(list.items, [&](const profile::ChecklistItem& item) { return holds(item.when); })) {
        percent += kConfirmed;
      }
    }
    out_.confidence = std::clamp(percent, 0, 100);
  }

  const profile::Profile& profile_;
  const profile::Model& model_;
  const lead::Lead& lead_;
  const Decider<1>& decider_;
  std::size_t lane_;
  Instant now_;
  Status status_;
  Lane work_lane_;
  FollowUp out_;
};

}  // namespace

FollowUp find_follow_up(const profile::Profile& profile, const lead::Lead& lead, const Decider<1>& decider,
                        std::size_t lane, Instant now) {
  return Finder(profile, lead, decider, lane, now).find();
}

}  // namespace prequal::decide
