#include "quality/name.h"

#include <algorithm>
#include <array>

#include "base/text.h"
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

// Requires: is_plain(word).
Likeness measure(std::string_view word) {
  Likeness out;
  std::size_t before = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i <= word.size(); ++i) {
    const std::size_t next = letter(word, i);
    out.half_bits += kPairs[last * kLetters + next] - 'M';
    if (i > 0) {
      const std::size_t three = (before * kLetters + last) * kLetters + next;
      if ((kTriples[three / 64] >> three % 64 & 1U) == 0) ++out.odd;
    }
    before = last;
    last = next;
  }
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
  return word.find_first_of("aeiouy") != std::string_view::npos;
}

// Chosen so that of 13,623 names of groups that the tables had not seen, fewer than one in a hundred is taken for keys at
// random (docs/data-quality.md).
constexpr std::int32_t kLeast = -9;
constexpr std::int32_t kOddWeight = 6;

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
  const Likeness likeness = measure(word);
  return likeness.half_bits - kOddWeight * likeness.odd < kLeast;
}

bool has_odd_letters(std::string_view word) {
  return is_plain(word) && measure(word).odd > 0;
}

NameVerdict check_person_name(std::string_view text, std::string_view folded) {
  if (text.contains('@') || text.contains("://") || equal_ignoring_case(text.substr(0, 4), "www."))
    return NameVerdict::no_name;
  if (folded.empty()) return text.empty() ? NameVerdict::plausible : NameVerdict::no_name;
  if (std::ranges::all_of(folded, [](char c) { return is_digit(c) || c == ' '; })) return NameVerdict::no_name;
  if (std::ranges::any_of(folded, [](char c) { return c < 0; })) return NameVerdict::plausible;
  if (is_placeholder(folded)) return NameVerdict::placeholder;
  Likeness sum;
  bool pattern = false;
  bool all = true;
  std::size_t words = 0;
  each_word(folded, [&](std::string_view word) {
    if (!is_plain(word) || word.size() < 3) return true;
    ++words;
    pattern = pattern || is_pattern(word);
    all = all && is_mash(word);
    const Likeness likeness = measure(word);
    sum.half_bits += likeness.half_bits;
    sum.odd += likeness.odd;
    return true;
  });
  if (words == 0) return NameVerdict::plausible;
  const bool sums_to_mash = sum.half_bits - kOddWeight * sum.odd < kLeast;
  return pattern || all || (words > 1 && sums_to_mash) ? NameVerdict::mash : NameVerdict::plausible;
}

}  // namespace prequal::quality
