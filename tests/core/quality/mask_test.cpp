// Masks of free texts: nothing of what was found remains, and a masked text stays as it is.
#include "quality/mask.h"

#include <algorithm>

#include "api/prequal.h"
#include "base/text.h"
#include "support/random.h"

using namespace prequal;
using namespace prequal::quality;
using prequal::testing::Random;

namespace {

// Whole rows of digits.
std::vector<std::string> digit_rows(std::string_view text, std::size_t least) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end - at >= least) out.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return out;
}

// Texts of phrases that announce something, numbers of all shapes, marks, and what stands between.
std::string random_text(Random& random) {
  static const std::vector<std::string_view> kParts{"My SSN is",
                                                    "ssn:",
                                                    "MRN",
                                                    "record number",
                                                    "policy",
                                                    "account no.",
                                                    "member ID",
                                                    "serial number",
                                                    "license",
                                                    "born on",
                                                    "call me at",
                                                    "and",
                                                    "or",
                                                    ",",
                                                    ".",
                                                    "(",
                                                    ")",
                                                    "[",
                                                    "]",
                                                    "[social_security]",
                                                    "[phone]",
                                                    "[biometric]",
                                                    "[condition]",
                                                    "my mother has diabetes",
                                                    "I take metformin",
                                                    "fingerprint",
                                                    "ann@clinic.org",
                                                    "www.clinic.org",
                                                    "10.1.2.3",
                                                    "12 Main Street",
                                                    "\xC3\xB1",
                                                    "\xF0\x9F\x98\x80",
                                                    "January 5,",
                                                    "number",
                                                    "is",
                                                    "x",
                                                    "1HGCM82633A004352",
                                                    "DOB",
                                                    "mi seguro social es",
                                                    "tengo asma"};
  std::string out;
  for (std::int64_t parts = random.between(1, 14); parts > 0; --parts) {
    if (random.chance(45)) {
      for (std::int64_t group = random.between(1, 4); group > 0; --group) {
        for (std::int64_t digits = random.between(1, 9); digits > 0; --digits)
          out.push_back(static_cast<char>('0' + random.below(10)));
        if (group > 1) out.append(random.pick(std::vector<std::string_view>{"-", " ", "/", ".", ") "}));
      }
    } else {
      out.append(random.pick(kParts));
    }
    if (random.chance(90)) out.push_back(' ');
  }
  return out;
}

}  // namespace

TEST_CASE("What a mask leaves, for a reviewer and for export") {
  const auto [text, shown, exported] = GENERATE(table<std::string_view, std::string, std::string>({
      {"Nothing here.", "Nothing here.", "Nothing here."},
      {"My SSN is 536-90-4399.", "My SSN is [social_security].", "My SSN is [social_security]."},
      {"MRN 00441827, call 614-224-3187", "MRN [medical_record], call 614-224-3187", "MRN [medical_record], call [phone]"},
      {"Write to ann@clinic.org", "Write to ann@clinic.org", "Write to [email]"},
      {"On 05/12/2026 please", "On 05/12/2026 please", "On [date] please"},
      {"SSN 536-90-4399, I repeat: 536904399", "SSN [social_security], I repeat: [social_security]",
       "SSN [social_security], I repeat: [social_security]"},
      {"Policy no. AB-123456. Quote 123456 when you call.", "Policy no. [plan]. Quote [other_number] when you call.",
       "Policy no. [plan]. Quote [other_number] when you call."},
      {"[social_security] [phone]", "[social_security] [phone]", "[social_security] [phone]"},
  }));
  INFO(text);
  CHECK(to_masked(text, MaskFor::display).text == shown);
  CHECK(to_masked(text, MaskFor::exporting).text == exported);
}

TEST_CASE("Masked again a text stays the same, and no row of digits of what was found is left") {
  Random random(20261121);
  std::size_t masked_texts = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = random_text(random);
    for (const MaskFor use : {MaskFor::display, MaskFor::exporting}) {
      const Masked once = to_masked(text, use);
      INFO(text << "\n" << once.text);
      const Masked twice = to_masked(once.text, use);
      REQUIRE(twice.text == once.text);
      REQUIRE(twice.spans.empty());
      const std::vector<std::string> left = digit_rows(once.text, 4);
      std::size_t at = 0;
      for (const SensitiveSpan& span : once.spans) {
        REQUIRE(span.start >= at);
        at = std::size_t{span.start} + span.length;
        REQUIRE(at <= text.size());
        for (const std::string& row : digit_rows(std::string_view(text).substr(span.start, span.length), 4)) {
          REQUIRE(std::ranges::find(left, row) == left.end());
        }
      }
      masked_texts += once.spans.empty() ? 0U : 1U;
    }
  }
  CHECK(masked_texts > 10'000);
}

TEST_CASE("Masking takes a few scans, however many numbers follow a word") {
  std::string text = "ssn";
  for (int i = 0; i < 4'000; ++i) text.append(" 536904399");
  const Masked masked = to_masked(text, MaskFor::display);
  CHECK(digit_rows(masked.text, 4).empty());
}

TEST_CASE("The public function says what it cannot mask") {
  CHECK(api::mask("My SSN is 536-90-4399")->text == "My SSN is [social_security]");
  const auto spans = api::mask("My SSN is 536-90-4399")->spans;
  REQUIRE(spans.size() == 1);
  CHECK((spans[0].start == 10 && spans[0].length == 11));
  CHECK(spans[0].kind == "social_security");
  CHECK(spans[0].family == "identifier");
  CHECK(api::mask("a\xFF").error().code == "json.malformed_utf8");
  CHECK(api::mask(std::string(1024 * 1024 + 1, 'a')).error().code == "document.too_large");
}
