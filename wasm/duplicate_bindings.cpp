// Floor: wasm. Which leads of a list are the same; only in the full build. No logic.
#include <emscripten/bind.h>

#include <algorithm>
#include <cstring>

#include "lists/merge_map.h"
#include "open_list.h"

namespace prequal::wasm {
namespace {

lists::DuplicateSearch* find(int handle) {
  OpenList* open = open_lists().find(handle);
  return open == nullptr ? nullptr : open->duplicates.get();
}
lists::DuplicateSearch* find_done(int handle) {
  lists::DuplicateSearch* search = find(handle);
  return search == nullptr || !search->done() ? nullptr : search;
}

/// Starts a search over a list, in place of one that went before. 0 when there is no such list or it is not finished.
unsigned start_duplicates(int handle) {
  OpenList* open = open_lists().find(handle);
  if (open == nullptr || !open->list.ready()) return 0;
  open->duplicates = std::make_unique<lists::DuplicateSearch>(open->list);
  return 1;
}
void end_duplicates(int handle) {
  if (OpenList* open = open_lists().find(handle)) open->duplicates.reset();
}
/// Works on; 1 when all is done, or when there is no search.
unsigned advance_duplicates(int handle, unsigned most) {
  lists::DuplicateSearch* search = find(handle);
  return search == nullptr || search->advance(most) ? 1 : 0;
}
/// In parts of a thousand.
unsigned duplicate_progress(int handle) {
  const lists::DuplicateSearch* search = find(handle);
  return search == nullptr ? 0 : search->progress();
}

// All below give 0 until the search is done.

unsigned duplicate_summary(int handle) {
  const lists::DuplicateSearch* search = find_done(handle);
  if (search == nullptr) return 0;
  Boundary& shared = boundary();
  search->write_summary(shared.start());
  return shared.length();
}

/// Up to `count` clusters from `first` on, one JSON object a line. `map`: 0 with their evidence, 1 as a merge map.
unsigned duplicate_clusters(int handle, unsigned first, unsigned count, unsigned map) {
  const lists::DuplicateSearch* search = find_done(handle);
  if (search == nullptr) return 0;
  Boundary& shared = boundary();
  std::string& out = shared.start();
  const std::size_t end = std::min<std::size_t>(search->clusters().size(), std::size_t{first} + count);
  for (std::size_t i = first; i < end; ++i) {
    if (map == 0) {
      search->write_cluster(i, out);
    } else {
      lists::write_merge_map(open_lists().find(handle)->list, *search, i, out);
    }
    out.push_back('\n');
  }
  return shared.length();
}

/// Address of the first lead of each lead's cluster, as 32-bit numbers.
unsigned duplicate_firsts(int handle) {
  const lists::DuplicateSearch* search = find_done(handle);
  return search == nullptr ? 0 : address(search->firsts().data());
}

/// What speaks for and against two leads.
unsigned duplicate_pair(int handle, unsigned a, unsigned b) {
  const lists::DuplicateSearch* search = find_done(handle);
  if (search == nullptr || a == b || std::max(a, b) >= search->firsts().size()) return 0;
  Boundary& shared = boundary();
  search->write_pair(a, b, shared.start());
  return shared.length();
}

/// The one lead that stands for those whose positions are in the input, as 32-bit numbers.
unsigned merge_list_leads(int handle, unsigned bytes) {
  OpenList* open = open_lists().find(handle);
  if (open == nullptr || !open->list.ready()) return 0;
  Boundary& shared = boundary();
  const std::string_view input = shared.view_input(bytes);
  std::vector<std::uint32_t> leads(input.size() / sizeof(std::uint32_t));
  if (leads.empty()) return 0;
  std::memcpy(leads.data(), input.data(), leads.size() * sizeof(std::uint32_t));
  if (std::ranges::max(leads) >= open->list.size()) return 0;
  lists::write_merged(open->list, leads, shared.start());
  return shared.length();
}

}  // namespace

EMSCRIPTEN_BINDINGS(prequal_duplicates) {
  emscripten::function("startDuplicates", &start_duplicates);
  emscripten::function("endDuplicates", &end_duplicates);
  emscripten::function("advanceDuplicates", &advance_duplicates);
  emscripten::function("duplicateProgress", &duplicate_progress);
  emscripten::function("duplicateSummary", &duplicate_summary);
  emscripten::function("duplicateClusters", &duplicate_clusters);
  emscripten::function("duplicateFirsts", &duplicate_firsts);
  emscripten::function("duplicatePair", &duplicate_pair);
  emscripten::function("mergeListLeads", &merge_list_leads);
}

}  // namespace prequal::wasm
