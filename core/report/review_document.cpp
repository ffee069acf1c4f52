#include "report/review_document.h"

#include "base/json_scanner.h"
#include "base/json_writer.h"
#include "decide/review.h"

namespace prequal::report {

namespace {

/// The texts of an act; decide::ReviewAction borrows them.
struct Act {
  std::string action;
  std::string by;
  std::string reason;
  std::string to;
  std::string until;
  std::string resume_when;
  std::string note;
  std::string at;

  std::string* find(std::string_view name) {
    if (name == "action") return &action;
    if (name == "by") return &by;
    if (name == "reason") return &reason;
    if (name == "to") return &to;
    if (name == "until") return &until;
    if (name == "resume_when") return &resume_when;
    if (name == "note") return &note;
    if (name == "at") return &at;
    return nullptr;
  }
};

Problem shape(std::string_view subject, std::string_view detail) {
  return {.code = Code::lead_shape, .subject = std::string(subject), .detail = std::string(detail)};
}

std::optional<Problem> read_act(std::string_view json, Act& act) {
  JsonScanner scanner(json);
  if (scanner.next() != JsonToken::object_begin) return shape("act", "an object is expected");
  std::string name;
  std::string scratch;
  for (;;) {
    const JsonToken token = scanner.next();
    if (token == JsonToken::object_end) break;
    if (token != JsonToken::key) return shape("act", "it is no JSON");
    name = scanner.view_text(scratch);
    std::string* const target = act.find(name);
    if (target == nullptr) return shape(name, "an act has no such part");
    if (scanner.next() != JsonToken::string) return shape(name, "a text is expected");
    *target = scanner.view_text(scratch);
  }
  return scanner.next() == JsonToken::end ? std::nullopt : std::optional(shape("act", "it is no JSON"));
}

}  // namespace

std::optional<Problem> append_review(std::string& out, const Qualifier& qualifier, std::string_view act) {
  Act texts;
  if (auto problem = read_act(act, texts)) return problem;
  decide::ReviewAction action{.action = texts.action,
                              .by = texts.by,
                              .reason = texts.reason,
                              .to = texts.to,
                              .until = texts.until,
                              .resume_when = texts.resume_when,
                              .note = texts.note,
                              .at = qualifier.now()};
  if (!texts.at.empty()) {
    const auto at = parse_rfc3339(texts.at);
    if (!at) return Problem{.code = Code::bad_time, .subject = "at"};
    action.at = *at;
  }
  if (!texts.until.empty() && !parse_date(texts.until)) return shape("until", "a date as YYYY-MM-DD is expected");
  const auto result = decide::review(qualifier.program().profile, qualifier.lead(), qualifier.decider(), kLane, action);
  JsonWriter json(out);
  json.begin_object().flag("allowed", result.allowed()).field("stage", result.stage).field("record", result.record);
  json.flag("rejection", result.rejection).flag("ops_error", result.ops_error).key("problems").begin_array();
  for (const Problem& problem : result.problems.list()) {
    json.begin_object().field("code", code_name(problem.code)).field("severity", severity_name(problem.severity()));
    if (!problem.subject.empty()) json.field("subject", problem.subject);
    if (!problem.detail.empty()) json.field("detail", problem.detail);
    json.end_object();
  }
  std::string entry;
  decide::append_history_entry(entry, action);
  json.end_array().key("entry").raw(entry).end_object();
  return std::nullopt;
}

}  // namespace prequal::report
