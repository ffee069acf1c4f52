#include "evaluate/sliced.h"

#include <algorithm>

#include "support/random.h"

using namespace prequal::evaluate;
using prequal::testing::Random;

namespace {

template <std::size_t W>
Plane<W> random_plane(Random& random) {
  Plane<W> out;
  for (auto& word : out.words) word = random.chance(10) ? (random.chance(50) ? 0 : ~std::uint64_t{0}) : random.next();
  return out;
}

}  // namespace

TEST_CASE("Three-valued logic has Kleene's tables") {
  using T = Truth<1>;
  struct Row {
    int a, b, both, either;
  };
  // 0 false, 1 unknown, 2 true
  const auto make = [](int value) { return T{Plane<1>::filled(value == 2), Plane<1>::filled(value == 0)}; };
  const auto read = [](const T& t) { return t.yes.lane(5) ? 2 : t.no.lane(5) ? 0 : 1; };
  for (const Row row : {Row{0, 0, 0, 0},
                        {0, 1, 0, 1},
                        {0, 2, 0, 2},
                        {1, 0, 0, 1},
                        {1, 1, 1, 1},
                        {1, 2, 1, 2},
                        {2, 0, 0, 2},
                        {2, 1, 1, 2},
                        {2, 2, 2, 2}}) {
    CAPTURE(row.a, row.b);
    CHECK(read(make(row.a) & make(row.b)) == row.both);
    CHECK(read(make(row.a) | make(row.b)) == row.either);
  }
  CHECK(read(~make(0)) == 2);
  CHECK(read(~make(1)) == 1);
  CHECK(read(~make(2)) == 0);
  CHECK(read(T::constant(true)) == 2);
  CHECK(read(T::constant(false)) == 0);
  CHECK(make(1).unknown().lane(63));
  CHECK(make(2).unknown().none());
}

TEMPLATE_TEST_CASE_SIG("Sliced numbers are plain numbers", "", ((std::size_t W), W), 1, 8) {
  Random random(W * 31);
  for (int round = 0; round < 200; ++round) {
    const auto bits = static_cast<std::size_t>(random.between(2, static_cast<std::int64_t>(Sliced<W>::kMostBits)));
    const std::int32_t limit = std::int32_t{1} << (bits - 1);
    Sliced<W> sliced(bits);
    std::vector<std::int32_t> plain(W * 64, 0);
    const auto all = [&](auto change) {
      auto next = plain;
      for (std::size_t i = 0; i < next.size(); ++i) next[i] = change(next[i], i);
      // Only steps that keep every number within its bits are promised to work.
      const bool fits = std::ranges::all_of(next, [&](std::int32_t v) { return v >= -limit && v < limit; });
      if (fits) plain = next;
      return fits;
    };
    for (int step = 0; step < 12; ++step) {
      switch (random.below(4)) {
        case 0: {
          const auto where = random_plane<W>(random);
          const auto value = static_cast<std::int32_t>(random.between(-limit / 2, limit / 2));
          if (all([&](std::int32_t v, std::size_t i) { return v + (where.lane(i) ? value : 0); })) sliced.add(where, value);
          break;
        }
        case 1: {
          std::vector<std::int16_t> numbers(W * 64);
          for (auto& n : numbers) n = static_cast<std::int16_t>(random.between(-20, 20) % limit);
          const std::size_t leads = random.below(numbers.size() + 1);
          if (all([&](std::int32_t v, std::size_t i) { return v + (i < leads ? numbers[i] : 0); })) {
            Sliced<W> more(bits);
            more.set_numbers(numbers.data(), leads);
            sliced.add(more);
          }
          break;
        }
        case 2: {
          // A narrower number is carried over with its sign.
          const std::size_t narrow = 2 + random.below(bits - 1);
          Sliced<W> other(narrow);
          const auto where = random_plane<W>(random);
          const std::int32_t edge = std::int32_t{1} << (narrow - 1);
          const auto value = static_cast<std::int32_t>(random.between(-edge, edge - 1));
          other.add(where, value);
          if (all([&](std::int32_t v, std::size_t i) { return v + (where.lane(i) ? value : 0); })) sliced.add(other);
          break;
        }
        default: {
          const auto low = static_cast<std::int32_t>(random.between(-limit, limit - 1));
          const auto high = static_cast<std::int32_t>(random.between(low, limit - 1));
          sliced.clamp(low, high);
          for (auto& v : plain) v = std::clamp(v, low, high);
        }
      }
    }
    std::vector<std::int16_t> stored(W * 64);
    if (bits <= 16) sliced.store(stored.data(), stored.size());
    const auto threshold = static_cast<std::int32_t>(random.between(-limit - 2, limit + 2));
    const auto reached = sliced.at_least(threshold);
    for (std::size_t i = 0; i < plain.size(); ++i) {
      REQUIRE(sliced.lane(i) == plain[i]);
      REQUIRE(reached.lane(i) == (plain[i] >= threshold));
      if (bits <= 16) REQUIRE(stored[i] == plain[i]);
    }
    // Storing part of them writes no further.
    if (bits <= 16) {
      const std::size_t leads = random.below(W * 64);
      std::vector<std::int16_t> part(W * 64, 12345);
      sliced.store(part.data(), leads);
      for (std::size_t i = 0; i < part.size(); ++i) REQUIRE(part[i] == (i < leads ? plain[i] : 12345));
    }
  }
}

TEST_CASE("Numbers get as many bits as they need") {
  for (std::int64_t low = -300; low <= 0; ++low) {
    for (const std::int64_t high : {0, 1, 2, 127, 128, 300}) {
      const std::size_t bits = Sliced<1>::bits_for(low, high);
      const std::int64_t edge = std::int64_t{1} << (bits - 1);
      REQUIRE(low >= -edge);
      REQUIRE(high < edge);
      REQUIRE((bits == 2 || low < -edge / 2 || high >= edge / 2));
    }
  }
}
