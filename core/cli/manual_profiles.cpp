// Manual pages of the commands that read profiles alone.
#include "cli/manual.h"

namespace prequal::cli {
namespace {

constexpr ManualPage kCheck{
    .command = Command::check,
    .does = "every problem of profiles",
    .synopsis = R"(  prequal check FILE...
)",
    .description = R"(  Reads each profile (- is standard input) and writes all its problems at once:
      file:line:column: error: what is wrong [code]
        what to do
  and then one line with their number. Besides errors it gives advice on
  profiles that compile: what nobody uses, what is vague, unfair, out of reach
  or missing (docs/lint.md lists every check). Warnings and notes do not keep a
  profile from being used; advice that is an error (a trait that must not score,
  a criterion that cannot be checked) ends with 1 all the same.

  A set of profiles ({"prequal_set": 1, ...}) is checked with all its profiles,
  whose files stand beside it, and for entries that no lead can reach, segments
  that nobody knows, and offers that do not fit.
)",
    .exit_status = R"(  0   no profile has an error
  1   a profile has errors
  2   the command line or a file cannot be used
)",
    .examples = R"(  prequal check profiles/*.json
  prequal check set.json
)",
};

constexpr ManualPage kPack{
    .command = Command::pack,
    .does = "a profile compiled to bytes, as pages load it",
    .synopsis = R"(  prequal pack [--for page] [-o FILE] FILE
)",
    .description = R"(  Checks and compiles a profile and writes what comes of it, so that a page need
  not: the small engine in a form reads packed profiles only. It qualifies leads
  exactly as the document does, and so does every command that takes a profile
  here, but compare, which wants the document. The same profile gives the same
  bytes. Pack again after each change of the profile and with each new version
  of the engine; a pack of another version is refused.
)",
    .options = R"(  -o FILE
      Where to write; without it, or with -, standard output.
  --for page
      Leaves out what a form in a page does not use: texts for reviewers,
      sheets, checklists, names of CRM fields. About a third less to download;
      only the form's script takes it.
)",
    .exit_status = R"(  0   written
  2   the command line, the profile or the output cannot be used
)",
    .examples = R"(  prequal pack --for page patient-intake.json -o patient-intake.pack
)",
};

constexpr ManualPage kDescribe{
    .command = Command::describe,
    .does = "a profile in plain words",
    .synopsis = R"(  prequal describe [--page PAGE] [--output KIND] [--lang en|es] FILE
)",
    .description = R"(  Writes a profile for people who do not read JSON: so they can agree on it.
)",
    .options = R"(  --page PAGE
      profile    the whole profile: fields, lists, criteria, hard stops, every
                 rule with its points and its condition read back into words,
                 bands, stages, reasons, routes, service levels and what else it
                 says; nothing is left out (default)
      scope      the scope sheet on one page, with who agreed on it
      buyer      the ideal buyer on one page, with must-haves and nice-to-haves
      glossary   the words of stages and statuses, and what each stage asks here
      setup      the six steps of setting up, and what each still lacks

  --output KIND
      markdown   (default)
      html       a page that stands alone, without scripts
      json       of the setup its steps; of the profile the document itself, to
                 hand on: read again it is the same profile, and written out
                 again the same bytes
      fingerprint
                 of the profile: SHA-256 of what it says, whatever its spacing
                 and the order of its members

  --lang en|es
      The language of the page and of the profile's own texts (default en).
)",
    .exit_status = R"(  0   written
  2   the command line or the profile cannot be used
)",
    .examples = R"(  prequal describe hospitals-outbound.json >hospitals.md
  prequal describe --page scope --output html b2b-scheduling.json >scope.html
)",
};

constexpr auto kPages = std::to_array<const ManualPage*>({&kCheck, &kPack, &kDescribe});

}  // namespace

std::span<const ManualPage* const> profile_manual() {
  return kPages;
}

}  // namespace prequal::cli
