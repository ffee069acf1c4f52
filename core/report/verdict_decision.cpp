// Verdict document: stage, status, reasons, route and what follows.
#include <algorithm>

#include "decide/follow_up.h"
#include "profile/facts.h"
#include "profile/names.h"
#include "report/verdict_writer.h"

namespace prequal::report {

using profile::FieldId;
using profile::kNoEntry;

namespace {}  // namespace

void VerdictWriter::write_stage() {
  const std::size_t stage = decider_.stage().lane(kLane);
  std::vector<std::string_view> names;
  for (const profile::Stage& entry : model_.stages) names.push_back(entry.id);
  json_.key("stage").begin_object().field("value", names[stage]).key("reach");
  write_reach(decider_.stage().reach(kLane), names);
  json_.key("clauses").begin_array();
  for (const profile::Stage& entry : model_.stages) {
    for (const profile::Clause& clause : entry.clauses) {
      json_.begin_object().field("stage", entry.id).field("id", clause.id).field("state", truth_name(clause.when));
      json_.key("asks").begin_array();
      for (const FieldId field : clause.asks) {
        if (!lead::is_usable(lead_.answers[field].state)) json_.string(model_.fields[field].id);
      }
      json_.end_array().end_object();
    }
  }
  json_.end_array().end_object();
}

void VerdictWriter::write_status() {
  json_.key("status").begin_object().field("value", profile::statuses()[decider_.status().lane(kLane)]).key("reach");
  write_reach(decider_.status().reach(kLane), profile::statuses());
  const std::uint16_t reason = decider_.main_reason(kLane);
  json_.key("reason");
  reason == kNoEntry ? json_.null() : json_.string(model_.reasons[reason].code);
  json_.end_object();
}

void VerdictWriter::write_reasons() {
  json_.key("reasons").begin_array();
  for (std::size_t i = 0; i < model_.reasons.size(); ++i) {
    if (!decider_.reason(i).now.yes.lane(kLane)) continue;
    const profile::Reason& reason = model_.reasons[i];
    json_.begin_object().field("code", reason.code);
    if (!reason.sub.empty()) json_.field("sub", reason.sub);
    json_.field("family", reason.family);
    json_.field("class", profile::name_in(profile::reason_classes(), decider_.reason_class(i, kLane)));
    json_.field("cause", profile::name_in(profile::reason_causes(), reason.cause)).field("recovery", reason.recovery);
    write_grounds(decider_.evaluator().now(reason.when).yes.lane(kLane) ? reason.when : reason.disqualify_when, "because");
    write_ranges(reason.when);
    json_.end_object();
  }
  json_.end_array();
}

void VerdictWriter::write_route() {
  json_.key("route").begin_object().field("lane", profile::lanes()[decider_.lane().lane(kLane)]);
  const std::uint32_t route = decider_.route().lane(kLane);
  json_.key("id");
  route == 0 ? json_.null() : json_.string(model_.routes[route - 1].id);
  const std::uint16_t team = route == 0 ? kNoEntry : model_.routes[route - 1].team;
  json_.key("team");
  team == kNoEntry ? json_.null() : json_.string(model_.teams[team].id);
  json_.key("owner");
  team == kNoEntry || model_.teams[team].owner.empty() ? json_.null() : json_.string(model_.teams[team].owner);
  json_.key("reach").begin_array();
  const std::uint64_t reach = decider_.route().reach(kLane);
  for (std::size_t i = 0; i < model_.routes.size(); ++i) {
    if ((reach >> (i + 1) & 1U) != 0) json_.string(model_.routes[i].id);
  }
  if ((reach & 1U) != 0) json_.null();
  json_.end_array();
  json_.key("service_level");
  if (follow_up().service_level == kNoEntry) {
    json_.null();
  } else {
    const profile::ServiceLevel& level = model_.service_levels[follow_up().service_level];
    const decide::ServiceClock& clock = follow_up().clock;
    json_.begin_object().field("id", level.id).field("within_minutes", level.minutes);
    json_.field("state", decide::clock_state_name(clock.state));
    write_moment("started_at", clock.started);
    write_moment("due_at", clock.due);
    write_moment("answered_at", clock.answered);
    json_.end_object();
  }
  json_.flag("unassigned", follow_up().unassigned).flag("misrouted", follow_up().misrouted).end_object();
}

// What a machine may begin with; people decide about everything else (R11-14).
std::string_view VerdictWriter::auto_step() {
  const decide::ReachOut& reach = follow_up().reach_out;
  if (reach.internal_only) return "report_internally";
  const bool by_email = std::ranges::find(reach.permitted, "email") != reach.permitted.end();
  return by_email ? "send_confirmation" : "queue_for_person";
}

void VerdictWriter::write_moment(std::string_view name, std::int64_t seconds) {
  if (seconds == 0) return;
  std::string time;
  append_rfc3339(time, {seconds, qualifier_.now().offset_minutes});
  json_.field(name, time);
}

void VerdictWriter::write_texts(std::string_view name, const std::vector<std::string_view>& texts) {
  json_.key(name).begin_array();
  for (const std::string_view text : texts) json_.string(text);
  json_.end_array();
}

// What to do next, by whom, by when, through which channel (R10-11, R11-03, R11-13).
void VerdictWriter::write_follow_up() {
  json_.key("next_step").begin_object().field("action", follow_up().action).field("owner", follow_up().owner);
  write_moment("due_at", follow_up().due);
  write_texts("actions", follow_up().actions);
  json_.field("auto_step", auto_step());
  json_.end_object();
  const decide::ReachOut& reach = follow_up().reach_out;
  json_.key("outreach").begin_object().key("channel");
  reach.channel.empty() ? json_.null() : json_.string(reach.channel);
  if (!reach.window.empty()) json_.field("window", reach.window);
  write_texts("permitted", reach.permitted);
  json_.key("blocked").begin_array();
  for (const decide::BlockedChannel& blocked : reach.blocked) {
    json_.begin_object().field("channel", blocked.channel).field("because", blocked.because).end_object();
  }
  json_.end_array().flag("preferred_blocked", reach.preferred_blocked).flag("internal_only", reach.internal_only);
  json_.end_object();
  json_.field("tier", decide::tier_name(follow_up().tier)).flag("nurture_decision", follow_up().nurture_decision);
  json_.field("attention", follow_up().attention == profile::kNever ? "normal" : "human_now");
  if (follow_up().attention != profile::kNever) write_grounds(follow_up().attention, "attention_because");
  json_.field("confidence", follow_up().confidence).flag("screening_required", follow_up().screening);
  std::vector<std::string_view> ops = follow_up().ops;
  if (handoff().returned) ops.emplace_back("handoff_incomplete");
  write_texts("ops", ops);
  json_.key("nurture");
  if (follow_up().nurture == kNoEntry) {
    json_.null();
    return;
  }
  const profile::NurtureTrack& track = model_.nurture[follow_up().nurture];
  json_.begin_object().field("track", track.id);
  if (track.list_by != profile::kNoField && lead::is_usable(lead_.answers[track.list_by].state)) {
    std::string list(track.id);
    const std::uint32_t code = lead_.answers[track.list_by].code;
    json_.field("list", list.append(":").append(profile_.vocabulary(track.list_by).values[code - 1].id));
  }
  write_texts("topics", track.topics);
  if (follow_up().recheck != 0) {
    std::string date;
    append_date(date, follow_up().recheck);
    json_.field("recheck", date);
  }
  write_texts("recheck_on", track.recheck_on);
  if (!track.exit.empty()) json_.field("exit", track.exit);
  json_.end_object();
}

// The five steps of a form's way through the engine (R11-09).
void VerdictWriter::write_trace() {
  const auto step = [&](std::string_view name, std::string_view result, std::string_view because) {
    json_.begin_object().field("step", name).field("result", result);
    if (!because.empty()) json_.field("because", because);
    json_.end_object();
  };
  std::string_view clause;
  const std::size_t stage = decider_.stage().lane(kLane);
  if (stage + 1 < model_.stages.size()) {
    for (const profile::Clause& entry : model_.stages[stage + 1].clauses) {
      if (clause.empty() && truth_name(entry.when) != "met") clause = entry.id;
    }
  }
  const bool doubtful = std::ranges::any_of(
      lead_.notes, [](const lead::Note& note) { return lead::finding_level(note.finding) == lead::FindingLevel::error; });
  const decide::ReachOut& reach = follow_up().reach_out;
  const auto blocked = std::ranges::find(reach.blocked, "email", &decide::BlockedChannel::channel);
  const auto lane = static_cast<profile::Lane>(decider_.lane().lane(kLane));
  const bool sales = lane == profile::Lane::sales || lane == profile::Lane::discovery ||
                     lane == profile::Lane::first_call || lane == profile::Lane::intake;
  json_.key("trace").begin_array();
  step("validate", doubtful ? "problems" : "ok", {});
  step("assign_stage", model_.stages[stage].id, stage == 0 ? clause : std::string_view{});
  step("confirmation", blocked == reach.blocked.end() ? "allowed" : "skipped",
       blocked == reach.blocked.end() ? std::string_view{} : blocked->because);
  step("hand_over", sales ? "yes" : "no", sales ? profile::lanes()[decider_.lane().lane(kLane)] : clause);
  step("nurture", sales ? "no" : "yes", sales ? std::string_view{} : profile::lanes()[decider_.lane().lane(kLane)]);
  json_.end_array();
}

void VerdictWriter::write_checklists() {
  json_.key("checklists").begin_array();
  for (const profile::Checklist& list : model_.checklists) {
    if (!decider_.evaluator().now(list.when).yes.lane(kLane)) continue;
    json_.begin_object().field("id", list.id).key("items").begin_array();
    for (const profile::ChecklistItem& item : list.items) {
      json_.begin_object().field("id", item.id).field("state", truth_name(item.when)).end_object();
    }
    const auto open = std::ranges::count_if(list.items, [&](const profile::ChecklistItem& item) {
      return !decider_.evaluator().now(item.when).yes.lane(kLane);
    });
    json_.end_array().field("open", std::int64_t{open}).end_object();
  }
  json_.end_array();
}

void VerdictWriter::write_dimensions() {
  json_.key("dimensions").begin_object();
  for (const profile::Dimension& dimension : model_.dimensions) {
    std::string_view value;
    for (const profile::DimensionState& state : dimension.states) {
      if (decider_.evaluator().now(state.selected).yes.lane(kLane)) value = state.id;
    }
    if (value.empty() && !dimension.otherwise.empty() &&
        decider_.evaluator().now(dimension.otherwise_selected).yes.lane(kLane)) {
      value = dimension.otherwise;
    }
    json_.field(dimension.id, value.empty() ? std::string_view("unknown") : value);
  }
  json_.end_object();
}

}  // namespace prequal::report
