#include "api/profile_info.h"

#include "base/json_writer.h"
#include "lead/raw_lead.h"
#include "profile/facts.h"
#include "profile/names.h"

namespace prequal::api {

using profile::kNoEntry;
using profile::name_in;
using profile::Text;

namespace {

class InfoWriter {
 public:
  InfoWriter(const profile::Profile& profile, std::string& out) : profile_(profile), model_(profile.model()), json_(out) {}

  void write() {
    json_.begin_object();
    json_.field("id", model_.id).field("version", model_.version);
    text("name", model_.name);
    text("summary", model_.summary);
    json_.field("path", name_in(profile::paths(), model_.path)).flag("example_numbers", model_.example_numbers);
    write_fields();
    write_rules();
    write_criteria();
    write_stages();
    write_reasons();
    write_dimensions();
    write_routes();
    write_scoring();
    write_what_next();
    write_form();
    write_services();
    write_names();
    json_.end_object();
  }

 private:
  void text(std::string_view key, const Text& value) {
    json_.key(key).begin_object().field("en", value.en).field("es", value.es.empty() ? value.en : value.es).end_object();
  }
  void id_or_null(std::string_view key, std::string_view id) {
    json_.key(key);
    id.empty() ? json_.null() : json_.string(id);
  }
  template <typename Names>
  void names(std::string_view key, const Names& list) {
    json_.key(key).begin_array();
    for (const std::string_view name : list) json_.string(name);
    json_.end_array();
  }
  // An array of objects that have an id and a plain text, and whatever `more` adds.
  template <typename Entry, typename More>
  void plain_entries(const std::vector<Entry>& entries, const More& more) {
    for (const Entry& entry : entries) {
      json_.begin_object().field("id", entry.id);
      text("plain", entry.plain);
      more(entry);
      json_.end_object();
    }
  }

  void write_fields() {
    json_.key("fields").begin_array();
    for (std::size_t i = 0; i < model_.fields.size(); ++i) {
      const profile::Field& field = model_.fields[i];
      json_.begin_object().field("id", field.id).field("type", name_in(profile::field_types(), field.type));
      json_.field("level", name_in(profile::field_levels(), field.level));
      text("label", field.label);
      text("question", field.question);
      text("hint", field.hint);
      json_.field("means", field.meaning).field("crm", field.crm).flag("sensitive", field.sensitive);
      json_.flag("personal", field.personal).flag("applies", profile_.field_applies(static_cast<profile::FieldId>(i)));
      json_.flag("unsure", field.unsure).field("asked", name_in(profile::asked_in(), field.asked));
      json_.key("values").begin_array();
      if (field.vocabulary != profile::kNoVocabulary) {
        for (const profile::VocabularyValue& value : model_.vocabularies[field.vocabulary].values) {
          json_.begin_object().field("id", value.id);
          text("label", value.label);
          json_.end_object();
        }
      }
      json_.end_array().end_object();
    }
    json_.end_array();
  }

  void write_rules() {
    json_.key("rules").begin_array();
    plain_entries(model_.rules, [&](const profile::Rule& rule) {
      json_.field("category", name_in(profile::categories(), rule.category));
      json_.field("basis", name_in(profile::bases(), rule.basis)).key("grades").begin_array();
      for (const profile::Grade& grade : rule.grades) json_.string(grade.id);
      json_.end_array();
    });
    json_.end_array().key("groups").begin_array();
    for (const profile::CapGroup& group : model_.groups) json_.string(group.id);
    json_.end_array();
  }

  void write_criteria() {
    json_.key("criteria").begin_array();
    plain_entries(model_.must_haves, [&](const auto& /*entry*/) { json_.field("kind", "must_have"); });
    plain_entries(model_.nice_to_haves, [&](const auto& /*entry*/) { json_.field("kind", "nice_to_have"); });
    json_.end_array().key("stops").begin_array();
    plain_entries(model_.hard_stops, [&](const profile::HardStop& stop) {
      json_.field("code", model_.reasons[stop.reason].code).field("scope", name_in(profile::stop_scopes(), stop.scope));
      json_.field("exit", stop.exit);
      names("recheck_on", stop.recheck_on);
    });
    json_.end_array();
  }

  void write_stages() {
    json_.key("stages").begin_array();
    for (const profile::Stage& stage : model_.stages) {
      json_.begin_object().field("id", stage.id).key("clauses").begin_array();
      plain_entries(stage.clauses, [](const auto& /*entry*/) {});
      json_.end_array().end_object();
    }
    json_.end_array();
  }

