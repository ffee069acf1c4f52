// Floor: lists. How many leads of a list came out how.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "decide/decider.h"
#include "lists/as_of.h"
#include "lists/columns.h"

namespace prequal::lists {

struct TruthCounts {
  std::uint64_t met = 0;
  std::uint64_t not_met = 0;
  std::uint64_t unknown = 0;
};

/// Counts of one list. Each vector has one entry for each entry of the profile's list of that name, in its order.
class Summary {
 public:
  explicit Summary(const profile::Profile& profile);

  /// Adds the outcomes of `count` leads from `first` on.
  void add(const decide::Outcomes& outcomes, std::size_t first, std::size_t count);
  /// Adds the criteria of the first `count` leads of the block that was just decided.
  void add_criteria(const decide::Decider<evaluate::kBlockWords>& decider, std::size_t count);
  void clear();

  std::uint64_t leads = 0;
  std::uint64_t counted = 0;  ///< leads that are not suspected spam; all counts but `statuses` are of these
  std::array<std::uint64_t, profile::kLevels> bands{};
  std::array<std::uint64_t, 3> eligibility{};
  std::array<std::uint64_t, profile::kStatuses> statuses{};
  std::array<std::uint64_t, profile::kLanes> lanes{};
  std::vector<std::uint64_t> stages;
  std::vector<std::uint64_t> routes;  ///< entry 0: no route
  std::vector<std::uint64_t> reasons;
  std::vector<TruthCounts> must_haves;
  std::vector<TruthCounts> nice_to_haves;
  std::uint64_t settled = 0;

  [[nodiscard]] const profile::Profile& profile() const { return *profile_; }

 private:
  const profile::Profile* profile_;
};

/// What else a summary of a list says.
struct SummaryFacts {
  std::uint64_t rejected = 0;  ///< records that are no usable leads
  std::uint64_t problems = 0;  ///< of every kind
  AsOf as_of;
};

/// A count as JSON's writer takes numbers.
[[nodiscard]] constexpr std::int64_t signed_of(std::uint64_t count) {
  return static_cast<std::int64_t>(count);
}
/// Can this reason hold for any lead of this profile?
[[nodiscard]] bool can_hold(const profile::Reason& reason);
/// "code", or "code:sub" for a case of a reason.
[[nodiscard]] std::string reason_name(const profile::Reason& reason);

/// Appends the summary as one JSON object: the shape of ListSummary in web/engine/src/types.ts, described in docs/lists.md.
void write_summary(const Summary& summary, const SummaryFacts& facts, const std::vector<Column>& columns,
                   const Names& names, std::string& out);

}  // namespace prequal::lists
