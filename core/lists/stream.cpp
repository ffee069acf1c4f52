#include "lists/stream.h"

namespace prequal::lists {

Stream::Stream(const report::Program& program, const Names& names, Format format, Instant now, Detail detail,
               ResultSink& sink)
    : input_(names, format), now_(now), detail_(detail), sink_(sink), summary_(program.profile) {
  if (detail == Detail::verdicts) {
    qualifier_ = std::make_unique<report::Qualifier>(program);
  } else {
    block_ = std::make_unique<BlockQualifier>(program);
    outcomes_.reset(evaluate::kBlockLeads, program.profile.model().reasons.size());
  }
}

void Stream::on_lead(const Record& record, const lead::RawLead& lead) {
  ++leads_;
  if (qualifier_) {
    qualifier_->run(lead, now_);
    sink_.on_verdict(record, *qualifier_);
    return;
  }
  block_->add(lead, now_);
  if (detail_ == Detail::outcomes) {
    ids_.append(block_->last().id);
    waiting_.push_back({.row = record.row, .id_end = static_cast<std::uint32_t>(ids_.size())});
  }
  if (block_->full()) end_block();
}

void Stream::on_rejected(const Record& /*record*/, Problem problem) {
  ++rejected_;
  ++problems_;
  if (detail_ == Detail::outcomes && block_->size() > 0) {
    waiting_.push_back({.problem = std::move(problem)});
  } else {
    sink_.on_rejected(problem);
  }
}

void Stream::on_problem(Problem problem) {
  ++problems_;
  sink_.on_problem(problem);
}

void Stream::end_block() {
  block_->finish(outcomes_, 0, summary_);
  std::size_t lead = 0;
  std::uint32_t id = 0;
  for (const Waiting& entry : waiting_) {
    if (entry.problem) {
      sink_.on_rejected(*entry.problem);
      continue;
    }
    sink_.on_outcome(entry.row, std::string_view(ids_).substr(id, entry.id_end - id), outcomes_, lead++);
    id = entry.id_end;
  }
  waiting_.clear();
  ids_.clear();
}

void Stream::finish() {
  input_.finish(*this);
  if (block_ && block_->size() > 0) end_block();
}

bool TimeScan::settled() const {
  return input_.failed() || (input_.columns_known() && input_.format() == Format::csv && !feeds_time(input_.columns()));
}

}  // namespace prequal::lists
