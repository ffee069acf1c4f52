// Floor: quality. ZIP codes and states of the United States.
#pragma once

#include <cstdint>
#include <string_view>

namespace prequal::quality {

/// Five digits, nine, or five and four with a hyphen or a space between them.
[[nodiscard]] bool is_zip_code(std::string_view text);

/// Its first five digits as a number: 2139 is 02139. Requires: is_zip_code(zip).
[[nodiscard]] std::uint32_t zip_number(std::string_view zip);

/// The state or territory that a ZIP code lies in, as its postal code (armed forces: AA, AE, AP); empty when no mail is
/// delivered to that prefix. Requires: is_zip_code(zip). Cost: a search of two small tables.
[[nodiscard]] std::string_view find_zip_state(std::string_view zip);

/// The postal code of a state, territory or armed forces region from its name or code, folded (base/text.h); empty when it is
/// none. Cost: linear in the list.
[[nodiscard]] std::string_view find_state(std::string_view folded);

}  // namespace prequal::quality
