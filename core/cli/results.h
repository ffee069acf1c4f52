// Floor: cli. What qualify writes: verdicts as NDJSON, outcomes as CSV, or nothing but the counts.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "cli/console.h"
#include "cli/output.h"
#include "lists/stream.h"

namespace prequal::cli {

enum class OutputKind : std::uint8_t { ndjson, csv, summary, summary_json };
/// "ndjson", "csv", "summary" or "summary-json".
[[nodiscard]] std::optional<OutputKind> find_output(std::string_view name);

/// Takes the results of one list and writes them. Problems also go to the console.
class Results : public lists::ResultSink {
 public:
  Results(const profile::Profile& profile, Output& output, ListProblems& problems)
      : profile_(profile), output_(output), problems_(problems) {}
  virtual ~Results() = default;
  Results(const Results&) = delete;
  Results& operator=(const Results&) = delete;

  /// How much the list must be asked for.
  [[nodiscard]] virtual lists::Detail detail() const = 0;
  virtual void start() {}
  /// After the last result.
  virtual void finish(const lists::Stream& /*stream*/, const lists::AsOf& /*as_of*/, const lists::Names& /*names*/) {}

  void on_verdict(const lists::Record& /*record*/, report::Qualifier& /*qualifier*/) override {}
  void on_outcome(std::uint64_t /*row*/, std::string_view /*id*/, const decide::Outcomes& /*outcomes*/,
                  std::size_t /*i*/) override {}
  void on_rejected(const Problem& problem) override;
  void on_problem(const Problem& problem) override;

  /// A record had a problem, or the list as a whole has an error.
  [[nodiscard]] bool had_problems() const { return had_problems_; }

 protected:
  [[nodiscard]] std::string& line() { return output_.buffer(); }
  void line_done() { (void)output_.line_done(); }
  [[nodiscard]] const profile::Profile& profile() const { return profile_; }
  /// Writes a record that is no lead in the form of the results.
  virtual void write_rejected(const Problem& /*problem*/) {}

 private:
  const profile::Profile& profile_;
  Output& output_;
  ListProblems& problems_;
  bool had_problems_ = false;
};

/// `list` is the name of the input, for the summary.
[[nodiscard]] std::unique_ptr<Results> make_results(OutputKind kind, const profile::Profile& profile, Output& output,
                                                    ListProblems& problems, std::string_view list);

}  // namespace prequal::cli
