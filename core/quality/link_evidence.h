// Floor: quality. What two records say, field by field, before the list has taught anything.
#pragma once

#include <cstdint>

#include "quality/duplicates.h"

namespace prequal::quality {

/// How the fields of two records compare, and how much that says.
struct Evidence {
  Agreements fields{};
  /// The name: the weight that it adds. Other fields that agree: the odds that two records that agree so are one person, where
  /// nothing else is known of them; it depends on how many persons share the value. Fields that differ: the weight they take away.
  LinkWeights strength{};
  bool one_name = false;         ///< only one of the two says who it is
  bool by_organization = false;  ///< neither names a person: the organization is who they are
};

/// With `quick`, the other fields of two records whose names say that they are two are left out. Cost: about a microsecond.
[[nodiscard]] Evidence find_evidence(const LinkRecords& records, std::uint32_t a, std::uint32_t b, bool quick = false);

/// Adds the evidence up, with what the list taught. The fields besides the name hang together (colleagues share organization,
/// switchboard, address and place; who moves changes them all), so the strongest for and the strongest against count whole, and
/// every other one a little.
[[nodiscard]] Link weigh(const Evidence& evidence, const LinkModel& model);

}  // namespace prequal::quality
