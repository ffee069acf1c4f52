// Floor: lists. The bytes of many records, each in one piece, kept once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace prequal::lists {

/// Grows by blocks of one mebibyte, so that nothing is ever moved and no doubling wastes memory. Views stay good until
/// clear().
class TextStore {
 public:
  /// Where a text stands: block, offset in it and length in one word.
  using Ref = std::uint64_t;

  /// Requires: text.size() < kBlock.
  [[nodiscard]] Ref add(std::string_view text);
  [[nodiscard]] std::string_view view(Ref ref) const {
    return {blocks_[ref >> (2 * kBits)].get() + (ref >> kBits & kMask), static_cast<std::size_t>(ref & kMask)};
  }
  [[nodiscard]] std::size_t bytes() const { return blocks_.size() * kBlock; }
  void clear();

 private:
  static constexpr std::size_t kBits = 20;
  static constexpr std::size_t kBlock = std::size_t{1} << kBits;
  static constexpr Ref kMask = kBlock - 1;

  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t used_ = kBlock;  // of the last block
};

}  // namespace prequal::lists
