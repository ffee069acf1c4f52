#include "quality/message_words.h"

#include <array>
#include <cstddef>
#include <span>

#include "quality/words.h"

namespace prequal::quality {
namespace {

#include "quality/data/message_words.inc"

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
  if (listed != WordClass::none || folded.size() < kShortest) return listed;
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
