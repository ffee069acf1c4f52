// Floor: lists. From the bytes of one record to a raw lead, whatever the format of the list.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lead/json_lead.h"
#include "lead/raw_lead.h"
#include "lists/columns.h"
#include "lists/csv_cells.h"
#include "lists/format.h"
#include "lists/record.h"

namespace prequal::lists {

/// Reads the records of one list. Holds scratch space; what it fills borrows from the record and from the reader.
class RecordReader {
 public:
  RecordReader(const Names& names, Format format, char delimiter)
      : names_(names), format_(format), cells_(delimiter), keys_(names), json_(names.slots(), &keys_) {}
  RecordReader(const RecordReader&) = delete;
  RecordReader& operator=(const RecordReader&) = delete;

  /// CSV: takes the first record for the header. A problem means that the list cannot be read.
  [[nodiscard]] std::optional<Problem> read_header(const Record& record, RecordSink& sink);
  [[nodiscard]] bool needs_header() const { return format_ == Format::csv && columns_.empty(); }

  /// Fills `lead`. A problem means that the record is not a usable lead.
  [[nodiscard]] std::optional<Problem> read(const Record& record, lead::RawLead& lead);
  /// Fields of the last record whose value is too long and was not used.
  [[nodiscard]] const std::vector<Problem>& warnings() const { return warnings_; }

  /// The values of a record under every column, used or not, as they stand in the list: quotes and escapes resolved, JSON
  /// values that are no texts as JSON. Empty where it has none.
  void copy_cells(std::string_view bytes, std::vector<std::string>& out);

  /// So far; JSON lists grow columns as they are read.
  [[nodiscard]] const std::vector<Column>& columns() const { return format_ == Format::csv ? columns_ : keys_.list(); }

 private:
  [[nodiscard]] std::optional<Problem> read_row(const Record& record, lead::RawLead& lead);
  [[nodiscard]] std::optional<Problem> check_text(const Record& record) const;
  void warn_too_long(std::uint64_t row, std::string_view column);
  void copy_members(JsonScanner& scanner, std::string_view bytes, std::string& path, std::vector<std::string>& out) const;

  const Names& names_;
  Format format_;
  CsvCells cells_;
  std::vector<Column> columns_;  // CSV
  KeyColumns keys_;              // JSON
  lead::JsonLeadReader json_;
  std::vector<Problem> warnings_;
};

}  // namespace prequal::lists
