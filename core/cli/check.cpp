#include <unistd.h>

#include <algorithm>
#include <expected>
#include <set>

#include "base/limits.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/source.h"
#include "profile/lint.h"
#include "report/set_check.h"

namespace prequal::cli {
namespace {

std::string count_of(std::uint64_t count, std::string_view what) {
  return grouped(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

std::string last_line(std::string_view file, const Problems& problems) {
  std::uint64_t warnings = 0;
  std::uint64_t notes = 0;
  for (const Problem& problem : problems.list()) {
    warnings += problem.severity() == Severity::warning ? 1U : 0U;
    notes += problem.severity() == Severity::info ? 1U : 0U;
  }
  std::string out(file);
  if (problems.empty()) return out + ": no problems\n";
  out += ": " + count_of(problems.errors(), "error") + ", " + count_of(warnings, "warning");
  if (notes > 0) out += ", " + count_of(notes, "note");
  return out + "\n";
}

std::string beside(std::string_view file, std::string_view name) {
  const std::size_t slash = file.rfind('/');
  const bool absolute = name.starts_with('/') || slash == std::string_view::npos;
  return absolute ? std::string(name) : std::string(file.substr(0, slash + 1)).append(name);
}

/// Checks files one after the other; a profile that stands in several sets is reported once.
class Checker {
 public:
  explicit Checker(Output& output) : output_(output) {}

  void check(std::string_view path) {
    const auto json = read(path);
    if (!json) {
      say({}, json.error());
      exit_ = Exit::unusable;
    } else if (report::is_profile_set(*json)) {
      check_set(path, *json);
    } else {
      (void)check_profile(path, *json);
    }
  }
  [[nodiscard]] Exit exit() const { return exit_; }

 private:
  [[nodiscard]] static std::expected<std::string, Problem> read(std::string_view path) {
    Source source(path);
    std::string json = read_whole(source, limits::kProfileBytes);
    if (source.failure()) return std::unexpected(*source.failure());
    return json;
  }

  void show(std::string_view path, Problems& problems) {
    std::ranges::stable_sort(problems.list(), {}, [](const Problem& p) { return std::pair(p.line, p.column); });
    if (problems.has_errors() && exit_ == Exit::fine) exit_ = Exit::problems;
    if (!shown_.emplace(path).second) return;
    for (const Problem& problem : problems.list()) output_.buffer().append(to_lines(path, problem));
    output_.buffer().append(last_line(path, problems));
    (void)output_.line_done();
  }

  std::optional<profile::Profile> check_profile(std::string_view path, std::string_view json) {
    Problems problems;
    auto profile = profile::check(json, problems);
    show(path, problems);
    if (!profile) return std::nullopt;
    return std::move(*profile);
  }

  void check_set(std::string_view path, std::string_view json) {
    Problems problems;
    const std::vector<report::SetEntry> entries = report::read_set_entries(json, problems);
    std::vector<std::optional<profile::Profile>> profiles(entries.size());
    std::vector<const profile::Profile*> views(entries.size(), nullptr);
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const std::string file = beside(path, entries[i].profile);
      const auto member = read(file);
      if (!member) {
        Problem problem = member.error();
        problem.pointer = entries[i].pointer;
        problems.add(std::move(problem));
        continue;
      }
      profiles[i] = check_profile(file, *member);
      if (profiles[i]) views[i] = &*profiles[i];
    }
    report::check_set(entries, views, problems);
    profile::locate(json, problems.list());
    show(path, problems);
  }

  Output& output_;
  Exit exit_ = Exit::fine;
  std::set<std::string, std::less<>> shown_;
};

}  // namespace

Exit run_check(const Arguments& arguments) {
  if (arguments.operands.empty()) {
    say("prequal check", Problem{.code = Code::usage, .detail = "check needs at least one profile"});
    return Exit::unusable;
  }
  Output output(STDOUT_FILENO);
  Checker checker(output);
  for (const std::string_view path : arguments.operands) {
    checker.check(path);
    if (output.failure()) break;
  }
  if (!output.finish()) {
    say({}, *output.failure());
    return Exit::unusable;
  }
  return checker.exit();
}

}  // namespace prequal::cli
