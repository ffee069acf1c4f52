// Names of people: rare real ones against placeholders and keys at random.
#include "quality/name.h"

#include "base/text.h"
#include "support/random.h"

using namespace prequal;
using namespace prequal::quality;

namespace {

NameVerdict check(std::string_view name) {
  return check_person_name(name, to_folded(name));
}

}  // namespace

TEST_CASE("Real names in any script are accepted") {
  for (const std::string_view name : {"Dana Reyes",
                                      "Ng",
                                      "Li Wu",
                                      "Szczepanski",
                                      "Krzysztof Brzezinski",
                                      "Nkemelu",
                                      "O'Neil",
                                      "Mary-Kate Smith-Jones",
                                      "J\xC3\xB3zef \xC5\x81ukasz",
                                      "\xE7\x8E\x8B\xE8\x8A\xB3",
                                      "\xD0\x98\xD0\xB2\xD0\xB0\xD0\xBD",
                                      "Wright",
                                      "Schmidt",
                                      "Null",
                                      "Jennifer Null",
                                      "Test Johnson",
                                      "X\xC3\xB3"
                                      "chitl",
                                      "Nguyen Thi Minh Khai",
                                      "Djokovic",
                                      "Mbeki",
                                      "Ptacek",
                                      "Flaherty"}) {
    INFO(name);
    CHECK(check(name) == NameVerdict::plausible);
  }
}

TEST_CASE("What stands in place of a name is told apart: R03-02") {
  for (const std::string_view name :
       {"test", "Test Test", "n/a", "N A", "John Doe", "none", "Mickey Mouse", "prueba", "anonymous"}) {
    INFO(name);
    CHECK(check(name) == NameVerdict::placeholder);
  }
  for (const std::string_view name :
       {"asdf", "asdf asdf", "sdkfjh", "qwerty", "hjkl", "aaaa", "xxxx yyyy", "fghfgh", "zxcvb", "lkjsdf lkj"}) {
    INFO(name);
    CHECK(check(name) == NameVerdict::mash);
  }
  for (const std::string_view name : {"ann@clinic.org", "https://x.org", "www.x.org", "614 555 0187", "..."}) {
    INFO(name);
    CHECK(check(name) == NameVerdict::no_name);
  }
}

TEST_CASE("Keys hit at random are found in words of five letters and more") {
  testing::Random random(3);
  constexpr auto kRows = std::to_array<std::string_view>({"asdfghjkl", "sdfghjklwert", "asdfjklghrtyuvbnm"});
  std::size_t found = 0;
  constexpr std::size_t kTries = 30'000;
  for (std::size_t n = 0; n < kTries; ++n) {
    const std::string_view keys = random.pick(kRows);
    std::string word;
    for (std::size_t i = 5 + random.below(5); i > 0; --i) word.push_back(keys[random.below(keys.size())]);
    found += is_mash(word) ? 1U : 0U;
  }
  INFO(found);
  CHECK(found * 100 >= kTries * 95);
}
