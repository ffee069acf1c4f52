#include "guide/hypothesis.h"

#include <algorithm>
#include <bit>

#include "base/sort.h"
#include "profile/facts.h"
#include "quality/area.h"

namespace prequal::guide {

using profile::Fact;
using profile::FieldId;
using profile::FieldType;
using profile::kNoField;
using profile::TouchType;

namespace {

constexpr std::int32_t kFarDays = 3650;  // stands for "any time" in a date domain
constexpr std::int32_t kMinutesPerDay = 1440;

// ---- Answers of several values ------------------------------------------------------------------------------------------------

// Up to this many values of one multiple choice are combined in every way.
constexpr std::size_t kMostCombined = 8;
constexpr std::size_t kMostSets = 64;

using Codes = std::vector<std::uint32_t>;

bool is_set_test(const profile::Condition& condition, FieldId field) {
  return condition.op >= profile::Op::set_any && condition.op <= profile::Op::set_count && condition.column == field;
}

bool holds(const profile::Conditions& conditions, const profile::Condition& condition, const Codes& codes) {
  if (condition.op == profile::Op::set_count) {
    const auto count = static_cast<std::int32_t>(codes.size());
    return condition.low <= count && count <= condition.high;
  }
  std::size_t shared = 0;
  for (std::uint32_t i = 0; i < condition.count; ++i) {
    shared += std::ranges::binary_search(codes, conditions.operand(condition, i)) ? 1U : 0U;
  }
  if (condition.op == profile::Op::set_any) return shared > 0;
  if (condition.op == profile::Op::set_all) return shared == condition.count;
  return shared == codes.size();
}

/// What every test of the field says about an answer.
std::vector<bool> signature(const profile::Profile& profile, FieldId field, const Codes& codes) {
  std::vector<bool> out;
  for (const profile::ConditionId id : profile.needs().bits) {
    const profile::Condition& condition = profile.conditions().at(id);
    if (is_set_test(condition, field)) out.push_back(holds(profile.conditions(), condition, codes));
  }
  return out;
}

/// Values worth combining: those that a test lists for "all of", and one of each class for tests that count.
Codes combinable(const profile::Profile& profile, FieldId field) {
  Codes out;
  bool counts = false;
  for (const profile::ConditionId id : profile.needs().bits) {
    const profile::Condition& condition = profile.conditions().at(id);
    if (!is_set_test(condition, field)) continue;
    counts |= condition.op == profile::Op::set_count;
    if (condition.op != profile::Op::set_all) continue;
    for (std::uint32_t i = 0; i < condition.count; ++i) out.push_back(profile.conditions().operand(condition, i));
  }
  for (const std::int32_t code : profile.domain(field).values) out.push_back(static_cast<std::uint32_t>(code));
  const std::size_t values = profile.vocabulary(field).values.size();
  for (std::uint32_t code = 1; counts && code <= values; ++code) out.push_back(code);
  // The order above is that of worth.
  Codes unique;
  for (const std::uint32_t code : out) {
    if (unique.size() < kMostCombined && std::ranges::find(unique, code) == unique.end()) unique.push_back(code);
  }
  sort(unique);
  return unique;
}

// ---- Postal codes -----------------------------------------------------------------------------------------------------------

// For each area that conditions ask about, the first ZIP code within it and the first outside.
std::vector<std::int32_t> postal_codes(const profile::Profile& profile, FieldId field) {
  std::vector<std::int32_t> out;
  const auto add = [&](std::int32_t zip) {
    if (std::ranges::find(out, zip) == out.end()) out.push_back(zip);
  };
  constexpr auto kValues = static_cast<std::int32_t>(quality::kInAreaValues);
  for (const profile::ConditionId id : profile.needs().bits) {
    const profile::Condition& condition = profile.conditions().at(id);
    if (condition.op != profile::Op::in_area || condition.column != field) continue;
    const auto& runs = profile.model().areas[profile.conditions().operand(condition, 0)].runs;
    for (const quality::InArea wanted : {quality::InArea::yes, quality::InArea::no}) {
      std::int32_t start = 0;
      const auto run = std::ranges::find_if(runs, [&](std::int32_t one) {
        if (one % kValues == static_cast<std::int32_t>(wanted)) return true;
        start += one / kValues;
        return false;
      });
      if (run != runs.end()) add(start);
    }
  }
  if (out.empty()) out.push_back(0);
  return out;
}

}  // namespace

void Hypotheses::add_sets(const profile::Profile& profile, FieldId field) {
  std::vector<std::vector<bool>> seen;
  for (const std::int32_t code : values_[field]) {
    seen.push_back(signature(profile, field, {static_cast<std::uint32_t>(code)}));
  }
  const auto add = [&](const Codes& codes) {
    std::vector<bool> found = signature(profile, field, codes);
    if (seen.size() >= kMostSets || std::ranges::find(seen, found) != seen.end()) return;
    seen.push_back(std::move(found));
    sets_.push_back(codes);
    values_[field].push_back(-static_cast<std::int32_t>(sets_.size()));
  };
  // Lists of "all of" that are too long to be combined.
  for (const profile::ConditionId id : profile.needs().bits) {
    const profile::Condition& condition = profile.conditions().at(id);
    if (!is_set_test(condition, field) || condition.op != profile::Op::set_all || condition.count < 2) continue;
    Codes codes;
    for (std::uint32_t i = 0; i < condition.count; ++i) codes.push_back(profile.conditions().operand(condition, i));
    sort(codes);
    add(codes);
  }
  const Codes pool = combinable(profile, field);
  // The smaller answers first, so that the smallest of a class stands for it.
  for (int size = 2; size <= static_cast<int>(pool.size()); ++size) {
    for (std::uint32_t chosen = 1; chosen < 1U << pool.size(); ++chosen) {
      if (std::popcount(chosen) != size) continue;
      Codes codes;
      for (std::size_t i = 0; i < pool.size(); ++i) {
        if ((chosen >> i & 1U) != 0) codes.push_back(pool[i]);
      }
      add(codes);
    }
  }
}

std::vector<std::uint32_t> Hypotheses::codes(const Hypothesis& answer) const {
  if (answer.value > 0) return {static_cast<std::uint32_t>(answer.value)};
  return sets_[static_cast<std::size_t>(-answer.value - 1)];
}

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
      case FieldType::postal_code: values = postal_codes(profile, field); break;
      case FieldType::email:
      case FieldType::phone: values.push_back(1);
    }
    values_.push_back(std::move(values));
    if (fields[i].type == FieldType::choices) add_sets(profile, field);
  }
}

