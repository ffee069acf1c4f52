// Floor: lists. As of when a list is qualified: a time that was given, or the newest one that the list itself holds. The
// engine has no clock.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string_view>

#include "base/problem.h"
#include "base/time.h"
#include "lead/raw_lead.h"
#include "profile/profile.h"

namespace prequal::lists {

enum class AsOfFrom : std::uint8_t {
  given,   ///< by the caller
  newest,  ///< the newest time of the list
  none,    ///< the list holds no time and the profile needs none: 1970-01-01T00:00:00Z stands for "any time"
};
[[nodiscard]] std::string_view as_of_name(AsOfFrom from);

struct AsOf {
  Instant now;
  AsOfFrom from = AsOfFrom::given;
};

/// Remembers the newest time that leads hold: when they were submitted or last verified, and when touches, consents,
/// attempts and other dated entries happened. A time without an offset is taken as UTC.
class NewestTime {
 public:
  void add(const lead::RawLead& lead);
  [[nodiscard]] const std::optional<Instant>& value() const { return newest_; }

 private:
  void add(std::string_view text);

  std::optional<Instant> newest_;
};

/// Does a verdict depend on the time even when the lead has no dated entries? It does when a condition looks at a date.
[[nodiscard]] bool needs_time(const profile::Profile& profile);

/// The time to use; a problem when there is none and the profile needs one.
[[nodiscard]] std::expected<AsOf, Problem> decide_as_of(const std::optional<Instant>& given,
                                                        const std::optional<Instant>& newest,
                                                        const profile::Profile& profile);

}  // namespace prequal::lists
