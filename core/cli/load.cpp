#include "cli/load.h"

#include "base/limits.h"
#include "cli/console.h"
#include "cli/source.h"
#include "profile/pack.h"

namespace prequal::cli {

LoadedProfile load_profile(std::string_view path) {
  LoadedProfile out;
  Source source(path);
  const std::string json = read_whole(source, limits::kProfileBytes);
  if (source.failure()) {
    out.readable = false;
    out.problems.add(*source.failure());
    return out;
  }
  auto profile = profile::open(json, out.problems);
  if (profile && !out.problems.has_errors()) out.program = std::make_unique<report::Program>(std::move(*profile));
  return out;
}

std::unique_ptr<report::Program> load_program(std::string_view path) {
  LoadedProfile loaded = load_profile(path);
  if (!loaded.program) {
    for (const Problem& problem : loaded.problems.list()) say(loaded.readable ? path : "", problem);
  }
  return std::move(loaded.program);
}

std::optional<lists::Mapping> load_mapping(std::string_view path, const profile::Profile& profile) {
  Source source(path);
  const std::string json = read_whole(source, limits::kProfileBytes);
  if (source.failure()) {
    say({}, *source.failure());
    return std::nullopt;
  }
  Problems problems;
  lists::Mapping mapping = lists::parse_mapping(json, lead::Slots(profile), profile, problems);
  for (const Problem& problem : problems.list()) say(source.name(), problem);
  if (problems.has_errors()) return std::nullopt;
  return mapping;
}

}  // namespace prequal::cli
