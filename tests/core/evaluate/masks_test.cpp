#include "evaluate/masks.h"

#include <array>

#include "support/random.h"

using namespace prequal::evaluate;
using prequal::testing::Random;

TEST_CASE("Masks are what comparing one by one gives") {
  Random random(1);
  for (int round = 0; round < 500; ++round) {
    std::array<std::uint8_t, 64> narrow{};
    std::array<std::uint16_t, 64> wide{};
    std::array<std::int32_t, 64> numbers{};
    for (std::size_t i = 0; i < 64; ++i) {
      narrow[i] = static_cast<std::uint8_t>(random.below(random.chance(50) ? 4 : 256));
      wide[i] = static_cast<std::uint16_t>(random.below(random.chance(50) ? 4 : 1000));
      numbers[i] =
          random.chance(20) ? INT32_MIN : static_cast<std::int32_t>(random.next() >> (random.chance(50) ? 60 : 32));
    }
    const auto code = static_cast<std::uint8_t>(random.below(5));
    const auto low = static_cast<std::int32_t>(random.chance(30) ? INT32_MIN + 1 : random.between(-20, 20));
    const auto high = static_cast<std::int32_t>(random.chance(30) ? INT32_MAX : low + random.between(0, 10));
    std::array<std::uint8_t, 1024> table{};
    for (int marked = 0; marked < 10; ++marked) table[random.below(1000)] = 1;
    const std::uint64_t equal8 = mask_equal(narrow.data(), code);
    const std::uint64_t equal16 = mask_equal(wide.data(), code);
    const std::uint64_t between = mask_between(numbers.data(), low, high);
    const std::uint64_t in_table = mask_in_table(wide.data(), table.data());
    for (std::size_t i = 0; i < 64; ++i) {
      REQUIRE((equal8 >> i & 1U) == (narrow[i] == code ? 1U : 0U));
      REQUIRE((equal16 >> i & 1U) == (wide[i] == code ? 1U : 0U));
      REQUIRE((between >> i & 1U) == (numbers[i] >= low && numbers[i] <= high ? 1U : 0U));
      REQUIRE((in_table >> i & 1U) == table[wide[i]]);
    }
  }
}

TEST_CASE("The unknown number is in no range") {
  std::array<std::int32_t, 64> numbers{};
  numbers.fill(INT32_MIN);
  CHECK(mask_between(numbers.data(), INT32_MIN + 1, INT32_MAX) == 0);
}

TEST_CASE("Turning a matrix of bits round its diagonal") {
  Random random(2);
  for (int round = 0; round < 50; ++round) {
    std::array<std::uint64_t, 64> words{};
    for (auto& word : words) word = random.next();
    auto turned = words;
    transpose(turned.data());
    for (std::size_t i = 0; i < 64; ++i) {
      for (std::size_t j = 0; j < 64; ++j) REQUIRE((turned[i] >> j & 1U) == (words[j] >> i & 1U));
    }
    transpose(turned.data());
    REQUIRE(turned == words);
  }
}
