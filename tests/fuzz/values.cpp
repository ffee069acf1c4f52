// One value in every field of a profile that has a field of each type, with arbitrary bytes.
#include "fuzzing.h"
#include "quality/email.h"
#include "quality/phone.h"
#include "quality/sensitive.h"

using namespace prequal;
using namespace prequal::fuzzing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static report::Qualifier qualifier(shipped_program());
  const Exact input(data, size);
  lead::RawLead raw;
  for (std::size_t i = 0; i < shipped_program().profile.model().fields.size(); ++i) {
    raw.add(static_cast<lead::Slot>(i), input.text());
  }
  for (std::size_t i = 0; i < lead::kLeadKeys; ++i) {
    raw.add(lead::key_slot(static_cast<lead::LeadKey>(i)), input.text());
  }
  check_verdict(qualifier, raw);
  for (const lead::Answer& answer : qualifier.lead().answers) {
    PREQUAL_MUST(find_malformed_utf8(answer.text) == std::string_view::npos);
  }
  const auto phone = quality::check_phone(input.text());
  for (const char c : phone.digits) PREQUAL_MUST(is_digit(c) || c == '+');
  if (quality::find_email_fault(input.text()) == quality::EmailFault::none) {
    // What is proposed is known, so nothing more is proposed for it.
    const std::string_view meant = quality::propose_domain(quality::view_email_domain(input.text())).domain;
    if (!meant.empty() && meant[0] != '.') PREQUAL_MUST(quality::propose_domain(meant).domain.empty());
  }
  if (find_malformed_utf8(input.text()) == std::string_view::npos) {
    quality::SensitiveScanner scanner;
    std::size_t last = 0;
    for (const quality::SensitiveSpan& span : scanner.scan(input.text())) {
      PREQUAL_MUST(span.start >= last && span.length > 0 && span.start + span.length <= input.text().size());
      last = span.start + span.length;
    }
    const std::string once = to_folded(input.text());
    PREQUAL_MUST(to_folded(once) == once);
  }
  return 0;
}
