#include "decide/review.h"

#include <algorithm>
#include <array>

#include "base/json_writer.h"
#include "profile/facts.h"
#include "profile/names.h"

namespace prequal::decide {

using profile::Eligibility;
using profile::Fact;
using profile::Path;

namespace {

constexpr auto kActions = std::to_array<std::string_view>({"accept", "refuse", "qualify", "start_sales_process", "nurture",
                                                           "hold", "resume", "disqualify", "close_lost", "close_won",
                                                           "reopen", "reroute", "not_spam", "tracking_checked"});

// Labels that sound like a status and say nothing that can be checked (R10-12).
constexpr std::string_view kStandardLabels =
    "inquiry, MQL, SAL, SQL, opportunity, nurture, on hold, disqualified, closed lost, closed won";

class Reviewer {
 public:
  Reviewer(const profile::Profile& profile, const lead::Lead& lead, const Decider<1>& decider, std::size_t lane,
           const ReviewAction& act)
      : model_(profile.model()), lead_(lead), decider_(decider), lane_(lane), act_(act) {}

  ReviewResult run() {
    stage_ = decider_.stage().lane(lane_);
    out_.stage = model_.stages[stage_].id;
    record_ = fact_value(Fact::record, static_cast<std::uint32_t>(lead_.fact(Fact::record)));
    if (record_.empty()) record_ = "open";
    out_.record = record_;
    if (!is_review_act(act_.action)) {
      refuse(Code::review_undefined, act_.action, kStandardLabels);
      return std::move(out_);
    }
    check_reason();
    const bool b2b = model_.path == Path::b2b;
    if (act_.action == "accept") {
      if (b2b) need(at_least("mql"), "only a qualified lead can be accepted");
      if (act_.to.empty()) refuse(Code::review_owner, act_.action, {});
      if (has_stage("sal") && stage_ < stage_index("sal")) out_.stage = "sal";
      out_.record = "open";
    } else if (act_.action == "refuse") {
      require_reason();
      check_grounds();
      out_.rejection = !is_ours();
      out_.ops_error = is_ours();
      out_.record = "open";
    } else if (act_.action == "qualify") {
      check_qualify();
    } else if (act_.action == "start_sales_process") {
      need(at_least("sql"), "a sales process starts from SQL");
      const bool documented = clause_met("opportunity", "documented_need");
      if (!documented) refuse(Code::review_need_undocumented, act_.action, {});
      out_.stage = "opportunity";
    } else if (act_.action == "nurture") {
      require_reason();
      if (act_.until.empty() && act_.resume_when.empty()) refuse(Code::review_no_recheck, act_.action, {});
      out_.record = "nurture";
    } else if (act_.action == "hold") {
      require_reason();
      if (act_.resume_when.empty() && act_.until.empty()) refuse(Code::review_no_recheck, act_.action, {});
      out_.record = "on_hold";
    } else if (act_.action == "disqualify") {
      check_disqualify();
    } else if (act_.action == "close_lost" || act_.action == "close_won") {
      const bool process = lead_.fact(Fact::sales_process) == 1 || out_.stage == "opportunity";
      need(process, "only an active sales process can be closed; before it a lead is disqualified");
      if (act_.action == "close_lost") require_reason();
      out_.record = act_.action == "close_lost" ? "closed_lost" : "closed_won";
      out_.loss = act_.action == "close_lost";
      out_.ops_error = out_.loss && is_ours();
    } else if (act_.action == "reroute") {
      const bool known = std::ranges::find(model_.teams, act_.to, &profile::Team::id) != model_.teams.end();
      if (!known) refuse(Code::review_team, act_.to, {});
      out_.ops_error = true;
    } else if (act_.action == "tracking_checked") {
      need(lead_.fact(Fact::behavior) == 2, "no mismatch waits for a check of the tracking");
    } else {  // resume, reopen, not_spam
      if (act_.action == "reopen") require_reason_or_note();
      out_.record = "open";
    }
    return std::move(out_);
  }

