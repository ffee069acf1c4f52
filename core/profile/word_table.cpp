#include "profile/word_table.h"

#include "base/text.h"

namespace prequal::profile {

std::uint32_t WordTable::hash(std::string_view text) {
  std::uint32_t h = 2166136261U;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 16777619U;
  return h ^ (h >> 15U);
}

void WordTable::rebuild(std::size_t slots) {
  slots_.assign(slots, 0);
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    std::size_t slot = entries_[i].hash & (slots - 1);
    while (slots_[slot] != 0) slot = (slot + 1) & (slots - 1);
    slots_[slot] = i + 1;
  }
}

void WordTable::add(std::string_view word_as_written, std::uint32_t code) {
  const std::string folded = to_folded(word_as_written);
  if (folded.empty() || find_folded(folded) != 0) return;
  entries_.push_back(
      {static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(folded.size()), code, hash(folded)});
  text_.append(folded);
  if (entries_.size() * 2 > slots_.size()) {
    rebuild(slots_.empty() ? 16 : slots_.size() * 2);
  } else {
    std::size_t slot = entries_.back().hash & (slots_.size() - 1);
    while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = static_cast<std::uint32_t>(entries_.size());
  }
}

std::uint32_t WordTable::find_folded(std::string_view folded) const {
  if (slots_.empty()) return 0;
  const std::uint32_t h = hash(folded);
  for (std::size_t slot = h & (slots_.size() - 1); slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
    const Entry& entry = entries_[slots_[slot] - 1];
    if (entry.hash == h && word(entry) == folded) return entry.code;
  }
  return 0;
}

std::uint32_t WordTable::find_similar(std::string_view folded, std::size_t limit) const {
  std::uint32_t best = 0;
  std::size_t best_distance = limit + 1;
  for (const Entry& entry : entries_) {
    const std::size_t distance = edit_distance(folded, word(entry), limit);
    if (distance < best_distance) {
      best_distance = distance;
      best = entry.code;
    }
  }
  return best;
}

}  // namespace prequal::profile
