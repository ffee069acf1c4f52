#include "guide/hypothesis.h"

#include <algorithm>

#include "profile/facts.h"

namespace prequal::guide {

using profile::Fact;
using profile::FieldId;
using profile::FieldType;
using profile::kNoField;

namespace {

constexpr std::int32_t kFarDays = 3650;  // stands for "any time" in a date domain
constexpr std::int32_t kMinutesPerDay = 1440;

}  // namespace

Hypotheses::Hypotheses(const profile::Profile& profile) {
  const auto& fields = profile.model().fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto field = static_cast<FieldId>(i);
    std::vector<std::int32_t> values;
    switch (fields[i].type) {
      case FieldType::choice:
      case FieldType::choices:
      case FieldType::yes_no:
      case FieldType::number:
      case FieldType::money: values = profile.domain(field).values; break;
      case FieldType::date:
      case FieldType::time: {
        const std::int32_t far = fields[i].type == FieldType::date ? kFarDays : kFarDays * kMinutesPerDay;
        for (const std::int32_t value : profile.domain(field).values) values.push_back(std::clamp(value, -far, far));
        break;
      }
      case FieldType::text:
      case FieldType::long_text:
      case FieldType::name:
      case FieldType::website:
        // 0: something else; k: mentions phrase k - 1.
        values.push_back(0);
        for (const profile::ConditionId id : profile.needs().bits) {
          const profile::Condition& condition = profile.conditions().at(id);
          if (condition.op != profile::Op::mentions || condition.column != field) continue;
          values.push_back(static_cast<std::int32_t>(profile.conditions().operand(condition, 0)) + 1);
        }
        break;
      default: values.push_back(1);
    }
    values_.push_back(std::move(values));
  }
}

Variants::Variants(const evaluate::Plan& plan)
    : plan_(plan),
      loader_(plan),
      table_(plan),
      decider_(plan),
      email_(plan.profile().find_meaning("email")),
      phone_(plan.profile().find_meaning("phone")),
      org_name_(plan.profile().find_meaning("org_name")),
      org_type_(plan.profile().find_meaning("org_type")) {
  table_.reset(kMost);
}

void Variants::start(const lead::Lead& lead, Instant now) {
  base_ = lead;
  now_ = now;
  size_ = 0;
  ran_ = false;
}

std::size_t Variants::add(const std::vector<Hypothesis>& answers) {
  if (ran_) {
    size_ = 0;
    ran_ = false;
  }
  variant_ = base_;
  for (const Hypothesis& answer : answers) put(answer);
  loader_.load(variant_, now_, table_, size_);
  return size_++;
}

const decide::Decider<1>& Variants::run() {
  decider_.run(table_, 0);
  ran_ = true;
  return decider_;
}

void Variants::put_consent(Fact consent) {
  constexpr std::int32_t kGiven = 1;
  variant_.set(consent, kGiven);
  variant_.set(Fact::outreach, kGiven);
  const bool email = consent == Fact::consent_email && variant_.fact(Fact::contact_email) == kGiven;
  const bool phone =
      (consent == Fact::consent_phone || consent == Fact::consent_text) && variant_.fact(Fact::contact_phone) == kGiven;
  if (email || phone) variant_.set(Fact::contact_permitted, kGiven);
}

void Variants::put(const Hypothesis& hypothesis) {
  if (profile::is_fact(hypothesis.field)) {
    put_consent(profile::source_fact(hypothesis.field));
    return;
  }
  const profile::Field& field = plan_.profile().model().fields[hypothesis.field];
  lead::Answer answer;
  answer.state = lead::DataState::known;
  switch (field.type) {
    case FieldType::choice:
    case FieldType::yes_no: answer.code = static_cast<std::uint32_t>(hypothesis.value); break;
    case FieldType::choices:
      answer.first_code = static_cast<std::uint32_t>(variant_.codes.size());
      answer.code_count = 1;
      variant_.codes.push_back(static_cast<std::uint32_t>(hypothesis.value));
      break;
    case FieldType::number:
    case FieldType::money: answer.number = hypothesis.value; break;
    case FieldType::date:
    case FieldType::time: answer.number = hypothesis.value - evaluate::relative_to(now_, field, 0); break;
    case FieldType::text:
    case FieldType::long_text:
    case FieldType::name:
    case FieldType::website:
      if (hypothesis.value > 0) {
        const std::string& phrase = plan_.profile().model().phrases[static_cast<std::size_t>(hypothesis.value - 1)];
        answer.folded_start = static_cast<std::uint32_t>(variant_.folded.size());
        answer.folded_length = static_cast<std::uint32_t>(phrase.size());
        variant_.folded.append(phrase);
      }
      break;
    default: break;
  }
  variant_.answers[hypothesis.field] = answer;
  put_contact(hypothesis.field);
}

// The facts that hang on a field follow its answer.
void Variants::put_contact(FieldId field) {
  constexpr std::int32_t kYes = 1;
  constexpr std::int32_t kPlausible = 2;
  const auto given = [&](Fact consent) { return variant_.fact(consent) == kYes; };
  if (field == email_ || field == phone_) {
    variant_.set(field == email_ ? Fact::contact_email : Fact::contact_phone, kYes);
    variant_.set(Fact::contact_usable, kYes);
    const bool permitted =
        field == email_ ? given(Fact::consent_email) : given(Fact::consent_phone) || given(Fact::consent_text);
    if (permitted || variant_.fact(Fact::contact_permitted) == 0) variant_.set(Fact::contact_permitted, permitted ? 1 : 2);
    if (variant_.fact(Fact::reachability) != kYes) variant_.set(Fact::reachability, kPlausible);
  }
  const auto known = [&](FieldId id) { return id != kNoField && lead::is_usable(variant_.answers[id].state); };
  if ((field == org_name_ || field == org_type_) && known(org_name_) && known(org_type_))
    variant_.set(Fact::identity, kYes);
  const bool conflict =
      std::ranges::any_of(variant_.answers, [](const lead::Answer& a) { return a.state == lead::DataState::conflicting; });
  if (variant_.fact(Fact::consistency) == 2 && !conflict) variant_.set(Fact::consistency, kYes);
  const profile::Capacity& capacity = plan_.profile().model().capacity;
  if (field == capacity.field) {
    const auto place = std::ranges::find(capacity.places, variant_.answers[field].code, &profile::Place::code);
    variant_.set(Fact::capacity, place == capacity.places.end() ? 0 : place->open > 0 ? 1 : 2);
  }
}

}  // namespace prequal::guide
