// Lists of the format "automatic".
#include "list_fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  prequal::fuzzing::check_list(data, size, prequal::lists::Format::automatic);
  return 0;
}
