#include "profile/fact_codes.h"

#include <algorithm>

namespace prequal::profile {

std::uint32_t fact_codes(const Model& model, Fact fact) {
  const std::size_t own = fact == Fact::segment ? model.segments.size() : 0;
  return fact_value_count(fact) + static_cast<std::uint32_t>(own);
}

std::uint32_t fact_code(const Model& model, Fact fact, std::string_view word) {
  const std::uint32_t code = fact_code(fact, word);
  if (code != 0 || fact != Fact::segment) return code;
  const auto found = std::ranges::find(model.segments, word);
  if (found == model.segments.end()) return 0;
  return fact_value_count(fact) + 1 + static_cast<std::uint32_t>(found - model.segments.begin());
}

std::string_view fact_word(const Model& model, Fact fact, std::uint32_t code) {
  const std::uint32_t standard = fact_value_count(fact);
  return code <= standard ? fact_value(fact, code) : model.segments[code - standard - 1];
}

}  // namespace prequal::profile
