#include "lists/lead_columns.h"

namespace prequal::lists {

LeadColumns::LeadColumns(const report::Program& program)
    : normalizer_(program.profile, lead::Scope::outcomes),
      loader_(program.plan),
      table_(program.plan),
      decider_(program.plan) {
  table_.reset(evaluate::kBlockLeads);
}

void LeadColumns::add(const lead::RawLead& raw, Instant now) {
  table_.grow(size_ + 1);
  if (table_.turned() > size_) table_.turn_bits(size_ / 64 * 64);
  normalizer_.run(raw, now, lead_);
  loader_.load(lead_, now, table_, size_++);
}

void LeadColumns::replace(std::size_t row, const lead::RawLead& raw, Instant now) {
  normalizer_.run(raw, now, lead_);
  const bool turned = row < table_.turned();
  if (turned) table_.turn_group(row / 64);
  loader_.load(lead_, now, table_, row);
  if (turned) table_.turn_group(row / 64);
}

void LeadColumns::qualify(decide::Outcomes& out, decide::Extent extent) {
  table_.turn_bits(size_);
  out.grow(size_);
  for (std::size_t first = 0; first < size_; first += evaluate::kBlockLeads) {
    decider_.run(table_, first);
    decider_.store(out, first, extent);
  }
}

}  // namespace prequal::lists
