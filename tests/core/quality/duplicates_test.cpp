// Duplicates: comparison of texts, weights that a list teaches, clusters.
#include "quality/duplicates.h"

#include "quality/compare.h"
#include "quality/fixed_log.h"
#include "support/random.h"

using namespace prequal;
using namespace prequal::quality;

namespace {

using Texts = std::array<std::string, kLinkFields>;

void add(Duplicates& duplicates, const Texts& texts) {
  LinkTexts views;
  std::ranges::copy(texts, views.begin());
  duplicates.add(views);
}

std::string word(testing::Random& random) {
  std::string out;
  for (std::size_t i = 2 + random.below(2); i > 0; --i) {
    out.push_back("bcdfghklmnprst"[random.below(14)]);
    out.push_back("aeiou"[random.below(5)]);
  }
  return out + "rnks"[random.below(4)];
}

std::string with_mistake(testing::Random& random, std::string text) {
  if (text.size() < 4) return text;
  const std::size_t at = 1 + random.below(text.size() - 2);
  switch (random.below(3)) {
    case 0: text.erase(at, 1); break;
    case 1: std::swap(text[at], text[at + 1]); break;
    default: text[at] = static_cast<char>('a' + static_cast<int>(random.below(26)));
  }
  return text;
}

struct Made {
  std::vector<Texts> records;
  std::vector<std::size_t> persons;
};

// Colleagues at clinics, a quarter of them entered again with mistakes, gaps and other spellings.
Made make_list(std::uint64_t seed, std::size_t count) {
  testing::Random random(seed);
  constexpr auto kFields = std::to_array<std::string_view>({"Heart", "Eye", "Pain", "Sleep", "Family", "Medical"});
  constexpr auto kForms = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"Center", "Ctr"}, {"Associates", "Assoc"}, {"Hospital", "Hosp."}, {"Group", "Grp"}});
  Made made;
  std::vector<std::array<std::string, 6>> clinics;  // name, short name, domain, phone, address, ZIP
  const auto digits = [&](std::size_t n) {
    std::string out;
    for (; n > 0; --n) out.push_back(static_cast<char>('0' + static_cast<int>(random.below(10))));
    return out;
  };
  const auto phone = [&] { return "614" + std::to_string(222 + random.below(200)) + digits(4); };
  for (std::size_t i = 0; i < count / 6 + 3; ++i) {
    const std::string name = word(random) + " " + std::string(random.pick(kFields)) + " ";
    const auto& [whole, brief] = random.pick(kForms);
    clinics.push_back({name + std::string(whole), name + std::string(brief) + ", LLC",
                       name.substr(0, name.find(' ')) + digits(2) + ".org", phone(),
                       std::to_string(100 + random.below(9000)) + " " + word(random) + " St", "43" + digits(3)});
  }
  while (made.records.size() < count) {
    const auto& clinic = random.pick(clinics);
    const std::string first = word(random);
    const std::string last = word(random);
    const std::string mail =
        random.chance(70) ? first + "." + last + "@" + (random.chance(60) ? clinic[2] : "gmail.com") : "";
    const Texts person{first + " " + last,
                       clinic[0],
                       mail,
                       random.chance(70) ? (random.chance(40) ? clinic[3] : phone()) : "",
                       random.chance(70) ? clinic[4] : "",
                       random.chance(85) ? clinic[5] : ""};
    const std::size_t id = made.records.size();
    made.records.push_back(person);
    made.persons.push_back(id);
    for (std::size_t more = random.chance(25) ? 1 + random.below(2) : 0; more > 0; --more) {
      Texts again = person;
      if (random.chance(25)) again[0] = with_mistake(random, again[0]);
      if (random.chance(10)) again[0] = last + ", " + first;
      if (random.chance(40)) again[1] = clinic[1];
      if (random.chance(15)) again[1] = with_mistake(random, again[1]);
      for (std::size_t f = 2; f < kLinkFields; ++f) {
        if (random.chance(20)) again[f].clear();
      }
      if (random.chance(15)) again[2] = with_mistake(random, again[2]);
      made.records.push_back(again);
      made.persons.push_back(id);
    }
  }
  return made;
}

}  // namespace

