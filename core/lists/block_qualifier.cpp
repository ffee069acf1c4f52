#include "lists/block_qualifier.h"

namespace prequal::lists {

BlockQualifier::BlockQualifier(const report::Program& program)
    : normalizer_(program.profile, lead::Scope::outcomes),
      loader_(program.plan),
      table_(program.plan),
      decider_(program.plan) {
  table_.reset(evaluate::kBlockLeads);
}

void BlockQualifier::add(const lead::RawLead& raw, Instant now) {
  normalizer_.run(raw, now, lead_);
  loader_.load(lead_, now, table_, size_++);
}

void BlockQualifier::finish(decide::Outcomes& out, std::size_t first, Summary& summary) {
  if (size_ == 0) return;
  decider_.run(table_, 0);
  out.grow(first + size_);
  decider_.store(out, first);
  summary.add(out, first, size_);
  summary.add_criteria(decider_, size_);
  size_ = 0;
}

}  // namespace prequal::lists
