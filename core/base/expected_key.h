// Floor: base. The name of a JSON member that is likely to come next, as it would stand in the text.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/bytes16.h"

namespace prequal {

/// A name that needs escapes is never expected.
class ExpectedKey {
 public:
  ExpectedKey() = default;
  explicit ExpectedKey(std::string_view name) {
    const auto plain = [](char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; };
    if (!std::ranges::all_of(name, plain)) return;
    written_.append(",\"").append(name).append("\":");
    std::array<char, kStart> start{};
    const std::size_t size = std::min(written_.size(), kStart);
    std::copy_n(written_.begin(), size, start.begin());
    low_ = load16(start.data());
    high_ = load16(start.data() + kRunBytes);
    mask_ = static_cast<std::uint32_t>((std::uint64_t{1} << size) - 1);
  }

  /// How many bytes it takes: a comma, the name in quotes, a colon. 0 when it is never expected.
  [[nodiscard]] std::size_t size() const { return written_.size(); }
  /// Does `text` start with it? `any_start`: whatever stands in the place of the comma.
  [[nodiscard]] bool starts(std::string_view text, bool any_start) const {
    const std::size_t size = written_.size();
    const std::uint32_t ignored = any_start ? 1 : 0;
    std::size_t at = ignored;
    if (text.size() >= kStart) {
      const char* bytes = text.data();
      const std::uint32_t same = bits_of(load16(bytes) == low_) | bits_of(load16(bytes + kRunBytes) == high_) << kRunBytes;
      if (((same | ignored) & mask_) != mask_) return false;
      if (size <= kStart) return size != 0;
      at = kStart;
    }
    return size != 0 && text.size() >= size && text.substr(at, size - at) == std::string_view(written_).substr(at);
  }

 private:
  static constexpr std::size_t kStart = 2 * kRunBytes;

  std::string written_;
  Bytes16 low_{};  // its first 32 bytes
  Bytes16 high_{};
  std::uint32_t mask_ = 0;  // a bit for each of those that is its own
};

}  // namespace prequal
