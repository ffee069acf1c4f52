#include "support/workbench.h"

#include <algorithm>
#include <catch2/catch_message.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "lead/json_lead.h"

namespace prequal::testing {

Json json(std::string_view text) {
  return Json::parse(text);
}

Json small_profile() {
  return json(R"({
    "prequal": 1, "id": "small", "version": "1", "name": {"en": "Small", "es": "Breve"}, "path": "b2b",
    "outcomes": ["meeting"], "example_numbers": true,
    "scope": {"geography": ["anywhere"], "specialties": ["any"]},
    "ideal_buyer": {"organizations": ["any"], "care_settings": ["any"], "budget": "any", "pain_points": ["any"]},
    "vocabularies": [{"id": "colors", "values": [
      {"id": "red", "label": {"en": "Red", "es": "Rojo"}, "aliases": ["crimson"]},
      {"id": "green", "label": {"en": "Green", "es": "Verde"}},
      {"id": "blue", "label": {"en": "Deep blue", "es": "Azul"}, "aliases": ["navy, dark"]}]}],
    "lists": [{"id": "warm", "of": "colors", "values": ["red"]}],
    "fields": [
      {"id": "color", "type": "choice", "vocabulary": "colors", "label": {"en": "Color", "es": "Color"}},
      {"id": "colors", "type": "choices", "vocabulary": "colors", "label": {"en": "Colors", "es": "Colores"}},
      {"id": "member", "type": "yes_no", "label": {"en": "Member", "es": "Miembro"}},
      {"id": "size", "type": "number", "minimum": 0, "maximum": 1000, "label": {"en": "Size", "es": "Talla"}},
      {"id": "budget", "type": "money", "label": {"en": "Budget", "es": "Presupuesto"}},
      {"id": "start", "type": "date", "label": {"en": "Start", "es": "Inicio"}},
      {"id": "call", "type": "time", "label": {"en": "Call", "es": "Llamada"}},
      {"id": "line", "type": "text", "label": {"en": "Line", "es": "Renglón"}},
      {"id": "message", "type": "long_text", "label": {"en": "Message", "es": "Mensaje"}},
      {"id": "email", "type": "email", "label": {"en": "E-mail", "es": "Correo"}},
      {"id": "phone", "type": "phone", "label": {"en": "Phone", "es": "Teléfono"}},
      {"id": "website", "type": "website", "label": {"en": "Website", "es": "Sitio"}},
      {"id": "zip", "type": "postal_code", "label": {"en": "ZIP", "es": "Código postal"}},
      {"id": "org_name", "type": "name", "label": {"en": "Organization", "es": "Organización"}}
    ],
    "rules": [
      {"id": "fit.red", "category": "fit", "plain": {"en": "Red", "es": "Rojo"}, "when": {"field": "color", "is": "red"}, "points": 30},
      {"id": "intent.member", "category": "intent", "plain": {"en": "Member", "es": "Miembro"}, "when": {"field": "member", "is": true}, "points": 20}
    ],
    "scoring": {
      "caps": {"fit": 60, "intent": 40, "adjustment": 10, "negative": 40},
      "fit": {"mid": 20, "high": 40}, "intent": {"mid": 10, "high": 20}, "total": {"mid": 40, "high": 70},
      "matrix": {"high": {"high": "sales", "mid": "sales", "low": "nurture"},
                 "mid": {"high": "sales", "mid": "marketing", "low": "nurture"},
                 "low": {"high": "review", "mid": "nurture", "low": "nurture"}}},
    "stages": [{"id": "mql", "clauses": [
      {"id": "member", "plain": {"en": "Member", "es": "Miembro"}, "when": {"field": "member", "is": true}}]}],
    "routes": [{"id": "everyone", "lane": "nurture"}]
  })");
}

std::unique_ptr<report::Program> program_of_text(std::string_view text) {
  auto profile = profile::Profile::compile(text);
  if (!profile) {
    std::string lines;
    for (const Problem& problem : profile.error()) lines += to_line(problem) + " | " + problem.detail + "\n";
    FAIL("the profile has problems:\n" << lines << text);
  }
  return std::make_unique<report::Program>(std::move(*profile));
}

std::unique_ptr<report::Program> program_of(const Json& profile) {
  return program_of_text(profile.dump(1));
}

std::vector<Problem> problems_of(std::string_view text) {
  Problems problems;
  (void)profile::Profile::compile(text, problems);
  return problems.list();
}

std::string to_line(const Problem& problem) {
  std::string out(code_name(problem.code));
  out.append(" ").append(problem.pointer).append(" ").append(std::to_string(problem.line));
  out.append(":").append(std::to_string(problem.column)).append(" ").append(problem.subject);
  return out;
}

std::string verdict_text(const report::Program& program, std::string_view lead, Instant now) {
  // The text stands in a buffer of exactly its size, so that a sanitizer sees every read beyond it.
  const std::vector<char> exact(lead.begin(), lead.end());
  const lead::Slots slots(program.profile);
  lead::JsonLeadReader reader(slots);
  lead::RawLead raw;
  const auto problem = reader.read({exact.data(), exact.size()}, raw);
  if (problem) FAIL("the lead has a problem: " << to_line(*problem) << " " << problem->detail << "\n" << lead);
  report::Qualifier qualifier(program);
  qualifier.run(raw, now);
  std::string out;
  qualifier.write_verdict(out);
  return out;
}

Json verdict_of(const report::Program& program, const Json& lead, Instant now) {
  return Json::parse(verdict_text(program, lead.dump(), now));
}

std::string path_of(std::string_view path) {
  return std::string(PREQUAL_ROOT) + "/" + std::string(path);
}

std::string read_file(std::string_view path) {
  std::ifstream file(path_of(path), std::ios::binary);
  if (!file) FAIL("cannot read " << path);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

std::vector<std::string> list_files(std::string_view folder, std::string_view ending) {
  std::vector<std::string> out;
  const std::filesystem::path root(PREQUAL_ROOT);
  const auto path = root / folder;
  if (!std::filesystem::exists(path)) return out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
    const std::string name = entry.path().string();
    if (entry.is_regular_file() && name.ends_with(ending))
      out.push_back(std::filesystem::relative(entry.path(), root).string());
  }
  std::ranges::sort(out);
  return out;
}

long environment_number(const char* name, long otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr || *value == '\0' ? otherwise : std::strtol(value, nullptr, 10);
}

bool is_nightly() {
  return environment_number("PREQUAL_NIGHTLY", 0) != 0;
}

}  // namespace prequal::testing