TEST_CASE("Texts are compared as Jaro and Winkler do, both ways alike") {
  CHECK(compare_texts("martha", "marhta") == 961);
  CHECK(compare_texts("dixon", "dicksonx") == 813);
  CHECK(compare_texts("same", "same") == kAlike);
  CHECK(compare_texts("", "") == kAlike);
  CHECK(compare_texts("", "a") == 0);
  CHECK(compare_texts("abc", "xyz") == 0);
  testing::Random random(5);
  for (int n = 0; n < 2000; ++n) {
    const std::string a = word(random);
    const std::string b = random.chance(50) ? with_mistake(random, a) : word(random);
    CHECK(compare_texts(a, b) == compare_texts(b, a));
    CHECK(compare_texts(a, b) <= kAlike);
  }
  CHECK(sound_of("robert") == sound_of("rupert"));
  CHECK(sound_of("smith") == sound_of("smyth"));
  CHECK(sound_of("smith") != sound_of("jones"));
  CHECK(sound_of("") == 0);
}

TEST_CASE("Logarithms in whole numbers") {
  CHECK(log2_fixed(1) == 0);
  CHECK(log2_fixed(2) == kBit);
  CHECK(log2_fixed(1024) == 10 * kBit);
  CHECK(log2_fixed(3) == 405);  // 1.58496 x 256
  CHECK(log2_fixed(std::uint64_t{1} << 63U) == 63 * kBit);
  CHECK(chance_of(0) == 32768);
  CHECK(chance_of(kBit) == 43690);  // two to one
  CHECK(chance_of(100 * kBit) > 65530);
  CHECK(chance_of(-100 * kBit) < 10);
}

TEST_CASE("One person with two campaigns and three spellings is one cluster: R03-10, R22-10") {
  Duplicates duplicates;
  add(duplicates, {"Dana Reyes", "Lakeside Cardiology", "Dana@LakesideCardio.org", "+1 (614) 224-3187", "", "43215"});
  add(duplicates,
      {"Reyes, Dana", "Lakeside Cardiology, LLC", "dana+campaign@lakesidecardio.org", "614.224.3187", "", "43215-1234"});
  add(duplicates, {"Ann Bell", "Lakeside Cardiology", "ann@lakesidecardio.org", "614-224-3187", "", "43215"});
  add(duplicates, {"", "", "", "", "", ""});
  duplicates.run();
  CHECK(duplicates.clusters() == std::vector<std::uint32_t>{0, 0, 2, 3});
  const Link link = duplicates.compare(1, 0);
  CHECK(link.a == 0);
  CHECK(link.certainty == 99);
  CHECK(link.fields[static_cast<std::size_t>(LinkField::email)] == Agreement::same);
  CHECK(link.fields[static_cast<std::size_t>(LinkField::address)] == Agreement::missing);
  CHECK(duplicates.compare(0, 2).weight < 0);
}

TEST_CASE("Empty and single lists have no duplicates") {
  Duplicates none;
  none.run();
  CHECK(none.clusters().empty());
  Duplicates one;
  add(one, {"Dana Reyes", "", "", "", "", ""});
  one.run();
  CHECK(one.clusters() == std::vector<std::uint32_t>{0});
}

TEST_CASE("Generated lists are resolved with an F1 of at least 0.95, without birth dates and identifiers") {
  const std::uint64_t seed = GENERATE(as<std::uint64_t>{}, 11, 12);
  const Made made = make_list(seed, 1500);
  Duplicates duplicates;
  for (const Texts& texts : made.records) add(duplicates, texts);
  duplicates.run();
  std::size_t both = 0;
  std::size_t found = 0;
  std::size_t wanted = 0;
  for (std::size_t a = 0; a < made.records.size(); ++a) {
    CHECK(duplicates.clusters()[a] <= a);
    for (std::size_t b = a + 1; b < made.records.size(); ++b) {
      const bool is = made.persons[a] == made.persons[b];
      const bool said = duplicates.clusters()[a] == duplicates.clusters()[b];
      wanted += is ? 1U : 0U;
      found += said ? 1U : 0U;
      both += is && said ? 1U : 0U;
    }
  }
  INFO(both << " right of " << found << " found and " << wanted << " there");
  CHECK(wanted > 300);
  CHECK(2 * both * 100 >= 95 * (found + wanted));
  // Once more gives the same.
  Duplicates again;
  for (const Texts& texts : made.records) add(again, texts);
  again.run();
  CHECK(again.clusters() == duplicates.clusters());
  CHECK(again.model().weights == duplicates.model().weights);
}
