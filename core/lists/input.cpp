#include "lists/input.h"

#include "base/limits.h"
#include "base/text.h"
#include "lists/csv_splitter.h"
#include "lists/json_splitter.h"
#include "lists/ndjson_splitter.h"

namespace prequal::lists {

void Input::push(std::string_view bytes, LeadSink& sink) {
  sink_ = &sink;
  if (!splitter_ && !failed_) {
    // Exactly the same bytes are looked at however the input is cut.
    std::string_view rest;
    if (head_.size() + bytes.size() < limits::kSniffBytes) {
      head_.append(bytes);
      return;
    }
    if (!head_.empty()) {
      const std::size_t part = limits::kSniffBytes - head_.size();
      rest = bytes.substr(part);
      head_.append(bytes.substr(0, part));
      bytes = head_;
    }
    look(bytes.substr(0, limits::kSniffBytes), false);
    if (splitter_ && !failed_) splitter_->push(bytes.substr(shape_.skip), *this);
    bytes = rest;
    std::string().swap(head_);
  }
  if (splitter_ && !failed_) splitter_->push(bytes, *this);
}

void Input::finish(LeadSink& sink) {
  sink_ = &sink;
  if (!splitter_ && !failed_) {
    look(head_, true);
    if (splitter_ && !failed_) splitter_->push(std::string_view(head_).substr(shape_.skip), *this);
    std::string().swap(head_);
  }
  if (splitter_ && !failed_) splitter_->finish(*this);
  if (failed_) return;
  if (records_ == 0) {
    sink.on_problem({.code = Code::list_empty});
  } else if (!feeds_field(columns())) {
    std::string count;
    append_number(count, static_cast<std::int64_t>(columns().size()));
    sink.on_problem({.code = Code::list_no_column, .detail = count + " keys"});
  }
}

void Input::look(std::string_view head, bool whole) {
  shape_ = find_shape(head, whole, asked_);
  if (shape_.problem) {
    fail(*shape_.problem);
    return;
  }
  reader_ = std::make_unique<RecordReader>(names_, shape_.format, shape_.delimiter);
  switch (shape_.format) {
    case Format::ndjson: splitter_ = std::make_unique<NdjsonSplitter>(); break;
    case Format::json: splitter_ = std::make_unique<JsonSplitter>(); break;
    default: splitter_ = std::make_unique<CsvSplitter>(shape_.delimiter); break;
  }
}

void Input::fail(Problem problem) {
  failed_ = true;
  sink_->on_problem(std::move(problem));
}

void Input::on_record(const Record& record) {
  if (failed_) return;
  if (reader_->needs_header()) {
    header_rows_ = 1;
    if (auto problem = reader_->read_header(record, *this)) fail(std::move(*problem));
    return;
  }
  ++records_;
  const Record counted{record.bytes, record.row - header_rows_, record.line};
  if (auto problem = reader_->read(counted, lead_)) {
    // A column is one of the line only where a record is a line.
    if (shape_.format != Format::ndjson) problem->column = 0;
    problem->line = static_cast<std::uint32_t>(record.line);
    sink_->on_rejected(counted, std::move(*problem));
    return;
  }
  for (Problem warning : reader_->warnings()) {
    warning.line = static_cast<std::uint32_t>(record.line);
    sink_->on_problem(std::move(warning));
  }
  sink_->on_lead(counted, lead_);
}

void Input::on_rejected(const Record& record, Problem problem) {
  if (failed_) return;
  if (reader_->needs_header()) {
    // Without a header no row can be read.
    problem.row = 0;
    fail(std::move(problem));
    return;
  }
  ++records_;
  problem.row -= header_rows_;
  problem.line = static_cast<std::uint32_t>(record.line);
  sink_->on_rejected({record.bytes, record.row - header_rows_, record.line}, std::move(problem));
}

void Input::on_problem(Problem problem) {
  if (failed_) return;
  if (problem.code == Code::list_format) {
    fail(std::move(problem));
    return;
  }
  sink_->on_problem(std::move(problem));
}

const std::vector<Column>& Input::columns() const {
  static const std::vector<Column> kNone;
  return reader_ ? reader_->columns() : kNone;
}

void Input::copy_cells(std::string_view bytes, std::vector<std::string>& out) {
  reader_->copy_cells(bytes, out);
}

void Input::read_again(std::string_view bytes, lead::RawLead& lead) {
  (void)reader_->read({bytes, 0, 0}, lead);
}

}  // namespace prequal::lists
