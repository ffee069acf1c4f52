// Facts of a lead that do not come from one field alone: who it is, consent, contact, reachability, history, ages.
#include <algorithm>

#include "base/text.h"
#include "lead/consent_channels.h"
#include "lead/normalizer.h"
#include "profile/fact_codes.h"
#include "quality/domain.h"
#include "quality/email.h"

namespace prequal::lead {

using profile::Fact;
using profile::kNoField;
using profile::TouchType;

namespace {

struct Word {
  std::string_view word;
  std::string_view value;
};

// The four consents have the same values, so one of them tells the codes of all.
constexpr std::int32_t consent_code(std::string_view value) {
  return static_cast<std::int32_t>(profile::fact_code(Fact::consent_email, value));
}
static_assert(profile::fact_values(Fact::consent_email) == profile::fact_values(Fact::consent_phone) &&
              profile::fact_values(Fact::consent_email) == profile::fact_values(Fact::consent_text) &&
              profile::fact_values(Fact::consent_email) == profile::fact_values(Fact::consent_mail));
constexpr std::int32_t kConsentGiven = consent_code("given");
constexpr std::int32_t kConsentRefused = consent_code("refused");
constexpr std::int32_t kConsentMissing = consent_code("missing");
constexpr std::int32_t kOptedOut = consent_code("opted_out");

constexpr auto kConsentWords = std::to_array<Word>({
    {"given", "given"},
    {"yes", "given"},
    {"y", "given"},
    {"true", "given"},
    {"1", "given"},
    {"granted", "given"},
    {"opted in", "given"},
    {"opt in", "given"},
    {"subscribed", "given"},
    {"refused", "refused"},
    {"no", "refused"},
    {"n", "refused"},
    {"false", "refused"},
    {"0", "refused"},
    {"declined", "refused"},
    {"missing", "missing"},
    {"unknown", "missing"},
    {"opted out", "opted_out"},
    {"opt out", "opted_out"},
    {"unsubscribed", "opted_out"},
    {"do not contact", "opted_out"},
    {"revoked", "opted_out"},
});

}  // namespace

bool Normalizer::known(FieldId field) const {
  return field != kNoField && is_usable(out_->answers[field].state);
}

void Normalizer::find_facts(const RawLead& raw) {
  // What follows from keys and events alone is worked out once for all leads that have none.
  const bool again = silent_ && silent_known_;
  if (again) {
    out_->facts = silent_facts_;
  } else {
    find_told_facts(raw);
  }
  if (silent_ && !again) {
    find_activity_facts();
    silent_facts_ = out_->facts;
    silent_known_ = true;
  }
  if (contact_wanted_) find_contact_facts();
  if (!silent_) {
    read_activity(raw);
    find_attempts();
  }
  if (contact_wanted_) find_reachability();
  find_organization_facts();
  if (!silent_) find_activity_facts();
  find_behavior();
  find_capacity();
  find_quality();
}

void Normalizer::find_told_facts(const RawLead& raw) {
  find_code_fact(Fact::kind, raw_key(LeadKey::kind), Finding::kind_unknown);
  find_code_fact(Fact::relationship, raw_key(LeadKey::relationship), Finding::relationship_unknown);
  find_code_fact(Fact::segment, raw_key(LeadKey::segment), Finding::segment_unknown);
  find_code_fact(Fact::source, raw_key(LeadKey::source_channel), Finding::source_unknown);
  find_code_fact(Fact::booking, raw_key(LeadKey::booking), Finding::fact_unknown);
  find_code_fact(Fact::record, raw_key(LeadKey::record), Finding::fact_unknown);
  find_code_fact(Fact::accepted, raw_key(LeadKey::accepted), Finding::fact_unknown);
  find_code_fact(Fact::sales_process, raw_key(LeadKey::sales_process), Finding::fact_unknown);
  find_consents(raw);
}

void Normalizer::find_activity_facts() {
  find_history_facts();
  find_deliverables();
  find_cadence();
  find_spam();
  find_age_facts();
}

bool Normalizer::is_given(Fact consent) const {
  constexpr std::int32_t kGiven = 1;
  return out_->fact(consent) == kGiven;
}

void Normalizer::find_code_fact(Fact fact, std::string_view text, Finding finding) {
  if (text.empty()) return;
  folded_.clear();
  append_folded(folded_, text);
  // Values are written with underscores; folded they are words with spaces.
  for (std::uint32_t code = 1;; ++code) {
    const std::string_view value = fact_value(fact, code);
    if (value.empty()) break;
    const bool equal = value.size() == folded_.size() &&
                       std::ranges::equal(value, folded_, [](char a, char b) { return a == b || (a == '_' && b == ' '); });
    if (equal) {
      out_->set(fact, static_cast<std::int32_t>(code));
      return;
    }
  }
  if (fact == Fact::segment) {
    if (const std::uint32_t code = fact_code(profile_.model(), fact, text); code != 0) {
      out_->set(fact, static_cast<std::int32_t>(code));
      return;
    }
  }
  note_about(finding, fact_name(fact));
}

void Normalizer::find_consent(Fact fact, std::string_view text, std::string_view about) {
  if (text.empty()) return;
  folded_.clear();
  append_folded(folded_, text);
  const auto found = std::ranges::find(kConsentWords, std::string_view(folded_), &Word::word);
  if (found == kConsentWords.end()) {
    note_about(Finding::consent_unknown, about);
    return;
  }
  out_->set(fact, consent_code(found->value));
}

void Normalizer::find_consents(const RawLead& raw) {
  std::array<std::int64_t, kConsentChannels.size()> since{};
  since.fill(INT64_MIN);
  for (const ConsentChannel& channel : kConsentChannels) {
    out_->set(channel.fact, kConsentMissing);
    find_consent(channel.fact, raw_key(channel.key), lead_key_path(channel.key));
  }
  // Dated records: the newest of a channel counts.
  for (const RawEvent& event : raw.events) {
    if (event.kind != EventKind::consent) continue;
    const std::int64_t seconds = read_time(event.at, "consents").value_or(0);
    for (std::size_t i = 0; i < kConsentChannels.size(); ++i) {
      if ((event.channel != kConsentChannels[i].name && event.channel != "all") || seconds < since[i]) continue;
      since[i] = seconds;
      find_consent(kConsentChannels[i].fact, event.state, "consents");
    }
  }
  // An opt-out without a channel is one of all channels; only a later opt-in of the person lifts it.
  for (auto touch = out_->touches.rbegin(); touch != out_->touches.rend(); ++touch) {
    if (touch->type != TouchType::opt_out && touch->type != TouchType::opt_in) continue;
    const std::int32_t value = touch->type == TouchType::opt_out ? kOptedOut : kConsentGiven;
    for (std::size_t i = 0; i < kConsentChannels.size(); ++i) {
      const bool meant = touch->topic_text.empty() || touch->topic_text == kConsentChannels[i].name;
      if (!meant || touch->seconds < since[i]) continue;
      since[i] = touch->seconds;
      out_->set(kConsentChannels[i].fact, value);
    }
  }
  const auto any = [&](std::int32_t value) {
    return std::ranges::any_of(kConsentChannels,
                               [&](const ConsentChannel& channel) { return out_->fact(channel.fact) == value; });
  };
  constexpr auto outreach_code = [](std::string_view value) {
    return static_cast<std::int32_t>(profile::fact_code(Fact::outreach, value));
  };
  constexpr std::int32_t kPermitted = outreach_code("permitted");
  constexpr std::int32_t kAllOut = outreach_code("opted_out");
  constexpr std::int32_t kRefused = outreach_code("refused");
  constexpr std::int32_t kMissing = outreach_code("missing");
  out_->set(Fact::outreach, any(kConsentGiven)     ? kPermitted
                            : any(kOptedOut)       ? kAllOut
                            : any(kConsentRefused) ? kRefused
                                                   : kMissing);
}

void Normalizer::find_contact_facts() {
  constexpr std::int32_t kValid = 1;
  constexpr std::int32_t kMalformed = 2;
  constexpr std::int32_t kPlaceholder = 3;
  const auto verdict = [&](FieldId field) -> std::int32_t {
    if (field == kNoField) return 0;
    const Answer& answer = out_->answers[field];
    if (is_usable(answer.state)) return kValid;
    if (answer.state != DataState::malformed) return 0;
    const bool placeholder = std::ranges::any_of(
        out_->notes, [&](const Note& n) { return n.field == field && n.finding == Finding::contact_invalid_pattern; });
    return placeholder ? kPlaceholder : kMalformed;
  };
  const std::int32_t email = verdict(email_);
  const std::int32_t phone = verdict(phone_);
  out_->set(Fact::contact_email, email);
  out_->set(Fact::contact_phone, phone);
  if (email == 0 && phone == 0) {
    if (email_ != kNoField || phone_ != kNoField) note_about(Finding::contact_missing, "contact");
    return;
  }
  constexpr std::int32_t kYes = 1;
  constexpr std::int32_t kNo = 2;
  const bool usable = email == kValid || phone == kValid;
  out_->set(Fact::contact_usable, usable ? kYes : kNo);
  const bool by_email = email == kValid && is_given(Fact::consent_email);
  const bool by_phone = phone == kValid && (is_given(Fact::consent_phone) || is_given(Fact::consent_text));
  out_->set(Fact::contact_permitted, by_email || by_phone ? kYes : kNo);
}

void Normalizer::find_organization_facts() {
  constexpr std::int32_t kMatch = 1;
  constexpr std::int32_t kMismatch = 2;
  if (organization_wanted_ && known(email_) && known(website_)) {
    const std::string_view domain = quality::view_email_domain(out_->answers[email_].text);
    const std::string_view mail = quality::view_registered(domain);
    const std::string_view site = quality::view_registered(quality::view_host(out_->answers[website_].text));
    const quality::DomainKind kind = quality::find_domain_kind(domain);
    // An address that anybody can have is no sign of an organization, and none against it.
    const bool own = kind == quality::DomainKind::organization || kind == quality::DomainKind::reserved;
    if (own && !mail.empty() && !site.empty()) {
      const bool match = equal_ignoring_case(mail, site);
      out_->set(Fact::contact_organization, match ? kMatch : kMismatch);
      if (!match) note(Finding::contact_org_mismatch, email_);
    }
  }
  if (org_name_ != kNoField && org_type_ != kNoField) {
    const auto given = [&](FieldId field) { return known(field) || out_->answers[field].state == DataState::conflicting; };
    out_->set(Fact::identity, given(org_name_) && given(org_type_) ? 1 : 2);
  }
  const auto is = [&](DataState state) {
    return std::ranges::any_of(out_->answers, [&](const Answer& answer) { return answer.state == state; });
  };
  if (needs_fact(Fact::consistency)) out_->set(Fact::consistency, is(DataState::conflicting) ? 2 : 1);
  if (needs_fact(Fact::freshness)) out_->set(Fact::freshness, is(DataState::outdated) ? 2 : 1);
}

void Normalizer::find_spam() {
  const std::string_view honeypot = raw_key(LeadKey::spam_honeypot);
  const bool filled = !honeypot.empty() && honeypot != "no" && honeypot != "empty" && honeypot != "0";
  out_->set(Fact::spam, filled && !spam_cleared_ ? 2 : 1);
}

}  // namespace prequal::lead
