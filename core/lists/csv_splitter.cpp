#include "lists/csv_splitter.h"

#include "base/bytes16.h"

namespace prequal::lists {
namespace {

// The next quote, CR or LF from `at` on, or the size of the text.
std::size_t find_special(std::string_view text, std::size_t at) {
  return find_marked(
      text, at, [](Bytes16 bytes) { return (bytes == fill16('"')) | (bytes == fill16('\n')) | (bytes == fill16('\r')); });
}

// Line ends in `text`, given the byte before it: CR LF counts once.
std::uint64_t count_lines(std::string_view text, char before) {
  std::uint64_t lines = 0;
  const auto line_end = [](Bytes16 bytes) { return (bytes == fill16('\n')) | (bytes == fill16('\r')); };
  for (std::size_t at = find_marked(text, 0, line_end); at < text.size(); at = find_marked(text, at + 1, line_end)) {
    const char previous = at > 0 ? text[at - 1] : before;
    lines += text[at] == '\r' || previous != '\r' ? 1U : 0U;
  }
  return lines;
}

}  // namespace

void CsvSplitter::push(std::string_view bytes, RecordSink& sink) {
  std::size_t start = 0;  // of the part of the record at hand that lies in this chunk
  std::size_t at = 0;
  const auto before = [&](std::size_t place) { return place > start ? bytes[place - 1] : previous_; };
  while (at < bytes.size()) {
    if (after_cr_) {
      after_cr_ = false;
      if (bytes[at] == '\n') {
        start = ++at;
        continue;
      }
    }
    switch (state_) {
      case State::outside: {
        at = find_special(bytes, at);
        if (at == bytes.size()) break;
        if (bytes[at] == '"') {
          if (before(at) == delimiter_) state_ = State::quoted;
          ++at;
          break;
        }
        after_cr_ = bytes[at] == '\r';
        end_record(bytes.substr(start, at - start), sink);
        start = ++at;
        break;
      }
      case State::quoted: {
        const std::size_t quote = bytes.find('"', at);
        const std::size_t end = quote == std::string_view::npos ? bytes.size() : quote;
        lines_within_ += count_lines(bytes.substr(at, end - at), before(at));
        at = end;
        if (at < bytes.size()) {
          state_ = State::closing;
          ++at;
        }
        break;
      }
      case State::closing:
        // What stands here is looked at again outside, unless it is the second quote of a pair.
        if (bytes[at] == '"') {
          state_ = State::quoted;
          ++at;
        } else {
          state_ = State::outside;
        }
        break;
    }
  }
  if (start < bytes.size()) {
    buffer_.append(bytes.substr(start));
    previous_ = bytes.back();
  }
}

void CsvSplitter::end_record(std::string_view last, RecordSink& sink) {
  if (!buffer_.empty() || !last.empty()) emit(last, sink, false);
  line_ += lines_within_ + 1;
  lines_within_ = 0;
  previous_ = delimiter_;
}

void CsvSplitter::emit(std::string_view last, RecordSink& sink, bool open_quote) {
  const std::string_view bytes = buffer_.complete(last);
  ++row_;
  const Record record{bytes, row_, line_};
  if (open_quote) {
    sink.on_rejected(record, {.code = Code::list_quote, .row = row_});
  } else if (buffer_.too_large()) {
    sink.on_rejected(record, {.code = Code::list_record_too_large, .row = row_});
  } else {
    sink.on_record(record);
  }
  buffer_.clear();
}

void CsvSplitter::finish(RecordSink& sink) {
  if (!buffer_.empty()) emit({}, sink, state_ == State::quoted);
  state_ = State::outside;
}

}  // namespace prequal::lists
