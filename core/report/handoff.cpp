#include "report/handoff.h"

#include <algorithm>
#include <array>

#include "base/json_writer.h"
#include "base/text.h"
#include "decide/follow_up.h"
#include "profile/facts.h"
#include "profile/names.h"
#include "quality/sensitive.h"
#include "quality/tiers.h"

namespace prequal::report {

using profile::Fact;
using profile::FieldId;
using profile::FieldType;
using profile::kNoEntry;
using profile::kNoField;

namespace {

bool usable(const Qualifier& qualifier, FieldId field) {
  return field != kNoField && lead::is_usable(qualifier.lead().answers[field].state);
}

// Words with which nobody learns anything (R13-05).
constexpr auto kVague = std::to_array<std::string_view>({"called", "interested", "good lead", "warm", "hot", "follow up",
                                                         "followup", "left message", "spoke", "nice", "call back"});

bool is_vague(std::string_view note) {
  std::string rest = to_folded(note);
  for (const std::string_view phrase : kVague) {
    for (std::size_t at = rest.find(phrase); at != std::string::npos; at = rest.find(phrase)) rest.erase(at, phrase.size());
  }
  constexpr std::size_t kFewLetters = 20;
  return static_cast<std::size_t>(std::ranges::count_if(rest, [](char c) { return c != ' '; })) < kFewLetters;
}

}  // namespace

HandoffCheck check_handoff(const Qualifier& qualifier) {
  const profile::Profile& profile = qualifier.program().profile;
  const profile::Model& model = profile.model();
  const lead::Lead& lead = qualifier.lead();
  HandoffCheck out;
  if (lead.fact(Fact::source) == 0) out.missing.emplace_back("source.channel");
  if (lead.campaign.empty()) out.missing.emplace_back("source.campaign");
  if (lead.collection_method.empty()) out.missing.emplace_back("source.collection_method");
  std::size_t structured = 0;
  for (const FieldId field : model.handoff.requires_fields) {
    if (!profile.field_applies(field)) continue;
    if (usable(qualifier, field)) {
      ++structured;
    } else {
      out.missing.push_back(model.fields[field].id);
    }
  }
  // An empty timeline is not allowed: it is known, or there is a reason for none (R13-04).
  const FieldId timeline = profile.find_meaning("timeframe");
  if (timeline != kNoField && profile.field_applies(timeline) && !usable(qualifier, timeline) &&
      lead.answers[timeline].state != lead::DataState::unsure) {
    if (std::ranges::find(out.missing, model.fields[timeline].id) == out.missing.end()) {
      out.missing.push_back(model.fields[timeline].id);
    }
  }
  const FieldId notes = model.handoff.notes;
  if (usable(qualifier, notes)) {
    if (is_vague(lead.answers[notes].text)) out.problems.emplace_back("note_vague");
    if (structured == 0 && !model.handoff.requires_fields.empty()) out.problems.emplace_back("structured_fields_missing");
  }
  const decide::Decider<1>& decider = qualifier.decider();
  if (decider.evaluator().total().now.lane(kLane) < model.handoff.minimum_total) out.problems.emplace_back("score_too_low");
  if (decider.eligibility().lane(kLane) != static_cast<std::uint32_t>(profile::Eligibility::eligible)) {
    out.problems.emplace_back("not_eligible");
  }
  const std::string_view stage = model.stages[decider.stage().lane(kLane)].id;
  const bool handed_over = lead.fact(Fact::routings) > 0 || stage == "sql" || stage == "opportunity";
  out.returned = handed_over && !out.ready();
  return out;
}

namespace {

class NoteWriter {
 public:
  NoteWriter(std::string& out, Qualifier& qualifier, const HandoffOptions& options)
      : out_(out),
        qualifier_(qualifier),
        profile_(qualifier.program().profile),
        model_(profile_.model()),
        lead_(qualifier.lead()),
        decider_(qualifier.decider()),
        options_(options),
        follow_up_(decide::find_follow_up(profile_, lead_, decider_, kLane, qualifier.now())) {}

  void write() {
    heading("note.what_happened");
    what_happened();
    heading("note.what_it_means");
    what_it_means();
    heading("note.what_next");
    what_next();
  }

 private:
  [[nodiscard]] std::string_view text(std::string_view key) const { return text_for(options_.language, key); }
  [[nodiscard]] std::string_view text(std::string_view prefix, std::string_view code) const {
    return text_for(options_.language, prefix, code);
  }
  [[nodiscard]] std::string_view own(const profile::Text& entry, std::string_view otherwise) const {
    return entry.en.empty() ? otherwise : text_in(options_.language, entry);
  }
  void heading(std::string_view key) {
    if (!out_.empty()) out_.append("\n");
    out_.append(text(key)).append("\n");
  }
  void line(std::string_view label, std::string_view value) {
    out_.append("- ").append(label);
    if (!value.empty()) out_.append(": ").append(value);
    out_.append("\n");
  }

