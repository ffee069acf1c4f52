#include "decide/reach_out.h"

#include <algorithm>

#include "profile/facts.h"

namespace prequal::decide {

using profile::Fact;
using profile::FieldId;
using profile::kNoField;

namespace {

Fact consent_of(std::string_view channel) {
  if (channel == "email") return Fact::consent_email;
  if (channel == "phone") return Fact::consent_phone;
  if (channel == "text") return Fact::consent_text;
  return Fact::consent_mail;
}

// The id of the chosen value of a choice field, or empty.
std::string_view chosen(const profile::Profile& profile, const lead::Lead& lead, FieldId field) {
  if (field == kNoField || !lead::is_usable(lead.answers[field].state)) return {};
  const std::uint32_t code = lead.answers[field].code;
  return code == 0 ? lead.answers[field].text : profile.vocabulary(field).values[code - 1].id;
}

}  // namespace

ReachOut find_reach_out(const profile::Profile& profile, const lead::Lead& lead) {
  constexpr std::int32_t kValid = 1;
  const profile::Outreach& outreach = profile.model().outreach;
  const std::string_view preferred = chosen(profile, lead, outreach.preferred);
  // Cold e-mail is for organizations only (R16-09).
  const bool cold = fact_value(Fact::source, static_cast<std::uint32_t>(lead.fact(Fact::source))) == "cold_email";
  const bool to_person = profile.model().path != profile::Path::b2b;
  const bool suspect = lead.fact(Fact::spam) == 2;
  // A switchboard belongs to an organization; a person's refusal and opt-out count all the same.
  constexpr std::int32_t kPerson = 1;
  const auto is_open = [&](std::string_view channel) {
    return !to_person && lead.fact(Fact::kind) != kPerson &&
           std::ranges::find(outreach.without_consent, channel) != outreach.without_consent.end();
  };
  ReachOut out;
  for (const std::string_view channel : outreach.channels) {
    const std::string_view consent =
        fact_value(consent_of(channel), static_cast<std::uint32_t>(lead.fact(consent_of(channel))));
    const std::int32_t contact = channel == "email"  ? lead.fact(Fact::contact_email)
                                 : channel == "mail" ? kValid
                                                     : lead.fact(Fact::contact_phone);
    std::string_view because;
    if (consent == "opted_out") {
      because = "opted_out";
    } else if (std::ranges::find(outreach.barred, channel) != outreach.barred.end()) {
      because = "barred";
    } else if (consent == "refused") {
      because = "consent_refused";
    } else if (consent != "given" && !is_open(channel)) {
      because = "no_consent";
    } else if (contact != kValid || (lead.fact(Fact::reachability) == 4)) {
      because = "no_contact";
    } else if (suspect || (cold && to_person)) {
      because = "not_allowed_here";
    }
    if (because.empty()) {
      out.permitted.push_back(channel);
    } else {
      out.blocked.push_back({channel, because});
    }
  }
  const auto at = std::ranges::find(out.permitted, preferred);
  if (at != out.permitted.end()) {
    std::rotate(out.permitted.begin(), at, at + 1);
  } else {
    out.preferred_blocked = std::ranges::find(out.blocked, preferred, &BlockedChannel::channel) != out.blocked.end();
  }
  if (!out.permitted.empty()) out.channel = out.permitted.front();
  out.window = chosen(profile, lead, outreach.window);
  out.internal_only = lead.fact(Fact::outreach) == 4;
  return out;
}

}  // namespace prequal::decide
