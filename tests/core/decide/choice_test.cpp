#include "decide/choice.h"

#include "support/random.h"

using namespace prequal;
using namespace prequal::decide;
using evaluate::Truth;
using prequal::testing::Random;

namespace {

// 0 false, 1 unknown, 2 true
Verity<1> verity(int now, int settled) {
  const auto truth = [](int value) { return Truth<1>{Plane<1>::filled(value == 2), Plane<1>::filled(value == 0)}; };
  return {truth(now), truth(settled)};
}

}  // namespace

TEST_CASE("The first entry that holds is chosen, and what could still come is reachable") {
  struct Row {
    std::vector<std::pair<int, int>> entries;  // now, settled
    std::uint32_t chosen;
    std::uint64_t reach;
    bool settled;
  };
  const auto row = GENERATE(values<Row>({
      {{{2, 2}, {2, 2}}, 0, 0b01, true},  // the first closes the list
      {{{0, 0}, {2, 2}}, 1, 0b10, true},
      {{{1, 1}, {2, 2}}, 1, 0b11, false},  // unknown is passed over now
      {{{1, 1}, {1, 1}, {2, 2}}, 2, 0b111, false},
      {{{2, 1}, {2, 2}}, 0, 0b11, false},  // holds now and may change
      {{{0, 1}, {2, 2}}, 1, 0b11, false},
      {{{0, 0}, {0, 0}, {2, 2}}, 2, 0b100, true},
      {{{1, 1}, {2, 2}, {2, 2}}, 1, 0b011, false},  // never gets behind the second
      {{{2, 2}, {1, 1}, {2, 2}}, 0, 0b001, true},
  }));
  Choice<1> choice(row.entries.size());
  for (std::size_t i = 0; i < row.entries.size(); ++i) choice.offer(i, verity(row.entries[i].first, row.entries[i].second));
  CHECK(choice.lane(0) == row.chosen);
  CHECK(choice.reach(0) == row.reach);
  CHECK(choice.settled().lane(0) == row.settled);
  for (std::size_t i = 0; i < row.entries.size(); ++i) {
    const Verity<1> is = choice.is(i);
    CHECK(is.now.yes.lane(0) == (i == row.chosen));
    CHECK(is.now.no.lane(0) == (i != row.chosen));
    CHECK(is.settled.no.lane(0) == ((row.reach >> i & 1U) == 0));
    CHECK(is.settled.yes.lane(0) == (row.reach == std::uint64_t{1} << i));
  }
}

TEST_CASE("An entry may be offered several times") {
  Choice<1> choice(2);
  choice.offer(1, verity(0, 1));
  choice.offer(0, verity(1, 1));
  choice.offer(1, verity(2, 2));
  choice.offer(0, verity(2, 2));
  CHECK(choice.lane(7) == 1);
  CHECK(choice.reach(7) == 0b11);
  choice.clear();
  choice.offer(0, verity(2, 2));
  CHECK(choice.lane(7) == 0);
  CHECK(choice.reach(7) == 0b01);
}

TEST_CASE("Each lead has exactly one entry, which is among the reachable ones, when the last always holds") {
  Random random(4);
  for (int round = 0; round < 300; ++round) {
    const std::size_t entries = 1 + random.below(6);
    Choice<8> choice(entries);
    for (std::size_t i = 0; i < entries; ++i) {
      Verity<8> when = Verity<8>::constant(true);
      if (i + 1 < entries) {
        for (std::size_t w = 0; w < 8; ++w) {
          const std::uint64_t known = random.next();
          const std::uint64_t settled = known & random.next();
          const std::uint64_t yes = random.next();
          when.now.yes.words[w] = known & yes;
          when.now.no.words[w] = known & ~yes;
          when.settled.yes.words[w] = settled & yes;
          when.settled.no.words[w] = settled & ~yes;
        }
      }
      choice.offer(i, when);
    }
    for (std::size_t lead = 0; lead < 512; ++lead) {
      int chosen = 0;
      for (const auto& plane : choice.chosen) chosen += plane.lane(lead) ? 1 : 0;
      REQUIRE(chosen == 1);
      REQUIRE((choice.reach(lead) >> choice.lane(lead) & 1U) == 1);
      REQUIRE(choice.settled().lane(lead) == ((choice.reach(lead) & (choice.reach(lead) - 1)) == 0));
    }
  }
}
