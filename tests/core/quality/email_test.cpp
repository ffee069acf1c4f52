// E-mail addresses: the definition, kinds of domains, likely mistakes.
#include "quality/email.h"

#include "quality/domain.h"
#include "support/random.h"

using namespace prequal;
using namespace prequal::quality;

TEST_CASE("Data quality: e-mail addresses are valid exactly when the WHATWG says so") {
  const auto [text, good] = GENERATE(table<std::string, bool>({
      {"a@b", true},
      {"a@b.c", true},
      {"a.b+c@d-e.example.com", true},
      {".a@b.c", true},  // the definition is wilfully not RFC 5322
      {"a..b@c.d", true},
      {"!#$%&'*+/=?^_`{|}~-@a", true},
      {"a@1.2", true},
      {std::string("a@") + std::string(63, 'b'), true},
      {std::string("a@") + std::string(64, 'b'), false},
      {std::string(300, 'a') + "@b.c", true},
      {"", false},
      {"a", false},
      {"@b", false},
      {"a@", false},
      {"a@b@c", false},
      {"a@-b", false},
      {"a@b-", false},
      {"a@b-.c", false},
      {"a@.b", false},
      {"a@b.", false},
      {"a@b..c", false},
      {"a b@c", false},
      {"a@b c", false},
      {"a,b@c", false},
      {"\"a\"@b", false},
      {"a@[127.0.0.1]", false},
      {"a@b_c", false},
      {"\xC3\xA9@b.c", false},
      {"a@\xC3\xA9.c", false},
      {"(a)@b", false},
      {"a\n@b", false},
  }));
  INFO(text);
  CHECK((find_email_fault(text) == EmailFault::none) == good);
}

TEST_CASE("The reason why an address is none is said") {
  const auto [text, fault] = GENERATE(table<std::string_view, EmailFault>({
      {"dana", EmailFault::no_at},
      {"a@b@c.org", EmailFault::several_at},
      {"@clinic.org", EmailFault::empty_local},
      {"da na@clinic.org", EmailFault::local_character},
      {"dana@clinic..org", EmailFault::empty_label},
      {"dana@", EmailFault::empty_label},
      {"dana@-clinic.org", EmailFault::hyphen},
      {"dana@cli_nic.org", EmailFault::domain_character},
      {"mar\xC3\xAD"
       "a@clinic.org",
       EmailFault::internationalized},
      {"maria@cl\xC3\xADnica.mx", EmailFault::internationalized},
      {"dana@clinic.org", EmailFault::none},
  }));
  INFO(text);
  CHECK(find_email_fault(text) == fault);
}

// The definition as an automaton of its own, written from the grammar: an oracle for what find_email_fault() says.
bool is_valid_by_grammar(std::string_view text) {
  const auto alnum = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  std::size_t i = 0;
  while (i < text.size() && (alnum(text[i]) || std::string_view("!#$%&'*+/=?^_`{|}~.-").contains(text[i]))) ++i;
  if (i == 0 || i == text.size() || text[i] != '@') return false;
  for (;;) {
    const std::size_t start = ++i;
    while (i < text.size() && (alnum(text[i]) || text[i] == '-')) ++i;
    if (i == start || i - start > 63 || !alnum(text[start]) || !alnum(text[i - 1])) return false;
    if (i == text.size()) return true;
    if (text[i] != '.') return false;
  }
}

