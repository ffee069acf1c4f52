#include "lists/json_splitter.h"

#include "base/limits.h"

namespace prequal::lists {
namespace {

constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

void JsonSplitter::push(std::string_view bytes, RecordSink& sink) {
  std::size_t start = 0;
  std::size_t at = 0;
  while (at < bytes.size()) {
    switch (state_) {
      case State::start: at = read_start(bytes, at, start, sink); break;
      case State::item: at = read_item(bytes, at, start, sink); break;
      case State::value: at = read_value(bytes, at, start, sink); break;
      case State::string: at = read_string(bytes, at, start, sink); break;
      case State::scalar: at = read_scalar(bytes, at, start, sink); break;
      case State::resync: at = read_resync(bytes, at, start); break;
      case State::ended: at = read_ended(bytes, at, sink); break;
      case State::given_up: at = bytes.size(); break;
    }
  }
  const bool inside = state_ == State::value || state_ == State::string || state_ == State::scalar;
  if (inside) buffer_.append(bytes.substr(start));
  offset_ += bytes.size();
}

void JsonSplitter::complain(RecordSink& sink, std::string_view detail) const {
  sink.on_problem({.code = Code::list_syntax, .row = row_ + 1, .detail = std::string(detail)});
}

std::size_t JsonSplitter::read_start(std::string_view bytes, std::size_t at, std::size_t& start, RecordSink& sink) {
  const char c = bytes[at];
  if (is_space(c)) {
    if (c == '\n') pass_line_end(at);
    return at + 1;
  }
  if (c == '[') {
    array_ = true;
    state_ = State::item;
    return at + 1;
  }
  if (c == '{') return read_item(bytes, at, start, sink);
  sink.on_problem({.code = Code::list_format, .detail = "a JSON list starts with [ or {"});
  state_ = State::given_up;
  return at;
}

std::size_t JsonSplitter::read_item(std::string_view bytes, std::size_t at, std::size_t& start, RecordSink& sink) {
  const char c = bytes[at];
  if (is_space(c)) {
    if (c == '\n') pass_line_end(at);
    return at + 1;
  }
  if (c == ',') {
    if (comma_ || row_ == 0) complain(sink, "a comma without a record before it");
    comma_ = true;
    return at + 1;
  }
  if (array_ && c == ']') {
    if (comma_) complain(sink, "a comma without a record after it");
    state_ = State::ended;
    return at + 1;
  }
  if (array_ && row_ > 0 && !comma_) complain(sink, "a comma is missing before this record");
  start = at;
  begin_value(at, c);
  return at + 1;
}

void JsonSplitter::begin_value(std::size_t at, char first) {
  ++row_;
  comma_ = false;
  record_line_ = line_;
  record_column_ = offset_ + at - line_start_;
  depth_ = 0;
  too_deep_ = false;
  escape_ = false;
  if (first == '{' || first == '[') {
    state_ = State::value;
    open(first);
  } else {
    state_ = first == '"' ? State::string : State::scalar;
  }
}

void JsonSplitter::open(char bracket) {
  if (depth_ < 64) {
    nesting_ &= ~(std::uint64_t{1} << depth_);
    nesting_ |= std::uint64_t{bracket == '{' ? 1U : 0U} << depth_;
  }
  too_deep_ |= ++depth_ > limits::kDepth;
}

// Closes the innermost bracket of that kind, and those inside it that somebody forgot. One that closes nothing is passed
// over: the reader of the item will complain.
void JsonSplitter::close(char bracket) {
  if (depth_ > 64) {
    --depth_;
    return;
  }
  const std::uint64_t kind = bracket == '}' ? 1U : 0U;
  for (std::uint64_t level = depth_; level-- > 0;) {
    if ((nesting_ >> level & 1U) == kind) {
      depth_ = level;
      return;
    }
  }
}

std::size_t JsonSplitter::read_value(std::string_view bytes, std::size_t at, std::size_t start, RecordSink& sink) {
  for (; at < bytes.size(); ++at) {
    switch (bytes[at]) {
      case '"': state_ = State::string; return at + 1;
      case '{':
      case '[': open(bytes[at]); break;
      case '}':
      case ']':
        close(bytes[at]);
        if (depth_ == 0) {
          end_value(bytes.substr(start, at + 1 - start), sink, {});
          return at + 1;
        }
        break;
      case '\n': pass_line_end(at); break;
      default: break;
    }
  }
  return at;
}

std::size_t JsonSplitter::read_string(std::string_view bytes, std::size_t at, std::size_t start, RecordSink& sink) {
  if (escape_) {
    escape_ = false;
    // A line end after a backslash ends the text like any other.
    if (bytes[at] != '\n') ++at;
  }
  while (at < bytes.size() && bytes[at] != '"' && bytes[at] != '\\' && bytes[at] != '\n') ++at;
  if (at == bytes.size()) return at;
  if (bytes[at] == '\\') {
    escape_ = true;
    return at + 1;
  }
  if (bytes[at] == '\n') {
    end_value(bytes.substr(start, at - start), sink, "a text is not closed on its line");
    state_ = State::resync;
    return at;
  }
  state_ = State::value;
  if (depth_ == 0) end_value(bytes.substr(start, at + 1 - start), sink, {});
  return at + 1;
}

std::size_t JsonSplitter::read_scalar(std::string_view bytes, std::size_t at, std::size_t start, RecordSink& sink) {
  for (; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (!is_space(c) && c != ',' && c != ']') continue;
    end_value(bytes.substr(start, at - start), sink, {});
    break;
  }
  return at;
}

std::size_t JsonSplitter::read_resync(std::string_view bytes, std::size_t at, std::size_t& start) {
  for (; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (c == '\n') {
      pass_line_end(at);
      fresh_line_ = true;
      continue;
    }
    if (!fresh_line_ || is_space(c)) continue;
    fresh_line_ = false;
    if (offset_ + at - line_start_ > record_column_) continue;
    if (c == '{') {
      start = at;
      begin_value(at, c);
      return at + 1;
    }
    if (array_ && c == ']') {
      state_ = State::ended;
      return at + 1;
    }
  }
  return at;
}

std::size_t JsonSplitter::read_ended(std::string_view bytes, std::size_t at, RecordSink& sink) {
  for (; at < bytes.size(); ++at) {
    if (is_space(bytes[at])) continue;
    complain(sink, "there is more text after the end of the list");
    state_ = State::given_up;
    return at;
  }
  return at;
}

void JsonSplitter::end_value(std::string_view last, RecordSink& sink, std::string_view broken) {
  const Record record{buffer_.complete(last), row_, record_line_};
  const auto reject = [&](Code code, std::string_view detail) {
    sink.on_rejected(record, {.code = code, .row = row_, .detail = std::string(detail)});
  };
  if (too_deep_) {
    reject(Code::list_too_deep, {});
  } else if (buffer_.too_large()) {
    reject(Code::list_record_too_large, {});
  } else if (!broken.empty()) {
    reject(Code::list_syntax, broken);
  } else {
    sink.on_record(record);
  }
  buffer_.clear();
  state_ = State::item;
}

void JsonSplitter::finish(RecordSink& sink) {
  switch (state_) {
    case State::value:
    case State::string: end_value({}, sink, "the text ends inside a value"); break;
    case State::scalar:
      end_value({}, sink, {});
      complain(sink, "the list ends without its closing ]");
      break;
    case State::item:
    case State::resync:
      if (array_) complain(sink, "the list ends without its closing ]");
      break;
    default: break;
  }
  state_ = State::given_up;
}

}  // namespace prequal::lists
