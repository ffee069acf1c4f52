// Identifiers in generated messages and in messages written by hand: recall and precision (docs/data-quality.md). Run with -s to
// see the counts.
#include <algorithm>
#include <map>
#include <sstream>

#include "quality/sensitive.h"
#include "support/identifier_texts.h"
#include "support/workbench.h"

using namespace prequal;
using namespace prequal::quality;
using namespace prequal::testing;

namespace {

bool is_identifier(const SensitiveSpan& span) {
  return span.confidence >= kSureEnough && sensitive_family(span.kind) != SensitiveFamily::health;
}

/// What was found where `value` stands in `text`: nothing, something that does not cover it, or its kind.
std::string_view found_kind(SensitiveScanner& scanner, std::string_view text, std::string_view value, bool part_is_enough) {
  const std::size_t start = text.find(value);
  const std::size_t end = start + value.size();
  for (const SensitiveSpan& span : scanner.scan(text)) {
    const std::size_t last = std::size_t{span.start} + span.length;
    const bool covers = span.start <= start && last >= end;
    if (is_identifier(span) && (covers || (part_is_enough && span.start < end && last > start))) {
      return sensitive_code(span.kind);
    }
  }
  return {};
}

struct Counts {
  std::size_t all = 0;
  std::size_t found = 0;
  std::size_t by_name = 0;
};

}  // namespace

TEST_CASE("Identifiers of every kind are found in generated messages, and ordinary numbers are not: R19-05", "[figures]") {
  constexpr std::size_t kMessages = 6'000;
  Random random(77);
  SensitiveScanner scanner;
  std::map<std::string_view, Counts> kinds;
  Counts sum;
  std::size_t alarms = 0;
  for (std::size_t i = 0; i < kMessages; ++i) {
    const IdentifierText one = make_identifier(random);
    // "Retina scan": the word is enough; of numbers nothing may remain.
    const std::string_view kind = found_kind(scanner, one.text, one.value, one.kind == "biometric");
    for (Counts* counts : {&kinds[one.kind], &sum}) {
      ++counts->all;
      counts->found += kind.empty() ? 0U : 1U;
      counts->by_name += kind == one.kind ? 1U : 0U;
    }
    alarms += std::ranges::any_of(scanner.scan(make_ordinary_number(random).text), is_identifier) ? 1U : 0U;
  }
  std::ostringstream table;
  for (const auto& [kind, counts] : kinds) {
    table << kind << ": " << counts.all << ", found " << counts.found << ", by its name " << counts.by_name << "\n";
  }
  INFO(table.str() << "found " << sum.found << ", missed " << sum.all - sum.found << ", false alarms " << alarms
                   << ", passed " << kMessages - alarms);
  CHECK(sum.found * 100 >= sum.all * 95);
  CHECK(sum.by_name * 100 >= sum.all * 95);
  CHECK(sum.found * 100 >= (sum.found + alarms) * 95);
  for (const auto& [kind, counts] : kinds) {
    INFO(kind);
    CHECK(counts.found * 100 >= counts.all * 90);
  }
}

TEST_CASE("Identifiers in messages written by hand: R19-05", "[figures]") {
  SensitiveScanner scanner;
  Counts sum;
  std::size_t alarms = 0;
  std::size_t passed = 0;
  std::istringstream lines(read_file("tests/core/quality/messages/identifiers_held_out.txt"));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("- ")) {
      const bool alarm = std::ranges::any_of(scanner.scan(std::string_view(line).substr(2)), is_identifier);
      ++(alarm ? alarms : passed);
    }
    if (!line.starts_with("+ ")) continue;
    const std::size_t first = line.find(" | ");
    const std::size_t last = line.rfind(" | ");
    const std::string text = line.substr(first + 3, last - first - 3);
    const std::string value = line.substr(last + 3);
    INFO(line);
    REQUIRE(text.contains(value));
    ++sum.all;
    sum.found += found_kind(scanner, text, value, false).empty() ? 0U : 1U;
  }
  INFO("found " << sum.found << ", missed " << sum.all - sum.found << ", false alarms " << alarms << ", passed " << passed);
  CHECK(sum.all + alarms + passed >= 80);
  CHECK(sum.found * 100 >= sum.all * 95);
  CHECK(sum.found * 100 >= (sum.found + alarms) * 95);
}
