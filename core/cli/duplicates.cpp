#include "lists/duplicates.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/list_request.h"
#include "cli/load.h"
#include "cli/text_table.h"
#include "lists/csv_text.h"
#include "lists/merge_map.h"

namespace prequal::cli {
namespace {

using lists::DuplicateCluster;
using lists::DuplicateSearch;
using quality::kLinkFields;
using quality::LinkField;

enum class Kind : std::uint8_t { ndjson, csv, summary, merge_map };

std::expected<Kind, Problem> find_kind(const Arguments& arguments) {
  constexpr std::array<std::string_view, 4> kNames{"ndjson", "csv", "summary", "merge-map"};
  const auto found = std::ranges::find(kNames, arguments.output.value_or("ndjson"));
  if (found == kNames.end()) return std::unexpected(usage("--output is ndjson, csv, summary or merge-map"));
  return static_cast<Kind>(found - kNames.begin());
}

void append_csv(std::string& out, lists::List& list, const DuplicateSearch& search, std::size_t cluster) {
  const DuplicateCluster& what = search.clusters()[cluster];
  const auto cell = [&](std::int64_t number) {
    append_number(out, number);
    out.push_back(',');
  };
  // Each link joins one more record to those before it; that one is told by the link.
  std::unordered_map<std::uint32_t, const quality::Link*> joined{{what.leads[0], nullptr}};
  for (const quality::Link& link : what.links) joined.emplace(joined.contains(link.a) ? link.b : link.a, &link);
  for (const std::uint32_t lead : what.leads) {
    const quality::Link* link = joined.at(lead);
    cell(static_cast<std::int64_t>(cluster) + 1);
    cell(what.certainty);
    cell(static_cast<std::int64_t>(list.row(lead)));
    lists::append_csv_text(out, list.qualify(lead).lead().id);
    out.push_back(',');
    if (link == nullptr) {
      out.append(kLinkFields + 2, ',');
    } else {
      cell(static_cast<std::int64_t>(list.row(link->a == lead ? link->b : link->a)));
      cell(link->certainty);
      cell(link->weight);
      for (std::size_t f = 0; f < kLinkFields; ++f) {
        out.append(f == 0 ? "" : ",").append(agreement_name(link->fields[f]));
      }
    }
    out.push_back('\n');
  }
}

void append_header(std::string& out) {
  out.append("cluster,certainty,row,id,same_as_row,link_certainty,weight");
  for (std::size_t f = 0; f < kLinkFields; ++f) out.append(",").append(link_field_name(static_cast<LinkField>(f)));
  out.push_back('\n');
}

void append_text(std::string& out, const DuplicateSearch& search, std::string_view name) {
  out.append(grouped(search.list().size())).append(" leads of ").append(name).append("\n");
  TextTable counts;
  counts.add({"clusters", grouped(search.clusters().size())});
  counts.add({"leads that repeat another", grouped(search.repeated())});
  counts.add({"pairs compared", grouped(search.search().compared())});
  counts.append_to(out, "Duplicates");
  TextTable sure;
  constexpr std::array<std::uint8_t, 4> kFrom{95, 80, 65, 50};
  std::uint8_t below = 100;
  for (const std::uint8_t from : kFrom) {
    const auto count = std::ranges::count_if(search.clusters(), [&](const DuplicateCluster& cluster) {
      return cluster.certainty >= from && cluster.certainty < below;
    });
    sure.add({std::to_string(from) + " to " + std::to_string(below - 1), grouped(static_cast<std::uint64_t>(count))});
    below = from;
  }
  sure.append_to(out, "Clusters by certainty, in a hundred");
  TextTable columns;
  for (std::size_t i = 0; i < lists::kLinkParts; ++i) {
    const auto part = static_cast<lists::LinkPart>(i);
    std::string names;
    for (const std::uint32_t column : search.reader().columns(part)) {
      names.append(names.empty() ? "" : ", ").append(search.list().columns()[column].name);
    }
    std::string what(link_part_name(part));
    std::ranges::replace(what, '_', ' ');
    columns.add({what, names.empty() ? "no column" : names});
  }
  columns.append_to(out, "Columns that were compared");
}

}  // namespace

Exit run_duplicates(const Arguments& arguments) {
  const auto request = read_list_request(arguments);
  const auto kind = find_kind(arguments);
  if (!request || !kind) {
    say("prequal duplicates", request ? kind.error() : request.error());
    return Exit::unusable;
  }
  const auto program = load_program(*arguments.profile);
  if (!program) return Exit::unusable;
  const auto whole = read_whole_list(arguments, *request, {program.get()});
  if (!whole) return Exit::unusable;
  lists::List& list = *whole->lists[0];
  DuplicateSearch search(list);
  constexpr std::size_t kStep = 16'384;
  while (!search.advance(kStep)) {
  }
  Output output(STDOUT_FILENO);
  if (*kind == Kind::summary) append_text(output.buffer(), search, whole->name);
  if (*kind == Kind::csv) append_header(output.buffer());
  for (std::size_t i = 0; i < search.clusters().size() && *kind != Kind::summary; ++i) {
    if (*kind == Kind::csv) {
      append_csv(output.buffer(), list, search, i);
    } else {
      *kind == Kind::ndjson ? search.write_cluster(i, output.buffer())
                            : lists::write_merge_map(list, search, i, output.buffer());
      output.buffer().push_back('\n');
    }
    if (!output.line_done()) break;
  }
  return finish_output(output, whole->had_problems);
}

}  // namespace prequal::cli
