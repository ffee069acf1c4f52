// Floor: base. What is wrong, where, and what to do: the one error type of the engine. A Problem never holds a value that
// a person typed; `subject` and `detail` come from a profile, a file's structure or a command line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace prequal {

enum class Severity : std::uint8_t { info, warning, error };

/// Every problem there is: name, text and remedy stand in base/codes.def.
enum class Code : std::uint16_t {
  none = 0,
#define PREQUAL_CODE(name, dotted, severity, message, remedy) name,
#include "base/codes.def"
#undef PREQUAL_CODE
};

/// The stable dotted name of a code, for example "json.syntax".
[[nodiscard]] std::string_view code_name(Code code);
[[nodiscard]] Severity code_severity(Code code);
[[nodiscard]] std::string_view severity_name(Severity severity);

struct Problem {
  Code code = Code::none;
  std::string pointer{};     ///< JSON pointer in a document; empty for its root or where there is no document
  std::uint32_t line = 0;    ///< from 1; 0 when unknown
  std::uint32_t column = 0;  ///< in characters, from 1; 0 when unknown
  std::uint64_t row = 0;     ///< of a list, from 1, the header not counted; 0 when not about a row
  std::string subject{};     ///< what it is about: an id, a key, a column, an option
  std::string detail{};      ///< more: what was expected, what it looks like, a number

  [[nodiscard]] Severity severity() const { return code_severity(code); }
};

/// Collects problems, up to limits::kProblems; then one more that says that there are more.
class Problems {
 public:
  void add(Problem problem);
  [[nodiscard]] const std::vector<Problem>& list() const { return list_; }
  [[nodiscard]] std::vector<Problem>& list() { return list_; }
  [[nodiscard]] bool empty() const { return list_.empty(); }
  [[nodiscard]] bool has_errors() const { return errors_ > 0; }
  [[nodiscard]] std::size_t errors() const { return errors_; }

 private:
  std::vector<Problem> list_;
  std::size_t errors_ = 0;
};

}  // namespace prequal
