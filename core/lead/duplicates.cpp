#include "lead/duplicates.h"

#include <algorithm>

#include "base/json_writer.h"
#include "base/text.h"
#include "lead/json_lead.h"
#include "quality/email.h"
#include "quality/phone.h"

namespace prequal::lead {

using profile::FieldId;
using profile::kNoField;

namespace {

std::string_view text_of(const RawLead& lead, FieldId field) {
  for (const RawValue& value : lead.values) {
    if (field != kNoField && value.slot == field && value.kind == RawKind::text) return view_trimmed(value.text);
  }
  return {};
}

// Do two of these leads have the same key of this kind?
bool shares(const std::vector<std::vector<std::string>>& keys, const std::vector<std::size_t>& members,
            std::string_view kind) {
  std::vector<std::string_view> seen;
  for (const std::size_t member : members) {
    for (const std::string_view key : keys[member]) {
      if (!key.starts_with(kind) || key[kind.size()] != ':') continue;
      if (std::ranges::find(seen, key) != seen.end()) return true;
      seen.push_back(key);
    }
  }
  return false;
}

}  // namespace

void append_duplicate_keys(const profile::Profile& profile, const RawLead& lead, std::vector<std::string>& out) {
  const std::string_view email = text_of(lead, profile.find_meaning("email"));
  if (quality::is_usable_address(email)) {
    std::string& key = out.emplace_back("email:");
    for (const char c : email) key.push_back(to_lower(c));
  }
  const quality::PhoneNumber phone = quality::read_phone(text_of(lead, profile.find_meaning("phone")));
  if (phone.verdict == quality::PhoneVerdict::valid || phone.verdict == quality::PhoneVerdict::plausible) {
    out.push_back("phone:" + phone.digits);
  }
  const std::string organization = to_folded(text_of(lead, profile.find_meaning("org_name")));
  const std::string person = to_folded(text_of(lead, profile.find_meaning("contact_name")));
  if (!organization.empty() && !person.empty()) out.push_back("person:" + organization + "|" + person);
}

void DuplicateGroups::add(const std::vector<std::string>& keys) {
  const std::size_t lead = parent_.size();
  parent_.push_back(lead);
  for (const std::string& key : keys) {
    const auto [entry, fresh] = leads_.try_emplace(key, lead);
    if (fresh) continue;
    const std::size_t a = first(lead);
    const std::size_t b = first(entry->second);
    parent_[std::max(a, b)] = std::min(a, b);
  }
}

std::size_t DuplicateGroups::first(std::size_t lead) const {
  while (parent_[lead] != lead) lead = parent_[lead];
  return lead;
}

std::optional<Problem> append_duplicates(const profile::Profile& profile, const std::vector<std::string_view>& documents,
                                         std::string& out) {
  const Slots slots(profile);
  JsonLeadReader reader(slots);
  RawLead raw;
  DuplicateGroups groups;
  std::vector<std::vector<std::string>> keys(documents.size());
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (auto problem = reader.read(documents[i], raw)) {
      problem->row = i + 1;
      return problem;
    }
    append_duplicate_keys(profile, raw, keys[i]);
    groups.add(keys[i]);
  }
  JsonWriter json(out);
  json.begin_object().key("clusters").begin_array();
  for (std::size_t i = 0; i < documents.size(); ++i) {
    std::vector<std::size_t> members;
    for (std::size_t j = i; j < documents.size(); ++j) {
      if (groups.first(j) == i) members.push_back(j);
    }
    if (members.size() < 2) continue;
    json.begin_object().key("leads").begin_array();
    for (const std::size_t member : members) json.number(static_cast<std::int64_t>(member));
    json.end_array().key("by").begin_array();
    for (const std::string_view kind : {"email", "phone", "person"}) {
      if (shares(keys, members, kind)) json.string(kind);
    }
    json.end_array().end_object();
  }
  json.end_array().key("duplicate_of").begin_array();
  for (std::size_t i = 0; i < documents.size(); ++i) {
    groups.first(i) == i ? json.null() : json.number(static_cast<std::int64_t>(groups.first(i)));
  }
  json.end_array().end_object();
  return std::nullopt;
}

}  // namespace prequal::lead
