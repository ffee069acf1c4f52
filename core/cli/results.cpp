#include "cli/results.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "cli/summary_text.h"
#include "lists/csv_text.h"
#include "profile/names.h"
#include "report/problem_text.h"

namespace prequal::cli {
namespace {

constexpr std::array<std::string_view, 4> kOutputNames{"ndjson", "csv", "summary", "summary-json"};

// One verdict document a line; for a record that is no lead {"row": N, "problem": {...}}.
class NdjsonResults final : public Results {
 public:
  using Results::Results;

  [[nodiscard]] lists::Detail detail() const override { return lists::Detail::verdicts; }
  void on_verdict(const lists::Record& /*record*/, report::Qualifier& qualifier) override {
    qualifier.write_verdict(line());
    line().push_back('\n');
    line_done();
  }

 protected:
  void write_rejected(const Problem& problem) override {
    JsonWriter json(line());
    json.begin_object().field("row", static_cast<std::int64_t>(problem.row)).key("problem");
    report::write_problem(json, problem);
    json.end_object();
    line().push_back('\n');
    line_done();
  }
};

// One line for each record, the columns as in kHeader.
class CsvResults final : public Results {
 public:
  using Results::Results;

  [[nodiscard]] lists::Detail detail() const override { return lists::Detail::outcomes; }
  void start() override {
    line().append(kHeader);
    line_done();
  }
  void on_outcome(std::uint64_t row, std::string_view id, const decide::Outcomes& outcomes, std::size_t i) override {
    lists::append_csv_text(line(), id);
    cell(static_cast<std::int64_t>(row));
    for (const auto* column : {&outcomes.fit, &outcomes.fit_low, &outcomes.fit_high, &outcomes.intent, &outcomes.intent_low,
                               &outcomes.intent_high, &outcomes.adjustment, &outcomes.negative, &outcomes.total,
                               &outcomes.total_low, &outcomes.total_high}) {
      cell((*column)[i]);
    }
    const profile::Model& model = profile().model();
    cell(profile::levels()[outcomes.fit_band[i]]);
    cell(profile::levels()[outcomes.intent_band[i]]);
    cell(profile::levels()[outcomes.band[i]]);
    cell(reachable(outcomes.band_reach[i]));
    cell(profile::eligibilities()[outcomes.eligibility[i]]);
    cell(model.stages[outcomes.stage[i]].id);
    cell(profile::statuses()[outcomes.status[i]]);
    cell(profile::lanes()[outcomes.lane[i]]);
    cell(outcomes.route[i] == 0 ? std::string_view{} : model.routes[outcomes.route[i] - 1].id);
    cell(outcomes.settled[i] != 0 ? "yes" : "no");
    const std::uint16_t main = outcomes.main_reason[i];
    cell(main == profile::kNoEntry ? std::string{} : lists::reason_name(model.reasons[main]));
    cell(reasons_of(outcomes, i));
    line().append(",\n");
    line_done();
  }

 protected:
  void write_rejected(const Problem& problem) override {
    line().push_back(',');
    append_number(line(), static_cast<std::int64_t>(problem.row));
    line().append(static_cast<std::size_t>(std::ranges::count(kHeader, ',')) - 1, ',');
    lists::append_csv_text(line(), code_name(problem.code));
    line().push_back('\n');
    line_done();
  }

 private:
  static constexpr std::string_view kHeader =
      "id,row,fit,fit_low,fit_high,intent,intent_low,intent_high,adjustment,negative,total,total_low,total_high,"
      "fit_band,intent_band,band,band_reach,eligibility,stage,status,lane,route,settled,main_reason,reasons,problem\n";

  void cell(std::int64_t number) {
    line().push_back(',');
    append_number(line(), number);
  }
  void cell(std::string_view text) {
    line().push_back(',');
    lists::append_csv_text(line(), text);
  }
  [[nodiscard]] static std::string reachable(std::uint8_t bands) {
    std::string out;
    for (std::size_t i = 0; i < profile::kLevels; ++i) {
      if ((bands >> i & 1U) == 0) continue;
      if (!out.empty()) out.push_back(' ');
      out.append(profile::levels()[i]);
    }
    return out;
  }
  [[nodiscard]] std::string reasons_of(const decide::Outcomes& outcomes, std::size_t i) const {
    std::string out;
    const auto& reasons = profile().model().reasons;
    for (std::size_t reason = 0; reason < reasons.size(); ++reason) {
      if (!outcomes.has_reason(i, reason)) continue;
      if (!out.empty()) out.push_back(' ');
      out.append(lists::reason_name(reasons[reason]));
    }
    return out;
  }
};

class SummaryResults final : public Results {
 public:
  SummaryResults(const profile::Profile& profile, Output& output, ListProblems& problems, std::string_view list, bool json)
      : Results(profile, output, problems), list_(list), json_(json) {}

  [[nodiscard]] lists::Detail detail() const override { return lists::Detail::counts; }
  void finish(const lists::Stream& stream, const lists::AsOf& as_of, const lists::Names& names) override {
    const lists::SummaryFacts facts{.rejected = stream.rejected(), .problems = stream.problems(), .as_of = as_of};
    if (json_) {
      lists::write_summary(stream.summary(), facts, stream.input().columns(), names, line());
      line().push_back('\n');
    } else {
      append_summary_text(line(), stream.summary(), facts, stream.input().columns(), names, list_);
    }
    line_done();
  }

 private:
  std::string list_;
  bool json_;
};

}  // namespace

std::optional<OutputKind> find_output(std::string_view name) {
  const auto found = std::ranges::find(kOutputNames, name);
  if (found == kOutputNames.end()) return std::nullopt;
  return static_cast<OutputKind>(found - kOutputNames.begin());
}

void Results::on_rejected(const Problem& problem) {
  had_problems_ = true;
  problems_.add(problem);
  write_rejected(problem);
}

void Results::on_problem(const Problem& problem) {
  // A warning about the list as a whole is no problem of a record.
  had_problems_ |= problem.row != 0 || problem.severity() == Severity::error;
  problems_.add(problem);
}

std::unique_ptr<Results> make_results(OutputKind kind, const profile::Profile& profile, Output& output,
                                      ListProblems& problems, std::string_view list) {
  switch (kind) {
    case OutputKind::ndjson: return std::make_unique<NdjsonResults>(profile, output, problems);
    case OutputKind::csv: return std::make_unique<CsvResults>(profile, output, problems);
    default: break;
  }
  return std::make_unique<SummaryResults>(profile, output, problems, list, kind == OutputKind::summary_json);
}

}  // namespace prequal::cli
