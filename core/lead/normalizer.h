// Floor: lead. From a raw lead to an understood one.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "lead/lead.h"
#include "lead/raw_lead.h"
#include "lead/value_memo.h"
#include "quality/sensitive.h"

namespace prequal::lead {

/// How much of a lead is wanted.
enum class Scope : std::uint8_t {
  whole,     ///< everything, with findings: what a verdict document shows
  answers,   ///< every answer, and the facts that conditions use: enough to decide and to say which answers it hangs on
  outcomes,  ///< what conditions and points of the profile use: enough for outcomes, as lists keep them
};

/// Understands leads for one profile. Holds scratch space, so use one for each thread; results borrow from the raw lead.
class Normalizer {
 public:
  explicit Normalizer(const profile::Profile& profile, Scope scope = Scope::whole);

  /// Fills `out` from `raw`. `now` is the time as of which ages count. Never fails: what cannot be used becomes a data state
  /// and a note. Cost: linear in the lead; no allocation once the buffers have grown.
  void run(const RawLead& raw, Instant now, Lead& out);

 private:
  using FieldId = profile::FieldId;

  // normalizer.cpp
  void find_wanted();
  void read_values(const RawLead& raw);
  void finish_fields();
  void note(Finding finding, FieldId field, std::uint32_t suggestion = 0);
  void note_about(Finding finding, std::string_view about);
  void note_detail(Finding finding, FieldId field, std::string_view detail, std::string_view proposal = {});
  [[nodiscard]] bool needs_fact(profile::Fact fact) const { return needed_[static_cast<std::size_t>(fact)]; }
  [[nodiscard]] std::string_view raw_key(LeadKey key) const { return keys_[static_cast<std::size_t>(key)]; }

  // values.cpp
  void read_value(const RawValue& value, FieldId field, Answer& answer, bool quiet);
  void fold(std::string_view text);
  [[nodiscard]] bool says_unsure(std::string_view text);
  [[nodiscard]] ValueMeaning find_meaning(std::string_view text, FieldId field);
  [[nodiscard]] std::uint32_t find_item(std::string_view text, FieldId field);
  void add_code(std::uint32_t code, Answer& answer);
  void read_choice(std::string_view text, FieldId field, Answer& answer, bool quiet);
  void read_choices(std::string_view text, FieldId field, Answer& answer, bool quiet);
  void read_number(const RawValue& value, FieldId field, Answer& answer, bool quiet);
  void read_date(std::string_view text, FieldId field, Answer& answer, bool quiet);
  void read_contact(std::string_view text, FieldId field, Answer& answer, bool quiet);
  void malformed(Finding finding, FieldId field, Answer& answer, bool quiet, std::uint32_t suggestion = 0);

  // events.cpp
  void read_events(const RawLead& raw);
  void read_touch(const RawLead& raw, const RawEvent& event);
  void read_event_values(const RawLead& raw, const RawEvent& event, const Touch& touch);
  void settle_versions();
  void order_touches();
  [[nodiscard]] std::optional<std::int64_t> read_time(std::string_view text, std::string_view about);

  // facts.cpp
  void find_facts(const RawLead& raw);
  void find_told_facts(const RawLead& raw);
  void find_activity_facts();
  void find_code_fact(profile::Fact fact, std::string_view text, Finding finding);
  void find_consents(const RawLead& raw);
  void find_consent(profile::Fact fact, std::string_view text, std::string_view about);
  void find_contact_facts();
  void find_organization_facts();
  void find_spam();
  [[nodiscard]] bool is_given(profile::Fact consent) const;

  // quality.cpp
  [[nodiscard]] std::string_view lead_state();
  void find_quality();
  void find_email_quality();
  void find_phone_quality();
  void find_place_quality();
  void find_npi_quality();
  void find_name_quality();
  void find_message_quality();
  void note_signs(FieldId field);
  void note_detail_found(FieldId field, const std::vector<quality::SensitiveSpan>& spans);

  // activity.cpp
  [[nodiscard]] HistoryEntry read_act(const RawEvent& event, std::string_view list);
  void read_activity(const RawLead& raw);
  void find_attempts();
  void find_reachability();
  void find_history_facts();
  void find_deliverables();
  void find_cadence();
  void find_age_facts();
  void find_behavior();
  void find_capacity();
  [[nodiscard]] bool is_permitted(std::string_view channel) const;
  [[nodiscard]] std::int32_t days_since(std::int64_t seconds) const;
  [[nodiscard]] bool known(FieldId field) const;

  const profile::Profile& profile_;
  Instant now_;
  Lead* out_ = nullptr;
  std::string folded_;
  std::array<std::string_view, kLeadKeys> keys_{};
  bool silent_ = false;  // the lead at hand says nothing but answers and its id: no other key, no event
  std::array<std::int32_t, profile::kFacts> blank_facts_{};   // what a lead starts with
  std::array<std::int32_t, profile::kFacts> silent_facts_{};  // what is the same of every silent lead
  bool silent_known_ = false;
  Scope scope_;
  std::vector<char> searched_;                  // fields whose text some condition searches
  std::vector<char> wanted_;                    // fields that are read
  std::vector<FieldId> finished_;               // fields that need a second look: they are searched, or grow old
  std::array<bool, profile::kFacts> needed_{};  // facts that are worked out
  bool contact_wanted_ = true;
  bool organization_wanted_ = true;
  bool consistency_wanted_ = true;
  bool well_formed_ = false;  // the texts of the lead at hand are known to be UTF-8
  ValueMemo memo_;
  FieldId email_;
  FieldId phone_;
  FieldId website_;
  FieldId org_name_;
  FieldId org_type_;
  FieldId state_;
  FieldId zip_;
  FieldId npi_;
  std::vector<FieldId> names_;     // of persons
  std::vector<FieldId> messages_;  // free texts
  quality::SensitiveScanner scanner_;
  Answer event_answer_;
  std::vector<std::int64_t> times_;
  bool spam_cleared_ = false;  // a reviewer said that it is none
};

}  // namespace prequal::lead