  void write_reasons() {
    json_.key("reasons").begin_array();
    for (const profile::Reason& reason : model_.reasons) {
      json_.begin_object().field("code", reason.code);
      if (!reason.sub.empty()) json_.field("sub", reason.sub);
      json_.field("family", reason.family).field("class", name_in(profile::reason_classes(), reason.reason_class));
      json_.field("cause", name_in(profile::reason_causes(), reason.cause)).field("recovery", reason.recovery);
      text("plain", reason.plain);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_dimensions() {
    json_.key("dimensions").begin_array();
    plain_entries(model_.dimensions, [&](const profile::Dimension& dimension) {
      json_.key("states").begin_array();
      for (const profile::DimensionState& state : dimension.states) json_.string(state.id);
      if (!dimension.otherwise.empty()) json_.string(dimension.otherwise);
      json_.end_array();
    });
    json_.end_array();
  }

  void write_routes() {
    json_.key("teams").begin_array();
    for (const profile::Team& team : model_.teams) {
      json_.begin_object().field("id", team.id);
      text("name", team.name);
      json_.end_object();
    }
    json_.end_array().key("routes").begin_array();
    for (const profile::Route& route : model_.routes) {
      json_.begin_object().field("id", route.id).field("lane", name_in(profile::lanes(), route.lane));
      id_or_null("team", route.team == kNoEntry ? std::string_view() : model_.teams[route.team].id);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_scoring() {
    const auto thresholds = [&](std::string_view name, const profile::Thresholds& values) {
      json_.key(name).begin_object().field("mid", values.mid).field("high", values.high).end_object();
    };
    json_.key("thresholds").begin_object();
    thresholds("fit", model_.scoring.fit);
    thresholds("intent", model_.scoring.intent);
    thresholds("total", model_.scoring.total);
    json_.end_object().key("caps").begin_object();
    for (std::size_t i = 0; i < profile::kCategories; ++i) {
      json_.field(profile::categories()[i], model_.scoring.caps[i]);
    }
    json_.end_object().field("bands_by", name_in(profile::band_modes(), model_.scoring.bands_by));
  }

  // Sentences for the person; a verdict says which of them hold.
  void write_what_next() {
    json_.key("what_next").begin_array();
    for (const profile::NextStep& step : model_.what_next) {
      json_.begin_object().field("id", step.id);
      text("text", step.text);
      json_.end_object();
    }
    json_.end_array();
  }

  // The order in which a form asks; without steps it asks by level.
  void write_form() {
    json_.key("form").begin_object().key("steps").begin_array();
    for (const profile::FormStep& step : model_.form_steps) {
      json_.begin_object().field("id", step.id);
      text("label", step.label);
      json_.key("fields").begin_array();
      for (const profile::FieldId field : step.fields) json_.string(model_.fields[field].id);
      json_.end_array().end_object();
    }
    json_.end_array().end_object();
  }

  // The scope panel of each service: who is eligible, what follows, where (R12-17).
  void write_services() {
    json_.key("services").begin_array();
    for (const profile::ServicePanel& panel : model_.services) {
      json_.begin_object().field("field", model_.fields[panel.field].id);
      json_.field("value", profile_.vocabulary(panel.field).values[panel.code - 1].id);
      text("eligibility", panel.eligibility);
      text("after", panel.after);
      names("places", panel.places);
      json_.end_object();
    }
    json_.end_array();
  }

  // What codes in outcomes and names in leads mean.
  void write_names() {
    names("levels", profile::levels());
    names("eligibilities", profile::eligibilities());
    names("statuses", profile::statuses());
    names("lanes", profile::lanes());
    names("cells", profile::cells());
    json_.key("lead_keys").begin_array();
    for (std::size_t i = 0; i < lead::kLeadKeys; ++i) {
      json_.string(lead::lead_key_path(static_cast<lead::LeadKey>(i)));
    }
    json_.end_array().key("touch_types").begin_array();
    for (std::size_t i = 0; i < profile::kTouchTypes; ++i) {
      json_.string(profile::touch_name(static_cast<profile::TouchType>(i)));
    }
    json_.end_array();
  }

  const profile::Profile& profile_;
  const profile::Model& model_;
  JsonWriter json_;
};

}  // namespace

void write_profile_info(const profile::Profile& profile, std::string& out) {
  InfoWriter(profile, out).write();
}

}  // namespace prequal::api
