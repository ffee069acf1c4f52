#include "boundary.h"
#include "profile/pack.h"

namespace prequal::wasm {

std::optional<profile::Profile> read_profile(std::string_view bytes, Problems& problems) {
  auto profile = profile::unpack(bytes);
  if (profile) return std::move(*profile);
  problems.add(profile.error());
  return std::nullopt;
}

}  // namespace prequal::wasm
