// Floor: guide. "What if the lead answered ...?": a lead with some answers put in, evaluated 64 variants at a time by the
// same engine as everything else.
#pragma once

#include <cstdint>
#include <vector>

#include "decide/decider.h"
#include "evaluate/loader.h"
#include "lead/lead.h"
#include "profile/facts.h"

namespace prequal::guide {

/// An answer put in: a code, a number, days or minutes from now, or for texts which phrase is mentioned. For a multiple
/// choice a negative number names several codes at once, see Hypotheses::codes. Or a consent that is given: then `field` is
/// the source of one of the consent facts.
struct Hypothesis {
  profile::Source field = profile::kNoSource;
  std::int32_t value = 0;

  friend bool operator==(const Hypothesis&, const Hypothesis&) = default;
};

/// For each field the answers that conditions can tell apart, one of each class; made once for each profile. Texts mention
/// at most one of the phrases.
class Hypotheses {
 public:
  explicit Hypotheses(const profile::Profile& profile);
  [[nodiscard]] const std::vector<std::int32_t>& values(profile::FieldId field) const { return values_[field]; }
  /// The codes of an answer to a multiple choice, sorted.
  [[nodiscard]] std::vector<std::uint32_t> codes(const Hypothesis& answer) const;

 private:
  void add_sets(const profile::Profile& profile, profile::FieldId field);

  std::vector<std::vector<std::int32_t>> values_;
  std::vector<std::vector<std::uint32_t>> sets_;  // value -1 - i is set i
};

/// Evaluates variants of one lead. Reuse it; use one for each thread.
class Variants {
 public:
  static constexpr std::size_t kMost = 64;

  /// `hypotheses` are those of the same profile.
  Variants(const evaluate::Plan& plan, const Hypotheses& hypotheses);

  /// Starts with the lead as it is.
  void start(const lead::Lead& lead, Instant now);
  /// Adds a variant with these answers put in and gives its lane. Requires fewer than kMost since the last run.
  std::size_t add(const std::vector<Hypothesis>& answers);
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Decides all variants added so far; the results stay readable until the next add after it, which starts anew.
  const decide::Decider<1>& run();

 private:
  void put(const Hypothesis& answer);
  void take_back(const std::vector<Hypothesis>& answers);
  void find_contact_facts(bool new_contact);
  void find_data_facts();

  const evaluate::Plan& plan_;
  const Hypotheses& hypotheses_;
  evaluate::Loader loader_;
  evaluate::FactTable table_;
  decide::Decider<1> decider_;
  lead::Lead base_;
  lead::Lead variant_;
  Instant now_;
  std::size_t size_ = 0;
  bool ran_ = false;
  profile::FieldId email_;
  profile::FieldId phone_;
  profile::FieldId org_name_;
  profile::FieldId org_type_;
};

}  // namespace prequal::guide
