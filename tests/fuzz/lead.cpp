// Lead documents against a shipped profile.
#include "fuzzing.h"

using namespace prequal;
using namespace prequal::fuzzing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const lead::Slots slots(shipped_program().profile);
  static lead::JsonLeadReader reader(slots);
  static report::Qualifier qualifier(shipped_program());
  static lead::RawLead raw;
  const Exact input(data, size);
  const auto problem = reader.read(input.text(), raw);
  // A lead is read exactly when it is one JSON object of the shape that leads have.
  if (!problem) {
    PREQUAL_MUST(is_json(input.text()));
    check_verdict(qualifier, raw);
  } else {
    PREQUAL_MUST(problem->code != Code::none);
  }
  return 0;
}
