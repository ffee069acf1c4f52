#include "evaluate/loader.h"

#include <algorithm>
#include <limits>

#include "quality/area.h"

namespace prequal::evaluate {

using lead::is_usable;
using lead::Lead;
using profile::Condition;
using profile::FieldType;
using profile::Op;

namespace {

std::int64_t age_days(const lead::Touch& touch, Instant now) {
  return std::max<std::int64_t>(0, now.seconds - touch.seconds) / kDay;
}

// `text` is folded, so words are separated by single spaces.
bool has_words(std::string_view text, std::string_view phrase) {
  if (phrase.empty()) return false;
  for (std::size_t at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
    const std::size_t end = at + phrase.size();
    if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' ')) return true;
  }
  return false;
}

}  // namespace

std::int32_t relative_to(Instant now, const profile::Field& field, std::int32_t value) {
  std::int64_t reference = 0;
  if (field.type == FieldType::date) {
    reference = floor_div(now.seconds + std::int64_t{now.offset_minutes} * 60, kDay);
  } else {
    reference = floor_div(now.seconds, 60);
  }
  const std::int64_t difference = value - reference;
  return static_cast<std::int32_t>(std::clamp<std::int64_t>(difference, std::numeric_limits<std::int32_t>::min() + 1,
                                                            std::numeric_limits<std::int32_t>::max()));
}

Loader::Loader(const Plan& plan) : plan_(plan) {
  for (std::size_t i = 0; i < plan.columns().size(); ++i) {
    const Column& column = plan.columns()[i];
    const auto place = static_cast<std::uint16_t>(i);
    if (column.kind == ColumnKind::number) {
      numbers_.push_back(place);
    } else if (column.kind == ColumnKind::code16) {
      wide_.push_back(place);
    } else if (profile::is_fact(column.source)) {
      fact_codes_.push_back({static_cast<std::uint16_t>(profile::source_index(column.source)), place});
    } else {
      field_codes_.push_back({column.source, place});
    }
  }
}

void Loader::load_numbers(const Lead& lead, Instant now, FactTable& table, std::size_t row) const {
  for (const std::uint16_t i : numbers_) {
    const Column& column = plan_.columns()[i];
    std::int32_t& value = table.numbers(i)[row];
    if (profile::is_fact(column.source)) {
      value = lead.facts[profile::source_index(column.source)];
      continue;
    }
    const lead::Answer& answer = lead.answers[column.source];
    if (!is_usable(answer.state)) {
      value = kUnknownNumber;
    } else if (column.relative) {
      value = relative_to(now, plan_.profile().model().fields[column.source], answer.number);
    } else {
      value = answer.number;
    }
  }
}

void Loader::load(const Lead& lead, Instant now, FactTable& table, std::size_t row) const {
  const profile::Profile& profile = plan_.profile();
  for (const Place place : field_codes_) {
    const lead::Answer& answer = lead.answers[place.from];
    table.codes8(place.column)[row] = is_usable(answer.state) ? static_cast<std::uint8_t>(answer.code) : std::uint8_t{0};
  }
  for (const Place place : fact_codes_) table.codes8(place.column)[row] = static_cast<std::uint8_t>(lead.facts[place.from]);
  for (const std::uint16_t i : wide_) {
    const profile::Source source = plan_.columns()[i].source;
    std::uint32_t code = 0;
    if (profile::is_fact(source)) {
      code = static_cast<std::uint32_t>(lead.facts[profile::source_index(source)]);
    } else if (const lead::Answer& answer = lead.answers[source]; is_usable(answer.state)) {
      code = answer.code;
    }
    table.codes16(i)[row] = static_cast<std::uint16_t>(code);
  }
  load_numbers(lead, now, table, row);
  const auto& bits = profile.needs().bits;
  for (std::size_t word = 0; word * 64 < bits.size(); ++word) {
    std::uint64_t yes = 0;
    std::uint64_t known = 0;
    std::uint64_t settled = 0;
    const std::size_t end = std::min(bits.size(), word * 64 + 64);
    for (std::size_t i = word * 64; i < end; ++i) {
      const Bit bit = find_bit(profile.conditions().at(bits[i]), lead, now);
      const std::size_t shift = i % 64;
      yes |= std::uint64_t{bit.yes ? 1U : 0U} << shift;
      known |= std::uint64_t{bit.known ? 1U : 0U} << shift;
      settled |= std::uint64_t{bit.settled ? 1U : 0U} << shift;
    }
    table.bits_true(word)[row] = yes;
    table.bits_known(word)[row] = known;
    table.bits_settled(word)[row] = settled;
  }
  const auto& signals = profile.needs().signals;
  for (std::size_t slot = 0; slot < signals.size(); ++slot) {
    const std::int32_t points = signal_points(profile.model().rules[signals[slot]], lead, now);
    table.signal(slot)[row] = static_cast<std::int16_t>(points);
  }
}

