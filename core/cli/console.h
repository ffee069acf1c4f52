// Floor: cli. What the command says to a person, on standard error: problems, notes, progress. Results go to Output.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace prequal::cli {

/// Exit statuses of the command.
enum class Exit : int { fine = 0, problems = 1, unusable = 2 };

/// "file:line:column: error: message [code]", or "file: row N: error: ..." for a record of a list, and a line with what to
/// do. `file` may be empty.
[[nodiscard]] std::string to_lines(std::string_view file, const Problem& problem);

void say(std::string_view text);
void say(std::string_view file, const Problem& problem);

/// The problems of one list, as they come: the first ones in full, the others counted.
class ListProblems {
 public:
  explicit ListProblems(std::string_view file) : file_(file) {}
  void add(const Problem& problem);
  /// Says how many were not shown.
  void finish() const;
  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  std::string file_;
  std::uint64_t count_ = 0;
};

/// "12 of 40 MB, 51,200 records" on one line that is written over and over; only on a terminal.
class Progress {
 public:
  explicit Progress(std::uint64_t total);
  void update(std::uint64_t done, std::uint64_t records);
  /// Clears the line.
  void finish();

 private:
  std::uint64_t total_;
  std::uint64_t shown_at_ = 0;
  bool shown_ = false;
  bool on_;
};

/// "5,334".
[[nodiscard]] std::string grouped(std::uint64_t number);

}  // namespace prequal::cli
