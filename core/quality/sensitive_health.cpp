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
  bool lack = false;  // something that somebody cannot do
};

struct Sentence {
  std::size_t first = 0;
  std::size_t end = 0;
  bool personal = false;
  bool collective = false;  // we, our
  bool asking = false;
  bool kin = false;
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
    case WordClass::symptom:
    case WordClass::function: return SensitiveKind::symptom;
    default: return SensitiveKind::condition;
  }
}

// A measured value: "my A1C is 9.2", "I weigh 340 pounds", "gained 60 pounds".
constexpr WordList kMeasures(
    "a1c psa bp bmi glucose glucosa sugar azucar az\303\272car pressure presion presi\303\263n cholesterol colesterol "
    "weigh "
    "weight peso");
constexpr WordList kWeights("pounds lbs kilos libras");

// The term that starts at a word, with the part of the body beside it: "knee surgery", "heart failure", "kidney stones".
bool find_term(const Message& message, const Sentence& sentence, std::size_t at, Term& term) {
  const Words& words = message.words();
  const WordClass kind = words[at].kind;
  constexpr std::size_t kReach = 4;
  if (kMeasures.holds(message.view(words[at]))) {
    for (std::size_t next = at + 1; next <= at + kReach && next < sentence.end; ++next) {
      if (words[next].kind == WordClass::offer) break;
      if (words[next].digits == 0) continue;
      term = {at, next, SensitiveKind::condition};
      return true;
    }
  }
  if (words[at].digits > 0 && at + 1 < sentence.end && kWeights.holds(message.view(words[at + 1]))) {
    term = {at, at, SensitiveKind::condition};
    return true;
  }
  if (is_term(kind)) {
    // Pain points and scheduling headaches are not felt.
    constexpr WordList kOffice("scheduling billing staffing administrative admin budget paperwork growing");
    const bool follows = at + 1 < sentence.end;
    if (at > sentence.first && kOffice.holds(message.view(words[at - 1]))) return false;
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
    constexpr std::size_t kFar = 5;
    constexpr WordList kUnborn("baby bebe beb\303\251 twins");
    constexpr std::size_t kNext = 2;
    for (std::size_t next = at + 1; next <= at + kNext && next < sentence.end; ++next) {
      if (!kUnborn.holds(message.view(words[next]))) continue;
      term = {at, next, SensitiveKind::condition};
      return true;
    }
    for (std::size_t next = at + 1; next <= at + kFar && next < sentence.end; ++next) {
      if (words[next].kind == WordClass::offer || words[next].kind == WordClass::trouble) break;
      if (words[next].kind == WordClass::part) {
        term = {at, next, SensitiveKind::condition};
        return true;
      }
    }
  }
  return false;
}

// "I can't sleep", "no puede caminar": the function of the body that starts at a word, when somebody is said to lack it.
bool find_lack(const Message& message, const Sentence& sentence, std::size_t at, Term& term) {
  constexpr WordList kLack(
      "can't cant cannot barely hardly unable trouble difficulty stop stops stopped couldn't won't no dificil cuesta "
      "dificultad apenas");
  constexpr std::size_t kReach = 3;
  // "I can't hear from you" is no complaint of one's own.
  constexpr WordList kOfOthers("hear talk speak habla hablar oye oir");
  const Words& words = message.words();
  constexpr WordList kAlso("sleep pee duerme");
  if (words[at].kind != WordClass::function && !kAlso.holds(message.view(words[at]))) return false;
  if (!sentence.kin && kOfOthers.holds(message.view(words[at]))) return false;
  for (std::size_t back = 1; back <= kReach && back <= at - sentence.first; ++back) {
    const MessageWord& before = words[at - back];
    if (before.kind == WordClass::offer) return false;
    if (!kLack.holds(message.view(before))) continue;
    term = {at - back, at, SensitiveKind::symptom, true};
    return true;
  }
  return false;
}

