// What the list teaches, by expectation-maximisation: how many of its records repeat another, and how often each field agrees
// between records of one person.
#include <algorithm>
#include <array>

#include "quality/duplicates.h"
#include "quality/fixed_log.h"
#include "quality/link_evidence.h"

namespace prequal::quality {
namespace {

constexpr std::uint64_t kOne = 65536;

// What is expected of any list, in a hundred: missing (not counted), differs, near, same.
constexpr std::array<std::array<std::uint32_t, kAgreements>, kLinkFields> kExpected{{
    {0, 5, 35, 60},   // name
    {0, 15, 30, 55},  // organization
    {0, 35, 10, 55},  // email
    {0, 32, 8, 60},   // phone
    {0, 15, 25, 60},  // address
    {0, 10, 20, 70},  // place
}};

}  // namespace

void Duplicates::learn() {
  const auto count = static_cast<std::uint64_t>(records_.size());
  model_ = {};
  if (count < 2) return;
  // Some ten thousand pairs teach as much as all. Which ones depends on what they hold, not on where they stand.
  constexpr std::size_t kSample = 40'000;
  const std::size_t stride = candidates_.size() / kSample + 1;
  std::vector<Evidence> sample;
  for (const std::uint64_t pair : candidates_) {
    const auto a = static_cast<std::uint32_t>(pair >> 32U);
    const auto b = static_cast<std::uint32_t>(pair);
    if (stride > 1 && mix_hash(records_.hash(a) + records_.hash(b)) % stride != 0) continue;
    sample.push_back(find_evidence(records_, a, b));
  }
  // Pairs of one person, in 1/65536: at first one record in twenty.
  std::uint64_t matches = count * kOne / 20;
  constexpr int kRounds = 12;
  for (int round = 0; round <= kRounds; ++round) {
    // As if the list went on beyond its end: in a list of ten, two of the same name are no more likely one than in one of a thousand.
    constexpr std::uint64_t kOthers = 1'000;
    const std::uint64_t repeated = std::clamp(matches, count * kOne / 200, count * kOne);
    model_.prior = log2_fixed(repeated * 2) - log2_fixed(kOne * count) - log2_fixed(count + kOthers);
    if (round == kRounds) break;
    std::array<std::array<std::uint64_t, kAgreements>, kLinkFields> seen{};
    matches = 0;
    for (const Evidence& evidence : sample) {
      const std::uint64_t share = chance_of(weigh(evidence, model_).weight);
      matches += share * stride;
      for (std::size_t f = 0; f < kLinkFields; ++f) seen[f][static_cast<std::size_t>(evidence.fields[f])] += share;
    }
    for (std::size_t f = 0; f < kLinkFields; ++f) {
      // As if some pairs more had been seen that agree as in any list: short lists teach little.
      constexpr std::uint64_t kBefore = 30;
      std::uint64_t all = 0;
      for (std::size_t level = 1; level < kAgreements; ++level)
        all += seen[f][level] + kBefore * kOne * kExpected[f][level] / 100;
      for (std::size_t level = 1; level < kAgreements; ++level) {
        const std::uint64_t here = seen[f][level] + kBefore * kOne * kExpected[f][level] / 100;
        model_.rates[f][level] = static_cast<std::uint32_t>(here * kOne / all);
        const std::int32_t shift = log2_fixed(here * 100) - log2_fixed(all * kExpected[f][level]);
        model_.shifts[f][level] = std::clamp(shift, -2 * kBit, kBit);
      }
    }
  }
}

}  // namespace prequal::quality
