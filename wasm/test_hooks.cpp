// Only in the test builds: breakNext(kind) breaks the instance in the next qualify, and a lead whose texts hold
// "prequal-test-trap" breaks every instance.
#include "test_hooks.h"

#include <emscripten/bind.h>

#include <cstdlib>
#include <vector>

namespace prequal::wasm::test_hooks {
namespace {

enum class Break : int { nothing, trap, stack, memory };
Break next = Break::nothing;

// Not a loop: every level must take stack. It never ends by itself.
int overflow(volatile char* above) {
  volatile char here[512];
  here[0] = 1;
  return above[0] == 0 ? 0 : overflow(here) + here[0];
}

void run(Break kind) {
  switch (kind) {
    case Break::trap: __builtin_trap();
    case Break::stack: {
      volatile char start[1] = {1};
      if (overflow(start) == 0) std::abort();
      break;
    }
    case Break::memory: {
      std::vector<std::vector<char>> hoard;
      for (;;) hoard.emplace_back(64U << 20U, 'x');
    }
    default: break;
  }
}

void break_next(int kind) {
  next = static_cast<Break>(kind);
}

}  // namespace

void before_qualify(std::string_view record) {
  const Break kind = next;
  next = Break::nothing;
  run(record.contains("prequal-test-trap") ? Break::trap : kind);
}

EMSCRIPTEN_BINDINGS(prequal_test_hooks) {
  emscripten::function("breakNext", &break_next);
}

}  // namespace prequal::wasm::test_hooks
