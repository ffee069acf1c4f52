// Floor: report. What is looked at most of a verdict, as 32-bit numbers instead of JSON text, for a program that has the
// profile's names on its side (api/profile_info.h): scores, bands, eligibility, status, contributions, missing fields. The
// same as in the document; the web package makes the same objects of it (web/engine/src/words.ts).
//
// In order: five scores (fit, intent, adjustment, negative, total), each value, low, high; then the members of
// verdict_words.def; then, counted in words from the start, where each of four lists begins; then these lists, each with its
// length before it:
//   contributions  kind, category, index, grade, points, and for kind 0 what it is because of
//   criteria       must-haves, then nice-to-haves: 0 unknown, 1 met, 2 not met, and what it is because of
//   stops          index of the stop, and what it is because of
//   missing        field
// "Because of" is a list of known answers: field, shape, then by shape
//   0 not shown; 1 a number; 2 the code of a value; 3 how many codes, and these; 4 bytes of a text, and the text as UTF-8 with
//   zeros up to the next multiple of four
#pragma once

#include <string>

#include "report/qualifier.h"

namespace prequal::report {

/// Appends the words, little-endian.
void append_verdict_words(std::string& out, const Qualifier& qualifier);

}  // namespace prequal::report
