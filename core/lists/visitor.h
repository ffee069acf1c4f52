// Floor: lists. Who goes through the leads of a list once more, one after the other.
#pragma once

#include <cstddef>

#include "lead/raw_lead.h"
#include "report/qualifier.h"

namespace prequal::lists {

class LeadVisitor {
 public:
  /// A lead by its position in the list, as it stands there, and just qualified. Valid during the call.
  virtual void on_lead(std::size_t lead, const lead::RawLead& raw, const report::Qualifier& qualifier) = 0;

 protected:
  ~LeadVisitor() = default;
};

}  // namespace prequal::lists
