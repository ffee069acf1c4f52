// Floor: wasm. All that a form in a page asks of the engine, as plain exports of a module without Embind: every visitor
// downloads it, and Embind's scripts and tables would be a tenth of it. No logic; see boundary.h for how bytes cross.
//
// What is opened stays until the page goes: a page has one profile or two, and what takes profiles apart again would be
// downloaded by everybody too.
#include <emscripten/em_macros.h>

#include <string>
#include <vector>

#include "api/packed_lead.h"
#include "profile/pack.h"
#include "report/page_document.h"

namespace prequal::wasm {
namespace {

struct OpenProfile {
  report::Program program;
  report::Qualifier qualifier{program};
  lead::RawLead raw;

  explicit OpenProfile(profile::Profile&& profile) : program(std::move(profile)) {}
};

struct Page {
  std::vector<char> input;
  std::string out;
  std::vector<OpenProfile*> profiles;
};

Page& page() {
  static Page* instance = new Page;
  return *instance;
}

unsigned address(const void* data) {
  return static_cast<unsigned>(reinterpret_cast<std::uintptr_t>(data));
}

/// The last answer: where it stands and its length, which is never 0 for one that there is.
unsigned answered() {
  return static_cast<unsigned>(page().out.size());
}

}  // namespace

extern "C" {

/// Address of the input buffer, with room for `bytes`. Holds until the next call that asks for more.
EMSCRIPTEN_KEEPALIVE unsigned input(unsigned bytes) {
  std::vector<char>& room = page().input;
  if (bytes > room.size()) room.resize(bytes);
  return address(room.data());
}

EMSCRIPTEN_KEEPALIVE unsigned answer() {
  return address(page().out.data());
}

/// Opens the packed profile in the input, as the next number from 0, and answers with what a page uses of it; the length of
/// that. 0 when it is none for this engine.
EMSCRIPTEN_KEEPALIVE unsigned open(unsigned bytes) {
  Page& here = page();
  here.out.clear();
  Code problem = Code::none;
  const std::string_view packed(here.input.data(), bytes < here.input.size() ? bytes : here.input.size());
  auto& profile = *new profile::Profile(profile::unpack_or_empty(packed, profile::PackFor::page, problem));
  if (problem != Code::none) return 0;
  here.profiles.push_back(new OpenProfile(std::move(profile)));
  report::append_page_profile(here.out, here.profiles.back()->program.profile);
  return answered();
}

/// Qualifies the packed lead in the input as of `seconds` since 1970 and answers with what a page uses of its verdict; the
/// length of that. 0 when there is no such profile, or the lead is none.
EMSCRIPTEN_KEEPALIVE unsigned qualify(unsigned number, unsigned bytes, double seconds) {
  Page& here = page();
  here.out.clear();
  if (number >= here.profiles.size() || bytes > here.input.size()) return 0;
  OpenProfile& profile = *here.profiles[number];
  if (api::read_packed_lead({here.input.data(), bytes}, profile.raw)) return 0;
  profile.qualifier.run(profile.raw, {static_cast<std::int64_t>(seconds), 0});
  report::append_page_verdict(here.out, profile.qualifier);
  return answered();
}

}  // extern "C"
}  // namespace prequal::wasm
