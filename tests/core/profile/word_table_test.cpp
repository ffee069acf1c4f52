#include "profile/word_table.h"

#include <map>

#include "base/text.h"
#include "profile/facts.h"
#include "profile/names.h"
#include "profile/standard_vocabularies.h"
#include "support/random.h"

using namespace prequal;
using namespace prequal::profile;

TEST_CASE("Words are found in any spelling, and the first code of equal words stays") {
  WordTable words;
  CHECK(words.find_folded("cardiology") == 0);
  CHECK(words.find_similar("cardiology", 2) == 0);
  words.add("Cardiology", 1);
  words.add(
      "CARDIOLOG\xC3\x8D"
      "A",
      1);
  words.add("heart", 1);
  words.add("Heart!", 2);
  words.add("", 3);
  words.add("...", 3);
  CHECK(words.size() == 3);
  CHECK(words.find_folded("cardiology") == 1);
  CHECK(words.find_folded("cardiologia") == 1);
  CHECK(words.find_folded("heart") == 1);
  CHECK(words.find_folded("") == 0);
  CHECK(words.find_folded("hear") == 0);
  CHECK(words.find_similar("hear", 1) == 1);
  CHECK(words.find_similar("heatr", 1) == 1);
  CHECK(words.find_similar("liver", 1) == 0);
}

TEST_CASE("A table of words is a map") {
  testing::Random random(6);
  WordTable words;
  std::map<std::string, std::uint32_t> plain;
  for (std::uint32_t code = 1; code < 6000; ++code) {
    std::string word;
    for (std::size_t i = 1 + random.below(4); i > 0; --i) word.push_back(static_cast<char>('a' + random.below(12)));
    words.add(word, code);
    plain.emplace(word, code);
  }
  CHECK(words.size() == plain.size());
  for (const auto& [word, code] : plain) REQUIRE(words.find_folded(word) == code);
  for (int i = 0; i < 2000; ++i) {
    const std::string word = "z" + std::to_string(i);
    REQUIRE(words.find_folded(word) == 0);
  }
}

TEST_CASE("Facts have names, values and codes that fit together") {
  for (std::size_t i = 0; i < kFacts; ++i) {
    const auto fact = static_cast<Fact>(i);
    CAPTURE(fact_name(fact));
    CHECK(find_fact(fact_name(fact)) == i);
    CHECK(source_fact(fact_source(fact)) == fact);
    CHECK(is_fact(fact_source(fact)));
    if (fact_is_number(fact)) {
      CHECK_FALSE(fact_has_provisional(fact));
      continue;
    }
    CHECK(fact_value_count(fact) >= 2);
    CHECK(fact_value_count(fact) < 255);
    bool any = false;
    for (std::uint32_t code = 1; code <= fact_value_count(fact); ++code) {
      CHECK(fact_code(fact, fact_value(fact, code)) == code);
      any |= fact_is_provisional(fact, code);
    }
    CHECK(any == fact_has_provisional(fact));
    CHECK(fact_value(fact, 0).empty());
    CHECK(fact_value(fact, fact_value_count(fact) + 1).empty());
    CHECK(fact_code(fact, "no such value") == 0);
  }
  CHECK(find_fact("no such fact") == kNoFact);
}

TEST_CASE("Touches have names, and it is known who acted") {
  for (std::size_t i = 0; i < kTouchTypes; ++i) CHECK(find_touch(touch_name(static_cast<TouchType>(i))) == i);
  CHECK(find_touch("") == kNoTouch);
  CHECK(touch_is_inbound(TouchType::demo_request));
  CHECK_FALSE(touch_is_inbound(TouchType::marketing_email));
  CHECK_FALSE(touch_is_inbound(TouchType::outbound_call));
}

TEST_CASE("Every enumeration has a word for each value") {
  CHECK(field_types().size() == kFieldTypes);
  CHECK(categories().size() == kCategories);
  CHECK(levels().size() == kLevels);
  CHECK(lanes().size() == kLanes);
  CHECK(statuses().size() == kStatuses);
  CHECK(name_in(field_types(), FieldType::name) == "name");
  CHECK(name_in(lanes(), Lane::partner) == "partner");
  CHECK(name_in(statuses(), Status::closed_won) == "closed_won");
  CHECK(name_in(reason_classes(), ReasonClass::hold) == "hold");
  CHECK(name_in(stop_scopes(), StopScope::now) == "now");
  CHECK(name_in(band_modes(), BandsBy::rules) == "rules");
  CHECK(name_in(cells(), Cell::review) == "review");
  CHECK(name_in(eligibilities(), Eligibility::ineligible) == "ineligible");
  CHECK(name_in(field_levels(), FieldLevel::optional) == "optional");
  CHECK(name_in(bases(), Basis::conversation) == "conversation");
  for (const Path path : {Path::b2b, Path::patient, Path::member}) CHECK(stage_ids(path).size() >= 2);
}

TEST_CASE("Standard vocabularies hold every value once, with names in both languages") {
  for (const std::string_view id : standard_vocabulary_ids()) {
    const auto vocabulary = standard_vocabulary(id);
    REQUIRE(vocabulary.has_value());
    CAPTURE(id);
    std::map<std::string, std::string_view> seen;
    for (const VocabularyValue& value : vocabulary->values) {
      CAPTURE(value.id);
      CHECK_FALSE(value.label.en.empty());
      // Two values must not be written alike, or a lead could never say the second.
      for (const std::string& word : {to_folded(value.id), to_folded(value.label.en)}) {
        const auto [at, fresh] = seen.emplace(word, value.id);
        CHECK((fresh || at->second == value.id));
      }
    }
  }
  CHECK_FALSE(standard_vocabulary("no such vocabulary").has_value());
  CHECK(standard_vocabulary("yes_no")->values.size() == 2);
  CHECK(standard_vocabulary("us_states")->values.size() >= 51);
}
