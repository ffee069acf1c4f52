// Lists of the format "csv".
#include "list_fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  prequal::fuzzing::check_list(data, size, prequal::lists::Format::csv);
  return 0;
}
