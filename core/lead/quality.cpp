// What is doubtful about contact data, places, names and free texts. Signals and questions; nothing here blocks anybody.
#include <algorithm>
#include <array>
#include <bit>

#include "base/text.h"
#include "lead/normalizer.h"
#include "quality/domain.h"
#include "quality/email.h"
#include "quality/name.h"
#include "quality/npi.h"
#include "quality/phone.h"
#include "quality/place.h"
#include "quality/spam.h"
#include "quality/tiers.h"

namespace prequal::lead {

using profile::Fact;

namespace {

constexpr std::int32_t kMatch = 1;
constexpr std::int32_t kMismatch = 2;

constexpr std::int32_t yes_no(bool yes) {
  return yes ? 1 : 2;
}

// The values of a fact stand in the order of an enumeration of the floor below: its last value proves it.
constexpr bool is_in_order(Fact fact, std::string_view last, auto value) {
  return fact_code(fact, last) == static_cast<std::uint32_t>(value) + 1;
}
static_assert(is_in_order(Fact::email_kind, "reserved", quality::DomainKind::reserved));
static_assert(is_in_order(Fact::phone_pattern, "premium", quality::PhonePattern::premium));
static_assert(is_in_order(Fact::name_quality, "other", quality::NameVerdict::no_name));
static_assert(is_in_order(Fact::npi_quality, "suspicious", quality::NpiVerdict::suspicious));

}  // namespace

void Normalizer::find_quality() {
  if (needs_fact(Fact::email_kind) || needs_fact(Fact::email_role) || needs_fact(Fact::email_typo)) find_email_quality();
  if (needs_fact(Fact::phone_pattern) || needs_fact(Fact::phone_state)) find_phone_quality();
  if (needs_fact(Fact::postal_code_state)) find_place_quality();
  if (needs_fact(Fact::npi_quality)) find_npi_quality();
  if (needs_fact(Fact::name_quality)) find_name_quality();
  if (needs_fact(Fact::message_signs) || needs_fact(Fact::message_detail)) find_message_quality();
  if (quality::kForReviewers && scope_ == Scope::whole && quality::is_too_fast(raw_key(LeadKey::spam_fill_seconds))) {
    note_about(Finding::spam_too_fast, lead_key_path(LeadKey::spam_fill_seconds));
  }
}

void Normalizer::find_email_quality() {
  if (!known(email_)) return;
  const std::string_view email = out_->answers[email_].text;
  const std::string_view domain = quality::view_email_domain(email);
  const quality::DomainKind kind = quality::find_domain_kind(domain);
  const std::string_view meant = quality::propose_domain(domain).domain;
  out_->set(Fact::email_kind, static_cast<std::int32_t>(kind) + 1);
  out_->set(Fact::email_typo, yes_no(!meant.empty()));
  if (!meant.empty()) note_detail(Finding::email_typo, email_, {}, meant);
  if (kind == quality::DomainKind::disposable && meant.empty()) note(Finding::email_disposable, email_);
  if constexpr (quality::kForReviewers) {
    const bool role = quality::is_role_address(email);
    out_->set(Fact::email_role, yes_no(role));
    if (role) note(Finding::email_role, email_);
  }
}

void Normalizer::find_phone_quality() {
  if (!known(phone_)) return;
  const quality::PhoneNumber phone = quality::check_phone(out_->answers[phone_].text);
  if (phone.verdict == quality::PhoneVerdict::unassigned) {
    out_->set(Fact::phone_pattern, static_cast<std::int32_t>(fact_code(Fact::phone_pattern, "unassigned")));
    note(Finding::phone_unassigned, phone_);
  }
  if (!quality::kForReviewers || phone.verdict != quality::PhoneVerdict::valid) return;
  out_->set(Fact::phone_pattern, static_cast<std::int32_t>(phone.pattern) + 1);
  const bool odd = phone.pattern == quality::PhonePattern::repeated || phone.pattern == quality::PhonePattern::sequential;
  if (odd) note(Finding::phone_pattern, phone_);
  const std::string_view area = quality::find_area(phone.digits).state;
  const std::string_view state = lead_state();
  if (area.empty() || state.empty()) return;
  out_->set(Fact::phone_state, area == state ? kMatch : kMismatch);
  if (area != state) note(Finding::phone_other_state, phone_);
}

// The postal code of the lead's state; empty when it is not known.
std::string_view Normalizer::lead_state() {
  if (!known(state_)) return {};
  const Answer& answer = out_->answers[state_];
  fold(answer.code != 0 ? profile_.vocabulary(state_).values[answer.code - 1].id : answer.text);
  return quality::find_state(folded_);
}

void Normalizer::find_place_quality() {
  if (!known(zip_)) return;
  const std::string_view by_zip = quality::find_zip_state(out_->answers[zip_].text);
  if (by_zip.empty()) {
    note(Finding::postal_code_unused, zip_);
    return;
  }
  const std::string_view state = lead_state();
  if (state.empty()) return;
  out_->set(Fact::postal_code_state, by_zip == state ? kMatch : kMismatch);
  if (by_zip != state) note(Finding::postal_code_other_state, zip_);
}

void Normalizer::find_npi_quality() {
  if (!known(npi_)) return;
  const quality::NpiVerdict verdict = quality::check_npi(out_->answers[npi_].text);
  out_->set(Fact::npi_quality, static_cast<std::int32_t>(verdict) + 1);
  if (verdict == quality::NpiVerdict::suspicious) {
    note(Finding::npi_suspicious, npi_);
  } else if (verdict != quality::NpiVerdict::valid) {
    note_detail(Finding::npi_malformed, npi_, fact_value(Fact::npi_quality, static_cast<std::uint32_t>(verdict) + 1));
  }
}

void Normalizer::find_name_quality() {
  constexpr std::array<Finding, 4> kFindings{Finding::name_placeholder, Finding::name_placeholder, Finding::name_mash,
                                             Finding::name_other};
  for (const FieldId field : names_) {
    if (!known(field)) continue;
    const std::string_view text = out_->answers[field].text;
    fold(text);
    const quality::NameVerdict verdict = quality::check_person_name(text, folded_);
    // One doubtful name makes the lead's names doubtful.
    const std::int32_t code = static_cast<std::int32_t>(verdict) + 1;
    if (!quality::kForReviewers && verdict == quality::NameVerdict::plausible) continue;  // not looked for mash
    out_->set(Fact::name_quality, std::max(out_->fact(Fact::name_quality), code));
    if (verdict != quality::NameVerdict::plausible) note(kFindings[static_cast<std::size_t>(verdict)], field);
  }
}

void Normalizer::find_message_quality() {
  for (const FieldId field : messages_) {
    if (!known(field)) continue;
    const auto& spans = scanner_.scan(out_->answers[field].text);
    if constexpr (quality::kForReviewers) note_signs(field);
    note_detail_found(field, spans);
  }
}

// The first sign of the first message that has any.
void Normalizer::note_signs(FieldId field) {
  const std::uint32_t signs = quality::find_spam_signs(scanner_.message());
  if (out_->fact(Fact::message_signs) <= 1) {
    out_->set(Fact::message_signs, signs == 0 ? 1 : std::countr_zero(signs) + 2);
  }
  for (std::size_t i = 0; i < quality::kSpamSigns; ++i) {
    const auto sign = static_cast<quality::SpamSign>(i);
    if ((signs & quality::spam_bit(sign)) != 0) note_detail(Finding::spam_sign, field, quality::spam_code(sign));
  }
}

// One finding for each kind, so that a long message does not bury the others; contact data are what a message may hold.
void Normalizer::note_detail_found(FieldId field, const std::vector<quality::SensitiveSpan>& spans) {
  constexpr std::int32_t kNone = static_cast<std::int32_t>(fact_code(Fact::message_detail, "none"));
  constexpr std::int32_t kIdentifier = static_cast<std::int32_t>(fact_code(Fact::message_detail, "identifier"));
  constexpr std::int32_t kHealth = static_cast<std::int32_t>(fact_code(Fact::message_detail, "health"));
  static_assert(kNone < kIdentifier && kIdentifier < kHealth);
  std::int32_t worst = kNone;
  std::uint32_t told = 0;
  for (const quality::SensitiveSpan& span : spans) {
    // A field that the profile marks as sensitive is there for health detail: other words, the same verdict (R06-09).
    const quality::SensitiveFamily family = quality::sensitive_family(span.kind);
    const bool health = family == quality::SensitiveFamily::health;
    if (health && profile_.model().fields[field].sensitive) continue;
    if (quality::kForReviewers && scope_ == Scope::whole) out_->details.push_back({field, span});
    if (span.confidence < quality::kSureEnough || family == quality::SensitiveFamily::contact) continue;
    worst = std::max(worst, health ? kHealth : kIdentifier);
    const std::uint32_t bit = 1U << static_cast<unsigned>(span.kind);
    if ((told & bit) != 0) continue;
    told |= bit;
    note_detail(health ? Finding::sensitive_health : Finding::sensitive_identifier, field,
                quality::sensitive_code(span.kind));
  }
  if (!quality::kForReviewers && worst == kNone) return;  // the form does not look for everything
  out_->set(Fact::message_detail, std::max(out_->fact(Fact::message_detail), worst));
}

}  // namespace prequal::lead
