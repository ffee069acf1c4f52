// What is said of a person's health. A disease alone is no disclosure: clinics and vendors talk of diseases all day. So each
// term is weighed by what stands around it: a person who has, takes, feels or was diagnosed, against talk of an offer.
#include <algorithm>
#include <cstdint>

#include "base/text.h"
#include "quality/sensitive.h"
#include "quality/words.h"

namespace prequal::quality {
namespace {

struct Term {
  std::size_t first = 0;  // words
  std::size_t last = 0;
  SensitiveKind kind = SensitiveKind::condition;
};

struct Sentence {
  std::size_t first = 0;
  std::size_t end = 0;
  bool personal = false;
  bool collective = false;  // we, our
  bool asking = false;
  int offers = 0;
};

using Words = std::vector<MessageWord>;

bool is_term(WordClass kind) {
  return kind >= WordClass::condition && kind <= WordClass::symptom;
}

SensitiveKind term_kind(WordClass kind) {
  switch (kind) {
    case WordClass::medication: return SensitiveKind::medication;
    case WordClass::procedure: return SensitiveKind::procedure;
    case WordClass::symptom: return SensitiveKind::symptom;
    default: return SensitiveKind::condition;
  }
}

// The term that starts at a word, with the part of the body beside it: "knee surgery", "heart failure", "kidney stones".
bool find_term(const Message& message, const Sentence& sentence, std::size_t at, Term& term) {
  const Words& words = message.words();
  const WordClass kind = words[at].kind;
  constexpr std::size_t kReach = 3;
  if (is_term(kind)) {
    // Pain points and scheduling headaches are not felt.
    constexpr std::string_view kOffice = "scheduling billing staffing administrative admin budget paperwork growing";
    const bool follows = at + 1 < sentence.end;
    if (at > sentence.first && holds_word(kOffice, message.view(words[at - 1]))) return false;
    if (follows && holds_word("point points", message.view(words[at + 1]))) return false;
    term = {at, at, term_kind(kind)};
    if (follows && (words[at + 1].kind == WordClass::part || words[at + 1].kind == WordClass::trouble)) term.last = at + 1;
    return true;
  }
  if (kind == WordClass::part) {
    for (std::size_t next = at + 1; next <= at + kReach && next < sentence.end; ++next) {
      if (is_term(words[next].kind)) {
        if (next + 1 < sentence.end && holds_word("point points", message.view(words[next + 1]))) return false;
        term = {at, next, term_kind(words[next].kind)};
        return true;
      }
      if (words[next].kind == WordClass::trouble) {
        term = {at, next, SensitiveKind::condition};
        return true;
      }
      if (words[next].kind == WordClass::offer) break;
    }
  }
  if (kind == WordClass::trouble) {
    for (std::size_t next = at + 1; next <= at + kReach && next < sentence.end; ++next) {
      if (words[next].kind == WordClass::offer || words[next].kind == WordClass::trouble) break;
      if (words[next].kind == WordClass::part) {
        term = {at, next, SensitiveKind::condition};
        return true;
      }
    }
  }
  return false;
}

int weigh(const Message& message, const Sentence& sentence, const Term& term) {
  const Words& words = message.words();
  constexpr std::size_t kStrongReach = 7;
  constexpr std::size_t kWeakReach = 5;
  constexpr std::size_t kNear = 4;
  const auto from = [&](std::size_t reach) {
    return std::max(sentence.first, term.first > reach ? term.first - reach : 0);
  };
  const auto any = [&](std::size_t begin, std::size_t end, auto test) {
    return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(begin), words.begin() + static_cast<std::ptrdiff_t>(end),
                       test);
  };
  int score = sentence.personal ? 1 : 0;
  if (any(from(kStrongReach), term.first, [](const MessageWord& w) { return w.kind == WordClass::strong; })) score += 3;
  const bool weak = any(from(kWeakReach), term.first, [](const MessageWord& w) { return w.kind == WordClass::weak; });
  if (weak) score += sentence.personal ? 2 : 1;
  const auto owner = [](const MessageWord& w) { return w.kind == WordClass::first || w.kind == WordClass::kin; };
  // "My clinic for back pain" owns the clinic.
  bool owned = false;
  for (std::size_t at = term.first; at > from(kNear) && words[at - 1].kind != WordClass::offer && !owned; --at) {
    owned = owner(words[at - 1]);
  }
  if (owned) score += 2;
  // "Knee surgery for my mother", "the biopsy she had".
  if (!owned && any(term.last + 1, std::min(term.last + 1 + kNear, sentence.end), owner)) score += 1;
  if (any(term.last + 1, std::min(term.last + 3, sentence.end),
          [](const MessageWord& w) { return w.kind == WordClass::strong; })) {
    score += 2;
  }
  if (sentence.asking) ++score;
  // "Chest pains since yesterday": the person who writes is left out.
  if (term.first == sentence.first && sentence.offers == 0 && sentence.end - sentence.first > 2) {
    score += term.kind == SensitiveKind::symptom ? 2 : 1;
  }
  constexpr std::string_view kSince = "since days weeks months years desde semanas meses dias yesterday ayer today hoy ago";
  if (any(term.last + 1, std::min(term.last + 1 + kNear, sentence.end),
          [&](const MessageWord& w) { return holds_word(kSince, message.view(w)); })) {
    ++score;
  }
  int against = term.last + 1 < sentence.end && words[term.last + 1].kind == WordClass::offer ? 2 : 0;
  for (std::size_t at = from(kNear); at < std::min(term.last + 1 + kNear, sentence.end); ++at) {
    if (words[at].kind != WordClass::offer) continue;
    const bool yours = at > 0 && words[at - 1].kind == WordClass::possessive;
    const bool family = at + 1 < sentence.end && words[at + 1].kind == WordClass::kin;
    against += family ? 0 : yours ? 1 : 2;
  }
  score -= std::min(against, 5);
  if (against == 0 && sentence.offers > 0 && (sentence.collective || sentence.offers > 1)) --score;
  return score;
}

}  // namespace

