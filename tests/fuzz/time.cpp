// Times and zones: what is read is written back as the same moment.
#include "base/time.h"

#include "fuzzing.h"

using namespace prequal;
using namespace prequal::fuzzing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Exact input(data, size);
  if (const auto days = parse_date(input.text())) {
    std::string out;
    append_date(out, *days);
    PREQUAL_MUST(out == input.text());
  }
  if (const auto instant = parse_rfc3339(input.text())) {
    PREQUAL_MUST(parse_instant(input.text(), 60) == instant);
    const std::int64_t local = instant->seconds + std::int64_t{instant->offset_minutes} * 60;
    PREQUAL_MUST(local >= -62135596800 && local <= 253402300799);
    std::string out;
    append_rfc3339(out, *instant);
    PREQUAL_MUST(parse_rfc3339(out) == instant);
  }
  return 0;
}
