#include "cli/list_request.h"

#include "base/time.h"
#include "cli/load.h"
#include "cli/source.h"

namespace prequal::cli {

Problem usage(std::string detail) {
  return {.code = Code::usage, .detail = std::move(detail)};
}

std::expected<ListRequest, Problem> read_list_request(const Arguments& arguments) {
  ListRequest out;
  const std::string command(command_name(arguments.command));
  if (!arguments.profile) return std::unexpected(usage(command + " needs --profile FILE"));
  if (arguments.operands.size() > 1) return std::unexpected(usage(command + " takes one input at a time"));
  if (arguments.format) {
    const auto format = lists::find_format(*arguments.format);
    if (!format) return std::unexpected(usage("--format is auto, csv, ndjson or json"));
    out.format = *format;
  }
  if (arguments.as_of) {
    out.now = parse_rfc3339(*arguments.as_of);
    if (!out.now) return std::unexpected(Problem{.code = Code::bad_time, .subject = std::string(*arguments.as_of)});
  }
  return out;
}

std::expected<bool, Problem> wants_json(const Arguments& arguments) {
  if (!arguments.output || *arguments.output == "text") return false;
  if (*arguments.output == "json") return true;
  return std::unexpected(usage("--output is text or json"));
}

void say_as_of(const lists::AsOf& as_of) {
  std::string time;
  append_rfc3339(time, as_of.now);
  if (as_of.from == lists::AsOfFrom::newest) {
    say("note: qualified as of " + time + ", the newest time in the input; --as-of sets another\n");
  } else if (as_of.from == lists::AsOfFrom::none) {
    say("note: the input holds no time and the profile needs none; as_of is " + time + " in its place\n");
  }
}

std::optional<WholeList> read_whole_list(const Arguments& arguments, const ListRequest& request,
                                         const std::vector<const report::Program*>& programs) {
  WholeList out;
  for (const report::Program* program : programs) {
    lists::ListOptions options{.format = request.format, .now = request.now};
    if (arguments.map) {
      auto mapping = load_mapping(*arguments.map, program->profile);
      if (!mapping) return std::nullopt;
      options.mapping = std::move(*mapping);
    }
    out.lists.push_back(std::make_unique<lists::List>(*program, std::move(options)));
  }
  Source source(arguments.operands.empty() ? "-" : arguments.operands[0]);
  if (arguments.operands.empty() && source.is_terminal()) {
    say("prequal", usage("no input was given; name a file, or - for standard input"));
    return std::nullopt;
  }
  out.name = source.name();
  Progress progress(source.size());
  std::uint64_t done = 0;
  for (;;) {
    const std::string_view bytes = source.read();
    if (bytes.empty() || out.lists[0]->failed()) break;
    for (const auto& list : out.lists) list->push(bytes);
    done += bytes.size();
    progress.update(done, out.lists[0]->size());
  }
  progress.finish();
  if (source.failure()) {
    say({}, *source.failure());
    return std::nullopt;
  }
  std::optional<Instant> now = request.now;
  for (const auto& list : out.lists) {
    if (const auto problem = list->close(now)) {
      say(out.name, *problem);
      return std::nullopt;
    }
    now = list->as_of().now;
  }
  const lists::List& first = *out.lists[0];
  ListProblems problems(out.name);
  for (const Problem& problem : first.problems()) {
    problems.add(problem);
    out.had_problems |= problem.row != 0 || problem.severity() == Severity::error;
  }
  problems.finish();
  if (first.failed()) return std::nullopt;
  say_as_of(first.as_of());
  return out;
}

Exit finish_output(Output& output, bool had_problems) {
  if (!output.finish()) {
    say({}, *output.failure());
    return Exit::unusable;
  }
  return had_problems ? Exit::problems : Exit::fine;
}

}  // namespace prequal::cli
