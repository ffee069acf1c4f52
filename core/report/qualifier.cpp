#include "report/qualifier.h"

#include "report/verdict_writer.h"

namespace prequal::report {

Qualifier::Qualifier(const Program& program)
    : program_(program),
      normalizer_(program.profile),
      loader_(program.plan),
      table_(program.plan),
      decider_(program.plan) {
  table_.reset(1);
}

void Qualifier::run(const lead::RawLead& raw, Instant now) {
  now_ = now;
  normalizer_.run(raw, now, lead_);
  loader_.load(lead_, now, table_, 0);
  decider_.run(table_, 0);
}

void Qualifier::write_verdict(std::string& out) const { VerdictWriter(*this, out).write(); }

}  // namespace prequal::report
