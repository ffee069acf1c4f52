// Weights by expectation-maximisation over the patterns of agreement: how often a field agrees between records of one person
// (m, learnt from the candidates) and between any two records (u, counted over pairs taken across the list).
#include <algorithm>
#include <array>

#include "quality/duplicates.h"
#include "quality/fixed_log.h"

namespace prequal::quality {
namespace {

constexpr std::size_t kLevels = 4;
constexpr std::size_t kPatterns = 4096;  // four agreements in each of six fields
constexpr std::uint64_t kOne = 65536;

std::size_t pattern_of(const Agreements& fields) {
  std::size_t pattern = 0;
  for (const Agreement level : fields) pattern = pattern * kLevels + static_cast<std::size_t>(level);
  return pattern;
}

std::size_t level_in(std::size_t pattern, std::size_t field) {
  for (std::size_t i = kLinkFields - 1; i > field; --i) pattern /= kLevels;
  return pattern % kLevels;
}

using Levels = std::array<std::array<std::uint64_t, kLevels>, kLinkFields>;

// How far a field may teach. Without bounds the fields that colleagues share (organization, address, switchboard) win over the
// name, and every clinic becomes one person. In bits: different from, to; near from, to; the same from, to.
struct Bounds {
  std::array<std::int32_t, 2> differs;
  std::array<std::int32_t, 2> near;
  std::array<std::int32_t, 2> same;
};
constexpr std::array<Bounds, kLinkFields> kBounds{{
    {{-16, -12}, {4, 8}, {6, 10}},  // name
    {{-4, -1}, {1, 4}, {2, 4}},     // organization
    {{-4, -1}, {5, 9}, {8, 14}},    // email
    {{-3, -1}, {2, 5}, {3, 6}},     // phone
    {{-3, -1}, {1, 3}, {1, 3}},     // address
    {{-4, -1}, {0, 1}, {1, 2}},     // zip
}};

// Counts with some weight put in for what the list did not show, so that nothing is impossible.
std::int32_t log_ratio(const std::array<std::uint64_t, kLevels>& m, const std::array<std::uint64_t, kLevels>& u,
                       std::size_t level, std::uint64_t before) {
  std::uint64_t m_all = 0;
  std::uint64_t u_all = 0;
  for (std::size_t i = 1; i < kLevels; ++i) {
    m_all += m[i] + before;
    u_all += u[i] + before / 64 + 1;
  }
  return log2_fixed(m[level] + before) - log2_fixed(m_all) - log2_fixed(u[level] + before / 64 + 1) + log2_fixed(u_all);
}

}  // namespace

void Duplicates::learn() {
  // What any two people look like.
  Levels u{};
  const auto count = static_cast<std::uint64_t>(records_.size());
  constexpr std::uint64_t kSample = 60'000;
  constexpr std::uint64_t kStep = 2'654'435'761;  // a prime, so that the partners spread over the list
  for (std::uint64_t i = 0; i < kSample && count > 1; ++i) {
    const auto a = static_cast<std::uint32_t>(i % count);
    const auto b = static_cast<std::uint32_t>((i * kStep + i / count + 1) % count);
    if (a == b) continue;
    const Agreements fields = agree(std::min(a, b), std::max(a, b));
    for (std::size_t f = 0; f < kLinkFields; ++f) u[f][static_cast<std::size_t>(fields[f])] += kOne;
  }
  std::vector<std::uint64_t> patterns(kPatterns, 0);
  for (const std::uint64_t pair : candidates_) {
    ++patterns[pattern_of(agree(static_cast<std::uint32_t>(pair >> 32U), static_cast<std::uint32_t>(pair)))];
  }
  // A first guess that holds for lists of people: fields of one person mostly agree.
  constexpr std::array<std::int32_t, kLevels> kGuess{0, -4 * kBit, 3 * kBit, 6 * kBit};
  for (auto& weights : model_.weights) weights = kGuess;
  model_.weights[static_cast<std::size_t>(LinkField::place)] = {0, -2 * kBit, kBit, 3 * kBit};
  model_.prior = -6 * kBit;
  constexpr int kRounds = 20;
  for (int round = 0; round < kRounds; ++round) {
    Levels m{};
    std::uint64_t matches = 0;
    std::uint64_t all = 0;
    for (std::size_t pattern = 0; pattern < kPatterns; ++pattern) {
      if (patterns[pattern] == 0) continue;
      std::int32_t weight = model_.prior;
      for (std::size_t f = 0; f < kLinkFields; ++f) weight += model_.weights[f][level_in(pattern, f)];
      const std::uint64_t share = patterns[pattern] * chance_of(weight);
      matches += share;
      all += patterns[pattern] * kOne;
      for (std::size_t f = 0; f < kLinkFields; ++f) m[f][level_in(pattern, f)] += share;
    }
    if (all == 0) return;
    // As if some pairs more had been seen that agree as the first guess says: short lists teach little.
    constexpr std::uint64_t kBefore = 2 * kOne;
    for (std::size_t f = 0; f < kLinkFields; ++f) {
      m[f][static_cast<std::size_t>(Agreement::same)] += 12 * kOne;
      m[f][static_cast<std::size_t>(Agreement::near)] += 3 * kOne;
      for (std::size_t level = 1; level < kLevels; ++level) {
        const auto level_name = static_cast<Agreement>(level);
        const auto& [least, most] = level_name == Agreement::differs ? kBounds[f].differs
                                    : level_name == Agreement::near  ? kBounds[f].near
                                                                     : kBounds[f].same;
        model_.weights[f][level] = std::clamp(log_ratio(m[f], u[f], level, kBefore), least * kBit, most * kBit);
      }
    }
    const std::uint64_t rest = all > matches ? all - matches : 1;
    constexpr std::int32_t kLeastPrior = -9 * kBit;
    constexpr std::int32_t kMostPrior = -4 * kBit;
    model_.prior = std::clamp(log2_fixed(matches + kOne) - log2_fixed(rest + kOne), kLeastPrior, kMostPrior);
  }
}

void Duplicates::judge(Link& link) const {
  link.prior = model_.prior;
  link.weight = link.prior;
  for (std::size_t f = 0; f < kLinkFields; ++f) {
    link.weights[f] = model_.weights[f][static_cast<std::size_t>(link.fields[f])];
    link.weight += link.weights[f];
  }
  const std::uint32_t chance = chance_of(link.weight);
  link.certainty = static_cast<std::uint8_t>(std::min<std::uint32_t>(chance * 100 / 65536, 99));
}

}  // namespace prequal::quality
