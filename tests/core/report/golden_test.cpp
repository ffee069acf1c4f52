// Shipped profiles against approved verdicts: tests/golden/<profile>/<lead>.lead.json and the verdict beside it.
// tests/golden/approve writes the verdicts anew; read the difference before you commit it.
#include <cstdlib>
#include <fstream>

#include "support/workbench.h"

using namespace prequal;
using namespace prequal::testing;

TEST_CASE("Shipped profiles give their approved verdicts", "[golden]") {
  const auto leads = list_files("tests/golden", ".lead.json");
  REQUIRE_FALSE(leads.empty());
  const bool approve = environment_number("PREQUAL_APPROVE", 0) != 0;
  std::string loaded;
  std::unique_ptr<report::Program> program;
  // The clock of the requirement catalogue.
  const Instant now = *parse_rfc3339("2026-11-20T10:00:00-05:00");
  for (const std::string& file : leads) {
    const std::size_t slash = file.rfind('/');
    const std::string profile = file.substr(file.rfind('/', slash - 1) + 1, slash - file.rfind('/', slash - 1) - 1);
    if (profile != loaded) {
      program = program_of_text(read_file("core/profiles/" + profile + ".json"));
      loaded = profile;
    }
    // One line a member, so that a difference can be read.
    const std::string found = Json::parse(verdict_text(*program, read_file(file), now)).dump(1) + "\n";
    const std::string approved = file.substr(0, file.size() - std::string(".lead.json").size()) + ".verdict.json";
    if (approve) {
      std::ofstream(path_of(approved), std::ios::binary) << found;
      continue;
    }
    INFO(approved << " differs; when the change is meant, run tests/golden/approve and read the difference");
    CHECK(read_file(approved) == found);
  }
}
