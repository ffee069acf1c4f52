#include "report/describe_phrases.h"

#include <array>

namespace prequal::report {
namespace {

struct PhraseEntry {
  std::string_view en;
  std::string_view es;
};

constexpr auto kPhrases = std::to_array<PhraseEntry>({
#define PREQUAL_PHRASE(name, en, es) {en, es},
#include "report/describe_phrases.def"
#undef PREQUAL_PHRASE
});

}  // namespace

std::string phrase(Language language, Phrase which, std::string_view first, std::string_view second) {
  const PhraseEntry& entry = kPhrases[static_cast<std::size_t>(which)];
  std::string_view text = language == Language::es ? entry.es : entry.en;
  std::string out;
  for (;;) {
    const std::size_t brace = text.find('{');
    out.append(text.substr(0, brace));
    if (brace == std::string_view::npos) return out;
    out.append(text[brace + 1] == '0' ? first : second);
    text.remove_prefix(brace + 3);
  }
}

}  // namespace prequal::report
