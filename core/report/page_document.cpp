#include "report/page_document.h"

#include <algorithm>

#include "base/json_writer.h"
#include "base/version.h"
#include "guide/missing.h"
#include "lead/raw_lead.h"
#include "profile/facts.h"
#include "profile/names.h"

namespace prequal::report {

using profile::Fact;
using profile::FieldId;

namespace {

class PageVerdict {
 public:
  PageVerdict(std::string& out, Qualifier& qualifier)
      : qualifier_(qualifier),
        profile_(qualifier.program().profile),
        model_(profile_.model()),
        lead_(qualifier.lead()),
        decider_(qualifier.decider()),
        json_(out) {}

  void write() {
    json_.begin_object().flag("settled", decider_.settled().lane(0));
    json_.key("scores").begin_object().key("total").begin_object();
    json_.field("value", decider_.evaluator().total().now.lane(0)).end_object().end_object();
    json_.key("band").begin_object().field("value", profile::levels()[decider_.band().lane(0)]).end_object();
    write_eligibility();
    write_reasons();
    write_service_level();
    json_.key("facts").begin_object();
    write_outreach();
    json_.end_object();
    if (lead_.fact(Fact::capacity) == 2) write_capacity();
    notices("red_flags", model_.privacy.red_flags);
    notices("what_next", model_.what_next);
    write_findings();
    write_minimum();
    fields("missing", guide::find_missing(profile_, qualifier_.program().support, lead_, decider_, 0));
    write_questions();
    json_.end_object();
  }

 private:
  [[nodiscard]] bool holds(profile::ConditionId id) const { return decider_.evaluator().now(id).yes.lane(0); }

  void fields(std::string_view name, const std::vector<FieldId>& list) {
    json_.key(name).begin_array();
    for (const FieldId field : list) json_.string(model_.fields[field].id);
    json_.end_array();
  }

  template <typename Entries>
  void notices(std::string_view name, const Entries& list) {
    json_.key(name).begin_array();
    for (const auto& entry : list) {
      if (holds(entry.when)) json_.string(entry.id);
    }
    json_.end_array();
  }

  void write_eligibility() {
    json_.key("eligibility").begin_object();
    json_.field("value", profile::eligibilities()[decider_.eligibility().lane(0)]).key("criteria").begin_array();
    for (const profile::Criterion& criterion : model_.must_haves) {
      const auto& truth = decider_.evaluator().now(criterion.when);
      const std::string_view state = truth.yes.lane(0) ? "met" : truth.no.lane(0) ? "not_met" : "unknown";
      json_.begin_object().field("id", criterion.id).field("kind", "must_have").field("state", state).end_object();
    }
    json_.end_array().key("stops").begin_array();
    for (const profile::HardStop& stop : model_.hard_stops) {
      if (!holds(stop.when)) continue;
      json_.begin_object().field("id", stop.id).field("scope", name_in(profile::stop_scopes(), stop.scope)).end_object();
    }
    json_.end_array().end_object();
  }

  void write_reasons() {
    json_.key("reasons").begin_array();
    for (std::size_t i = 0; i < model_.reasons.size(); ++i) {
      if (!decider_.reason(i).now.yes.lane(0)) continue;
      const profile::Reason& reason = model_.reasons[i];
      json_.begin_object()
          .field("code", reason.code)
          .field("family", reason.family)
          .field("recovery", reason.recovery)
          .end_object();
    }
    json_.end_array();
  }

  void write_service_level() {
    json_.key("route").begin_object().key("service_level");
    const auto level = std::ranges::find_if(model_.service_levels, [&](const auto& entry) { return holds(entry.when); });
    if (level == model_.service_levels.end()) {
      json_.null();
    } else {
      json_.begin_object().field("within_minutes", level->minutes).end_object();
    }
    json_.end_object();
  }

  void write_outreach() {
    const std::int32_t value = lead_.fact(Fact::outreach);
    if (value != 0) json_.field(fact_name(Fact::outreach), fact_value(Fact::outreach, static_cast<std::uint32_t>(value)));
  }

  void write_capacity() {
    const auto& values = profile_.vocabulary(model_.capacity.field).values;
    json_.key("capacity").begin_object().key("alternatives").begin_array();
    for (const profile::Place& place : model_.capacity.places) {
      if (place.open > 0 && place.code != 0) json_.string(values[place.code - 1].id);
    }
    json_.end_array().end_object();
  }

