// Touches: dated events, and the answers that they carried.
#include <algorithm>

#include "base/sort.h"
#include "base/text.h"
#include "lead/normalizer.h"

namespace prequal::lead {

using profile::FieldType;
using profile::TouchType;

namespace {

// Two touches of one kind and topic that close together are one: a page refresh, a double click.
constexpr std::int64_t kRefreshSeconds = 30;

}  // namespace

std::optional<std::int64_t> Normalizer::read_time(std::string_view text, std::string_view about) {
  if (text.empty()) return std::nullopt;
  const auto instant = parse_instant(text, now_.offset_minutes);
  if (!instant) {
    note_about(Finding::time_malformed, about);
    return std::nullopt;
  }
  return instant->seconds;
}

void Normalizer::read_events(const RawLead& raw) {
  for (const RawEvent& event : raw.events) {
    if (event.kind == EventKind::touch) read_touch(raw, event);
  }
  order_touches();
  settle_versions();
}

void Normalizer::read_touch(const RawLead& raw, const RawEvent& event) {
  Touch touch;
  const std::uint16_t type = profile::find_touch(event.type);
  if (type == profile::kNoTouch) {
    note_about(Finding::touch_unknown, "touches");
    return;
  }
  touch.type = static_cast<TouchType>(type);
  const auto seconds = read_time(event.at, "touches");
  touch.has_time = seconds.has_value();
  touch.seconds = seconds.value_or(0);
  touch.topic_text = event.topic;
  touch.contact = event.contact;
  touch.step = event.step;
  if (!event.topic.empty()) {
    const auto& topics = profile_.model().topics;
    const auto found = std::ranges::find(topics, event.topic);
    if (found != topics.end()) touch.topic = static_cast<std::uint16_t>(found - topics.begin());
  }
  out_->touches.push_back(touch);
  read_event_values(raw, event, touch);
}

// Answers of a touch fill in what the lead itself does not say, the newest first; values that differ are remembered.
void Normalizer::read_event_values(const RawLead& raw, const RawEvent& event, const Touch& touch) {
  for (std::uint32_t i = 0; i < event.value_count; ++i) {
    const RawValue& value = raw.event_values[event.first_value + i];
    if ((value.slot & kKeySlot) != 0 || value.slot >= out_->answers.size()) continue;
    const auto field = static_cast<FieldId>(value.slot);
    const FieldType type = profile_.model().fields[field].type;
    Answer& answer = out_->answers[field];
    if (type != FieldType::choice && type != FieldType::yes_no) {
      if (answer.state == DataState::missing) read_value(value, field, answer, false);
      continue;
    }
    event_answer_ = Answer{};
    read_value(value, field, event_answer_, true);
    if (event_answer_.state == DataState::known) {
      out_->versions.push_back({field, event_answer_.code, touch.seconds, touch.type});
    }
  }
}

void Normalizer::settle_versions() {
  auto& versions = out_->versions;
  sort_by(versions, [](const Version& a, const Version& b) {
    return a.field != b.field ? a.field < b.field : a.seconds > b.seconds;
  });
  for (std::size_t i = 0; i < versions.size();) {
    const FieldId field = versions[i].field;
    Answer& answer = out_->answers[field];
    if (!is_usable(answer.state)) {
      answer = Answer{};
      answer.state = DataState::known;
      answer.code = versions[i].code;
    }
    bool conflict = false;
    for (; i < versions.size() && versions[i].field == field; ++i) conflict |= versions[i].code != answer.code;
    if (conflict) {
      answer.state = DataState::conflicting;
      note(Finding::inconsistent, field);
    }
  }
}

void Normalizer::order_touches() {
  auto& touches = out_->touches;
  sort_by(touches, [](const Touch& a, const Touch& b) {
    if (a.seconds != b.seconds) return a.seconds > b.seconds;
    if (a.type != b.type) return a.type < b.type;
    return a.topic_text < b.topic_text;
  });
  // Of repeats within seconds only the first one in time stays.
  std::size_t kept = 0;
  for (std::size_t i = 0; i < touches.size(); ++i) {
    bool repeated = false;
    for (std::size_t j = i + 1; j < touches.size() && !repeated; ++j) {
      if (touches[i].seconds - touches[j].seconds > kRefreshSeconds) break;
      repeated = touches[i].has_time && touches[j].has_time && touches[i].type == touches[j].type &&
                 touches[i].topic_text == touches[j].topic_text && touches[i].contact == touches[j].contact;
    }
    if (!repeated) touches[kept++] = touches[i];
  }
  touches.resize(kept);
}

}  // namespace prequal::lead
