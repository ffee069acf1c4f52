// Floor: lists. One record of a list as raw bytes, and who receives records.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/problem.h"

namespace prequal::lists {

/// The bytes of one record as they stand in the input, without its line end. Valid during the call that hands it over.
struct Record {
  std::string_view bytes;
  std::uint64_t row = 0;   ///< from 1; a header has none and is not counted
  std::uint64_t line = 0;  ///< of the input, where the record starts, from 1
};

/// Receives what a list holds, in its order. A record arrives by exactly one of on_record and on_rejected.
class RecordSink {
 public:
  virtual void on_record(const Record& record) = 0;
  /// A record that cannot be read. Its bytes are empty when they were too many to keep. The problem names its row.
  virtual void on_rejected(const Record& record, Problem problem) = 0;
  /// A problem that costs no record.
  virtual void on_problem(Problem problem) = 0;

 protected:
  ~RecordSink() = default;
};

}  // namespace prequal::lists
