// What the data of a lead are checked against: contradictions, behavior, capacity, ownership, committee.
#include <algorithm>

#include "base/limits.h"
#include "base/time.h"
#include "profile/names.h"
#include "profile/profile_reader.h"

namespace prequal::profile {

void ProfileReader::read_contradictions(ObjectReader& root) {
  std::vector<std::string_view> ids;
  const auto nodes = children(context_, root.array("contradictions"), limits::kEntries, "contradictions");
  for (const NodeIndex child : nodes) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    Contradiction entry;
    entry.id = reader.id();
    ids.push_back(entry.id);
    entry.plain = reader.localized("plain");
    reader.require("when", "the answers that cannot all be right together");
    entry.when = read_when(reader, "when", Phase::facts, kNever);
    reader.require("fields", "the fields to check");
    entry.fields = read_field_list(reader, "fields");
    reader.finish();
    model.contradictions.push_back(std::move(entry));
  }
  if (ids.size() == nodes.size()) refuse_duplicate_ids(context_, nodes, ids);
}

std::uint32_t ProfileReader::read_vocabulary_code(ObjectReader& reader, std::string_view key, FieldId field) {
  const NodeIndex member = reader.any(key);
  reader.require(key, "a value of the field's vocabulary");
  if (member == kNoNode || field == kNoField || model.fields[field].vocabulary == kNoVocabulary) return 0;
  std::vector<std::uint32_t> codes;
  append_code(member, field, model.fields[field].vocabulary, codes);
  return codes.empty() ? 0 : codes[0];
}

FieldId ProfileReader::read_field_reference(ObjectReader& reader, std::string_view key) {
  const NodeIndex member = reader.any(key);
  const std::string_view name = reader.text(key);
  return member == kNoNode || name.empty() ? kNoField : find_field(member, name);
}

void ProfileReader::read_behavior(ObjectReader& root) {
  const NodeIndex node = root.object("behavior");
  if (node == kNoNode) return;
  ObjectReader reader(context_, node);
  reader.require("field", "the stated interest");
  model.behavior.field = read_field_reference(reader, "field");
  model.behavior.minimum_visits = reader.number("minimum_visits", 3, {1, 1000});
  for (const NodeIndex child : children(context_, reader.array("topics"), limits::kEntries, "topics")) {
    ObjectReader entry(context_, child);
    if (!entry.ok()) continue;
    BehaviorTopics value;
    value.code = read_vocabulary_code(entry, "value", model.behavior.field);
    for (const std::string_view name : entry.texts("topics")) value.topics.push_back(topic(name));
    entry.finish();
    model.behavior.values.push_back(std::move(value));
  }
  reader.finish();
}

void ProfileReader::read_capacity(ObjectReader& root) {
  const NodeIndex node = root.object("capacity");
  if (node == kNoNode) return;
  ObjectReader reader(context_, node);
  reader.require("field", "the site or program that is asked for");
  model.capacity.field = read_field_reference(reader, "field");
  for (const NodeIndex child : children(context_, reader.array("places"), limits::kEntries, "places")) {
    ObjectReader entry(context_, child);
    if (!entry.ok()) continue;
    Place place;
    place.code = read_vocabulary_code(entry, "value", model.capacity.field);
    place.open = entry.number("open", 0, {0, 1'000'000});
    entry.require("open", "how many places are open");
    place.recheck_on = read_date(entry, "recheck_on");
    entry.finish();
    model.capacity.places.push_back(place);
  }
  reader.finish();
}

std::string_view ProfileReader::read_date(ObjectReader& reader, std::string_view key) {
  const std::string_view date = reader.text(key);
  if (!date.empty() && !parse_date(date)) context_.report(Code::bad_time, reader.any(key), date);
  return date;
}

void ProfileReader::read_ownership(ObjectReader& root) {
  static const std::vector<std::string_view> kSlots{"selection", "contracting", "legal", "implementation"};
  const NodeIndex node = root.object("ownership");
  if (node == kNoNode) return;
  ObjectReader reader(context_, node);
  for (const std::string_view slot : kSlots) {
    const FieldId field = read_field_reference(reader, slot);
    if (field != kNoField) model.ownership.push_back({slot, field});
  }
  reader.finish();
}

void ProfileReader::read_committee(ObjectReader& root) {
  const NodeIndex node = root.object("committee");
  if (node == kNoNode) return;
  ObjectReader reader(context_, node);
  reader.require("field", "the role of a contact");
  model.committee.field = read_field_reference(reader, "field");
  for (const NodeIndex child : children(context_, reader.array("roles"), limits::kEntries, "roles")) {
    ObjectReader entry(context_, child);
    if (!entry.ok()) continue;
    CommitteeRole role;
    role.code = read_vocabulary_code(entry, "role", model.committee.field);
    const std::size_t slot = entry.one_of("slot", committee_slots(), 0);
    entry.require("slot", "the part of the committee");
    role.slot = committee_slots()[slot];
    entry.finish();
    model.committee.roles.push_back(role);
  }
  reader.finish();
}

}  // namespace prequal::profile
