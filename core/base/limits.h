// Floor: base. Every limit of the engine in one table, with its reason. A value over a limit is a Problem, never a crash.
#pragma once

#include <cstddef>
#include <cstdint>

namespace prequal::limits {

/// A profile document, in bytes: a large shipped profile has 60 KiB, so this leaves room and bounds the work.
inline constexpr std::size_t kProfileBytes = std::size_t{1024} * 1024;
/// Nesting of any JSON document that is read: conditions of people stay below ten.
inline constexpr std::size_t kDepth = 64;
/// Rules of one profile, all categories together.
inline constexpr std::size_t kRules = 10'000;
/// Values of one vocabulary.
inline constexpr std::size_t kVocabulary = 10'000;
/// Fields of one profile.
inline constexpr std::size_t kFields = 1'000;
/// Conditions of one profile after equal ones were merged.
inline constexpr std::size_t kConditions = 60'000;
/// Points of one rule, as an absolute value.
inline constexpr std::int32_t kPoints = 1'000;
/// Sum of the absolute points of one category; keeps every score within 15 bits.
inline constexpr std::int32_t kCategoryPoints = 16'000;
/// One typed or imported value, in bytes.
inline constexpr std::size_t kFieldBytes = std::size_t{8} * 1024;
/// One lead, in bytes.
inline constexpr std::size_t kLeadBytes = std::size_t{64} * 1024;
/// Touches, attempts, consents or history entries of one lead, each.
inline constexpr std::size_t kLeadEvents = 1'000;
/// Values of one multiple choice.
inline constexpr std::size_t kChoices = 256;
/// Columns of a list.
inline constexpr std::size_t kColumns = 1'024;
/// Bytes of a list that are looked at to tell its format and delimiter: some hundred records.
inline constexpr std::size_t kSniffBytes = std::size_t{64} * 1024;
/// Problems that a list keeps; the others are only counted.
inline constexpr std::size_t kListProblems = 10'000;
/// Problems reported for one document; after that one more says that there are more.
inline constexpr std::size_t kProblems = 200;
/// Identifier in a profile, in bytes.
inline constexpr std::size_t kIdBytes = 64;
/// Routes, teams, reasons, dimensions, questions: entries of one such list.
inline constexpr std::size_t kEntries = 256;
/// Entries of a list whose outcome is reported as one byte with a set of the still reachable ones (routes, dimension
/// states): the set is a 64-bit word.
inline constexpr std::size_t kOutcomes = 64;

}  // namespace prequal::limits
