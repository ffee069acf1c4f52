// Floor: quality. Detail in free text that a form about a service should not collect: identifiers (those of the Safe Harbor list
// that can be recognised) and what is said of a person's health.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quality/message.h"

namespace prequal::quality {

enum class SensitiveKind : std::uint8_t {
#define PREQUAL_SENSITIVE(name, code, family) name,
#include "quality/sensitive.def"
#undef PREQUAL_SENSITIVE
};
enum class SensitiveFamily : std::uint8_t { contact, identifier, health };

[[nodiscard]] std::string_view sensitive_code(SensitiveKind kind);
[[nodiscard]] SensitiveFamily sensitive_family(SensitiveKind kind);
[[nodiscard]] std::string_view family_name(SensitiveFamily family);

struct SensitiveSpan {
  std::uint32_t start = 0;  ///< bytes of the text
  std::uint32_t length = 0;
  SensitiveKind kind = SensitiveKind::condition;
  std::uint8_t confidence = 0;  ///< 1 to 99: how sure, in parts of a hundred; an order and no frequency
};

/// From this confidence on a span is masked and spoken of.
inline constexpr int kSureEnough = 50;

/// Finds spans; holds scratch space, so use one for each thread.
class SensitiveScanner {
 public:
  /// The spans of `text` in order, none within another. Requires: well-formed UTF-8. Cost: linear in the text; no allocation
  /// once the buffers have grown. Valid until the next call.
  const std::vector<SensitiveSpan>& scan(std::string_view text);
  /// The words of the last text.
  [[nodiscard]] const Message& message() const { return message_; }

 private:
  void find_chunks();                          // sensitive_chunks.cpp
  void find_numbers();                         // sensitive_numbers.cpp
  std::size_t read_number(std::size_t first);  // sensitive_numbers.cpp
  void find_after_cues();                      // sensitive_cues.cpp
  void find_addresses();                       // sensitive_cues.cpp
  void find_health();                          // sensitive_health.cpp
  void add(std::size_t start, std::size_t end, SensitiveKind kind, int confidence);
  [[nodiscard]] WordClass cue_before(std::size_t word) const;
  void settle();

  Message message_;
  std::vector<SensitiveSpan> spans_;
};

/// Appends `text` with each span replaced by its code in brackets, so that nothing of it remains. Spans below `least` confidence
/// stay. Requires: the spans are those of the text.
void append_masked(std::string& out, std::string_view text, const std::vector<SensitiveSpan>& spans,
                   int least = kSureEnough);

}  // namespace prequal::quality
