#include "decide/outcomes.h"

namespace prequal::decide {

void Outcomes::reset(std::size_t leads, std::size_t reason_count) {
  reason_words = (reason_count + 63) / 64;
  grow(0);
  grow(leads);
}

void Outcomes::grow(std::size_t leads) {
  for (auto* column : {&fit, &fit_low, &fit_high, &intent, &intent_low, &intent_high, &adjustment, &negative, &total,
                       &total_low, &total_high}) {
    column->resize(leads);
  }
  for (auto* column : {&fit_band, &intent_band, &band, &band_reach, &eligibility, &eligibility_reach, &stage, &stage_reach,
                       &status, &lane, &route, &settled}) {
    column->resize(leads);
  }
  for (auto* column : {&status_reach, &lane_reach, &main_reason}) column->resize(leads);
  reasons.resize(leads * reason_words);
}

}  // namespace prequal::decide
