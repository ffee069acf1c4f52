// Floor: lists. Cuts a stream of bytes into records. One class for each format; all take chunks of any size, give the same
// records however the bytes are cut, hold at most one record, and go on after a bad one.
#pragma once

#include <cstddef>
#include <string_view>

#include "lists/record.h"

namespace prequal::lists {

class Splitter {
 public:
  virtual ~Splitter() = default;
  /// Hands every record that ends in `bytes` to `sink`; the rest is kept until more comes.
  virtual void push(std::string_view bytes, RecordSink& sink) = 0;
  /// The input has ended: hands over the last record.
  virtual void finish(RecordSink& sink) = 0;
  /// Bytes of input that are held.
  [[nodiscard]] virtual std::size_t held() const = 0;
};

}  // namespace prequal::lists
