// Floor: lists. Qualifies leads 512 at a time: outcomes only, no traces. This is how lists are worked off.
#pragma once

#include <cstddef>

#include "decide/decider.h"
#include "evaluate/loader.h"
#include "lead/normalizer.h"
#include "lists/summary.h"
#include "report/qualifier.h"

namespace prequal::lists {

/// Holds one block and scratch space; use one for each thread. Nothing is allocated for a lead in the steady state.
class BlockQualifier {
 public:
  explicit BlockQualifier(const report::Program& program);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool full() const { return size_ == evaluate::kBlockLeads; }

  /// Takes a lead into the block. Requires: !full(). Afterwards `raw` may go.
  void add(const lead::RawLead& raw, Instant now);
  /// The lead that was added last; its texts borrow from its raw lead.
  [[nodiscard]] const lead::Lead& last() const { return lead_; }

  /// Decides about the leads of the block, writes their outcomes from `first` on (`out` grows as needed), counts them in
  /// `summary`, and starts an empty block.
  void finish(decide::Outcomes& out, std::size_t first, Summary& summary);
  /// Forgets the leads of the block.
  void clear() { size_ = 0; }

 private:
  lead::Normalizer normalizer_;
  evaluate::Loader loader_;
  evaluate::FactTable table_;
  decide::Decider<evaluate::kBlockWords> decider_;
  lead::Lead lead_;
  std::size_t size_ = 0;
};

}  // namespace prequal::lists
