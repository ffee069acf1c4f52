#include "quality/name.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "quality/tiers.h"
#include "quality/words.h"

namespace prequal::quality {
namespace {

#include "quality/data/name_letters.inc"

constexpr std::size_t kLetters = 27;  // a to z, and 0 for both ends of a word

std::size_t letter(std::string_view word, std::size_t at) {
  return at < word.size() ? static_cast<std::size_t>(word[at] - 'a') + 1 : 0;
}

bool is_plain(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, is_lower);
}

struct Likeness {
  std::int32_t half_bits = 0;  ///< above 0: rather a name; below: rather keys at random
  std::int32_t odd = 0;        ///< threes of letters that stand in no name of the tables
};

bool is_vowel(char c) {
  return std::string_view("aeiouy").contains(c);
}

// Consonants of the middle row, where fingers rest.
bool is_resting(char c) {
  return std::string_view("sdfghjkl").contains(c);
}

// Requires: is_plain(word). The weights were chosen on names of groups that the tables had not seen and on keys at random
// (docs/data-quality.md).
Likeness measure(std::string_view word) {
  constexpr std::int32_t kOdd = 5;
  constexpr std::int32_t kConsonants = 3;
  constexpr std::int32_t kResting = 2;
  Likeness out;
  std::size_t before = 0;
  std::size_t last = 0;
  std::int32_t consonants = 0;  // in a row
  std::int32_t longest = 0;
  for (std::size_t i = 0; i <= word.size(); ++i) {
    const std::size_t next = letter(word, i);
    out.half_bits += kPairs[last * kLetters + next] - 'M';
    if (i > 0) {
      const std::size_t three = (before * kLetters + last) * kLetters + next;
      if ((kTriples[three / 64] >> three % 64 & 1U) == 0) ++out.odd;
    }
    before = last;
    last = next;
    if (i == word.size()) break;
    const char c = word[i];
    consonants = is_vowel(c) ? 0 : consonants + 1;
    longest = std::max(longest, consonants);
    if (i > 0 && is_resting(c) && is_resting(word[i - 1])) out.half_bits -= kResting;
    // Vowels off the middle row are reached for on purpose.
    if (is_vowel(c) && c != 'a' && c != 'y') ++out.half_bits;
  }
  out.half_bits -= kOdd * out.odd + kConsonants * longest;
  return out;
}

// Neighbouring keys in a row, four at least; none of these fours stands in a name of the tables.
bool has_key_run(std::string_view word) {
  constexpr std::string_view kForward = "qwertyuiop asdfghjkl zxcvbnm";
  constexpr std::string_view kBackward = "poiuytrewq lkjhgfdsa mnbvcxz";
  constexpr std::string_view kInNames = "wert erty trew ytre";
  for (std::size_t i = 0; i + 4 <= word.size(); ++i) {
    const std::string_view four = word.substr(i, 4);
    if ((kForward.contains(four) || kBackward.contains(four)) && !holds_word(kInNames, four)) return true;
  }
  return false;
}

bool repeats(std::string_view word, std::size_t period) {
  for (std::size_t i = period; i < word.size(); ++i) {
    if (word[i] != word[i - period]) return false;
  }
  return true;
}

bool is_pattern(std::string_view word) {
  return (word.size() >= 3 && repeats(word, 1)) || (word.size() >= 5 && repeats(word, 2)) ||
         (word.size() >= 8 && repeats(word, 3)) || has_key_run(word);
}

bool has_vowel(std::string_view word) {
  return std::ranges::any_of(word, is_vowel);
}

constexpr std::int32_t kLeast = -15;

constexpr std::string_view kPlaceholderWords =
    "test testing tester tests none na name firstname lastname first last fullname anonymous anon fake unknown user "
    "username nobody noone someone undefined abc xyz foo bar xxx aaa bbb lorem ipsum dolor blah whatever guest demo "
    "sample example admin customer client prueba pruebas nombre apellido apellidos ninguno ninguna anonimo desconocido "
    "nadie alguien ejemplo usuario cliente no ninguno tbd tba private";
constexpr std::string_view kPlaceholderNames =
    "john doe|jane doe|joe blow|mickey mouse|minnie mouse|donald duck|bugs bunny|santa claus|super man|spider man|"
    "harry potter|homer simpson|bart simpson|foo bar|first name|last name|full name|your name|my name|no name|n a|not "
    "given|"
    "fulano de tal|juan perez prueba|sin nombre|su nombre|mi nombre|";

bool is_placeholder(std::string_view folded) {
  bool all = true;
  bool long_enough = folded.size() >= 2;
  each_word(folded, [&](std::string_view word) { return all = holds_word(kPlaceholderWords, word); });
  if (all && long_enough) return true;
  for (std::string_view rest = kPlaceholderNames; !rest.empty();) {
    const std::size_t bar = rest.find('|');
    if (rest.substr(0, bar) == folded) return true;
    rest.remove_prefix(bar + 1);
  }
  return false;
}

}  // namespace

bool is_mash(std::string_view word) {
  if (word.size() < 3 || !is_plain(word)) return false;
  if (is_pattern(word) || (word.size() >= 5 && !has_vowel(word))) return true;
  return measure(word).half_bits < kLeast;
}

bool has_odd_letters(std::string_view word) {
  if constexpr (!kForReviewers) return false;
  return is_plain(word) && measure(word).odd > 0;
}

NameVerdict check_person_name(std::string_view text, std::string_view folded) {
  if (text.contains('@') || text.contains("://") || equal_ignoring_case(text.substr(0, 4), "www."))
    return NameVerdict::no_name;
  if (folded.empty()) return text.empty() ? NameVerdict::plausible : NameVerdict::no_name;
  if (std::ranges::all_of(folded, [](char c) { return is_digit(c) || c == ' '; })) return NameVerdict::no_name;
  if (std::ranges::any_of(folded, [](char c) { return c < 0; })) return NameVerdict::plausible;
  if (is_placeholder(folded)) return NameVerdict::placeholder;
  if constexpr (!kForReviewers) return NameVerdict::plausible;  // the table of letters is not built in
  std::int32_t sum = 0;
  bool pattern = false;
  bool all = true;
  std::size_t words = 0;
  each_word(folded, [&](std::string_view word) {
    if (!is_plain(word) || word.size() < 3) return true;
    ++words;
    pattern = pattern || is_pattern(word);
    all = all && is_mash(word);
    sum += measure(word).half_bits;
    return true;
  });
  if (words == 0) return NameVerdict::plausible;
  return pattern || all || (words > 1 && sum < kLeast) ? NameVerdict::mash : NameVerdict::plausible;
}

}  // namespace prequal::quality
