// The fields of a profile. Read in two passes, because a field's "only_if" may name switches and other fields.
#include <algorithm>

#include "base/limits.h"
#include "profile/facts.h"
#include "profile/names.h"
#include "profile/profile_reader.h"

namespace prequal::profile {

void ProfileReader::read_fields(ObjectReader& root) {
  field_nodes_ = children(context_, root.array("fields"), limits::kFields, "fields");
  root.require("fields", "what is asked or known of a lead");
  std::vector<std::string_view> ids;
  for (const NodeIndex node : field_nodes_) {
    Field field;
    read_field_shell(node, field);
    ids.push_back(field.id);
    model.fields.push_back(std::move(field));
  }
  refuse_duplicate_ids(context_, field_nodes_, ids);
  for (std::size_t i = 0; i < field_nodes_.size(); ++i) read_field_rest(field_nodes_[i], model.fields[i]);
}

void ProfileReader::read_field_shell(NodeIndex node, Field& field) {
  ObjectReader reader(context_, node);
  if (!reader.ok()) return;
  field.id = reader.id();
  if (find_fact(field.id) != kNoFact) {
    context_.report(Code::duplicate_id, node, field.id, "the engine has a fact of that name");
  }
  reader.require("type", "for example choice, number or email");
  field.type = static_cast<FieldType>(reader.one_of("type", field_types(), static_cast<std::size_t>(FieldType::text)));
  const auto& types = field_types();
  field.doubtful = std::ranges::find(types, reader.text("type")) == types.end();
}

void ProfileReader::read_field_rest(NodeIndex node, Field& field) {
  ObjectReader reader(context_, node);
  if (!reader.ok()) return;
  (void)reader.any("id");
  (void)reader.any("type");
  field.level =
      static_cast<FieldLevel>(reader.one_of("level", field_levels(), static_cast<std::size_t>(FieldLevel::optional)));
  field.label = reader.localized("label");
  reader.require("label", "people see it");
  field.question = reader.localized("question");
  field.hint = reader.localized("hint");
  field.meaning = reader.text("means", field.id);
  field.crm = reader.text("crm");
  field.import = reader.texts("import");
  field.sensitive = reader.boolean("sensitive", false);
  field.personal = reader.boolean("personal", field.type == FieldType::email || field.type == FieldType::phone);
  field.unsure = reader.boolean("unsure", true);
  field.asked = static_cast<AskedIn>(reader.one_of("asked", asked_in(), 0));
  field.may_change = reader.boolean("may_change", false);
  field.burden = static_cast<std::uint32_t>(reader.number("burden", 1, {1, 5}));
  field.refresh_days = static_cast<std::uint32_t>(reader.number("refresh_days", 0, {0, 36'500}));
  field.only_if = read_when(reader, "only_if", Phase::facts, kAlways);

  const bool chosen = field.type == FieldType::choice || field.type == FieldType::choices;
  if (chosen) {
    reader.require("vocabulary", "the id of a vocabulary, or a list of values");
    const NodeIndex vocabulary = reader.any("vocabulary");
    if (vocabulary != kNoNode) {
      const Node& value = context_.document.at(vocabulary);
      if (value.kind == NodeKind::array) {
        model.vocabularies.push_back(read_vocabulary_values(vocabulary, field.id));
        field.vocabulary = static_cast<std::uint32_t>(model.vocabularies.size() - 1);
      } else {
        field.vocabulary = find_vocabulary(vocabulary, reader.text("vocabulary"));
      }
    }
  }
  if (field.type == FieldType::yes_no) field.vocabulary = yes_no_vocabulary();
  if (field.type == FieldType::number || field.type == FieldType::money) {
    field.minimum = reader.number("minimum", 0, {INT32_MIN + 1, INT32_MAX});
    field.maximum = reader.number("maximum", INT32_MAX, {INT32_MIN + 1, INT32_MAX});
    if (field.minimum > field.maximum) context_.report(Code::condition_range, node, {}, "minimum is above maximum");
  }
  if (field.doubtful) {
    reader.accept_rest();
  } else {
    reader.finish();
  }
}

}  // namespace prequal::profile
