// Floor: wasm. What only the full build binds for people who look closer: advice on a profile, a profile in plain words, the
// note and the record of a handoff. No logic; see boundary.h.
#include <emscripten/bind.h>

#include "boundary.h"
#include "lead/duplicates.h"
#include "profile/exchange.h"
#include "profile/lint.h"
#include "profile/pack.h"
#include "report/describe.h"
#include "report/handoff.h"
#include "report/setup.h"

namespace prequal::wasm {
namespace {

constexpr unsigned kSpanish = 1;
constexpr unsigned kPersonal = 2;

report::HandoffOptions handoff_options(unsigned options) {
  return {.language = (options & kSpanish) != 0 ? report::Language::es : report::Language::en,
          .personal = (options & kPersonal) != 0};
}

/// Answers with all problems of the profile document in the input, advice included.
unsigned check(unsigned bytes) {
  Problems problems;
  (void)profile::check(boundary().view_input(bytes), problems);
  return boundary().answer(problems.list());
}

/// Answers with the profile as the form build reads it, or with 1 only what a page needs: bytes, no text.
unsigned pack(int handle, unsigned for_page) {
  Boundary& shared = boundary();
  const CompiledProfile* profile = shared.profiles.find(handle);
  if (profile == nullptr) return 0;
  shared.start() =
      profile::to_packed(profile->program.profile, for_page == 1 ? profile::PackFor::page : profile::PackFor::everyone);
  return shared.length();
}

/// Answers with the profile as Markdown. Options: 1 in Spanish.
unsigned describe(int handle, unsigned options) {
  Boundary& shared = boundary();
  const CompiledProfile* profile = shared.profiles.find(handle);
  if (profile == nullptr) return 0;
  report::describe(profile->program.profile, handoff_options(options).language, shared.start());
  return shared.length();
}

/// Answers with one page of the profile (report::Page). Options: 1 in Spanish, 2 as HTML.
unsigned describe_page(int handle, unsigned page, unsigned options) {
  constexpr unsigned kHtml = 2;
  Boundary& shared = boundary();
  const CompiledProfile* profile = shared.profiles.find(handle);
  if (profile == nullptr || page >= report::kPages) return 0;
  report::describe_page(profile->program.profile, static_cast<report::Page>(page), (options & kHtml) != 0,
                        handoff_options(options & kSpanish).language, shared.start());
  return shared.length();
}

/// Answers with the document to hand on, or its fingerprint.
unsigned export_profile(int handle) {
  Boundary& shared = boundary();
  const CompiledProfile* profile = shared.profiles.find(handle);
  if (profile == nullptr) return 0;
  profile::write_document(profile->program.profile.document(), shared.start());
  return shared.length();
}
unsigned fingerprint(int handle) {
  Boundary& shared = boundary();
  const CompiledProfile* profile = shared.profiles.find(handle);
  if (profile == nullptr) return 0;
  shared.start().append(profile::fingerprint(profile->program.profile.document()));
  return shared.length();
}

/// Answers with the six steps of setting up.
unsigned setup(int handle) {
  Boundary& shared = boundary();
  const CompiledProfile* profile = shared.profiles.find(handle);
  if (profile == nullptr) return 0;
  report::write_setup(profile->program.profile, shared.start());
  return shared.length();
}

/// Answers with the note, or the CRM record, of the last lead. Its input must still be in place. Options: 1 in Spanish,
/// 2 with personal data.
unsigned handoff_note(int handle, unsigned options) {
  Boundary& shared = boundary();
  CompiledProfile* profile = shared.profiles.find(handle);
  if (profile == nullptr) return 0;
  report::append_handoff_note(shared.start(), profile->qualifier, handoff_options(options));
  return shared.length();
}
unsigned crm_record(int handle, unsigned options) {
  Boundary& shared = boundary();
  CompiledProfile* profile = shared.profiles.find(handle);
  if (profile == nullptr) return 0;
  report::append_crm_record(shared.start(), profile->qualifier, handoff_options(options));
  return shared.length();
}

// Lead documents as they stand in the input, one a line.
std::vector<std::string_view> view_lines(unsigned bytes) {
  std::vector<std::string_view> out;
  std::string_view rest = boundary().view_input(bytes);
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    out.push_back(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  }
  return out;
}

/// Answers with the groups of leads that are the same, or with the one lead that stands for them all. 0 when one of them is
/// no usable lead: the answer then is the problem.
template <typename Work>
unsigned answer_about(int handle, unsigned bytes, const Work& work) {
  Boundary& shared = boundary();
  const CompiledProfile* profile = shared.profiles.find(handle);
  if (profile == nullptr) return 0;
  if (const auto problem = work(profile->program.profile, view_lines(bytes), shared.start())) {
    shared.answer(*problem);
    return 0;
  }
  return shared.length();
}
unsigned find_duplicates(int handle, unsigned bytes) {
  return answer_about(handle, bytes, lead::append_duplicates);
}
unsigned merge_leads(int handle, unsigned bytes) {
  return answer_about(handle, bytes, lead::append_merged);
}

}  // namespace

EMSCRIPTEN_BINDINGS(prequal_profiles) {
  emscripten::function("check", &check);
  emscripten::function("pack", &pack);
  emscripten::function("describe", &describe);
  emscripten::function("describePage", &describe_page);
  emscripten::function("setup", &setup);
  emscripten::function("exportProfile", &export_profile);
  emscripten::function("fingerprint", &fingerprint);
  emscripten::function("handoffNote", &handoff_note);
  emscripten::function("crmRecord", &crm_record);
  emscripten::function("findDuplicates", &find_duplicates);
  emscripten::function("mergeLeads", &merge_leads);
}

}  // namespace prequal::wasm
