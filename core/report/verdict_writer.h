// Floor: report. The verdict document of one lead: codes and numbers, no sentences, nothing that a person typed into a free
// text. Its shape is published in docs/verdict.schema.json.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_writer.h"
#include "decide/follow_up.h"
#include "report/contributions.h"
#include "report/handoff.h"
#include "report/qualifier.h"
#include "report/recheck.h"

namespace prequal::report {

class VerdictWriter {
 public:
  VerdictWriter(Qualifier& qualifier, std::string& out);
  /// The whole document.
  void write(const VerdictOptions& options);
  /// An object with the members of one part; without any when the options leave it out.
  void write_alone(VerdictPart part, const VerdictOptions& options);

 private:
  void write_part(VerdictPart part, const VerdictOptions& options);
  // Worked out when the first part that shows something of it is written.
  [[nodiscard]] const decide::FollowUp& follow_up();
  [[nodiscard]] const HandoffCheck& handoff();
  void write_identity();
  void write_final_decision();
  void write_header();
  void write_scores();
  void write_score(std::string_view name, const evaluate::Score<1>& score, std::int32_t most,
                   const decide::Choice<1>* band);
  void write_eligibility();
  void write_factors();
  void write_contributions(std::string_view name);
  void write_potential();
  void write_stage();
  void write_status();
  void write_reasons();
  void write_route();
  void write_follow_up();
  void write_recheck();
  void write_standing(std::string_view name, const Standing& standing);
  void write_history();
  void write_review();
  void write_act(const lead::HistoryEntry& act);
  void write_entry(const lead::HistoryEntry& act);
  void write_trace();
  void write_checklists();
  void write_moment(std::string_view name, std::int64_t seconds);
  void write_texts(std::string_view name, const std::vector<std::string_view>& texts);
  void write_dimensions();
  void write_facts();
  void write_situation();
  void write_committee();
  void write_coverage();
  [[nodiscard]] const profile::Condition* find_set_test(profile::ConditionId id, profile::FieldId field) const;
  void write_alternatives();
  void write_booking();
  void write_data();
  void write_findings();
  void write_details();
  void write_conflicts();
  void write_disagreements();
  void write_reference();
  void write_choices(profile::FieldId field);
  void write_completeness();
  void write_completeness_list(std::string_view name, const std::vector<profile::CompletenessItem>& items);
  void write_missing();
  void write_handoff();
  void write_questions(bool calls);
  void write_discovery();
  void write_changes();
  void write_hypothesis(const guide::Hypothesis& answer);

  void write_reach(std::uint64_t reach, const std::vector<std::string_view>& names);
  void write_because(profile::ConditionId id);
  void write_grounds(profile::ConditionId id, std::string_view key);
  void find_grounds(profile::ConditionId id, bool wanted, std::vector<profile::Source>& out) const;
  void write_fact_value(profile::Fact fact);
  void write_ranges(profile::ConditionId id);
  void find_ranges(profile::ConditionId id, std::vector<profile::ConditionId>& out) const;
  void write_field_value(profile::FieldId field);
  [[nodiscard]] std::string_view auto_step();
  [[nodiscard]] std::string_view truth_name(profile::ConditionId id) const;

  Qualifier& qualifier_;
  const profile::Profile& profile_;
  const profile::Model& model_;
  const lead::Lead& lead_;  // finished before a part that shows more than the decision saw
  const decide::Decider<1>& decider_;
  std::vector<Contribution> contributions_;
  std::optional<decide::FollowUp> follow_up_;
  std::optional<HandoffCheck> handoff_;
  JsonWriter json_;
};

}  // namespace prequal::report
