// Verdict document: next questions, and what would change the outcome.
#include "profile/facts.h"
#include "profile/names.h"
#include "report/handoff.h"
#include "report/verdict_writer.h"

namespace prequal::report {

using profile::FieldType;

void VerdictWriter::write_questions(bool calls) {
  json_.key("questions").begin_array();
  for (const guide::RankedQuestion& entry : qualifier_.questions({.include_calls = calls})) {
    const profile::Field& field = model_.fields[entry.field];
    json_.begin_object().field("field", field.id);
    if (entry.question != profile::kNoEntry) {
      json_.field("question", model_.questions[entry.question].id);
      if (!model_.questions[entry.question].topic.empty()) json_.field("topic", model_.questions[entry.question].topic);
    }
    json_.field("effect", guide::effect_name(entry.effect));
    json_.field("asked", profile::name_in(profile::asked_in(), field.asked)).end_object();
  }
  json_.end_array();
}

// The profile's questions for this lead that are still open, for a conversation: whether or not an answer changes the
// verdict (R12-05 to R12-08). What was answered, or cannot be answered, is not asked again.
void VerdictWriter::write_discovery() {
  json_.key("discovery").begin_array();
  for (const profile::Question& question : model_.questions) {
    if (question.field == profile::kNoField) continue;
    const lead::DataState state = lead_.answers[question.field].state;
    const bool closed = lead::is_usable(state) || state == lead::DataState::unsure;
    if (closed || !profile_.field_applies(question.field)) continue;
    if (!decider_.evaluator().now(question.when).yes.lane(0)) continue;
    json_.begin_object().field("question", question.id).field("field", model_.fields[question.field].id);
    if (!question.topic.empty()) json_.field("topic", question.topic);
    json_.end_object();
  }
  json_.end_array();
}

void VerdictWriter::write_handoff() {
  json_.key("handoff").begin_object().flag("ready", handoff().ready());
  write_texts("missing", handoff().missing);
  write_texts("problems", handoff().problems);
  json_.flag("returned", handoff().returned).end_object();
}

void VerdictWriter::write_hypothesis(const guide::Hypothesis& answer) {
  if (profile::is_fact(answer.field)) {
    json_.field(profile::fact_name(profile::source_fact(answer.field)), "given");
    return;
  }
  const profile::Field& field = model_.fields[answer.field];
  json_.key(field.id);
  switch (field.type) {
    case FieldType::choices:
      if (answer.value < 0) {
        const auto& values = profile_.vocabulary(answer.field).values;
        json_.begin_array();
        for (const std::uint32_t code : guide::Hypotheses(profile_).codes(answer)) json_.string(values[code - 1].id);
        json_.end_array();
        break;
      }
      [[fallthrough]];
    case FieldType::choice:
    case FieldType::yes_no:
      json_.string(profile_.vocabulary(answer.field).values[static_cast<std::size_t>(answer.value - 1)].id);
      break;
    case FieldType::number:
    case FieldType::money: json_.number(answer.value); break;
    case FieldType::date:
    case FieldType::time: {
      std::string text;
      const std::int32_t value = answer.value - evaluate::relative_to(qualifier_.now(), field, 0);
      if (field.type == FieldType::date) {
        append_date(text, value);
      } else {
        append_rfc3339(text, {std::int64_t{value} * 60, qualifier_.now().offset_minutes});
      }
      json_.string(text);
      break;
    }
    default: json_.boolean(true);
  }
}

// Every entry was evaluated with these answers put in; "with" is what came out.
void VerdictWriter::write_changes() {
  const guide::Changes changes = qualifier_.changes({});
  json_.key("changes").begin_object().flag("complete", changes.complete).key("list").begin_array();
  for (const guide::Change& change : changes.list) {
    json_.begin_object().field("target", guide::target_name(change.target)).key("answers").begin_object();
    for (const guide::Hypothesis& answer : change.answers) write_hypothesis(answer);
    json_.end_object().key("with").begin_object();
    json_.field("total", change.total).field("band", profile::levels()[change.band]);
    json_.field("stage", model_.stages[change.stage].id);
    json_.field("eligibility", profile::eligibilities()[change.eligibility]);
    json_.field("lane", profile::lanes()[change.lane]).end_object().end_object();
  }
  json_.end_array().end_object();
}

}  // namespace prequal::report
