// Floor: lists. Records of a CSV text (RFC 4180): lines that end in CR LF, LF or CR, except within quotes.
#pragma once

#include <cstdint>

#include "lists/record_buffer.h"
#include "lists/splitter.h"

namespace prequal::lists {

/// A quote opens a quoted value only at the start of a value; elsewhere it is a character like any other. Empty lines are
/// passed over. The header, if there is one, is a record like the others here.
class CsvSplitter final : public Splitter {
 public:
  explicit CsvSplitter(char delimiter) : delimiter_(delimiter), previous_(delimiter) {}

  void push(std::string_view bytes, RecordSink& sink) override;
  void finish(RecordSink& sink) override;
  [[nodiscard]] std::size_t held() const override { return buffer_.capacity(); }

 private:
  enum class State : std::uint8_t {
    outside,  ///< of quotes
    quoted,
    closing,  ///< after a quote within quotes: it closes them, or is the first of two
  };
  void end_record(std::string_view last, RecordSink& sink);
  void emit(std::string_view last, RecordSink& sink, bool open_quote);

  RecordBuffer buffer_;
  std::uint64_t row_ = 0;
  std::uint64_t line_ = 1;          // where the record at hand starts
  std::uint64_t lines_within_ = 0;  // line ends inside its quotes
  char delimiter_;
  char previous_;  // the byte before the chunk; the delimiter at the start of a record
  State state_ = State::outside;
  bool after_cr_ = false;  // a line feed that comes now belongs to the line end before it
};

}  // namespace prequal::lists
