// Floor: lists. Records of a JSON text: the items of one list [ ], or objects { } one after the other. Only brackets and
// quotes are followed here; whether an item is good JSON is for its reader to say.
#pragma once

#include <cstdint>

#include "lists/record_buffer.h"
#include "lists/splitter.h"

namespace prequal::lists {

/// After an item that cannot be followed to its end (a text that is not closed on its line), reading goes on at the next
/// line on which an object starts no further in than that item did. Wrong brackets inside an item are paired as well as
/// they can be, so that only that item is lost.
class JsonSplitter final : public Splitter {
 public:
  void push(std::string_view bytes, RecordSink& sink) override;
  void finish(RecordSink& sink) override;
  [[nodiscard]] std::size_t held() const override { return buffer_.capacity(); }

 private:
  enum class State : std::uint8_t {
    start,   ///< before the list
    item,    ///< between items
    value,   ///< inside an item
    string,  ///< inside a text of an item
    scalar,  ///< inside a number or word that stands as an item
    resync,  ///< looking for the next item after a broken one
    ended,   ///< after the list
    given_up,
  };

  /// Each handles bytes from `at` on and returns where the next state goes on; `start` is where the item at hand starts.
  [[nodiscard]] std::size_t read_start(std::string_view bytes, std::size_t at, std::size_t& start, RecordSink& sink);
  [[nodiscard]] std::size_t read_item(std::string_view bytes, std::size_t at, std::size_t& start, RecordSink& sink);
  [[nodiscard]] std::size_t read_value(std::string_view bytes, std::size_t at, std::size_t start, RecordSink& sink);
  [[nodiscard]] std::size_t read_string(std::string_view bytes, std::size_t at, std::size_t start, RecordSink& sink);
  [[nodiscard]] std::size_t read_scalar(std::string_view bytes, std::size_t at, std::size_t start, RecordSink& sink);
  [[nodiscard]] std::size_t read_resync(std::string_view bytes, std::size_t at, std::size_t& start);
  [[nodiscard]] std::size_t read_ended(std::string_view bytes, std::size_t at, RecordSink& sink);

  void begin_value(std::size_t at, char first);
  void open(char bracket);
  void close(char bracket);
  void end_value(std::string_view last, RecordSink& sink, std::string_view broken);
  void complain(RecordSink& sink, std::string_view detail) const;
  void pass_line_end(std::size_t at) {
    ++line_;
    line_start_ = offset_ + at + 1;
  }

  RecordBuffer buffer_;
  std::uint64_t row_ = 0;
  std::uint64_t line_ = 1;
  std::uint64_t offset_ = 0;      // bytes before the chunk
  std::uint64_t line_start_ = 0;  // offset of the line at hand
  std::uint64_t record_line_ = 1;
  std::uint64_t record_column_ = 0;
  std::uint64_t depth_ = 0;    // open brackets of the item
  std::uint64_t nesting_ = 0;  // of the outermost 64: 1 is an object
  State state_ = State::start;
  bool array_ = false;   // items of a list; else objects one after the other
  bool comma_ = false;   // one was read since the last item
  bool escape_ = false;  // the next byte of a text is escaped
  bool too_deep_ = false;
  bool fresh_line_ = false;  // resync: only spaces so far on this line
};

}  // namespace prequal::lists