Variants::Variants(const evaluate::Plan& plan, const Hypotheses& hypotheses)
    : plan_(plan),
      hypotheses_(hypotheses),
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
  variant_ = lead;
  now_ = now;
  size_ = 0;
  ran_ = false;
}

std::size_t Variants::add(const std::vector<Hypothesis>& answers) {
  if (ran_) {
    size_ = 0;
    ran_ = false;
  }
  bool contact = false;
  for (const Hypothesis& answer : answers) {
    put(answer);
    contact |= answer.field == email_ || answer.field == phone_;
  }
  find_contact_facts(contact);
  find_data_facts();
  loader_.load(variant_, now_, table_, size_);
  take_back(answers);
  return size_++;
}

// A lead has far more answers than are put in, so these are taken back rather than the lead copied again.
void Variants::take_back(const std::vector<Hypothesis>& answers) {
  for (const Hypothesis& answer : answers) {
    if (!profile::is_fact(answer.field)) variant_.answers[answer.field] = base_.answers[answer.field];
  }
  variant_.facts = base_.facts;
  variant_.codes.resize(base_.codes.size());
  variant_.folded.resize(base_.folded.size());
}

const decide::Decider<1>& Variants::run() {
  decider_.run(table_, 0);
  ran_ = true;
  return decider_;
}

