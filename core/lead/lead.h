// Floor: lead. A lead as the engine understands it: every field of the profile with a value or the reason why there is
// none, and the facts that follow from contact data, consent and touches.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "profile/facts.h"
#include "profile/profile.h"
#include "quality/sensitive.h"

namespace prequal::lead {

/// Why a value is there or not. Only `known`, `outdated` and `unverifiable` values are used by rules; the others are
/// unknown to them, each with its own remedy.
enum class DataState : std::uint8_t { known, missing, malformed, conflicting, outdated, unverifiable, unsure };
[[nodiscard]] std::string_view state_name(DataState state);
[[nodiscard]] constexpr bool is_usable(DataState state) {
  return state == DataState::known || state == DataState::outdated || state == DataState::unverifiable;
}

enum class Finding : std::uint8_t {
#define PREQUAL_FINDING(name, code, level, action) name,
#include "lead/findings.def"
#undef PREQUAL_FINDING
};
enum class FindingLevel : std::uint8_t { info, warning, error };
[[nodiscard]] std::string_view finding_code(Finding finding);
[[nodiscard]] FindingLevel finding_level(Finding finding);
[[nodiscard]] std::string_view finding_level_name(FindingLevel level);
[[nodiscard]] std::string_view finding_action(Finding finding);

/// A finding about a field (or about a lead key, when `field` is kNoField). Never holds what was typed: a suggestion is a
/// value of the profile's vocabulary.
struct Note {
  Finding finding;
  profile::FieldId field = profile::kNoField;
  std::uint32_t suggestion = 0;  ///< code of the vocabulary value that was probably meant, or 0
  std::string_view about;        ///< name of the lead key or entry, when it is not about a field
  std::string_view detail;       ///< which of the finding's kinds, a code ("no_at", "social_security"); may be empty
  std::string_view proposal;     ///< what was probably meant, a constant of our own ("gmail.com", ".com"); may be empty
};

/// The value of one field. Numbers, money and dates are in `number` (dates in days, times in minutes since 1970).
struct Answer {
  DataState state = DataState::missing;
  std::uint32_t code = 0;
  std::int32_t number = 0;
  std::uint32_t first_code = 0;  ///< multiple choice: Lead::codes[first_code, first_code + code_count), sorted
  std::uint32_t code_count = 0;
  std::string_view text;           ///< trimmed, as typed; only for the one who typed it, never for a verdict
  std::uint32_t folded_start = 0;  ///< of text fields that are searched: Lead::folded
  std::uint32_t folded_length = 0;
};

/// Sensitive detail in a free text of the lead: where, of which kind, how sure.
struct Detail {
  profile::FieldId field = profile::kNoField;
  quality::SensitiveSpan span;  ///< bytes of Answer::text
};

struct Touch {
  profile::TouchType type = profile::TouchType::form_submission;
  std::int64_t seconds = 0;                 ///< since 1970
  std::uint16_t topic = profile::kNoEntry;  ///< index into Model::topics
  std::string_view topic_text;
  std::string_view contact;
  std::string_view step;
  bool has_time = false;
};

/// A value that a touch gave for a field: kept to show what contradicts what.
struct Version {
  profile::FieldId field = profile::kNoField;
  std::uint32_t code = 0;
  std::int64_t seconds = 0;
  profile::TouchType type = profile::TouchType::form_submission;
};

/// Something that we owe the lead: a security policy, data terms (R07-13).
struct Deliverable {
  std::string_view what;
  std::int64_t due = 0;  ///< seconds; 0 unknown
  bool open = true;
  bool overdue = false;
};

/// An attempt of ours to reach the lead.
struct Attempt {
  std::string_view channel;
  std::string_view result;
  std::int64_t seconds = 0;
  bool connected = false;
};

/// A dated decision or act of our side: accept, refuse, hold, route.
struct HistoryEntry {
  std::string_view action;
  std::string_view by;           ///< the reviewer; empty for an automatic step
  std::string_view reason;       ///< a reason code
  std::string_view to;           ///< an owner or a team
  std::string_view until;        ///< date on which to look again
  std::string_view resume_when;  ///< the event on which to look again
  std::string_view note;         ///< words of the reviewer; never part of a verdict
  std::string_view page;         ///< where a claim was made that we do not keep
  std::string_view claim;        ///< what was promised there; never part of a verdict
  std::int64_t seconds = 0;      ///< 0 unknown
};

struct Lead {
  std::string_view id;
  std::vector<Answer> answers;  ///< one for each field of the profile
  std::vector<std::uint32_t> codes;
  std::string folded;
  std::array<std::int32_t, profile::kFacts> facts{};  ///< codes (0 unknown), or numbers (kUnknownNumber)
  std::vector<Touch> touches;                         ///< newest first; repeats within seconds are one
  std::vector<Version> versions;
  std::vector<Deliverable> deliverables;
  std::vector<Attempt> attempts;        ///< oldest first
  std::vector<HistoryEntry> history;    ///< oldest first
  std::vector<HistoryEntry> proposals;  ///< acts that a reviewer asks about, in the order of the lead
  std::vector<Note> notes;
  std::vector<Detail> details;  ///< by field, in the order of the text
  std::int64_t submitted = 0;   ///< seconds; 0 unknown
  std::string_view campaign;
  std::string_view page;
  std::string_view collection_method;
  std::string_view assigned_team;
  std::string_view referrer;

  static constexpr std::int32_t kUnknownNumber = INT32_MIN;

  [[nodiscard]] std::int32_t fact(profile::Fact fact) const { return facts[static_cast<std::size_t>(fact)]; }
  void set(profile::Fact fact, std::int32_t value) { facts[static_cast<std::size_t>(fact)] = value; }
};

}  // namespace prequal::lead
