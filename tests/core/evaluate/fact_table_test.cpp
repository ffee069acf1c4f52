#include "evaluate/fact_table.h"

#include "evaluate/loader.h"
#include "evaluate/plane.h"
#include "support/workbench.h"

using namespace prequal;
using namespace prequal::testing;

TEST_CASE("A table has room in whole blocks, and unknown values behind the last lead") {
  Json profile = small_profile();
  profile["rules"].push_back(
      json(R"({"id": "size", "category": "fit", "plain": "Size", "when": {"field": "size", "at_least": 3}, "points": 5})"));
  const auto program = program_of(profile);
  evaluate::FactTable columns(program->plan);
  const auto number = program->plan.find(program->profile.find_field("size"));
  REQUIRE(number != evaluate::kNoColumn);
  const auto [leads, room] = GENERATE(
      table<std::size_t, std::size_t>({{0, 64}, {1, 64}, {64, 64}, {65, 512}, {512, 512}, {513, 1024}, {5334, 5632}}));
  columns.reset(leads);
  CHECK(columns.size() == leads);
  CHECK(columns.room() == room);
  for (std::size_t row = 0; row < room; ++row) REQUIRE(columns.numbers(number)[row] == evaluate::kUnknownNumber);
}

TEST_CASE("A table that grows keeps what it holds") {
  Json profile = small_profile();
  profile["rules"].push_back(
      json(R"({"id": "size", "category": "fit", "plain": "Size", "when": {"field": "size", "at_least": 3}, "points": 5})"));
  profile["rules"].push_back(json(
      R"({"id": "words", "category": "intent", "plain": "Words", "when": {"field": "message", "mentions_any": ["soon"]}, "points": 5})"));
  profile["rules"].push_back(
      json(R"({"id": "acts", "category": "intent", "plain": "Acts", "signal": {"types": ["page_view"]}, "points": 5})"));
  const auto program = program_of(profile);
  evaluate::FactTable table(program->plan);
  const auto number = program->plan.find(program->profile.find_field("size"));
  const auto code = program->plan.find(program->profile.find_field("color"));
  table.reset(3);
  for (std::size_t row = 0; row < 3; ++row) {
    table.numbers(number)[row] = static_cast<std::int32_t>(row + 10);
    table.codes8(code)[row] = static_cast<std::uint8_t>(row + 1);
    table.bits_true(0)[row] = row + 1;
    table.bits_settled(0)[row] = row + 5;
    table.signal(0)[row] = static_cast<std::int16_t>(-static_cast<int>(row));
  }
  for (const std::size_t leads : {64U, 65U, 600U, 5000U}) {
    table.grow(leads);
    CHECK(table.size() == leads);
    CHECK(table.room() >= leads);
    CHECK(table.room() % 64 == 0);
    for (std::size_t row = 0; row < 3; ++row) {
      REQUIRE(table.numbers(number)[row] == static_cast<std::int32_t>(row + 10));
      REQUIRE(table.codes8(code)[row] == row + 1);
      REQUIRE(table.bits_true(0)[row] == row + 1);
      REQUIRE(table.bits_settled(0)[row] == row + 5);
      REQUIRE(table.signal(0)[row] == -static_cast<int>(row));
    }
    for (std::size_t row = 3; row < table.room(); ++row) {
      REQUIRE(table.numbers(number)[row] == evaluate::kUnknownNumber);
      REQUIRE(table.codes8(code)[row] == 0);
      REQUIRE(table.bits_true(0)[row] == 0);
      REQUIRE(table.signal(0)[row] == 0);
    }
  }
  CHECK(table.bytes() > 0);
}

TEST_CASE("Dates count in days of the offset of now, times in minutes") {
  profile::Field date;
  date.type = profile::FieldType::date;
  profile::Field time;
  time.type = profile::FieldType::time;
  // 2026-11-20T02:00Z is still the 19th in New York.
  const std::int64_t noon = 1795186800;  // 2026-11-20T15:00:00Z
  const auto today = static_cast<std::int32_t>(noon / 86400);
  CHECK(evaluate::relative_to({noon, 0}, date, today) == 0);
  CHECK(evaluate::relative_to({noon - 13 * 3600, 0}, date, today) == 0);
  CHECK(evaluate::relative_to({noon - 13 * 3600, -300}, date, today) == 1);
  CHECK(evaluate::relative_to({noon + 10 * 3600, 0}, date, today) == -1);
  CHECK(evaluate::relative_to({noon, 0}, time, static_cast<std::int32_t>(noon / 60 + 90)) == 90);
  CHECK(evaluate::relative_to({noon + 59, 0}, time, static_cast<std::int32_t>(noon / 60)) == 0);
  CHECK(evaluate::relative_to({-1, 0}, time, 0) == 1);
  CHECK(evaluate::relative_to({INT64_MAX / 4, 0}, date, 0) == INT32_MIN + 1);
}
