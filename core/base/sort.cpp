#include "base/sort.h"

namespace prequal {
namespace {

struct Merge {
  Before before;
  const void* context;

  // Merges the sorted runs [begin, middle) and [middle, end) of `from` into `to`.
  void runs(const std::uint32_t* from, std::uint32_t* to, std::size_t begin, std::size_t middle, std::size_t end) const {
    std::size_t left = begin;
    std::size_t right = middle;
    for (std::size_t at = begin; at < end; ++at) {
      const bool take_right = left == middle || (right < end && before(context, from[right], from[left]));
      to[at] = from[take_right ? right++ : left++];
    }
  }
};

}  // namespace

std::vector<std::uint32_t> sorted_order(std::size_t size, Before before, const void* context) {
  std::vector<std::uint32_t> order(size);
  for (std::size_t i = 0; i < size; ++i) order[i] = static_cast<std::uint32_t>(i);
  std::vector<std::uint32_t> other(size);
  const Merge merge{before, context};
  for (std::size_t width = 1; width < size; width *= 2) {
    for (std::size_t begin = 0; begin < size; begin += 2 * width) {
      const std::size_t middle = begin + width < size ? begin + width : size;
      const std::size_t end = middle + width < size ? middle + width : size;
      merge.runs(order.data(), other.data(), begin, middle, end);
    }
    order.swap(other);
  }
  return order;
}

}  // namespace prequal
