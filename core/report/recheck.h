// Floor: report. Is it time to look again at a lead that was put aside: what has come since, and what it changes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "decide/follow_up.h"
#include "report/qualifier.h"

namespace prequal::report {

/// How a lead stood, for the difference that a recheck shows (R15-04).
struct Standing {
  std::int32_t fit = 0;
  std::int32_t intent = 0;
  std::int32_t total = 0;
  std::uint32_t band = 0;
  std::uint32_t stage = 0;
  std::uint32_t status = 0;
};

/// A lead is put aside when its status, before what came since, or its record is nurture, MQL without timeline, on hold or
/// disqualified. It is due when its date has come, when the person asked or engaged since, or when the reason for which it
/// was put aside is gone. A nurture track that names events limits requests and engagement to those that it names.
struct Recheck {
  bool aside = false;
  bool due = false;
  std::int64_t since = 0;  ///< seconds: when it was put aside; 0 unknown
  std::vector<std::string_view>
      triggers;     ///< date_reached, new_request, engagement_rises, or the event of a reason that is gone
  Standing before;  ///< without what the person did since, as of the same moment
  Standing now;
};

/// Cost: decides about the lead once more when the person did anything since.
[[nodiscard]] Recheck find_recheck(Qualifier& qualifier, const decide::FollowUp& follow_up);

}  // namespace prequal::report
