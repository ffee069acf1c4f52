// Floor: lead. Reads one lead that is a JSON object.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/json_scanner.h"
#include "base/problem.h"
#include "lead/raw_lead.h"
#include "lead/slots.h"

namespace prequal::lead {

/// Reads lead documents: {"id": ..., "answers": {...}, "consent": {...}, "touches": [...]}. Fields may also stand at the top
/// level, as they do in lists. Names that mean nothing here are passed over. Reuse one reader for many leads.
class JsonLeadReader {
 public:
  /// With `names`, the names of answers and lead keys are looked up there instead.
  explicit JsonLeadReader(const Slots& slots, NameResolver* names = nullptr) : slots_(slots), names_(names) {}

  /// Fills `lead`, whose texts borrow from `json` and from `lead` itself. A problem means that the text is not a usable lead.
  [[nodiscard]] std::optional<Problem> read(std::string_view json, RawLead& lead);

 private:
  // A name that stood at the top of some lead, and what it means. Leads of a list have the same names in the same order, so
  // those that followed before are tried first.
  struct Member {
    enum class Kind : std::uint8_t { value, events, answers };

    std::string name;
    ExpectedKey expected{};
    Kind kind = Kind::value;
    EventKind events{};                // of Kind::events
    std::optional<RankedSlot> slot{};  // looked up when it first has a value that is no object
    std::size_t next = 0;
  };

  [[nodiscard]] bool read_members(JsonScanner& scanner, RawLead& lead);
  [[nodiscard]] bool read_member(JsonScanner& scanner, std::size_t member, RawLead& lead);
  [[nodiscard]] bool read_inner(JsonScanner& scanner, RawLead& lead);
  [[nodiscard]] bool read_plain_value(JsonScanner& scanner, Member& member, RawLead& lead);
  [[nodiscard]] std::size_t take_member(JsonScanner& scanner, std::size_t guess) const;
  [[nodiscard]] std::size_t find_member(std::string_view name, std::size_t guess);
  [[nodiscard]] static Member make_member(std::string_view name);
  [[nodiscard]] bool read_value(JsonScanner& scanner, JsonToken token, RankedSlot where, std::vector<RawValue>& values,
                                RawLead& lead);
  [[nodiscard]] bool read_items(JsonScanner& scanner, RankedSlot where, std::vector<RawValue>& values, RawLead& lead);
  [[nodiscard]] bool read_events(JsonScanner& scanner, EventKind kind, RawLead& lead);
  [[nodiscard]] bool read_event(JsonScanner& scanner, EventKind kind, RawLead& lead);
  [[nodiscard]] bool read_event_answers(JsonScanner& scanner, RawEvent& event, RawLead& lead);
  [[nodiscard]] static std::string_view keep(JsonScanner& scanner, RawLead& lead);
  [[nodiscard]] RankedSlot find(std::string_view name) const;
  void add_text(std::string_view text, RankedSlot where, RawKind kind, std::vector<RawValue>& values, RawLead& lead);
  void keep_best(std::vector<RawValue>& values);
  [[nodiscard]] bool fail(Code code, std::string_view subject, std::string_view detail);

  const Slots& slots_;
  NameResolver* names_;
  std::vector<Member> members_;
  Member strange_;                      // a name beyond those that are remembered
  std::array<std::size_t, 2> first_{};  // the member that the lead, and its answers, started with last
  std::string path_;
  std::string scratch_;
  std::vector<std::uint8_t> best_;  // rank by slot
  std::uint32_t ranks_ = 0;         // a bit for each rank of the values of the lead at hand
  std::optional<Problem> problem_;
};

}  // namespace prequal::lead
