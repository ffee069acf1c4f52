#include "lead/normalizer.h"

#include <algorithm>

#include "base/text.h"

namespace prequal::lead {

using profile::Fact;

Normalizer::Normalizer(const profile::Profile& profile, Scope scope)
    : profile_(profile),
      scope_(scope),
      searched_(profile.model().fields.size(), 0),
      email_(profile.find_meaning("email")),
      phone_(profile.find_meaning("phone")),
      website_(profile.find_meaning("website")),
      org_name_(profile.find_meaning("org_name")),
      org_type_(profile.find_meaning("org_type")),
      state_(profile.find_meaning("state")),
      zip_(profile.find_meaning("postal_code")),
      npi_(profile.find_meaning("npi")) {
  for (std::size_t i = 0; i < profile.model().fields.size(); ++i) {
    const profile::Field& field = profile.model().fields[i];
    const auto id = static_cast<FieldId>(i);
    if (field.type == profile::FieldType::name && field.personal) names_.push_back(id);
    if (field.type == profile::FieldType::long_text) messages_.push_back(id);
    if (field.type == profile::FieldType::postal_code && zip_ == profile::kNoField) zip_ = id;
  }
  for (const profile::ConditionId id : profile.needs().bits) {
    const profile::Condition& condition = profile.conditions().at(id);
    if (condition.op == profile::Op::mentions) searched_[condition.column] = 1;
  }
  for (std::size_t i = 0; i < searched_.size(); ++i) {
    const bool ages = profile.model().fields[i].refresh_days > 0;
    if (searched_[i] != 0 || ages) finished_.push_back(static_cast<FieldId>(i));
  }
  for (std::size_t i = 0; i < profile::kFacts; ++i) {
    if (fact_is_number(static_cast<Fact>(i))) blank_facts_[i] = Lead::kUnknownNumber;
  }
  find_wanted();
}

// Which fields and facts some condition, or something that conditions see, depends on.
void Normalizer::find_wanted() {
  wanted_.assign(profile_.model().fields.size(), scope_ == Scope::outcomes ? 0 : 1);
  needed_.fill(scope_ == Scope::whole);
  if (scope_ == Scope::whole) return;
  const profile::Needs& needs = profile_.needs();
  for (const profile::Source fact : needs.facts) needed_[profile::source_index(fact)] = true;
  const auto want = [&](FieldId field) {
    if (field != profile::kNoField) wanted_[field] = 1;
  };
  const auto needed = [&](Fact fact) { return needs_fact(fact); };
  for (const FieldId field : needs.code_fields) want(field);
  for (const FieldId field : needs.number_fields) want(field);
  for (const profile::ConditionId id : needs.bits) {
    const profile::Condition& condition = profile_.conditions().at(id);
    if (condition.op != profile::Op::touched) want(condition.column);
  }
  want(profile_.model().behavior.field);
  want(profile_.model().capacity.field);
  organization_wanted_ = needed(Fact::contact_organization);
  contact_wanted_ = organization_wanted_ || needed(Fact::contact_email) || needed(Fact::contact_phone) ||
                    needed(Fact::contact_usable) || needed(Fact::contact_permitted) || needed(Fact::reachability) ||
                    (email_ != profile::kNoField && wanted_[email_] != 0);
  if (contact_wanted_) {
    want(email_);
    want(phone_);
  }
  if (organization_wanted_) want(website_);
  if (needed(Fact::identity)) {
    want(org_name_);
    want(org_type_);
  }
  if (needed(Fact::email_kind) || needed(Fact::email_role) || needed(Fact::email_typo)) want(email_);
  if (needed(Fact::phone_pattern) || needed(Fact::phone_state)) want(phone_);
  if (needed(Fact::phone_state) || needed(Fact::postal_code_state)) want(state_);
  if (needed(Fact::postal_code_state)) want(zip_);
  if (needed(Fact::npi_quality)) want(npi_);
  if (needed(Fact::name_quality)) std::ranges::for_each(names_, want);
  if (needed(Fact::message_signs) || needed(Fact::message_detail)) std::ranges::for_each(messages_, want);
  consistency_wanted_ = needed(Fact::consistency);
  if (!needed(Fact::freshness)) return;
  for (std::size_t i = 0; i < wanted_.size(); ++i) {
    if (profile_.model().fields[i].refresh_days > 0) wanted_[i] = 1;
  }
}

void Normalizer::note(Finding finding, FieldId field, std::uint32_t suggestion) {
  out_->notes.push_back({finding, field, suggestion, {}, {}, {}});
}

void Normalizer::note_detail(Finding finding, FieldId field, std::string_view detail, std::string_view proposal) {
  out_->notes.push_back({finding, field, 0, {}, detail, proposal});
}

void Normalizer::note_about(Finding finding, std::string_view about) {
  out_->notes.push_back({finding, profile::kNoField, 0, about, {}, {}});
}

void Normalizer::run(const RawLead& raw, Instant now, Lead& out) {
  out_ = &out;
  now_ = now;
  out.id = {};
  out.answers.assign(profile_.model().fields.size(), Answer{});
  out.codes.clear();
  out.folded.clear();
  out.touches.clear();
  out.versions.clear();
  out.deliverables.clear();
  out.attempts.clear();
  out.history.clear();
  out.proposals.clear();
  spam_cleared_ = false;
  out.notes.clear();
  out.details.clear();
  out.submitted = 0;
  out.facts = blank_facts_;
  well_formed_ = raw.well_formed;
  keys_.fill({});
  silent_ = raw.events.empty();
  read_values(raw);
  out.id = raw_key(LeadKey::id);
  out.campaign = raw_key(LeadKey::source_campaign);
  out.page = raw_key(LeadKey::source_page);
  out.collection_method = raw_key(LeadKey::source_collection_method);
  out.assigned_team = raw_key(LeadKey::assigned_team);
  out.referrer = raw_key(LeadKey::source_referrer);
  if (raw.malformed_text) note_about(Finding::text_malformed, "lead");
  if (!silent_) read_events(raw);
  finish_fields();
  find_facts(raw);
}

void Normalizer::read_values(const RawLead& raw) {
  // Answers of touches may contradict any answer.
  const bool whole = consistency_wanted_ && !raw.event_values.empty();
  for (const RawValue& value : raw.values) {
    if ((value.slot & kKeySlot) == 0) {
      if (value.slot >= out_->answers.size() || (wanted_[value.slot] == 0 && !whole)) continue;
      read_value(value, value.slot, out_->answers[value.slot], false);
      continue;
    }
    const auto key = static_cast<std::size_t>(value.slot & ~kKeySlot);
    if (key >= kLeadKeys) continue;
    if (key != static_cast<std::size_t>(LeadKey::id)) silent_ = false;
    if (value.kind == RawKind::boolean) {
      keys_[key] = value.boolean ? std::string_view("yes") : std::string_view("no");
    } else {
      const bool good = well_formed_ || find_malformed_utf8(value.text) == std::string_view::npos;
      keys_[key] = good ? view_trimmed(value.text) : std::string_view{};
    }
  }
}

// Marks outdated values and folds the texts that conditions search.
void Normalizer::finish_fields() {
  const auto verified = read_time(raw_key(LeadKey::last_verified_at), "last_verified_at");
  const auto submitted = read_time(raw_key(LeadKey::submitted_at), "submitted_at");
  out_->submitted = submitted.value_or(0);
  const std::int64_t checked = verified.value_or(out_->submitted);
  const auto& fields = profile_.model().fields;
  for (const FieldId i : finished_) {
    Answer& answer = out_->answers[i];
    if (answer.state == DataState::known && fields[i].refresh_days > 0 && checked != 0 &&
        now_.seconds - checked > std::int64_t{fields[i].refresh_days} * kDay) {
      answer.state = DataState::outdated;
      note(Finding::stale, i);
    }
    if (searched_[i] != 0 && is_usable(answer.state)) {
      answer.folded_start = static_cast<std::uint32_t>(out_->folded.size());
      append_folded(out_->folded, answer.text);
      answer.folded_length = static_cast<std::uint32_t>(out_->folded.size()) - answer.folded_start;
    }
  }
}

}  // namespace prequal::lead
