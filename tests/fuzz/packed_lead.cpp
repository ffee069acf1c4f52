// Packed leads: whatever the bytes, reading them stays inside of them and ends in a verdict or a problem.
#include "api/packed_lead.h"

#include "fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace prequal;
  using namespace prequal::fuzzing;
  static report::Qualifier qualifier(shipped_program());
  static lead::RawLead raw;
  const Exact input(data, size);
  raw.clear();
  const auto problem = api::read_packed_lead(input.text(), raw);
  for (const lead::RawValue& value : raw.values) {
    PREQUAL_MUST(value.text.empty() ||
                 (value.text.data() >= input.text().data() &&
                  value.text.data() + value.text.size() <= input.text().data() + input.text().size()));
  }
  if (!problem) check_verdict(qualifier, raw);
  return 0;
}
