#include "profile/needs.h"

#include <algorithm>

#include "profile/facts.h"

namespace prequal::profile {

Needs find_needs(const Model& model, const Conditions& conditions) {
  Needs needs;
  const auto add = [](std::vector<std::uint16_t>& list, std::uint16_t value) {
    if (std::ranges::find(list, value) == list.end()) list.push_back(value);
  };
  // The status looks at the record whatever the profile says.
  needs.facts.push_back(fact_source(Fact::record));
  for (ConditionId id = 0; id < conditions.size(); ++id) {
    const Condition& condition = conditions.at(id);
    if (is_bit_leaf(condition.op)) {
      needs.bits.push_back(id);
    } else if (condition.op == Op::code_in || condition.op == Op::number_in || condition.op == Op::time_in) {
      if (is_fact(condition.column)) {
        add(needs.facts, condition.column);
      } else if (condition.op == Op::code_in) {
        add(needs.code_fields, condition.column);
      } else {
        add(needs.number_fields, condition.column);
      }
    }
  }
  for (std::size_t i = 0; i < model.rules.size(); ++i) {
    if (model.rules[i].is_signal()) needs.signals.push_back(static_cast<std::uint16_t>(i));
  }
  return needs;
}

std::vector<WordTable> words_of(const std::vector<Vocabulary>& vocabularies) {
  std::vector<WordTable> out(vocabularies.size());
  for (std::size_t i = 0; i < vocabularies.size(); ++i) {
    std::uint32_t code = 0;
    for (const VocabularyValue& value : vocabularies[i].values) out[i].add(value.id, ++code);
    code = 0;
    for (const VocabularyValue& value : vocabularies[i].values) {
      ++code;
      out[i].add(value.label.en, code);
      out[i].add(value.label.es, code);
      for (const std::string_view alias : value.aliases) out[i].add(alias, code);
    }
  }
  return out;
}

}  // namespace prequal::profile
