#include <unistd.h>

#include "cli/commands.h"
#include "cli/list_request.h"
#include "cli/load.h"
#include "cli/text_table.h"
#include "lists/comparison.h"

namespace prequal::cli {
namespace {

constexpr std::size_t kMostMovers = 1'000;
constexpr std::size_t kShownMovers = 20;

std::string joined(const std::vector<std::string>& list, std::string_view between) {
  std::string out;
  for (const std::string& entry : list) out.append(out.empty() ? "" : between).append(entry);
  return out;
}

void append_migration(std::string& out, const lists::Migration& cells, std::string_view title) {
  TextTable table;
  for (const auto& [cell, count] : cells) {
    const bool same = cell.first == cell.second;
    table.add({std::string(cell.first) + (same ? "" : " -> " + std::string(cell.second)), grouped(count)});
  }
  table.append_to(out, title);
}

std::string why(const lists::Mover& mover) {
  std::string out;
  const auto part = [&](std::string_view name, const std::vector<std::string>& list) {
    if (!list.empty()) out.append(out.empty() ? "" : "; ").append(name).append(joined(list, ", "));
  };
  part("rules ", mover.rules);
  part("new reasons ", mover.reasons_gained);
  part("gone reasons ", mover.reasons_lost);
  return out.empty() ? "thresholds, criteria or order" : out;
}

std::string step(std::string_view name, std::string_view before, std::string_view after) {
  if (before == after) return {};
  return std::string(name).append(" ").append(before).append(" -> ").append(after).append(", ");
}

void append_text(std::string& out, const lists::Comparison& comparison, const profile::Model& before,
                 const profile::Model& after, std::string_view list) {
  out.append(grouped(comparison.leads)).append(" leads of ").append(list).append(": ");
  out.append(before.id).append(" ").append(before.version).append(" -> ");
  out.append(after.id).append(" ").append(after.version).append("\n");
  out.append(grouped(comparison.moved)).append(" leads came out otherwise\n");
  if (comparison.unread > 0) out.append(grouped(comparison.unread) + " records could be read under one version only\n");
  for (const Problem& problem : comparison.warnings.list()) out.append(to_lines({}, problem));
  TextTable differences;
  for (const profile::Difference& difference : comparison.differences) {
    differences.add({std::string(difference_kind_name(difference.kind)) + " " + std::string(difference.section) +
                     (difference.id.empty() ? "" : " " + difference.id) +
                     (difference.members.empty() ? "" : " (" + joined(difference.members, ", ") + ")")});
  }
  differences.append_to(out, "Differences");
  append_migration(out, comparison.bands, "Band");
  append_migration(out, comparison.stages, "Stage");
  append_migration(out, comparison.routes, "Route");
  TextTable sources;
  sources.add({"", "leads", "moved", "routed otherwise"});
  for (const auto& [name, moves] : comparison.sources) {
    sources.add({std::string(name), grouped(moves.leads), grouped(moves.moved), grouped(moves.routed_otherwise)});
  }
  sources.append_to(out, "By source");
  TextTable movers;
  for (std::size_t i = 0; i < comparison.movers.size() && i < kShownMovers; ++i) {
    const lists::Mover& mover = comparison.movers[i];
    std::string moves = step("band", mover.before.band, mover.after.band) +
                        step("stage", mover.before.stage, mover.after.stage) +
                        step("route", mover.before.route, mover.after.route) +
                        step("eligibility", mover.before.eligibility, mover.after.eligibility) +
                        step("status", mover.before.status, mover.after.status);
    moves.resize(moves.size() - 2);
    movers.add(
        {"row " + grouped(mover.row) + (mover.id.empty() ? "" : " " + mover.id) + ": " + moves + " (" + why(mover) + ")"});
  }
  movers.append_to(out, "Movers");
  if (comparison.moved > kShownMovers) {
    out.append("  and " + grouped(comparison.moved - kShownMovers) + " more; --output json has up to " +
               grouped(kMostMovers) + "\n");
  }
}

}  // namespace

Exit run_compare(const Arguments& arguments) {
  const auto request = read_list_request(arguments);
  const auto json = wants_json(arguments);
  if (!request || !json || !arguments.with) {
    say("prequal compare", !request ? request.error() : !json ? json.error() : usage("compare needs --with FILE"));
    return Exit::unusable;
  }
  const auto before = load_program(*arguments.profile);
  const auto after = load_program(*arguments.with);
  if (!before || !after) return Exit::unusable;
  for (const auto& [program, path] :
       {std::pair(before.get(), *arguments.profile), std::pair(after.get(), *arguments.with)}) {
    if (!program->profile.document().empty()) continue;
    say(path, Problem{.code = Code::pack_no_document});
    return Exit::unusable;
  }
  const auto whole = read_whole_list(arguments, *request, {before.get(), after.get()});
  if (!whole) return Exit::unusable;
  const lists::Comparison comparison = lists::compare(*whole->lists[0], *whole->lists[1], kMostMovers);
  Output output(STDOUT_FILENO);
  if (*json) {
    write_comparison(comparison, before->profile, after->profile, output.buffer());
    output.buffer().push_back('\n');
  } else {
    append_text(output.buffer(), comparison, before->profile.model(), after->profile.model(), whole->name);
  }
  return finish_output(output, whole->had_problems);
}

}  // namespace prequal::cli
