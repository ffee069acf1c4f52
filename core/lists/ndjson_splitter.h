// Floor: lists. Records of an NDJSON text: one JSON value a line; empty lines are passed over.
#pragma once

#include <cstdint>

#include "lists/record_buffer.h"
#include "lists/splitter.h"

namespace prequal::lists {

class NdjsonSplitter final : public Splitter {
 public:
  void push(std::string_view bytes, RecordSink& sink) override;
  void finish(RecordSink& sink) override;
  [[nodiscard]] std::size_t held() const override { return buffer_.capacity(); }

 private:
  void end_line(std::string_view last, RecordSink& sink);

  RecordBuffer buffer_;
  std::uint64_t row_ = 0;
  std::uint64_t line_ = 1;
};

}  // namespace prequal::lists
