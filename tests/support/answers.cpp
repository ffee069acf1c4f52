#include "support/answers.h"

#include "profile/facts.h"

namespace prequal::testing {

using profile::FieldType;

Json answer_of(const profile::Profile& profile, const guide::Hypothesis& hypothesis) {
  constexpr std::int64_t kDay = 86'400;
  const profile::Field& field = profile.model().fields[hypothesis.field];
  const auto value = static_cast<std::size_t>(hypothesis.value);
  switch (field.type) {
    case FieldType::choice:
    case FieldType::yes_no: return profile.vocabulary(hypothesis.field).values.at(value - 1).id;
    case FieldType::choices: {
      Json out = Json::array();
      for (const std::uint32_t code : guide::Hypotheses(profile).codes(hypothesis)) {
        out.push_back(profile.vocabulary(hypothesis.field).values.at(code - 1).id);
      }
      return out;
    }
    case FieldType::number:
    case FieldType::money: return hypothesis.value;
    case FieldType::date: {
      std::string out;
      append_date(out, kNow.seconds / kDay + hypothesis.value);
      return out;
    }
    case FieldType::time: {
      std::string out;
      append_rfc3339(out, {kNow.seconds + std::int64_t{hypothesis.value} * 60, 0});
      return out;
    }
    case FieldType::email: return "ann@hospital.org";
    case FieldType::phone: return "614-555-0187";
    case FieldType::postal_code: return "45202";
    case FieldType::website: return "https://www.hospital.org";
    default: return hypothesis.value == 0 ? Json("of no note") : Json(profile.model().phrases.at(value - 1));
  }
}

void put_answer(Json& lead, const profile::Profile& profile, const guide::Hypothesis& hypothesis) {
  if (!profile::is_fact(hypothesis.field)) {
    lead["answers"][std::string(profile.model().fields[hypothesis.field].id)] = answer_of(profile, hypothesis);
    return;
  }
  const std::string_view name = fact_name(profile::source_fact(hypothesis.field));
  lead["consent"][std::string(name.substr(name.find('.') + 1))] = "given";
}

}  // namespace prequal::testing
