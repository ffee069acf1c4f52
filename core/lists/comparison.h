// Floor: lists. Two versions of a profile over the same leads (R18-10): what differs between the profiles, and which leads
// moved where and why.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lists/list.h"
#include "lists/share.h"
#include "profile/differences.h"

namespace prequal::lists {

/// How one lead came out under one profile. Names are those of the profile, so that profiles with other stages or routes
/// can be compared.
struct Standing {
  std::string_view band;
  std::string_view stage;
  std::string_view route;  ///< "none" when there is none
  std::string_view eligibility;
  std::string_view status;
  std::int32_t fit = 0;
  std::int32_t intent = 0;
  std::int32_t total = 0;
};

/// A lead whose band, stage, route, eligibility or status differs.
struct Mover {
  std::uint64_t row = 0;
  std::string id;
  std::string_view source;
  Standing before;
  Standing after;
  std::vector<std::string> reasons_gained{};  ///< reasons that hold only after
  std::vector<std::string> reasons_lost{};    ///< reasons that held only before
  std::vector<std::string> rules{};           ///< rules whose points for this lead differ, the largest change first
};

/// From which value to which, and how many leads.
using Migration = std::map<std::pair<std::string_view, std::string_view>, std::uint64_t>;

struct SourceMoves {
  std::uint64_t leads = 0;
  std::uint64_t moved = 0;
  std::uint64_t routed_otherwise = 0;
};

struct Comparison {
  std::vector<profile::Difference> differences;
  Problems warnings;         ///< more than one category, one version for both
  std::uint64_t leads = 0;   ///< that both could read
  std::uint64_t unread = 0;  ///< read under one of the profiles only
  Migration bands;
  Migration stages;
  Migration routes;
  std::map<std::string_view, SourceMoves> sources;
  std::vector<Mover> movers;  ///< the first ones in the order of the list
  std::uint64_t moved = 0;    ///< all of them
};

/// Compares two finished lists that were read from the same bytes. Texts of the result live as long as both programs.
/// Keeps at most `most_movers`. Cost: two single leads for each lead.
[[nodiscard]] Comparison compare(List& before, List& after, std::size_t most_movers = 1'000);

/// Appends a comparison as one JSON object (docs/metrics.md).
void write_comparison(const Comparison& comparison, const profile::Profile& before, const profile::Profile& after,
                      std::string& out);

}  // namespace prequal::lists
