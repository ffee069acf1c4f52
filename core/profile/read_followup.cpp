// What follows a verdict: nurture, checklists, handoff, what a visitor reads, form steps, policies.
#include "base/limits.h"
#include "profile/names.h"
#include "profile/profile_reader.h"

namespace prequal::profile {
namespace {

const std::vector<std::string_view>& out_of_area_policies() {
  static const std::vector<std::string_view> kNames{"nurture", "close"};
  return kNames;
}
const std::vector<std::string_view>& no_fit_policies() {
  static const std::vector<std::string_view> kNames{"review", "nurture", "redirect"};
  return kNames;
}
const std::vector<std::string_view>& low_low_policies() {
  static const std::vector<std::string_view> kNames{"decide", "nurture", "unqualified"};
  return kNames;
}

}  // namespace

void ProfileReader::read_nurture(ObjectReader& root) {
  std::vector<std::string_view> ids;
  const auto nodes = children(context_, root.array("nurture"), limits::kOutcomes, "nurture");
  for (const NodeIndex child : nodes) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    NurtureTrack track;
    track.id = reader.id();
    ids.push_back(track.id);
    track.plain = reader.localized("plain");
    track.when = read_when(reader, "when", Phase::lane, kAlways);
    track.topics = reader.texts("topics");
    track.recheck_days = reader.number("recheck_days", 0, {1, 3650});
    if (const NodeIndex before = reader.object("recheck_before"); before != kNoNode) {
      ObjectReader inner(context_, before);
      track.recheck_before = read_field_reference(inner, "field");
      track.recheck_lead_days = inner.number("days", 90, {0, 3650});
      inner.finish();
    }
    track.list_by = read_field_reference(reader, "list_by");
    if (track.list_by != kNoField && model.fields[track.list_by].type != FieldType::choice) {
      context_.report(Code::wrong_type, reader.any("list_by"), "list_by", "a field of type choice");
    }
    track.recheck_on = reader.texts("recheck_on");
    track.exit = reader.text("exit");
    reader.finish();
    if (track.recheck_days == 0 && track.recheck_before == kNoField && track.recheck_on.empty()) {
      context_.report(Code::missing_key, child, "recheck_days",
                      "nobody is nurtured without a date or an event to look again");
    }
    model.nurture.push_back(std::move(track));
  }
  if (ids.size() == nodes.size()) refuse_duplicate_ids(context_, nodes, ids);
}

void ProfileReader::read_checklists(ObjectReader& root) {
  std::vector<std::string_view> ids;
  const auto nodes = children(context_, root.array("checklists"), limits::kOutcomes, "checklists");
  for (const NodeIndex child : nodes) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    Checklist list;
    list.id = reader.id();
    ids.push_back(list.id);
    list.plain = reader.localized("plain");
    list.when = read_when(reader, "when", Phase::lane, kAlways);
    reader.require("items", "the points to confirm");
    for (const NodeIndex item : children(context_, reader.array("items"), limits::kOutcomes, "items")) {
      ObjectReader entry(context_, item);
      if (!entry.ok()) continue;
      ChecklistItem point;
      point.id = entry.id();
      point.plain = entry.localized("plain");
      entry.require("when", "what makes it confirmed");
      point.when = read_when(entry, "when", Phase::lane, kNever);
      entry.finish();
      list.items.push_back(point);
    }
    reader.finish();
    model.checklists.push_back(std::move(list));
  }
  if (ids.size() == nodes.size()) refuse_duplicate_ids(context_, nodes, ids);
}

void ProfileReader::read_handoff(ObjectReader& root) {
  const NodeIndex node = root.object("handoff");
  if (node == kNoNode) return;
  ObjectReader reader(context_, node);
  model.handoff.minimum_total = reader.number("minimum_total", 0, {0, 100});
  model.handoff.requires_fields = read_field_list(reader, "requires");
  model.handoff.notes = read_field_reference(reader, "notes_field");
  for (const NodeIndex child : children(context_, reader.array("record"), limits::kFields, "record")) {
    ObjectReader entry(context_, child);
    if (!entry.ok()) continue;
    RecordEntry line;
    line.crm = entry.text("crm");
    entry.require("crm", "the name of the CRM field");
    entry.require("from", "the part of the verdict");
    line.from = record_sources()[entry.one_of("from", record_sources(), 0)];
    entry.finish();
    model.handoff.record.push_back(line);
  }
  reader.finish();
}

