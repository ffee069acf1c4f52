// Floor: lists. Which leads a team takes now when more come than it has places for: the best first, the others in a queue,
// none dropped (R11-11), and an alarm for leads that nobody owns (R11-03).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lists/visitor.h"

namespace prequal::lists {

enum class PlaceState : std::uint8_t {
  unrouted,    ///< no route wants it, or its route has no team: nothing to allocate
  routed,      ///< its team takes it now
  queued,      ///< its team is full: it waits in order
  unassigned,  ///< somebody should work it and nobody owns it: an alarm
};
[[nodiscard]] std::string_view place_state_name(PlaceState state);

struct Place {
  PlaceState state = PlaceState::unrouted;
  std::uint16_t team = profile::kNoEntry;
  std::uint32_t order = 0;  ///< among the leads of its team, from 1: the routed ones, then the queue
};

/// What decides the order: priority, never the place in the list, unless all else is equal.
struct PlaceKey {
  std::uint32_t band = 0;
  std::uint32_t stage = 0;
  std::int32_t intent = 0;
  std::int32_t total = 0;
};

struct TeamLoad {
  std::uint64_t routed = 0;
  std::uint64_t queued = 0;
  std::uint64_t unassigned = 0;  ///< the team has no owner, so these wait for one
};

/// Collects the leads of a list, then allocates them to the teams of the profile.
class Allocation final : public LeadVisitor {
 public:
  explicit Allocation(const profile::Profile& profile) : profile_(profile), teams_(profile.model().teams.size()) {}

  void on_lead(std::size_t lead, const lead::RawLead& raw, const report::Qualifier& qualifier) override;
  /// After the last lead. Cost: a sort.
  void finish();

  // Requires: finish() was called.
  [[nodiscard]] const std::vector<Place>& places() const { return places_; }
  [[nodiscard]] const std::vector<TeamLoad>& teams() const { return teams_; }
  /// Leads that a route sends to people although it names no team, or a team without an owner.
  [[nodiscard]] std::uint64_t unassigned() const { return unassigned_; }

  /// Appends everything as one JSON object (docs/metrics.md); leads in the order in which they are to be worked.
  void write(std::string& out) const;

 private:
  struct Entry {
    PlaceKey key;
    std::uint16_t team = profile::kNoEntry;
    bool wanted = false;  ///< people should work it
    std::string id;
    std::int64_t due = 0;
  };

  const profile::Profile& profile_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> order_;  // of work, over all teams
  std::vector<Place> places_;
  std::vector<TeamLoad> teams_;
  std::uint64_t unassigned_ = 0;
};

}  // namespace prequal::lists
