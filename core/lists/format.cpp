#include "lists/format.h"

#include <algorithm>
#include <array>

#include "lists/csv_cells.h"
#include "lists/csv_splitter.h"

namespace prequal::lists {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::array<std::string_view, 4> kFormatNames{"auto", "csv", "ndjson", "json"};

struct Foreign {
  std::string_view start;
  std::string_view what;
};
// What people drop on a list reader that is no text.
constexpr auto kForeign = std::to_array<Foreign>({
    {"\xFF\xFE", "it is UTF-16; save it as UTF-8"},
    {"\xFE\xFF", "it is UTF-16; save it as UTF-8"},
    {"PK\x03\x04", "it is a spreadsheet or ZIP file; save it as CSV in UTF-8"},
    {"\xD0\xCF\x11\xE0", "it is an old spreadsheet file; save it as CSV in UTF-8"},
    {"\x1F\x8B", "it is compressed; unpack it first"},
    {"%PDF-", "it is a PDF"},
});

// Counts the values of the first records under one delimiter.
class WidthCounter final : public RecordSink {
 public:
  explicit WidthCounter(char delimiter) : cells_(delimiter) {}

  void on_record(const Record& record) override {
    constexpr std::size_t kEnough = 20;
    if (records_ == kEnough) return;
    const bool good = cells_.read(record.bytes);
    if (records_++ == 0) {
      first_ = good ? cells_.cells().size() : 0;
    } else {
      even_ += good && cells_.cells().size() == first_ ? 1U : 0U;
    }
  }
  void on_rejected(const Record& /*record*/, Problem /*problem*/) override {}
  void on_problem(Problem /*problem*/) override {}

  [[nodiscard]] std::size_t width() const { return first_; }
  /// How many of a thousand records are as wide as the header.
  [[nodiscard]] std::size_t evenness() const { return records_ < 2 ? 1000 : even_ * 1000 / (records_ - 1); }

 private:
  CsvCells cells_;
  std::size_t records_ = 0;
  std::size_t first_ = 0;
  std::size_t even_ = 0;
};

char find_delimiter(std::string_view head, bool whole) {
  char best = ',';
  std::size_t best_evenness = 0;
  std::size_t best_width = 1;
  for (const char delimiter : {',', ';', '\t', '|'}) {
    CsvSplitter splitter(delimiter);
    WidthCounter counter(delimiter);
    splitter.push(head, counter);
    if (whole) splitter.finish(counter);
    if (counter.width() < 2) continue;
    const bool better =
        counter.evenness() > best_evenness || (counter.evenness() == best_evenness && counter.width() > best_width);
    if (!better) continue;
    best = delimiter;
    best_evenness = counter.evenness();
    best_width = counter.width();
  }
  return best;
}

// One object a line, or objects that spread over lines: a line that ends within the object's own layout tells.
Format find_json_format(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  const std::size_t last = line.find_last_not_of(" \t\r");
  const bool spread =
      line.size() < text.size() && last != std::string_view::npos && std::string_view("{[,").contains(line[last]);
  return spread ? Format::json : Format::ndjson;
}

}  // namespace

std::string_view format_name(Format format) {
  return kFormatNames[static_cast<std::size_t>(format)];
}

std::optional<Format> find_format(std::string_view name) {
  const auto found = std::ranges::find(kFormatNames, name);
  if (found == kFormatNames.end()) return std::nullopt;
  return static_cast<Format>(found - kFormatNames.begin());
}

Shape find_shape(std::string_view head, bool whole, Format asked) {
  Shape shape;
  for (const Foreign& foreign : kForeign) {
    if (!head.starts_with(foreign.start)) continue;
    shape.problem = Problem{.code = Code::list_format, .detail = std::string(foreign.what)};
    return shape;
  }
  if (head.starts_with(kByteOrderMark)) shape.skip = kByteOrderMark.size();
  head.remove_prefix(shape.skip);
  shape.format = asked;
  if (asked == Format::automatic) {
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    const char c = first == std::string_view::npos ? '\0' : head[first];
    shape.format = c == '[' ? Format::json : c == '{' ? find_json_format(head.substr(first)) : Format::csv;
  }
  if (shape.format == Format::csv) shape.delimiter = find_delimiter(head, whole);
  return shape;
}

}  // namespace prequal::lists
