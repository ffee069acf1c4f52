// A second evaluator, as plain as can be: one lead, recursion over the profile's JSON text, three-valued truth as a number.
// It was written from the documentation and shares nothing with core/profile's compiler, core/evaluate or core/decide; it
// takes from the core only what the lead floor understood (values, data states, facts, touches).
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lead/lead.h"
#include "support/workbench.h"

namespace prequal::testing {

enum class Tri : int { no = 0, unknown = 1, yes = 2 };

class Reference {
 public:
  Reference(const Json& profile, const profile::Profile& compiled, const lead::Lead& lead, Instant now);

  /// Truth of any condition of the format, written as JSON.
  [[nodiscard]] Tri truth(const Json& condition) const;

  // Filled by the constructor.
  std::array<int, 4> categories{};  ///< fit, intent, adjustment, negative
  int total = 0;
  std::string fit_band, intent_band, band, cell;
  std::string eligibility;
  std::string stage;
  std::set<std::string> reasons;  ///< code, or code:sub
  std::string status;
  std::string lane;
  std::string route;  ///< empty: none

 private:
  void score();
  void decide();
  void find_reasons();
  void find_status();
  void find_lane();
  [[nodiscard]] int rule_points(const Json& rule) const;
  [[nodiscard]] int signal_points(const Json& rule) const;
  [[nodiscard]] Tri field_test(const Json& condition) const;
  [[nodiscard]] Tri fact_test(const Json& condition) const;
  [[nodiscard]] Tri touch_test(const Json& condition) const;
  [[nodiscard]] Tri dimension_test(const Json& condition) const;
  [[nodiscard]] Tri outcome_test(const Json& condition) const;
  [[nodiscard]] std::set<std::string> wanted(const Json& value) const;
  [[nodiscard]] std::string fact(const std::string& name) const;
  [[nodiscard]] std::string level_of(int value, const std::string& which) const;

  const Json& profile_;
  const profile::Model& model_;
  const profile::Profile& compiled_;
  const lead::Lead& lead_;
  Instant now_;
  std::map<std::string, std::string> classes_;  // of the reasons that hold
  bool stopped_ = false;
};

}  // namespace prequal::testing
