#include "boundary.h"
#include "profile/pack.h"

namespace prequal::wasm {

std::optional<profile::Profile> read_profile(std::string_view bytes, Problems& problems) {
  auto profile = profile::open(bytes, problems);
  return profile ? std::optional(std::move(*profile)) : std::nullopt;
}

}  // namespace prequal::wasm
