// One lead document of several.
#include <algorithm>
#include <array>
#include <deque>
#include <optional>

#include "base/json_writer.h"
#include "base/sort.h"
#include "base/time.h"
#include "lead/consent_channels.h"
#include "lead/duplicates.h"
#include "lead/json_lead.h"
#include "lead/normalizer.h"
#include "profile/facts.h"

namespace prequal::lead {

using profile::Fact;
using profile::FieldId;
using profile::FieldType;

namespace {

struct Part {
  std::string_view text;
  const RawLead& raw;
  std::int64_t submitted = INT64_MAX;  // one without a time counts as the newest
  std::array<std::int32_t, 4> consents{};
};

// What the record was at first; of everything else the newest counts.
constexpr auto kFirst =
    std::to_array<LeadKey>({LeadKey::id, LeadKey::submitted_at, LeadKey::source_channel, LeadKey::source_campaign,
                            LeadKey::source_page, LeadKey::source_collection_method, LeadKey::source_referrer});

bool is_consent(LeadKey key) {
  return std::ranges::find(kConsentChannels, key, &ConsentChannel::key) != kConsentChannels.end();
}

class Merger {
 public:
  Merger(const profile::Profile& profile, std::string& out) : profile_(profile), json_(out) {}

  void write(const std::vector<MergePart>& parts) {
    read(parts);
    json_.begin_object();
    write_keys();
    json_.key("answers").begin_object();
    for (std::size_t i = 0; i < profile_.model().fields.size(); ++i) write_answer(static_cast<FieldId>(i));
    json_.end_object();
    for (std::size_t kind = 0; kind < kEventKinds; ++kind) write_events(static_cast<EventKind>(kind));
    json_.end_object();
  }

 private:
  // Oldest first. The same leads in another order give the same list.
  void read(const std::vector<MergePart>& parts) {
    Normalizer normalizer(profile_);
    Lead lead;
    for (const MergePart& given : parts) {
      Part& part = parts_.emplace_back(given.text, given.lead);
      normalizer.run(part.raw, {}, lead);
      if (lead.submitted != 0) part.submitted = lead.submitted;
      for (std::size_t i = 0; i < kConsentChannels.size(); ++i) part.consents[i] = lead.fact(kConsentChannels[i].fact);
      for (const Touch& touch : lead.touches) newest_ = std::max(newest_, touch.seconds);
      for (const RawEvent& event : part.raw.events) {
        const auto at = parse_instant(event.at, 0);
        if (at) newest_ = std::max(newest_, at->seconds);
      }
    }
    for (const Part& part : parts_) order_.push_back(&part);
    sort_by(order_, [](const Part* a, const Part* b) {
      return a->submitted != b->submitted ? a->submitted < b->submitted : a->text < b->text;
    });
  }

  // The values of a slot in the oldest or the newest record that has any.
  [[nodiscard]] std::vector<const RawValue*> values(Slot slot, bool oldest) const {
    std::vector<const RawValue*> out;
    for (std::size_t i = 0; i < order_.size() && out.empty(); ++i) {
      const Part& part = *order_[oldest ? i : order_.size() - 1 - i];
      for (const RawValue& value : part.raw.values) {
        if (value.slot == slot && (value.kind == RawKind::boolean || !value.text.empty())) out.push_back(&value);
      }
    }
    return out;
  }

  void write_value(const RawValue& value) {
    if (value.kind == RawKind::boolean) {
      json_.boolean(value.boolean);
    } else if (value.kind == RawKind::number) {
      json_.raw(value.text);
    } else {
      json_.string(value.text);
    }
  }

  void write_keys() {
    for (std::size_t i = 0; i < kLeadKeys; ++i) {
      const auto key = static_cast<LeadKey>(i);
      if (is_consent(key)) continue;
      const auto found = values(key_slot(key), std::ranges::find(kFirst, key) != kFirst.end());
      if (found.empty()) continue;
      json_.key(lead_key_path(key));
      write_value(*found.back());
    }
    for (std::size_t i = 0; i < kConsentChannels.size(); ++i) {
      const std::int32_t consent = strictest(i);
      if (consent != 0) {
        json_.field(lead_key_path(kConsentChannels[i].key),
                    fact_value(kConsentChannels[i].fact, static_cast<std::uint32_t>(consent)));
      }
    }
  }

  // "missing" is no refusal: consent that one record has is not lost because another says nothing.
  [[nodiscard]] std::int32_t strictest(std::size_t channel) const {
    const Fact fact = kConsentChannels[channel].fact;
    for (const std::string_view value : {"opted_out", "refused", "given", "missing"}) {
      const auto code = static_cast<std::int32_t>(fact_code(fact, value));
      if (std::ranges::any_of(parts_, [&](const Part& part) { return part.consents[channel] == code; })) return code;
    }
    return 0;
  }

  void write_answer(FieldId field) {
    const auto found = values(field, false);
    if (found.empty()) return;
    json_.key(profile_.model().fields[field].id);
    if (found.size() == 1) {
      write_value(*found[0]);
      return;
    }
    json_.begin_array();
    for (const RawValue* value : found) write_value(*value);
    json_.end_array();
  }

