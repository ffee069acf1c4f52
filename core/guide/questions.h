// Floor: guide. Which question to ask next.
#pragma once

#include <vector>

#include "guide/hypothesis.h"
#include "guide/support.h"

namespace prequal::guide {

/// What the answer can still decide, most important first.
enum class Effect : std::uint8_t { eligibility, routing, priority, completeness };
[[nodiscard]] std::string_view effect_name(Effect effect);

struct RankedQuestion {
  profile::FieldId field = profile::kNoField;
  std::uint16_t question = profile::kNoEntry;  ///< index into Model::questions, when the profile words it there
  Effect effect = Effect::completeness;
  std::int32_t left = 0;  ///< how much work is on average left after the answer; smaller is better
};

struct QuestionOptions {
  bool include_calls = true;                            ///< also what only a conversation can find out
  bool include_completeness = true;                     ///< also gaps that change no outcome
  const std::vector<profile::FieldId>* only = nullptr;  ///< only these fields, when given
};

/// Ranks what is unknown of one lead. Every candidate answer is tried out by the engine: a question is the better, the less
/// its answers leave open on average. A settled verdict asks nothing but, if wanted, what completeness lacks. Cost: about a
/// microsecond for each candidate answer.
class Questioner {
 public:
  Questioner(const evaluate::Plan& plan, const Support& support);

  /// `decider` holds the lead's decision in lane 0.
  [[nodiscard]] std::vector<RankedQuestion> rank(const lead::Lead& lead, Instant now, const decide::Decider<1>& decider,
                                                 const QuestionOptions& options);

 private:
  struct Candidate {
    RankedQuestion question;
    std::int64_t sum = 0;
    std::int32_t tried = 0;
    bool changes = false;
    bool wanted = false;  // the profile words a question for just this situation
  };
  void find_candidates(const lead::Lead& lead, const decide::Decider<1>& decider, const QuestionOptions& options);
  void try_answers(const lead::Lead& lead, Instant now);
  /// In how many conditions that are still open the field has a part.
  [[nodiscard]] std::int32_t open_conditions(profile::FieldId field, const decide::Decider<1>& decider) const;
  [[nodiscard]] Effect effect_of(profile::FieldId field, const decide::Decider<1>& decider) const;

  const profile::Profile& profile_;
  const Support& support_;
  Hypotheses hypotheses_;
  Variants variants_;
  std::vector<Candidate> candidates_;
};

/// How much is open for one lane: the more outcomes can still be reached, the larger. 0 when the verdict is settled.
[[nodiscard]] std::int32_t openness(const decide::Decider<1>& decider, std::size_t lane);

}  // namespace prequal::guide
