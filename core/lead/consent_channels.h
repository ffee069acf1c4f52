// Floor: lead. The channels that consent is recorded for: the fact that says how it stands, and the key and name it has in leads.
#pragma once

#include <array>
#include <string_view>

#include "lead/raw_lead.h"
#include "profile/facts.h"

namespace prequal::lead {

struct ConsentChannel {
  profile::Fact fact;
  LeadKey key;
  std::string_view name;
};

inline constexpr auto kConsentChannels = std::to_array<ConsentChannel>({
    {profile::Fact::consent_email, LeadKey::consent_email, "email"},
    {profile::Fact::consent_phone, LeadKey::consent_phone, "phone"},
    {profile::Fact::consent_text, LeadKey::consent_text, "text"},
    {profile::Fact::consent_mail, LeadKey::consent_mail, "mail"},
});

}  // namespace prequal::lead
