#include "cli/console.h"

#include <unistd.h>

#include <cstdio>

#include "base/text.h"
#include "report/problem_text.h"

namespace prequal::cli {

std::string grouped(std::uint64_t number) {
  std::string out;
  append_number(out, static_cast<std::int64_t>(number));
  for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, 1, ',');
  return out;
}

std::string to_lines(std::string_view file, const Problem& problem) {
  std::string out(file);
  if (problem.row != 0) {
    out.append(out.empty() ? "row " : ": row ");
    append_number(out, static_cast<std::int64_t>(problem.row));
  } else if (problem.line != 0) {
    out.push_back(':');
    append_number(out, problem.line);
    out.push_back(':');
    append_number(out, problem.column);
  }
  if (!out.empty()) out.append(": ");
  out.append(severity_name(problem.severity())).append(": ").append(report::to_message(problem));
  out.append(" [").append(code_name(problem.code)).append("]\n");
  const std::string remedy = report::to_remedy(problem);
  if (!remedy.empty()) out.append("  ").append(remedy).push_back('\n');
  return out;
}

void say(std::string_view text) {
  (void)std::fwrite(text.data(), 1, text.size(), stderr);
}

void say(std::string_view file, const Problem& problem) {
  say(to_lines(file, problem));
}

namespace {

constexpr std::uint64_t kShown = 20;

}  // namespace

void ListProblems::add(const Problem& problem) {
  if (count_++ < kShown) say(file_, problem);
}

void ListProblems::finish() const {
  if (count_ > kShown) say(file_ + ": " + grouped(count_ - kShown) + " more problems are not shown here\n");
}

Progress::Progress(std::uint64_t total) : total_(total), on_(::isatty(STDERR_FILENO) == 1) {}

void Progress::update(std::uint64_t done, std::uint64_t records) {
  constexpr std::uint64_t kStep = std::uint64_t{4} * 1024 * 1024;
  constexpr std::uint64_t kMega = 1'000'000;
  if (!on_ || done < shown_at_ + kStep) return;
  shown_at_ = done;
  shown_ = true;
  std::string line = "\r" + grouped(done / kMega);
  if (total_ > 0) line.append(" of ").append(grouped(total_ / kMega));
  line.append(" MB, ").append(grouped(records)).append(" records\033[K");
  say(line);
}

void Progress::finish() {
  if (shown_) say("\r\033[K");
  shown_ = false;
}

}  // namespace prequal::cli
