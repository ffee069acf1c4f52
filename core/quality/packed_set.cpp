#include "quality/packed_set.h"

#include <algorithm>
#include <bit>

#include "base/text.h"

namespace prequal::quality {

std::uint32_t hash_name(std::string_view name, char kind) {
  NameHash hash;
  for (std::size_t i = name.size(); i > 0; --i) hash.add(to_lower(name[i - 1]));
  return hash.value(kind);
}

namespace {

class BitReader {
 public:
  BitReader(std::span<const std::uint64_t> words, std::uint32_t at) : words_(words), at_(at) {}

  /// Ones up to a zero.
  std::uint32_t read_unary() {
    std::uint32_t count = 0;
    for (;;) {
      const std::uint32_t bit = at_ % 64;
      const std::uint64_t rest = ~(words_[at_ / 64] >> bit);
      const auto ones = static_cast<std::uint32_t>(std::countr_zero(rest));
      if (ones < 64 - bit) {
        at_ += ones + 1;
        return count + ones;
      }
      count += 64 - bit;
      at_ += 64 - bit;
    }
  }
  std::uint32_t read(std::uint32_t width) {
    const std::uint32_t bit = at_ % 64;
    std::uint64_t value = words_[at_ / 64] >> bit;
    if (bit + width > 64) value |= words_[at_ / 64 + 1] << (64 - bit);
    at_ += width;
    return static_cast<std::uint32_t>(value & ((std::uint64_t{1} << width) - 1));
  }

 private:
  std::span<const std::uint64_t> words_;
  std::uint32_t at_;
};

}  // namespace

bool PackedSet::contains(std::uint32_t hash) const {
  const auto wanted = static_cast<std::uint32_t>((std::uint64_t{hash} * range) >> 32U);
  const auto after = std::ranges::upper_bound(first, wanted);
  if (after == first.begin()) return false;
  const auto block = static_cast<std::size_t>(after - first.begin()) - 1;
  std::uint32_t value = first[block];
  const auto names = std::min<std::uint32_t>(kBlock, count - static_cast<std::uint32_t>(block) * kBlock);
  BitReader reader(bits, start[block]);
  for (std::uint32_t i = 1; i < names && value < wanted; ++i) {
    const std::uint32_t high = reader.read_unary();
    value += (high << rice) + reader.read(rice);
  }
  return value == wanted;
}

}  // namespace prequal::quality
