#include "quality/organization.h"

#include <algorithm>
#include <array>

#include "quality/words.h"

namespace prequal::quality {
namespace {

struct WordMeaning {
  WordList forms;
  std::string_view word;
};

constexpr auto kMeanings = std::to_array<WordMeaning>({
#define PREQUAL_ORGANIZATION_WORD(forms, word) {WordList(forms), word},
#include "quality/organization_words.def"
#undef PREQUAL_ORGANIZATION_WORD
});

}  // namespace

void append_organization_key(std::string& out, std::string_view folded) {
  const std::size_t start = out.size();
  each_word(folded, [&](std::string_view word) {
    const auto meaning = std::ranges::find_if(kMeanings, [&](const WordMeaning& entry) { return entry.forms.holds(word); });
    if (meaning != kMeanings.end()) word = meaning->word;
    if (word.empty()) return true;
    if (out.size() > start) out.push_back(' ');
    out.append(word);
    return true;
  });
  if (out.size() == start) out.append(folded);
}

}  // namespace prequal::quality