 private:
  void refuse(Code code, std::string_view subject, std::string_view detail) {
    out_.problems.add({.code = code, .subject = std::string(subject), .detail = std::string(detail)});
  }
  void need(bool holds, std::string_view why) {
    if (!holds) refuse(Code::review_illegal, act_.action, why);
  }
  [[nodiscard]] std::size_t stage_index(std::string_view id) const {
    const auto found = std::ranges::find(model_.stages, id, &profile::Stage::id);
    return static_cast<std::size_t>(found - model_.stages.begin());
  }
  [[nodiscard]] bool has_stage(std::string_view id) const { return stage_index(id) < model_.stages.size(); }
  [[nodiscard]] bool at_least(std::string_view id) const { return has_stage(id) && stage_ >= stage_index(id); }
  [[nodiscard]] bool clause_met(std::string_view stage, std::string_view clause) const {
    for (const profile::Stage& entry : model_.stages) {
      if (entry.id != stage) continue;
      for (const profile::Clause& c : entry.clauses) {
        if (c.id == clause) return decider_.evaluator().now(c.when).yes.lane(lane_);
      }
    }
    return true;
  }
  [[nodiscard]] const profile::Reason* find_reason() const {
    const std::string_view code = act_.reason.substr(0, act_.reason.find(':'));
    const auto found = std::ranges::find(model_.reasons, code, &profile::Reason::code);
    return found == model_.reasons.end() ? nullptr : &*found;
  }
  [[nodiscard]] bool is_ours() const {
    const profile::Reason* reason = find_reason();
    return reason != nullptr && reason->cause == profile::ReasonCause::ours;
  }
  void check_reason() {
    if (!act_.reason.empty() && find_reason() == nullptr) refuse(Code::review_uncoded, act_.reason, {});
  }
  // Words alone are no reason: nobody can count them (R14-01).
  void require_reason() {
    if (!act_.reason.empty()) return;
    if (act_.note.empty()) {
      refuse(Code::review_reason, act_.action, {});
    } else {
      refuse(Code::review_uncoded, "note", {});
    }
  }
  void require_reason_or_note() {
    if (act_.reason.empty() && act_.note.empty()) refuse(Code::review_reason, act_.action, {});
  }

  void check_qualify() {
    need(at_least("mql"), "a lead becomes MQL first");
    if (has_stage("sal") && lead_.fact(Fact::accepted) != 1) {
      refuse(Code::review_illegal, act_.action, "sales accepts the lead first (SAL)");
    }
    for (const profile::Stage& stage : model_.stages) {
      if (stage.id != "sql") continue;
      for (const profile::Clause& clause : stage.clauses) {
        if (!decider_.evaluator().now(clause.when).yes.lane(lane_)) refuse(Code::review_clause, clause.id, {});
      }
    }
    out_.stage = "sql";
  }

  void check_disqualify() {
    require_reason();
    const bool spam = act_.reason == "spam_or_test";
    // Only a named person ends a lead, except for spam (R19-10).
    if (act_.by.empty() && !spam) refuse(Code::review_reviewer, act_.action, {});
    const auto eligibility = static_cast<Eligibility>(decider_.eligibility().lane(lane_));
    if (act_.by.empty() && eligibility == Eligibility::undetermined && !spam) {
      refuse(Code::review_strict, act_.action, {});
    }
    need(lead_.fact(Fact::sales_process) != 1 && out_.stage != "opportunity",
         "a lead in a sales process is closed and not disqualified");
    if (!spam) check_grounds();
    out_.record = "disqualified";
    const bool counts = !is_ours() && act_.reason != "duplicate" && !spam;
    out_.rejection = counts;
    out_.disqualification = counts;
    out_.ops_error = is_ours();
  }

  // What must be looked at before anybody turns a lead away.
  void check_grounds() {
    if (lead_.fact(Fact::behavior) == 2 && act_.reason == "interest_behavior_mismatch" && !tracking_checked()) {
      refuse(Code::review_tracking, act_.action, {});
    }
    if (act_.reason == "promise_delivery_gap" && (act_.page.empty() || act_.claim.empty())) {
      refuse(Code::review_claim, act_.action, {});
    }
    for (const profile::Checklist& list : model_.checklists) {
      if (list.id != "first_call") continue;
      for (const profile::ChecklistItem& item : list.items) {
        if (decider_.evaluator().now(item.when).yes.lane(lane_)) continue;
        refuse(Code::review_checkpoint, item.id, {});
      }
    }
  }

  [[nodiscard]] bool tracking_checked() const {
    return std::ranges::any_of(lead_.history, [](const lead::HistoryEntry& e) { return e.action == "tracking_checked"; });
  }

  const profile::Model& model_;
  const lead::Lead& lead_;
  const Decider<1>& decider_;
  std::size_t lane_;
  const ReviewAction& act_;
  std::size_t stage_ = 0;
  std::string_view record_;
  ReviewResult out_;
};

}  // namespace

bool is_review_act(std::string_view action) {
  return std::ranges::find(kActions, action) != kActions.end();
}

ReviewResult review(const profile::Profile& profile, const lead::Lead& lead, const Decider<1>& decider, std::size_t lane,
                    const ReviewAction& act) {
  return Reviewer(profile, lead, decider, lane, act).run();
}

void append_history_entry(std::string& out, const ReviewAction& act) {
  JsonWriter json(out);
  std::string at;
  append_rfc3339(at, act.at);
  json.begin_object().field("action", act.action).field("at", at);
  const auto text = [&](std::string_view key, std::string_view value) {
    if (!value.empty()) json.field(key, value);
  };
  text("by", act.by);
  text("reason", act.reason);
  text("to", act.to);
  text("until", act.until);
  text("resume_when", act.resume_when);
  text("note", act.note);
  text("page", act.page);
  text("claim", act.claim);
  json.end_object();
}

}  // namespace prequal::decide
