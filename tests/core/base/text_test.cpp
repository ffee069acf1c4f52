#include "base/text.h"

#include <algorithm>
#include <array>
#include <set>

#include "support/random.h"

using namespace prequal;

namespace {

// Well-formed UTF-8 by the definition itself: every sequence is what append_utf8 of some scalar value would give. Written
// with a set of all scalar values' encodings by length, not with ranges of bytes.
bool is_well_formed(std::string_view text) {
  static const std::set<std::string> kEncodings = [] {
    std::set<std::string> out;
    // Two and three bytes are listed whole; four bytes are checked by value below.
    for (char32_t c = 0x80; c < 0x10000; ++c) {
      if (c >= 0xD800 && c < 0xE000) continue;
      std::string one;
      if (c < 0x800) {
        one = {static_cast<char>(0xC0 + c / 64), static_cast<char>(0x80 + c % 64)};
      } else {
        one = {static_cast<char>(0xE0 + c / 4096), static_cast<char>(0x80 + c / 64 % 64), static_cast<char>(0x80 + c % 64)};
      }
      out.insert(one);
    }
    return out;
  }();
  while (!text.empty()) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(text[i])); };
    std::size_t taken = 0;
    if (byte(0) < 0x80) {
      taken = 1;
    } else if (kEncodings.contains(std::string(text.substr(0, 2)))) {
      taken = 2;
    } else if (kEncodings.contains(std::string(text.substr(0, 3)))) {
      taken = 3;
    } else if (text.size() >= 4 && byte(0) / 8 == 30 && byte(1) / 64 == 2 && byte(2) / 64 == 2 && byte(3) / 64 == 2) {
      const unsigned value = byte(0) % 8 * 262144 + byte(1) % 64 * 4096 + byte(2) % 64 * 64 + byte(3) % 64;
      if (value >= 0x10000 && value <= 0x10FFFF) taken = 4;
    }
    if (taken == 0) return false;
    text.remove_prefix(taken);
  }
  return true;
}

}  // namespace

TEST_CASE("UTF-8 is judged as the definition says, for all texts up to three bytes and the edges of four") {
  std::size_t wrong = 0;
  const auto check = [&](std::string_view text) {
    if ((find_malformed_utf8(text) == std::string_view::npos) != is_well_formed(text)) ++wrong;
  };
  std::array<char, 4> bytes{};
  for (int a = 0; a < 256; ++a) {
    bytes[0] = static_cast<char>(a);
    check({bytes.data(), 1});
    for (int b = 0; b < 256; ++b) {
      bytes[1] = static_cast<char>(b);
      check({bytes.data(), 2});
      // The third byte matters only at the edges of the continuation range.
      for (const int c : {0x00, 0x41, 0x7F, 0x80, 0x81, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xFF}) {
        bytes[2] = static_cast<char>(c);
        check({bytes.data(), 3});
        for (const int d : {0x00, 0x7F, 0x80, 0xBF, 0xC0, 0xFF}) {
          bytes[3] = static_cast<char>(d);
          check({bytes.data(), 4});
        }
      }
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("The place of the first malformed byte is found at every distance from the start") {
  for (std::size_t before = 0; before < 40; ++before) {
    std::string text(before, 'x');
    text += "\xC3";
    CHECK(find_malformed_utf8(text) == before);
    text += "\xA9 and more text behind it";
    CHECK(find_malformed_utf8(text) == std::string_view::npos);
    text += "\xED\xA0\x80";
    CHECK(find_malformed_utf8(text) == text.size() - 3);
  }
}

TEST_CASE("Every code point survives encoding and decoding") {
  std::size_t wrong = 0;
  std::string text;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    text.clear();
    append_utf8(text, c);
    const Decoded decoded = decode_utf8(text);
    const char32_t expected = c >= 0xD800 && c <= 0xDFFF ? U'\uFFFD' : c;
    if (decoded.point != expected || decoded.bytes != text.size()) ++wrong;
  }
  CHECK(wrong == 0);
  text.clear();
  append_utf8(text, 0x110000);
  CHECK(text == "\xEF\xBF\xBD");
}

TEST_CASE("Repaired text is well-formed and leaves well-formed text alone") {
  testing::Random random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t i = random.below(24); i > 0; --i) text.push_back(static_cast<char>(random.below(256)));
    std::string repaired;
    append_repaired_utf8(repaired, text);
    REQUIRE(find_malformed_utf8(repaired) == std::string_view::npos);
    if (find_malformed_utf8(text) == std::string_view::npos) REQUIRE(repaired == text);
    std::string again;
    append_repaired_utf8(again, repaired);
    REQUIRE(again == repaired);
  }
}

