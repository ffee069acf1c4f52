// Floor: decide. The outcomes of many leads as fixed-width columns. This is what lists keep for every lead and what crosses
// to the web as typed views; sentences and traces are made on demand, for one lead at a time.
#pragma once

#include <cstdint>
#include <vector>

#include "profile/model.h"

namespace prequal::decide {

/// What is written of an outcome: every column; or what was decided (fit, intent, total, band, eligibility, stage, status,
/// lane, route, settled) without bounds, reachable values and reasons, which is about a third of the work.
enum class Extent : std::uint8_t { everything, decisions };

/// Column sizes are those of the number of leads given to reset(). Sets of reachable values have one bit for each value.
struct Outcomes {
  std::vector<std::int16_t> fit, fit_low, fit_high;
  std::vector<std::int16_t> intent, intent_low, intent_high;
  std::vector<std::int16_t> adjustment, negative;
  std::vector<std::int16_t> total, total_low, total_high;
  std::vector<std::uint8_t> fit_band, intent_band, band, band_reach;
  std::vector<std::uint8_t> eligibility, eligibility_reach;
  std::vector<std::uint8_t> stage, stage_reach;
  std::vector<std::uint8_t> status;
  std::vector<std::uint16_t> status_reach;
  std::vector<std::uint8_t> lane;
  std::vector<std::uint16_t> lane_reach;
  std::vector<std::uint8_t> route;         ///< index + 1; 0 is none
  std::vector<std::uint8_t> settled;       ///< 1: no further answer changes band, eligibility, stage, status or route
  std::vector<std::uint16_t> main_reason;  ///< index, or kNoEntry
  std::vector<std::uint64_t> reasons;      ///< reason_words words for each lead: the reasons that hold
  std::size_t reason_words = 0;

  void reset(std::size_t leads, std::size_t reason_count);
  void grow(std::size_t leads);
  [[nodiscard]] std::size_t size() const { return total.size(); }
  [[nodiscard]] bool has_reason(std::size_t lead, std::size_t reason) const {
    return (reasons[lead * reason_words + reason / 64] >> (reason % 64) & 1U) != 0;
  }
};

}  // namespace prequal::decide
