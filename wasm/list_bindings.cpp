// Floor: wasm. What only the full build binds: lists of leads, read from bytes. No logic.
#include <emscripten/bind.h>

#include "base/json_writer.h"
#include "boundary.h"
#include "lists/accounts.h"
#include "lists/allocation.h"
#include "lists/audit.h"
#include "lists/comparison.h"
#include "lists/mapping.h"
#include "lists/metrics.h"
#include "open_list.h"

namespace prequal::wasm {
namespace {

lists::List* find(int handle) {
  OpenList* open = open_lists().find(handle);
  return open == nullptr ? nullptr : &open->list;
}

/// Opens a list; `seconds` is not a number when no time is given. `mapping_bytes` of the input are a mapping as JSON. A
/// handle, or 0 with problems as the answer. The profile must not be released before the list.
// JavaScript gives NaN where there is no time, which alone differs from itself.
bool given(double seconds) {
  return seconds == seconds;
}  // NOLINT(misc-redundant-expression)

int open_list(int profile_handle, int format, double seconds, int offset, unsigned mapping_bytes) {
  Boundary& shared = boundary();
  const CompiledProfile* profile = shared.profiles.find(profile_handle);
  if (profile == nullptr) return 0;
  lists::ListOptions options{.format = static_cast<lists::Format>(format)};
  if (given(seconds)) options.now = instant(seconds, offset);
  Problems problems;
  if (mapping_bytes != 0) {
    const lead::Slots slots(profile->program.profile);
    options.mapping = lists::parse_mapping(shared.view_input(mapping_bytes), slots, profile->program.profile, problems);
  }
  shared.answer(problems.list());
  if (problems.has_errors()) return 0;
  return open_lists().add(std::make_unique<OpenList>(profile->program, std::move(options)));
}

void close_list(int handle) {
  open_lists().release(handle);
}

/// Takes the next bytes of the list from the input. 1 while more bytes make sense, 0 after the list failed.
unsigned push(int handle, unsigned bytes) {
  lists::List* list = find(handle);
  if (list == nullptr) return 0;
  list->push(boundary().view_input(bytes));
  return list->failed() ? 0 : 1;
}

/// The input has ended. 0 when that went well; else the length of the answer, which is the problem. May be called again with
/// another time.
unsigned end(int handle, double seconds, int offset) {
  Boundary& shared = boundary();
  lists::List* list = find(handle);
  if (list == nullptr) return shared.answer({.code = Code::usage, .detail = "no such list"});
  std::optional<Instant> now;
  if (given(seconds)) now = instant(seconds, offset);
  if (const auto problem = list->close(now)) return shared.answer(*problem);
  return 0;
}

/// Qualifies some more leads; 1 when all are done.
unsigned advance(int handle, unsigned most) {
  lists::List* list = find(handle);
  return list == nullptr || list->advance(most) ? 1 : 0;
}

unsigned size(int handle) {
  const lists::List* list = find(handle);
  return list == nullptr ? 0 : static_cast<unsigned>(list->size());
}
unsigned qualified(int handle) {
  const lists::List* list = find(handle);
  return list == nullptr ? 0 : static_cast<unsigned>(list->qualified());
}
unsigned row(int handle, unsigned lead) {
  const lists::List* list = find(handle);
  return list == nullptr || lead >= list->size() ? 0 : static_cast<unsigned>(list->row(lead));
}
/// Address of a column of the outcomes; reason_words() 64-bit words of the last column belong to one lead.
unsigned list_column(int handle, unsigned column) {
  const lists::List* list = find(handle);
  return list == nullptr ? 0 : column_address(list->outcomes(), column);
}
unsigned reason_words(int handle) {
  const lists::List* list = find(handle);
  return list == nullptr ? 0 : static_cast<unsigned>(list->outcomes().reason_words);
}

// ---- Answers: JSON, or text ---------------------------------------------------------------------------------------------------

/// The verdict document of a lead. Requires: end() went well. Options as those of verdict().
unsigned list_verdict(int handle, unsigned lead, unsigned options) {
  Boundary& shared = boundary();
  lists::List* list = find(handle);
  if (list == nullptr || lead >= list->size()) return 0;
  list->write_verdict(lead, shared.start(),
                      {.questions = (options & 1U) != 0, .changes = (options & 2U) != 0, .calls = (options & 4U) != 0});
  return shared.length();
}

/// The values of a lead's record, one for each column, as a list of texts.
unsigned cells(int handle, unsigned lead) {
  Boundary& shared = boundary();
  OpenList* open = open_lists().find(handle);
  if (open == nullptr || lead >= open->list.size()) return 0;
  open->list.copy_cells(lead, open->cells);
  JsonWriter json(shared.start());
  json.begin_array();
  for (const std::string& cell : open->cells) json.string(cell);
  json.end_array();
  return shared.length();
}

/// The bytes of a lead's record as they stood in the list.
unsigned record(int handle, unsigned lead) {
  Boundary& shared = boundary();
  const lists::List* list = find(handle);
  if (list == nullptr || lead >= list->size()) return 0;
  shared.start().append(list->view_record(lead));
  return shared.length();
}

/// The counts of the list (ListSummary).
unsigned summary(int handle) {
  Boundary& shared = boundary();
  const lists::List* list = find(handle);
  if (list == nullptr) return 0;
  list->write_summary(shared.start());
  return shared.length();
}

// The three below give 0 until every lead is done: end() went well and advance() gave 1.

/// What came of the leads (docs/metrics.md).
unsigned metrics(int handle) {
  Boundary& shared = boundary();
  lists::List* list = find(handle);
  if (list == nullptr || !list->ready()) return 0;
  lists::Metrics out(list->profile());
  list->visit(out);
  out.write(shared.start());
  return shared.length();
}

/// Which leads each team takes now.
unsigned allocation(int handle) {
  Boundary& shared = boundary();
  lists::List* list = find(handle);
  if (list == nullptr || !list->ready()) return 0;
  lists::Allocation out(list->profile());
  list->visit(out);
  out.finish();
  out.write(shared.start());
  return shared.length();
}

/// What a review of the model looks at; `bytes` of the input are ids of fields separated by commas. 0 with a problem as the
/// answer when one of them cannot be used.
unsigned audit(int handle, double seed, unsigned bytes) {
  Boundary& shared = boundary();
  lists::List* list = find(handle);
  std::string& out = shared.start();
  if (list == nullptr || !list->ready()) return 0;
  auto groups = lists::find_group_fields(list->profile(), shared.view_input(bytes));
  if (!groups) {
    shared.answer(groups.error());
    return 0;
  }
  lists::Audit report(list->profile(), {.seed = static_cast<std::uint64_t>(seed), .groups = std::move(*groups)});
  list->visit(report);
  report.finish();
  report.write(out);
  return shared.length();
}

/// The leads by organization.
unsigned accounts(int handle) {
  Boundary& shared = boundary();
  lists::List* list = find(handle);
  if (list == nullptr || !list->ready()) return 0;
  lists::write_accounts(lists::find_accounts(*list), *list, shared.start());
  return shared.length();
}

/// What differs when the same bytes are qualified by another version of the profile.
unsigned compare_lists(int before, int after) {
  Boundary& shared = boundary();
  lists::List* a = find(before);
  lists::List* b = find(after);
  if (a == nullptr || b == nullptr || !a->ready() || !b->ready()) return 0;
  write_comparison(lists::compare(*a, *b), a->profile(), b->profile(), shared.start());
  return shared.length();
}

unsigned problems(int handle) {
  const lists::List* list = find(handle);
  return list == nullptr ? 0 : boundary().answer(list->problems());
}

/// Records that are no leads: their rows and what stood there.
unsigned rejected(int handle) {
  Boundary& shared = boundary();
  const lists::List* list = find(handle);
  if (list == nullptr) return 0;
  JsonWriter json(shared.start());
  json.begin_array();
  for (std::size_t i = 0; i < list->rejected(); ++i) {
    json.begin_object().field("row", static_cast<std::int64_t>(list->rejected_row(i)));
    json.field("text", list->view_rejected(i)).end_object();
  }
  json.end_array();
  return shared.length();
}

}  // namespace

EMSCRIPTEN_BINDINGS(prequal_lists) {
  emscripten::function("openList", &open_list);
  emscripten::function("closeList", &close_list);
  emscripten::function("push", &push);
  emscripten::function("end", &end);
  emscripten::function("advance", &advance);
  emscripten::function("size", &size);
  emscripten::function("qualified", &qualified);
  emscripten::function("row", &row);
  emscripten::function("listColumn", &list_column);
  emscripten::function("reasonWords", &reason_words);
  emscripten::function("listVerdict", &list_verdict);
  emscripten::function("cells", &cells);
  emscripten::function("record", &record);
  emscripten::function("summary", &summary);
  emscripten::function("metrics", &metrics);
  emscripten::function("allocation", &allocation);
  emscripten::function("audit", &audit);
  emscripten::function("accounts", &accounts);
  emscripten::function("compareLists", &compare_lists);
  emscripten::function("problems", &problems);
  emscripten::function("rejected", &rejected);
}

}  // namespace prequal::wasm