TEST_CASE("Folding makes spellings equal that people take for equal") {
  struct Row {
    std::string_view written;
    std::string_view folded;
  };
  const auto row = GENERATE(table<std::string_view, std::string_view>({
      {"", ""},
      {"   ", ""},
      {"Cardiology", "cardiology"},
      {"  Cardiology  ", "cardiology"},
      {"Primary-care / Family", "primary care family"},
      {"CARDIOLOG\xC3\x8D"
       "A",
       "cardiologia"},
      {"Cardiologi\xCC\x81"
       "a",
       "cardiologia"},  // i with a combining acute
      {"M\xC3\xBCnchen", "munchen"},
      {"\xC3\x86on", "aeon"},
      {"stra\xC3\x9F"
       "e",
       "strasse"},
      {"\xC5\x93uvre", "oeuvre"},
      {"I\xE2\x80\x99m not sure", "im not sure"},
      {"I'm not sure", "im not sure"},
      {"\xEF\xBC\xA1\xEF\xBC\xA2\xEF\xBC\x93", "ab3"},  // full-width
      {"\xE2\x80\x8B"
       "zero\xE2\x80\x8Bwidth\xE2\x80\x8B",
       "zerowidth"},
      {"\xE2\x80\xAE"
       "abc\xE2\x80\xAC",
       "abc"},  // direction marks
      {"\xEF\xBB\xBFmark", "mark"},
      {"a\xC2\xA0"
       "b",
       "a b"},
      {"a\xC2\xAD"
       "b",
       "ab"},  // soft hyphen
      {"1,200", "1 200"},
      {"\xCE\x91\xCE\x92\xCE\x93", "\xCE\xB1\xCE\xB2\xCE\xB3"},
      {"\xD0\x9C\xD0\x9E\xD0\xA1\xD0\x9A\xD0\x92\xD0\x90", "\xD0\xBC\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0"},
      {"\xE6\x97\xA5\xE6\x9C\xAC", "\xE6\x97\xA5\xE6\x9C\xAC"},
      {"a\xE2\x80\x94"
       "b",
       "a b"},
      {"\xC3\x97", ""},
      {"x\xF0\x9F\x98\x80y", "x\xF0\x9F\x98\x80y"},
      {"!!!", ""},
  }));
  CHECK(to_folded(std::get<0>(row)) == std::get<1>(row));
}

TEST_CASE("ASCII is folded as the definition says, wherever words begin and end") {
  // Words are runs of letters and digits; an apostrophe is nothing; whatever else stands between two words is one space.
  const auto defined = [](std::string_view text) {
    std::string out;
    bool gap = false;
    for (const char c : text) {
      if (c == '\'') continue;
      if (!is_letter(c) && !is_digit(c)) {
        gap = true;
        continue;
      }
      if (gap && !out.empty()) out.push_back(' ');
      gap = false;
      out.push_back(to_lower(c));
    }
    return out;
  };
  testing::Random random(20261122);
  constexpr std::string_view kLetters = "abcXYZ09@[`{/:";
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    const std::size_t size = random.below(70);
    const std::size_t gaps = 2 + random.below(12);
    while (text.size() < size) {
      const bool gap = random.below(gaps) == 0;
      text.push_back(gap ? " ,.'"[random.below(4)] : kLetters[random.below(round % 2 == 0 ? 8 : kLetters.size())]);
    }
    REQUIRE(to_folded(text) == defined(text));
  }
}

TEST_CASE("Text of ASCII without NUL is told from any other at every place") {
  for (std::size_t size = 0; size < 40; ++size) {
    const std::string text(size, 'a');
    CHECK(is_ascii_text(text));
    for (std::size_t at = 0; at < size; ++at) {
      for (const char c : {'\0', '\x80', '\xff'}) {
        std::string other = text;
        other[at] = c;
        CHECK_FALSE(is_ascii_text(other));
      }
    }
  }
}

