// Floor: cli. Standard output in whole lines, with every failed write noticed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "base/problem.h"

namespace prequal::cli {

/// Collects lines and writes them in large pieces. After a failed write nothing more is written; a regular file is cut back
/// to its last whole line.
class Output {
 public:
  explicit Output(int descriptor) : descriptor_(descriptor) {}

  /// Append whole lines here, then call line_done().
  [[nodiscard]] std::string& buffer() { return buffer_; }
  /// Writes when enough has come together. False after a failed write.
  bool line_done() { return buffer_.size() < kEnough ? !failure_ : flush(); }
  /// Writes everything. False after a failed write.
  bool flush();
  /// Writes everything and closes; what the system says only then is noticed too.
  bool finish();

  [[nodiscard]] const std::optional<Problem>& failure() const { return failure_; }

 private:
  static constexpr std::size_t kEnough = std::size_t{256} * 1024;

  void fail(int error);

  int descriptor_;
  std::string buffer_;
  std::optional<Problem> failure_;
};

/// What the system calls an error number, in English.
[[nodiscard]] std::string system_message(int error);

}  // namespace prequal::cli
