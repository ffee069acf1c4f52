// Floor: wasm. What both builds bind: profiles, and single leads qualified with them. No logic; see boundary.h.
#include <emscripten/bind.h>

#include <limits>

#include "api/packed_lead.h"
#include "api/profile_info.h"
#include "boundary.h"
#include "report/verdict_words.h"
#include "test_hooks.h"

namespace prequal::wasm {
namespace {

using emscripten::val;

// The largest input of one call: a profile, or a chunk of a list. One byte more than a profile may have, so that the core
// itself can say that one is too large.
constexpr unsigned kMostInput = limits::kProfileBytes + 64;

/// Makes room for `bytes` of input. The only call that may grow the buffer; 0 when that is more than is ever needed.
unsigned reserve(unsigned bytes) {
  if (bytes > kMostInput) return 0;
  auto& input = boundary().input;
  if (bytes > input.size()) input.resize(bytes);
  return static_cast<unsigned>(input.size());
}

/// The input buffer. Valid until the memory grows.
val view_input() {
  auto& input = boundary().input;
  return val(emscripten::typed_memory_view(input.size(), reinterpret_cast<unsigned char*>(input.data())));
}

/// Where the last answer stands. Its length is what the call that made it returned, or length().
unsigned answer() {
  return address(boundary().out.data());
}
unsigned length() {
  return boundary().length();
}

/// Takes a profile in a form that this build reads. A handle, or 0; the answer is its problems, or warnings, as JSON.
int compile(unsigned bytes) {
  Boundary& shared = boundary();
  Problems problems;
  auto compiled = read_profile(shared.view_input(bytes), problems);
  shared.answer(problems.list());
  return compiled ? shared.profiles.add(std::make_unique<CompiledProfile>(std::move(*compiled))) : 0;
}

void release(int handle) {
  boundary().profiles.release(handle);
}

/// Answers with the profile's description (ProfileInfo).
unsigned info(int handle) {
  Boundary& shared = boundary();
  const CompiledProfile* profile = shared.profiles.find(handle);
  if (profile == nullptr) return 0;
  api::write_profile_info(profile->program.profile, shared.start());
  return shared.length();
}

/// Seconds of an RFC 3339 time, or not a number; time_offset() then gives its offset in minutes.
double read_time(unsigned bytes) {
  const auto time = parse_rfc3339(boundary().view_input(bytes));
  boundary().time_offset = time ? time->offset_minutes : 0;
  return time ? static_cast<double>(time->seconds) : std::numeric_limits<double>::quiet_NaN();
}
int time_offset() {
  return boundary().time_offset;
}

void keep_words(CompiledProfile& profile) {
  auto word = profile.words.begin();
  const auto keep = [&]<typename Number>(const std::vector<Number>& column) {
    if constexpr (sizeof(Number) < sizeof(std::uint64_t)) *word++ = column[0];
  };
#define PREQUAL_OUTCOME(member, element) keep(profile.outcomes.member);
#include "api/outcome_columns.def"
#undef PREQUAL_OUTCOME
}

/// Qualifies the packed lead in the input. 0 when that went well; else the length of the answer, which is the problem.
unsigned qualify(int handle, unsigned bytes, double seconds, int offset) {
  Boundary& shared = boundary();
  CompiledProfile* profile = shared.profiles.find(handle);
  if (profile == nullptr) return shared.answer({.code = Code::usage, .detail = "no such profile"});
  test_hooks::before_qualify(shared.view_input(bytes));
  if (const auto problem = api::read_packed_lead(shared.view_input(bytes), profile->raw)) return shared.answer(*problem);
  profile->qualifier.run(profile->raw, instant(seconds, offset));
  profile->qualifier.decider().store(profile->outcomes, 0);
  keep_words(*profile);
  return 0;
}

/// Address of the last lead's outcome: 32-bit numbers in the order of api/outcome_columns.def, without the set of reasons. It
/// stays the same as long as the profile.
unsigned outcome(int handle) {
  const CompiledProfile* profile = boundary().profiles.find(handle);
  return profile == nullptr ? 0 : address(profile->words.data());
}

report::VerdictOptions verdict_options(unsigned options) {
  return {.questions = (options & 1U) != 0, .changes = (options & 2U) != 0, .calls = (options & 4U) != 0};
}

/// Answers with the verdict document of the last lead. Its input must still be in place. Options: 1 questions, 2 changes,
/// 4 questions for a call too.
unsigned verdict(int handle, unsigned options) {
  Boundary& shared = boundary();
  CompiledProfile* profile = shared.profiles.find(handle);
  if (profile == nullptr) return 0;
  profile->qualifier.write_verdict(shared.start(), verdict_options(options));
  return shared.length();
}
/// Answers with what is looked at most of that document as 32-bit numbers (report/verdict_words.h). Its address is a multiple
/// of four.
unsigned verdict_words(int handle) {
  Boundary& shared = boundary();
  const CompiledProfile* profile = shared.profiles.find(handle);
  if (profile == nullptr) return 0;
  report::append_verdict_words(shared.start(), profile->qualifier);
  return shared.length();
}
/// Answers with one part of the verdict document alone (report::VerdictPart): an object with the members of that part.
unsigned verdict_part(int handle, unsigned part, unsigned options) {
  Boundary& shared = boundary();
  CompiledProfile* profile = shared.profiles.find(handle);
  if (profile == nullptr || part >= report::kVerdictParts) return 0;
  profile->qualifier.write_verdict_part(shared.start(), static_cast<report::VerdictPart>(part), verdict_options(options));
  return shared.length();
}

}  // namespace

EMSCRIPTEN_BINDINGS(prequal) {
  emscripten::function("reserve", &reserve);
  emscripten::function("input", &view_input);
  emscripten::function("answer", &answer);
  emscripten::function("length", &length);
  emscripten::function("compile", &compile);
  emscripten::function("release", &release);
  emscripten::function("info", &info);
  emscripten::function("readTime", &read_time);
  emscripten::function("timeOffset", &time_offset);
  emscripten::function("qualify", &qualify);
  emscripten::function("outcome", &outcome);
  emscripten::function("verdict", &verdict);
  emscripten::function("verdictPart", &verdict_part);
  emscripten::function("verdictWords", &verdict_words);
}

}  // namespace prequal::wasm
