// Lists: a list gives the same in one piece and cut into pieces anywhere, every record gives exactly one result, and rows
// count up.
#pragma once

#include "fuzzing.h"
#include "lists/input.h"

namespace prequal::fuzzing {

class Recorder final : public lists::LeadSink {
 public:
  void on_lead(const lists::Record& record, const lead::RawLead& raw) override {
    count(record.row);
    check_verdict(qualifier_, raw);
    qualifier_.write_verdict(results_);
    results_ += '\n';
  }
  void on_rejected(const lists::Record& record, Problem problem) override {
    count(record.row);
    note(problem);
  }
  void on_problem(Problem problem) override { note(problem); }
  [[nodiscard]] const std::string& results() const { return results_; }

 private:
  void count(std::uint64_t row) {
    PREQUAL_MUST(row > row_);
    row_ = row;
  }
  void note(const Problem& problem) {
    PREQUAL_MUST(problem.code != Code::none);
    results_ += code_name(problem.code);
    results_ += ' ' + std::to_string(problem.row) + ' ' + problem.subject + ' ' + problem.detail + '\n';
  }

  report::Qualifier qualifier_{shipped_program()};
  std::uint64_t row_ = 0;
  std::string results_;
};

inline void check_list(const std::uint8_t* data, std::size_t size, lists::Format format) {
  static const lists::Names names(shipped_program().profile, {});
  if (size == 0) return;
  // The first byte says how the rest is cut.
  const std::size_t step = 1 + data[0] % 32;
  const Exact input(data + 1, size - 1);
  Recorder whole;
  {
    lists::Input list(names, format);
    list.push(input.text(), whole);
    list.finish(whole);
  }
  Recorder pieces;
  lists::Input list(names, format);
  for (std::size_t at = 0; at < input.text().size(); at += step) {
    // Each piece ends where its memory ends.
    const std::string_view piece = input.text().substr(at, step);
    const Exact copy(reinterpret_cast<const std::uint8_t*>(piece.data()), piece.size());
    list.push(copy.text(), pieces);
  }
  list.finish(pieces);
  PREQUAL_MUST(whole.results() == pieces.results());
}

}  // namespace prequal::fuzzing