  void what_happened() {
    std::string first;
    const std::int32_t source = lead_.fact(Fact::source);
    if (source != 0) first.append(text("source", fact_value(Fact::source, static_cast<std::uint32_t>(source))));
    if (!lead_.campaign.empty()) {
      if (!first.empty()) first.append(", ");
      first.append(text("note.campaign")).append(" ").append(lead_.campaign);
    }
    if (!lead_.touches.empty()) {
      if (!first.empty()) first.append(", ");
      append_number(first, static_cast<std::int64_t>(lead_.touches.size()));
      first.append(" ").append(text("note.touches"));
    }
    if (!first.empty()) line(first, {});
    for (std::size_t i = 0; i < model_.fields.size(); ++i) {
      const auto field = static_cast<FieldId>(i);
      if (!usable(qualifier_, field)) continue;
      const profile::Field& shape = model_.fields[i];
      const bool hidden = (shape.personal || shape.sensitive) && !options_.personal;
      line(own(shape.label, shape.id), hidden ? text("note.masked") : std::string_view(masked_value(field)));
    }
  }

  // A note without personal data leaves out what a free text tells of a person.
  std::string masked_value(FieldId field) {
    std::string value = value_of(field);
    const std::string_view typed = lead_.answers[field].text;
    if (!quality::kForReviewers || options_.personal || value != typed) return value;
    std::vector<quality::SensitiveSpan> spans;
    for (const lead::Detail& detail : lead_.details) {
      if (detail.field == field) spans.push_back(detail.span);
    }
    if (spans.empty()) return value;
    std::string out;
    quality::append_masked(out, typed, spans);
    return out;
  }

  void what_it_means() {
    score("category.fit", profile::Category::fit, decider_.fit_band().lane(kLane));
    score("category.intent", profile::Category::intent, decider_.intent_band().lane(kLane));
    std::string total;
    append_number(total, decider_.evaluator().total().now.lane(kLane));
    total.append(" ").append(text("note.of")).append(" 100, ");
    total.append(text("band", profile::levels()[decider_.band().lane(kLane)]));
    line(text("category.total"), total);
    line(text("eligibility", profile::eligibilities()[decider_.eligibility().lane(kLane)]), {});
    line(std::string(text("stage", model_.stages[decider_.stage().lane(kLane)].id))
             .append(", ")
             .append(text("status", profile::statuses()[decider_.status().lane(kLane)])),
         {});
    for (std::size_t i = 0; i < model_.reasons.size(); ++i) {
      if (!decider_.reason(i).now.yes.lane(kLane)) continue;
      const profile::Reason& reason = model_.reasons[i];
      line(own(reason.plain, text("reason", reason.code)), text("class", class_name(i)));
    }
  }

  [[nodiscard]] std::string_view class_name(std::size_t reason) const {
    return profile::name_in(profile::reason_classes(), decider_.reason_class(reason, kLane));
  }

  void score(std::string_view label, profile::Category category, std::uint32_t band) {
    std::string value;
    append_number(value, decider_.evaluator().category(category).now.lane(kLane));
    value.append(" ").append(text("note.of")).append(" ");
    append_number(value, model_.scoring.caps[static_cast<std::size_t>(category)]);
    value.append(", ").append(text("band", profile::levels()[band]));
    line(text(label), value);
  }

  void what_next() {
    std::string step(text("action", follow_up_.action));
    if (follow_up_.due != 0) {
      step.append(", ").append(text("note.by")).append(" ");
      append_rfc3339(step, {follow_up_.due, qualifier_.now().offset_minutes});
    }
    line(step, {});
    line(text("note.owner"), follow_up_.owner);
    if (!follow_up_.reach_out.channel.empty()) line(text("note.channel"), text("channel", follow_up_.reach_out.channel));
    for (const profile::Stage& stage : model_.stages) {
      for (const profile::Clause& clause : stage.clauses) {
        if (decider_.evaluator().now(clause.when).yes.lane(kLane)) continue;
        line(std::string(text("note.open")).append(", ").append(text("stage", stage.id)), own(clause.plain, clause.id));
      }
    }
    line(text("note.example"), {});
  }

  [[nodiscard]] std::string value_of(FieldId field) const {
    const profile::Field& shape = model_.fields[field];
    const lead::Answer& answer = lead_.answers[field];
    std::string value;
    switch (shape.type) {
      case FieldType::choice:
      case FieldType::yes_no:
        value = text_in(options_.language, profile_.vocabulary(field).values[answer.code - 1].label);
        break;
      case FieldType::choices:
        for (std::uint32_t i = 0; i < answer.code_count; ++i) {
          if (i > 0) value.append(", ");
          const std::uint32_t code = lead_.codes[answer.first_code + i];
          value.append(text_in(options_.language, profile_.vocabulary(field).values[code - 1].label));
        }
        break;
      // The request travels as it was written (R02-04).
      default: value = answer.text;
    }
    return value;
  }

