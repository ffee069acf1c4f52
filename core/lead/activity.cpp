// What happened with a lead: attempts to reach it, our history, what we owe it, how often we wrote, and what it looked at.
#include <algorithm>

#include "lead/normalizer.h"

#include "base/sort.h"

namespace prequal::lead {

using profile::Fact;
using profile::kNoField;
using profile::TouchType;

namespace {

constexpr std::int64_t kHour = 3600;

// How a call or message can end (R16-04); the first five reached the person.
constexpr auto kDispositions = std::to_array<std::string_view>(
    {"connected", "booked", "callback_requested", "declined", "replied", "voicemail", "no_answer", "wrong_number", "sent"});
constexpr std::size_t kReachedDispositions = 5;

bool is_bad_delivery(std::string_view delivery) {
  return delivery == "bounced" || delivery == "disconnected" || delivery == "invalid" || delivery == "wrong_number";
}

bool is_ours(TouchType type) {
  return type == TouchType::marketing_email || type == TouchType::outbound_call || type == TouchType::outbound_email ||
         type == TouchType::outbound_text;
}

// What a lead does when it wants something of us now.
bool is_request(TouchType type) {
  switch (type) {
    case TouchType::demo_request:
    case TouchType::pricing_request:
    case TouchType::quote_request:
    case TouchType::consultation_request:
    case TouchType::appointment_request:
    case TouchType::inbound_call: return true;
    default: return false;
  }
}

struct Action {
  std::string_view action;
  std::string_view record;
};

// Which record a decision of a reviewer leaves behind.
constexpr auto kActions = std::to_array<Action>({
    {"disqualify", "disqualified"},
    {"nurture", "nurture"},
    {"hold", "on_hold"},
    {"close_lost", "closed_lost"},
    {"close_won", "closed_won"},
    {"reopen", "open"},
    {"accept", "open"},
    {"resume", "open"},
    {"not_spam", "open"},
});

}  // namespace

std::int32_t Normalizer::days_since(std::int64_t seconds) const {
  return static_cast<std::int32_t>(std::max<std::int64_t>(0, now_.seconds - seconds) / kDay);
}

bool Normalizer::is_permitted(std::string_view channel) const {
  if (channel == "email") return is_given(Fact::consent_email);
  if (channel == "phone") return is_given(Fact::consent_phone);
  if (channel == "text") return is_given(Fact::consent_text);
  return channel == "mail" && is_given(Fact::consent_mail);
}

HistoryEntry Normalizer::read_act(const RawEvent& event, std::string_view list) {
  return {.action = event.type,
          .by = event.by,
          .reason = event.reason,
          .to = event.to,
          .until = event.until,
          .resume_when = event.resume_when,
          .note = event.note,
          .page = event.page,
          .claim = event.claim,
          .seconds = read_time(event.at, list).value_or(0)};
}

void Normalizer::read_activity(const RawLead& raw) {
  for (const RawEvent& event : raw.events) {
    switch (event.kind) {
      case EventKind::attempt: {
        const auto known = std::ranges::find(kDispositions, event.result);
        if (known == kDispositions.end()) {
          note_about(Finding::disposition_unknown, "attempts");
          break;
        }
        const bool connected = known - kDispositions.begin() < static_cast<std::ptrdiff_t>(kReachedDispositions);
        out_->attempts.push_back({event.channel, event.result, read_time(event.at, "attempts").value_or(0), connected});
        break;
      }
      case EventKind::history: out_->history.push_back(read_act(event, "history")); break;
      case EventKind::proposal: out_->proposals.push_back(read_act(event, "proposed")); break;
      case EventKind::deliverable: {
        Deliverable item{.what = event.type};
        item.due = read_time(event.due_at, "deliverables").value_or(0);
        item.open = event.answered_at.empty();
        item.overdue = item.open && item.due != 0 && now_.seconds > item.due;
        out_->deliverables.push_back(item);
        break;
      }
      default: break;
    }
  }
  sort_by_key(out_->attempts, &Attempt::seconds);
  sort_by_key(out_->history, &HistoryEntry::seconds);
}

// Only attempts through a channel that the person permitted, and within the profile's window, count as unanswered (R14-44).
void Normalizer::find_attempts() {
  if (out_->attempts.empty()) return;
  const profile::Cadence& cadence = profile_.model().outreach.cadence;
  std::int32_t connected = 0;
  std::int32_t unanswered = 0;
  for (const Attempt& attempt : out_->attempts) {
    if (attempt.connected) {
      ++connected;
      unanswered = 0;
    } else if (is_permitted(attempt.channel) && days_since(attempt.seconds) <= cadence.attempts_within_days) {
      ++unanswered;
    }
  }
  out_->set(Fact::attempts_connected, connected);
  out_->set(Fact::attempts_unanswered, unanswered);
}

void Normalizer::find_reachability() {
  constexpr std::int32_t kVerified = 1;
  constexpr std::int32_t kPlausible = 2;
  constexpr std::int32_t kUnverified = 3;
  constexpr std::int32_t kUnreachable = 4;
  const std::string_view email_delivery = raw_key(LeadKey::delivery_email);
  const std::string_view phone_delivery = raw_key(LeadKey::delivery_phone);
  const std::int32_t email = out_->fact(Fact::contact_email);
  const std::int32_t phone = out_->fact(Fact::contact_phone);
  if (email == 0 && phone == 0) return;
  if (email == 1 && (email_delivery == "unverifiable" || email_delivery == "catch_all")) {
    out_->answers[email_].state = DataState::unverifiable;
    note(Finding::contact_unverifiable, email_);
  }
  const bool email_good = email == 1 && !is_bad_delivery(email_delivery);
  const bool phone_good = phone == 1 && !is_bad_delivery(phone_delivery);
  std::int32_t verdict = kUnverified;
  if (email_good || phone_good) {
    const bool replied = std::ranges::any_of(out_->touches, [](const Touch& touch) {
      return touch.type == TouchType::email_reply || touch.type == TouchType::conversation ||
             touch.type == TouchType::discovery_call || touch.type == TouchType::inbound_call;
    });
    const bool connected = out_->fact(Fact::attempts_connected) > 0;
    verdict = connected || replied || email_delivery == "delivered" ? kVerified : kPlausible;
  } else if (is_bad_delivery(email_delivery) || is_bad_delivery(phone_delivery)) {
    verdict = kUnreachable;
  }
  out_->set(Fact::reachability, verdict);
}

void Normalizer::find_history_facts() {
  std::int32_t routings = 0;
  std::int64_t nurtured = 0;
  for (const HistoryEntry& entry : out_->history) {
    if (entry.action == "accept") out_->set(Fact::accepted, 1);
    if (entry.action == "refuse") out_->set(Fact::accepted, 2);
    if (entry.action == "start_sales_process") out_->set(Fact::sales_process, 1);
    if (entry.action == "route" || entry.action == "reroute") ++routings;
    if (entry.action == "not_spam") spam_cleared_ = true;
    const auto found = std::ranges::find(kActions, entry.action, &Action::action);
    if (found != kActions.end()) {
      out_->set(Fact::record, static_cast<std::int32_t>(fact_code(Fact::record, found->record)));
      if (found->action == "nurture") nurtured = entry.seconds;
    }
  }
  // Nurture ends when the lead asks for something again: its earlier coolness does not hold it back (R06-14).
  const bool asked = std::ranges::any_of(out_->touches, [&](const Touch& touch) {
    return is_request(touch.type) && touch.has_time && touch.seconds > nurtured;
  });
  if (nurtured != 0 && asked && out_->fact(Fact::record) == static_cast<std::int32_t>(fact_code(Fact::record, "nurture"))) {
    out_->set(Fact::record, static_cast<std::int32_t>(fact_code(Fact::record, "open")));
  }
  for (const Touch& touch : out_->touches) routings += touch.type == TouchType::routing ? 1 : 0;
  out_->set(Fact::routings, routings);
}

void Normalizer::find_deliverables() {
  std::int32_t open = 0;
  std::int32_t overdue = 0;
  for (const Deliverable& item : out_->deliverables) {
    open += item.open ? 1 : 0;
    overdue += item.overdue ? 1 : 0;
  }
  out_->set(Fact::deliverables_open, open);
  out_->set(Fact::deliverables_overdue, overdue);
}

// Too often: more touches of ours within three days than the smallest gap allows. Too rarely: none for longer than the
// largest gap (R14-47).
void Normalizer::find_cadence() {
  constexpr std::int32_t kOk = 1;
  constexpr std::int32_t kTooFrequent = 2;
  constexpr std::int32_t kTooInfrequent = 3;
  constexpr std::int64_t kWindow = 3 * kDay;
  const profile::Cadence& cadence = profile_.model().outreach.cadence;
  std::vector<std::int64_t>& ours = times_;
  ours.clear();
  for (const Touch& touch : out_->touches) {
    if (touch.has_time && is_ours(touch.type)) ours.push_back(touch.seconds);
  }
  for (const Attempt& attempt : out_->attempts) {
    if (attempt.seconds != 0) ours.push_back(attempt.seconds);
  }
  sort(ours);
  const std::int64_t gap = std::int64_t{cadence.minimum_gap_hours} * kHour;
  const std::size_t allowed = gap == 0 ? ours.size() : static_cast<std::size_t>(kWindow / gap + 1);
  std::int32_t verdict = kOk;
  for (std::size_t i = 0, j = 0; j < ours.size(); ++j) {
    while (ours[j] - ours[i] > kWindow) ++i;
    if (j - i + 1 > allowed + 1) verdict = kTooFrequent;
  }
  const std::int64_t last = ours.empty() ? out_->submitted : ours.back();
  if (verdict == kOk && last != 0 && days_since(last) > cadence.maximum_gap_days) verdict = kTooInfrequent;
  if (out_->submitted != 0 || !ours.empty()) out_->set(Fact::cadence, verdict);
}

void Normalizer::find_age_facts() {
  std::int64_t last = out_->submitted;
  std::int64_t first_call = 0;
  std::int32_t marketing = 0;
  std::int32_t missed = 0;
  for (const Touch& touch : out_->touches) {  // newest first
    if (touch.type == TouchType::marketing_email) ++marketing;
    if (touch.type == TouchType::booking && touch.topic_text == "missed") ++missed;
    if (touch.has_time && profile::touch_is_inbound(touch.type)) last = std::max(last, touch.seconds);
    const bool call = touch.type == TouchType::conversation || touch.type == TouchType::discovery_call;
    if (call && touch.has_time) first_call = touch.seconds;
  }
  for (const Attempt& attempt : out_->attempts) {
    if (attempt.connected && attempt.seconds != 0 && (first_call == 0 || attempt.seconds < first_call)) {
      first_call = attempt.seconds;
    }
  }
  out_->set(Fact::touches_marketing, marketing);
  out_->set(Fact::meetings_missed, missed);
  if (out_->submitted != 0) out_->set(Fact::record_age_days, days_since(out_->submitted));
  if (last != 0) out_->set(Fact::quiet_days, days_since(last));
  const bool excused = !raw_key(LeadKey::quiet_reason).empty();
  out_->set(Fact::quiet_excused, excused ? 1 : 2);
  // Health care is slow: silence means nothing before the grace time is over, nor with a reason for it (R08-05).
  if (last != 0) {
    const bool within = days_since(last) <= profile_.model().outreach.cadence.grace_days;
    out_->set(Fact::silence, static_cast<std::int32_t>(fact_code(Fact::silence, within    ? "within_grace"
                                                                                : excused ? "excused"
                                                                                          : "beyond_grace")));
  }
  if (first_call != 0 && out_->submitted != 0 && first_call >= out_->submitted) {
    out_->set(Fact::call_days, static_cast<std::int32_t>((first_call - out_->submitted) / kDay));
  }
  // The newest booking touch tells the state of the booking, unless the record itself does.
  if (out_->fact(Fact::booking) == 0) {
    const auto booking = std::ranges::find(out_->touches, TouchType::booking, &Touch::type);
    if (booking != out_->touches.end()) find_code_fact(Fact::booking, booking->topic_text, Finding::fact_unknown);
  }
}

// Says one thing and looks at another (R03-09): enough visits to topics that belong to other interests, none to its own.
void Normalizer::find_behavior() {
  const profile::Behavior& behavior = profile_.model().behavior;
  if (behavior.field == kNoField || !is_usable(out_->answers[behavior.field].state)) return;
  const std::uint32_t stated = out_->answers[behavior.field].code;
  std::int32_t own = 0;
  std::int32_t other = 0;
  for (const Touch& touch : out_->touches) {
    if (touch.topic == profile::kNoEntry) continue;
    for (const profile::BehaviorTopics& value : behavior.values) {
      if (std::ranges::find(value.topics, touch.topic) == value.topics.end()) continue;
      (value.code == stated ? own : other) += 1;
    }
  }
  if (own + other == 0) return;
  const bool mismatch = own == 0 && other >= behavior.minimum_visits;
  out_->set(Fact::behavior, mismatch ? 2 : 1);
}

void Normalizer::find_capacity() {
  const profile::Capacity& capacity = profile_.model().capacity;
  if (capacity.field == kNoField || !is_usable(out_->answers[capacity.field].state)) return;
  const std::uint32_t wanted = out_->answers[capacity.field].code;
  const auto place = std::ranges::find(capacity.places, wanted, &profile::Place::code);
  if (place != capacity.places.end()) out_->set(Fact::capacity, place->open > 0 ? 1 : 2);
}

}  // namespace prequal::lead
