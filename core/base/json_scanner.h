// Floor: base. A strict pull scanner for JSON text (RFC 8259) that lies whole in memory. It builds nothing: strings and
// numbers are views into the text. Leads are read with it; profiles are read by nlohmann/json.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/expected_key.h"
#include "base/limits.h"
#include "base/plain_run.h"

namespace prequal {

enum class JsonToken : std::uint8_t {
  error,
  end,  ///< nothing but white space is left
  object_begin,
  object_end,
  array_begin,
  array_end,
  key,
  string,
  number,
  boolean,
  null,
};

enum class JsonError : std::uint8_t {
  none,
  unexpected,      ///< a character that cannot stand here
  cut_off,         ///< the text ends inside a value
  bad_number,      ///< 01, 1., .5, +1, 1e
  bad_escape,      ///< an escape that JSON does not know
  control,         ///< a control character inside a string
  malformed_utf8,  ///< bytes that are not UTF-8
  too_deep,        ///< nested deeper than limits::kDepth
};

/// Walks one JSON text token by token. A key is followed by the tokens of its value. After `error` every call gives
/// `error` again. Cost: one pass over the bytes, no allocation.
class JsonScanner {
 public:
  explicit JsonScanner(std::string_view text) : text_(text) {}

  [[nodiscard]] JsonToken next();
  // What is likely to come, taken without looking for anything else. When it does not stand here exactly so, with at most one
  // space after a comma and after a colon, nothing happens and they give false; next() then tells what stands here.

  /// Takes the next key of the object at hand when it is `key`.
  [[nodiscard]] bool take_key(const ExpectedKey& key) {
    const bool first = expect_ == Expect::first_key;  // no comma stands before it
    if (!first && (expect_ != Expect::comma_or_close || !in_object())) return false;
    std::size_t start = first ? at_ - 1 : at_;
    const bool spaced = !first && text_.size() - at_ > 1 && text_[at_] == ',' && text_[at_ + 1] == ' ';
    if (spaced) ++start;
    if (!key.starts({text_.data() + start, text_.size() - start}, first || spaced)) return false;
    raw_ = {text_.data() + start + 2, key.size() - 4};
    at_ = start + key.size();
    if (at_ < text_.size() && text_[at_] == ' ') ++at_;
    escaped_ = false;
    expect_ = Expect::value;
    return true;
  }
  /// Takes the value of a key when it is a string of ASCII without escapes.
  [[nodiscard]] bool take_plain_string() { return expect_ == Expect::value && depth_ > 0 && scan_plain(at_); }
  /// Takes the next item of the array at hand when it is such a string.
  [[nodiscard]] bool take_plain_item() {
    if (expect_ == Expect::first_item) return scan_plain(at_);
    return expect_ == Expect::comma_or_close && !in_object() && at_ < text_.size() && text_[at_] == ',' &&
           scan_plain(at_ + 1);
  }
  /// Takes the value of a key when it is a number of digits only that does not start with 0.
  [[nodiscard]] bool take_whole_number() {
    if (expect_ != Expect::value || depth_ == 0 || at_ >= text_.size() || text_[at_] < '1' || text_[at_] > '9')
      return false;
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9') ++end;
    if (end == text_.size() || text_[end] == '.' || text_[end] == 'e' || text_[end] == 'E') return false;
    raw_ = text_.substr(at_, end - at_);
    at_ = end;
    expect_ = Expect::comma_or_close;
    return true;
  }

  /// Skips the value that comes next (all of it when it is an object or array). False on an error.
  [[nodiscard]] bool skip_value();
  /// Skips what is left of a value whose first token was `first`. False on an error.
  [[nodiscard]] bool skip_rest(JsonToken first);

  /// The last key, string or number as it stands in the text: without quotes, escapes unresolved.
  [[nodiscard]] std::string_view view_raw() const { return raw_; }
  /// The last key or string with escapes resolved: a view into the text when it has none, else into `scratch`, which it
  /// overwrites. A lone surrogate escape becomes U+FFFD and sets `had_lone_surrogate`.
  [[nodiscard]] std::string_view view_text(std::string& scratch);
  /// Has the last key or string escapes?
  [[nodiscard]] bool escaped() const { return escaped_; }
  [[nodiscard]] bool boolean() const { return boolean_; }
  [[nodiscard]] bool had_lone_surrogate() const { return lone_surrogate_; }

  [[nodiscard]] JsonError error() const { return error_; }
  /// Where the scanner stands, in bytes; after an error, the place of the error.
  [[nodiscard]] std::size_t offset() const { return at_; }
  /// Open objects and arrays.
  [[nodiscard]] std::size_t depth() const { return depth_; }

 private:
  JsonToken fail(JsonError error);
  JsonToken scan_value();
  JsonToken scan_string(JsonToken kind);
  // Takes the plain string that starts at `start`, within an object or array.
  [[nodiscard]] bool scan_plain(std::size_t start) {
    if (start >= text_.size() || text_[start] != '"') return false;
    std::size_t end = start + 1;
    for (std::size_t run = kRunBytes; run == kRunBytes; end += run) {
      if (text_.size() - end < kRunBytes) return false;
      run = plain_run(text_.data() + end);
    }
    if (text_[end] != '"') return false;
    raw_ = text_.substr(start + 1, end - start - 1);
    at_ = end + 1;
    escaped_ = false;
    expect_ = Expect::comma_or_close;
    return true;
  }
  JsonToken scan_number();
  JsonToken scan_word(std::string_view word, JsonToken kind);
  JsonToken open(bool object);
  JsonToken close(bool object);
  void skip_space();
  [[nodiscard]] bool in_object() const { return (nesting_ >> (depth_ - 1) & 1U) != 0; }

  enum class Expect : std::uint8_t { value, first_key, key, colon, first_item, comma_or_close, finish };

  std::string_view text_;
  std::string_view raw_;
  std::size_t at_ = 0;
  std::uint64_t nesting_ = 0;  // a bit per open level: 1 is an object
  std::uint32_t depth_ = 0;
  Expect expect_ = Expect::value;
  JsonError error_ = JsonError::none;
  bool boolean_ = false;
  bool escaped_ = false;
  bool lone_surrogate_ = false;
};

static_assert(limits::kDepth <= 64, "the nesting of JsonScanner is one word");

}  // namespace prequal
