// Floor: base. Stable sorting in few bytes: one merge sort over positions serves every type, where the library's own is
// compiled anew for each (43 KB of the form build before compression, measured with wasm/contributors.py).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace prequal {

/// Whether the item at position `a` belongs before the one at `b`.
using Before = bool (*)(const void* context, std::uint32_t a, std::uint32_t b);

/// The positions 0 to `size` - 1 in sorted order; equal items keep theirs. Cost: size x log2(size) calls.
[[nodiscard]] std::vector<std::uint32_t> sorted_order(std::size_t size, Before before, const void* context);

/// Sorts `items` by `before(a, b)`; equal ones keep their order. At most 2^32 - 1 items.
template <typename T, typename Less>
void sort_by(std::vector<T>& items, const Less& before) {
  if (items.size() < 2) return;
  struct Context {
    const T* items;
    const Less* before;
  };
  const Context context{items.data(), &before};
  auto order = sorted_order(
      items.size(),
      [](const void* given, std::uint32_t a, std::uint32_t b) {
        const auto* with = static_cast<const Context*>(given);
        return (*with->before)(with->items[a], with->items[b]);
      },
      &context);
  // Every cycle of the order is moved along once.
  for (std::uint32_t start = 0; start < order.size(); ++start) {
    if (order[start] == start) continue;
    T held = std::move(items[start]);
    std::uint32_t at = start;
    while (order[at] != start) {
      const std::uint32_t from = order[at];
      items[at] = std::move(items[from]);
      order[at] = at;
      at = from;
    }
    items[at] = std::move(held);
    order[at] = at;
  }
}

/// Sorts by what `key` (a member or a function) gives, smallest first.
template <typename T, typename Key>
void sort_by_key(std::vector<T>& items, const Key& key) {
  sort_by(items, [&key](const T& a, const T& b) { return std::invoke(key, a) < std::invoke(key, b); });
}

/// Sorts, smallest first.
template <typename T>
void sort(std::vector<T>& items) {
  sort_by(items, [](const T& a, const T& b) { return a < b; });
}

}  // namespace prequal
