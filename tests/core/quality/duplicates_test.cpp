// Duplicates: comparison of texts, weights that a list teaches, clusters.
#include "quality/duplicates.h"

#include "base/text.h"
#include "quality/compare.h"
#include "quality/fixed_log.h"
#include "quality/link_names.h"
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
  CHECK(again.model().shifts == duplicates.model().shifts);
  CHECK(again.model().prior == duplicates.model().prior);
}

TEST_CASE("Names are split into given and family name, whatever stands around them") {
  const auto split = [](std::string_view text) {
    std::string given;
    std::string family;
    split_name(text, given, family);
    return given + "|" + family;
  };
  CHECK(split("Dana Reyes") == "dana|reyes");
  CHECK(split("Reyes, Dana") == "dana|reyes");
  CHECK(split("Dr. Dana K. Reyes, MD, PhD") == "dana|reyes");
  CHECK(split("Reyes, MD") == "|reyes");
  CHECK(split("Mr. James Smith Jr.") == "james|smith");
  CHECK(split("Ana Garcia-Lopez") == "ana|garcia lopez");
  CHECK(split("Dana") == "|dana");
  CHECK(split("D. Reyes") == "d|reyes");
  CHECK(split("") == "|");
  CHECK(split(",") == "|");
  CHECK(split(" , Dana") == "|dana");
}

TEST_CASE("Given and family names are compared both ways alike") {
  using enum NameLikeness;
  CHECK(compare_given("william", "bill") == short_form);
  CHECK(compare_given("alex", "alexander") == short_form);
  CHECK(compare_given("dana", "d") == initial);
  CHECK(compare_given("dana", "dnaa") == typed);
  CHECK(compare_given("dana", "john") == differs);
  CHECK(compare_family("reyes", "reyes") == same);
  CHECK(compare_family("garcia lopez", "garcia") == part);
  CHECK(compare_family("reyes", "reys") == typed);
  CHECK(compare_family("smith", "jones") == differs);
  CHECK(is_one_edit("reyes", "ryees"));
  CHECK(is_one_edit("", "a"));
  CHECK_FALSE(is_one_edit("reyes", "ryse"));
  testing::Random random(6);
  for (int n = 0; n < 2000; ++n) {
    const std::string a = word(random);
    const std::string b = random.chance(60) ? with_mistake(random, a) : word(random);
    CHECK(compare_given(a, b) == compare_given(b, a));
    CHECK(compare_family(a, b) == compare_family(b, a));
    CHECK(is_one_edit(a, b) == is_one_edit(b, a));
    CHECK(is_one_edit(a, b) == (edit_distance(a, b, 1) <= 1));
  }
}

TEST_CASE("What looks like a repetition and is none: households, colleagues, chains, namesakes") {
  Duplicates duplicates;
  // A household: one address, telephone and mailbox.
  add(duplicates, {"Mary Okafor", "", "okafor.family@gmail.com", "614-224-3187", "12 Main St", "43215"});
  add(duplicates, {"Peter Okafor", "", "okafor.family@gmail.com", "614-224-3187", "12 Main St", "43215"});
  // Colleagues behind one switchboard, with an office's address.
  add(duplicates, {"Ann Bell", "Lakeside Cardiology", "info@lakesidecardio.org", "614-281-4411", "9 Lake Rd", "43215"});
  add(duplicates, {"Kim Torres", "Lakeside Cardiology", "info@lakesidecardio.org", "614-281-4411", "9 Lake Rd", "43215"});
  add(duplicates, {"", "Lakeside Cardiology", "", "614-281-4411", "9 Lake Rd", "43215"});
  // A chain with one number for all its sites.
  add(duplicates, {"", "Summit Urgent Care", "", "800-342-8811", "1 Elm St", "43004"});
  add(duplicates, {"", "Summit Urgent Care", "", "800-342-8811", "70 Oak St", "45402"});
  // The same name at two hospitals.
  add(duplicates, {"John Smith", "Riverbend Hospital", "jsmith@riverbend.org", "513-281-1200", "5 Hill Ave", "45202"});
  add(duplicates, {"John Smith", "Mercy Clinic", "john.smith@mercyclinic.com", "216-344-9911", "8 Park Dr", "44101"});
  // One person who moved and kept the telephone.
  add(duplicates,
      {"Siobhan Lindqvist", "Riverbend Hospital", "siobhan@riverbend.org", "513-609-7713", "5 Hill Ave", "45202"});
  add(duplicates,
      {"Siobhan Lindqvist", "Mercy Clinic", "slindqvist@mercyclinic.com", "513-609-7713", "8 Park Dr", "44101"});
  duplicates.run();
  CHECK(duplicates.clusters() == std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9});
  CHECK(duplicates.progress() == 1000);
}

TEST_CASE("Names and places of organizations are compared where no person is named") {
  Duplicates duplicates;
  add(duplicates, {"", "St. Mary's Hosp.", "", "614-224-3187", "12 Main Street, Suite 4", "43215"});
  add(duplicates, {"", "Saint Mary's Hospital", "", "(614) 224-3187", "12 Main St", "43215-0001"});
  add(duplicates, {"", "Saint Mary's Hospital", "", "419-244-3187", "7 Lake St", "43604"});
  duplicates.run();
  CHECK(duplicates.clusters() == std::vector<std::uint32_t>{0, 0, 2});
}

TEST_CASE("What was typed to get past a form makes nobody one person") {
  Duplicates duplicates;
  for (int i = 0; i < 30; ++i) {
    add(duplicates,
        {"asdf asdf", "Test", "x" + std::to_string(i) + "@clinic" + std::to_string(i) + ".org", "000-000-0000", "", ""});
  }
  duplicates.run();
  for (std::uint32_t i = 0; i < 30; ++i) CHECK(duplicates.clusters()[i] == i);
}

TEST_CASE("The order of a list changes nothing, and the two sides of a pair are alike") {
  const Made made = make_list(21, 600);
  std::vector<std::size_t> order(made.records.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  testing::Random random(9);
  for (std::size_t i = order.size() - 1; i > 0; --i) std::swap(order[i], order[random.below(i + 1)]);
  Duplicates plain;
  Duplicates shuffled;
  for (std::size_t i = 0; i < order.size(); ++i) {
    add(plain, made.records[i]);
    add(shuffled, made.records[order[i]]);
  }
  plain.run();
  shuffled.run();
  CHECK(plain.model().prior == shuffled.model().prior);
  std::vector<std::size_t> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (std::size_t j = i + 1; j < std::min(order.size(), i + 40); ++j) {
      const bool one = plain.clusters()[i] == plain.clusters()[j];
      CHECK(one == (shuffled.clusters()[place[i]] == shuffled.clusters()[place[j]]));
    }
    const auto other = static_cast<std::uint32_t>((i * 7 + 3) % order.size());
    const auto here = static_cast<std::uint32_t>(i);
    if (here == other) continue;
    const Link link = plain.compare(here, other);
    CHECK(link.weight == plain.compare(other, here).weight);
    std::int32_t sum = link.prior;
    for (const std::int32_t weight : link.weights) sum += weight;
    CHECK(sum == link.weight);
  }
}

TEST_CASE("A switchboard of thousands costs no more than its records") {
  Duplicates duplicates;
  testing::Random random(4);
  for (int i = 0; i < 4000; ++i) {
    add(duplicates, {word(random) + " " + word(random), "Lakeside Cardiology", "", "614-224-3187", "9 Lake Rd", "43215"});
  }
  duplicates.run();
  CHECK(duplicates.compared() < 4000 * 60);
}
