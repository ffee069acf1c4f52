// Names and mail domains of the whole world, from lists that were written without a look at the tables of core/quality.
#include <algorithm>
#include <sstream>

#include "base/text.h"
#include "quality/email.h"
#include "quality/name.h"
#include "support/random.h"
#include "support/workbench.h"

using namespace prequal;
using namespace prequal::quality;
using namespace prequal::testing;

namespace {

// The words of a file, without comments and what stands before a colon.
std::vector<std::string> words_of(std::string_view path) {
  std::vector<std::string> out;
  std::istringstream lines(read_file(path));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("#")) continue;
    std::istringstream words(line.substr(line.find(':') == std::string::npos ? 0 : line.find(':') + 1));
    for (std::string word; words >> word;) out.push_back(word);
  }
  return out;
}

bool is_taken_for_mash(const std::string& name) {
  return check_person_name(name, to_folded(name)) == NameVerdict::mash;
}

struct Keys {
  std::string_view name;
  std::vector<std::string_view> hands;  // taken in turn
  std::size_t least;                    // of 100 words of 7 to 9 letters
};

}  // namespace

TEST_CASE("Real mail domains near the best-known ones are not touched", "[figures]") {
  const auto domains = words_of("tests/core/quality/world/mail_domains.txt");
  CHECK(domains.size() > 200);
  for (const std::string& domain : domains) {
    INFO(domain);
    CHECK(propose_domain(domain).domain.empty());
  }
}

TEST_CASE("Endings that exist nowhere are put right, whatever stands before them", "[figures]") {
  const auto [typed, meant] = GENERATE(table<std::string, std::string>({
      {"lakesidecardio.con", ".com"}, {"lakesidecardio.cmo", ".com"},  {"lakesidecardio.ocm", ".com"},
      {"lakesidecardio.vom", ".com"}, {"lakesidecardio.comm", ".com"}, {"lakesidecardio.xom", ".com"},
      {"lakesidecardio.cpm", ".com"}, {"lakesidecardio.ogr", ".org"},  {"lakesidecardio.orgg", ".org"},
      {"lakesidecardio.rog", ".org"}, {"lakesidecardio.prg", ".org"},  {"lakesidecardio.nett", ".net"},
      {"lakesidecardio.ent", ".net"}, {"lakesidecardio.bet", ""},      {"lakesidecardio.eud", ".edu"},
      {"lakesidecardio.edi", ".edu"}, {"lakesidecardio.goc", ".gov"},  {"gmial.con", "gmail.com"},
      {"yahoo.cmo", "yahoo.com"},     {"hotmail.vom", "hotmail.com"},
  }));
  INFO(typed);
  CHECK(propose_domain(typed).domain == meant);
}

TEST_CASE("Surnames of the world, most of them chosen because they are hard, are seldom taken for keys at random",
          "[figures]") {
  const auto names = words_of("tests/core/quality/world/surnames.txt");
  const auto flagged = std::ranges::count_if(names, is_taken_for_mash);
  INFO(flagged << " of " << names.size());
  CHECK(names.size() > 400);
  CHECK(flagged * 100 <= std::ssize(names) * 4);
}

TEST_CASE("Keys hit at random by several ways of hitting them", "[figures]") {
  static const std::vector<Keys> kWays{
      {"home row", {"asdfghjkl"}, 95},
      {"bottom row", {"zxcvbnm"}, 95},
      {"left hand", {"asdfgqwertzxcvb"}, 95},
      {"hands in turn on the home row", {"asdfg", "hjkl"}, 95},
      {"home row of a German keyboard", {"asdfghjklz"}, 95},
      {"hands in turn, all rows", {"qwertasdfgzxcvb", "yuiophjklnm"}, 80},
      {"all letters", {"abcdefghijklmnopqrstuvwxyz"}, 85},
  };
  const Keys& way = GENERATE(from_range(kWays));
  Random random(5);
  constexpr std::size_t kWords = 3'000;
  std::size_t found = 0;
  for (std::size_t i = 0; i < kWords; ++i) {
    std::string word;
    const auto letters = static_cast<std::size_t>(random.between(7, 9));
    for (std::size_t at = 0; at < letters; ++at) word.push_back(random.pick(way.hands[at % way.hands.size()]));
    found += is_taken_for_mash(word) ? 1U : 0U;
  }
  INFO(way.name << ": " << found << " of " << kWords);
  CHECK(found * 100 >= kWords * way.least);
}