TEST_CASE("The verdict is that of the WHATWG grammar on 100,000 generated strings") {
  testing::Random random(1);
  constexpr std::string_view kPieces = "aZ0.-@_+ !\"(),:;<>[]\\'~b9";
  std::size_t valid = 0;
  for (int n = 0; n < 100'000; ++n) {
    std::string text;
    const bool near = random.chance(60);
    if (near) text = "dana.r@clinic-a.org";
    const std::size_t edits = near ? random.below(4) : random.below(14);
    for (std::size_t i = 0; i < edits; ++i) {
      const std::size_t at = random.below(text.size() + 1);
      const char c = kPieces[random.below(kPieces.size())];
      if (random.chance(60) || at == text.size()) {
        text.insert(at, 1, c);
      } else if (random.chance(50)) {
        text[at] = c;
      } else {
        text.erase(at, 1);
      }
    }
    const bool good = is_valid_by_grammar(text);
    valid += good ? 1U : 0U;
    if ((find_email_fault(text) == EmailFault::none) != good) FAIL_CHECK(text);
  }
  CHECK(valid > 20'000);
  CHECK(valid < 80'000);
}

TEST_CASE("Domains are told apart: R03-05") {
  const auto [domain, kind] = GENERATE(table<std::string_view, DomainKind>({
      {"gmail.com", DomainKind::free},
      {"GMAIL.com", DomainKind::free},
      {"cfl.rr.com", DomainKind::free},
      {"hotmail.co.uk", DomainKind::free},
      {"mail2doctor.com", DomainKind::free},
      {"mailinator.com", DomainKind::disposable},
      {"eu.mailinator.com", DomainKind::disposable},
      {"yopmail.com", DomainKind::disposable},
      {"lakeside.example", DomainKind::reserved},
      {"example.com", DomainKind::reserved},
      {"buckeyeheart.org", DomainKind::organization},
      {"mayo.edu", DomainKind::organization},
  }));
  INFO(domain);
  CHECK(find_domain_kind(domain) == kind);
}

TEST_CASE("Addresses of offices and placeholders: R03-02") {
  CHECK(is_role_address("info@clinic.org"));
  CHECK(is_role_address("Front.Desk@clinic.org"));
  CHECK(is_role_address("citas@clinica.mx"));
  CHECK(is_role_address("billing+ohio@clinic.org"));
  CHECK_FALSE(is_role_address("dana.reyes@clinic.org"));
  CHECK_FALSE(is_role_address("informed@clinic.org"));
  CHECK(is_placeholder_address("test@test.com"));
  CHECK(is_placeholder_address("Test@TEST.com"));
  CHECK(is_placeholder_address("asdf@asdf.com"));
  CHECK(is_placeholder_address("none@email.com"));
  CHECK(is_placeholder_address("a@a.com"));
  CHECK_FALSE(is_placeholder_address("ann@ann.com"));
  CHECK_FALSE(is_placeholder_address("test@hospital.org"));
}

TEST_CASE("One mistake in a well-known domain is named, and nothing else is touched") {
  const auto [typed, meant] = GENERATE(table<std::string_view, std::string_view>({
      {"gmaol.com", "gmail.com"},
      {"gmail.con", "gmail.com"},
      {"gmail.co", "gmail.com"},
      {"Gmal.com", "gmail.com"},
      {"gmailcom", "gmail.com"},
      {"gmail", "gmail.com"},
      {"yahooo.com", "yahoo.com"},
      {"hotnail.com", "hotmail.com"},
      {"outlok.com", "outlook.com"},
      {"comcast.nte", "comcast.net"},
      {"aol.cmo", "aol.com"},
      {"gmial.com", "gmail.com"},
      {"hotmial.com", "hotmail.com"},
      {"yahoo.co", "yahoo.com"},
      {"gmial.con", "gmail.com"},
      {"lakeside.con", ".com"},
      {"lakeside.ogr", ".org"},
      {"gmail.com", ""},
      {"email.com", ""},
      {"ymail.com", ""},
      {"mail.com", ""},
      {"lakeside.co", ""},
      {"lakeside.care", ""},
      {"lakeside.clinic", ""},
      {"apl.com", ""},
      {"mayo.edu", ""},
      {"frontiers.com", ""},
  }));
  INFO(typed);
  CHECK(propose_domain(typed).domain == meant);
}

// The 50 domains of private addresses that are met most in North America and beyond.
constexpr auto kFifty = std::to_array<std::string_view>(
    {"gmail.com",      "yahoo.com",     "hotmail.com",    "aol.com",    "outlook.com",  "icloud.com",
     "comcast.net",    "msn.com",       "live.com",       "att.net",    "verizon.net",  "sbcglobal.net",
     "me.com",         "cox.net",       "bellsouth.net",  "ymail.com",  "mac.com",      "charter.net",
     "hotmail.co.uk",  "yahoo.co.uk",   "googlemail.com", "mail.com",   "gmx.com",      "protonmail.com",
     "rocketmail.com", "earthlink.net", "optonline.net",  "juno.com",   "frontier.com", "windstream.net",
     "yahoo.ca",       "hotmail.fr",    "yahoo.fr",       "live.co.uk", "orange.fr",    "wanadoo.fr",
     "yahoo.com.br",   "yahoo.co.in",   "rediffmail.com", "web.de",     "gmx.de",       "libero.it",
     "yandex.ru",      "mail.ru",       "uol.com.br",     "bol.com.br", "free.fr",      "yahoo.es",
     "hotmail.es",     "hotmail.it"});

TEST_CASE("At least 85 of 100 single mistakes in the fifty domains are repaired, and no domain is touched") {
  testing::Random random(2);
  std::size_t mistakes = 0;
  std::size_t repaired = 0;
  for (const std::string_view domain : kFifty) {
    CHECK(propose_domain(domain).domain.empty());
    for (int n = 0; n < 400; ++n) {
      std::string typed(domain);
      const std::size_t at = random.below(typed.size());
      const char letter = static_cast<char>('a' + static_cast<int>(random.below(26)));
      switch (random.below(4)) {
        case 0: typed.erase(at, 1); break;
        case 1: typed.insert(at, 1, letter); break;
        case 2: typed[at] = letter; break;
        default:
          if (at + 1 < typed.size()) std::swap(typed[at], typed[at + 1]);
      }
      // What became another known domain, or no host name, is no mistake that can be seen.
      if (!is_host_name(typed) || find_domain_kind(typed) != DomainKind::organization) continue;
      ++mistakes;
      const std::string_view meant = propose_domain(typed).domain;
      std::string whole(meant);
      if (meant.starts_with('.')) whole = typed.substr(0, typed.rfind('.')) + whole;
      repaired += whole == domain ? 1U : 0U;
    }
  }
  INFO(repaired << " of " << mistakes);
  CHECK(mistakes > 15'000);
  CHECK(repaired * 100 >= mistakes * 85);
}

TEST_CASE("Registered names follow the public suffixes") {
  const auto [host, registered] = GENERATE(table<std::string_view, std::string_view>({
      {"www.clinic.org", "clinic.org"},
      {"clinic.org", "clinic.org"},
      {"www.clinic.co.uk", "clinic.co.uk"},
      {"co.uk", ""},
      {"a.b.clinic.com.mx", "clinic.com.mx"},
      {"clinic.github.io", "clinic.github.io"},
      {"www.ci.columbus.oh.us", "columbus.oh.us"},
      {"10.0.0.1", ""},
      {"org", ""},
      {"", ""},
  }));
  INFO(host);
  CHECK(view_registered(host) == registered);
  CHECK(view_host("https://ann@www.clinic.org:8080/a?b#c") == "www.clinic.org");
}
