// The words of the format for the enumerations of the model, in the order of their values.
#include "profile/names.h"
#include "profile/model.h"

namespace prequal::profile {

const std::vector<std::string_view>& field_types() {
  static const std::vector<std::string_view> kNames{"choice", "choices", "yes_no",      "number",    "money",
                                                    "date",   "time",    "text",        "long_text", "email",
                                                    "phone",  "website", "postal_code", "name"};
  return kNames;
}
const std::vector<std::string_view>& field_levels() {
  static const std::vector<std::string_view> kNames{"minimum", "context", "optional"};
  return kNames;
}
const std::vector<std::string_view>& asked_in() {
  static const std::vector<std::string_view> kNames{"form", "call"};
  return kNames;
}
const std::vector<std::string_view>& categories() {
  static const std::vector<std::string_view> kNames{"fit", "intent", "adjustment", "negative"};
  return kNames;
}
const std::vector<std::string_view>& bases() {
  static const std::vector<std::string_view> kNames{"firmographic", "behavioral", "conversation"};
  return kNames;
}
const std::vector<std::string_view>& levels() {
  static const std::vector<std::string_view> kNames{"low", "mid", "high"};
  return kNames;
}
const std::vector<std::string_view>& cells() {
  static const std::vector<std::string_view> kNames{"sales", "marketing", "nurture", "review"};
  return kNames;
}
const std::vector<std::string_view>& band_modes() {
  static const std::vector<std::string_view> kNames{"total", "matrix", "rules"};
  return kNames;
}
const std::vector<std::string_view>& paths() {
  static const std::vector<std::string_view> kNames{"b2b", "patient", "member"};
  return kNames;
}
const std::vector<std::string_view>& stop_scopes() {
  static const std::vector<std::string_view> kNames{"offer", "outreach", "now"};
  return kNames;
}
const std::vector<std::string_view>& reason_classes() {
  static const std::vector<std::string_view> kNames{"none",     "permanent", "nurture", "reroute",
                                                    "fix_data", "ops_issue", "hold"};
  return kNames;
}
const std::vector<std::string_view>& reason_causes() {
  static const std::vector<std::string_view> kNames{"lead", "ours"};
  return kNames;
}
const std::vector<std::string_view>& lanes() {
  static const std::vector<std::string_view> kNames{"none",      "sales",       "discovery", "first_call",
                                                    "marketing", "nurture",     "review",    "redirect",
                                                    "intake",    "coordinator", "partner"};
  return kNames;
}
const std::vector<std::string_view>& stage_ids(Path path) {
  static const std::vector<std::string_view> kB2b{"inquiry", "mql", "sal", "sql", "opportunity"};
  static const std::vector<std::string_view> kPatient{"inquiry", "intake_ready", "intake_scheduled", "intake_completed"};
  static const std::vector<std::string_view> kMember{"inquiry", "enrollment_ready", "enrollment_scheduled", "enrolled"};
  switch (path) {
    case Path::patient: return kPatient;
    case Path::member: return kMember;
    case Path::b2b: break;
  }
  return kB2b;
}
const std::vector<std::string_view>& channels() {
  static const std::vector<std::string_view> kNames{"email", "phone", "text", "mail"};
  return kNames;
}
const std::vector<std::string_view>& committee_slots() {
  static const std::vector<std::string_view> kNames{"signer",     "influencer",  "administrator", "clinical",
                                                    "operations", "procurement", "compliance",    "finance",
                                                    "it",         "legal",       "implementation"};
  return kNames;
}
const std::vector<std::string_view>& record_sources() {
  static const std::vector<std::string_view> kNames{
      "scores.fit", "scores.intent", "scores.total", "band",    "stage",  "status",   "reason",
      "lane",       "team",          "owner",        "due_at",  "source", "campaign", "collection_method",
      "consent",    "next_step",     "handoff.note", "profile", "as_of",  "timeline"};
  return kNames;
}
const std::vector<std::string_view>& eligibilities() {
  static const std::vector<std::string_view> kNames{"undetermined", "eligible", "ineligible"};
  return kNames;
}
const std::vector<std::string_view>& statuses() {
  static const std::vector<std::string_view> kNames{"active",      "needs_data", "mql_no_timeline", "nurture",
                                                    "on_hold",     "reroute",    "disqualified",    "spam",
                                                    "closed_lost", "closed_won"};
  return kNames;
}

}  // namespace prequal::profile
