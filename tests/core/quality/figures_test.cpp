// How often the checks of names and messages are right: the figures of docs/data-quality.md. Run with -s to see the counts.
#include <sstream>

#include "quality/sensitive.h"
#include "support/workbench.h"

using namespace prequal;
using namespace prequal::testing;

namespace {

struct Confusion {
  std::size_t found = 0;
  std::size_t missed = 0;
  std::size_t alarms = 0;
  std::size_t passed = 0;
};

bool tells_of_health(std::string_view text) {
  quality::SensitiveScanner scanner;
  return std::ranges::any_of(scanner.scan(text), [](const quality::SensitiveSpan& span) {
    return quality::sensitive_family(span.kind) == quality::SensitiveFamily::health &&
           span.confidence >= quality::kSureEnough;
  });
}

// Lines that start with "+" tell of somebody's health, lines that start with "-" do not.
Confusion measure(std::string_view file) {
  Confusion out;
  std::istringstream lines(read_file(file));
  for (std::string line; std::getline(lines, line);) {
    if (line.size() < 3 || (line[0] != '+' && line[0] != '-')) continue;
    const bool found = tells_of_health(std::string_view(line).substr(2));
    if (line[0] == '+') {
      ++(found ? out.found : out.missed);
    } else {
      ++(found ? out.alarms : out.passed);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("Health detail is found in most messages that hold it, and few others: R19-05", "[figures]") {
  const auto [file, recall, precision] = GENERATE(table<std::string_view, std::size_t, std::size_t>({
      {"tests/core/quality/messages/health_development.txt", 85, 90},
      {"tests/core/quality/messages/health_development_2.txt", 85, 90},
      {"tests/core/quality/messages/health_held_out.txt", 85, 90},
  }));
  const Confusion counts = measure(file);
  INFO(file << ": found " << counts.found << ", missed " << counts.missed << ", false alarms " << counts.alarms
            << ", passed " << counts.passed);
  CHECK(counts.found + counts.missed >= 50);
  CHECK(counts.alarms + counts.passed >= 50);
  CHECK(counts.found * 100 >= (counts.found + counts.missed) * recall);
  CHECK(counts.found * 100 >= (counts.found + counts.alarms) * precision);
}