void ProfileReader::read_what_next(ObjectReader& root) {
  for (const NodeIndex child : children(context_, root.array("what_next"), limits::kEntries, "what_next")) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    NextStep step;
    step.id = reader.id();
    step.when = read_when(reader, "when", Phase::lane, kAlways);
    step.text = reader.localized("text");
    reader.require("text", "what the person reads about what happens next");
    reader.finish();
    model.what_next.push_back(step);
  }
}

void ProfileReader::read_services(ObjectReader& root) {
  const NodeIndex node = root.object("services");
  if (node == kNoNode) return;
  ObjectReader reader(context_, node);
  reader.require("field", "the field in which the service is chosen");
  const FieldId field = read_field_reference(reader, "field");
  for (const NodeIndex child : children(context_, reader.array("panels"), limits::kEntries, "panels")) {
    ObjectReader entry(context_, child);
    if (!entry.ok()) continue;
    ServicePanel panel;
    panel.field = field;
    panel.code = read_vocabulary_code(entry, "value", field);
    panel.eligibility = entry.localized("eligibility");
    panel.after = entry.localized("after");
    panel.places = entry.texts("places");
    entry.finish();
    model.services.push_back(std::move(panel));
  }
  reader.finish();
}

void ProfileReader::read_form(ObjectReader& root) {
  const NodeIndex node = root.object("form");
  if (node == kNoNode) return;
  ObjectReader reader(context_, node);
  for (const NodeIndex child : children(context_, reader.array("steps"), limits::kOutcomes, "steps")) {
    ObjectReader entry(context_, child);
    if (!entry.ok()) continue;
    FormStep step;
    step.id = entry.id();
    step.label = entry.localized("label");
    entry.require("fields", "the fields of this step");
    step.fields = read_field_list(entry, "fields");
    entry.finish();
    model.form_steps.push_back(std::move(step));
  }
  reader.finish();
}

void ProfileReader::read_policy(ObjectReader& root) {
  const NodeIndex node = root.object("policy");
  if (node == kNoNode) return;
  ObjectReader reader(context_, node);
  Policy& policy = model.policy;
  policy.out_of_area = static_cast<OutOfAreaPolicy>(reader.one_of("out_of_area", out_of_area_policies(), 0));
  policy.no_fit = static_cast<NoFitPolicy>(reader.one_of("no_fit", no_fit_policies(), 0));
  policy.low_low = static_cast<LowLowPolicy>(reader.one_of("low_low", low_low_policies(), 1));
  if (policy.out_of_area == OutOfAreaPolicy::close) {
    for (Reason& reason : model.reasons) {
      if (reason.code == "out_of_area") reason.reason_class = ReasonClass::permanent;
    }
  }
  reader.finish();
}

void ProfileReader::read_alerts(ObjectReader& root) {
  const NodeIndex node = root.object("alerts");
  if (node == kNoNode) return;
  ObjectReader reader(context_, node);
  Alerts& alerts = model.alerts;
  constexpr NumberRange kPercent{0, 100};
  alerts.minimum_leads = reader.number("minimum_leads", alerts.minimum_leads, {1, 1'000'000});
  alerts.misfit_percent = reader.number("misfit_percent", alerts.misfit_percent, kPercent);
  alerts.no_show_percent = reader.number("no_show_percent", alerts.no_show_percent, kPercent);
  alerts.criterion_percent = reader.number("criterion_percent", alerts.criterion_percent, kPercent);
  alerts.group_gap_percent = reader.number("group_gap_percent", alerts.group_gap_percent, kPercent);
  alerts.audit_sample = reader.number("audit_sample", alerts.audit_sample, {0, 1'000});
  reader.finish();
}

}  // namespace prequal::profile
