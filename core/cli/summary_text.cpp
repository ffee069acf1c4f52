#include "cli/summary_text.h"

#include <algorithm>

#include "base/time.h"
#include "cli/console.h"
#include "profile/names.h"

namespace prequal::cli {
namespace {

struct Line {
  std::string name;
  std::uint64_t count;
};

class SummaryText {
 public:
  SummaryText(const lists::Summary& summary, std::string& out) : summary_(summary), out_(out) {}

  void head(const lists::SummaryFacts& facts, std::string_view list) {
    const profile::Model& model = summary_.profile().model();
    out_.append(grouped(summary_.leads)).append(" leads of ").append(list).append(", qualified with ");
    out_.append(model.id).append(" ").append(model.version).push_back('\n');
    std::string as_of;
    append_rfc3339(as_of, facts.as_of.now);
    switch (facts.as_of.from) {
      case lists::AsOfFrom::given: out_.append("as of " + as_of + "\n"); break;
      case lists::AsOfFrom::newest: out_.append("as of " + as_of + ", the newest time in the list\n"); break;
      case lists::AsOfFrom::none: out_.append("as of any time: the list holds none and the profile needs none\n"); break;
    }
    if (facts.rejected > 0) out_.append(grouped(facts.rejected) + " records could not be read\n");
    if (facts.problems > 0) out_.append(grouped(facts.problems) + " problems in all\n");
    if (model.example_numbers) out_.append("The numbers of this profile are examples.\n");
  }

  void table(std::string_view title, std::vector<Line> lines, bool zeros) {
    if (!zeros) std::erase_if(lines, [](const Line& line) { return line.count == 0; });
    out_.append("\n").append(title).append("\n");
    if (lines.empty()) out_.append("  none\n");
    std::size_t width = 0;
    for (const Line& line : lines) width = std::max(width, line.name.size());
    for (const Line& line : lines) {
      out_.append("  ").append(line.name).append(width - line.name.size(), ' ');
      right(grouped(line.count), 12);
      right(percent(line.count), 9);
      out_.push_back('\n');
    }
  }

  void criteria() {
    const profile::Model& model = summary_.profile().model();
    std::size_t width = 0;
    for (const auto* list : {&model.must_haves, &model.nice_to_haves}) {
      for (const profile::Criterion& criterion : *list) width = std::max(width, criterion.id.size());
    }
    if (width == 0) return;
    out_.append("\nCriteria").append(width > 6 ? width - 6 : 0, ' ');
    right("met", 12);
    right("not met", 12);
    right("unknown", 12);
    out_.push_back('\n');
    criteria(model.must_haves, summary_.must_haves, width);
    criteria(model.nice_to_haves, summary_.nice_to_haves, width);
  }

  void columns(const std::vector<lists::Column>& columns, const lists::Names& names) {
    out_.append("\nColumns\n");
    std::size_t unused = 0;
    for (const lists::Column& column : columns) {
      const std::string_view target = names.slot_name(column.slot);
      if (target.empty()) {
        ++unused;
        continue;
      }
      out_.append("  ").append(column.name).append(" -> ").append(target);
      if (column.how == lists::How::similar) out_.append(" (guessed: a similar name)");
      if (column.how == lists::How::mapping) out_.append(" (as mapped)");
      out_.push_back('\n');
    }
    if (unused > 0) out_.append("  " + grouped(unused) + " other columns are not used\n");
  }

 private:
  void criteria(const std::vector<profile::Criterion>& list, const std::vector<lists::TruthCounts>& counts,
                std::size_t width) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      out_.append("  ").append(list[i].id).append(width - list[i].id.size(), ' ');
      right(grouped(counts[i].met), 12);
      right(grouped(counts[i].not_met), 12);
      right(grouped(counts[i].unknown), 12);
      out_.push_back('\n');
    }
  }
  void right(std::string_view text, std::size_t width) {
    if (text.size() < width) out_.append(width - text.size(), ' ');
    out_.append(text);
  }
  // In whole tenths, rounded.
  [[nodiscard]] std::string percent(std::uint64_t count) const {
    if (summary_.leads == 0) return "-";
    const std::uint64_t tenths = (count * 2000 + summary_.leads) / (summary_.leads * 2);
    return grouped(tenths / 10) + "." + static_cast<char>('0' + tenths % 10) + " %";
  }

  const lists::Summary& summary_;
  std::string& out_;
};

template <typename Names, typename Counts>
std::vector<Line> lines_of(const Names& names, const Counts& counts) {
  std::vector<Line> out;
  for (std::size_t i = 0; i < names.size(); ++i) out.push_back({std::string(names[i]), counts[i]});
  return out;
}

}  // namespace

void append_summary_text(std::string& out, const lists::Summary& summary, const lists::SummaryFacts& facts,
                         const std::vector<lists::Column>& columns, const lists::Names& names, std::string_view list) {
  const profile::Model& model = summary.profile().model();
  SummaryText text(summary, out);
  text.head(facts, list);
  std::vector<Line> bands = lines_of(profile::levels(), summary.bands);
  std::ranges::reverse(bands);
  text.table("Band", std::move(bands), true);
  text.table("Eligibility", lines_of(profile::eligibilities(), summary.eligibility), true);
  std::vector<std::string_view> ids;
  for (const profile::Stage& stage : model.stages) ids.push_back(stage.id);
  text.table("Stage", lines_of(ids, summary.stages), false);
  text.table("Status", lines_of(profile::statuses(), summary.statuses), false);
  text.table("Lane", lines_of(profile::lanes(), summary.lanes), false);
  ids.assign(1, "none");
  for (const profile::Route& route : model.routes) ids.push_back(route.id);
  text.table("Route", lines_of(ids, summary.routes), false);
  std::vector<std::string> reasons;
  for (const profile::Reason& reason : model.reasons) reasons.push_back(lists::reason_name(reason));
  std::vector<Line> counted = lines_of(reasons, summary.reasons);
  std::ranges::stable_sort(counted, std::ranges::greater{}, &Line::count);
  text.table("Reasons", std::move(counted), false);
  text.criteria();
  text.columns(columns, names);
}

}  // namespace prequal::cli
