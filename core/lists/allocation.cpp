#include "lists/allocation.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

#include "base/json_writer.h"
#include "base/sort.h"
#include "base/time.h"
#include "decide/follow_up.h"

namespace prequal::lists {
namespace {

// Lanes in which a person works the lead now; the others keep it warm or send it elsewhere.
bool is_worked(profile::Lane lane) {
  using profile::Lane;
  return lane == Lane::sales || lane == Lane::discovery || lane == Lane::first_call || lane == Lane::intake ||
         lane == Lane::coordinator || lane == Lane::partner;
}

}  // namespace

std::string_view place_state_name(PlaceState state) {
  constexpr std::array<std::string_view, 4> kNames{"unrouted", "routed", "queued", "unassigned"};
  return kNames[static_cast<std::size_t>(state)];
}

void Allocation::on_lead(std::size_t /*lead*/, const lead::RawLead& /*raw*/, const report::Qualifier& qualifier) {
  const auto& decider = qualifier.decider();
  const std::uint32_t route = decider.route().lane(kLane);
  Entry entry;
  entry.key = {decider.band().lane(kLane), decider.stage().lane(kLane),
               decider.evaluator().category(profile::Category::intent).now.lane(kLane),
               decider.evaluator().total().now.lane(kLane)};
  if (route != 0) entry.team = profile_.model().routes[route - 1].team;
  entry.wanted = is_worked(static_cast<profile::Lane>(decider.lane().lane(kLane)));
  entry.id = qualifier.lead().id;
  entry.due = find_follow_up(profile_, qualifier.lead(), decider, kLane, qualifier.now()).due;
  entries_.push_back(std::move(entry));
}

void Allocation::finish() {
  order_.resize(entries_.size());
  std::iota(order_.begin(), order_.end(), 0U);
  sort_by(order_, [&](std::uint32_t a, std::uint32_t b) {
    const auto key = [&](std::uint32_t lead) {
      const PlaceKey& k = entries_[lead].key;
      return std::tuple(k.band, k.stage, k.intent, k.total);
    };
    return key(a) > key(b);
  });
  places_.assign(entries_.size(), {});
  std::ranges::fill(teams_, TeamLoad{});
  unassigned_ = 0;
  const auto& teams = profile_.model().teams;
  for (const std::uint32_t lead : order_) {
    const Entry& entry = entries_[lead];
    Place& place = places_[lead];
    place.team = entry.team;
    if (entry.team == profile::kNoEntry) {
      if (entry.wanted) place.state = PlaceState::unassigned;
    } else {
      TeamLoad& load = teams_[entry.team];
      const profile::Team& team = teams[entry.team];
      const bool full = team.capacity >= 0 && load.routed >= static_cast<std::uint64_t>(team.capacity);
      place.order = static_cast<std::uint32_t>(load.routed + load.queued + load.unassigned + 1);
      place.state = team.owner.empty() && entry.wanted ? PlaceState::unassigned
                    : full                             ? PlaceState::queued
                                                       : PlaceState::routed;
      load.routed += place.state == PlaceState::routed ? 1U : 0U;
      load.queued += place.state == PlaceState::queued ? 1U : 0U;
      load.unassigned += place.state == PlaceState::unassigned ? 1U : 0U;
    }
    unassigned_ += place.state == PlaceState::unassigned ? 1U : 0U;
  }
}

void Allocation::write(std::string& out) const {
  JsonWriter json(out);
  const auto& teams = profile_.model().teams;
  json.begin_object().field("leads", static_cast<std::int64_t>(entries_.size()));
  json.key("teams").begin_array();
  for (std::size_t i = 0; i < teams.size(); ++i) {
    json.begin_object().field("team", teams[i].id).key("owner");
    teams[i].owner.empty() ? json.null() : json.string(teams[i].owner);
    json.key("capacity");
    teams[i].capacity < 0 ? json.null() : json.number(teams[i].capacity);
    json.field("routed", static_cast<std::int64_t>(teams_[i].routed));
    json.field("queued", static_cast<std::int64_t>(teams_[i].queued));
    json.field("unassigned", static_cast<std::int64_t>(teams_[i].unassigned)).end_object();
  }
  json.end_array().key("alarms").begin_array();
  if (unassigned_ > 0) {
    json.begin_object().field("alarm", "unassigned").field("count", static_cast<std::int64_t>(unassigned_));
    json.field("action", "assign_owner").end_object();
  }
  json.end_array().key("order").begin_array();
  for (const std::uint32_t lead : order_) {
    const Place& place = places_[lead];
    if (place.state == PlaceState::unrouted) continue;
    json.begin_object().field("lead", static_cast<std::int64_t>(lead)).key("id");
    entries_[lead].id.empty() ? json.null() : json.string(entries_[lead].id);
    json.key("team");
    place.team == profile::kNoEntry ? json.null() : json.string(teams[place.team].id);
    json.field("state", place_state_name(place.state)).field("order", static_cast<std::int64_t>(place.order));
    std::string due;
    append_rfc3339(due, {entries_[lead].due, 0});
    json.field("due", due);
    // The clock keeps running: waiting for a place is our delay and never the lead's (R11-05).
    if (place.state == PlaceState::queued) json.field("reason", "capacity").field("delay", "ours");
    json.end_object();
  }
  json.end_array().end_object();
}

}  // namespace prequal::lists