void SensitiveScanner::find_health() {
  const Words& words = message_.words();
  constexpr int kLeast = 3;
  for (std::size_t first = 0; first < words.size();) {
    Sentence sentence{.first = first, .end = first};
    bool terms = false;
    for (; sentence.end < words.size() && words[sentence.end].sentence == words[first].sentence; ++sentence.end) {
      const WordClass kind = words[sentence.end].kind;
      const std::string_view word = message_.view(words[sentence.end]);
      sentence.personal = sentence.personal || kind == WordClass::first || kind == WordClass::kin;
      sentence.asking = sentence.asking || kind == WordClass::asking;
      // "Our daughter" is family, "our patients" are not.
      const std::size_t next = sentence.end + 1;
      if (kind == WordClass::offer && next < words.size() && words[next].kind == WordClass::kin) continue;
      sentence.offers += kind == WordClass::offer ? 1 : 0;
      sentence.collective =
          sentence.collective ||
          (kind == WordClass::offer && holds_word("we our us nuestro nuestra nuestros nuestras ofrecemos atendemos", word));
      terms = terms || is_term(kind) || kind == WordClass::part || kind == WordClass::trouble;
    }
    first = sentence.end;
    if (!terms) continue;
    for (std::size_t at = sentence.first; at < sentence.end; ++at) {
      Term term;
      if (!find_term(message_, sentence, at, term)) continue;
      const int score = weigh(message_, sentence, term);
      if (score >= kLeast) {
        const MessageWord& last = words[term.last];
        add(words[term.first].start, last.start + last.length, term.kind, 35 + 12 * score);
      }
      at = term.last;
    }
  }
}

}  // namespace prequal::quality
