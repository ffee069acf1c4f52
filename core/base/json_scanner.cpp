#include "base/json_scanner.h"

#include "base/text.h"

namespace prequal {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Four hexadecimal digits at the start of `text`, known to be there.
char32_t hex4(std::string_view text) {
  char32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value * 16 + static_cast<char32_t>(hex_value(text[i]));
  return value;
}

}  // namespace

JsonToken JsonScanner::fail(JsonError error) {
  error_ = error;
  expect_ = Expect::finish;  // nothing more is taken
  return JsonToken::error;
}

void JsonScanner::skip_space() {
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') return;
    ++at_;
  }
}

JsonToken JsonScanner::next() {
  if (error_ != JsonError::none) return JsonToken::error;
  skip_space();
  if (expect_ == Expect::finish) {
    return at_ == text_.size() ? JsonToken::end : fail(JsonError::unexpected);
  }
  if (at_ == text_.size()) return fail(JsonError::cut_off);
  const char c = text_[at_];
  switch (expect_) {
    case Expect::comma_or_close:
      if (c == '}') return close(true);
      if (c == ']') return close(false);
      if (c != ',') return fail(JsonError::unexpected);
      ++at_;
      skip_space();
      if (at_ == text_.size()) return fail(JsonError::cut_off);
      if (!in_object()) return scan_value();
      break;
    case Expect::first_key:
      if (c == '}') return close(true);
      break;
    case Expect::first_item:
      if (c == ']') return close(false);
      return scan_value();
    case Expect::colon:
    case Expect::value:
    case Expect::key:
    case Expect::finish: return scan_value();
  }
  // A key, and the colon after it.
  if (text_[at_] != '"') return fail(JsonError::unexpected);
  if (scan_string(JsonToken::key) == JsonToken::error) return JsonToken::error;
  skip_space();
  if (at_ == text_.size()) return fail(JsonError::cut_off);
  if (text_[at_] != ':') return fail(JsonError::unexpected);
  ++at_;
  expect_ = Expect::value;
  return JsonToken::key;
}

JsonToken JsonScanner::scan_value() {
  switch (text_[at_]) {
    case '{': return open(true);
    case '[': return open(false);
    case '"': return scan_string(JsonToken::string);
    case 't': boolean_ = true; return scan_word("true", JsonToken::boolean);
    case 'f': boolean_ = false; return scan_word("false", JsonToken::boolean);
    case 'n': return scan_word("null", JsonToken::null);
    default: return scan_number();
  }
}

JsonToken JsonScanner::open(bool object) {
  if (depth_ == limits::kDepth) return fail(JsonError::too_deep);
  ++at_;
  nesting_ &= ~(std::uint64_t{1} << depth_);
  nesting_ |= std::uint64_t{object ? 1U : 0U} << depth_;
  ++depth_;
  expect_ = object ? Expect::first_key : Expect::first_item;
  return object ? JsonToken::object_begin : JsonToken::array_begin;
}

JsonToken JsonScanner::close(bool object) {
  if (in_object() != object) return fail(JsonError::unexpected);
  ++at_;
  --depth_;
  expect_ = depth_ == 0 ? Expect::finish : Expect::comma_or_close;
  return object ? JsonToken::object_end : JsonToken::array_end;
}

