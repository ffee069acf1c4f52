#include "lead/json_lead.h"

#include <algorithm>
#include <array>

#include "base/limits.h"

namespace prequal::lead {
namespace {

constexpr std::array<std::string_view, kEventKinds> kEventLists{
#define PREQUAL_EVENT_KIND(name, list) list,
#include "lead/event_kinds.def"
#undef PREQUAL_EVENT_KIND
};

std::optional<EventKind> event_kind(std::string_view name) {
  for (std::size_t i = 0; i < kEventKinds; ++i) {
    if (kEventLists[i] == name) return static_cast<EventKind>(i);
  }
  return std::nullopt;
}

constexpr std::size_t kNoMember = SIZE_MAX;

constexpr std::uint32_t rank_bit(RankedSlot where) {
  return std::uint32_t{1} << std::min<std::uint32_t>(where.rank, 31);
}

std::string_view* event_text(RawEvent& event, std::string_view name) {
  const auto found = std::ranges::find(kEventTexts, name, &EventText::name);
  return found == kEventTexts.end() ? nullptr : &(event.*found->member);
}

std::string_view json_error_text(JsonError error) {
  constexpr std::array<std::string_view, 8> kTexts{"",
                                                   "a character that cannot stand here",
                                                   "the text ends inside a value",
                                                   "a malformed number",
                                                   "an unknown escape",
                                                   "a control character in a text",
                                                   "bytes that are not UTF-8",
                                                   "nested more than 64 levels deep"};
  return kTexts[static_cast<std::size_t>(error)];
}

}  // namespace

bool JsonLeadReader::fail(Code code, std::string_view subject, std::string_view detail) {
  problem_ = Problem{.code = code, .subject = std::string(subject), .detail = std::string(detail)};
  return false;
}

std::string_view JsonLeadReader::keep(JsonScanner& scanner, RawLead& lead) {
  if (!scanner.escaped()) return scanner.view_raw();
  if (lead.kept_used == lead.kept.size()) lead.kept.push_back(std::make_unique<std::string>());
  std::string& slot = *lead.kept[lead.kept_used];
  const std::string_view text = scanner.view_text(slot);
  if (text.data() == slot.data() && !text.empty()) ++lead.kept_used;
  lead.malformed_text |= scanner.had_lone_surrogate();
  return text;
}

std::optional<Problem> JsonLeadReader::read(std::string_view json, RawLead& lead) {
  lead.clear();
  lead.well_formed = true;  // the scanner refuses anything else
  path_.clear();
  problem_.reset();
  ranks_ = 0;
  if (json.size() > limits::kLeadBytes) return Problem{.code = Code::lead_too_large};
  JsonScanner scanner(json);
  const JsonToken first = scanner.next();
  if (first == JsonToken::object_begin) {
    if (read_members(scanner, lead) && scanner.next() == JsonToken::end) {
      // One rank for all is usual, and then nothing can be better than anything else.
      if (names_ != nullptr && (ranks_ & (ranks_ - 1)) != 0) keep_best(lead.values);
      return std::nullopt;
    }
  } else if (first != JsonToken::error) {
    return Problem{.code = Code::lead_not_object};
  }
  if (problem_) return problem_;
  const JsonError error = scanner.error();
  if (error == JsonError::malformed_utf8) return Problem{.code = Code::list_malformed_utf8};
  if (error == JsonError::too_deep) return Problem{.code = Code::list_too_deep};
  return Problem{.code = Code::list_syntax,
                 .column = static_cast<std::uint32_t>(scanner.offset() + 1),
                 .detail = std::string(json_error_text(error))};
}

RankedSlot JsonLeadReader::find(std::string_view name) const {
  return names_ != nullptr ? names_->resolve(name) : RankedSlot{.slot = slots_.find(name)};
}

// When several names led to one slot, the values under the best of them stay.
void JsonLeadReader::keep_best(std::vector<RawValue>& values) {
  const auto place = [](Slot slot) { return (slot & kKeySlot) != 0 ? std::size_t{slot} - kKeySlot : kLeadKeys + slot; };
  best_.clear();
  for (const RawValue& value : values) {
    if (place(value.slot) >= best_.size()) best_.resize(place(value.slot) + 1, UINT8_MAX);
    std::uint8_t& best = best_[place(value.slot)];
    best = std::min(best, value.rank);
  }
  std::erase_if(values, [&](const RawValue& value) { return value.rank > best_[place(value.slot)]; });
}

std::size_t JsonLeadReader::find_member(std::string_view name, std::size_t guess) {
  constexpr std::size_t kMost = limits::kColumns;  // as many as a list has columns
  for (std::size_t i = guess; i < members_.size(); ++i) {
    if (members_[i].name == name) return i;
  }
  for (std::size_t i = 0; i < std::min(guess, members_.size()); ++i) {
    if (members_[i].name == name) return i;
  }
  if (members_.size() < kMost) {
    members_.push_back(make_member(name));
    members_.back().next = members_.size();
    return members_.size() - 1;
  }
  strange_ = make_member(name);
  return kMost;
}

JsonLeadReader::Member JsonLeadReader::make_member(std::string_view name) {
  Member out{.name = std::string(name), .expected = ExpectedKey(name)};
  if (const auto events = event_kind(name)) {
    out.kind = Member::Kind::events;
    out.events = *events;
  } else if (name == "answers") {
    out.kind = Member::Kind::answers;
  }
  return out;
}

// Takes the key that comes next when it is the member that is expected, or one of those that usually follow it, for leads
// leave out what they have no answer to. The number of members when it is another.
std::size_t JsonLeadReader::take_member(JsonScanner& scanner, std::size_t guess) const {
  constexpr int kTries = 4;
  for (int i = 0; i < kTries && guess < members_.size(); ++i, guess = members_[guess].next) {
    if (scanner.take_key(members_[guess].expected)) return guess;
  }
  return members_.size();
}

bool JsonLeadReader::read_members(JsonScanner& scanner, RawLead& lead) {
  std::size_t& first = first_[scanner.depth() > 1 ? 1 : 0];
  std::size_t guess = first;
  std::size_t before = kNoMember;
  for (;;) {
    std::size_t member = take_member(scanner, guess);
    if (member == members_.size()) {
      const JsonToken token = scanner.next();
      if (token == JsonToken::object_end) return true;
      if (token != JsonToken::key) return false;
      member = find_member(scanner.view_text(scratch_), guess);
      if (before < members_.size()) {
        members_[before].next = member;
      } else if (before == kNoMember) {
        first = member;
      }
    }
    if (!read_member(scanner, member, lead)) return false;
    before = member;
    guess = member < members_.size() ? members_[member].next : members_.size();
  }
}

bool JsonLeadReader::read_member(JsonScanner& scanner, std::size_t member, RawLead& lead) {
  Member& known = member < members_.size() ? members_[member] : strange_;
  if (known.kind == Member::Kind::events) return read_events(scanner, known.events, lead);
  if (known.kind == Member::Kind::value && read_plain_value(scanner, known, lead)) return true;
  const JsonToken token = scanner.next();
  if (token == JsonToken::error) return false;
  if (known.kind == Member::Kind::answers) {
    // Its members count like those of the lead.
    if (token == JsonToken::object_begin) return read_members(scanner, lead);
    return fail(Code::lead_shape, "answers", "an object { } is expected");
  }
  if (token == JsonToken::object_begin) {
    path_.assign(known.name).push_back('.');
    return read_inner(scanner, lead);
  }
  if (!known.slot) known.slot = find(known.name);
  return read_value(scanner, token, *known.slot, lead.values, lead);
}

// Most values are plain texts and whole numbers. False when this is none, and then nothing was read.
bool JsonLeadReader::read_plain_value(JsonScanner& scanner, Member& member, RawLead& lead) {
  RawKind kind = RawKind::text;
  if (!scanner.take_plain_string()) {
    if (!scanner.take_whole_number()) return false;
    kind = RawKind::number;
  }
  if (!member.slot) member.slot = find(member.name);
  const RankedSlot where = *member.slot;
  if (where.slot == kNoSlot) return true;
  const std::string_view text = scanner.view_raw();
  if (text.size() > limits::kFieldBytes) {
    add_text(text, where, kind, lead.values, lead);
  } else {
    ranks_ |= rank_bit(where);
    lead.values.push_back({.slot = where.slot, .kind = kind, .rank = where.rank, .text = text});
  }
  return true;
}

void JsonLeadReader::add_text(std::string_view text, RankedSlot where, RawKind kind, std::vector<RawValue>& values,
                              RawLead& lead) {
  ranks_ |= rank_bit(where);
  if (text.size() > limits::kFieldBytes) {
    kind = RawKind::too_long;
    text = {};
    lead.too_long = true;
  }
  values.push_back({.slot = where.slot, .kind = kind, .rank = where.rank, .text = text});
}

// The members of an object within a lead; `path_` stands before their names. Anything deeper is nothing that a lead says.
bool JsonLeadReader::read_inner(JsonScanner& scanner, RawLead& lead) {
  const std::size_t before = path_.size();
  for (;;) {
    const JsonToken member = scanner.next();
    if (member == JsonToken::object_end) return true;
    if (member != JsonToken::key) return false;
    path_.append(scanner.view_text(scratch_));
    const JsonToken token = scanner.next();
    if (token == JsonToken::error) return false;
    const bool object = token == JsonToken::object_begin;
    if (object ? !scanner.skip_rest(token) : !read_value(scanner, token, find(path_), lead.values, lead)) return false;
    path_.resize(before);
  }
}

bool JsonLeadReader::read_value(JsonScanner& scanner, JsonToken token, RankedSlot where, std::vector<RawValue>& values,
                                RawLead& lead) {
  if (where.slot == kNoSlot) return scanner.skip_rest(token);
  switch (token) {
    case JsonToken::string: add_text(keep(scanner, lead), where, RawKind::text, values, lead); return true;
    case JsonToken::number: add_text(scanner.view_raw(), where, RawKind::number, values, lead); return true;
    case JsonToken::boolean:
      ranks_ |= rank_bit(where);
      values.push_back(
          {.slot = where.slot, .kind = RawKind::boolean, .boolean = scanner.boolean(), .rank = where.rank, .text = {}});
      return true;
    case JsonToken::array_begin: return read_items(scanner, where, values, lead);
    default: return scanner.skip_rest(token);
  }
}

bool JsonLeadReader::read_items(JsonScanner& scanner, RankedSlot where, std::vector<RawValue>& values, RawLead& lead) {
  for (std::size_t count = 0;; ++count) {
    if (count < limits::kChoices && scanner.take_plain_item()) {
      add_text(scanner.view_raw(), where, RawKind::text, values, lead);
      continue;
    }
    const JsonToken item = scanner.next();
    if (item == JsonToken::array_end) return true;
    if (item == JsonToken::error) return false;
    const bool nested = item == JsonToken::array_begin || item == JsonToken::object_begin;
    if (nested || count >= limits::kChoices) {
      if (!scanner.skip_rest(item)) return false;
    } else if (!read_value(scanner, item, where, values, lead)) {
      return false;
    }
  }
}

bool JsonLeadReader::read_events(JsonScanner& scanner, EventKind kind, RawLead& lead) {
  const std::string_view name = kEventLists[static_cast<std::size_t>(kind)];
  const JsonToken token = scanner.next();
  if (token == JsonToken::null) return true;
  if (token == JsonToken::error) return false;
  if (token != JsonToken::array_begin) return fail(Code::lead_shape, name, "a list [ ] is expected");
  for (std::size_t count = 0;; ++count) {
    const JsonToken item = scanner.next();
    if (item == JsonToken::array_end) return true;
    if (item == JsonToken::error) return false;
    if (item != JsonToken::object_begin) return fail(Code::lead_shape, name, "each entry must be an object { }");
    if (count == limits::kLeadEvents) return fail(Code::lead_too_many_events, name, {});
    if (!read_event(scanner, kind, lead)) return false;
  }
}

bool JsonLeadReader::read_event(JsonScanner& scanner, EventKind kind, RawLead& lead) {
  RawEvent event;
  event.kind = kind;
  event.first_value = static_cast<std::uint32_t>(lead.event_values.size());
  for (;;) {
    const JsonToken token = scanner.next();
    if (token == JsonToken::object_end) break;
    if (token != JsonToken::key) return false;
    const std::string_view name = scanner.view_text(scratch_);
    if (name == "answers") {
      if (!read_event_answers(scanner, event, lead)) return false;
      continue;
    }
    std::string_view* text = event_text(event, name);
    const JsonToken value = scanner.next();
    if (text != nullptr && value == JsonToken::string) {
      *text = keep(scanner, lead);
    } else if (!scanner.skip_rest(value)) {
      return false;
    }
  }
  lead.events.push_back(event);
  return true;
}

bool JsonLeadReader::read_event_answers(JsonScanner& scanner, RawEvent& event, RawLead& lead) {
  const JsonToken token = scanner.next();
  if (token != JsonToken::object_begin) return scanner.skip_rest(token);
  for (;;) {
    const JsonToken member = scanner.next();
    if (member == JsonToken::object_end) break;
    if (member != JsonToken::key) return false;
    const RankedSlot where{.slot = slots_.find(scanner.view_text(scratch_))};
    if (!read_value(scanner, scanner.next(), where, lead.event_values, lead)) return false;
  }
  event.value_count = static_cast<std::uint32_t>(lead.event_values.size()) - event.first_value;
  return true;
}

}  // namespace prequal::lead
