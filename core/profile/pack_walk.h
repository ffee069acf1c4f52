// Floor: profile. Walks all parts of a compiled profile in the order of pack.def, for the packer and the unpacker alike, so
// that neither can know a member that the other does not.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "base/limits.h"
#include "base/version.h"
#include "profile/facts.h"
#include "profile/profile.h"
#include "quality/distance.h"

namespace prequal::profile::packing {

/// What entries of a profile refer to by their place.
enum class Table : std::uint8_t {
  conditions,
  fields,
  vocabularies,
  lists,
  phrases,
  topics,
  reasons,
  rules,
  recency,
  groups,
  teams,
  calendars,
  stages,
  segments,
  touch_types,
  areas,
};
inline constexpr std::size_t kTables = 16;
using TableSizes = std::array<std::uint32_t, kTables>;

/// How long they are; both sides must agree before the first place is read.
[[nodiscard]] inline TableSizes table_sizes(const Model& model, const Conditions& conditions) {
  const auto size = [](const auto& list) { return static_cast<std::uint32_t>(list.size()); };
  return {size(conditions),    size(model.fields),   size(model.vocabularies),
          size(model.lists),   size(model.phrases),  size(model.topics),
          size(model.reasons), size(model.rules),    size(model.recency),
          size(model.groups),  size(model.teams),    size(model.calendars),
          size(model.stages),  size(model.segments), static_cast<std::uint32_t>(kTouchTypes),
          size(model.areas)};
}

template <typename T, typename U>
concept Like = std::same_as<std::remove_const_t<T>, U>;

/// The fewest numbers that a value of that type takes: each member at least one.
template <typename T>
inline constexpr std::size_t kLeastNumbers = 1;

// PREQUAL_FOR_EACH(macro, a, b, ...) is macro(a) macro(b) ...; PREQUAL_NAMES(kind(a), kind(b, ...), ...) is a, b, ...
#define PREQUAL_PARENS ()
#define PREQUAL_EXPAND(...) PREQUAL_EXPAND3(PREQUAL_EXPAND3(PREQUAL_EXPAND3(PREQUAL_EXPAND3(__VA_ARGS__))))
#define PREQUAL_EXPAND3(...) PREQUAL_EXPAND2(PREQUAL_EXPAND2(PREQUAL_EXPAND2(PREQUAL_EXPAND2(__VA_ARGS__))))
#define PREQUAL_EXPAND2(...) PREQUAL_EXPAND1(PREQUAL_EXPAND1(PREQUAL_EXPAND1(PREQUAL_EXPAND1(__VA_ARGS__))))
#define PREQUAL_EXPAND1(...) __VA_ARGS__
#define PREQUAL_FOR_EACH(macro, ...) __VA_OPT__(PREQUAL_EXPAND(PREQUAL_STEP(macro, __VA_ARGS__)))
#define PREQUAL_STEP(macro, first, ...) macro(first) __VA_OPT__(PREQUAL_STEP_AGAIN PREQUAL_PARENS(macro, __VA_ARGS__))
#define PREQUAL_STEP_AGAIN() PREQUAL_STEP
#define PREQUAL_NAMES(first, ...) PREQUAL_NAME(first) __VA_OPT__(, PREQUAL_EXPAND(PREQUAL_MORE(__VA_ARGS__)))
#define PREQUAL_MORE(first, ...) PREQUAL_NAME(first) __VA_OPT__(, PREQUAL_MORE_AGAIN PREQUAL_PARENS(__VA_ARGS__))
#define PREQUAL_MORE_AGAIN() PREQUAL_MORE
#define PREQUAL_NAME(member) PREQUAL_NAME_##member
#define PREQUAL_NAME_text(name) name
#define PREQUAL_NAME_texts(name) name
#define PREQUAL_NAME_strings(name) name
#define PREQUAL_NAME_pairs(name) name
#define PREQUAL_NAME_flag(name) name
#define PREQUAL_NAME_number(name) name
#define PREQUAL_NAME_numbers(name) name
#define PREQUAL_NAME_days(name) name
#define PREQUAL_NAME_within(name, ...) name
#define PREQUAL_NAME_one_of(name, ...) name
#define PREQUAL_NAME_entry(name, ...) name
#define PREQUAL_NAME_some(name, ...) name
#define PREQUAL_NAME_entries(name, ...) name
#define PREQUAL_NAME_chooser(name) name
#define PREQUAL_NAME_choice(name) name
#define PREQUAL_NAME_word_list(name) name
#define PREQUAL_NAME_code(name) name
#define PREQUAL_NAME_some_code(name) name
#define PREQUAL_NAME_codes(name) name
#define PREQUAL_NAME_caps(name) name
#define PREQUAL_NAME_conditions(name) name
#define PREQUAL_NAME_cells(name) name
#define PREQUAL_NAME_part(name) name
#define PREQUAL_NAME_parts(name) name
#define PREQUAL_NAME_parts_up_to(name, ...) name
#define PREQUAL_VISIT(member) archive.member;
#define PREQUAL_ONE(member) +1

// Binding all members by name is what refuses to compile when one is missing.
#define PREQUAL_PACKED(Type, ...)                                                                  \
  template <>                                                                                      \
  inline constexpr std::size_t kLeastNumbers<Type> = 0 PREQUAL_FOR_EACH(PREQUAL_ONE, __VA_ARGS__); \
  template <typename Archive, Like<Type> Value>                                                    \
  void walk(Archive& archive, Value& value) {                                                      \
    auto& [PREQUAL_NAMES(__VA_ARGS__)] = value;                                                    \
    PREQUAL_FOR_EACH(PREQUAL_VISIT, __VA_ARGS__)                                                   \
  }
// A part is walked by what stands above it in the file; templates find the rest when they are used.
#include "profile/pack.def"
#undef PREQUAL_PACKED

[[nodiscard]] constexpr std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = 14695981039346656037ULL) {
  std::uint64_t h = seed;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return h;
}

/// Changes whenever members, kinds, facts or touches change; a packed profile of another layout is refused.
inline constexpr std::uint64_t kLayout = hash_bytes(
#define PREQUAL_PACKED(Type, ...) #Type " " #__VA_ARGS__ "\n"
#include "profile/pack.def"
#undef PREQUAL_PACKED
#define PREQUAL_FACT(name, text, values, provisional) #name " " values "\n"
#include "profile/facts.def"
#undef PREQUAL_FACT
#define PREQUAL_TOUCH(name, text, inbound) #name "\n"
#include "profile/touches.def"
#undef PREQUAL_TOUCH
);

/// The head of a packed profile: magic, format, layout, checksum of all that follows the head, length of the numbers. All
/// little-endian. A NUL and a byte above 0x7F: no JSON text and no UTF-8 text starts like this.
inline constexpr std::string_view kMagic{"\x89PQ\0", 4};
inline constexpr std::size_t kFormatAt = 4;
inline constexpr std::size_t kLayoutAt = 8;
inline constexpr std::size_t kChecksumAt = 16;
inline constexpr std::size_t kNumbersAt = 24;
inline constexpr std::size_t kHeadBytes = 28;
/// The format of what was packed for a page: the same with parts left out.
inline constexpr std::uint64_t kPageFormat = static_cast<std::uint64_t>(kPackFormat) | 0x10000U;

}  // namespace prequal::profile::packing