  void write_events(EventKind kind) {
    std::vector<std::string> entries;
    for (const Part* part : order_) {
      for (const RawEvent& event : part->raw.events) {
        if (event.kind == kind) keep(entries, entry_text(part->raw, event));
      }
      if (kind == EventKind::touch && order_.size() > 1) keep(entries, source_text(*part));
    }
    if (kind == EventKind::consent && order_.size() > 1) add_consents(entries);
    if (entries.empty()) return;
    json_.key(event_list_name(kind)).begin_array();
    for (const std::string& entry : entries) json_.raw(entry);
    json_.end_array();
  }

  static void keep(std::vector<std::string>& entries, std::string entry) {
    if (std::ranges::find(entries, entry) == entries.end()) entries.push_back(std::move(entry));
  }

  static std::string_view event_list_name(EventKind kind) {
    constexpr auto kNames = std::to_array<std::string_view>({
#define PREQUAL_EVENT_KIND(name, list) list,
#include "lead/event_kinds.def"
#undef PREQUAL_EVENT_KIND
    });
    return kNames[static_cast<std::size_t>(kind)];
  }

  std::string entry_text(const RawLead& raw, const RawEvent& event) const {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    // Some texts have several names; the first is enough.
    std::vector<std::string_view RawEvent::*> seen;
    for (const EventText& text : kEventTexts) {
      if ((event.*text.member).empty() || std::ranges::find(seen, text.member) != seen.end()) continue;
      seen.push_back(text.member);
      json.field(text.name, event.*text.member);
    }
    if (event.value_count > 0) {
      json.key("answers").begin_object();
      for (std::uint32_t i = 0; i < event.value_count; ++i) {
        const RawValue& value = raw.event_values[event.first_value + i];
        if ((value.slot & kKeySlot) != 0 || value.slot >= profile_.model().fields.size()) continue;
        // Of several values of one field the last is kept, as the reader does.
        if (i + 1 < event.value_count && raw.event_values[event.first_value + i + 1].slot == value.slot) continue;
        write_event_value(json, value);
      }
      json.end_object();
    }
    json.end_object();
    return out;
  }

  void write_event_value(JsonWriter& json, const RawValue& value) const {
    json.key(profile_.model().fields[value.slot].id);
    if (value.kind == RawKind::boolean) {
      json.boolean(value.boolean);
    } else {
      json.string(value.text);
    }
  }

  // Where a record came from and what it said. Not an act of the lead: it adds nothing to intent.
  std::string source_text(const Part& part) const {
    std::string out;
    JsonWriter json(out);
    json.begin_object().field("type", "import");
    for (const RawValue& value : part.raw.values) {
      if (value.slot == key_slot(LeadKey::submitted_at) && !value.text.empty()) json.field("at", value.text);
      if (value.slot == key_slot(LeadKey::source_campaign) && !value.text.empty()) json.field("campaign", value.text);
      if (value.slot == key_slot(LeadKey::source_channel) && !value.text.empty()) json.field("channel", value.text);
    }
    bool answered = false;
    for (std::size_t i = 0; i < profile_.model().fields.size(); ++i) {
      const FieldType type = profile_.model().fields[i].type;
      if (type != FieldType::choice && type != FieldType::yes_no) continue;
      const RawValue* last = nullptr;
      for (const RawValue& value : part.raw.values) {
        if (value.slot == i && (value.kind == RawKind::boolean || !value.text.empty())) last = &value;
      }
      if (last == nullptr) continue;
      if (!answered) json.key("answers").begin_object();
      answered = true;
      write_event_value(json, *last);
    }
    if (answered) json.end_object();
    json.end_object();
    return out;
  }

  // Dated consent counts before undated. What is stricter must stay so: one entry after all others says it.
  void add_consents(std::vector<std::string>& entries) const {
    for (std::size_t i = 0; i < kConsentChannels.size(); ++i) {
      const std::int32_t consent = strictest(i);
      const std::string_view value =
          consent == 0 ? std::string_view{} : fact_value(kConsentChannels[i].fact, static_cast<std::uint32_t>(consent));
      if (newest_ == 0 || (value != "opted_out" && value != "refused")) continue;
      std::string out;
      std::string at;
      append_rfc3339(at, {newest_ + 1, 0});
      JsonWriter(out)
          .begin_object()
          .field("at", at)
          .field("channel", kConsentChannels[i].name)
          .field("state", value)
          .field("method", "merge")
          .end_object();
      keep(entries, std::move(out));
    }
  }

  const profile::Profile& profile_;
  JsonWriter json_;
  std::deque<Part> parts_;
  std::vector<const Part*> order_;
  std::int64_t newest_ = 0;
};

}  // namespace

void append_merged_parts(const profile::Profile& profile, const std::vector<MergePart>& parts, std::string& out) {
  Merger(profile, out).write(parts);
}

std::optional<Problem> append_merged(const profile::Profile& profile, const std::vector<std::string_view>& documents,
                                     std::string& out) {
  const Slots slots(profile);
  JsonLeadReader reader(slots);
  std::vector<MergePart> parts;
  for (const std::string_view json : documents) {
    MergePart& part = parts.emplace_back(json);
    if (auto problem = reader.read(json, part.lead)) {
      problem->row = parts.size();
      return problem;
    }
  }
  append_merged_parts(profile, parts, out);
  return std::nullopt;
}

}  // namespace prequal::lead
