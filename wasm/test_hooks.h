// Floor: wasm. Ways to break an instance on purpose, for the tests of recovery; nothing in the shipped builds.
#pragma once

#include <string_view>

namespace prequal::wasm::test_hooks {

#ifdef PREQUAL_TEST_HOOKS
/// Breaks the instance when a break was asked for, or when the lead says so.
void before_qualify(std::string_view record);
#else
inline void before_qualify(std::string_view /*record*/) {}
#endif

}  // namespace prequal::wasm::test_hooks
