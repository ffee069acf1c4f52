#include "report/qualifier.h"

#include "report/verdict_writer.h"

namespace prequal::report {

Qualifier::Qualifier(const Program& program)
    : program_(program),
      normalizer_(program.profile, lead::Scope::answers),
      loader_(program.plan),
      table_(program.plan),
      decider_(program.plan) {
  table_.reset(1);
}

void Qualifier::run(const lead::RawLead& raw, Instant now) {
  now_ = now;
  raw_ = &raw;
  finished_ = false;
  normalizer_.run(raw, now, lead_);
  loader_.load(lead_, now, table_, 0);
  decider_.run(table_, 0);
}

const lead::Lead& Qualifier::lead() const {
  if (finished_) return lead_;
  if (!finisher_) finisher_ = std::make_unique<lead::Normalizer>(program_.profile);
  finisher_->run(*raw_, now_, lead_);
  finished_ = true;
  return lead_;
}

std::vector<guide::RankedQuestion> Qualifier::questions(const guide::QuestionOptions& options) {
  if (!questioner_) questioner_ = std::make_unique<guide::Questioner>(program_.plan, program_.support);
  return questioner_->rank(lead_, now_, decider_, options);
}

guide::Changes Qualifier::changes(const guide::ChangeOptions& options) {
  if (!changer_) changer_ = std::make_unique<guide::ChangeFinder>(program_.plan, program_.support);
  return changer_->find(lead_, now_, decider_, options);
}

const decide::Decider<1>& Qualifier::decide_without_touches_after(std::int64_t seconds) {
  earlier_raw_.clear();
  earlier_raw_.values = raw_->values;
  earlier_raw_.event_values = raw_->event_values;
  for (const lead::RawEvent& event : raw_->events) {
    if (event.kind == lead::EventKind::touch) {
      const auto at = parse_instant(event.at, now_.offset_minutes);
      if (at && at->seconds > seconds) continue;
    }
    earlier_raw_.events.push_back(event);
  }
  if (!earlier_) earlier_ = std::make_unique<Qualifier>(program_);
  earlier_->run(earlier_raw_, now_);
  return earlier_->decider();
}

void Qualifier::write_verdict(std::string& out, const VerdictOptions& options) {
  VerdictWriter(*this, out).write(options);
}

void Qualifier::write_verdict_part(std::string& out, VerdictPart part, const VerdictOptions& options) {
  VerdictWriter(*this, out).write_alone(part, options);
}

}  // namespace prequal::report
