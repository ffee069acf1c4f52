// Stages, reasons, routes, questions, and what the data are checked against.
#include "base/text.h"
#include "base/time.h"
#include "profile/names.h"
#include "report/describer.h"

namespace prequal::report {

using profile::kNever;
using profile::kNoEntry;
using profile::kNoField;

void Describer::stages() {
  heading(Phrase::stages);
  paragraph(say(Phrase::stages_say));
  for (const profile::Stage& stage : model_.stages) {
    entry(text_for(language_, "stage", stage.id), stage.id,
          stage.clauses.empty() ? say(Phrase::first_stage) : std::string{});
    for (const profile::Clause& clause : stage.clauses) {
      detail(own_or(clause.plain, clause.id) + " (" + code(clause.id) + ")");
      out_.append("    - ")
          .append(say(Phrase::when))
          .append(": ")
          .append(conditions_.to_words(clause.when))
          .push_back('\n');
      if (!clause.asks.empty()) {
        out_.append("    - ").append(say(Phrase::asks)).append(": ").append(field_names(clause.asks)).push_back('\n');
      }
    }
  }
}

void Describer::reasons() {
  heading(Phrase::reasons);
  for (std::size_t i = 0; i < model_.reasons.size(); ++i) {
    const profile::Reason& reason = model_.reasons[i];
    if (reason.when == kNever && reason.disqualify_when == kNever) continue;
    line("**" + reason_name(static_cast<std::uint16_t>(i)) + "**");
    if (reason.when != kNever) detail(Phrase::when, conditions_.to_words(reason.when));
    detail(Phrase::reason_class, coded("class", profile::name_in(profile::reason_classes(), reason.reason_class)));
    if (reason.disqualify_when != kNever) detail(Phrase::permanent_when, conditions_.to_words(reason.disqualify_when));
    detail(text_for(language_, "cause", profile::name_in(profile::reason_causes(), reason.cause)));
    detail(Phrase::recovery, coded("action", reason.recovery));
  }
}

void Describer::routes() {
  if (!model_.teams.empty()) {
    heading(Phrase::teams);
    for (const profile::Team& team : model_.teams) {
      std::vector<std::string> more;
      if (!team.owner.empty()) more.push_back(say(Phrase::team_owner, team.owner));
      if (team.capacity >= 0) more.push_back(say(Phrase::team_capacity, team.capacity));
      entry(own(team.name), team.id, ConditionText::join(more));
    }
  }
  if (!model_.routes.empty()) {
    heading(Phrase::routes);
    paragraph(say(Phrase::first_counts));
    for (const profile::Route& route : model_.routes) {
      entry(own(route.plain), route.id);
      detail(Phrase::lane, coded("lane", profile::name_in(profile::lanes(), route.lane)));
      if (route.team != kNoEntry) detail(Phrase::team, own_or(model_.teams[route.team].name, model_.teams[route.team].id));
      when(route.when);
    }
  }
  if (!model_.service_levels.empty()) {
    heading(Phrase::service_levels);
    paragraph(say(Phrase::first_counts));
    for (const profile::ServiceLevel& level : model_.service_levels) {
      std::string time = say(Phrase::minutes, level.minutes);
      if (level.calendar != kNoEntry) time = say(Phrase::by_calendar, time, model_.calendars[level.calendar].id);
      entry(own(level.plain), level.id, time);
      when(level.when);
    }
  }
  if (model_.calendars.empty()) return;
  heading(Phrase::calendars);
  for (const profile::Calendar& entry : model_.calendars) calendar(entry);
}

void Describer::calendar(const profile::Calendar& calendar) {
  entry(calendar.id, {}, calendar.zone);
  const auto clock = [](std::int32_t minutes) {
    std::string out;
    for (const std::int32_t part : {minutes / 60, minutes % 60}) {
      if (!out.empty()) out.push_back(':');
      if (part < 10) out.push_back('0');
      append_number(out, part);
    }
    return out;
  };
  constexpr auto kDays = std::to_array<std::string_view>({"mon", "tue", "wed", "thu", "fri", "sat", "sun"});
  for (const profile::OpenHours& hours : calendar.hours) {
    std::vector<std::string_view> days;
    for (std::size_t day = 0; day < kDays.size(); ++day) {
      if ((hours.days >> day & 1U) != 0) days.push_back(kDays[day]);
    }
    detail(joined(days) + ": " + clock(hours.from) + "-" + clock(hours.to));
  }
  if (calendar.us_federal_holidays) detail(say(Phrase::federal_holidays));
  std::vector<std::string> closed;
  for (const std::int64_t day : calendar.holidays) append_date(closed.emplace_back(), day);
  if (!closed.empty()) detail(say(Phrase::closed_on, ConditionText::join(closed)));
}

void Describer::questions() {
  if (model_.questions.empty()) return;
  heading(Phrase::questions);
  for (const profile::Question& question : model_.questions) {
    entry(own(question.text), question.id);
    detail(Phrase::about, question.topic);
    if (question.field != kNoField) detail(Phrase::fills, conditions_.field_name(question.field));
    if (question.burden > 0) detail(say(Phrase::burden, std::int64_t{question.burden}));
    when(question.when);
  }
}

void Describer::data_checks() {
  const bool any = !model_.contradictions.empty() || model_.behavior.field != kNoField ||
                   model_.capacity.field != kNoField || !model_.ownership.empty() || model_.committee.field != kNoField;
  if (!any) return;
  heading(Phrase::checks);
  const auto value_of = [&](FieldId field, std::uint32_t value) {
    return std::string(conditions_.value_name(model_.fields[field].vocabulary, value));
  };
  for (const profile::Contradiction& check : model_.contradictions) {
    entry(own_or(check.plain, say(Phrase::contradiction, check.id)), check.id);
    detail(Phrase::when, conditions_.to_words(check.when));
    detail(Phrase::fields, field_names(check.fields));
  }
  if (model_.behavior.field != kNoField) {
    entry(say(Phrase::behavior, model_.behavior.minimum_visits), {}, conditions_.field_name(model_.behavior.field));
    for (const profile::BehaviorTopics& value : model_.behavior.values) {
      std::vector<std::string> topics;
      for (const std::uint16_t topic : value.topics) topics.push_back(code(model_.topics[topic]));
      detail(say(Phrase::goes_with, value_of(model_.behavior.field, value.code), ConditionText::join(topics)));
    }
  }
  if (model_.capacity.field != kNoField) {
    entry(say(Phrase::capacity), {}, conditions_.field_name(model_.capacity.field));
    for (const profile::Place& place : model_.capacity.places) {
      std::string open;
      append_number(open, place.open);
      if (!place.recheck_on.empty()) open = say(Phrase::look_again_date, open, place.recheck_on);
      detail(value_of(model_.capacity.field, place.code) + ": " + open);
    }
  }
  if (!model_.ownership.empty()) entry(say(Phrase::ownership), {});
  for (const profile::OwnershipSlot& slot : model_.ownership) {
    detail(std::string(slot.slot).append(": ").append(conditions_.field_name(slot.field)));
  }
  if (model_.committee.field != kNoField) {
    entry(say(Phrase::committee), {}, conditions_.field_name(model_.committee.field));
    for (const profile::CommitteeRole& role : model_.committee.roles) {
      detail(say(Phrase::goes_with, value_of(model_.committee.field, role.code), role.slot));
    }
  }
}

}  // namespace prequal::report
