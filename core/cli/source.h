// Floor: cli. The bytes of an input: a file or standard input, read once or, for what must be looked at before, twice.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace prequal::cli {

/// Reads in large pieces. While it is recording, what is read from a pipe is kept (a few mebibytes in memory, more in a
/// temporary file that has no name), so that it can be read again; a file is simply read again.
class Source {
 public:
  /// `path`, or "-" for standard input. A path that cannot be opened shows as a failure at the first read.
  explicit Source(std::string_view path);
  ~Source();
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  /// The next bytes, valid until the next call; empty at the end and after a failure.
  [[nodiscard]] std::string_view read();
  [[nodiscard]] const std::optional<Problem>& failure() const { return failure_; }

  void start_recording() { recording_ = !seekable_; }
  /// Goes back to the start, which must have been recorded. What follows is not recorded.
  void rewind();

  /// The name to show: the path, or "standard input".
  [[nodiscard]] const std::string& name() const { return name_; }
  /// Size of a file in bytes; 0 when it is not known.
  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] bool is_terminal() const;

 private:
  struct CloseFile {
    void operator()(std::FILE* file) const { (void)std::fclose(file); }
  };

  [[nodiscard]] std::size_t read_some(int descriptor);
  void record(std::string_view bytes);
  void fail(int error, std::string_view what);

  std::string name_;
  int descriptor_ = -1;
  bool own_ = false;
  bool seekable_ = false;
  bool recording_ = false;
  bool replaying_ = false;
  bool gone_ = false;  // the end of the input was seen while recording
  std::uint64_t size_ = 0;
  std::vector<char> chunk_;
  std::string kept_;  // the start of what was recorded
  std::string replayed_;
  std::unique_ptr<std::FILE, CloseFile> spool_;  // the rest of it
  std::optional<Problem> failure_;
};

/// Reads a whole file of at most `most` bytes; more than that is cut off one byte behind it, so that it shows.
[[nodiscard]] std::string read_whole(Source& source, std::size_t most);

}  // namespace prequal::cli
