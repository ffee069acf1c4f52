#include "report/profile_set.h"

#include <algorithm>

#include "base/version.h"
#include "profile/names.h"
#include "profile/reader.h"
#include "report/verdict_writer.h"

namespace prequal::report {
namespace {

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

bool is_profile_set(std::string_view json) {
  Problems ignored;
  const auto document = profile::Document::parse(json, ignored);
  return document && document->at(document->root()).kind == profile::NodeKind::object &&
         document->find(document->root(), "prequal_set") != profile::kNoNode;
}

std::vector<SetEntry> read_set_entries(std::string_view json, Problems& problems) {
  std::vector<SetEntry> out;
  const auto document = profile::Document::parse(json, problems);
  if (document) {
    const profile::ReadContext context{*document, problems};
    profile::ObjectReader root(context, document->root());
    root.require("prequal_set", "it names the format: \"prequal_set\": 1");
    (void)root.number("prequal_set", 1, {1, 1});
    root.require("profiles", "the profiles of the set");
    for (const profile::NodeIndex child : profile::children(context, root.array("profiles"), kMostProfiles, "profiles")) {
      profile::ObjectReader reader(context, child);
      if (!reader.ok()) continue;
      reader.require("profile", "the file of the profile");
      SetEntry entry{.profile = std::string(reader.text("profile")),
                     .segments = copy(reader.texts("segments")),
                     .offers = copy(reader.texts("offers")),
                     .pointer = document->pointer(child)};
      reader.finish();
      if (!entry.profile.empty()) out.push_back(std::move(entry));
    }
    root.finish();
    if (out.empty() && !problems.has_errors()) {
      context.report(Code::too_few, document->root(), "profiles", "at least one profile");
    }
  }
  profile::locate(json, problems.list());
  return out;
}

std::optional<ProfileSet> ProfileSet::read(std::string_view json, const Loader& load, Problems& problems) {
  ProfileSet set;
  for (SetEntry& entry : read_set_entries(json, problems)) {
    const auto text = load(entry.profile);
    if (!text) {
      problems.add({.code = Code::file_read,
                    .pointer = entry.pointer,
                    .subject = entry.profile,
                    .detail = "there is no such profile"});
      continue;
    }
    Problems inner;
    auto compiled = profile::Profile::compile(*text, inner);
    for (Problem& problem : inner.list()) {
      if (problem.subject.empty()) problem.subject = entry.profile;
      problems.add(std::move(problem));
    }
    if (!compiled) continue;
    auto member = std::make_unique<Member>();
    member->name = std::move(entry.profile);
    member->segments = std::move(entry.segments);
    member->offers = std::move(entry.offers);
    member->program = std::make_unique<Program>(std::move(*compiled));
    member->slots = std::make_unique<lead::Slots>(member->program->profile);
    member->reader = std::make_unique<lead::JsonLeadReader>(*member->slots);
    member->qualifier = std::make_unique<Qualifier>(*member->program);
    set.members_.push_back(std::move(member));
  }
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
