// Who the profile is for: identity, switches, vocabularies, lists, completeness.
#include <algorithm>

#include "base/limits.h"
#include "base/sort.h"
#include "base/text.h"
#include "base/version.h"
#include "profile/names.h"
#include "profile/profile_reader.h"
#include "profile/standard_vocabularies.h"

namespace prequal::profile {

void ProfileReader::read() {
  ObjectReader root(context_, context_.document.root());
  if (!root.ok()) return;
  read_identity(root);
  read_vocabularies(root);
  read_lists(root);
  read_areas(root);
  read_fields(root);
  read_completeness(root);
  read_outreach(root);
  read_reason_codes(root);
  read_recency(root);
  read_groups(root);
  read_definitions(root);
  read_dimensions(root);
  read_criteria(root, "must_haves", model.must_haves);
  read_criteria(root, "nice_to_haves", model.nice_to_haves);
  read_hard_stops(root);
  read_contradictions(root);
  read_behavior(root);
  read_capacity(root);
  read_ownership(root);
  read_committee(root);
  read_calendars(root);
  read_privacy(root);
  read_scoring(root);
  read_rules(root);
  read_stages(root);
  read_reason_conditions(root);
  read_teams(root);
  read_routes(root);
  read_service_levels(root);
  read_questions(root);
  read_nurture(root);
  read_checklists(root);
  read_handoff(root);
  read_what_next(root);
  read_services(root);
  read_form(root);
  read_policy(root);
  read_alerts(root);
  read_sheets(root);
  root.finish();
  if (!context_.problems.has_errors()) check_complete(root);
}

void ProfileReader::read_identity(ObjectReader& root) {
  const NodeIndex format = root.any("prequal");
  if (format == kNoNode) {
    context_.report(Code::missing_key, root.node(), "prequal", "it names the format: \"prequal\": 1");
  } else if (context_.document.at(format).kind != NodeKind::number ||
             context_.document.at(format).number != kProfileFormat) {
    std::string written;
    append_number(written, context_.document.at(format).number);
    context_.report(Code::format_version, format, written, "1");
  }
  model.id = root.id();
  model.version = root.text("version");
  root.require("version", "results name it, so that nobody compares scores of different versions unawares");
  model.name = root.localized("name");
  root.require("name", "people see it");
  model.summary = root.localized("summary");
  model.path = static_cast<Path>(root.one_of("path", paths(), 0));
  root.require("path", "b2b, patient or member: it fixes the ladder of stages");
  model.offer = root.text("offer");
  model.currency = root.text("currency", "USD");
  model.segments = root.texts("segments");
  model.outcomes = root.texts("outcomes");
  model.example_numbers = root.boolean("example_numbers", false);
  if (model.outcomes.size() > 2) context_.report(Code::too_many, root.any("outcomes"), "outcomes", "two");
  if (const NodeIndex switches = root.object("switches"); switches != kNoNode) {
    for (NodeIndex child = context_.document.at(switches).first; child != kNoNode;
         child = context_.document.at(child).next) {
      const Node& node = context_.document.at(child);
      if (!is_id(node.key)) context_.report(Code::bad_id, child, node.key);
      if (node.kind != NodeKind::boolean) {
        context_.report(Code::wrong_type, child, node.key, kind_name(NodeKind::boolean));
        continue;
      }
      model.switches.push_back({node.key, node.boolean});
    }
  }
}

Vocabulary ProfileReader::read_vocabulary_values(NodeIndex list, std::string_view id) {
  Vocabulary vocabulary{.id = id, .values = {}};
  const std::size_t before = context_.problems.list().size();
  std::vector<std::string_view> ids;
  const auto nodes = children(context_, list, limits::kVocabulary, "values");
  vocabulary.values.reserve(nodes.size());
  for (const NodeIndex child : nodes) {
    VocabularyValue value;
    const Node& node = context_.document.at(child);
    if (node.kind == NodeKind::string) {
      value.id = node.text;
      if (!is_value_id(value.id)) context_.report(Code::bad_id, child, value.id);
      value.label.en = node.text;
    } else {
      ObjectReader reader(context_, child);
      if (!reader.ok()) continue;
      value.id = reader.id("id", is_value_id);
      value.label = reader.localized("label");
      if (value.label.en.empty()) value.label.en = value.id;
      value.aliases = reader.texts("aliases");
      reader.finish();
    }
    ids.push_back(value.id);
    vocabulary.values.push_back(std::move(value));
  }
  if (vocabulary.values.empty()) context_.report(Code::too_few, list, "values", "a vocabulary has at least one value");
  refuse_duplicate_ids(context_, nodes, ids);
  vocabulary.doubtful = context_.problems.list().size() > before;
  return vocabulary;
}

void ProfileReader::read_vocabularies(ObjectReader& root) {
  std::vector<std::string_view> ids;
  const auto nodes = children(context_, root.array("vocabularies"), limits::kFields, "vocabularies");
  for (const NodeIndex child : nodes) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    const std::string_view id = reader.id();
    ids.push_back(id);
    const NodeIndex values = reader.array("values");
    reader.require("values", "the values that a field may have");
    if (values != kNoNode) model.vocabularies.push_back(read_vocabulary_values(values, id));
    reader.finish();
  }
  if (ids.size() == nodes.size()) refuse_duplicate_ids(context_, nodes, ids);
}

