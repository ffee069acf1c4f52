// Floor: wasm. What a review page asks about the leads of a list: handoff, a reviewer's acts, service clocks, whole columns.
// No logic.
#include <emscripten/bind.h>

#include <algorithm>

#include "base/json_writer.h"
#include "decide/follow_up.h"
#include "lists/course_column.h"
#include "lists/criterion_column.h"
#include "open_list.h"
#include "report/handoff.h"
#include "report/review_document.h"

namespace prequal::wasm {
namespace {

lists::List* find(int handle, unsigned lead) {
  OpenList* open = open_lists().find(handle);
  return open == nullptr || lead >= open->list.size() ? nullptr : &open->list;
}

report::HandoffOptions handoff_options(unsigned options) {
  return {.language = (options & 2U) != 0 ? report::Language::es : report::Language::en, .personal = (options & 1U) != 0};
}

/// The handoff note of a lead as text. Options: 1 with personal detail, 2 in Spanish.
unsigned list_note(int handle, unsigned lead, unsigned options) {
  Boundary& shared = boundary();
  lists::List* list = find(handle, lead);
  if (list == nullptr) return 0;
  report::append_handoff_note(shared.start(), list->qualify(lead), handoff_options(options));
  return shared.length();
}

/// The CRM record of a lead as JSON. Options as above.
unsigned list_crm(int handle, unsigned lead, unsigned options) {
  Boundary& shared = boundary();
  lists::List* list = find(handle, lead);
  if (list == nullptr) return 0;
  report::append_crm_record(shared.start(), list->qualify(lead), handoff_options(options));
  return shared.length();
}

/// What came of the act in the input, as JSON; 0 when it is no act: the answer then holds the problem, or nothing when there
/// is no such lead.
unsigned list_review(int handle, unsigned lead, unsigned bytes) {
  Boundary& shared = boundary();
  std::string& out = shared.start();
  lists::List* list = find(handle, lead);
  if (list == nullptr) return 0;
  if (const auto problem = report::append_review(out, list->qualify(lead), shared.view_input(bytes))) {
    shared.answer(*problem);
    return 0;
  }
  return shared.length();
}

/// Service clocks of up to `count` leads from `first` on: for each its state (decide::ClockState), started, due and answered
/// in seconds, as four numbers of 64 bits one after the other.
unsigned list_clocks(int handle, unsigned first, unsigned count) {
  Boundary& shared = boundary();
  lists::List* list = find(handle, first);
  if (list == nullptr) return 0;
  const std::size_t end = std::min<std::size_t>(list->size(), std::size_t{first} + count);
  std::string& out = shared.start();
  for (std::size_t lead = first; lead < end; ++lead) {
    const report::Qualifier& qualifier = list->qualify(lead);
    const auto clock =
        decide::find_follow_up(qualifier.program().profile, qualifier.lead(), qualifier.decider(), 0, qualifier.now())
            .clock;
    const std::int64_t row[4]{static_cast<std::int64_t>(clock.state), clock.started, clock.due, clock.answered};
    out.append(reinterpret_cast<const char*>(row), sizeof row);
  }
  return shared.length();
}

/// The values of one column for up to `count` leads from `first` on, as a list of texts.
unsigned column_cells(int handle, unsigned column, unsigned first, unsigned count) {
  Boundary& shared = boundary();
  OpenList* open = open_lists().find(handle);
  if (open == nullptr || first >= open->list.size() || column >= open->list.columns().size()) return 0;
  const std::size_t end = std::min<std::size_t>(open->list.size(), std::size_t{first} + count);
  JsonWriter json(shared.start());
  json.begin_array();
  for (std::size_t lead = first; lead < end; ++lead) {
    open->list.copy_cells(lead, open->cells);
    json.string(open->cells[column]);
  }
  json.end_array();
  return shared.length();
}

/// What became of each lead (lists::CourseColumn): one number of 16 bits a lead. 0 until every lead is done.
unsigned list_courses(int handle) {
  Boundary& shared = boundary();
  OpenList* open = open_lists().find(handle);
  if (open == nullptr || !open->list.ready()) return 0;
  lists::CourseColumn column;
  open->list.visit(column);
  const auto& bits = column.bits();
  shared.start().append(reinterpret_cast<const char*>(bits.data()), bits.size() * sizeof(bits[0]));
  return shared.length();
}

/// How the criterion that the input names stands for each lead (lists::CriterionState): one byte a lead. 0 when there is no
/// such criterion, and until every lead is done.
unsigned list_criterion(int handle, unsigned bytes) {
  Boundary& shared = boundary();
  OpenList* open = open_lists().find(handle);
  if (open == nullptr || !open->list.ready()) return 0;
  lists::CriterionColumn column(open->list.profile(), shared.view_input(bytes));
  if (!column.known()) return 0;
  open->list.visit(column);
  shared.start().append(reinterpret_cast<const char*>(column.leads().data()), column.leads().size());
  return shared.length();
}

/// How the list is written, from lists::Format, and its delimiter as a character code.
int list_format(int handle) {
  const OpenList* open = open_lists().find(handle);
  return open == nullptr ? 0 : static_cast<int>(open->list.format());
}
int list_delimiter(int handle) {
  const OpenList* open = open_lists().find(handle);
  return open == nullptr ? 0 : open->list.delimiter();
}

}  // namespace

EMSCRIPTEN_BINDINGS(prequal_review) {
  emscripten::function("listNote", &list_note);
  emscripten::function("listCrm", &list_crm);
  emscripten::function("listReview", &list_review);
  emscripten::function("listClocks", &list_clocks);
  emscripten::function("columnCells", &column_cells);
  emscripten::function("listCourses", &list_courses);
  emscripten::function("listCriterion", &list_criterion);
  emscripten::function("listFormat", &list_format);
  emscripten::function("listDelimiter", &list_delimiter);
}

}  // namespace prequal::wasm
