// Floor: lists. Joins the parts of a record that arrived in different chunks, and never holds more than one record may have.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/limits.h"

namespace prequal::lists {

class RecordBuffer {
 public:
  /// Keeps a part of the record at hand; of a record that is too large only its size.
  void append(std::string_view part) {
    size_ += part.size();
    if (size_ > limits::kLeadBytes) {
      text_.clear();
    } else {
      text_.append(part);
    }
  }

  /// The whole record, given its last part: a view of that part when nothing was kept before. Empty when too large.
  [[nodiscard]] std::string_view complete(std::string_view last) {
    if (size_ == 0 && last.size() <= limits::kLeadBytes) {
      size_ = last.size();
      return last;
    }
    append(last);
    return too_large() ? std::string_view{} : std::string_view(text_);
  }

  [[nodiscard]] bool too_large() const { return size_ > limits::kLeadBytes; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  /// Starts the next record. Invalidates what complete() gave.
  void clear() {
    text_.clear();
    size_ = 0;
  }
  /// Bytes that are held, for tests of the bound.
  [[nodiscard]] std::size_t capacity() const { return text_.capacity(); }

 private:
  std::string text_;
  std::size_t size_ = 0;
};

}  // namespace prequal::lists