std::uint32_t ProfileReader::find_vocabulary(NodeIndex node, std::string_view id) {
  for (std::uint32_t i = 0; i < model.vocabularies.size(); ++i) {
    if (model.vocabularies[i].id == id) return i;
  }
  if (auto standard = standard_vocabulary(id)) {
    model.vocabularies.push_back(std::move(*standard));
    return static_cast<std::uint32_t>(model.vocabularies.size() - 1);
  }
  std::vector<std::string_view> known = standard_vocabulary_ids();
  for (const Vocabulary& vocabulary : model.vocabularies) known.push_back(vocabulary.id);
  context_.report(Code::unknown_reference, node, id, suggest(id, known));
  return kNoVocabulary;
}

std::uint32_t ProfileReader::yes_no_vocabulary() {
  return find_vocabulary(context_.document.root(), "yes_no");
}

void ProfileReader::read_lists(ObjectReader& root) {
  std::vector<std::string_view> ids;
  const auto nodes = children(context_, root.array("lists"), limits::kEntries, "lists");
  for (const NodeIndex child : nodes) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    NamedList list;
    list.id = reader.id();
    ids.push_back(list.id);
    reader.require("of", "the vocabulary whose values it lists");
    const NodeIndex of = reader.any("of");
    if (of != kNoNode) list.vocabulary = find_vocabulary(of, reader.text("of"));
    const NodeIndex values = reader.array("values");
    reader.require("values", "the listed values");
    if (list.vocabulary != kNoVocabulary) {
      for (const NodeIndex value : children(context_, values, limits::kVocabulary, "values")) {
        append_code(value, kNoSource, list.vocabulary, list.codes);
      }
    }
    sort(list.codes);
    reader.finish();
    model.lists.push_back(std::move(list));
  }
  if (ids.size() == nodes.size()) refuse_duplicate_ids(context_, nodes, ids);
}

void ProfileReader::read_completeness(ObjectReader& root) {
  const NodeIndex node = root.object("completeness");
  if (node == kNoNode) return;
  ObjectReader reader(context_, node);
  read_completeness_list(reader, "minimum", model.minimum);
  read_completeness_list(reader, "context", model.context);
  reader.finish();
}

void ProfileReader::read_completeness_list(ObjectReader& reader, std::string_view key, std::vector<CompletenessItem>& out) {
  for (const NodeIndex child : children(context_, reader.array(key), limits::kOutcomes, key)) {
    CompletenessItem item;
    const Node& node = context_.document.at(child);
    if (node.kind == NodeKind::string) {
      item.id = node.text;
      const FieldId field = find_field(child, node.text);
      if (field != kNoField) item.any_of.push_back(field);
    } else {
      ObjectReader entry(context_, child);
      if (!entry.ok()) continue;
      item.id = entry.id();
      item.any_of = read_field_list(entry, "any_of");
      item.optional = entry.boolean("optional", false);
      entry.require("any_of", "the fields of which one is enough");
      entry.finish();
    }
    out.push_back(std::move(item));
  }
}

FieldId ProfileReader::find_field(NodeIndex node, std::string_view id) {
  for (std::size_t i = 0; i < model.fields.size(); ++i) {
    if (model.fields[i].id == id) return static_cast<FieldId>(i);
  }
  std::vector<std::string_view> known;
  for (const Field& field : model.fields) known.push_back(field.id);
  context_.report(Code::unknown_field, node, id, suggest(id, known));
  return kNoField;
}

std::vector<FieldId> ProfileReader::read_field_list(ObjectReader& reader, std::string_view key) {
  std::vector<FieldId> out;
  for (const NodeIndex child : children(context_, reader.array(key), limits::kFields, key)) {
    const Node& node = context_.document.at(child);
    if (node.kind != NodeKind::string) {
      context_.report(Code::wrong_type, child, key, kind_name(NodeKind::string));
      continue;
    }
    const FieldId field = find_field(child, node.text);
    if (field != kNoField) out.push_back(field);
  }
  return out;
}

std::uint16_t ProfileReader::topic(std::string_view name) {
  const auto found = std::ranges::find(model.topics, name);
  if (found == model.topics.end()) {
    model.topics.push_back(name);
    return static_cast<std::uint16_t>(model.topics.size() - 1);
  }
  return static_cast<std::uint16_t>(found - model.topics.begin());
}

std::uint32_t ProfileReader::phrase(std::string_view text) {
  std::string folded = to_folded(text);
  const auto found = std::ranges::find(model.phrases, folded);
  const auto at = static_cast<std::uint32_t>(found - model.phrases.begin());
  if (found == model.phrases.end()) model.phrases.push_back(std::move(folded));
  return at;
}

}  // namespace prequal::profile
