// A profile in either form. Apart from unpack.cpp, so that what only unpacks does not bring the reader of documents along.
#include "profile/pack.h"

namespace prequal::profile {

std::expected<Profile, std::vector<Problem>> open(std::string_view bytes, Problems& problems) {
  if (!is_packed(bytes)) return Profile::compile(bytes, problems);
  auto profile = unpack(bytes);
  if (profile) return std::move(*profile);
  problems.add(profile.error());
  return std::unexpected(problems.list());
}

}  // namespace prequal::profile
