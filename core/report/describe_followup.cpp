// Reaching out, nurture, checklists, handoff, privacy, what the person reads, policies.
#include "base/text.h"
#include "report/describer.h"

namespace prequal::report {

using profile::kNoField;

void Describer::outreach() {
  heading(Phrase::outreach);
  const profile::Outreach& outreach = model_.outreach;
  std::vector<std::string> channels;
  for (const std::string_view channel : outreach.channels) channels.emplace_back(text_for(language_, "channel", channel));
  line(say(Phrase::channels) + ": " + ConditionText::join(channels));
  if (!outreach.barred.empty()) line(say(Phrase::barred) + ": " + joined(outreach.barred));
  if (!outreach.without_consent.empty()) line(say(Phrase::without_consent) + ": " + joined(outreach.without_consent));
  if (outreach.preferred != kNoField) {
    line(say(Phrase::preferred_field) + ": " + std::string(conditions_.field_name(outreach.preferred)));
  }
  if (outreach.window != kNoField) {
    line(say(Phrase::window_field) + ": " + std::string(conditions_.field_name(outreach.window)));
  }
  const profile::Cadence& cadence = outreach.cadence;
  line(say(Phrase::cadence_gap, cadence.minimum_gap_hours, cadence.maximum_gap_days));
  line(say(Phrase::cadence_attempts, cadence.attempts, cadence.attempts_within_days));
  line(say(Phrase::cadence_grace, cadence.grace_days));
  line(say(Phrase::cadence_touches, cadence.marketing_touches_before_routing));
}

void Describer::nurture() {
  if (model_.nurture.empty()) return;
  heading(Phrase::nurture);
  paragraph(say(Phrase::first_counts));
  for (const profile::NurtureTrack& track : model_.nurture) {
    entry(own(track.plain), track.id);
    when(track.when);
    detail(Phrase::topics, joined(track.topics));
    if (track.recheck_days > 0) detail(say(Phrase::recheck_days, track.recheck_days));
    if (track.recheck_before != kNoField) {
      std::string days;
      append_number(days, track.recheck_lead_days);
      detail(say(Phrase::recheck_before, conditions_.field_name(track.recheck_before), days));
    }
    detail(Phrase::look_again_on, joined(track.recheck_on));
    if (track.list_by != kNoField) detail(say(Phrase::list_by, conditions_.field_name(track.list_by)));
    if (!track.exit.empty()) detail(Phrase::way_out, coded("action", track.exit));
  }
}

void Describer::checklists() {
  if (model_.checklists.empty()) return;
  heading(Phrase::checklists);
  for (const profile::Checklist& list : model_.checklists) {
    entry(own(list.plain), list.id);
    when(list.when);
    for (const profile::ChecklistItem& item : list.items) {
      detail(say(Phrase::confirmed_when, own_or(item.plain, code(item.id)), conditions_.to_words(item.when)));
    }
  }
}

void Describer::handoff() {
  const profile::Handoff& handoff = model_.handoff;
  if (handoff.minimum_total == 0 && handoff.requires_fields.empty() && handoff.notes == kNoField &&
      handoff.record.empty()) {
    return;
  }
  heading(Phrase::handoff);
  if (handoff.minimum_total > 0) line(say(Phrase::minimum_total, handoff.minimum_total));
  if (!handoff.requires_fields.empty()) line(say(Phrase::needs) + ": " + field_names(handoff.requires_fields));
  if (handoff.notes != kNoField) line(say(Phrase::notes_from) + ": " + std::string(conditions_.field_name(handoff.notes)));
  if (handoff.record.empty()) return;
  line(say(Phrase::crm_record));
  for (const profile::RecordEntry& record : handoff.record) detail(code(record.crm) + ": " + code(record.from));
}

void Describer::privacy() {
  heading(Phrase::privacy);
  if (model_.privacy.warn) line(say(Phrase::warns));
  if (model_.privacy.mask) line(say(Phrase::masks));
  for (const profile::Notice& notice : model_.privacy.red_flags) {
    line(say(Phrase::shows, code(notice.id), own(notice.text)));
    when(notice.when);
  }
}

void Describer::visitor_texts() {
  if (!model_.what_next.empty()) {
    heading(Phrase::what_next);
    paragraph(say(Phrase::first_counts));
    for (const profile::NextStep& step : model_.what_next) {
      entry(own(step.text), step.id);
      when(step.when);
    }
  }
  if (!model_.services.empty()) {
    heading(Phrase::services);
    for (const profile::ServicePanel& panel : model_.services) {
      entry(conditions_.value_name(model_.fields[panel.field].vocabulary, panel.code), {});
      if (const std::string_view text = own(panel.eligibility); !text.empty()) detail(text);
      if (const std::string_view text = own(panel.after); !text.empty()) detail(text);
      detail(Phrase::places, joined(panel.places));
    }
  }
  if (model_.form_steps.empty()) return;
  heading(Phrase::form);
  for (const profile::FormStep& step : model_.form_steps) entry(own(step.label), step.id, field_names(step.fields));
}

void Describer::policy() {
  constexpr auto kArea = std::to_array<std::string_view>({"nurture", "close"});
  constexpr auto kNoFit = std::to_array<std::string_view>({"review", "nurture", "redirect"});
  constexpr auto kLow = std::to_array<std::string_view>({"decide", "nurture", "unqualified"});
  heading(Phrase::policy);
  line(say(Phrase::policy_area, kArea[static_cast<std::size_t>(model_.policy.out_of_area)]));
  line(say(Phrase::policy_no_fit, kNoFit[static_cast<std::size_t>(model_.policy.no_fit)]));
  line(say(Phrase::policy_low, kLow[static_cast<std::size_t>(model_.policy.low_low)]));
  const profile::Alerts& alerts = model_.alerts;
  line(say(Phrase::alert_size, alerts.minimum_leads));
  line(say(Phrase::alert_misfit, alerts.misfit_percent));
  line(say(Phrase::alert_no_show, alerts.no_show_percent));
  line(say(Phrase::alert_criterion, alerts.criterion_percent));
  line(say(Phrase::alert_gap, alerts.group_gap_percent));
  line(say(Phrase::alert_sample, alerts.audit_sample));
}

}  // namespace prequal::report