  std::string& out_;
  Qualifier& qualifier_;
  const profile::Profile& profile_;
  const profile::Model& model_;
  const lead::Lead& lead_;
  const decide::Decider<1>& decider_;
  const HandoffOptions& options_;
  decide::FollowUp follow_up_;
};

// A part of the verdict by its name in the field map.
void write_part(JsonWriter& json, std::string_view part, Qualifier& qualifier, const HandoffOptions& options,
                const decide::FollowUp& follow_up) {
  const profile::Model& model = qualifier.program().profile.model();
  const decide::Decider<1>& decider = qualifier.decider();
  const lead::Lead& lead = qualifier.lead();
  const auto score = [&](profile::Category category) { return decider.evaluator().category(category).now.lane(kLane); };
  const std::uint32_t route = decider.route().lane(kLane);
  const std::uint16_t team = route == 0 ? kNoEntry : model.routes[route - 1].team;
  std::string text;
  if (part == "scores.fit") {
    json.number(score(profile::Category::fit));
  } else if (part == "scores.intent") {
    json.number(score(profile::Category::intent));
  } else if (part == "scores.total") {
    json.number(decider.evaluator().total().now.lane(kLane));
  } else if (part == "band") {
    json.string(profile::levels()[decider.band().lane(kLane)]);
  } else if (part == "stage") {
    json.string(model.stages[decider.stage().lane(kLane)].id);
  } else if (part == "status") {
    json.string(profile::statuses()[decider.status().lane(kLane)]);
  } else if (part == "reason") {
    const std::uint16_t reason = decider.main_reason(kLane);
    reason == kNoEntry ? json.null() : json.string(model.reasons[reason].code);
  } else if (part == "lane") {
    json.string(profile::lanes()[decider.lane().lane(kLane)]);
  } else if (part == "team") {
    team == kNoEntry ? json.null() : json.string(model.teams[team].id);
  } else if (part == "owner") {
    json.string(follow_up.owner);
  } else if (part == "due_at" || part == "as_of") {
    append_rfc3339(text, part == "as_of" ? qualifier.now() : Instant{follow_up.due, qualifier.now().offset_minutes});
    json.string(text);
  } else if (part == "source") {
    const std::int32_t source = lead.fact(Fact::source);
    source == 0 ? json.null() : json.string(fact_value(Fact::source, static_cast<std::uint32_t>(source)));
  } else if (part == "campaign") {
    json.string(lead.campaign);
  } else if (part == "collection_method") {
    json.string(lead.collection_method);
  } else if (part == "consent") {
    const auto outreach = static_cast<std::uint32_t>(lead.fact(Fact::outreach));
    json.string(fact_value(Fact::outreach, outreach));
  } else if (part == "next_step") {
    json.string(follow_up.action);
  } else if (part == "handoff.note") {
    append_handoff_note(text, qualifier, options);
    json.string(text);
  } else if (part == "profile") {
    json.string(text.append(model.id).append("@").append(model.version));
  } else {
    const FieldId timeline = qualifier.program().profile.find_meaning("timeframe");
    if (!usable(qualifier, timeline)) {
      json.null();
    } else if (lead.answers[timeline].code != 0) {
      json.string(qualifier.program().profile.vocabulary(timeline).values[lead.answers[timeline].code - 1].id);
    } else {
      json.string(lead.answers[timeline].text);
    }
  }
}

}  // namespace

void append_handoff_note(std::string& out, Qualifier& qualifier, const HandoffOptions& options) {
  std::string note;
  NoteWriter(note, qualifier, options).write();
  out.append(note);
}

void append_crm_record(std::string& out, Qualifier& qualifier, const HandoffOptions& options) {
  const profile::Profile& profile = qualifier.program().profile;
  const profile::Model& model = profile.model();
  const lead::Lead& lead = qualifier.lead();
  const auto follow_up = decide::find_follow_up(profile, lead, qualifier.decider(), kLane, qualifier.now());
  JsonWriter json(out);
  json.begin_object();
  for (std::size_t i = 0; i < model.fields.size(); ++i) {
    const profile::Field& field = model.fields[i];
    const auto id = static_cast<FieldId>(i);
    if (field.crm.empty() || !usable(qualifier, id)) continue;
    if ((field.personal || field.sensitive) && !options.personal) continue;
    const lead::Answer& answer = lead.answers[i];
    json.key(field.crm);
    switch (field.type) {
      case FieldType::choice:
      case FieldType::yes_no: json.string(profile.vocabulary(id).values[answer.code - 1].id); break;
      case FieldType::choices:
        json.begin_array();
        for (std::uint32_t c = 0; c < answer.code_count; ++c) {
          json.string(profile.vocabulary(id).values[lead.codes[answer.first_code + c] - 1].id);
        }
        json.end_array();
        break;
      case FieldType::number:
      case FieldType::money: json.number(answer.number); break;
      default: json.string(answer.text);
    }
  }
  for (const profile::RecordEntry& entry : model.handoff.record) {
    json.key(entry.crm);
    write_part(json, entry.from, qualifier, options, follow_up);
  }
  json.end_object();
}

}  // namespace prequal::report
