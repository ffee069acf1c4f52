// Floor: report. Reads conditions back into words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "profile/profile.h"
#include "report/describe_phrases.h"

namespace prequal::report {

/// Puts the conditions of one profile into words. Definitions, states of dimensions and lists are named where they are used.
class ConditionText {
 public:
  ConditionText(const profile::Profile& profile, Language language);

  /// One clause without a full stop: "Specialty is one of Cardiology, Dermatology and (State is Ohio or ...)".
  [[nodiscard]] std::string to_words(profile::ConditionId id) const;
  /// The same, but spelled out even when a definition or a state has just this condition.
  [[nodiscard]] std::string to_own_words(profile::ConditionId id) const;

  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] std::string say(Phrase which, std::string_view first = {}, std::string_view second = {}) const {
    return phrase(language_, which, first, second);
  }
  /// Label of a field, its id when it has none.
  [[nodiscard]] std::string_view field_name(profile::FieldId field) const;
  /// Label of a value of a vocabulary.
  [[nodiscard]] std::string_view value_name(std::uint32_t vocabulary, std::uint32_t code) const;
  /// "a, b, c".
  [[nodiscard]] static std::string join(const std::vector<std::string>& items, std::string_view separator = ", ");

 private:
  using Condition = profile::Condition;

  [[nodiscard]] std::string spell(profile::ConditionId id, bool negated) const;
  [[nodiscard]] std::string spell_gate(const Condition& condition, bool negated) const;
  [[nodiscard]] std::string spell_codes(const Condition& condition, bool negated) const;
  [[nodiscard]] std::string spell_number(const Condition& condition, std::string_view name) const;
  [[nodiscard]] std::string spell_time(const Condition& condition) const;
  [[nodiscard]] std::string spell_set(const Condition& condition, bool negated) const;
  [[nodiscard]] std::string spell_texts(const Condition& condition, bool negated) const;
  [[nodiscard]] std::string spell_area(const Condition& condition, bool negated) const;
  [[nodiscard]] std::string spell_touch(const Condition& condition) const;
  [[nodiscard]] std::string spell_outcome(const Condition& condition, bool negated) const;
  /// "X is one of A, B" with the right number and negation.
  [[nodiscard]] std::string one_of(std::string_view name, const std::vector<std::string>& values, bool negated) const;
  /// The name under which a condition is known, or empty.
  [[nodiscard]] std::string known_name(profile::ConditionId id, bool negated) const;
  [[nodiscard]] std::string source_name(profile::Source source) const;
  [[nodiscard]] std::vector<std::string> operand_values(const Condition& condition) const;
  /// The lists of the profile that hold just these codes, or nothing. (Equal conditions are stored once, so which of equal
  /// lists was named is not known any more.)
  [[nodiscard]] std::string list_name(const Condition& condition) const;

  const profile::Profile& profile_;
  const profile::Model& model_;
  const profile::Conditions& conditions_;
  Language language_;
};

}  // namespace prequal::report
