// Verdict document: what was noticed about the data, where a free text holds sensitive detail, and which answers disagree.
#include <algorithm>
#include <array>

#include "base/sort.h"
#include "base/text.h"
#include "profile/facts.h"
#include "quality/sensitive.h"
#include "quality/tiers.h"
#include "report/verdict_writer.h"

namespace prequal::report {

using profile::Fact;
using profile::FieldId;
using profile::kNoField;

namespace {

// How sure a disagreement is, in parts of a hundred: an order, from experience and not from a count.
constexpr std::int32_t kStatedTwice = 95;        // two answers of the same person to one question
constexpr std::int32_t kPostalCode = 90;         // a ZIP code lies in one state; people mistype either
constexpr std::int32_t kContradiction = 80;      // the profile says that these cannot go together
constexpr std::int32_t kOtherOrganization = 60;  // people change employers, and organizations have several domains
constexpr std::int32_t kBehavior = 50;           // low interest or a fault of tracking
constexpr std::int32_t kAreaCode = 20;           // people take their numbers along

// Characters before a byte: what a reader of the document counts.
std::int64_t count_points(std::string_view text) {
  return std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

}  // namespace

void VerdictWriter::write_findings() {
  json_.key("findings").begin_array();
  for (const lead::Note& note : lead_.notes) {
    json_.begin_object().field("code", lead::finding_code(note.finding));
    if (note.field != kNoField) {
      json_.field("field", model_.fields[note.field].id);
    } else if (!note.about.empty()) {
      json_.field("about", note.about);
    }
    if (!note.detail.empty()) json_.field("detail", note.detail);
    if (!note.proposal.empty()) json_.field("proposal", note.proposal);
    json_.field("level", lead::finding_level_name(lead::finding_level(note.finding)));
    json_.field("action", lead::finding_action(note.finding));
    if (note.suggestion != 0) {
      json_.field("suggestion", profile_.vocabulary(note.field).values[note.suggestion - 1].id);
    } else if (note.finding == lead::Finding::value_unknown) {
      write_choices(note.field);
    }
    json_.end_object();
  }
  json_.end_array();
}

// Places and kinds; never the text itself.
void VerdictWriter::write_details() {
  if (lead_.details.empty()) return;
  json_.key("sensitive").begin_array();
  for (const lead::Detail& detail : lead_.details) {
    const std::string_view text = lead_.answers[detail.field].text;
    json_.begin_object().field("field", model_.fields[detail.field].id);
    json_.field("kind", quality::sensitive_code(detail.span.kind));
    json_.field("family", quality::family_name(quality::sensitive_family(detail.span.kind)));
    json_.field("confidence", detail.span.confidence);
    json_.field("start", static_cast<std::int32_t>(count_points(text.substr(0, detail.span.start))));
    json_.field("length", static_cast<std::int32_t>(count_points(text.substr(detail.span.start, detail.span.length))));
    json_.end_object();
  }
  json_.end_array();
}

// Answers that disagree: which, how sure that is, and what to ask, the easiest question first (R03-05 to R03-09).
void VerdictWriter::write_disagreements() {
  json_.key("disagreements").begin_array();
  const auto entry = [&](std::string_view code, std::int32_t certainty, std::vector<FieldId> fields) {
    json_.begin_object().field("code", code).field("certainty", certainty).key("fields").begin_array();
    for (const FieldId field : fields) json_.string(model_.fields[field].id);
    json_.end_array().key("ask").begin_array();
    sort_by_key(fields, [&](FieldId field) { return model_.fields[field].burden; });
    for (const FieldId field : fields) json_.string(model_.fields[field].id);
    json_.end_array().end_object();
  };
  for (std::size_t i = 0; i < model_.fields.size(); ++i) {
    if (lead_.answers[i].state == lead::DataState::conflicting) {
      entry(lead::finding_code(lead::Finding::inconsistent), kStatedTwice, {static_cast<FieldId>(i)});
    }
  }
  for (const profile::Contradiction& check : model_.contradictions) {
    if (decider_.evaluator().now(check.when).yes.lane(kLane)) entry(check.id, kContradiction, check.fields);
  }
  // Facts that compare two fields: the finding stands at one of them.
  struct Comparison {
    lead::Finding finding;
    std::string_view other;  // meaning of the field it is compared with
    std::int32_t certainty;
  };
  constexpr auto kComparisons = std::to_array<Comparison>({
      {lead::Finding::postal_code_other_state, "state", kPostalCode},
      {lead::Finding::contact_org_mismatch, "website", kOtherOrganization},
      {lead::Finding::phone_other_state, "state", kAreaCode},
  });
  for (const Comparison& comparison : kComparisons) {
    const auto note = std::ranges::find(lead_.notes, comparison.finding, &lead::Note::finding);
    if (note == lead_.notes.end()) continue;
    entry(lead::finding_code(comparison.finding), comparison.certainty,
          {note->field, profile_.find_meaning(comparison.other)});
  }
  constexpr auto kMismatch = static_cast<std::int32_t>(fact_code(Fact::behavior, "mismatch"));
  if (lead_.fact(Fact::behavior) == kMismatch) {
    entry("interest_behavior_mismatch", kBehavior, {model_.behavior.field});
  }
  json_.end_array();
}

// A smaller table knows fewer domains, so a reader has to know which one spoke (docs/reference-data.md).
void VerdictWriter::write_reference() {
  if (lead_.fact(Fact::email_kind) == 0) return;
  json_.field("reference", quality::tier_name(quality::kTier));
}

}  // namespace prequal::report
