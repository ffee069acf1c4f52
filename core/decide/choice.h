// Floor: decide. Picks one of several outcomes for every lead of a block: the first whose condition holds.
#pragma once

#include <cstdint>
#include <vector>

#include "evaluate/plane.h"

namespace prequal::decide {

using evaluate::Plane;
using evaluate::Verity;

/// The entries of a first-match list and what came of them.
template <std::size_t W>
struct Choice {
  std::vector<Plane<W>> chosen;     ///< for each entry: the leads that have it now; each lead has at most one
  std::vector<Plane<W>> reachable;  ///< the leads that have it now or could still get it

  explicit Choice(std::size_t entries) : chosen(entries), reachable(entries) { clear(); }

  void clear() {
    taken_ = Plane<W>::filled(false);
    closed_ = Plane<W>::filled(false);
    for (Plane<W>& plane : chosen) plane = Plane<W>::filled(false);
    for (Plane<W>& plane : reachable) plane = Plane<W>::filled(false);
  }

  /// Offers the entry to all leads that have none yet. Entries are offered in the order of the list; one entry may be
  /// offered several times.
  void offer(std::size_t entry, const Verity<W>& when) {
    const Plane<W> now = when.now.yes & ~taken_;
    chosen[entry] |= now;
    taken_ |= now;
    reachable[entry] |= now | (~when.settled.no & ~closed_);
    closed_ |= when.settled.yes;
  }

  /// "This entry is chosen", now and for good.
  [[nodiscard]] Verity<W> is(std::size_t entry) const {
    Plane<W> others = Plane<W>::filled(false);
    for (std::size_t i = 0; i < reachable.size(); ++i) {
      if (i != entry) others |= reachable[i];
    }
    return {{chosen[entry], ~chosen[entry]}, {reachable[entry] & ~others, ~reachable[entry]}};
  }

  [[nodiscard]] std::uint32_t lane(std::size_t lead) const {
    for (std::uint32_t i = 0; i < chosen.size(); ++i) {
      if (chosen[i].lane(lead)) return i;
    }
    return 0;
  }
  [[nodiscard]] std::uint64_t reach(std::size_t lead) const {
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < reachable.size(); ++i) out |= std::uint64_t{reachable[i].lane(lead) ? 1U : 0U} << i;
    return out;
  }
  /// Leads for which only one entry can still be reached.
  [[nodiscard]] Plane<W> settled() const {
    Plane<W> one = Plane<W>::filled(false);
    Plane<W> more = Plane<W>::filled(false);
    for (const Plane<W>& plane : reachable) {
      more |= one & plane;
      one |= plane;
    }
    return ~more;
  }

 private:
  Plane<W> taken_;
  Plane<W> closed_;
};

}  // namespace prequal::decide
