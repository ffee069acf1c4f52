// Lists of the format "json".
#include "list_fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  prequal::fuzzing::check_list(data, size, prequal::lists::Format::json);
  return 0;
}
