#include <unistd.h>

#include "cli/commands.h"
#include "cli/list_request.h"
#include "cli/load.h"
#include "cli/text_table.h"
#include "lists/accounts.h"

namespace prequal::cli {
namespace {

std::string number(std::int32_t value) {
  return grouped(static_cast<std::uint64_t>(value));
}

std::string joined(const std::vector<std::string_view>& slots) {
  std::string out;
  for (const std::string_view slot : slots) out.append(out.empty() ? "" : ", ").append(slot);
  return out.empty() ? "-" : out;
}

void append_text(std::string& out, const std::vector<lists::Account>& accounts, std::string_view list) {
  out.append(grouped(accounts.size())).append(" organizations in ").append(list).append("\n");
  TextTable table;
  table.add({"", "leads", "people", "engaged", "contactable", "fit", "intent", "total", "seats taken"});
  for (const lists::Account& account : accounts) {
    table.add({account.key, grouped(account.leads.size()), number(account.people), number(account.engaged),
               number(account.contactable), number(account.fit), number(account.intent), number(account.total),
               joined(account.filled_slots)});
  }
  table.append_to(out, "Accounts");
}

}  // namespace

Exit run_accounts(const Arguments& arguments) {
  const auto request = read_list_request(arguments);
  const auto json = wants_json(arguments);
  if (!request || !json) {
    say("prequal accounts", request ? json.error() : request.error());
    return Exit::unusable;
  }
  const auto program = load_program(*arguments.profile);
  if (!program) return Exit::unusable;
  const auto whole = read_whole_list(arguments, *request, {program.get()});
  if (!whole) return Exit::unusable;
  const std::vector<lists::Account> accounts = lists::find_accounts(*whole->lists[0]);
  Output output(STDOUT_FILENO);
  if (*json) {
    lists::write_accounts(accounts, *whole->lists[0], output.buffer());
    output.buffer().push_back('\n');
  } else {
    append_text(output.buffer(), accounts, whole->name);
  }
  return finish_output(output, whole->had_problems);
}

}  // namespace prequal::cli
