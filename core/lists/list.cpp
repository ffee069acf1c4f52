#include "lists/list.h"

#include <algorithm>

#include "base/limits.h"

namespace prequal::lists {

List::List(const report::Program& program, ListOptions options)
    : program_(program),
      given_(options.now),
      names_(program.profile, std::move(options.mapping)),
      input_(names_, options.format),
      block_(program),
      summary_(program.profile) {
  outcomes_.reset(0, program.profile.model().reasons.size());
  if (given_) as_of_ = AsOf{*given_, AsOfFrom::given};
}

void List::push(std::string_view bytes) {
  if (!closed_) input_.push(bytes, *this);
}

void List::on_lead(const Record& record, const lead::RawLead& lead) {
  leads_.push_back(store_.add(record.bytes));
  if (!as_of_ && leads_.size() == 1 && input_.format() == Format::csv && !feeds_time(input_.columns()) &&
      !needs_time(program_.profile)) {
    // No row of this table can hold a time, so there is nothing to wait for.
    as_of_ = AsOf{{}, AsOfFrom::none};
  }
  if (as_of_) {
    block_.add(lead, as_of_->now);
    if (block_.full()) end_block();
  } else {
    newest_.add(lead);
  }
}

void List::on_rejected(const Record& record, Problem problem) {
  rejected_.push_back({record.row, store_.add(record.bytes)});
  on_problem(std::move(problem));
}

void List::on_problem(Problem problem) {
  ++problem_count_;
  if (problems_.size() < limits::kListProblems) problems_.push_back(std::move(problem));
}

void List::end_block() {
  const std::size_t count = block_.size();
  block_.finish(outcomes_, qualified_, summary_);
  qualified_ += count;
}

void List::start_again(const AsOf& as_of) {
  as_of_ = as_of;
  block_.clear();
  summary_.clear();
  qualified_ = 0;
  outcomes_.reset(leads_.size(), program_.profile.model().reasons.size());
}

std::optional<Problem> List::close(std::optional<Instant> now) {
  if (!closed_) {
    closed_ = true;
    input_.finish(*this);
  }
  const auto as_of = decide_as_of(now ? now : given_, newest_.value(), program_.profile);
  if (!as_of) return as_of.error();
  const bool same = as_of_ && as_of_->now == as_of->now;
  if (same) {
    as_of_ = *as_of;
  } else {
    start_again(*as_of);
  }
  return std::nullopt;
}

bool List::advance(std::size_t most) {
  const std::size_t goal = qualified_ + std::min(most, leads_.size() - qualified_);
  while (qualified_ < goal) {
    while (!block_.full() && qualified_ + block_.size() < leads_.size()) {
      input_.read_again(view_record(qualified_ + block_.size()), scratch_);
      block_.add(scratch_, as_of_->now);
    }
    end_block();
  }
  return qualified_ == leads_.size();
}

std::optional<Problem> List::finish(std::optional<Instant> now) {
  if (auto problem = close(now)) return problem;
  (void)advance(leads_.size());
  return std::nullopt;
}

std::uint64_t List::row(std::size_t lead) const {
  // Before the k-th rejected record stand rejected_[k].row - 1 - k leads.
  std::size_t low = 0;
  std::size_t high = rejected_.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (rejected_[middle].row - 1 - middle <= lead) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return lead + 1 + low;
}

void List::copy_cells(std::size_t lead, std::vector<std::string>& out) {
  input_.copy_cells(view_record(lead), out);
}

void List::write_verdict(std::size_t lead, std::string& out, const report::VerdictOptions& options) {
  qualify(lead).write_verdict(out, options);
}

report::Qualifier& List::qualify(std::size_t lead) {
  if (!qualifier_) qualifier_ = std::make_unique<report::Qualifier>(program_);
  input_.read_again(view_record(lead), scratch_);
  qualifier_->run(scratch_, as_of_->now);
  return *qualifier_;
}

void List::read_lead(std::size_t lead, lead::RawLead& out) {
  const std::string_view bytes = view_record(lead);
  input_.read_again(bytes, out);
  // A value that stood in quotes may be in the reader's own memory, which the next record takes.
  if (format() != Format::csv) return;
  for (lead::RawValue& value : out.values) {
    const std::size_t at = static_cast<std::size_t>(value.text.data() - bytes.data());
    if (value.text.empty() || at < bytes.size()) continue;
    if (out.kept_used == out.kept.size()) out.kept.push_back(std::make_unique<std::string>());
    std::string& kept = *out.kept[out.kept_used++];
    kept = value.text;
    value.text = kept;
  }
}

void List::visit(LeadVisitor& visitor) {
  for (std::size_t lead = 0; lead < leads_.size(); ++lead) visitor.on_lead(lead, scratch_, qualify(lead));
}

void List::write_summary(std::string& out) const {
  const SummaryFacts facts{.rejected = rejected_.size(), .problems = problem_count_, .as_of = as_of_.value_or(AsOf{})};
  lists::write_summary(summary_, facts, columns(), names_, out);
}

}  // namespace prequal::lists
