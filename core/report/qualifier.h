// Floor: report. Everything that is needed to qualify leads one by one with one profile: raw lead in, decision and verdict
// document out. Lists use the same floors below, in blocks.
#pragma once

#include <memory>
#include <string>

#include "base/time.h"
#include "decide/decider.h"
#include "evaluate/loader.h"
#include "guide/changes.h"
#include "guide/questions.h"
#include "guide/support.h"
#include "lead/normalizer.h"
#include "profile/profile.h"

namespace prequal::report {

/// What a compiled profile needs besides itself, made once: share one among all qualifiers and lists of the profile.
struct Program {
  profile::Profile profile;
  evaluate::Plan plan;
  guide::Support support;

  explicit Program(profile::Profile&& compiled) : profile(std::move(compiled)), plan(profile), support(profile) {}
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
};

/// What a verdict document holds besides the decision and its trace.
struct VerdictOptions {
  bool questions = true;  ///< ranked next questions: some microseconds
  bool changes = false;   ///< smallest changes that would lift the lead: up to some milliseconds
  bool calls = true;      ///< questions that only a conversation can answer are listed too
};

/// The parts of a verdict document in its order: what is written together. report/verdict_parts.def.
enum class VerdictPart : std::uint8_t {
#define PREQUAL_VERDICT_PART(name, ...) name,
#include "report/verdict_parts.def"
#undef PREQUAL_VERDICT_PART
};
inline constexpr std::size_t kVerdictParts = static_cast<std::size_t>(VerdictPart::changes) + 1;

/// Qualifies one lead after the other. Holds scratch space, so use one for each thread.
class Qualifier {
 public:
  explicit Qualifier(const Program& program);

  /// Decides about a lead. The results below stay readable until the next call, as long as `raw` does.
  void run(const lead::RawLead& raw, Instant now);

  [[nodiscard]] const Program& program() const { return program_; }
  /// The lead with everything that was found out about it. Checks of data quality that no condition uses run when this is
  /// first asked for, and cost more than the decision.
  [[nodiscard]] const lead::Lead& lead() const;
  /// The lead as far as the decision needed it: what conditions see is there, other facts and findings may not be yet.
  [[nodiscard]] const lead::Lead& decided_lead() const { return lead_; }
  [[nodiscard]] const decide::Decider<1>& decider() const { return decider_; }
  [[nodiscard]] const evaluate::FactTable& table() const { return table_; }
  [[nodiscard]] Instant now() const { return now_; }
  /// Appends the verdict document (JSON, one line).
  void write_verdict(std::string& out, const VerdictOptions& options = {});
  /// Appends one part of it as an object of its own: the same members, byte for byte. Nothing else is worked out.
  void write_verdict_part(std::string& out, VerdictPart part, const VerdictOptions& options = {});
  [[nodiscard]] std::vector<guide::RankedQuestion> questions(const guide::QuestionOptions& options);
  [[nodiscard]] guide::Changes changes(const guide::ChangeOptions& options);
  /// Decides about the same lead as of the same moment without the touches that came after `seconds`. Readable until the
  /// next call. Requires: what run() was given is still there.
  [[nodiscard]] const decide::Decider<1>& decide_without_touches_after(std::int64_t seconds);

 private:
  const Program& program_;
  lead::Normalizer normalizer_;
  mutable std::unique_ptr<lead::Normalizer> finisher_;  // made when first asked for
  evaluate::Loader loader_;
  evaluate::FactTable table_;
  decide::Decider<1> decider_;
  std::unique_ptr<guide::Questioner> questioner_;  // made when first asked for
  std::unique_ptr<guide::ChangeFinder> changer_;
  mutable lead::Lead lead_;
  mutable bool finished_ = false;
  Instant now_;
  const lead::RawLead* raw_ = nullptr;
  std::unique_ptr<Qualifier> earlier_;
  lead::RawLead earlier_raw_;
};

}  // namespace prequal::report
