#include "report/qualifier.h"

#include "report/verdict_writer.h"

namespace prequal::report {

Qualifier::Qualifier(const Program& program)
    : program_(program), normalizer_(program.profile), loader_(program.plan), table_(program.plan), decider_(program.plan) {
  table_.reset(1);
}

void Qualifier::run(const lead::RawLead& raw, Instant now) {
  now_ = now;
  normalizer_.run(raw, now, lead_);
  loader_.load(lead_, now, table_, 0);
  decider_.run(table_, 0);
}

std::vector<guide::RankedQuestion> Qualifier::questions(const guide::QuestionOptions& options) {
  if (!questioner_) questioner_ = std::make_unique<guide::Questioner>(program_.plan, program_.support);
  return questioner_->rank(lead_, now_, decider_, options);
}

guide::Changes Qualifier::changes(const guide::ChangeOptions& options) {
  if (!changer_) changer_ = std::make_unique<guide::ChangeFinder>(program_.plan, program_.support);
  return changer_->find(lead_, now_, decider_, options);
}

void Qualifier::write_verdict(std::string& out, const VerdictOptions& options) {
  VerdictWriter(*this, out).write(options);
}

}  // namespace prequal::report
