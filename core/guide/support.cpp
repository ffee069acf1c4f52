#include "guide/support.h"

#include <algorithm>

#include "profile/facts.h"

namespace prequal::guide {

using profile::Fact;
using profile::FieldId;
using profile::kNoField;

namespace {

// Facts about contact data hang on these meanings.
void add_fact_fields(const profile::Profile& profile, Fact fact, std::vector<FieldId>& out) {
  const auto add = [&](std::string_view meaning) {
    const FieldId field = profile.find_meaning(meaning);
    if (field != kNoField) out.push_back(field);
  };
  switch (fact) {
    case Fact::contact_email: add("email"); break;
    case Fact::contact_phone: add("phone"); break;
    case Fact::contact_usable:
    case Fact::contact_permitted:
    case Fact::reachability:
      add("email");
      add("phone");
      break;
    case Fact::contact_organization:
      add("email");
      add("website");
      break;
    case Fact::identity:
      add("org_name");
      add("org_type");
      break;
    default: break;
  }
}

}  // namespace

Support::Support(const profile::Profile& profile) : fields_(profile.conditions().size()) {
  const auto& conditions = profile.conditions();
  for (profile::ConditionId id = 0; id < conditions.size(); ++id) {
    const profile::Condition& condition = conditions.at(id);
    auto& fields = fields_[id];
    if (is_gate(condition.op)) {
      for (std::uint32_t i = 0; i < condition.count; ++i) {
        const auto& inner = fields_[conditions.operand(condition, i)];
        fields.insert(fields.end(), inner.begin(), inner.end());
      }
    } else if (condition.op > profile::Op::count && condition.op < profile::Op::touched) {
      if (profile::is_fact(condition.column)) {
        add_fact_fields(profile, profile::source_fact(condition.column), fields);
      } else {
        fields.push_back(condition.column);
      }
    }
    std::ranges::sort(fields);
    fields.erase(std::ranges::unique(fields).begin(), fields.end());
  }
}

}  // namespace prequal::guide
