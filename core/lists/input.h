// Floor: lists. Bytes of a list in, raw leads out: finds the format, cuts records, reads the header and every record. Lists
// in memory, the streaming command and the search for the newest time all stand on this.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lists/format.h"
#include "lists/names.h"
#include "lists/record_reader.h"
#include "lists/splitter.h"

namespace prequal::lists {

/// Receives what an Input reads, in the order of the list.
class LeadSink {
 public:
  /// A record and the lead in it. Both are valid during the call.
  virtual void on_lead(const Record& record, const lead::RawLead& lead) = 0;
  /// A record that is no usable lead; its bytes are empty when they were too many to keep.
  virtual void on_rejected(const Record& record, Problem problem) = 0;
  /// A problem that costs no record: of the header, of a value that was not used, of the list as a whole.
  virtual void on_problem(Problem problem) = 0;

 protected:
  ~LeadSink() = default;
};

/// Reads one list, in chunks of any size. Gives the same whatever the chunks. Holds at most limits::kSniffBytes until the
/// format is known, then at most one record.
class Input final : private RecordSink {
 public:
  Input(const Names& names, Format format) : names_(names), asked_(format) {}

  void push(std::string_view bytes, LeadSink& sink);
  /// The input has ended.
  void finish(LeadSink& sink);

  /// The list cannot be read at all, or not any further: what comes is passed over. The reason is among the problems.
  [[nodiscard]] bool failed() const { return failed_; }
  /// The format is known, and the header of a table is read.
  [[nodiscard]] bool columns_known() const { return reader_ && !reader_->needs_header(); }
  /// Requires: columns_known() for CSV; other formats learn columns as they go. Empty before.
  [[nodiscard]] const std::vector<Column>& columns() const;
  [[nodiscard]] Format format() const { return shape_.format; }
  [[nodiscard]] char delimiter() const { return shape_.delimiter; }
  [[nodiscard]] std::uint64_t records() const { return records_; }

  /// See RecordReader. Requires: bytes of a record of this list.
  void copy_cells(std::string_view bytes, std::vector<std::string>& out);
  /// Reads a record of this list once more; `lead` borrows from `bytes` and from this object until the next record is read.
  /// Requires: it was read before.
  void read_again(std::string_view bytes, lead::RawLead& lead);

  /// Bytes of input that are held, for tests of the bound.
  [[nodiscard]] std::size_t held() const { return head_.capacity() + (splitter_ ? splitter_->held() : 0); }

 private:
  void on_record(const Record& record) override;
  void on_rejected(const Record& record, Problem problem) override;
  void on_problem(Problem problem) override;

  void look(std::string_view head, bool whole);
  void fail(Problem problem);

  const Names& names_;
  Format asked_;
  Shape shape_;
  std::string head_;  // until the format is known
  std::unique_ptr<Splitter> splitter_;
  std::unique_ptr<RecordReader> reader_;
  LeadSink* sink_ = nullptr;  // during push and finish
  lead::RawLead lead_;
  std::uint64_t records_ = 0;
  std::uint64_t header_rows_ = 0;
  bool failed_ = false;
};

}  // namespace prequal::lists
