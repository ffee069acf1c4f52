#include "profile/page_cut.h"

namespace prequal::profile {

void keep_for_page(Model& model) {
  model.name = {};
  model.summary = {};
  model.outcomes.clear();
  model.scope.clear();
  model.ideal_buyer.clear();
  model.agreement = {};
  model.changes.clear();
  model.definitions.clear();
  model.dimensions.clear();
  model.nice_to_haves.clear();
  model.ownership.clear();
  model.committee = {};
  model.nurture.clear();
  model.checklists.clear();
  model.handoff = {};
  model.services.clear();
  model.form_steps.clear();
  model.context.clear();
  // What an area was worked out to stays; how it was described does not.
  for (Area& area : model.areas) {
    area.plain = {};
    area.states.clear();
    area.zip_prefixes.clear();
    area.zip_codes.clear();
    area.sites.clear();
  }
  for (Field& field : model.fields) {
    field.hint = {};
    field.crm = {};
    field.import.clear();
  }
  for (HardStop& stop : model.hard_stops) {
    stop.exit = {};
    stop.recheck_on.clear();
  }
  for (Rule& rule : model.rules) {
    rule.plain = {};
    rule.evidence = {};
    for (Grade& grade : rule.grades) grade.plain = {};
  }
  for (Stage& stage : model.stages) {
    for (Clause& clause : stage.clauses) clause.plain = {};
  }
  for (Reason& reason : model.reasons) reason.recheck = {};
  for (Team& team : model.teams) team.name = {};
  for (Route& route : model.routes) route.plain = {};
  for (ServiceLevel& level : model.service_levels) level.plain = {};
  for (Question& question : model.questions) {
    question.text = {};
    question.topic = {};
  }
  for (Contradiction& contradiction : model.contradictions) contradiction.plain = {};
  for (Notice& notice : model.privacy.red_flags) notice.text = {};
}

}  // namespace prequal::profile
