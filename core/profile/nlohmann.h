// Floor: profile. The one place that includes nlohmann/json. Only its event parser is used.
//
// Its lexer converts numbers with a fraction by strtod and builds error sentences with snprintf. Profiles hold whole
// numbers only and our own problems say what is wrong, so both are replaced while the header is read: that keeps 10 KB of
// compressed floating-point and formatting code off every landing page (22.4 -> 12.1 KB, measured with emscripten 3.1.69).
#pragma once

#include <algorithm>
#include <array>
#include <clocale>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <iterator>
#include <limits>
#include <map>
#include <memory>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#define JSON_NO_IO 1
#define JSON_NOEXCEPTION 1
// A namespace of its own: a program that links prequal and uses nlohmann/json itself must not share our altered functions.
#define NLOHMANN_JSON_NAMESPACE nlohmann::prequal_events
#define NLOHMANN_JSON_NAMESPACE_BEGIN \
  namespace nlohmann {                \
  inline namespace prequal_events {
#define NLOHMANN_JSON_NAMESPACE_END \
  }                                 \
  }

namespace std {  // NOLINT(cert-dcl58-cpp): the header qualifies the two names with std
inline double prequal_strtod(const char* text, char** end) {
  *end = const_cast<char*>(text) + std::strlen(text);  // NOLINT(cppcoreguidelines-pro-type-const-cast)
  return 0;
}
template <typename... Values>
inline int prequal_snprintf(char* buffer, size_t size, const char* /*format*/, Values... /*values*/) {
  if (size > 0) buffer[0] = '\0';
  return 0;
}
}  // namespace std
#define strtod prequal_strtod
#define snprintf prequal_snprintf
#include <nlohmann/json.hpp>
#undef strtod
#undef snprintf

namespace prequal::profile {

using JsonException = nlohmann::detail::exception;

/// Runs the parser over `text` and hands every event to `builder`. False when the text is not JSON or the builder said no.
template <typename Builder>
[[nodiscard]] bool parse_json(std::string_view text, Builder& builder) {
  return nlohmann::json::sax_parse(text.data(), text.data() + text.size(), &builder);
}

}  // namespace prequal::profile
