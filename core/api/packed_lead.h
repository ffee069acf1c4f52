// Floor: api. A lead as one run of bytes, which a caller in another language can fill without building text: this is how
// objects cross from JavaScript.
//
// A record is a row of entries, each of 8 bytes and a payload:
//
//   byte 0     tag, see packed_lead.def
//   byte 1     0
//   bytes 2-3  slot, little-endian: a field of the profile by its index, or 0x8000 + the index of a lead key (keys.def)
//   bytes 4-7  length of the payload in bytes, little-endian
//   payload    UTF-8, not terminated; zeros up to the next multiple of four
//
// A multiple choice is several entries with one slot. Nothing is trusted: every length is checked, and text that is not
// UTF-8 is treated as a malformed value when it is read, as from any other source.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/limits.h"
#include "base/problem.h"
#include "lead/raw_lead.h"

namespace prequal::api {

enum class PackedTag : std::uint8_t {
#define PREQUAL_PACKED(name, number) name = number,
#include "api/packed_lead.def"
#undef PREQUAL_PACKED
};

inline constexpr std::size_t kPackedHead = 8;

/// The largest record: the texts of a lead may have limits::kLeadBytes, and each of them a head.
inline constexpr std::size_t kPackedBytes = 4 * limits::kLeadBytes;

/// Fills `lead`, whose texts borrow from `record`. A problem means that the record is no usable lead; then `lead` holds what
/// stood before the place. Cost: linear, no allocation once the lists of `lead` have grown.
[[nodiscard]] std::optional<prequal::Problem> read_packed_lead(std::string_view record, lead::RawLead& lead);

}  // namespace prequal::api
