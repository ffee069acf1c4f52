// Numbers that a word before them names (record number, policy, serial), biometric marks, and postal addresses.
#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "quality/place.h"
#include "quality/sensitive.h"
#include "quality/words.h"

namespace prequal::quality {
namespace {

struct Shape {
  SensitiveKind kind;
  std::size_t least_length;
  std::size_t least_digits;
  int confidence;
};

std::optional<Shape> find_shape(WordClass cue) {
  switch (cue) {
    case WordClass::cue_record: return Shape{SensitiveKind::medical_record, 4, 4, 90};
    case WordClass::cue_account: return Shape{SensitiveKind::account, 4, 4, 85};
    case WordClass::cue_license: return Shape{SensitiveKind::license, 5, 3, 88};
    case WordClass::cue_plan: return Shape{SensitiveKind::plan, 5, 3, 88};
    case WordClass::cue_device: return Shape{SensitiveKind::device, 5, 3, 85};
    case WordClass::cue_vehicle: return Shape{SensitiveKind::vehicle, 5, 1, 85};
    case WordClass::cue_number: return Shape{SensitiveKind::other_number, 6, 4, 80};
    case WordClass::cue_ssn: return Shape{SensitiveKind::social_security, 4, 4, 70};
    default: return std::nullopt;
  }
}

bool is_year(std::string_view text) {
  return text.size() == 4 && (text.starts_with("19") || text.starts_with("20"));
}

}  // namespace

// "MRN: 00441-827", "member ID is XQH 889 2210", "policy no. AB-12345".
void SensitiveScanner::find_after_cues() {
  const auto& words = message_.words();
  constexpr std::string_view kFillers =
      "number no num is was id ending my the card plate s es el la mi numero nro de with code and account record policy "
      "holder "
      "plan license member health medical insurance bank serial device security state group "
      "sec are in ending last four digits rec claim checking "
      "del medico medica m\303\251dico m\303\251dica cl\303\255nica clinica cl\303\255nico clinico la lo las los bancaria "
      "social salud manejar manejo conducir cliente "
      "paciente dispositivo marcapasos bomba n\303\272mero termina en que";
  constexpr std::string_view kIds = "id number no num nro numero n\303\272mero acct lic rec";
  constexpr std::size_t kReach = 5;
  constexpr std::size_t kParts = 8;
  for (std::size_t i = 0; i < words.size(); ++i) {
    WordClass kind = words[i].kind;
    if (kind == WordClass::biometric) {
      add(words[i].start, words[i].start + words[i].length, SensitiveKind::biometric, 75);
      continue;
    }
    const std::string_view own = message_.view(words[i]);
    constexpr WordList kOfTwo("patient paciente pt rec n soc group grupo scan scans recognition");
    if (!kOfTwo.may_hold(own) && !find_shape(kind)) continue;  // nearly all words
    // "Patient number 4471": a record.
    const std::string_view before = i > 0 ? message_.view(words[i - 1]) : std::string_view{};
    const bool numbered = (i + 1 < words.size() &&
                           (holds_word(kIds, message_.view(words[i + 1])) || message_.between(i, i + 1).contains('#'))) ||
                          (i > 1 && holds_word("de", before) && holds_word(kIds, message_.view(words[i - 2])));
    const bool patient = kind == WordClass::kin && holds_word("patient paciente pt", own);
    if ((patient && numbered) || (holds_word("rec", own) && holds_word("med medical", before)))
      kind = WordClass::cue_record;
    if (holds_word("n", own) && holds_word("s", before) && message_.between(i - 1, i) == "/") kind = WordClass::cue_device;
    if (holds_word("soc", own) && i + 1 < words.size() && holds_word("sec", message_.view(words[i + 1])))
      kind = WordClass::cue_ssn;
    if (numbered && holds_word("group grupo", own)) kind = WordClass::cue_plan;
    if (holds_word("scan scans recognition", own) && holds_word("face eye", before)) {
      add(words[i - 1].start, words[i].start + words[i].length, SensitiveKind::biometric, 75);
      continue;
    }
    const auto shape = find_shape(kind);
    if (!shape) continue;
    for (std::size_t at = i + 1; at <= i + kReach && at < words.size(); ++at) {
      const MessageWord& word = words[at];
      // The point after "no." ends no sentence.
      const bool shortened = at == i + 1 || holds_word(kIds, message_.view(words[at - 1]));
      if (word.sentence > words[at - 1].sentence + (shortened ? 1U : 0U)) break;
      if (word.digits == 0) {
        // Letters may come before the digits: "AB-12345".
        const bool part = word.capital && word.length <= 4 && at + 1 < words.size() && words[at + 1].digits > 0;
        const bool nearer =
            find_shape(word.kind).has_value() && kind != WordClass::cue_ssn && kind != WordClass::cue_record;
        const bool filler = word.kind == WordClass::kin || holds_word(kFillers, message_.view(word));
        if (nearer || (!part && !filler)) break;
        if (!part || (filler && message_.between(at, at + 1) != "-")) continue;
      }
      // The value: words of letters and digits that hyphens or single spaces join.
      std::size_t last = at;
      std::size_t length = word.length;
      std::size_t digits = word.digits;
      for (std::size_t more = at + 1; more < at + kParts && more < words.size(); ++more) {
        const std::string_view gap = message_.between(more - 1, more);
        const bool joined = gap == "-" || gap == "." ||
                            (gap == " " && (words[more].digits > 0 ||
                                            (words[more].capital && words[more].length <= 3 && words[more].length > 1)));
        if (!joined) break;
        length += words[more].length;
        digits += words[more].digits;
        last = more;
      }
      const bool long_enough = length >= shape->least_length && digits >= shape->least_digits;
      if (long_enough && (length > 4 || kind == WordClass::cue_ssn || !is_year(message_.view(word)))) {
        add(word.start, words[last].start + words[last].length, shape->kind, shape->confidence);
      }
      break;
    }
  }
}

void SensitiveScanner::find_addresses() {
  const auto& words = message_.words();
  constexpr std::size_t kReach = 5;
  const auto extended = [&](std::size_t last) {
    // ", Apt 4, Columbus, OH 43215": up to the ZIP code.
    constexpr std::size_t kTail = 9;
    std::size_t end = last;
    for (std::size_t at = last + 1; at <= last + kTail && at < words.size(); ++at) {
      const MessageWord& word = words[at];
      if (word.sentence != words[last].sentence) break;
      if (holds_word("apt suite ste unit floor apartment", message_.view(word)) && at + 1 < words.size()) end = at + 1;
      // A state by its letters, which need no ZIP code after them.
      const std::string_view letters = message_.view(word);
      if (letters.size() == 2 && is_upper(letters[0]) && is_upper(letters[1]) && !find_state(letters).empty()) end = at;
      if (word.digits == 5 && word.length == 5) {
        end = at;
        break;
      }
    }
    return words[end].start + words[end].length;
  };
  constexpr WordList kBoxes("box apartado");
  for (std::size_t i = 0; i < words.size(); ++i) {
    const MessageWord& word = words[i];
    if (kBoxes.holds(message_.view(word)) && i + 1 < words.size() && words[i + 1].digits > 0) {
      const bool po = i > 0 && holds_word("po o p", message_.view(words[i - 1]));
      const bool spanish = holds_word("apartado", message_.view(word));
      const bool apart =
          i > 1 && holds_word("o", message_.view(words[i - 1])) && holds_word("p", message_.view(words[i - 2]));
      if (po || spanish) add(words[apart ? i - 2 : po ? i - 1 : i].start, extended(i + 1), SensitiveKind::address, 85);
      continue;
    }
    if (word.kind == WordClass::street_first) {
      // Calle Reforma 222, Avenida de la Paz #45.
      for (std::size_t at = i + 2;
           at <= i + kReach && at < words.size() && words[at].sentence <= word.sentence + (word.length <= 3 ? 1U : 0U);
           ++at) {
        if (words[at].digits == 0) continue;
        std::size_t name = i + 1;
        while (name < at && holds_word("de del la las los el", message_.view(words[name]))) ++name;
        if (words[name].capital) add(word.start, extended(at), SensitiveKind::address, 80);
        break;
      }
    }
    if (word.digits == 0 || word.digits + 1 < word.length || word.digits > 6) continue;
    bool capitals = true;
    for (std::size_t at = i + 1; at <= i + kReach && at < words.size(); ++at) {
      const MessageWord& next = words[at];
      // The point after an initial ends no sentence: "1420 W. Fifth Avenue".
      const bool initial = at > i + 1 && words[at - 1].length <= 2;
      if (next.sentence != words[at - 1].sentence && next.length > 2 && !initial) break;
      const std::string_view gap = message_.between(at - 1, at);
      if (gap.contains(',') || gap.contains('@') || gap.contains(':') || gap.contains('/')) break;
      const bool street = next.kind == WordClass::street;
      const bool short_street = next.kind == WordClass::street_short;
      if (at > i + 1 && (street || short_street)) {
        const bool sure = capitals && next.capital;
        if (sure || (street && at <= i + 4) || (holds_word("st dr ct", message_.view(next)) && at <= i + 3)) {
          add(word.start, extended(at), SensitiveKind::address, sure ? 90 : 70);
        }
        break;
      }
      if (next.kind == WordClass::offer || next.kind == WordClass::first || next.kind == WordClass::weak) break;
      capitals = capitals && next.capital;
    }
  }
}

}  // namespace prequal::quality
