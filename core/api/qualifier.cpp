#include "api/bodies.h"
#include "api/packed_lead.h"
#include "lead/json_lead.h"
#include "report/handoff.h"

namespace prequal::api {

struct Qualifier::Body {
  Profile profile;  // keeps the program alive
  lead::JsonLeadReader reader;
  lead::RawLead raw;
  report::Qualifier qualifier;
  decide::Outcomes outcomes;

  Body(const Profile& of, const Profile::Body& body) : profile(of), reader(body.slots), qualifier(body.program) {
    outcomes.reset(1, body.program.profile.model().reasons.size());
  }
};

Qualifier::Qualifier(const Profile& profile) : body_(std::make_unique<Body>(profile, *profile.body_)) {}
Qualifier::Qualifier(Qualifier&&) noexcept = default;
Qualifier& Qualifier::operator=(Qualifier&&) noexcept = default;
Qualifier::~Qualifier() = default;

std::optional<Problem> Qualifier::run_json(std::string_view lead, Time now) {
  if (const auto problem = body_->reader.read(lead, body_->raw)) return to_public(*problem);
  body_->qualifier.run(body_->raw, to_instant(now));
  return std::nullopt;
}

std::optional<Problem> Qualifier::run_packed(std::string_view record, Time now) {
  if (const auto problem = read_packed_lead(record, body_->raw)) return to_public(*problem);
  body_->qualifier.run(body_->raw, to_instant(now));
  return std::nullopt;
}

Outcome outcome_at(const decide::Outcomes& outcomes, std::size_t lead) {
  return {.fit = outcomes.fit[lead],
          .fit_low = outcomes.fit_low[lead],
          .fit_high = outcomes.fit_high[lead],
          .intent = outcomes.intent[lead],
          .intent_low = outcomes.intent_low[lead],
          .intent_high = outcomes.intent_high[lead],
          .total = outcomes.total[lead],
          .total_low = outcomes.total_low[lead],
          .total_high = outcomes.total_high[lead],
          .band = outcomes.band[lead],
          .band_reach = outcomes.band_reach[lead],
          .eligibility = outcomes.eligibility[lead],
          .stage = outcomes.stage[lead],
          .status = outcomes.status[lead],
          .lane = outcomes.lane[lead],
          .route = outcomes.route[lead],
          .main_reason = outcomes.main_reason[lead],
          .settled = outcomes.settled[lead] != 0};
}

Outcome Qualifier::outcome() const {
  body_->qualifier.decider().store(body_->outcomes, 0);
  return outcome_at(body_->outcomes, 0);
}

std::string Qualifier::verdict(const VerdictOptions& options) {
  std::string out;
  body_->qualifier.write_verdict(out, {.questions = options.questions, .changes = options.changes, .calls = options.calls});
  return out;
}

namespace {

report::HandoffOptions to_handoff(const HandoffOptions& options) {
  return {.language = to_language(options.language), .personal = options.personal};
}

}  // namespace

std::string Qualifier::handoff_note(const HandoffOptions& options) {
  std::string out;
  report::append_handoff_note(out, body_->qualifier, to_handoff(options));
  return out;
}

std::string Qualifier::crm_record(const HandoffOptions& options) {
  std::string out;
  report::append_crm_record(out, body_->qualifier, to_handoff(options));
  return out;
}

}  // namespace prequal::api
