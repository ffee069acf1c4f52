// Floor: wasm. The lists that are open, by number.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "boundary.h"
#include "lists/duplicates.h"
#include "lists/list.h"

namespace prequal::wasm {

struct OpenList {
  lists::List list;
  std::vector<std::string> cells;
  std::unique_ptr<lists::DuplicateSearch> duplicates;  // when they were asked for

  OpenList(const report::Program& program, lists::ListOptions options) : list(program, std::move(options)) {}
};

[[nodiscard]] inline Handles<OpenList>& open_lists() {
  static Handles<OpenList> table;
  return table;
}

}  // namespace prequal::wasm
