// Floor: lists. Leads that are kept as columns, to be qualified as often as somebody likes without being read again: after a
// threshold moved in another profile of the same fields, after one lead changed, or just once for many.
#pragma once

#include <cstddef>

#include "decide/decider.h"
#include "evaluate/loader.h"
#include "lead/normalizer.h"
#include "report/qualifier.h"

namespace prequal::lists {

/// Every lead was understood and checked when it came in; what is kept is only what the profile's rules look at, some 100 to
/// 300 bytes a lead. Texts are not kept. Use one for each thread.
class LeadColumns {
 public:
  explicit LeadColumns(const report::Program& program);

  [[nodiscard]] std::size_t size() const { return size_; }
  /// Bytes that the columns take.
  [[nodiscard]] std::size_t bytes() const { return table_.bytes(); }

  /// Takes a lead in as the last one. Afterwards `raw` may go.
  void add(const lead::RawLead& raw, Instant now);
  /// Takes a lead in the place of another. Requires: row < size().
  void replace(std::size_t row, const lead::RawLead& raw, Instant now);

  /// Decides about all leads, by the time at which each was taken in. `out` gets size() leads; columns that are not asked for
  /// keep what they hold.
  void qualify(decide::Outcomes& out, decide::Extent extent);

 private:
  lead::Normalizer normalizer_;
  evaluate::Loader loader_;
  evaluate::FactTable table_;
  decide::Decider<evaluate::kBlockWords> decider_;
  lead::Lead lead_;
  std::size_t size_ = 0;
};

}  // namespace prequal::lists
