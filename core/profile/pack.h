// Floor: profile. A compiled profile as bytes: packed once by those who publish a page, read by the small engine in it. What
// the bytes mean stands in docs/packed-profile.md and pack.def.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "profile/profile.h"

namespace prequal::profile {

/// Do the bytes start like a packed profile? No JSON document does.
[[nodiscard]] bool is_packed(std::string_view bytes);

/// How much of a profile is packed: all of it, or what a form in a page needs (profile/page_cut.h).
enum class PackFor : std::uint8_t { everyone, page };

/// The compiled profile as bytes. The same profile gives the same bytes on every machine. Cost: one walk, well under a
/// millisecond.
[[nodiscard]] std::string to_packed(const Profile& profile, PackFor whom = PackFor::everyone);

/// Reads a packed profile. It qualifies leads exactly as the document that it was packed from does; it has no document, so
/// versions cannot be compared by it. Every number is checked, so any bytes give a profile that is safe to use or a problem:
/// `pack_expected`, `pack_version`, `pack_broken`. One that was packed for a page is taken for a page only, else it is
/// `pack_version`: its verdicts would lack parts. Cost: one walk, no compilation.
[[nodiscard]] std::expected<Profile, Problem> unpack(std::string_view bytes, PackFor whom = PackFor::everyone);

/// The same with the code in `problem`, `none` when it can be used. Whoever keeps it for good needs nothing that takes a profile
/// apart, which the engine of a page then need not hold.
[[nodiscard]] Profile unpack_or_empty(std::string_view bytes, PackFor whom, Code& problem);

/// Reads a profile given in either form, its JSON document or packed.
[[nodiscard]] std::expected<Profile, std::vector<Problem>> open(std::string_view bytes, Problems& problems);

}  // namespace prequal::profile
