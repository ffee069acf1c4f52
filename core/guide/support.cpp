#include "guide/support.h"

#include <algorithm>

#include "base/sort.h"
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

bool is_consent(Fact fact) {
  switch (fact) {
    case Fact::consent_email:
    case Fact::consent_phone:
    case Fact::consent_text:
    case Fact::consent_mail:
    case Fact::contact_permitted:
    case Fact::outreach: return true;
    default: return false;
  }
}

}  // namespace

Support::Support(const profile::Profile& profile)
    : fields_(profile.conditions().size()), consent_(profile.conditions().size(), 0) {
  const auto& conditions = profile.conditions();
  for (profile::ConditionId id = 0; id < conditions.size(); ++id) {
    const profile::Condition& condition = conditions.at(id);
    auto& fields = fields_[id];
    if (is_gate(condition.op)) {
      for (std::uint32_t i = 0; i < condition.count; ++i) {
        const auto& inner = fields_[conditions.operand(condition, i)];
        fields.insert(fields.end(), inner.begin(), inner.end());
        if (consent_[conditions.operand(condition, i)] != 0) consent_[id] = 1;
      }
    } else if (condition.op > profile::Op::count && condition.op < profile::Op::touched) {
      if (profile::is_fact(condition.column)) {
        const Fact fact = profile::source_fact(condition.column);
        add_fact_fields(profile, fact, fields);
        consent_[id] = is_consent(fact) ? 1 : 0;
      } else {
        fields.push_back(condition.column);
      }
    }
    sort(fields);
    fields.erase(std::ranges::unique(fields).begin(), fields.end());
  }
}

}  // namespace prequal::guide
