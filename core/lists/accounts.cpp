#include "lists/accounts.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/json_writer.h"
#include "base/text.h"
#include "profile/facts.h"
#include "profile/names.h"
#include "quality/domain.h"
#include "quality/email.h"
#include "quality/organization.h"

namespace prequal::lists {

using profile::Fact;
using profile::FieldId;
using profile::kNoField;

namespace {

// For each further person who engaged; an example, like every number of this kind.
constexpr std::int32_t kBreadthPoints = 2;
constexpr std::int32_t kMostPoints = 100;

// What of a lead decides where it belongs and what it adds. Own copies: a lead's texts go with the next lead.
struct Contact {
  std::string site;
  std::string email_site;
  std::string name;  // organization in its form for comparison, and state
  std::string email;
  std::string phone;
  std::uint32_t role = 0;
  std::int32_t fit = 0;
  std::int32_t intent = 0;
  bool permitted = false;
  bool reachable = true;
};

std::string to_lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

// The registered name of a host; empty for one at which anybody can have an address or a page, which names no account.
std::string site_of(std::string_view host) {
  const std::string_view name = quality::view_registered(host);
  if (name.empty()) return {};
  const quality::DomainKind kind = quality::find_domain_kind(name);
  const bool own = kind == quality::DomainKind::organization || kind == quality::DomainKind::reserved;
  return own ? to_lower(name) : std::string();
}

class Reader {
 public:
  explicit Reader(const profile::Profile& profile)
      : profile_(profile),
        website_(profile.find_meaning("website")),
        email_(profile.find_meaning("email")),
        phone_(profile.find_meaning("phone")),
        org_name_(profile.find_meaning("org_name")),
        state_(profile.find_meaning("state")) {}

  [[nodiscard]] Contact read(const report::Qualifier& qualifier) const {
    const lead::Lead& lead = qualifier.lead();
    Contact out;
    if (known(lead, website_)) out.site = site_of(quality::view_host(lead.answers[website_].text));
    if (known(lead, email_)) {
      out.email = to_lower(lead.answers[email_].text);
      const std::size_t at = out.email.rfind('@');
      if (at != std::string::npos) out.email_site = site_of(std::string_view(out.email).substr(at + 1));
    }
    if (known(lead, phone_)) {
      for (const char c : lead.answers[phone_].text) {
        if (c >= '0' && c <= '9') out.phone.push_back(c);
      }
    }
    if (known(lead, org_name_)) {
      quality::append_organization_key(out.name, to_folded(lead.answers[org_name_].text));
      out.name.push_back('|');
      if (known(lead, state_)) append_number(out.name, std::int64_t{lead.answers[state_].code});
    }
    const FieldId role = profile_.model().committee.field;
    if (known(lead, role)) out.role = lead.answers[role].code;
    const auto& evaluator = qualifier.decider().evaluator();
    out.fit = evaluator.category(profile::Category::fit).now.lane(0);
    out.intent = evaluator.category(profile::Category::intent).now.lane(0);
    out.permitted = is(lead, Fact::outreach, "permitted");
    out.reachable = !is(lead, Fact::reachability, "unreachable");
    return out;
  }

 private:
  static bool known(const lead::Lead& lead, FieldId field) {
    return field != kNoField && lead::is_usable(lead.answers[field].state);
  }
  static bool is(const lead::Lead& lead, Fact fact, std::string_view value) {
    return lead.fact(fact) == static_cast<std::int32_t>(profile::fact_code(fact, value));
  }

