#include <unistd.h>

#include "cli/commands.h"
#include "cli/list_request.h"
#include "cli/load.h"
#include "cli/text_table.h"
#include "lists/allocation.h"

namespace prequal::cli {
namespace {

void append_text(std::string& out, const lists::Allocation& allocation, const profile::Model& model,
                 std::string_view list) {
  out.append(grouped(allocation.places().size())).append(" leads of ").append(list).append(", qualified with ");
  out.append(model.id).append(" ").append(model.version).append("\n");
  TextTable teams;
  teams.add({"", "places", "routed", "queued", "unassigned"});
  for (std::size_t i = 0; i < model.teams.size(); ++i) {
    const profile::Team& team = model.teams[i];
    const lists::TeamLoad& load = allocation.teams()[i];
    teams.add({std::string(team.id), team.capacity < 0 ? "any" : grouped(static_cast<std::uint64_t>(team.capacity)),
               grouped(load.routed), grouped(load.queued), grouped(load.unassigned)});
  }
  teams.append_to(out, "Teams");
  if (allocation.unassigned() > 0) {
    out.append("\nalarm: " + grouped(allocation.unassigned()) + " leads have nobody who owns them\n");
  }
  out.append("\nNobody was dropped; waiting for a place is our delay. --output json has every lead in order.\n");
}

}  // namespace

Exit run_allocate(const Arguments& arguments) {
  const auto request = read_list_request(arguments);
  const auto json = wants_json(arguments);
  if (!request || !json) {
    say("prequal allocate", request ? json.error() : request.error());
    return Exit::unusable;
  }
  const auto program = load_program(*arguments.profile);
  if (!program) return Exit::unusable;
  const auto whole = read_whole_list(arguments, *request, {program.get()});
  if (!whole) return Exit::unusable;
  lists::Allocation allocation(program->profile);
  whole->lists[0]->visit(allocation);
  allocation.finish();
  Output output(STDOUT_FILENO);
  if (*json) {
    allocation.write(output.buffer());
    output.buffer().push_back('\n');
  } else {
    append_text(output.buffer(), allocation, program->profile.model(), whole->name);
  }
  return finish_output(output, whole->had_problems);
}

}  // namespace prequal::cli
