#include "lists/record_reader.h"

#include <algorithm>

#include "base/limits.h"
#include "base/text.h"

namespace prequal::lists {
namespace {

std::string number_of(std::size_t count, std::string_view one, std::string_view many) {
  std::string out;
  append_number(out, static_cast<std::int64_t>(count));
  out.push_back(' ');
  return out.append(count == 1 ? one : many);
}

std::string bad_cell(std::size_t cell) {
  std::string out = "in value ";
  append_number(out, static_cast<std::int64_t>(cell));
  return out.append(" something stands between the closing quote and the next delimiter");
}

}  // namespace

std::optional<Problem> RecordReader::check_text(const Record& record) const {
  if (is_ascii_text(record.bytes)) return std::nullopt;
  if (find_malformed_utf8(record.bytes) != std::string_view::npos) {
    return Problem{.code = Code::list_malformed_utf8, .row = record.row};
  }
  if (record.bytes.contains('\0')) return Problem{.code = Code::list_nul, .row = record.row};
  return std::nullopt;
}

std::optional<Problem> RecordReader::read_header(const Record& record, RecordSink& sink) {
  // A header in a foreign encoding costs only the names that are hit.
  if (auto problem = check_text({record.bytes, 0, record.line})) sink.on_problem(std::move(*problem));
  if (!cells_.read(record.bytes))
    return Problem{.code = Code::list_syntax, .detail = "the header: " + bad_cell(cells_.bad_cell())};
  if (cells_.cells().size() > limits::kColumns) return Problem{.code = Code::list_columns};
  columns_ = map_header(names_, cells_.cells(), sink);
  if (feeds_field(columns_)) return std::nullopt;
  return Problem{.code = Code::list_no_column, .detail = number_of(columns_.size(), "column", "columns")};
}

std::optional<Problem> RecordReader::read(const Record& record, lead::RawLead& lead) {
  warnings_.clear();
  if (format_ == Format::csv) return read_row(record, lead);
  std::optional<Problem> problem = json_.read(record.bytes, lead);
  if (problem) {
    if (record.bytes.contains('\0')) problem = Problem{.code = Code::list_nul};
    problem->row = record.row;
    return problem;
  }
  if (!lead.too_long) return std::nullopt;
  for (const lead::RawValue& value : lead.values) {
    if (value.kind == lead::RawKind::too_long) warn_too_long(record.row, names_.slot_name(value.slot));
  }
  return std::nullopt;
}

std::optional<Problem> RecordReader::read_row(const Record& record, lead::RawLead& lead) {
  lead.clear();
  if (auto problem = check_text(record)) return problem;
  lead.well_formed = true;
  if (!cells_.read(record.bytes)) {
    return Problem{.code = Code::list_syntax, .row = record.row, .detail = bad_cell(cells_.bad_cell())};
  }
  const auto& cells = cells_.cells();
  if (cells.size() != columns_.size()) {
    return Problem{.code = Code::list_width,
                   .row = record.row,
                   .detail = number_of(cells.size(), "value", "values") + "; the header has " +
                             number_of(columns_.size(), "column", "columns")};
  }
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (columns_[i].slot == lead::kNoSlot || cells[i].empty()) continue;
    if (cells[i].size() > limits::kFieldBytes) {
      warn_too_long(record.row, columns_[i].name);
      lead.values.push_back({.slot = columns_[i].slot, .kind = lead::RawKind::too_long, .text = {}});
    } else {
      lead.add(columns_[i].slot, cells[i]);
    }
  }
  return std::nullopt;
}

void RecordReader::warn_too_long(std::uint64_t row, std::string_view column) {
  warnings_.push_back({.code = Code::list_field_too_large, .row = row, .subject = std::string(column)});
}

void RecordReader::copy_cells(std::string_view bytes, std::vector<std::string>& out) {
  out.assign(columns().size(), {});
  if (format_ == Format::csv) {
    if (!cells_.read(bytes)) return;
    const std::size_t count = std::min(out.size(), cells_.cells().size());
    for (std::size_t i = 0; i < count; ++i) append_repaired_utf8(out[i], cells_.cells()[i]);
    return;
  }
  JsonScanner scanner(bytes);
  std::string path;
  if (scanner.next() == JsonToken::object_begin) copy_members(scanner, bytes, path, out);
}

// Names are put together as the lead reader does: the members of "answers" have no prefix, and one level of names is joined
// by a dot.
void RecordReader::copy_members(JsonScanner& scanner, std::string_view bytes, std::string& path,
                                std::vector<std::string>& out) const {
  std::string scratch;
  while (scanner.next() == JsonToken::key) {
    const std::size_t before = path.size();
    const std::string_view name = scanner.view_text(scratch);
    const bool answers = before == 0 && name == "answers";
    if (!answers) path.append(name);
    const std::size_t start = scanner.offset();
    const JsonToken token = scanner.next();
    if (token == JsonToken::object_begin && before == 0) {
      if (!answers) path.push_back('.');
      copy_members(scanner, bytes, path, out);
    } else {
      const std::size_t column = keys_.find(path);
      const std::string_view text = token == JsonToken::string ? scanner.view_text(scratch) : std::string_view{};
      if (!scanner.skip_rest(token)) return;
      if (column < out.size()) {
        if (token == JsonToken::string) {
          out[column] = text;
        } else if (token != JsonToken::null) {
          out[column] = view_trimmed(bytes.substr(start, scanner.offset() - start));
        }
      }
    }
    path.resize(before);
  }
}

}  // namespace prequal::lists