JsonToken JsonScanner::scan_string(JsonToken kind) {
  const std::size_t start = ++at_;
  escaped_ = false;
  bool ascii = true;
  for (;;) {
    while (text_.size() - at_ >= kRunBytes) {
      const std::size_t run = plain_run(text_.data() + at_);
      at_ += run;
      if (run < kRunBytes) break;
    }
    if (at_ == text_.size()) return fail(JsonError::cut_off);
    const auto c = static_cast<unsigned char>(text_[at_]);
    if (c == '"') break;
    if (c >= 0x80) ascii = false;
    if (c < 0x20) return fail(JsonError::control);
    if (c != '\\') {
      ++at_;
      continue;
    }
    escaped_ = true;
    if (at_ + 1 == text_.size()) return fail(JsonError::cut_off);
    const char e = text_[at_ + 1];
    if (e == 'u') {
      for (std::size_t i = 2; i < 6; ++i) {
        if (at_ + i >= text_.size()) return fail(JsonError::cut_off);
        if (hex_value(text_[at_ + i]) < 0) return fail(JsonError::bad_escape);
      }
      at_ += 6;
    } else if (std::string_view("\"\\/bfnrt").contains(e)) {
      at_ += 2;
    } else {
      return fail(JsonError::bad_escape);
    }
  }
  raw_ = text_.substr(start, at_ - start);
  if (!ascii) {
    const std::size_t bad = find_malformed_utf8(raw_);
    if (bad != std::string_view::npos) {
      at_ = start + bad;
      return fail(JsonError::malformed_utf8);
    }
  }
  ++at_;
  if (kind == JsonToken::string) expect_ = depth_ == 0 ? Expect::finish : Expect::comma_or_close;
  return kind;
}

JsonToken JsonScanner::scan_number() {
  const std::size_t start = at_;
  const auto digits = [&] {
    const std::size_t from = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    return at_ > from;
  };
  if (text_[at_] == '-') ++at_;
  if (at_ == text_.size()) return fail(JsonError::cut_off);
  if (!is_digit(text_[at_])) {
    if (at_ > start) return fail(JsonError::bad_number);
    return fail(JsonError::unexpected);
  }
  if (text_[at_] == '0') {
    ++at_;
    if (at_ < text_.size() && is_digit(text_[at_])) return fail(JsonError::bad_number);
  } else {
    digits();
  }
  if (at_ < text_.size() && text_[at_] == '.') {
    ++at_;
    if (!digits()) return fail(JsonError::bad_number);
  }
  if (at_ < text_.size() && (text_[at_] == 'e' || text_[at_] == 'E')) {
    ++at_;
    if (at_ < text_.size() && (text_[at_] == '+' || text_[at_] == '-')) ++at_;
    if (!digits()) return fail(JsonError::bad_number);
  }
  raw_ = text_.substr(start, at_ - start);
  expect_ = depth_ == 0 ? Expect::finish : Expect::comma_or_close;
  return JsonToken::number;
}

JsonToken JsonScanner::scan_word(std::string_view word, JsonToken kind) {
  if (!text_.substr(at_).starts_with(word)) return fail(JsonError::unexpected);
  at_ += word.size();
  expect_ = depth_ == 0 ? Expect::finish : Expect::comma_or_close;
  return kind;
}

bool JsonScanner::skip_value() {
  return skip_rest(next());
}

bool JsonScanner::skip_rest(JsonToken first) {
  if (first == JsonToken::error) return false;
  if (first != JsonToken::object_begin && first != JsonToken::array_begin) return true;
  const std::size_t outside = depth_ - 1;
  while (depth_ > outside) {
    if (next() == JsonToken::error) return false;
  }
  return true;
}

std::string_view JsonScanner::view_text(std::string& scratch) {
  if (!escaped_) return raw_;
  scratch.clear();
  for (std::size_t i = 0; i < raw_.size();) {
    if (raw_[i] != '\\') {
      scratch.push_back(raw_[i++]);
      continue;
    }
    const char e = raw_[i + 1];
    if (e != 'u') {
      constexpr std::string_view kFrom = "bfnrt";
      constexpr std::string_view kTo = "\b\f\n\r\t";
      const std::size_t known = kFrom.find(e);
      scratch.push_back(known == std::string_view::npos ? e : kTo[known]);
      i += 2;
      continue;
    }
    char32_t point = hex4(raw_.substr(i + 2));
    i += 6;
    if (point >= 0xD800 && point <= 0xDBFF && raw_.substr(i).starts_with("\\u")) {
      const char32_t low = hex4(raw_.substr(i + 2));
      if (low >= 0xDC00 && low <= 0xDFFF) {
        point = 0x10000 + ((point - 0xD800) << 10U) + (low - 0xDC00);
        i += 6;
      }
    }
    if (point >= 0xD800 && point <= 0xDFFF) lone_surrogate_ = true;
    append_utf8(scratch, point);
  }
  return scratch;
}

}  // namespace prequal
