#include <unistd.h>

#include <algorithm>

#include "cli/commands.h"
#include "cli/list_request.h"
#include "cli/load.h"
#include "cli/text_table.h"
#include "lists/metrics.h"
#include "lists/summary.h"
#include "profile/names.h"

namespace prequal::cli {
namespace {

using lists::Metric;

std::vector<std::string> counts(std::string_view name, const lists::GroupCounts& group) {
  return {std::string(name), grouped(group.leads), percent(group.contacted), percent(group.qualified),
          percent(group.converted)};
}

std::string words(std::string_view name) {
  std::string out(name);
  std::ranges::replace(out, '_', ' ');
  return out;
}

void append_text(std::string& out, const lists::Metrics& metrics, std::string_view list) {
  const profile::Model& model = metrics.profile().model();
  out.append(grouped(metrics.leads())).append(" leads of ").append(list).append(", qualified with ");
  out.append(model.id).append(" ").append(model.version).append("\n");
  out.append(grouped(metrics.spam()) + " spam and " + grouped(metrics.duplicates()) +
             " duplicates count in nothing below\n");
  out.append("Shares stand with their 95 % interval\n");
  for (const bool early : {true, false}) {
    TextTable table;
    for (std::size_t i = 0; i < lists::kMetrics; ++i) {
      const auto metric = static_cast<Metric>(i);
      if (is_early(metric) != early) continue;
      const lists::Share& share = metrics.share(metric);
      table.add({words(metric_name(metric)), grouped(share.count) + " of " + grouped(share.of), percent(share)});
    }
    table.append_to(out, early ? "Early" : "Late");
  }
  TextTable rejections;
  rejections.add({"on the lead's side", grouped(metrics.rejections(lists::Cause::lead))});
  rejections.add({"on our side", grouped(metrics.rejections(lists::Cause::ours))});
  rejections.add({"without a reason code", grouped(metrics.rejections(lists::Cause::uncoded))});
  for (std::size_t i = 0; i < model.reasons.size(); ++i) {
    if (metrics.rejection_reasons()[i] == 0) continue;
    rejections.add({"  " + lists::reason_name(model.reasons[i]), grouped(metrics.rejection_reasons()[i])});
  }
  rejections.append_to(out, "Rejections");
  const std::vector<std::string> head{"", "leads", "contacted", "qualified", "converted"};
  TextTable bands;
  bands.add(head);
  for (std::size_t i = profile::kLevels; i-- > 0;) {
    bands.add(counts(profile::levels()[i], metrics.band(static_cast<profile::Level>(i))));
  }
  bands.append_to(out, "By band");
  TextTable stages;
  stages.add(head);
  for (std::size_t i = 0; i < model.stages.size(); ++i) stages.add(counts(model.stages[i].id, metrics.stages()[i]));
  stages.append_to(out, "By stage");
  TextTable sources;
  sources.add(head);
  for (const auto& [name, group] : metrics.sources()) sources.add(counts(name, group));
  sources.append_to(out, "By source");
  TextTable speed;
  std::vector<std::int64_t> minutes = metrics.speed().minutes;
  std::ranges::sort(minutes);
  speed.add({"answered", grouped(minutes.size())});
  speed.add({"waiting", grouped(metrics.speed().waiting)});
  if (metrics.speed().untimed > 0) speed.add({"without a time", grouped(metrics.speed().untimed)});
  if (!minutes.empty()) {
    speed.add({"median", grouped(static_cast<std::uint64_t>(lists::percentile(minutes, 50))) + " min"});
    speed.add({"90 % within", grouped(static_cast<std::uint64_t>(lists::percentile(minutes, 90))) + " min"});
  }
  speed.append_to(out, "Speed to lead");
  TextTable alerts;
  for (const lists::TierInversion& inversion : metrics.find_tier_inversions()) {
    alerts.add({"tier inversion: " + std::string(profile::name_in(profile::levels(), inversion.higher)) + " converts " +
                percent(inversion.higher_converted) + ", " +
                std::string(profile::name_in(profile::levels(), inversion.lower)) + " " +
                percent(inversion.lower_converted) + "; " +
                (inversion.certain ? "review thresholds and points" : "may be chance; review when there are more leads")});
  }
  for (const lists::GroupAlert& alert : metrics.find_misfit_campaigns()) {
    alerts.add({"campaign " + std::string(alert.group) + ": " + percent(alert.share) +
                " do not fit; review targeting and message"});
  }
  for (const lists::GroupAlert& alert : metrics.find_no_show_sources()) {
    alerts.add({words(alert.group) + ": " + percent(alert.share) + " of the meetings were missed; add a confirmation"});
  }
  alerts.append_to(out, "Alerts");
}

}  // namespace

Exit run_metrics(const Arguments& arguments) {
  const auto request = read_list_request(arguments);
  const auto json = wants_json(arguments);
  if (!request || !json) {
    say("prequal metrics", request ? json.error() : request.error());
    return Exit::unusable;
  }
  const auto program = load_program(*arguments.profile);
  if (!program) return Exit::unusable;
  const auto whole = read_whole_list(arguments, *request, {program.get()});
  if (!whole) return Exit::unusable;
  lists::Metrics metrics(program->profile);
  whole->lists[0]->visit(metrics);
  Output output(STDOUT_FILENO);
  if (*json) {
    metrics.write(output.buffer());
    output.buffer().push_back('\n');
  } else {
    append_text(output.buffer(), metrics, whole->name);
  }
  return finish_output(output, whole->had_problems);
}

}  // namespace prequal::cli