void Variants::put(const Hypothesis& hypothesis) {
  if (profile::is_fact(hypothesis.field)) {
    constexpr std::int32_t kGiven = 1;
    variant_.set(profile::source_fact(hypothesis.field), kGiven);
    variant_.set(Fact::outreach, kGiven);
    return;
  }
  const profile::Field& field = plan_.profile().model().fields[hypothesis.field];
  lead::Answer answer;
  answer.state = lead::DataState::known;
  switch (field.type) {
    case FieldType::choice:
    case FieldType::yes_no: answer.code = static_cast<std::uint32_t>(hypothesis.value); break;
    case FieldType::choices: {
      const std::vector<std::uint32_t> codes = hypotheses_.codes(hypothesis);
      answer.first_code = static_cast<std::uint32_t>(variant_.codes.size());
      answer.code_count = static_cast<std::uint32_t>(codes.size());
      variant_.codes.insert(variant_.codes.end(), codes.begin(), codes.end());
      break;
    }
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
    case FieldType::postal_code: answer.number = hypothesis.value; break;
    case FieldType::email:
    case FieldType::phone: break;
  }
  variant_.answers[hypothesis.field] = answer;
  constexpr std::int32_t kValid = 1;
  if (hypothesis.field == email_) variant_.set(Fact::contact_email, kValid);
  if (hypothesis.field == phone_) variant_.set(Fact::contact_phone, kValid);
}

// The facts that hang on answers follow them, by the rules of lead::Normalizer.
void Variants::find_contact_facts(bool new_contact) {
  constexpr std::int32_t kYes = 1;
  constexpr std::int32_t kNo = 2;
  constexpr std::int32_t kVerified = 1;
  constexpr std::int32_t kPlausible = 2;
  const auto is = [&](Fact fact) { return variant_.fact(fact) == kYes; };
  const bool email = is(Fact::contact_email);
  const bool phone = is(Fact::contact_phone);
  if (variant_.fact(Fact::contact_email) == 0 && variant_.fact(Fact::contact_phone) == 0) return;
  const bool permitted =
      (email && is(Fact::consent_email)) || (phone && (is(Fact::consent_phone) || is(Fact::consent_text)));
  variant_.set(Fact::contact_usable, email || phone ? kYes : kNo);
  variant_.set(Fact::contact_permitted, permitted ? kYes : kNo);
  if (!new_contact || variant_.fact(Fact::reachability) == kVerified) return;
  const bool replied = std::ranges::any_of(variant_.touches, [](const lead::Touch& touch) {
    return touch.type == TouchType::email_reply || touch.type == TouchType::conversation ||
           touch.type == TouchType::discovery_call || touch.type == TouchType::inbound_call;
  });
  variant_.set(Fact::reachability, replied || variant_.fact(Fact::attempts_connected) > 0 ? kVerified : kPlausible);
}

void Variants::find_data_facts() {
  const auto known = [&](FieldId id) { return id != kNoField && lead::is_usable(variant_.answers[id].state); };
  const auto any = [&](lead::DataState state) {
    return std::ranges::any_of(variant_.answers, [&](const lead::Answer& answer) { return answer.state == state; });
  };
  if (known(org_name_) && known(org_type_)) variant_.set(Fact::identity, 1);
  variant_.set(Fact::consistency, any(lead::DataState::conflicting) ? 2 : 1);
  variant_.set(Fact::freshness, any(lead::DataState::outdated) ? 2 : 1);
  const profile::Capacity& capacity = plan_.profile().model().capacity;
  if (!known(capacity.field)) return;
  const auto place = std::ranges::find(capacity.places, variant_.answers[capacity.field].code, &profile::Place::code);
  variant_.set(Fact::capacity, place == capacity.places.end() ? 0 : place->open > 0 ? 1 : 2);
}

}  // namespace prequal::guide
