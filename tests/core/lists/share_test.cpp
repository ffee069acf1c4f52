#include "lists/share.h"

#include <cmath>

#include "support/random.h"

using namespace prequal;
using namespace prequal::lists;

namespace {

struct Exact {
  double low, high;
};

Exact exact(std::uint64_t count, std::uint64_t of) {
  const double k = static_cast<double>(count);
  const double n = static_cast<double>(of);
  const double z = 1.96;
  const double middle = 2 * k + z * z;
  const double spread = z * std::sqrt(z * z + 4 * k * (n - k) / n);
  return {(middle - spread) / (2 * (n + z * z)) * 10'000, (middle + spread) / (2 * (n + z * z)) * 10'000};
}

}  // namespace

TEST_CASE("Wilson intervals of known shares", "[lists][share]") {
  // Worked out with the formula by hand and checked against published tables at z = 1.96.
  struct Row {
    Share share;
    std::int64_t low, high;
  };
  for (const Row& row : {Row{{0, 10}, 0, 2776}, Row{{10, 10}, 7224, 10'000}, Row{{1, 1}, 2065, 10'000},
                         Row{{5, 10}, 2365, 7635}, Row{{50, 100}, 4038, 5962}}) {
    const Interval interval = wilson(row.share);
    INFO(row.share.count << " of " << row.share.of);
    CHECK(std::abs(interval.low - row.low) <= 1);
    CHECK(std::abs(interval.high - row.high) <= 1);
  }
  CHECK(wilson({0, 0}).low == 0);
  CHECK(wilson({0, 0}).high == kWhole);
}

TEST_CASE("A Wilson interval holds the exact one and is at most two hundredths of a percent wider", "[lists][share]") {
  testing::Random random(18);
  for (std::size_t round = 0; round < 20'000; ++round) {
    const std::uint64_t of = 1 + random.below(round % 2 == 0 ? 50 : std::size_t{1} << 29U);
    const std::uint64_t count = random.below(of + 1);
    const Interval interval = wilson({count, of});
    const Exact wanted = exact(count, of);
    INFO(count << " of " << of << ": " << interval.low << " to " << interval.high << ", exactly " << wanted.low << " to "
               << wanted.high);
    REQUIRE(interval.low >= 0);
    REQUIRE(interval.high <= kWhole);
    REQUIRE(static_cast<double>(interval.low) <= wanted.low + 1e-6);
    REQUIRE(static_cast<double>(interval.low) >= wanted.low - 2);
    REQUIRE(static_cast<double>(interval.high) >= wanted.high - 1e-6);
    REQUIRE(static_cast<double>(interval.high) <= wanted.high + 2);
    REQUIRE(interval.low <= rate({count, of}));
    REQUIRE(rate({count, of}) <= interval.high);
  }
}

TEST_CASE("Shares are compared without rounding", "[lists][share]") {
  CHECK(is_smaller({1, 3}, {334, 1000}));
  CHECK_FALSE(is_smaller({334, 1000}, {1, 3}));
  CHECK_FALSE(is_smaller({1, 3}, {2, 6}));
  CHECK_FALSE(is_smaller({0, 0}, {1, 2}));
  CHECK_FALSE(is_smaller({0, 2}, {0, 0}));
  CHECK(rate({1, 3}) == 3333);
  CHECK(rate({2, 3}) == 6667);
}

TEST_CASE("A share of nothing has no rate", "[lists][share]") {
  std::string out;
  JsonWriter json(out);
  write_share(json, {0, 0});
  CHECK(out == R"({"count":0,"of":0,"rate":null,"low":null,"high":null})");
}
