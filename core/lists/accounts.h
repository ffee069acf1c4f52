// Floor: lists. The leads of a list rolled up by organization: who belongs together, how far the account is, and which seats
// of the buying committee are still open.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lists/list.h"

namespace prequal::lists {

/// How the leads of an account were found to belong together.
enum class AccountBy : std::uint8_t { site, email, name };

/// One organization. Points are those of its contacts: the best fit, and the intent of every different person added up with
/// a bonus for each further person who engaged, within the caps of the profile (R17-02).
struct Account {
  std::string key;                 ///< site of its website, or its folded name and state
  std::vector<std::size_t> leads;  ///< of the list, in its order
  AccountBy by = AccountBy::site;  ///< of its leads, the one that says least
  std::int32_t people = 0;         ///< different persons: the same e-mail or phone is one (R17-03)
  std::int32_t engaged = 0;        ///< of these, with any intent
  std::int32_t contactable = 0;    ///< of these, whom consent lets us contact; the others are still reported (R17-06)
  std::int32_t fit = 0;
  std::int32_t intent = 0;
  std::int32_t total = 0;
  bool evaluating = false;                     ///< two or more persons engaged
  std::vector<std::string_view> filled_slots;  ///< by a contact that can still be reached (R17-05)
  std::vector<std::string_view> open_slots;    ///< the rest of the committee
};

/// Groups the leads by the site of their website; by the domain of their e-mail when that is the site of another lead; else
/// by name and state. A lead with none of these belongs to no account. Accounts stand in the order of their first lead.
/// Requires: close() of the list was fine. Cost: qualifies every lead once.
[[nodiscard]] std::vector<Account> find_accounts(List& list);

/// Appends the accounts as one JSON list. Leads are named by their row. Nothing else that a person typed is in it but the
/// name of the organization's site.
void write_accounts(const std::vector<Account>& accounts, const List& list, std::string& out);

}  // namespace prequal::lists
