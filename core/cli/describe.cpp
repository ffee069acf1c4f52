#include <unistd.h>

#include "cli/commands.h"
#include "cli/load.h"
#include "cli/output.h"
#include "profile/exchange.h"
#include "report/describe.h"
#include "report/setup.h"

namespace prequal::cli {

Exit run_describe(const Arguments& arguments) {
  const auto usage = [](std::string_view detail) {
    say("prequal describe", Problem{.code = Code::usage, .detail = std::string(detail)});
    return Exit::unusable;
  };
  if (arguments.operands.size() != 1) return usage("describe takes one profile");
  const std::string_view lang = arguments.lang.value_or("en");
  if (lang != "en" && lang != "es") return usage("--lang is en or es");
  const auto page = report::find_page(arguments.page.value_or("profile"));
  if (!page) return usage("--page is profile, scope, buyer, glossary or setup");
  const std::string_view kind = arguments.output.value_or("markdown");
  const bool whole = *page == report::Page::profile;
  const bool json = kind == "json" && (whole || *page == report::Page::setup);
  const bool fingerprint = kind == "fingerprint" && whole;
  if (kind != "markdown" && kind != "html" && !json && !fingerprint) {
    return usage("--output is markdown or html; of the setup also json, of the profile also json and fingerprint");
  }
  const std::string_view path = arguments.operands[0];
  const LoadedProfile loaded = load_profile(path);
  if (!loaded.program) {
    for (const Problem& problem : loaded.problems.list()) say(loaded.readable ? path : "", problem);
    return Exit::unusable;
  }
  Output output(STDOUT_FILENO);
  const profile::Profile& profile = loaded.program->profile;
  if ((fingerprint || (json && whole)) && profile.document().empty()) {
    say(path, Problem{.code = Code::pack_no_document});
    return Exit::unusable;
  }
  if (fingerprint) {
    output.buffer().append(profile::fingerprint(profile.document())).push_back('\n');
  } else if (json && whole) {
    profile::write_document(profile.document(), output.buffer());
  } else if (json) {
    report::write_setup(profile, output.buffer());
    output.buffer().push_back('\n');
  } else {
    report::describe_page(profile, *page, kind == "html", lang == "es" ? report::Language::es : report::Language::en,
                          output.buffer());
  }
  if (output.finish()) return Exit::fine;
  say({}, *output.failure());
  return Exit::unusable;
}

}  // namespace prequal::cli
