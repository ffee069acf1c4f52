#include "lists/ndjson_splitter.h"

namespace prequal::lists {

void NdjsonSplitter::push(std::string_view bytes, RecordSink& sink) {
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    if (end == std::string_view::npos) {
      buffer_.append(bytes);
      return;
    }
    end_line(bytes.substr(0, end), sink);
    bytes.remove_prefix(end + 1);
  }
}

void NdjsonSplitter::end_line(std::string_view last, RecordSink& sink) {
  std::string_view text = buffer_.complete(last);
  const bool too_large = buffer_.too_large();
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (too_large || begin != std::string_view::npos) {
    if (!too_large) text = text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
    ++row_;
    const Record record{text, row_, line_};
    if (too_large) {
      sink.on_rejected(record, {.code = Code::list_record_too_large, .row = row_});
    } else {
      sink.on_record(record);
    }
  }
  buffer_.clear();
  ++line_;
}

void NdjsonSplitter::finish(RecordSink& sink) {
  if (!buffer_.empty()) end_line({}, sink);
}

}  // namespace prequal::lists
