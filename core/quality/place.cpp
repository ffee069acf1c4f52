#include "quality/place.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "quality/tiers.h"

namespace prequal::quality {
namespace {

#include "quality/data/zip_states.inc"

struct State {
  std::string_view code;
  std::string_view name;
};

constexpr auto kStates = std::to_array<State>({
#if PREQUAL_REFERENCE > 0
#define PREQUAL_STATE(code, name) {code, name},
#else
#define PREQUAL_STATE(code, name) {code, {}},  // the form gets codes from its choices
#endif
#include "quality/states.def"
#undef PREQUAL_STATE
});

bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, is_digit);
}

}  // namespace

bool is_zip_code(std::string_view text) {
  if (text.size() == 5 || text.size() == 9) return all_digits(text);
  return text.size() == 10 && (text[5] == '-' || text[5] == ' ') && all_digits(text.substr(0, 5)) &&
         all_digits(text.substr(6));
}

std::uint32_t zip_number(std::string_view zip) {
  std::uint32_t out = 0;
  for (const char digit : zip.substr(0, 5)) out = out * 10 + static_cast<std::uint32_t>(digit - '0');
  return out;
}

std::string_view find_zip_state(std::string_view zip) {
  constexpr std::size_t kException = 7;  // five digits and a state
  constexpr std::size_t kRun = 5;        // three digits and a state
  for (std::size_t at = 0; at < kExceptions.size(); at += kException) {
    if (kExceptions.substr(at, 5) == zip.substr(0, 5)) return kExceptions.substr(at + 5, 2);
  }
  std::size_t low = 0;
  std::size_t high = kPrefixRuns.size() / kRun;
  while (high - low > 1) {
    const std::size_t middle = (low + high) / 2;
    (kPrefixRuns.substr(middle * kRun, 3) <= zip.substr(0, 3) ? low : high) = middle;
  }
  const std::string_view state = kPrefixRuns.substr(low * kRun + 3, 2);
  return state == "--" ? std::string_view{} : state;
}

std::string_view find_state(std::string_view folded) {
  if (folded.empty()) return {};
  const auto found = std::ranges::find_if(kStates, [&](const State& state) {
    return folded.size() == 2 ? equal_ignoring_case(state.code, folded) : equal_ignoring_case(state.name, folded);
  });
  return found == kStates.end() ? std::string_view{} : found->code;
}

}  // namespace prequal::quality
