// Floor: decide. Through which channel, and when, a lead may be contacted. Nothing is permitted that was not given.
#pragma once

#include <string_view>
#include <vector>

#include "lead/lead.h"
#include "profile/profile.h"

namespace prequal::decide {

/// A channel that may not be used, and why: no_consent, consent_refused, opted_out, no_contact, barred, not_allowed_here.
struct BlockedChannel {
  std::string_view channel;
  std::string_view because;
};

struct ReachOut {
  std::vector<std::string_view> permitted;  ///< in the order in which to try them, the preferred one first
  std::vector<BlockedChannel> blocked;
  std::string_view channel;        ///< the one to use now; empty: none
  std::string_view window;         ///< id of the time window that the person asked for
  bool preferred_blocked = false;  ///< the person prefers a channel that may not be used
  bool internal_only = false;      ///< nothing is sent to this person (R19-03)
};

[[nodiscard]] ReachOut find_reach_out(const profile::Profile& profile, const lead::Lead& lead);

}  // namespace prequal::decide
