#include <unistd.h>

#include "base/time.h"
#include "cli/commands.h"
#include "cli/list_request.h"
#include "cli/load.h"
#include "cli/output.h"
#include "cli/results.h"
#include "cli/source.h"
#include "lists/stream.h"

namespace prequal::cli {
namespace {

/// What the options ask for, checked.
struct Request {
  ListRequest list;
  OutputKind output = OutputKind::ndjson;
};

std::expected<Request, Problem> check(const Arguments& arguments) {
  Request out;
  const auto list = read_list_request(arguments);
  if (!list) return std::unexpected(list.error());
  out.list = *list;
  if (arguments.output) {
    const auto output = find_output(*arguments.output);
    if (!output) return std::unexpected(usage("--output is ndjson, csv, summary or summary-json"));
    out.output = *output;
  }
  return out;
}

/// Looks for the newest time of the input; afterwards the source stands at its start again.
std::optional<Instant> find_newest(Source& source, const lists::Names& names, lists::Format format) {
  lists::TimeScan scan(names, format);
  source.start_recording();
  while (!scan.settled()) {
    const std::string_view bytes = source.read();
    if (bytes.empty()) {
      scan.finish();
      break;
    }
    scan.push(bytes);
  }
  source.rewind();
  return scan.newest();
}

/// Puts the whole input through the stream. False when reading or writing failed, which is said.
bool run(Source& source, lists::Stream& stream, Output& output) {
  Progress progress(source.size());
  std::uint64_t done = 0;
  for (;;) {
    const std::string_view bytes = source.read();
    if (bytes.empty() || stream.input().failed() || output.failure()) break;
    stream.push(bytes);
    done += bytes.size();
    progress.update(done, stream.input().records());
  }
  stream.finish();
  progress.finish();
  if (source.failure()) say({}, *source.failure());
  if (output.failure()) say({}, *output.failure());
  return !source.failure() && !output.failure();
}

}  // namespace

Exit run_qualify(const Arguments& arguments) {
  const auto request = check(arguments);
  if (!request) {
    say("prequal qualify", request.error());
    return Exit::unusable;
  }
  const auto program = load_program(*arguments.profile);
  if (!program) return Exit::unusable;
  const profile::Profile& profile = program->profile;
  lists::Mapping mapping;
  if (arguments.map) {
    auto read = load_mapping(*arguments.map, profile);
    if (!read) return Exit::unusable;
    mapping = std::move(*read);
  }
  Source source(arguments.operands.empty() ? "-" : arguments.operands[0]);
  if (arguments.operands.empty() && source.is_terminal()) {
    say("prequal qualify", usage("no input was given; name a file, or - for standard input"));
    return Exit::unusable;
  }

  const lists::Names names(profile, std::move(mapping));
  std::optional<Instant> newest;
  if (!request->list.now) newest = find_newest(source, names, request->list.format);
  if (source.failure()) {
    say({}, *source.failure());
    return Exit::unusable;
  }
  const auto as_of = lists::decide_as_of(request->list.now, newest, profile);
  if (!as_of) {
    say(source.name(), as_of.error());
    return Exit::unusable;
  }
  say_as_of(*as_of);

  Output output(STDOUT_FILENO);
  ListProblems problems(source.name());
  const auto results = make_results(request->output, profile, output, problems, source.name());
  lists::Stream stream(*program, names, request->list.format, as_of->now, results->detail(), *results);
  results->start();
  const bool ran = run(source, stream, output);
  problems.finish();
  if (!ran) return Exit::unusable;
  const bool failed = stream.input().failed();
  if (!failed) results->finish(stream, *as_of, names);
  if (!output.finish()) {
    say({}, *output.failure());
    return Exit::unusable;
  }
  if (failed) return Exit::unusable;
  return results->had_problems() ? Exit::problems : Exit::fine;
}

}  // namespace prequal::cli
