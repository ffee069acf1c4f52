// Floor: profile. Reads a document into a model and its conditions, section by section. Every problem is reported; reading
// goes on after each of them, so that an author sees all at once.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "profile/condition.h"
#include "profile/facts.h"
#include "profile/model.h"
#include "profile/reader.h"
#include "quality/area.h"

namespace prequal::profile {

class ProfileReader {
 public:
  ProfileReader(const Document& document, Problems& problems) : context_{document, problems} {}

  /// Reads everything. The model is usable only when no error was reported.
  void read();

  Model model;
  Conditions conditions;

 private:
  // read_basics.cpp
  void read_identity(ObjectReader& root);
  void read_vocabularies(ObjectReader& root);
  void read_lists(ObjectReader& root);
  void read_completeness(ObjectReader& root);
  void read_completeness_list(ObjectReader& reader, std::string_view key, std::vector<CompletenessItem>& out);

  // read_areas.cpp
  void read_areas(ObjectReader& root);
  void read_area_parts(ObjectReader& reader, Area& area);
  void read_area_sites(ObjectReader& outer, Area& area, std::vector<quality::Circle>& circles);
  [[nodiscard]] std::optional<quality::Point> read_site_place(ObjectReader& reader, AreaSite& site);
  [[nodiscard]] ConditionId read_area_test(ObjectReader& reader, FieldId field);

  // read_fields.cpp
  void read_fields(ObjectReader& root);
  void read_field_shell(NodeIndex node, Field& field);
  void read_field_rest(NodeIndex node, Field& field);
  [[nodiscard]] Vocabulary read_vocabulary_values(NodeIndex list, std::string_view id);
  [[nodiscard]] std::uint32_t find_vocabulary(NodeIndex node, std::string_view id);
  [[nodiscard]] std::uint32_t yes_no_vocabulary();

  // read_conditions.cpp
  [[nodiscard]] ConditionId read_condition(NodeIndex node, Phase latest);
  [[nodiscard]] ConditionId read_when(ObjectReader& reader, std::string_view key, Phase latest, ConditionId otherwise);
  [[nodiscard]] ConditionId read_group(NodeIndex node, std::string_view key, Phase latest);
  [[nodiscard]] ConditionId read_count(NodeIndex node, Phase latest);
  [[nodiscard]] ConditionId read_touch(ObjectReader& reader);
  [[nodiscard]] ConditionId read_dimension_test(ObjectReader& reader);
  [[nodiscard]] ConditionId read_outcome_test(ObjectReader& reader, NodeIndex node, Phase latest);
  [[nodiscard]] ConditionId checked_phase(ConditionId id, NodeIndex node, std::string_view subject, Phase latest);

  // read_tests.cpp
  [[nodiscard]] ConditionId read_field_test(ObjectReader& reader);
  [[nodiscard]] ConditionId read_fact_test(ObjectReader& reader);
  [[nodiscard]] ConditionId read_code_test(ObjectReader& reader, Source source, std::uint32_t vocabulary, bool provisional);
  [[nodiscard]] ConditionId read_set_test(ObjectReader& reader, FieldId field);
  [[nodiscard]] ConditionId read_number_test(ObjectReader& reader, Source source, bool timed);
  [[nodiscard]] ConditionId read_time_test(ObjectReader& reader, FieldId field);
  [[nodiscard]] ConditionId read_mentions(ObjectReader& reader, FieldId field);
  [[nodiscard]] ConditionId read_state_test(ObjectReader& reader, FieldId field);
  [[nodiscard]] std::vector<std::uint32_t> read_codes(NodeIndex node, Source source, std::uint32_t vocabulary);
  void append_code(NodeIndex node, Source source, std::uint32_t vocabulary, std::vector<std::uint32_t>& out);
  [[nodiscard]] ConditionId leaf(Condition condition, std::vector<std::uint32_t> operands, bool as_set);
  [[nodiscard]] ConditionId unreadable(const ObjectReader& reader, std::string_view subject, std::string_view type);

  // read_criteria.cpp
  void read_definitions(ObjectReader& root);
  void read_dimensions(ObjectReader& root);
  void read_criteria(ObjectReader& root, std::string_view key, std::vector<Criterion>& out);
  void read_hard_stops(ObjectReader& root);

  // read_scoring.cpp
  void read_recency(ObjectReader& root);
  void read_groups(ObjectReader& root);
  void read_rules(ObjectReader& root);
  void read_rule(NodeIndex node, Rule& rule);
  void read_grades(NodeIndex list, NumberRange range, Rule& rule);
  void read_signal(NodeIndex node, Rule& rule);
  void read_scoring(ObjectReader& root);
  [[nodiscard]] Thresholds read_thresholds(ObjectReader& reader, std::string_view key);
  void read_matrix(NodeIndex node);
  void check_points();

  // read_decisions.cpp
  void read_reason_codes(ObjectReader& root);
  [[nodiscard]] bool can_be_known(Fact fact) const;
  [[nodiscard]] bool is_off(std::string_view code) const;
  void add_standard_conditions();
  void read_reason_conditions(ObjectReader& root);
  void read_stages(ObjectReader& root);
  void read_clauses(ObjectReader& reader, Stage& stage, Phase latest);
  void read_teams(ObjectReader& root);
  void read_routes(ObjectReader& root);
  void read_service_levels(ObjectReader& root);
  void read_questions(ObjectReader& root);
  [[nodiscard]] std::uint16_t find_reason(NodeIndex node, std::string_view code);
  [[nodiscard]] std::uint16_t read_reason_reference(ObjectReader& reader, std::string_view key);

  // read_data_checks.cpp
  void read_contradictions(ObjectReader& root);
  void read_behavior(ObjectReader& root);
  void read_capacity(ObjectReader& root);
  void read_ownership(ObjectReader& root);
  void read_committee(ObjectReader& root);
  [[nodiscard]] std::uint32_t read_vocabulary_code(ObjectReader& reader, std::string_view key, FieldId field);
  [[nodiscard]] FieldId read_field_reference(ObjectReader& reader, std::string_view key);
  [[nodiscard]] std::string_view read_date(ObjectReader& reader, std::string_view key);

  // read_outreach.cpp
  void read_outreach(ObjectReader& root);
  void read_calendars(ObjectReader& root);
  void read_privacy(ObjectReader& root);

  // read_followup.cpp
  void read_nurture(ObjectReader& root);
  void read_checklists(ObjectReader& root);
  void read_handoff(ObjectReader& root);
  void read_what_next(ObjectReader& root);
  void read_services(ObjectReader& root);
  void read_form(ObjectReader& root);
  void read_policy(ObjectReader& root);
  void read_alerts(ObjectReader& root);

  // read_sheets.cpp
  void read_sheets(ObjectReader& root);
  void read_sheet(ObjectReader& root, std::string_view key, const std::vector<std::string_view>& headings,
                  std::vector<SheetEntry>& out);
  void check_complete(ObjectReader& root);

  [[nodiscard]] FieldId find_field(NodeIndex node, std::string_view id);
  [[nodiscard]] std::vector<FieldId> read_field_list(ObjectReader& reader, std::string_view key);
  [[nodiscard]] std::uint16_t topic(std::string_view name);
  [[nodiscard]] std::uint32_t phrase(std::string_view text);

  ReadContext context_;
  std::uint16_t next_signal_ = 0;
  std::vector<NodeIndex> field_nodes_;
  std::vector<NodeIndex> reason_nodes_;  // entries of "reasons", read twice: codes first, conditions last
};

}  // namespace prequal::profile
