// Floor: quality. Words of free text that say something about a person or an offer, in English and Spanish.
#pragma once

#include <cstdint>
#include <string_view>

namespace prequal::quality {

/// What a word stands for. The letters are those of data/message_words.inc, in the order of data/message_words.txt.
enum class WordClass : char {
  none = '-',
  condition = 'a',
  medication = 'b',
  procedure = 'c',
  symptom = 'd',
  part = 'e',     ///< of the body, and what belongs to it: blood, sleep, weight
  trouble = 'f',  ///< says something only beside a part: heart failure, kidney stones
  first = 'g',    ///< the one who writes
  kin = 'h',      ///< a single other person: family, he, she, the patient
  strong = 'i',   ///< links a person and a disease: diagnosed, suffers, tengo
  weak = 'j',     ///< may link them: have, take, need, with
  offer = 'k',    ///< talk of organizations: we, patients, program, software
  asking = 'l',   ///< wants to be seen: appointment, doctor
  promotion = 'm',
  possessive = 'n',
  cue_ssn = 'o',
  cue_record = 'p',
  cue_account = 'q',
  cue_license = 'r',
  cue_plan = 's',
  cue_device = 't',
  cue_vehicle = 'u',
  cue_birth = 'v',
  cue_number = 'w',
  cue_phone = 'x',
  cue_other = 'y',
  biometric = 'z',
  street = 'A',
  street_short = 'B',
  street_first = 'C',
  month = 'D',
  function = 'E',  ///< of the body: walk, breathe, sleep; says something when somebody cannot
};

/// The class of a folded word, from the list, or from an ending that only words of medicine have: -itis, -ectomy, -statin.
/// Cost: a search by halving among words of that length.
[[nodiscard]] WordClass classify_word(std::string_view folded);

}  // namespace prequal::quality
