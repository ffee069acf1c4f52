// Floor: profile. The facts that the engine finds out about every lead (facts.def), and the kinds of touch it knows.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "profile/condition.h"

namespace prequal::profile {

enum class Fact : std::uint16_t {
#define PREQUAL_FACT(name, text, values, provisional) name,
#include "profile/facts.def"
#undef PREQUAL_FACT
};
#define PREQUAL_FACT(name, text, values, provisional) +1
inline constexpr std::size_t kFacts = 0
#include "profile/facts.def"
    ;
#undef PREQUAL_FACT

inline constexpr std::uint16_t kNoFact = 0xFFFF;

[[nodiscard]] constexpr Source fact_source(Fact fact) {
  return static_cast<Source>(kFactSource | static_cast<Source>(fact));
}
/// Requires: is_fact(source).
[[nodiscard]] constexpr Fact source_fact(Source source) {
  return static_cast<Fact>(source ^ kFactSource);
}
[[nodiscard]] constexpr std::size_t source_index(Source source) {
  return is_fact(source) ? static_cast<std::size_t>(source ^ kFactSource) : source;
}

/// Position of `item` in a list like "a|b|c", from 1; 0 when it is not there.
[[nodiscard]] constexpr std::uint32_t find_in_bars(std::string_view bars, std::string_view item) {
  for (std::uint32_t position = 1;; ++position) {
    const std::size_t bar = bars.find('|');
    if (bars.substr(0, bar) == item) return position;
    if (bar == std::string_view::npos) return 0;
    bars.remove_prefix(bar + 1);
  }
}

[[nodiscard]] std::string_view fact_name(Fact fact);
/// The fact of that name, or kNoFact.
[[nodiscard]] std::uint16_t find_fact(std::string_view name);
/// True for a whole number, false for a value out of a list.
[[nodiscard]] bool fact_is_number(Fact fact);
inline constexpr std::array<std::string_view, kFacts> kFactValues{
#define PREQUAL_FACT(name, text, values, provisional) values,
#include "profile/facts.def"
#undef PREQUAL_FACT
};
/// All values of a fact, separated by bars; "#" for a number.
[[nodiscard]] constexpr std::string_view fact_values(Fact fact) {
  return kFactValues[static_cast<std::size_t>(fact)];
}
/// Code of a value (from 1), or 0. Cost: looks at the words one by one, so ask when the program is compiled where it matters.
[[nodiscard]] constexpr std::uint32_t fact_code(Fact fact, std::string_view value) {
  return find_in_bars(fact_values(fact), value);
}
/// The value with that code (from 1); empty when there is none.
[[nodiscard]] std::string_view fact_value(Fact fact, std::uint32_t code);
[[nodiscard]] std::uint32_t fact_value_count(Fact fact);
/// True when the person's further answers may still change that value.
[[nodiscard]] bool fact_is_provisional(Fact fact, std::uint32_t code);
/// True when that holds for any of its values.
[[nodiscard]] bool fact_has_provisional(Fact fact);

/// Dated events of a lead. The order is that of strength of the act and fixes the codes (from 0).
enum class TouchType : std::uint16_t {
#define PREQUAL_TOUCH(name, text, inbound) name,
#include "profile/touches.def"
#undef PREQUAL_TOUCH
};
#define PREQUAL_TOUCH(name, text, inbound) +1
inline constexpr std::size_t kTouchTypes = 0
#include "profile/touches.def"
    ;
#undef PREQUAL_TOUCH
inline constexpr std::uint16_t kNoTouch = 0xFFFF;

[[nodiscard]] std::string_view touch_name(TouchType type);
[[nodiscard]] std::uint16_t find_touch(std::string_view name);
/// Did the lead act, and not we?
[[nodiscard]] bool touch_is_inbound(TouchType type);

/// The item at `position` (from 1), or an empty text.
[[nodiscard]] std::string_view view_in_bars(std::string_view bars, std::uint32_t position);

}  // namespace prequal::profile
