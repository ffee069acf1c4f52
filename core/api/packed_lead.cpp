#include "api/packed_lead.h"

#include <algorithm>
#include <array>

namespace prequal::api {

using lead::RawEvent;
using lead::RawKind;
using lead::RawValue;

namespace {

constexpr std::array<std::string_view, lead::kEventKinds> kEventLists{
#define PREQUAL_EVENT_KIND(name, list) list,
#include "lead/event_kinds.def"
#undef PREQUAL_EVENT_KIND
};

std::uint32_t byte(std::string_view record, std::size_t at) {
  return static_cast<unsigned char>(record[at]);
}

prequal::Problem malformed(std::string_view detail) {
  return {.code = Code::lead_shape, .subject = "record", .detail = std::string(detail)};
}

class Reader {
 public:
  Reader(std::string_view record, lead::RawLead& lead) : record_(record), lead_(lead) {}

  std::optional<prequal::Problem> read() {
    lead_.clear();
    if (record_.size() > kPackedBytes) return prequal::Problem{.code = Code::lead_too_large};
    while (at_ < record_.size()) {
      if (auto problem = read_entry()) return problem;
    }
    return std::nullopt;
  }

 private:
  std::optional<prequal::Problem> read_entry() {
    if (record_.size() - at_ < kPackedHead) return malformed("an entry is cut off");
    const std::uint32_t tag = byte(record_, at_);
    const auto slot = static_cast<std::uint16_t>(byte(record_, at_ + 2) | byte(record_, at_ + 3) << 8U);
    const std::uint32_t length = byte(record_, at_ + 4) | byte(record_, at_ + 5) << 8U | byte(record_, at_ + 6) << 16U |
                                 byte(record_, at_ + 7) << 24U;
    at_ += kPackedHead;
    if (length > record_.size() - at_) return malformed("a text is cut off");
    const std::string_view text = record_.substr(at_, length);
    at_ = std::min(record_.size(), at_ + ((length + 3U) & ~std::size_t{3}));
    texts_ += length;
    if (texts_ > limits::kLeadBytes) return prequal::Problem{.code = Code::lead_too_large};
    return take(tag, slot, text);
  }

  std::optional<prequal::Problem> take(std::uint32_t tag, std::uint16_t slot, std::string_view text) {
    constexpr auto kInEvent = static_cast<std::uint32_t>(PackedTag::in_event);
    const bool in_event = (tag & kInEvent) != 0;
    RawValue value{.slot = slot, .text = text};
    switch (static_cast<PackedTag>(tag & ~kInEvent)) {
      case PackedTag::text:
      case PackedTag::number:
        if (static_cast<PackedTag>(tag & ~kInEvent) == PackedTag::number) value.kind = RawKind::number;
        if (text.size() > limits::kFieldBytes) value = {.slot = slot, .kind = RawKind::too_long, .text = {}};
        return add(value, in_event);
      case PackedTag::no:
      case PackedTag::yes:
        value = {.slot = slot, .kind = RawKind::boolean, .boolean = (tag & 1U) != 0, .text = {}};
        return add(value, in_event);
      case PackedTag::too_long: return add({.slot = slot, .kind = RawKind::too_long, .text = {}}, in_event);
      default: break;
    }
    switch (static_cast<PackedTag>(tag)) {
      case PackedTag::event: return start_event(slot);
      case PackedTag::event_text:
        if (lead_.events.empty()) return malformed("a text of no entry");
        if (slot >= lead::kEventTexts.size()) return malformed("an unknown text of an entry");
        lead_.events.back().*lead::kEventTexts[slot].member = text;
        return std::nullopt;
      case PackedTag::repaired: lead_.malformed_text = true; return std::nullopt;
      default: return malformed("an unknown tag");
    }
  }

  std::optional<prequal::Problem> add(const RawValue& value, bool in_event) {
    if (!in_event) {
      lead_.values.push_back(value);
      return std::nullopt;
    }
    if (lead_.events.empty()) return malformed("an answer of no entry");
    lead_.event_values.push_back(value);
    ++lead_.events.back().value_count;
    return std::nullopt;
  }

  std::optional<prequal::Problem> start_event(std::uint16_t kind) {
    if (kind >= lead::kEventKinds) return malformed("an unknown kind of entry");
    if (counts_[kind]++ == limits::kLeadEvents) {
      return prequal::Problem{.code = Code::lead_too_many_events, .subject = std::string(kEventLists[kind])};
    }
    RawEvent event;
    event.kind = static_cast<lead::EventKind>(kind);
    event.first_value = static_cast<std::uint32_t>(lead_.event_values.size());
    lead_.events.push_back(event);
    return std::nullopt;
  }

  std::string_view record_;
  lead::RawLead& lead_;
  std::size_t at_ = 0;
  std::size_t texts_ = 0;
  std::array<std::size_t, lead::kEventKinds> counts_{};
};

}  // namespace

std::optional<prequal::Problem> read_packed_lead(std::string_view record, lead::RawLead& lead) {
  return Reader(record, lead).read();
}

}  // namespace prequal::api
