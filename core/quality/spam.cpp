#include "quality/spam.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "quality/name.h"
#include "quality/words.h"

namespace prequal::quality {
namespace {

constexpr auto kCodes = std::to_array<std::string_view>({
#define PREQUAL_SPAM(name, code) code,
#include "quality/spam.def"
#undef PREQUAL_SPAM
});

constexpr WordList kTestWords(
    "test testing tests tester prueba pruebas probando lorem ipsum dolor sit amet foo bar ignore this message please a is "
    "only just the esto es una un mensaje de form formulario");
constexpr WordList kTestCores("test testing tests prueba pruebas probando lorem");

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

// One character many times in a row; lines of dashes and dots are drawn by people.
bool has_long_run(std::string_view text) {
  constexpr std::size_t kLong = 8;
  std::size_t run = 1;
  for (std::size_t i = 1; i < text.size(); ++i) {
    run = text[i] == text[i - 1] && (is_letter(text[i]) || text[i] == '!' || text[i] == '$') ? run + 1 : 1;
    if (run >= kLong) return true;
  }
  return false;
}

}  // namespace

std::string_view spam_code(SpamSign sign) {
  return kCodes[static_cast<std::size_t>(sign)];
}

std::uint32_t find_spam_signs(const Message& message) {
  const std::string_view text = message.text();
  const auto& words = message.words();
  std::uint32_t signs = 0;
  const auto set = [&](SpamSign sign) { signs |= spam_bit(sign); };
  const std::size_t links = count(text, "://") + count(text, "[url") + count(text, "www.");
  if (links >= 2) set(SpamSign::links);
  if (text.contains("<a ") || text.contains("</") || text.contains("[/url") || text.contains("<script"))
    set(SpamSign::markup);
  if (has_long_run(text)) set(SpamSign::repetition);
  std::size_t promotions = 0;
  std::size_t mashed = 0;
  std::size_t plain = 0;
  std::size_t tests = 0;
  std::size_t test_cores = 0;
  std::array<char, 16> lower{};
  for (const MessageWord& word : words) {
    if (word.kind == WordClass::promotion) ++promotions;
    const std::string_view view = message.view(word);
    tests += kTestWords.holds(view) ? 1U : 0U;
    test_cores += kTestCores.holds(view) ? 1U : 0U;
    if (word.digits > 0 || word.length > lower.size() || word.length < 4 || word.kind != WordClass::none) continue;
    std::ranges::transform(view, lower.begin(), to_lower);
    ++plain;
    if (is_mash({lower.data(), view.size()})) ++mashed;
  }
  if (promotions >= 3 || (promotions >= 1 && links >= 1)) set(SpamSign::promotion);
  if (test_cores > 0 && tests == words.size()) set(SpamSign::test);
  const bool other = (signs & spam_bit(SpamSign::repetition)) != 0 || links > 0;
  if (!other && mashed > 0 && mashed * 2 >= plain && plain * 3 >= words.size()) set(SpamSign::mash);
  const auto upper = std::ranges::count_if(text, is_upper);
  const auto letters = upper + std::ranges::count_if(text, is_lower);
  constexpr std::int64_t kEnough = 30;
  if (letters >= kEnough && upper * 10 > letters * 9 && text.contains("!!")) set(SpamSign::shouting);
  return signs;
}

bool is_too_fast(std::string_view seconds) {
  constexpr int kFast = 3;
  const std::string_view whole = seconds.substr(0, seconds.find('.'));
  if (whole.empty() || whole.size() > 9 || !std::ranges::all_of(whole, is_digit)) return false;
  int value = 0;
  for (const char c : whole) value = value * 10 + (c - '0');
  return value < kFast;
}

}  // namespace prequal::quality
