#include "profile/facts.h"

#include <array>

namespace prequal::profile {
namespace {

// What is asked for every lead is worked out when the program is compiled.
struct FactInfo {
  std::string_view name;
  bool number = false;
  std::uint32_t count = 0;
  std::uint32_t provisional = 0;  // bit c: code c

  constexpr FactInfo(std::string_view fact, std::string_view words, std::string_view open)
      : name(fact), number(words == "#") {
    if (number) return;
    for (std::string_view rest = words;;) {
      ++count;
      const std::size_t bar = rest.find('|');
      if (find_in_bars(open, rest.substr(0, bar)) != 0) provisional |= 1U << count;
      if (bar == std::string_view::npos) return;
      rest.remove_prefix(bar + 1);
    }
  }
};

constexpr auto kFactInfo = std::to_array<FactInfo>({
#define PREQUAL_FACT(name, text, values, provisional) FactInfo(text, values, provisional),
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

const FactInfo& info(Fact fact) {
  return kFactInfo[static_cast<std::size_t>(fact)];
}

}  // namespace

std::string_view view_in_bars(std::string_view bars, std::uint32_t position) {
  if (position == 0) return {};
  for (;;) {
    const std::size_t bar = bars.find('|');
    if (--position == 0) return bars.substr(0, bar);
    if (bar == std::string_view::npos) return {};
    bars.remove_prefix(bar + 1);
  }
}

std::string_view fact_name(Fact fact) {
  return info(fact).name;
}

std::uint16_t find_fact(std::string_view name) {
  for (std::size_t i = 0; i < kFacts; ++i) {
    if (kFactInfo[i].name == name) return static_cast<std::uint16_t>(i);
  }
  return kNoFact;
}

bool fact_is_number(Fact fact) {
  return info(fact).number;
}

std::string_view fact_value(Fact fact, std::uint32_t code) {
  return view_in_bars(fact_values(fact), code);
}

std::uint32_t fact_value_count(Fact fact) {
  return info(fact).count;
}

bool fact_is_provisional(Fact fact, std::uint32_t code) {
  return code < 32 && (info(fact).provisional >> code & 1U) != 0;
}

bool fact_has_provisional(Fact fact) {
  return info(fact).provisional != 0;
}

std::string_view touch_name(TouchType type) {
  return kTouchInfo[static_cast<std::size_t>(type)].name;
}

std::uint16_t find_touch(std::string_view name) {
  for (std::size_t i = 0; i < kTouchTypes; ++i) {
    if (kTouchInfo[i].name == name) return static_cast<std::uint16_t>(i);
  }
  return kNoTouch;
}

bool touch_is_inbound(TouchType type) {
  return kTouchInfo[static_cast<std::size_t>(type)].inbound;
}

}  // namespace prequal::profile