  void write_findings() {
    json_.key("data").begin_object().key("findings").begin_array();
    for (const lead::Note& note : lead_.notes) {
      if (note.field == profile::kNoField) continue;
      json_.begin_object().field("code", lead::finding_code(note.finding)).field("field", model_.fields[note.field].id);
      if (!note.proposal.empty()) json_.field("proposal", note.proposal);
      json_.field("level", lead::finding_level_name(lead::finding_level(note.finding)));
      json_.field("action", lead::finding_action(note.finding));
      if (note.suggestion != 0) json_.field("suggestion", profile_.vocabulary(note.field).values[note.suggestion - 1].id);
      json_.end_object();
    }
    json_.end_array().end_object();
  }

  void write_minimum() {
    json_.key("completeness").begin_object().key("minimum").begin_object().key("gaps").begin_array();
    for (const profile::CompletenessItem& item : model_.minimum) {
      const bool applies = std::ranges::any_of(item.any_of, [&](FieldId field) { return profile_.field_applies(field); });
      const bool complete =
          std::ranges::any_of(item.any_of, [&](FieldId field) { return lead::is_usable(lead_.answers[field].state); });
      if (applies && !item.optional && !complete) json_.string(item.id);
    }
    json_.end_array().end_object().end_object();
  }

  void write_questions() {
    json_.key("questions").begin_array();
    for (const guide::RankedQuestion& entry : qualifier_.questions({.include_calls = false})) {
      json_.begin_object().field("field", model_.fields[entry.field].id).end_object();
    }
    json_.end_array();
  }

  Qualifier& qualifier_;
  const profile::Profile& profile_;
  const profile::Model& model_;
  const lead::Lead& lead_;
  const decide::Decider<1>& decider_;
  JsonWriter json_;
};

class PageProfile {
 public:
  PageProfile(std::string& out, const profile::Profile& profile) : model_(profile.model()), json_(out) {}

  void write() {
    json_.begin_object().field("engine", kEngineVersion).field("id", model_.id).field("version", model_.version);
    json_.key("fields").begin_array();
    for (const profile::Field& field : model_.fields) write_field(field);
    json_.end_array();
    list("criteria", "id", "plain", model_.must_haves, &profile::Criterion::id, &profile::Criterion::plain);
    list("stops", "id", "plain", model_.hard_stops, &profile::HardStop::id, &profile::HardStop::plain);
    list("reasons", "code", "plain", model_.reasons, &profile::Reason::code, &profile::Reason::plain);
    list("what_next", "id", "text", model_.what_next, &profile::NextStep::id, &profile::NextStep::text);
    json_.key("lead_keys").begin_array();
    for (std::size_t i = 0; i < lead::kLeadKeys; ++i) json_.string(lead::lead_key_path(static_cast<lead::LeadKey>(i)));
    json_.end_array().end_object();
  }

 private:
  void text(std::string_view key, const profile::Text& value) {
    json_.key(key).begin_object().field("en", value.en).field("es", value.es.empty() ? value.en : value.es).end_object();
  }

  void write_field(const profile::Field& field) {
    json_.begin_object().field("id", field.id).field("type", name_in(profile::field_types(), field.type));
    text("label", field.label);
    text("question", field.question);
    json_.field("means", field.meaning).key("values").begin_array();
    if (field.vocabulary != profile::kNoVocabulary) {
      for (const profile::VocabularyValue& value : model_.vocabularies[field.vocabulary].values) {
        json_.begin_object().field("id", value.id);
        text("label", value.label);
        json_.end_object();
      }
    }
    json_.end_array().end_object();
  }

  template <typename Entry, typename Id, typename Words>
  void list(std::string_view name, std::string_view id_key, std::string_view text_key, const std::vector<Entry>& entries,
            Id id, Words words) {
    json_.key(name).begin_array();
    for (const Entry& entry : entries) {
      json_.begin_object().field(id_key, entry.*id);
      text(text_key, entry.*words);
      json_.end_object();
    }
    json_.end_array();
  }

  const profile::Model& model_;
  JsonWriter json_;
};

}  // namespace

void append_page_verdict(std::string& out, Qualifier& qualifier) {
  PageVerdict(out, qualifier).write();
}

void append_page_profile(std::string& out, const profile::Profile& profile) {
  PageProfile(out, profile).write();
}

}  // namespace prequal::report
