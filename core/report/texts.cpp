#include "report/texts.h"

#include <algorithm>
#include <array>
#include <string>

namespace prequal::report {
namespace {

struct Entry {
  std::string_view key;
  std::string_view en;
  std::string_view es;
};

constexpr auto kEntries = [] {
  auto entries = std::to_array<Entry>({
#define PREQUAL_TEXT(key, en, es) {key, en, es},
#include "report/texts.def"
#undef PREQUAL_TEXT
  });
  std::ranges::sort(entries, {}, &Entry::key);
  return entries;
}();

}  // namespace

std::string_view text_for(Language language, std::string_view key) {
  const auto found = std::ranges::lower_bound(kEntries, key, {}, &Entry::key);
  if (found == kEntries.end() || found->key != key) return key;
  return language == Language::es ? found->es : found->en;
}

std::string_view text_for(Language language, std::string_view prefix, std::string_view code) {
  std::string key(prefix);
  key.append(".").append(code);
  const std::string_view text = text_for(language, key);
  return text.data() == key.data() ? code : text;
}

std::string_view text_in(Language language, const profile::Text& text) {
  return language == Language::es && !text.es.empty() ? text.es : text.en;
}

}  // namespace prequal::report
