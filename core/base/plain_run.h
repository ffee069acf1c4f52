// Floor: base. How far a text can stand in a JSON string as it is.
#pragma once

#include "base/bytes16.h"

namespace prequal {

/// How many of the 16 bytes at `text`, from the first on, can stand in a JSON string as they are: ASCII from 0x20 on, neither
/// a quote nor a backslash.
[[nodiscard]] inline std::size_t plain_run(const char* text) {
  const Bytes16 bytes = load16(text);
  const std::uint32_t special = bits_of((bytes < fill16(0x20)) | (bytes == fill16('"')) | (bytes == fill16('\\')));
  return static_cast<std::size_t>(std::countr_zero(special | 0x10000U));
}

}  // namespace prequal
