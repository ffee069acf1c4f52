// Telephone numbers, places and provider identifiers.
#include "base/text.h"
#include "quality/npi.h"
#include "quality/organization.h"
#include "quality/phone.h"
#include "quality/place.h"

using namespace prequal;
using namespace prequal::quality;

TEST_CASE("Telephone numbers of the North American plan and others") {
  const auto [text, verdict, digits, extension] = GENERATE(table<std::string_view, PhoneVerdict, std::string, std::string>({
      {"6145550187", PhoneVerdict::valid, "6145550187", ""},
      {"(614) 555-0187", PhoneVerdict::valid, "6145550187", ""},
      {"+1 614.555.0187", PhoneVerdict::valid, "6145550187", ""},
      {"1-614-555-0187", PhoneVerdict::valid, "6145550187", ""},
      {"614 555 0187 x12", PhoneVerdict::valid, "6145550187", "12"},
      {"614 555 0187 ext. 4", PhoneVerdict::valid, "6145550187", "4"},
      {"614 555 0187 #99", PhoneVerdict::valid, "6145550187", "99"},
      {"+44 20 7946 0958", PhoneVerdict::plausible, "+442079460958", ""},
      {"+521234567890", PhoneVerdict::plausible, "+521234567890", ""},
      {"000-000-0000", PhoneVerdict::placeholder, "0000000000", ""},
      {"111-111-1111", PhoneVerdict::placeholder, "1111111111", ""},
      {"123-456-7890", PhoneVerdict::placeholder, "1234567890", ""},
      {"614-555-5555", PhoneVerdict::placeholder, "6145555555", ""},
      {"614-000-0000", PhoneVerdict::placeholder, "6140000000", ""},
      {"011-555-0187", PhoneVerdict::malformed, "", ""},
      {"614-155-0187", PhoneVerdict::malformed, "", ""},
      {"657-555-0187", PhoneVerdict::valid, "6575550187", ""},
      {"777-555-0187", PhoneVerdict::unassigned, "", ""},
      {"911-555-0187", PhoneVerdict::malformed, "", ""},
      {"614-411-0187", PhoneVerdict::malformed, "", ""},
      {"555-0187", PhoneVerdict::malformed, "", ""},
      {"", PhoneVerdict::malformed, "", ""},
      {"call me", PhoneVerdict::malformed, "", ""},
      {"+0 123 456 7890", PhoneVerdict::malformed, "", ""},
      {"+1234567890123456", PhoneVerdict::malformed, "", ""},
  }));
  INFO(text);
  const PhoneNumber number = check_phone(text);
  CHECK(number.verdict == verdict);
  CHECK(number.digits == digits);
  CHECK(number.extension == extension);
}

TEST_CASE("Odd numbers are told apart from numbers that cannot be") {
  const auto [text, pattern] = GENERATE(table<std::string_view, PhonePattern>({
      {"614-224-3187", PhonePattern::ordinary},
      {"614-555-0187", PhonePattern::fictional},
      {"614-555-0200", PhonePattern::ordinary},
      {"614-222-2231", PhonePattern::repeated},
      {"614-234-5678", PhonePattern::sequential},
      {"800-224-3187", PhonePattern::toll_free},
      {"614-976-3187", PhonePattern::premium},
  }));
  INFO(text);
  CHECK(check_phone(text).verdict == PhoneVerdict::valid);
  CHECK(check_phone(text).pattern == pattern);
}

TEST_CASE("Area codes belong to states and zones") {
  CHECK(find_area("6145550187").state == "OH");
  CHECK(find_area("850").state == "FL");
  CHECK(find_area("850").zone == 'C');
  CHECK(find_area("787").state == "PR");
  CHECK(find_area("416").state.empty());  // Toronto
  CHECK(is_area_in_service("416"));
  CHECK(find_area("800").state.empty());
  CHECK_FALSE(is_area_in_service("777"));
  CHECK_FALSE(is_area_in_service("123"));
}

TEST_CASE("ZIP codes lie in states") {
  const auto [zip, state] = GENERATE(table<std::string_view, std::string_view>({
      {"43215", "OH"}, {"43215-1234", "OH"}, {"00501", "NY"},                   // one organization
      {"00901", "PR"}, {"00802", "VI"},      {"06390", "NY"},                   // an island, served from Connecticut
      {"06511", "CT"}, {"20588", "MD"},      {"20500", "DC"}, {"73301", "TX"},  // one organization
      {"09012", "AE"}, {"34002", "AA"},      {"96201", "AP"}, {"96799", "AS"}, {"96913", "GU"},
      {"96950", "MP"}, {"99501", "AK"},      {"00001", ""},   {"21301", ""},
  }));
  INFO(zip);
  CHECK(is_zip_code(zip));
  CHECK(find_zip_state(zip) == state);
}

TEST_CASE("States have names and codes") {
  CHECK(find_state("ohio") == "OH");
  CHECK(find_state("oh") == "OH");
  CHECK(find_state("district of columbia") == "DC");
  CHECK(find_state("washington") == "WA");
  CHECK(find_state("ohoi").empty());
  CHECK(find_state("zz").empty());
  CHECK(find_state("").empty());
}

TEST_CASE("Provider identifiers carry a check digit") {
  CHECK(check_npi("1234567893") == NpiVerdict::suspicious);  // the example in the public definition
  CHECK(check_npi("1245319599") == NpiVerdict::valid);
  CHECK(check_npi("1245319598") == NpiVerdict::mistyped);
  CHECK(check_npi("124-531-9599") == NpiVerdict::valid);
  CHECK(check_npi("3245319599") == NpiVerdict::malformed);
  CHECK(check_npi("124531959") == NpiVerdict::malformed);
  CHECK(check_npi("12453195990") == NpiVerdict::malformed);
  CHECK(check_npi("") == NpiVerdict::malformed);
}

TEST_CASE("Every single wrong digit of an identifier is seen") {
  const std::string good = "1245319599";
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (char c = '0'; c <= '9'; ++c) {
      std::string bad = good;
      bad[at] = c;
      CHECK((check_npi(bad) == NpiVerdict::valid) == (bad == good));
    }
  }
}

TEST_CASE("Names of organizations have one form for comparison: R03-10") {
  const auto key = [](std::string_view name) {
    std::string out;
    append_organization_key(out, to_folded(name));
    return out;
  };
  CHECK(key("The Buckeye Heart Ctr., Inc.") == key("Buckeye Heart Center"));
  CHECK(key("St. Mary's Mem. Hosp") == key("Saint Mary's Memorial Hospital"));
  CHECK(key("Dayton Med Assoc LLC") == key("Dayton Medical Associates"));
  CHECK(key("Clinic of the Heart") != key("Clinic of the Lung"));
  CHECK(key("The Co.") == "the co");
  CHECK(key("") == "");
  for (const std::string_view name : {"St Surg Ctr of Mt Hosp Svcs", "The Co.", "A & B Ortho Grp PC"}) {
    CHECK(key(key(name)) == key(name));
  }
}
