// Floor: lists. Which format a list has, found by looking at its first bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/problem.h"

namespace prequal::lists {

enum class Format : std::uint8_t { automatic, csv, ndjson, json };
[[nodiscard]] std::string_view format_name(Format format);
/// The format of that name ("auto", "csv", "ndjson", "json"), or nothing.
[[nodiscard]] std::optional<Format> find_format(std::string_view name);

/// What the first bytes of a list say about it.
struct Shape {
  Format format = Format::csv;
  char delimiter = ',';              ///< of CSV: the one of , ; tab | that cuts the first records into the most even rows
  std::size_t skip = 0;              ///< bytes of a byte order mark
  std::optional<Problem> problem{};  ///< the input is no list at all: UTF-16, a spreadsheet file, compressed
};

/// Looks at the first bytes of a list (limits::kSniffBytes are enough); `whole` when there are no more. `asked` is taken as
/// given unless it is Format::automatic.
[[nodiscard]] Shape find_shape(std::string_view head, bool whole, Format asked);

}  // namespace prequal::lists
