#include "profile/facts.h"

#include <array>

namespace prequal::profile {
namespace {

struct FactInfo {
  std::string_view name;
  std::string_view values;
  std::string_view provisional;
};

constexpr auto kFactInfo = std::to_array<FactInfo>({
#define PREQUAL_FACT(name, text, values, provisional) {text, values, provisional},
#include "profile/facts.def"
#undef PREQUAL_FACT
});

struct TouchInfo {
  std::string_view name;
  bool inbound;
};

constexpr auto kTouchInfo = std::to_array<TouchInfo>({
#define PREQUAL_TOUCH(name, text, inbound) {text, inbound},
#include "profile/touches.def"
#undef PREQUAL_TOUCH
});

const FactInfo& info(Fact fact) { return kFactInfo[static_cast<std::size_t>(fact)]; }

}  // namespace

std::uint32_t find_in_bars(std::string_view bars, std::string_view item) {
  for (std::uint32_t position = 1;; ++position) {
    const std::size_t bar = bars.find('|');
    if (bars.substr(0, bar) == item) return position;
    if (bar == std::string_view::npos) return 0;
    bars.remove_prefix(bar + 1);
  }
}

std::string_view view_in_bars(std::string_view bars, std::uint32_t position) {
  if (position == 0) return {};
  for (;;) {
    const std::size_t bar = bars.find('|');
    if (--position == 0) return bars.substr(0, bar);
    if (bar == std::string_view::npos) return {};
    bars.remove_prefix(bar + 1);
  }
}

std::string_view fact_name(Fact fact) { return info(fact).name; }

std::uint16_t find_fact(std::string_view name) {
  for (std::size_t i = 0; i < kFacts; ++i) {
    if (kFactInfo[i].name == name) return static_cast<std::uint16_t>(i);
  }
  return kNoFact;
}

bool fact_is_number(Fact fact) { return info(fact).values == "#"; }

std::string_view fact_values(Fact fact) { return info(fact).values; }

std::uint32_t fact_code(Fact fact, std::string_view value) { return find_in_bars(info(fact).values, value); }

std::string_view fact_value(Fact fact, std::uint32_t code) { return view_in_bars(info(fact).values, code); }

std::uint32_t fact_value_count(Fact fact) {
  std::uint32_t count = 0;
  while (!fact_value(fact, count + 1).empty()) ++count;
  return count;
}

bool fact_is_provisional(Fact fact, std::uint32_t code) {
  const std::string_view value = fact_value(fact, code);
  return !value.empty() && find_in_bars(info(fact).provisional, value) != 0;
}

bool fact_has_provisional(Fact fact) { return info(fact).provisional != "-"; }

std::string_view touch_name(TouchType type) { return kTouchInfo[static_cast<std::size_t>(type)].name; }

std::uint16_t find_touch(std::string_view name) {
  for (std::size_t i = 0; i < kTouchTypes; ++i) {
    if (kTouchInfo[i].name == name) return static_cast<std::uint16_t>(i);
  }
  return kNoTouch;
}

bool touch_is_inbound(TouchType type) { return kTouchInfo[static_cast<std::size_t>(type)].inbound; }

}  // namespace prequal::profile
