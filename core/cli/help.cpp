#include "cli/help.h"

#include "base/text.h"
#include "base/version.h"
#include "cli/manual.h"

namespace prequal::cli {
namespace {

constexpr std::size_t kNameWidth = 10;

constexpr std::string_view kProgram = R"(NAME
  prequal - qualify healthcare leads by a profile

SYNOPSIS
  prequal COMMAND [OPTIONS] [FILE...|-]
  prequal COMMAND --help

DESCRIPTION
  A profile says what an offer serves, whom, where, and how a team decides. A
  lead is what a person typed, and how it came. prequal gives a verdict: what
  is missing or doubtful, whether the lead is eligible and why, fit, intent and
  total scores with their bounds, band, stage, status, reasons, route and every
  point. A verdict is a recommendation; a person decides.

  The same engine runs in a web page and gives the same bytes there. It has no
  clock: a verdict holds as of a time that is given or found in the list.
)";

constexpr std::string_view kProgramOptions = R"(
OPTIONS
  -h, --help      this text; after a command, the text of that command
  -V, --version   the version of the engine and of the formats it speaks

EXIT STATUS
  0   all is well
  1   a list: some records had problems, the others were read
      check: a profile has errors
  2   the command line, a profile or a file cannot be used
)";

constexpr std::string_view kProfileOption = R"(  --profile FILE
      The profile to qualify by. prequal check FILE says what is wrong with one.
)";
constexpr std::string_view kListOptions = R"(  --as-of, --format, --map
      As in prequal qualify --help.)";

class Page {
 public:
  void section(std::string_view title, std::string_view text) {
    if (text.empty()) return;
    if (!text_.empty()) text_ += '\n';
    text_.append(title).append("\n").append(text);
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

/// Options stand apart by an empty line.
void add_option(std::string& options, std::string_view text) {
  if (text.empty()) return;
  if (!options.empty()) options += '\n';
  options.append(text);
}

std::string options_of(const ManualPage& manual) {
  const bool reads_list = !manual.list_verb.empty();
  std::string options;
  if (reads_list && !manual.names_profiles) add_option(options, kProfileOption);
  add_option(options, manual.options);
  if (reads_list && !manual.tells_list_options) {
    add_option(options, kListOptions);
    options.append(manual.list_options_note).append("\n");
  }
  return options;
}

std::string exit_status_of(const ManualPage& manual) {
  if (manual.list_verb.empty()) return std::string(manual.exit_status);
  std::string out = "  0   every record was read\n  1   some records had problems; the others were ";
  return out.append(manual.list_verb)
      .append(
          "\n  2   the command line, a profile, the mapping, the list as a whole or the\n      output cannot be used\n");
}

std::string command_page(const ManualPage& manual) {
  std::string name = "  prequal ";
  name.append(command_name(manual.command)).append(" - ").append(manual.does).append("\n");
  Page page;
  page.section("NAME", name);
  page.section("SYNOPSIS", manual.synopsis);
  page.section("DESCRIPTION", manual.description);
  page.section("OPTIONS", options_of(manual));
  page.section("LIMITS", manual.limits);
  page.section("EXIT STATUS", exit_status_of(manual));
  page.section("EXAMPLES", manual.examples);
  return page.take();
}

std::string program_page() {
  std::string out(kProgram);
  out.append("\nCOMMANDS\n");
  for (const auto& pages : {list_manual(), profile_manual()}) {
    for (const ManualPage* manual : pages) {
      const std::string_view name = command_name(manual->command);
      out.append("  ").append(name).append(kNameWidth - name.size(), ' ').append("  ").append(manual->does).append("\n");
    }
  }
  return out.append(kProgramOptions);
}

}  // namespace

std::string help_text(Command command) {
  for (const auto& pages : {list_manual(), profile_manual()}) {
    for (const ManualPage* manual : pages) {
      if (manual->command == command) return command_page(*manual);
    }
  }
  return program_page();
}

std::string version_text() {
  std::string out = "prequal ";
  out.append(kEngineVersion).append(" (profile format ");
  append_number(out, kProfileFormat);
  out.append(", verdict format ");
  append_number(out, kVerdictFormat);
  return out.append(")\n");
}

}  // namespace prequal::cli
