// Floor: lists. A list worked off as it comes: nothing is kept of a lead once its result is handed over. For the command.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lists/as_of.h"
#include "lists/block_qualifier.h"
#include "lists/input.h"

namespace prequal::lists {

/// Receives results in the order of the list. What is handed over is valid during the call.
class ResultSink {
 public:
  /// Detail::verdicts: the lead that `qualifier` has just qualified.
  virtual void on_verdict(const Record& record, report::Qualifier& qualifier) = 0;
  /// Detail::outcomes: entry `i` of the columns.
  virtual void on_outcome(std::uint64_t row, std::string_view id, const decide::Outcomes& outcomes, std::size_t i) = 0;
  virtual void on_rejected(const Problem& problem) = 0;
  virtual void on_problem(const Problem& problem) = 0;

 protected:
  ~ResultSink() = default;
};

enum class Detail : std::uint8_t {
  counts,    ///< the summary only
  outcomes,  ///< and the columns of each lead
  verdicts,  ///< a whole verdict for each lead; the summary stays empty
};

/// Memory does not depend on the length of the input.
class Stream final : private LeadSink {
 public:
  /// `program`, `names` and `sink` must outlive the stream.
  Stream(const report::Program& program, const Names& names, Format format, Instant now, Detail detail, ResultSink& sink);

  void push(std::string_view bytes) { input_.push(bytes, *this); }
  void finish();

  [[nodiscard]] const Input& input() const { return input_; }
  [[nodiscard]] const Summary& summary() const { return summary_; }
  [[nodiscard]] std::uint64_t leads() const { return leads_; }
  [[nodiscard]] std::uint64_t rejected() const { return rejected_; }
  [[nodiscard]] std::uint64_t problems() const { return problems_; }

 private:
  void on_lead(const Record& record, const lead::RawLead& lead) override;
  void on_rejected(const Record& record, Problem problem) override;
  void on_problem(Problem problem) override;
  void end_block();

  // One lead, or one problem, of the block at hand; handed over in this order.
  struct Waiting {
    std::uint64_t row = 0;
    std::uint32_t id_end = 0;  // of the lead's id in ids_
    std::optional<Problem> problem{};
  };

  Input input_;
  Instant now_;
  Detail detail_;
  ResultSink& sink_;
  std::unique_ptr<report::Qualifier> qualifier_;  // verdicts
  std::unique_ptr<BlockQualifier> block_;         // the others
  decide::Outcomes outcomes_;                     // of the block
  std::vector<Waiting> waiting_;
  std::string ids_;
  Summary summary_;
  std::uint64_t leads_ = 0;
  std::uint64_t rejected_ = 0;
  std::uint64_t problems_ = 0;
};

/// Finds the newest time of a list without qualifying anything.
class TimeScan final : private LeadSink {
 public:
  TimeScan(const Names& names, Format format) : input_(names, format) {}

  void push(std::string_view bytes) { input_.push(bytes, *this); }
  void finish() { input_.finish(*this); }
  /// No further byte can change the result: the list is a table without a time column, or cannot be read.
  [[nodiscard]] bool settled() const;
  [[nodiscard]] const std::optional<Instant>& newest() const { return newest_.value(); }

 private:
  void on_lead(const Record& /*record*/, const lead::RawLead& lead) override { newest_.add(lead); }
  void on_rejected(const Record& /*record*/, Problem /*problem*/) override {}
  void on_problem(Problem /*problem*/) override {}

  Input input_;
  NewestTime newest_;
};

}  // namespace prequal::lists
