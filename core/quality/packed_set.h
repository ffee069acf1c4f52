// Floor: quality. A fixed set of names in few bytes: sorted hashes with Golomb-Rice coded differences. It never forgets a
// name; another name is taken for one of them with a probability that the table states.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace prequal::quality {

/// The hash of a name that is given from its last byte to its first, so that all suffixes of a host name cost one pass.
/// build-scripts/update-reference-data computes the same.
class NameHash {
 public:
  constexpr void add(char c) { state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x01000193U; }
  /// Of what was added so far. `kind` tells apart sets of names that share a table.
  [[nodiscard]] constexpr std::uint32_t value(char kind = '=') const {
    std::uint32_t h = (state_ ^ static_cast<unsigned char>(kind)) * 0x01000193U;
    h = (h ^ (h >> 16U)) * 0x85EBCA6BU;
    h = (h ^ (h >> 13U)) * 0xC2B2AE35U;
    return h ^ (h >> 16U);
  }

 private:
  std::uint32_t state_ = 0x811C9DC5U;
};

/// Hash of a whole name; ASCII letters count without case.
[[nodiscard]] std::uint32_t hash_name(std::string_view name, char kind = '=');

/// Views constant tables. Blocks of kBlock names each know their first hash and where their differences start.
struct PackedSet {
  static constexpr std::uint32_t kBlock = 64;

  std::span<const std::uint32_t> first;  ///< hash of the first name of each block
  std::span<const std::uint32_t> start;  ///< bit at which the differences of the block start
  std::span<const std::uint64_t> bits;
  std::uint32_t count = 0;
  std::uint32_t range = 0;  ///< hashes are scaled to below this
  std::uint32_t rice = 0;   ///< low bits of a difference; 2^-rice is about the rate of mistakes

  /// Cost: a binary search over the blocks and at most kBlock differences.
  [[nodiscard]] bool contains(std::uint32_t hash) const;
};

}  // namespace prequal::quality
