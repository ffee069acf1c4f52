// Floor: lists. A whole list in memory: for a review page, where rows are sorted, opened and exported in any order.
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
#include "lists/text_store.h"
#include "lists/visitor.h"

namespace prequal::lists {

struct ListOptions {
  Format format = Format::automatic;
  std::optional<Instant> now{};  ///< when given, leads are qualified while they are pushed
  Mapping mapping{};
};

/// Usage: push() every chunk, close(), advance() until it says that all is done; then read. A lead is named by its position
/// among the records that could be read, from 0; row() says which record of the list that is.
///
/// Memory: the bytes of every record once, 8 bytes to find it, and its outcomes (about 60 bytes). A verdict document is
/// made when it is asked for.
class List final : private LeadSink {
 public:
  /// `program` must outlive the list.
  List(const report::Program& program, ListOptions options);
  List(const List&) = delete;
  List& operator=(const List&) = delete;

  /// Takes a chunk of any size. After failed() it is passed over.
  void push(std::string_view bytes);

  /// The input has ended. Fixes the time as of which leads count: `now`, else the one of the options, else the newest time
  /// in the list. A problem when a time is needed and there is none; close() may then be called again with one. Calling it
  /// again with another time starts to qualify anew.
  [[nodiscard]] std::optional<Problem> close(std::optional<Instant> now = std::nullopt);

  /// Qualifies about `most` more leads (whole blocks of 512); true when every lead is done. Requires: close() was fine.
  [[nodiscard]] bool advance(std::size_t most);

  /// close() and all of advance().
  [[nodiscard]] std::optional<Problem> finish(std::optional<Instant> now = std::nullopt);

  // ---- The list --------------------------------------------------------------------------------------------------------

  /// The list cannot be read at all, or not any further; problems() says why.
  [[nodiscard]] bool failed() const { return input_.failed(); }
  [[nodiscard]] Format format() const { return input_.format(); }
  [[nodiscard]] char delimiter() const { return input_.delimiter(); }
  [[nodiscard]] const std::vector<Column>& columns() const { return input_.columns(); }
  [[nodiscard]] const Names& names() const { return names_; }
  [[nodiscard]] const profile::Profile& profile() const { return program_.profile; }
  /// The first limits::kListProblems problems in the order of the list; problem_count() counts all.
  [[nodiscard]] const std::vector<Problem>& problems() const { return problems_; }
  [[nodiscard]] std::uint64_t problem_count() const { return problem_count_; }
  /// close() was fine and every lead is qualified.
  [[nodiscard]] bool ready() const { return closed_ && as_of_.has_value() && qualified_ == leads_.size(); }
  /// As decided by close().
  [[nodiscard]] const AsOf& as_of() const { return *as_of_; }

  // ---- Leads -----------------------------------------------------------------------------------------------------------

  [[nodiscard]] std::size_t size() const { return leads_.size(); }
  /// Leads that are qualified so far; they are the first ones.
  [[nodiscard]] std::size_t qualified() const { return qualified_; }
  [[nodiscard]] const decide::Outcomes& outcomes() const { return outcomes_; }
  /// Number of the lead's record in the list, from 1; records that could not be read are counted too.
  [[nodiscard]] std::uint64_t row(std::size_t lead) const;
  /// The record as it stood in the list.
  [[nodiscard]] std::string_view view_record(std::size_t lead) const { return store_.view(leads_[lead]); }
  /// Its values, one for each of columns().
  void copy_cells(std::size_t lead, std::vector<std::string>& out);
  /// Appends the verdict document of a lead. Requires: close() was fine. Cost: that of a single lead.
  void write_verdict(std::size_t lead, std::string& out, const report::VerdictOptions& options = {});
  /// One lead decided anew by itself, for its handoff, its service clock, or a reviewer's act. Valid until the next call of
  /// this or of write_verdict(). Requires: close() was fine.
  [[nodiscard]] report::Qualifier& qualify(std::size_t lead);

  /// Fills `out` with a lead as it stands in the list; its texts borrow from the list and from `out` itself.
  void read_lead(std::size_t lead, lead::RawLead& out);

  /// Reads and qualifies every lead once more, in the order of the list. Requires: close() was fine. Cost: that of single
  /// leads, some microseconds each.
  void visit(LeadVisitor& visitor);

  // ---- Records that are no leads -----------------------------------------------------------------------------------------

  [[nodiscard]] std::size_t rejected() const { return rejected_.size(); }
  [[nodiscard]] std::uint64_t rejected_row(std::size_t i) const { return rejected_[i].row; }
  /// As it stood in the list; empty when it was too large to keep.
  [[nodiscard]] std::string_view view_rejected(std::size_t i) const { return store_.view(rejected_[i].bytes); }

  // ---- Counts ----------------------------------------------------------------------------------------------------------

  [[nodiscard]] const Summary& summary() const { return summary_; }
  /// Appends the summary as JSON (ListSummary of the web package).
  void write_summary(std::string& out) const;

 private:
  struct Rejected {
    std::uint64_t row;
    TextStore::Ref bytes;
  };

  void on_lead(const Record& record, const lead::RawLead& lead) override;
  void on_rejected(const Record& record, Problem problem) override;
  void on_problem(Problem problem) override;
  void end_block();
  void start_again(const AsOf& as_of);

  const report::Program& program_;
  std::optional<Instant> given_;
  Names names_;
  Input input_;
  TextStore store_;
  std::vector<TextStore::Ref> leads_;
  std::vector<Rejected> rejected_;  // in the order of rows
  std::vector<Problem> problems_;
  std::uint64_t problem_count_ = 0;
  NewestTime newest_;
  std::optional<AsOf> as_of_;
  BlockQualifier block_;
  decide::Outcomes outcomes_;
  Summary summary_;
  std::size_t qualified_ = 0;
  std::unique_ptr<report::Qualifier> qualifier_;  // for verdict documents and visitors
  lead::RawLead scratch_;
  bool closed_ = false;
};

}  // namespace prequal::lists
