#include <unistd.h>

#include <charconv>

#include "cli/commands.h"
#include "cli/list_request.h"
#include "cli/load.h"
#include "cli/text_table.h"
#include "lists/audit.h"

namespace prequal::cli {
namespace {

std::string name_of(std::size_t lead, std::string_view id) {
  return id.empty() ? "lead " + grouped(lead + 1) : std::string(id);
}

std::string joined(const std::vector<std::string_view>& names) {
  std::string out;
  for (const std::string_view name : names) out.append(out.empty() ? "" : ", ").append(name);
  return out.empty() ? "-" : out;
}

void append_people(std::string& out, const lists::Audit& audit, const profile::Model& model) {
  for (const lists::GroupComparison& comparison : audit.comparisons()) {
    TextTable table;
    table.add({"", "leads", "contacted", "qualified", "sales ready"});
    for (const lists::GroupOutcome& group : comparison.groups) {
      if (group.leads == 0) continue;
      table.add({std::string(group.value), grouped(group.leads), percent(group.contacted), percent(group.qualified),
                 percent(group.sales_ready)});
    }
    table.append_to(out, "People by " + std::string(model.fields[comparison.field].id) +
                             (comparison.scored ? ", which a rule reads" : ""));
  }
}

void append_text(std::string& out, const lists::Audit& audit, std::string_view list) {
  const profile::Model& model = audit.profile().model();
  out.append(grouped(audit.leads())).append(" leads of ").append(list).append(", qualified with ");
  out.append(model.id).append(" ").append(model.version).append("; spam and duplicates count in nothing\n");
  if (audit.review_due()) out.append("\nalert: the review of the profile is due\n");
  TextTable failures;
  for (const lists::CriterionReview& entry : audit.criteria()) {
    const bool coded = entry.reason != profile::kNoEntry;
    failures.add({std::string(model.stages[entry.stage].id) + " " +
                      (coded ? std::string(model.reasons[entry.reason].code) : std::string("without a reason code")),
                  grouped(entry.share.count) + " of " + grouped(entry.share.of), percent(entry.share),
                  entry.flagged ? "review this criterion" : ""});
  }
  failures.append_to(out, "Where qualified leads fail");
  TextTable traits;
  for (const lists::TraitRate& trait : audit.traits()) {
    const std::string feature(trait.field == profile::kNoField ? std::string_view("source") : model.fields[trait.field].id);
    traits.add({feature + " " + std::string(trait.value), grouped(trait.moved.count) + " of " + grouped(trait.moved.of),
                percent(trait.moved)});
  }
  traits.append_to(out, "Leads that moved on, of those that moved on or stalled");
  TextTable sample;
  for (const lists::AuditSample& entry : audit.sample()) {
    sample.add({name_of(entry.lead, entry.id), "no fit from " + joined(entry.without_fit),
                "no intent from " + joined(entry.without_intent)});
  }
  sample.append_to(out, "To look at: " + grouped(audit.sample().size()) + " of " + grouped(audit.without_result()) +
                            " sales-ready leads without a result");
  TextTable missed;
  for (const lists::MissedSql& entry : audit.missed()) {
    missed.add({name_of(entry.lead, entry.id), std::string(entry.turned_away), entry.reason});
  }
  missed.append_to(out, "Turned away and won all the same");
  TextTable feedback;
  for (const auto& [code, count] : audit.feedback()) {
    feedback.add({code, grouped(count.helped) + " helped", grouped(count.hindered) + " hindered"});
  }
  if (audit.uncoded_feedback() > 0) feedback.add({"(no code of the profile)", grouped(audit.uncoded_feedback()), ""});
  feedback.append_to(out, "Feedback by code");
  append_people(out, audit, model);
}

}  // namespace

Exit run_audit(const Arguments& arguments) {
  const auto refuse = [](const Problem& problem) {
    say("prequal audit", problem);
    return Exit::unusable;
  };
  const auto request = read_list_request(arguments);
  const auto json = wants_json(arguments);
  if (!request || !json) return refuse(request ? json.error() : request.error());
  lists::AuditOptions options;
  if (arguments.seed) {
    const std::string_view text = *arguments.seed;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), options.seed);
    if (fault != std::errc() || end != text.data() + text.size()) return refuse(usage("--seed is a whole number from 0"));
  }
  const auto program = load_program(*arguments.profile);
  if (!program) return Exit::unusable;
  auto groups = lists::find_group_fields(program->profile, arguments.group.value_or(""));
  if (!groups) return refuse(groups.error());
  options.groups = std::move(*groups);
  const auto whole = read_whole_list(arguments, *request, {program.get()});
  if (!whole) return Exit::unusable;
  lists::Audit audit(program->profile, std::move(options));
  whole->lists[0]->visit(audit);
  audit.finish();
  Output output(STDOUT_FILENO);
  if (*json) {
    audit.write(output.buffer());
    output.buffer().push_back('\n');
  } else {
    append_text(output.buffer(), audit, whole->name);
  }
  return finish_output(output, whole->had_problems);
}

}  // namespace prequal::cli
