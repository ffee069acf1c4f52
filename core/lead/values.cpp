// Reading one value as its field's type says.
#include <algorithm>
#include <limits>

#include "base/text.h"
#include "lead/normalizer.h"
#include "quality/domain.h"
#include "quality/email.h"
#include "quality/phone.h"
#include "quality/place.h"

namespace prequal::lead {

using profile::FieldType;

namespace {

constexpr auto kUnsureWords = std::to_array<std::string_view>(
    {"not sure", "im not sure", "i am not sure", "unsure", "dont know", "i dont know", "do not know", "i do not know",
     "unknown", "idk", "not known", "tbd", "no se", "no lo se", "no estoy seguro", "no estoy segura", "desconocido"});

bool is_unsure(std::string_view folded) {
  return std::ranges::find(kUnsureWords, folded) != kUnsureWords.end();
}

constexpr std::string_view kUnsureInitials = "niudt";
static_assert(std::ranges::all_of(kUnsureWords, [](std::string_view word) { return kUnsureInitials.contains(word[0]); }));

// Could the folded text be one of these words? A quick look at a text as it was typed, which rules out nearly all.
bool may_be_unsure(std::string_view text) {
  constexpr std::size_t kLongest = std::ranges::max(kUnsureWords, {}, &std::string_view::size).size();
  std::size_t letters = 0;
  for (const char c : text) {
    if (c < 0) return true;  // not ASCII: only folding tells
    if (is_digit(c)) return false;
    if (!is_letter(c)) continue;
    if (letters == 0 && !kUnsureInitials.contains(to_lower(c))) return false;
    if (++letters > kLongest) return false;
  }
  return letters > 0;
}

// The value that was probably meant. Very short words resemble too much, and very long lists would take too long.
std::uint32_t find_suggestion(const profile::WordTable& words, std::string_view folded) {
  constexpr std::size_t kMostWords = 4000;
  if (folded.size() < 3 || words.size() > kMostWords) return 0;
  return words.find_similar(folded, folded.size() < 6 ? 1 : 2);
}

// "1,200", "$20,000", "20k", "12.0", "1.5m" as a whole number; nothing for anything else.
std::optional<std::int32_t> parse_whole(std::string_view text, bool money) {
  // Nearly all are a few digits.
  constexpr std::size_t kFew = 9;
  if (!text.empty() && text.size() <= kFew) {
    std::int32_t value = 0;
    std::size_t i = 0;
    for (; i < text.size() && is_digit(text[i]); ++i) value = value * 10 + (text[i] - '0');
    if (i == text.size()) return value;
  }
  if (money && text.starts_with('$')) text = view_trimmed(text.substr(1));
  bool negative = false;
  if (text.starts_with('-') || text.starts_with('+')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  std::int64_t scale = 1;
  if (!text.empty()) {
    const char last = to_lower(text.back());
    if (last == 'k' || last == 'm') {
      scale = last == 'k' ? 1000 : 1'000'000;
      text = view_trimmed(text.substr(0, text.size() - 1));
    }
  }
  constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
  std::int64_t value = 0;
  std::size_t digits = 0;
  std::size_t since_comma = 0;
  bool comma = false;
  std::size_t i = 0;
  for (; i < text.size() && text[i] != '.'; ++i) {
    if (text[i] == ',') {
      if (digits == 0 || (comma && since_comma != 3)) return std::nullopt;
      comma = true;
      since_comma = 0;
      continue;
    }
    if (!is_digit(text[i]) || value > kMost) return std::nullopt;
    value = value * 10 + (text[i] - '0');
    ++digits;
    ++since_comma;
  }
  if (digits == 0 || (comma && since_comma != 3)) return std::nullopt;
  value *= scale;
  if (i < text.size()) {
    // A fraction must come out whole: 1.5k is 1500, 12.0 is 12, 12.5 is nothing.
    ++i;
    if (i == text.size()) return std::nullopt;
    for (; i < text.size(); ++i) {
      if (!is_digit(text[i])) return std::nullopt;
      if (text[i] == '0') {
        scale /= 10;
        continue;
      }
      if (scale % 10 != 0) return std::nullopt;
      scale /= 10;
      value += scale * (text[i] - '0');
    }
  }
  if (value > kMost) return std::nullopt;
  return static_cast<std::int32_t>(negative ? -value : value);
}

// YYYY-MM-DD, or M/D/YYYY as it is written in the United States.
std::optional<std::int64_t> parse_any_date(std::string_view text) {
  if (const auto iso = parse_date(text.substr(0, 10)); iso && (text.size() == 10 || text[10] == 'T' || text[10] == ' ')) {
    return iso;
  }
  std::array<std::int32_t, 3> parts{};
  std::size_t part = 0;
  std::size_t digits = 0;
  for (const char c : text) {
    if (c == '/') {
      if (digits == 0 || ++part == parts.size()) return std::nullopt;
      digits = 0;
    } else if (is_digit(c) && digits < 4) {
      parts[part] = parts[part] * 10 + (c - '0');
      ++digits;
    } else {
      return std::nullopt;
    }
  }
  const Date date{parts[2], parts[0], parts[1]};
  if (part != 2 || digits != 4 || date.year < 1 || date.month < 1 || date.month > 12 || date.day < 1 ||
      date.day > days_in_month(date.year, date.month)) {
    return std::nullopt;
  }
  return days_from_date(date);
}

bool is_website(std::string_view text) {
  const std::string_view host = quality::view_host(text);
  return host.contains('.') && quality::is_host_name(host);
}

}  // namespace

void Normalizer::malformed(Finding finding, FieldId field, Answer& answer, bool quiet, std::uint32_t suggestion) {
  answer.state = DataState::malformed;
  if (!quiet) note(finding, field, suggestion);
}

void Normalizer::read_value(const RawValue& value, FieldId field, Answer& answer, bool quiet) {
  const profile::Field& shape = profile_.model().fields[field];
  const bool several = shape.type == FieldType::choices;
  if (!several || !is_usable(answer.state)) answer = Answer{};
  if (value.kind == RawKind::too_long) {
    malformed(Finding::value_too_long, field, answer, quiet);
    return;
  }
  std::string_view text = value.text;
  if (value.kind == RawKind::boolean) text = value.boolean ? std::string_view("yes") : std::string_view("no");
  if (!well_formed_ && find_malformed_utf8(text) != std::string_view::npos) {
    malformed(Finding::text_malformed, field, answer, quiet);
    return;
  }
  text = view_trimmed(text);
  if (text.empty()) return;
  answer.text = text;
  if (several || shape.type == FieldType::choice || shape.type == FieldType::yes_no) {
    several ? read_choices(text, field, answer, quiet) : read_choice(text, field, answer, quiet);
    return;
  }
  if (shape.type != FieldType::long_text && shape.type != FieldType::text && says_unsure(text)) {
    answer.state = DataState::unsure;
    return;
  }
  answer.state = DataState::known;
  switch (shape.type) {
    case FieldType::choice:
    case FieldType::yes_no:
    case FieldType::choices: break;  // above
    case FieldType::number:
    case FieldType::money: read_number(value, field, answer, quiet); break;
    case FieldType::date:
    case FieldType::time: read_date(text, field, answer, quiet); break;
    case FieldType::email:
    case FieldType::phone: read_contact(text, field, answer, quiet); break;
    case FieldType::postal_code:
      if (quality::is_zip_code(text)) {
        answer.number = static_cast<std::int32_t>(quality::zip_number(text));
      } else {
        malformed(Finding::postal_code_malformed, field, answer, quiet);
      }
      break;
    case FieldType::website:
      if (!is_website(text)) malformed(Finding::website_malformed, field, answer, quiet);
      break;
    case FieldType::text:
    case FieldType::long_text:
    case FieldType::name: break;
  }
}

bool Normalizer::says_unsure(std::string_view text) {
  if (!may_be_unsure(text)) return false;
  fold(text);
  return is_unsure(folded_);
}

void Normalizer::fold(std::string_view text) {
  folded_.clear();
  append_folded(folded_, text);
}

void Normalizer::read_choice(std::string_view text, FieldId field, Answer& answer, bool quiet) {
  ValueMemo::Place* place = memo_.find(field, text);
  const bool known = place != nullptr && memo_.known(*place);
  const ValueMeaning meaning = known ? place->view() : find_meaning(text, field);
  if (place != nullptr && !known) memo_.put(*place, meaning);
  answer.state = meaning.state;
  answer.code = meaning.code;
  if (meaning.noted && !quiet) note(meaning.finding, field, meaning.suggestion);
}

ValueMeaning Normalizer::find_meaning(std::string_view text, FieldId field) {
  fold(text);
  const profile::WordTable& words = profile_.words(field);
  const profile::Vocabulary& vocabulary = profile_.vocabulary(field);
  const std::uint32_t code = words.find_folded(folded_);
  if (code != 0) {
    const profile::VocabularyValue& value = vocabulary.values[code - 1];
    const bool as_listed = equal_ignoring_case(text, value.id) || text == value.label.en || text == value.label.es;
    return {.code = code,
            .suggestion = code,
            .state = DataState::known,
            .noted = !as_listed,
            .finding = Finding::value_normalized};
  }
  // "Unknown" may be a value that the profile itself lists; here it is not.
  if (is_unsure(folded_)) return {.state = DataState::unsure};
  return {.suggestion = find_suggestion(words, folded_),
          .state = DataState::malformed,
          .noted = true,
          .finding = vocabulary.id == "us_states" ? Finding::location_unknown : Finding::value_unknown};
}

// Code of one of several values, or 0. Only what is found is remembered: what is not, needs a suggestion each time.
std::uint32_t Normalizer::find_item(std::string_view text, FieldId field) {
  ValueMemo::Place* place = memo_.find(field, text);
  if (place != nullptr && memo_.known(*place)) return place->view().code;
  fold(text);
  const std::uint32_t code = profile_.words(field).find_folded(folded_);
  if (place != nullptr && code != 0) memo_.put(*place, {.code = code, .state = DataState::known});
  return code;
}

// Several values, in several entries or in one text with ; | or , between them.
void Normalizer::read_choices(std::string_view text, FieldId field, Answer& answer, bool quiet) {
  // A value that itself holds a separator is tried whole first.
  const std::uint32_t whole = find_item(text, field);
  if (whole == 0 && is_unsure(folded_)) {
    answer.state = DataState::unsure;
    return;
  }
  answer.state = DataState::known;
  // The codes of one field stand together at the end while they are collected.
  if (answer.first_code + answer.code_count != out_->codes.size() || answer.code_count == 0) {
    const auto start = static_cast<std::uint32_t>(out_->codes.size());
    for (std::uint32_t i = 0; i < answer.code_count; ++i) out_->codes.push_back(out_->codes[answer.first_code + i]);
    answer.first_code = start;
  }
  std::uint32_t unknown = 0;
  std::string_view rest = whole == 0 ? text : std::string_view{};
  if (whole != 0) add_code(whole, answer);
  while (!rest.empty()) {
    const std::size_t end = rest.find_first_of(";|,");
    const std::string_view item = view_trimmed(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    if (item.empty()) continue;
    if (const std::uint32_t code = find_item(item, field); code != 0) {
      add_code(code, answer);
      continue;
    }
    ++unknown;
    const bool place = profile_.vocabulary(field).id == "us_states";
    const std::uint32_t similar = find_suggestion(profile_.words(field), folded_);
    if (!quiet) note(place ? Finding::location_unknown : Finding::value_unknown, field, similar);
  }
  if (answer.code_count == 0) answer.state = unknown > 0 ? DataState::malformed : DataState::missing;
}

// Codes of an answer are sorted, each once.
void Normalizer::add_code(std::uint32_t code, Answer& answer) {
  const auto begin = out_->codes.begin() + answer.first_code;
  const auto at = std::lower_bound(begin, out_->codes.end(), code);
  if (at != out_->codes.end() && *at == code) return;
  out_->codes.insert(at, code);
  ++answer.code_count;
}

void Normalizer::read_number(const RawValue& value, FieldId field, Answer& answer, bool quiet) {
  const profile::Field& shape = profile_.model().fields[field];
  const auto number = parse_whole(view_trimmed(value.text), shape.type == FieldType::money);
  if (!number) {
    malformed(Finding::number_malformed, field, answer, quiet);
  } else if (*number < shape.minimum || *number > shape.maximum) {
    malformed(Finding::number_out_of_range, field, answer, quiet);
  } else {
    answer.number = *number;
  }
}

void Normalizer::read_date(std::string_view text, FieldId field, Answer& answer, bool quiet) {
  if (profile_.model().fields[field].type == FieldType::date) {
    const auto days = parse_any_date(text);
    if (days) {
      answer.number = static_cast<std::int32_t>(*days);
      return;
    }
  } else if (const auto instant = parse_instant(text, now_.offset_minutes)) {
    const std::int64_t seconds = instant->seconds;
    answer.number = static_cast<std::int32_t>(seconds >= 0 ? seconds / 60 : (seconds - 59) / 60);
    return;
  }
  malformed(Finding::date_malformed, field, answer, quiet);
}

void Normalizer::read_contact(std::string_view text, FieldId field, Answer& answer, bool quiet) {
  const auto refuse = [&](Finding finding, std::string_view detail = {}) {
    answer.state = DataState::malformed;
    if (!quiet) note_detail(finding, field, detail);
  };
  if (profile_.model().fields[field].type == FieldType::email) {
    const quality::EmailFault fault = quality::find_email_fault(text);
    if (fault != quality::EmailFault::none) {
      refuse(Finding::email_format, quality::fault_name(fault));
    } else if (quality::is_placeholder_address(text)) {
      refuse(Finding::contact_invalid_pattern);
    } else if (!quality::view_email_domain(text).contains('.')) {
      // An address by the definition, but no mail from outside reaches it.
      const std::string_view meant = quality::propose_domain(quality::view_email_domain(text)).domain;
      answer.state = DataState::malformed;
      if (!quiet) note_detail(Finding::email_format, field, "no_dot", meant);
    }
    return;
  }
  switch (quality::read_phone(text).verdict) {
    case quality::PhoneVerdict::valid: break;
    case quality::PhoneVerdict::plausible:
      answer.state = DataState::unverifiable;
      if (!quiet) note(Finding::contact_unverifiable, field);
      break;
    case quality::PhoneVerdict::placeholder: refuse(Finding::contact_invalid_pattern); break;
    default: refuse(Finding::phone_format);
  }
}

}  // namespace prequal::lead
