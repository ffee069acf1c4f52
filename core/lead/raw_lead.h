// Floor: lead. A lead as it arrived, before anything was understood: views into the input. The JSON reader, the CSV reader
// and the web wrapper all fill this one shape.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace prequal::lead {

enum class LeadKey : std::uint16_t {
#define PREQUAL_LEAD_KEY(name, path) name,
#include "lead/keys.def"
#undef PREQUAL_LEAD_KEY
};
#define PREQUAL_LEAD_KEY(name, path) +1
inline constexpr std::size_t kLeadKeys = 0
#include "lead/keys.def"
    ;
#undef PREQUAL_LEAD_KEY

[[nodiscard]] std::string_view lead_key_path(LeadKey key);

/// Where a value belongs: a field of the profile by its index, or a LeadKey with this bit.
using Slot = std::uint16_t;
inline constexpr Slot kKeySlot = 0x8000;
inline constexpr Slot kNoSlot = 0xFFFF;
[[nodiscard]] constexpr Slot key_slot(LeadKey key) {
  return static_cast<Slot>(kKeySlot | static_cast<Slot>(key));
}

enum class RawKind : std::uint8_t { text, number, boolean, too_long };

/// One value. A multiple choice stands as several values of the same slot.
struct RawValue {
  Slot slot = kNoSlot;
  RawKind kind = RawKind::text;
  bool boolean = false;
  std::uint8_t rank = 0;  ///< how far its name was from the slot's own; see NameResolver
  std::string_view text;  ///< of a number, its digits as written
};

enum class EventKind : std::uint8_t {
#define PREQUAL_EVENT_KIND(name, list) name,
#include "lead/event_kinds.def"
#undef PREQUAL_EVENT_KIND
};
#define PREQUAL_EVENT_KIND(name, list) +1
inline constexpr std::size_t kEventKinds = 0
#include "lead/event_kinds.def"
    ;
#undef PREQUAL_EVENT_KIND

/// A dated entry of one of the lead's histories. Which of the texts matter depends on the kind.
struct RawEvent {
  EventKind kind = EventKind::touch;
  std::string_view type;  ///< touch: its type; history, proposal: the action; outcome: its code
  std::string_view at;
  std::string_view channel;  ///< consent, attempt: email, phone, text, mail
  std::string_view state;    ///< consent: given, refused, missing, opted_out
  std::string_view topic;    ///< touch: what the page or session was about
  std::string_view campaign;
  std::string_view result;  ///< attempt: its disposition
  std::string_view reason;
  std::string_view by;
  std::string_view to;       ///< history: stage, status or team
  std::string_view text_id;  ///< consent: which wording was shown
  std::string_view text_sha256;
  std::string_view locale;
  std::string_view method;
  std::string_view contact;       ///< touch: which person of an account
  std::string_view due_at;        ///< deliverable: by when we owe it
  std::string_view answered_at;   ///< deliverable: when it was handed over
  std::string_view until;         ///< history, proposal: date on which to look again
  std::string_view resume_when;   ///< history, proposal: the event on which to look again
  std::string_view note;          ///< proposal: words of the reviewer
  std::string_view page;          ///< proposal: where a claim was made
  std::string_view claim;         ///< proposal: what was promised there
  std::string_view step;          ///< touch: the step of a form or booking at which it happened
  std::uint32_t first_value = 0;  ///< answers given in this touch: RawLead::event_values[first, first + count)
  std::uint32_t value_count = 0;
};

/// A name that a text of an entry has in a lead, and where it belongs.
struct EventText {
  std::string_view name;
  std::string_view RawEvent::* member;
};
#define PREQUAL_EVENT_TEXT(member, name) {name, &RawEvent::member},
inline constexpr auto kEventTexts = std::to_array<EventText>({
#include "lead/event_texts.def"
});
#undef PREQUAL_EVENT_TEXT

struct RawLead {
  std::vector<RawValue> values;
  std::vector<RawEvent> events;
  std::vector<RawValue> event_values;
  /// Texts that had escapes. Grows, and is reused from lead to lead; each text stays where it is.
  std::vector<std::unique_ptr<std::string>> kept;
  std::size_t kept_used = 0;
  bool malformed_text = false;  ///< a lone surrogate was replaced
  bool too_long = false;        ///< a value of a JSON text has RawKind::too_long
  bool well_formed = false;     ///< whoever filled it has made sure that all texts are UTF-8

  void clear() {
    values.clear();
    events.clear();
    event_values.clear();
    kept_used = 0;
    malformed_text = false;
    too_long = false;
    well_formed = false;
  }
  void add(Slot slot, std::string_view text) { values.push_back({.slot = slot, .text = text}); }
};

}  // namespace prequal::lead
