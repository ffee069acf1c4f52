#include "quality/duplicates.h"

#include <algorithm>

#include "quality/fixed_log.h"
#include "quality/link_evidence.h"

namespace prequal::quality {

std::string_view link_field_name(LinkField field) {
  constexpr std::array<std::string_view, kLinkFields> kNames{"name", "organization", "email", "phone", "address", "place"};
  return kNames[static_cast<std::size_t>(field)];
}

std::string_view agreement_name(Agreement agreement) {
  constexpr std::array<std::string_view, kAgreements> kNames{"missing", "differs", "near", "same"};
  return kNames[static_cast<std::size_t>(agreement)];
}

Link Duplicates::compare(std::uint32_t a, std::uint32_t b) const {
  Link link = weigh(find_evidence(records_, std::min(a, b), std::max(a, b)), model_);
  link.a = std::min(a, b);
  link.b = std::max(a, b);
  return link;
}

void Duplicates::run() {
  while (!advance(SIZE_MAX)) {
  }
}

bool Duplicates::advance(std::size_t most) {
  switch (step_) {
    case Step::count:
      records_.count_sharing();
      step_ = Step::candidates;
      break;
    case Step::candidates:
      if (next_ < key_kinds()) {
        find_candidates(next_++);
        break;
      }
      merge_candidates();
      next_ = 0;
      step_ = Step::learn;
      break;
    case Step::learn:
      learn();
      step_ = Step::compare;
      break;
    case Step::compare: {
      const std::size_t end = next_ + std::min(most, candidates_.size() - next_);
      for (; next_ < end; ++next_) {
        const std::uint64_t pair = candidates_[next_];
        const auto a = static_cast<std::uint32_t>(pair >> 32U);
        const auto b = static_cast<std::uint32_t>(pair);
        if (weigh(find_evidence(records_, a, b, true), model_).weight > 0) links_.push_back(compare(a, b));
      }
      if (next_ == candidates_.size()) step_ = Step::cluster;
      break;
    }
    case Step::cluster:
      sort_links();
      cluster();
      step_ = Step::done;
      break;
    case Step::done: break;
  }
  return step_ == Step::done;
}

std::uint32_t Duplicates::progress() const {
  switch (step_) {
    case Step::count: return 0;
    case Step::candidates: return 50 + static_cast<std::uint32_t>(next_ * 200 / key_kinds());
    case Step::learn: return 280;
    case Step::compare:
      return 320 + static_cast<std::uint32_t>(std::uint64_t{next_} * 600 / std::max<std::size_t>(candidates_.size(), 1));
    case Step::cluster: return 920;
    case Step::done: break;
  }
  return 1000;
}

void Duplicates::sort_links() {
  std::ranges::sort(links_, [&](const Link& x, const Link& y) {
    if (x.weight != y.weight) return x.weight > y.weight;
    const std::uint64_t hash_x = mix_hash(records_.hash(x.a) + records_.hash(x.b));
    const std::uint64_t hash_y = mix_hash(records_.hash(y.a) + records_.hash(y.b));
    if (hash_x != hash_y) return hash_x < hash_y;
    return x.a != y.a ? x.a < y.a : x.b < y.b;
  });
}

// From the surest link on, two clusters become one only if their records speak for it all together and no two of them speak
// clearly against it: what is near to something that is near to a third need not be near to that.
void Duplicates::cluster() {
  const auto count = static_cast<std::uint32_t>(records_.size());
  clusters_.resize(count);
  std::vector<std::uint32_t> next(count);  // the members of a cluster, in a ring
  std::vector<std::uint32_t> sizes(count, 1);
  for (std::uint32_t i = 0; i < count; ++i) {
    clusters_[i] = i;
    next[i] = i;
  }
  constexpr std::uint32_t kCompared = 8;  // members of each side that are asked
  constexpr std::int32_t kVeto = -5 * kBit;
  constexpr std::int32_t kMost = 6 * kBit;  // one sure pair does not outvote all others
  for (const Link& link : links_) {
    const std::uint32_t a = clusters_[link.a];
    const std::uint32_t b = clusters_[link.b];
    if (a == b) continue;
    bool against = false;
    std::int32_t sum = 0;
    std::uint32_t x = a;
    for (std::uint32_t i = 0; i < std::min(sizes[a], kCompared) && !against; ++i, x = next[x]) {
      std::uint32_t y = b;
      for (std::uint32_t j = 0; j < std::min(sizes[b], kCompared) && !against; ++j, y = next[y]) {
        const std::int32_t weight = compare(x, y).weight;
        against = weight < kVeto;
        sum += std::clamp(weight, -kMost, kMost);
      }
    }
    if (against || sum <= 0) continue;
    const std::uint32_t kept = std::min(a, b);
    const std::uint32_t lost = std::max(a, b);
    for (std::uint32_t i = 0, member = lost; i < sizes[lost]; ++i, member = next[member]) clusters_[member] = kept;
    sizes[kept] += sizes[lost];
    std::swap(next[kept], next[lost]);
  }
}

}  // namespace prequal::quality