TEST_CASE("Folding what is folded changes nothing") {
  testing::Random random(11);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t i = random.below(12); i > 0; --i) {
      const std::array<char32_t, 10> starts{0x20, 0x41, 0xC0, 0x100, 0x300, 0x391, 0x410, 0x1E00, 0x2000, 0xFF01};
      append_utf8(text, random.chance(5) ? static_cast<char32_t>(random.below(0x110000))
                                         : random.pick(starts) + static_cast<char32_t>(random.below(96)));
    }
    const std::string once = to_folded(text);
    REQUIRE(find_malformed_utf8(once) == std::string_view::npos);
    INFO(text);
    REQUIRE(to_folded(once) == once);
    REQUIRE(to_folded(" " + text + "\t") == once);
  }
  // And every single code point.
  std::size_t wrong = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    std::string text;
    append_utf8(text, c);
    const std::string once = to_folded(text);
    if (to_folded(once) != once) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("Trimming takes every kind of white space from both ends and nothing else") {
  const auto space =
      GENERATE("", " ", "\t", "\r\n", "\xC2\xA0", "\xE2\x80\x89", "\xE3\x80\x80", "\xEF\xBB\xBF", "\xE2\x80\xA8 \t");
  const std::string s(space);
  CHECK(view_trimmed(s + "a b" + s) == "a b");
  CHECK(view_trimmed(s + "\xC3\xA9" + s) == "\xC3\xA9");
  CHECK(view_trimmed(s).empty());
  CHECK(view_trimmed(s + "x") == "x");
}

namespace {

// The textbook recursion.
std::size_t slow_distance(std::string_view a, std::string_view b) {
  if (a.empty()) return b.size();
  if (b.empty()) return a.size();
  std::size_t best = std::min({slow_distance(a.substr(1), b) + 1, slow_distance(a, b.substr(1)) + 1,
                               slow_distance(a.substr(1), b.substr(1)) + (a[0] == b[0] ? 0 : 1)});
  if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0]) {
    best = std::min(best, slow_distance(a.substr(2), b.substr(2)) + 1);
  }
  return best;
}

}  // namespace

TEST_CASE("Edit distance is that of the definition, cut at its limit") {
  testing::Random random(3);
  for (int round = 0; round < 1500; ++round) {
    std::string a;
    std::string b;
    for (std::size_t i = random.below(6); i > 0; --i) a.push_back(static_cast<char>('a' + random.below(3)));
    for (std::size_t i = random.below(6); i > 0; --i) b.push_back(static_cast<char>('a' + random.below(3)));
    const std::size_t exact = slow_distance(a, b);
    for (std::size_t limit = 0; limit < 4; ++limit) {
      INFO(a << " " << b << " " << limit);
      REQUIRE(edit_distance(a, b, limit) == std::min(exact, limit + 1));
      REQUIRE(edit_distance(b, a, limit) == edit_distance(a, b, limit));
    }
  }
  const std::string long_text(65, 'a');
  CHECK(edit_distance(long_text, long_text, 2) == 3);  // longer than 64 is not compared
}

TEST_CASE("Numbers are written in full") {
  const auto row = GENERATE(table<std::int64_t, std::string>({{0, "0"},
                                                              {7, "7"},
                                                              {-7, "-7"},
                                                              {10, "10"},
                                                              {-1000000, "-1000000"},
                                                              {INT64_MAX, "9223372036854775807"},
                                                              {INT64_MIN, "-9223372036854775808"}}));
  std::string out = ">";
  append_number(out, std::get<0>(row));
  CHECK(out == ">" + std::get<1>(row));
}

TEST_CASE("Case is ignored in ASCII only") {
  CHECK(equal_ignoring_case("Gmail.COM", "gmail.com"));
  CHECK_FALSE(equal_ignoring_case("gmail.com", "gmail.co"));
  CHECK_FALSE(equal_ignoring_case("\xC3\x89", "\xC3\xA9"));
  CHECK_FALSE(equal_ignoring_case("[", "{"));
  CHECK_FALSE(equal_ignoring_case("@", "`"));
}