  const profile::Profile& profile_;
  FieldId website_;
  FieldId email_;
  FieldId phone_;
  FieldId org_name_;
  FieldId state_;
};

struct AccountKey {
  std::string key;  // empty: belongs nowhere
  AccountBy by = AccountBy::name;
};

AccountKey key_of(const Contact& contact, const std::unordered_set<std::string>& sites) {
  if (!contact.site.empty()) return {.key = contact.site, .by = AccountBy::site};
  if (sites.contains(contact.email_site)) return {.key = contact.email_site, .by = AccountBy::email};
  return {.key = contact.name, .by = AccountBy::name};
}

std::string_view name_of(AccountBy by) {
  return by == AccountBy::site ? "site" : by == AccountBy::email ? "email" : "name";
}

// Adds up the persons of one account; the first record of a person counts, and every other of the same only by its points.
void roll_up(Account& account, const std::vector<Contact>& contacts, const profile::Model& model) {
  struct Person {
    std::int32_t intent = 0;
    bool permitted = false;
  };
  std::vector<Person> people;
  std::unordered_map<std::string_view, std::size_t> by_contact;
  for (const std::size_t lead : account.leads) {
    const Contact& contact = contacts[lead];
    std::size_t person = people.size();
    for (const std::string_view key : {std::string_view(contact.email), std::string_view(contact.phone)}) {
      const auto found = key.empty() ? by_contact.end() : by_contact.find(key);
      if (found != by_contact.end()) person = std::min(person, found->second);
    }
    if (person == people.size()) people.push_back({.intent = 0, .permitted = true});
    people[person].intent = std::max(people[person].intent, contact.intent);
    people[person].permitted &= contact.permitted;  // the strictest consent wins
    for (const std::string_view key : {std::string_view(contact.email), std::string_view(contact.phone)}) {
      if (!key.empty()) by_contact.emplace(key, person);
    }
    account.fit = std::max(account.fit, contact.fit);
    for (const profile::CommitteeRole& role : model.committee.roles) {
      if (role.code != contact.role || contact.role == 0 || !contact.reachable) continue;
      if (std::ranges::find(account.filled_slots, role.slot) == account.filled_slots.end()) {
        account.filled_slots.push_back(role.slot);
      }
    }
  }
  for (const Person& person : people) {
    account.intent += person.intent;
    account.engaged += person.intent > 0 ? 1 : 0;
    account.contactable += person.permitted ? 1 : 0;
  }
  account.people = static_cast<std::int32_t>(people.size());
  account.intent += kBreadthPoints * std::max(0, account.engaged - 1);
  account.intent = std::min(account.intent, model.scoring.caps[static_cast<std::size_t>(profile::Category::intent)]);
  account.total = std::min(account.fit + account.intent, kMostPoints);
  account.evaluating = account.engaged > 1;
  for (const std::string_view slot : profile::committee_slots()) {
    if (std::ranges::find(account.filled_slots, slot) == account.filled_slots.end()) account.open_slots.push_back(slot);
  }
}

}  // namespace

std::vector<Account> find_accounts(List& list) {
  std::vector<Contact> contacts;
  std::unordered_set<std::string> sites;
  contacts.reserve(list.size());
  for (std::size_t lead = 0; lead < list.size(); ++lead) {
    const report::Qualifier& qualifier = list.qualify(lead);
    contacts.push_back(Reader(qualifier.program().profile).read(qualifier));
    if (!contacts.back().site.empty()) sites.insert(contacts.back().site);
  }
  std::vector<Account> out;
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t lead = 0; lead < contacts.size(); ++lead) {
    AccountKey found = key_of(contacts[lead], sites);
    if (found.key.empty()) continue;
    const auto [place, added] = places.emplace(found.key, out.size());
    if (added) out.emplace_back().key = std::move(found.key);
    Account& account = out[place->second];
    account.leads.push_back(lead);
    account.by = std::max(account.by, found.by);
  }
  for (Account& account : out) roll_up(account, contacts, list.summary().profile().model());
  return out;
}

void write_accounts(const std::vector<Account>& accounts, const List& list, std::string& out) {
  JsonWriter json(out);
  const auto slots = [&](std::string_view name, const std::vector<std::string_view>& texts) {
    json.key(name).begin_array();
    for (const std::string_view text : texts) json.string(text);
    json.end_array();
  };
  json.begin_array();
  for (const Account& account : accounts) {
    json.begin_object().field("key", account.key).field("by", name_of(account.by)).key("rows").begin_array();
    for (const std::size_t lead : account.leads) json.number(static_cast<std::int64_t>(list.row(lead)));
    json.end_array().field("people", account.people).field("engaged", account.engaged);
    json.field("contactable", account.contactable).field("fit", account.fit).field("intent", account.intent);
    json.field("total", account.total).field("lifecycle", account.evaluating ? "evaluating" : "researching");
    json.key("committee").begin_object();
    slots("filled", account.filled_slots);
    slots("open", account.open_slots);
    json.end_object().end_object();
  }
  json.end_array();
}

}  // namespace prequal::lists
