#include "report/profile_set.h"

#include <algorithm>

#include "base/version.h"
#include "profile/names.h"
#include "profile/reader.h"
#include "report/verdict_writer.h"

namespace prequal::report {
namespace {

constexpr std::size_t kLane = 0;
constexpr std::size_t kMostProfiles = 64;

std::string_view key_text(const lead::RawLead& raw, lead::LeadKey key) {
  std::string_view out;
  for (const lead::RawValue& value : raw.values) {
    if (value.slot == lead::key_slot(key)) out = value.text;
  }
  return out;
}

std::vector<std::string> copy(const std::vector<std::string_view>& texts) {
  return {texts.begin(), texts.end()};
}

}  // namespace

std::optional<ProfileSet> ProfileSet::read(std::string_view json, const Loader& load, Problems& problems) {
  const auto document = profile::Document::parse(json, problems);
  if (!document) return std::nullopt;
  const profile::ReadContext context{*document, problems};
  profile::ObjectReader root(context, document->root());
  if (!root.ok()) return std::nullopt;
  root.require("prequal_set", "it names the format: \"prequal_set\": 1");
  (void)root.number("prequal_set", 1, {1, 1});
  root.require("profiles", "the profiles of the set");
  ProfileSet set;
  for (const profile::NodeIndex child : profile::children(context, root.array("profiles"), kMostProfiles, "profiles")) {
    profile::ObjectReader reader(context, child);
    if (!reader.ok()) continue;
    auto member = std::make_unique<Member>();
    reader.require("profile", "the file of the profile");
    member->name = reader.text("profile");
    member->segments = copy(reader.texts("segments"));
    member->offers = copy(reader.texts("offers"));
    reader.finish();
    const auto text = load(member->name);
    if (!text) {
      context.report(Code::file_read, child, member->name, "there is no such profile");
      continue;
    }
    Problems inner;
    auto compiled = profile::Profile::compile(*text, inner);
    for (Problem& problem : inner.list()) {
      if (problem.subject.empty()) problem.subject = member->name;
      problems.add(std::move(problem));
    }
    if (!compiled) continue;
    member->program = std::make_unique<Program>(std::move(*compiled));
    member->slots = std::make_unique<lead::Slots>(member->program->profile);
    member->reader = std::make_unique<lead::JsonLeadReader>(*member->slots);
    member->qualifier = std::make_unique<Qualifier>(*member->program);
    set.members_.push_back(std::move(member));
  }
  root.finish();
  profile::locate(json, problems.list());
  if (problems.has_errors() || set.members_.empty()) return std::nullopt;
  return set;
}

std::optional<std::size_t> ProfileSet::choose(std::string_view segment, std::string_view offer) const {
  const auto lists = [](const std::vector<std::string>& list, std::string_view item) {
    return std::ranges::find(list, item) != list.end();
  };
  for (std::size_t i = 0; i < members_.size(); ++i) {
    const Member& member = *members_[i];
    if (!lists(member.segments, segment)) continue;
    if (!offer.empty() && !member.offers.empty() && !lists(member.offers, offer)) continue;
    return i;
  }
  return std::nullopt;
}

bool ProfileSet::wants_other_offer(const Qualifier& qualifier) {
  const auto& reasons = qualifier.program().profile.model().reasons;
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    if (!qualifier.decider().reason(i).now.yes.lane(kLane)) continue;
    const profile::ReasonClass reason_class = qualifier.decider().reason_class(i, kLane);
    if (reason_class == profile::ReasonClass::reroute || reasons[i].code == "different_need") return true;
  }
  return false;
}

std::optional<Problem> ProfileSet::qualify(std::string_view lead_json, Instant now, const VerdictOptions& options,
                                           std::string& out) {
  if (const auto problem = members_[0]->reader->read(lead_json, raw_)) return problem;
  const std::string segment(key_text(raw_, lead::LeadKey::segment));
  const std::string offer(key_text(raw_, lead::LeadKey::offer));
  const auto chosen = choose(segment, offer);
  if (!chosen) {
    write_unassigned(key_text(raw_, lead::LeadKey::id), now, out);
    return std::nullopt;
  }
  Member& member = *members_[*chosen];
  if (const auto problem = member.reader->read(lead_json, raw_)) return problem;
  member.qualifier->run(raw_, now);
  std::vector<std::string_view> candidates;
  const bool other = wants_other_offer(*member.qualifier);
  lead::RawLead raw;
  for (const auto& entry : members_) {
    if (!other || entry.get() == &member) continue;
    if (entry->reader->read(lead_json, raw)) continue;
    entry->qualifier->run(raw, now);
    const std::uint32_t eligibility = entry->qualifier->decider().eligibility().lane(kLane);
    if (eligibility == static_cast<std::uint32_t>(profile::Eligibility::eligible)) {
      candidates.push_back(entry->program->profile.model().id);
    }
  }
  const std::size_t start = out.size();
  member.qualifier->write_verdict(out, options);
  if (!other) return std::nullopt;
  // The verdict is one object: its last brace makes room for what the set adds.
  out.pop_back();
  std::string added;
  JsonWriter json(added);
  json.begin_array();
  for (const std::string_view candidate : candidates) json.string(candidate);
  json.end_array();
  out.append(out.size() > start + 1 ? ",\"candidates\":" : "\"candidates\":").append(added).append("}");
  return std::nullopt;
}

void ProfileSet::write_unassigned(std::string_view id, Instant now, std::string& out) const {
  JsonWriter json(out);
  std::string as_of;
  append_rfc3339(as_of, now);
  json.begin_object().field("verdict", kVerdictFormat).field("engine", kEngineVersion).key("profile").null().key("lead");
  id.empty() ? json.null() : json.string(id);
  json.field("as_of", as_of).field("decision", "recommendation").field("final_decision_by", "human");
  json.field("segment", "unknown").key("questions").begin_array();
  json.begin_object().field("field", "segment").field("effect", "eligibility").field("action", "ask_segment").end_object();
  json.end_array().end_object();
}

}  // namespace prequal::report
