// Verdict document: what people did with the lead, what they may do, and whether it is time to look again.
#include "decide/review.h"
#include "profile/names.h"
#include "report/problem_text.h"
#include "report/verdict_writer.h"

namespace prequal::report {
namespace {

// Acts by which a named person takes a decision about the lead.
bool is_decision(const lead::HistoryEntry& entry) {
  return !entry.by.empty() && decide::is_review_act(entry.action) && entry.action != "tracking_checked";
}

decide::ReviewAction to_action(const lead::HistoryEntry& act) {
  return {.action = act.action,
          .by = act.by,
          .reason = act.reason,
          .to = act.to,
          .until = act.until,
          .resume_when = act.resume_when,
          .note = act.note,
          .at = {},
          .page = act.page,
          .claim = act.claim};
}

}  // namespace

// Everything here is a recommendation until a named person has decided (R10-15, R11-14).
void VerdictWriter::write_final_decision() {
  const lead::HistoryEntry* made = nullptr;
  for (const lead::HistoryEntry& entry : lead_.history) {
    if (is_decision(entry)) made = &entry;
  }
  json_.field("decision", "recommendation").field("final_decision_by", "human").flag("provisional", made == nullptr);
  json_.key("final_decision").begin_object().field("state", made == nullptr ? "pending" : "made");
  if (made != nullptr) write_act(*made);
  json_.end_object();
}

// Codes, names and times; the reviewer's own words stay in the record that the team keeps.
void VerdictWriter::write_act(const lead::HistoryEntry& act) {
  json_.field("action", act.action);
  write_moment("at", act.seconds);
  const auto text = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) json_.field(name, value);
  };
  text("by", act.by);
  text("reason", act.reason);
  text("to", act.to);
  text("until", act.until);
  text("resume_when", act.resume_when);
  text("page", act.page);
}

void VerdictWriter::write_history() {
  json_.key("history").begin_array();
  for (const lead::HistoryEntry& entry : lead_.history) {
    json_.begin_object();
    write_act(entry);
    json_.end_object();
  }
  json_.end_array();
}

// What each act that a reviewer asks about would do, or why it is not possible.
void VerdictWriter::write_review() {
  if (lead_.proposals.empty()) return;
  json_.key("review").begin_array();
  for (const lead::HistoryEntry& act : lead_.proposals) {
    const decide::ReviewResult result = decide::review(profile_, lead_, decider_, kLane, to_action(act));
    json_.begin_object().field("action", act.action).flag("allowed", result.allowed());
    json_.key("problems").begin_array();
    for (const Problem& problem : result.problems.list()) write_problem(json_, problem);
    json_.end_array();
    if (result.allowed()) {
      json_.field("stage", result.stage).field("record", result.record);
      json_.key("counts").begin_object().flag("sales_rejection", result.rejection);
      json_.flag("disqualification", result.disqualification).flag("loss", result.loss);
      json_.flag("ops_error", result.ops_error).end_object();
      write_entry(act);
    }
    json_.end_object();
  }
  json_.end_array();
}

// The line to add to the lead's history, with what the decision was based on (R14-39).
void VerdictWriter::write_entry(const lead::HistoryEntry& act) {
  json_.key("entry").begin_object();
  write_act(act);
  std::string profile(model_.id);
  json_.field("profile", profile.append("@").append(model_.version));
  json_.field("stage", model_.stages[decider_.stage().lane(kLane)].id);
  json_.field("status", profile::statuses()[decider_.status().lane(kLane)]);
  json_.field("band", profile::levels()[decider_.band().lane(kLane)]);
  json_.field("total", decider_.evaluator().total().now.lane(kLane));
  if (act.reason == "scoring_model_mismatch") write_contributions("points");
  json_.end_object();
}

void VerdictWriter::write_recheck() {
  const Recheck recheck = find_recheck(qualifier_, follow_up());
  json_.key("recheck").begin_object();
  json_.field("state", recheck.due ? "recheck_due" : recheck.aside ? "planned" : "none");
  if (recheck.aside) {
    write_moment("since", recheck.since);
    write_texts("triggers", recheck.triggers);
    write_standing("before", recheck.before);
    write_standing("now", recheck.now);
  }
  json_.end_object();
}

void VerdictWriter::write_standing(std::string_view name, const Standing& standing) {
  json_.key(name).begin_object().field("fit", standing.fit).field("intent", standing.intent);
  json_.field("total", standing.total).field("band", profile::levels()[standing.band]);
  json_.field("stage", model_.stages[standing.stage].id).field("status", profile::statuses()[standing.status]);
  json_.end_object();
}

}  // namespace prequal::report
