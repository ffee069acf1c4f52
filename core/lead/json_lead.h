// Floor: lead. Reads one lead that is a JSON object.
#pragma once

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
  [[nodiscard]] bool read_object(JsonScanner& scanner, RawLead& lead);
  [[nodiscard]] bool read_member(JsonScanner& scanner, RawLead& lead);
  [[nodiscard]] bool read_value(JsonScanner& scanner, JsonToken token, RankedSlot where, std::vector<RawValue>& values,
                                RawLead& lead);
  [[nodiscard]] bool read_events(JsonScanner& scanner, EventKind kind, RawLead& lead);
  [[nodiscard]] bool read_event(JsonScanner& scanner, EventKind kind, RawLead& lead);
  [[nodiscard]] bool read_event_answers(JsonScanner& scanner, RawEvent& event, RawLead& lead);
  [[nodiscard]] static std::string_view keep(JsonScanner& scanner, RawLead& lead);
  [[nodiscard]] RankedSlot find(std::string_view name) const;
  void keep_best(std::vector<RawValue>& values);
  [[nodiscard]] bool fail(Code code, std::string_view subject, std::string_view detail);

  const Slots& slots_;
  NameResolver* names_;
  std::string path_;
  std::string scratch_;
  std::vector<std::uint8_t> best_;  // rank by slot
  std::optional<Problem> problem_;
};

}  // namespace prequal::lead
