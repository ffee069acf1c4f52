// The scanner against nlohmann/json: they accept the same texts, but for the differences that are meant.
#include <nlohmann/json.hpp>

#include "fuzzing.h"

using namespace prequal;
using namespace prequal::fuzzing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Exact input(data, size);
  JsonScanner scanner(input.text());
  std::string scratch;
  std::size_t deepest = 0;
  for (;;) {
    const JsonToken token = scanner.next();
    deepest = std::max(deepest, scanner.depth());
    PREQUAL_MUST(scanner.offset() <= input.text().size());
    if (token == JsonToken::key || token == JsonToken::string) {
      PREQUAL_MUST(find_malformed_utf8(scanner.view_text(scratch)) == std::string_view::npos);
    }
    if (token == JsonToken::error || token == JsonToken::end) break;
  }
  const bool ours = scanner.error() == JsonError::none;
  // Meant: depth, a byte order mark, lone surrogates, and numbers beyond a double. The other parser takes a NUL for the end.
  if (input.text().find('\0') != std::string_view::npos) return 0;
  if (scanner.error() == JsonError::too_deep || input.text().starts_with("\xEF\xBB\xBF")) return 0;
  if (scanner.had_lone_surrogate() || input.text().find("\\u") != std::string_view::npos) return 0;
  bool theirs = false;
  try {
    theirs = !nlohmann::json::parse(input.text()).is_discarded();
  } catch (const nlohmann::json::out_of_range&) {
    return 0;
  } catch (const nlohmann::json::parse_error&) {
    theirs = false;
  }
  PREQUAL_MUST(ours == theirs);
  return 0;
}
