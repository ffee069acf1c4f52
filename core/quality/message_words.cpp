#include "quality/message_words.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "quality/tiers.h"
#include "quality/words.h"

namespace prequal::quality {
namespace {

#if PREQUAL_REFERENCE == 0
#include "quality/data/message_words_small.inc"
#else
#include "quality/data/message_words.inc"
#endif

struct Ending {
  WordClass kind;
  std::string_view endings;
};

// Endings of words of medicine, folded, in English and Spanish.
constexpr auto kEndings = std::to_array<Ending>({
    {WordClass::condition,
     "itis osis emia oma algia pathy patia plegia megaly megalia uria phobia fobia sclerosis esclerosis"},
    {WordClass::procedure, "ectomy ectomia plasty plastia ostomy ostomia oscopy oscopia centesis"},
    {WordClass::medication,
     "statin statina sartan pril olol prazole prazol cillin cilina mycin micina cycline ciclina floxacin oxetine oxetina "
     "zepam "
     "zolam gliptin gliptina gliflozin glutide glutida tinib umab imab dipine dipino triptan parin lukast semide thiazide "
     "tiazida "
     "sterone codone morphone formin formina conazole conazol setron azepine"},
});
// Words with such an ending that mean something else.
constexpr std::string_view kOthers =
    "diagnosis prognosis osmosis hypnosis metamorphosis symbiosis academia bohemia diploma aroma oklahoma sonoma tacoma "
    "idioma "
    "idiomas genoma axioma paloma broma toma sympathy empathy apathy telepathy homeopathy osteopathy naturopathy simpatia "
    "empatia apatia telepatia homeopatia osteopatia nostalgia april abril glaucoma osis roma goma loma asoma maroma "
    "policroma";

// Which two letters some ending ends with: rules out nearly all words.
constexpr auto kLastLetters = [] {
  std::array<std::uint32_t, 26> out{};
  for (const Ending& ending : kEndings) {
    each_word(ending.endings, [&](std::string_view end) {
      if (end.size() >= 2) {
        out[static_cast<std::size_t>(end.back() - 'a')] |= 1U << static_cast<unsigned>(end[end.size() - 2] - 'a');
      }
      return true;
    });
  }
  return out;
}();

bool may_end(std::string_view word) {
  const char last = word.back();
  const char before = word[word.size() - 2];
  return is_lower(last) && is_lower(before) &&
         (kLastLetters[static_cast<std::size_t>(last - 'a')] >> static_cast<unsigned>(before - 'a') & 1U) != 0;
}

WordClass find_listed(std::string_view word) {
  constexpr std::size_t kLongest = std::size(kStarts) - 1;
  if (word.empty() || word.size() > kLongest) return WordClass::none;
  const std::size_t stride = word.size() + 1;
  const std::size_t start = kStarts[word.size() - 1];
  std::size_t low = 0;
  std::size_t high = (kStarts[word.size()] - start) / stride;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const int order = kWords.substr(start + middle * stride, word.size()).compare(word);
    if (order == 0) return static_cast<WordClass>(kWords[start + middle * stride + word.size()]);
    (order < 0 ? low : high) = order < 0 ? middle + 1 : middle;
  }
  return WordClass::none;
}

}  // namespace

WordClass classify_word(std::string_view folded) {
  const WordClass listed = find_listed(folded);
  constexpr std::size_t kShortest = 6;
  if (listed != WordClass::none || folded.size() < kShortest || !may_end(folded)) return listed;
  for (const Ending& ending : kEndings) {
    bool found = false;
    each_word(ending.endings, [&](std::string_view end) {
      found = folded.size() >= end.size() + 2 && folded.ends_with(end);
      return !found;
    });
    if (found) return holds_word(kOthers, folded) ? WordClass::none : ending.kind;
  }
  return WordClass::none;
}

}  // namespace prequal::quality
