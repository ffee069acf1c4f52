// Includes nothing but the installed header and the standard library, with exceptions and RTTI as a user has them.
#include <prequal.h>

#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

int main(int count, char** arguments) {
  if (count < 2) return 2;
  std::ifstream file(arguments[1]);
  std::ostringstream text;
  text << file.rdbuf();
  const auto profile = prequal::api::Profile::compile(text.str());
  if (!profile) {
    std::printf("%s: %s\n", profile.error()[0].code.c_str(), profile.error()[0].message.c_str());
    return 1;
  }
  const auto broken = prequal::api::Profile::compile("{\"prequal\": 1,}");
  if (broken || broken.error().empty() || broken.error()[0].line != 1) return 1;
  const auto now = prequal::api::parse_time("2026-11-20T10:00:00-05:00");
  if (!now) return 1;
  prequal::api::Qualifier qualifier(*profile);
  const std::string lead = R"({"id": "a", "answers": {"specialty": "cardiology", "state": "OH", "interest": "demo"}})";
  if (qualifier.run_json(lead, *now)) return 1;
  const auto outcome = qualifier.outcome();
  if (outcome.total < outcome.total_low || outcome.total > outcome.total_high || outcome.total == 0) return 1;
  if (qualifier.verdict().find("\"lead\":\"a\"") == std::string::npos) return 1;
  if (!qualifier.run_json("[]", *now)) return 1;
  auto list = prequal::api::List::open(*profile, {.now = *now});
  if (!list) return 1;
  list->push("specialty,state,interest\ncardiology,OH,demo\ndermatology,TX,");
  list->push("guide\n");
  if (list->finish() || list->size() != 2 || list->outcome(0).total != outcome.total) return 1;
  std::printf("prequal %s: %s scored %d\n", std::string(prequal::api::engine_version()).c_str(),
              std::string(profile->id()).c_str(), outcome.total);
  return 0;
}
