// Floor: guide. "What would change it?": the smallest changes of answers that lift a lead, each tried out by the engine.
#pragma once

#include <vector>

#include "guide/hypothesis.h"
#include "guide/support.h"

namespace prequal::guide {

/// What a change is to achieve.
enum class Target : std::uint8_t {
  eligible,  ///< the lead is eligible
  stage,     ///< it stands at least one step higher
  band,      ///< its band is higher
  route,     ///< it goes to people who work leads, and not to nurture, review or nobody
};
inline constexpr std::size_t kTargets = 4;
[[nodiscard]] std::string_view target_name(Target target);

struct Change {
  Target target = Target::eligible;
  std::vector<Hypothesis> answers;  ///< sorted by field; only unknown answers, and known ones that the lead may change
  std::uint8_t band = 0;            ///< outcome with these answers
  std::uint8_t stage = 0;
  std::uint8_t eligibility = 0;
  std::uint8_t lane = 0;
  std::int32_t total = 0;
};

struct Changes {
  std::vector<Change> list;  ///< for each target all smallest changes, in the order of the targets
  bool complete = true;      ///< false: the search was cut off by ChangeOptions::most_variants
};

struct ChangeOptions {
  std::size_t most_answers = 5;  ///< changes of more answers than that are not looked for
  std::size_t most_variants = 20'000;
  std::size_t most_listed = 12;  ///< for each target
};

/// Finds changes by width-first search. Whatever reaches a target must change a field of the first condition that stands in
/// its way, so only such fields are tried; nothing that exhaustive search would find is missed. Every change listed was
/// evaluated whole. Cost: about half a microsecond for each variant.
class ChangeFinder {
 public:
  ChangeFinder(const evaluate::Plan& plan, const Support& support);

  [[nodiscard]] Changes find(const lead::Lead& lead, Instant now, const decide::Decider<1>& decider,
                             const ChangeOptions& options);

 private:
  using Answers = std::vector<Hypothesis>;

  void search(Target target, const ChangeOptions& options, Changes& out);
  /// Sources one of which must change before `target` can be reached from this lane.
  [[nodiscard]] std::vector<profile::Source> levers(Target target, const decide::Decider<1>& decider,
                                                    std::size_t lane) const;
  [[nodiscard]] bool reached(Target target, const decide::Decider<1>& decider, std::size_t lane) const;
  void add_support(profile::ConditionId id, std::vector<profile::Source>& out) const;
  void add_all(std::vector<profile::Source>& out) const;
  [[nodiscard]] bool add_eligibility_levers(const decide::Decider<1>& decider, std::size_t lane,
                                            std::vector<profile::Source>& out) const;
  [[nodiscard]] std::vector<std::int32_t> values_of(profile::Source source) const;

  const profile::Profile& profile_;
  const Support& support_;
  Hypotheses hypotheses_;
  Variants variants_;
  std::vector<profile::Source> all_;  // everything that some outcome depends on
  bool any_route_ = false;            // some route can take leads that are stopped or held
  const lead::Lead* lead_ = nullptr;
  std::uint32_t band_ = 0;
  std::uint32_t stage_ = 0;
  std::size_t tried_ = 0;
};

}  // namespace prequal::guide