int weigh(const Message& message, const Sentence& sentence, const Term& term) {
  const Words& words = message.words();
  constexpr std::size_t kStrongReach = 7;
  constexpr std::size_t kWeakReach = 5;
  constexpr std::size_t kNear = 4;
  constexpr std::size_t kOwnerReach = 6;
  const auto from = [&](std::size_t reach) {
    return std::max(sentence.first, term.first > reach ? term.first - reach : 0);
  };
  const auto any = [&](std::size_t begin, std::size_t end, auto test) {
    return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(begin), words.begin() + static_cast<std::ptrdiff_t>(end),
                       test);
  };
  int score = sentence.personal ? 1 : 0;
  if (term.lack) score += 2;
  if (any(from(kStrongReach), term.first, [](const MessageWord& w) { return w.kind == WordClass::strong; })) score += 3;
  const bool weak = any(from(kWeakReach), term.first, [](const MessageWord& w) { return w.kind == WordClass::weak; });
  if (weak) score += sentence.personal ? 2 : 1;
  const auto owner = [](const MessageWord& w) { return w.kind == WordClass::first || w.kind == WordClass::kin; };
  // "My clinic for back pain" owns the clinic.
  bool owned = false;
  for (std::size_t at = term.first; at > from(kOwnerReach) && words[at - 1].kind != WordClass::offer && !owned; --at) {
    owned = owner(words[at - 1]);
  }
  // "Broke my wrist".
  owned = owned || any(term.first, term.last + 1, owner);
  if (owned) score += 2;
  if (words[term.last].digits > 0) score += 2;  // measured
  // "On Suboxone for three years".
  const bool on = term.first > sentence.first && holds_word("on off", message.view(words[term.first - 1]));
  if (on && term.kind == SensitiveKind::medication) score += 2;
  // "Knee surgery for my mother", "the biopsy she had".
  if (!owned && any(term.last + 1, std::min(term.last + 1 + kNear, sentence.end), owner)) score += 1;
  if (any(term.last + 1, std::min(term.last + 3, sentence.end),
          [](const MessageWord& w) { return w.kind == WordClass::strong; })) {
    score += 2;
  }
  // "Lost the pregnancy": what happened to the term.
  const bool troubled = any(from(3), term.first, [](const MessageWord& w) { return w.kind == WordClass::trouble; });
  if (troubled && sentence.personal) score += 2;
  if (sentence.asking) ++score;
  // "Chest pains since yesterday": the person who writes is left out.
  if (term.first == sentence.first && sentence.offers == 0 && sentence.end - sentence.first > 2) {
    score += term.kind == SensitiveKind::symptom ? 2 : 1;
  }
  constexpr WordList kSince("since days weeks months years desde semanas meses dias yesterday ayer today hoy ago");
  if (any(term.last + 1, std::min(term.last + 1 + kNear, sentence.end),
          [&](const MessageWord& w) { return kSince.holds(message.view(w)); })) {
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
  // Verbs of people who sell, run or study something.
  constexpr WordList kBusiness(
      "sell sells selling represent represents direct oversee publish hire hiring recruit writing researching vendo "
      "represento dirijo publicamos");
  // Spanish verbs say who speaks; an English sentence may leave "I" out at its start.
  constexpr WordList kFirstPerson(
      "tengo tuve tomo sufro padezco padecÃ­ perdÃ­ perdi llevo siento soy fui quedÃ© rompÃ­ torcÃ­ lloro");
  constexpr WordList kImplied(
      "had having have been got getting on off need suffering struggling taking diagnosed trying feeling experiencing "
      "recovering waking gained broke lost fell tested told was finished started stopped");
  for (std::size_t first = 0; first < words.size();) {
    Sentence sentence{.first = first, .end = first};
    bool terms = false;
    for (; sentence.end < words.size() && words[sentence.end].sentence == words[first].sentence; ++sentence.end) {
      const WordClass kind = words[sentence.end].kind;
      const std::string_view word = message_.view(words[sentence.end]);
      // "My clinic" speaks for the clinic.
      const bool ours =
          kind == WordClass::first && sentence.end + 1 < words.size() && words[sentence.end + 1].kind == WordClass::offer;
      const bool business = kBusiness.holds(word);
      sentence.personal = sentence.personal || (kind == WordClass::first && !ours) || kind == WordClass::kin ||
                          kFirstPerson.holds(word) || (sentence.end == first && kImplied.holds(word));
      sentence.collective = sentence.collective || ours || business;
      sentence.offers += business ? 1 : 0;
      sentence.kin = sentence.kin || kind == WordClass::kin;
      sentence.asking = sentence.asking || kind == WordClass::asking;
      // "Our daughter" is family, "our patients" are not.
      const std::size_t next = sentence.end + 1;
      if (kind == WordClass::offer && next < words.size() && words[next].kind == WordClass::kin) continue;
      sentence.offers += kind == WordClass::offer ? 1 : 0;
      sentence.collective =
          sentence.collective ||
          (kind == WordClass::offer && holds_word("we our us nuestro nuestra nuestros nuestras ofrecemos atendemos", word));
      terms = terms || is_term(kind) || kind == WordClass::part || kind == WordClass::trouble ||
              kind == WordClass::function || kMeasures.holds(word) || kWeights.holds(word);
    }
    first = sentence.end;
    if (!terms) continue;
    for (std::size_t at = sentence.first; at < sentence.end; ++at) {
      Term term;
      if (!find_term(message_, sentence, at, term) && !find_lack(message_, sentence, at, term)) continue;
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
