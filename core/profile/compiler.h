// Floor: profile. Works out, once for each profile, everything that does not depend on a lead.
#pragma once

#include <vector>

#include "profile/profile.h"

namespace prequal::profile {

class Compiler {
 public:
  explicit Compiler(Profile& profile) : profile_(profile) {}
  void run();

 private:
  void build_domains();
  [[nodiscard]] Domain code_domain(FieldId field) const;
  [[nodiscard]] Domain number_domain(FieldId field) const;
  void find_supports();
  void build_points();
  void add_potentials(PointsGroup& group);
  void add_single(PointsGroup& group, FieldId field, const std::vector<PointsLine>& lines);
  void add_several(PointsGroup& group, std::size_t first);
  /// Truth of every condition that depends on `field` alone, when the field has that value.
  void decide(FieldId field, std::int32_t value, std::vector<char>& truth) const;

  /// For each condition: the one field that it depends on, when that is a field whose values can be counted off.
  static constexpr FieldId kConstant = 0xFFFE;
  std::vector<FieldId> supports_;
  std::vector<std::vector<ConditionId>> by_field_;
  Profile& profile_;
};

}  // namespace prequal::profile