Loader::Bit Loader::find_bit(const Condition& condition, const Lead& lead, Instant now) const {
  if (condition.op == Op::touched) return {holds_touched(condition, lead, now), true, true};
  const lead::Answer& answer = lead.answers[condition.column];
  const bool usable = is_usable(answer.state);
  switch (condition.op) {
    case Op::answered: return {usable, true, usable};
    case Op::state_in: {
      bool yes = false;
      for (std::uint32_t i = 0; i < condition.count; ++i) {
        yes |= plan_.profile().conditions().operand(condition, i) == static_cast<std::uint32_t>(answer.state);
      }
      return {yes, true, usable};
    }
    case Op::in_area: return find_in_area(condition, answer);
    case Op::mentions: return {usable && holds_mentions(condition, lead), usable, usable};
    default: return {usable && holds_set(condition, lead), usable, usable};
  }
}

// Answered or not, it is unknown while nobody knows where that is.
Loader::Bit Loader::find_in_area(const Condition& condition, const lead::Answer& answer) const {
  if (!is_usable(answer.state)) return {false, false, false};
  const std::uint32_t area = plan_.profile().conditions().operand(condition, 0);
  const quality::InArea found =
      quality::find_in_area(plan_.profile().model().areas[area].runs, static_cast<std::uint32_t>(answer.number));
  const bool known = found != quality::InArea::unknown;
  return {found == quality::InArea::yes, known, known};
}

bool Loader::holds_set(const Condition& condition, const Lead& lead) const {
  const lead::Answer& answer = lead.answers[condition.column];
  if (condition.op == Op::set_count) {
    return std::cmp_greater_equal(answer.code_count, condition.low) &&
           std::cmp_less_equal(answer.code_count, condition.high);
  }
  // Both lists are sorted: one walk counts what they share.
  const auto& conditions = plan_.profile().conditions();
  std::uint32_t shared = 0;
  std::uint32_t i = 0;
  std::uint32_t j = 0;
  while (i < condition.count && j < answer.code_count) {
    const std::uint32_t wanted = conditions.operand(condition, i);
    const std::uint32_t chosen = lead.codes[answer.first_code + j];
    shared += wanted == chosen ? 1U : 0U;
    i += wanted <= chosen ? 1U : 0U;
    j += chosen <= wanted ? 1U : 0U;
  }
  if (condition.op == Op::set_any) return shared > 0;
  if (condition.op == Op::set_all) return shared == condition.count;
  return shared == answer.code_count;
}

bool Loader::holds_mentions(const Condition& condition, const Lead& lead) const {
  const lead::Answer& answer = lead.answers[condition.column];
  const std::string_view text = std::string_view(lead.folded).substr(answer.folded_start, answer.folded_length);
  const auto& phrases = plan_.profile().model().phrases;
  for (std::uint32_t i = 0; i < condition.count; ++i) {
    if (has_words(text, phrases[plan_.profile().conditions().operand(condition, i)])) return true;
  }
  return false;
}

bool Loader::holds_touched(const Condition& condition, const Lead& lead, Instant now) const {
  const auto& conditions = plan_.profile().conditions();
  std::int32_t found = 0;
  for (const lead::Touch& touch : lead.touches) {
    bool type = false;
    for (std::uint32_t i = 0; i < condition.extra; ++i) {
      type |= conditions.operand(condition, i) == static_cast<std::uint32_t>(touch.type);
    }
    bool topic = condition.extra == condition.count;
    for (std::uint32_t i = condition.extra; i < condition.count; ++i) {
      topic |= conditions.operand(condition, i) == touch.topic;
    }
    const bool recent = condition.high == INT32_MAX || (touch.has_time && age_days(touch, now) <= condition.high);
    if (type && topic && recent && ++found >= condition.low) return true;
  }
  return false;
}

std::int32_t Loader::signal_points(const profile::Rule& rule, const Lead& lead, Instant now) const {
  const profile::Signal& signal = rule.signal;
  const auto& tables = plan_.profile().model().recency;
  std::int32_t sum = 0;
  std::uint32_t counted = 0;
  // Touches are newest first and a table never rises with age, so the first ones are the best ones.
  for (std::size_t i = 0; i < lead.touches.size() && counted < signal.times; ++i) {
    const lead::Touch& touch = lead.touches[i];
    if (std::ranges::find(signal.types, static_cast<std::uint16_t>(touch.type)) == signal.types.end()) continue;
    if (!signal.topics.empty() && std::ranges::find(signal.topics, touch.topic) == signal.topics.end()) continue;
    bool repeated = false;
    for (std::size_t j = 0; j < i && !repeated; ++j) {
      const lead::Touch& other = lead.touches[j];
      repeated = other.type == touch.type && other.topic_text == touch.topic_text && other.contact == touch.contact &&
                 floor_div(other.seconds, kDay) == floor_div(touch.seconds, kDay);
    }
    if (repeated) continue;
    ++counted;
    std::int32_t percent = 100;
    if (signal.recency != profile::kNoEntry) {
      // An act without a date is taken for as old as the table reaches; one beyond its last step counts nothing.
      const auto& steps = tables[signal.recency].steps;
      const std::int64_t age = touch.has_time ? age_days(touch, now) : INT32_MAX;
      const auto step = std::ranges::find_if(steps, [&](const profile::RecencyStep& s) { return age <= s.within_days; });
      percent = step == steps.end() ? 0 : step->percent;
    }
    sum += rule.signal_points * percent / 100;
  }
  return sum;
}

}  // namespace prequal::evaluate
