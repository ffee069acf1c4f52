// Leads rolled up by organization (group 17 of the requirement catalogue).
#include "lists/accounts.h"

#include "support/workbench.h"

using prequal::lists::Account;
using prequal::lists::find_accounts;
using prequal::lists::List;
using prequal::testing::Json;
using prequal::testing::kNow;

namespace {

const prequal::report::Program& scheduling() {
  static const auto program =
      prequal::testing::program_of_text(prequal::testing::read_file("core/profiles/b2b-scheduling.json"));
  return *program;
}

// A contact of a clinic who looked at the price page `visits` times.
Json contact(std::string_view email, int visits, std::string_view website = "lakeside.example") {
  Json lead{{"submitted_at", "2026-11-19T10:00:00Z"},
            {"consent", {{"email", "given"}}},
            {"answers",
             {{"org_name", "Lakeside"},
              {"state", "OH"},
              {"specialty", "cardiology"},
              {"org_type", "practice"},
              {"email", email}}},
            {"touches", Json::array()}};
  if (!website.empty()) lead["answers"]["website"] = website;
  for (int i = 0; i < visits; ++i) {
    lead["touches"].push_back(
        {{"type", "page_view"}, {"topic", "pricing"}, {"at", "2026-11-1" + std::to_string(i + 1) + "T10:00:00Z"}});
  }
  return lead;
}

std::vector<Account> accounts_of(const std::vector<Json>& leads) {
  List list(scheduling(), {.format = prequal::lists::Format::ndjson, .now = kNow});
  for (const Json& lead : leads) list.push(lead.dump() + "\n");
  REQUIRE_FALSE(list.finish(kNow));
  return find_accounts(list);
}

bool has(const std::vector<std::string_view>& list, std::string_view entry) {
  return std::ranges::find(list, entry) != list.end();
}

}  // namespace

TEST_CASE("R17-01 contacts of one site are one account beside their own scores", "[accounts]") {
  const auto accounts =
      accounts_of({contact("a@lakeside.example", 1), contact("b@lakeside.example", 1, "www.lakeside.example/x"),
                   contact("c@lakeside.example", 1, ""), contact("d@oak.example", 1, "oak.example")});
  REQUIRE(accounts.size() == 2);
  CHECK(accounts[0].key == "lakeside.example");
  CHECK(accounts[0].leads == std::vector<std::size_t>{0, 1, 2});
  CHECK(accounts[0].people == 3);
  // The third has no website: its e-mail joins it, which says less.
  CHECK(accounts[0].by == prequal::lists::AccountBy::email);
  CHECK(accounts[1].by == prequal::lists::AccountBy::site);
  CHECK(accounts[1].leads == std::vector<std::size_t>{3});
}

TEST_CASE("R17-01 a public suffix or a mail provider names no account", "[accounts]") {
  const auto suffix = accounts_of({contact("a@oak.co.uk", 1, "www.oak.co.uk"), contact("b@elm.co.uk", 1, "elm.co.uk")});
  REQUIRE(suffix.size() == 2);
  CHECK(suffix[0].key == "oak.co.uk");
  Json elm = contact("b@gmail.com", 1, "gmail.com");
  elm["answers"]["org_name"] = "Elm Clinic";
  Json same = contact("c@gmail.com", 1, "");
  same["answers"]["org_name"] = "The Elm Clinic, LLC";
  const auto free = accounts_of({contact("a@gmail.com", 1, "gmail.com"), elm, same});
  REQUIRE(free.size() == 2);
  CHECK(free[1].leads == std::vector<std::size_t>{1, 2});
  CHECK(free[1].by == prequal::lists::AccountBy::name);
}

TEST_CASE("R17-02 R22-44 three contacts with a visit each are further than one with three", "[accounts]") {
  const auto many =
      accounts_of({contact("a@lakeside.example", 1), contact("b@lakeside.example", 1), contact("c@lakeside.example", 1)});
  const auto one = accounts_of({contact("a@lakeside.example", 3)});
  CHECK(many[0].total > one[0].total);
  CHECK(many[0].evaluating);
  CHECK_FALSE(one[0].evaluating);
  // Higher than any contact alone, too.
  CHECK(many[0].intent > accounts_of({contact("a@lakeside.example", 1)})[0].intent);
}

TEST_CASE("R17-03 R22-44 the same person twice is one person", "[accounts]") {
  const auto twice = accounts_of({contact("a@lakeside.example", 1), contact("A@Lakeside.example", 1)});
  CHECK(twice[0].people == 1);
  CHECK(twice[0].leads.size() == 2);
  CHECK(twice[0].total == accounts_of({contact("a@lakeside.example", 1)})[0].total);
}

TEST_CASE("R17-04 R17-05 seats of the committee, open again when the contact has left", "[accounts]") {
  Json finance = contact("a@lakeside.example", 1);
  finance["answers"]["role"] = "finance";
  const auto there = accounts_of({finance});
  CHECK(has(there[0].filled_slots, "finance"));
  CHECK(has(there[0].open_slots, "signer"));
  finance["delivery"]["email"] = "bounced";
  const auto gone = accounts_of({finance});
  REQUIRE(gone.size() == 1);
  CHECK(has(gone[0].open_slots, "finance"));
  CHECK(gone[0].people == 1);
}

TEST_CASE("R17-06 an opt-out binds the person and not the account", "[accounts]") {
  Json out = contact("a@lakeside.example", 2);
  out["consent"]["email"] = "opted_out";
  const auto accounts = accounts_of({out, contact("b@lakeside.example", 1)});
  CHECK(accounts[0].people == 2);
  CHECK(accounts[0].contactable == 1);
  CHECK(accounts[0].total > accounts_of({contact("b@lakeside.example", 1)})[0].total);
}
