// The parts of a verdict document, each asked for alone, against the whole document.
#include <ranges>

#include "lead/json_lead.h"
#include "lead/slots.h"
#include "support/workbench.h"

using namespace prequal;
using namespace prequal::testing;

namespace {

// The members of an object without its braces.
std::string members(const std::string& object) {
  return object.substr(1, object.size() - 2);
}

}  // namespace

TEST_CASE("Parts of a verdict, asked for alone and in any order, are the document byte for byte", "[verdict-parts]") {
  const Instant now = *parse_rfc3339("2026-11-20T10:00:00-05:00");
  std::string loaded;
  std::unique_ptr<report::Program> program;
  std::size_t written = 0;
  for (const std::string& file : list_files("tests/golden", ".lead.json")) {
    const auto folder = file.substr(0, file.rfind('/'));
    const std::string profile = folder.substr(folder.rfind('/') + 1);
    if (profile != loaded) program = program_of_text(read_file("core/profiles/" + profile + ".json"));
    loaded = profile;
    const std::string text = read_file(file);
    const lead::Slots slots(program->profile);
    lead::JsonLeadReader reader(slots);
    lead::RawLead raw;
    REQUIRE_FALSE(reader.read(text, raw).has_value());
    const report::VerdictOptions options{.questions = true, .changes = written % 5 == 0, .calls = written % 2 == 0};
    report::Qualifier whole(*program);
    whole.run(raw, now);
    std::string document;
    whole.write_verdict(document, options);
    const auto by_parts = [&](bool backwards) {
      report::Qualifier qualifier(*program);
      qualifier.run(raw, now);
      std::vector<std::string> parts(report::kVerdictParts);
      for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t part = backwards ? parts.size() - 1 - i : i;
        qualifier.write_verdict_part(parts[part], static_cast<report::VerdictPart>(part), options);
      }
      std::string out;
      for (const std::string& part : parts) {
        if (part == "{}") continue;
        out.append(out.empty() ? "{" : ",").append(members(part));
      }
      return out + "}";
    };
    INFO(file);
    CHECK(by_parts(false) == document);
    CHECK(by_parts(true) == document);
    ++written;
  }
  CHECK(written > 20);
}
