#include "quality/email.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "quality/domain.h"
#include "quality/words.h"

namespace prequal::quality {
namespace {

bool is_local_char(char c) {
  return is_letter(c) || is_digit(c) || std::string_view(".!#$%&'*+/=?^_`{|}~-").contains(c);
}

EmailFault find_label_fault(std::string_view label) {
  constexpr std::size_t kLongest = 63;
  if (label.empty()) return EmailFault::empty_label;
  for (const char c : label) {
    if (!is_letter(c) && !is_digit(c) && c != '-') return EmailFault::domain_character;
  }
  if (label.front() == '-' || label.back() == '-') return EmailFault::hyphen;
  return label.size() > kLongest ? EmailFault::long_label : EmailFault::none;
}

EmailFault find_ascii_fault(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos) return EmailFault::no_at;
  if (text.find('@', at + 1) != std::string_view::npos) return EmailFault::several_at;
  if (at == 0) return EmailFault::empty_local;
  if (!std::ranges::all_of(text.substr(0, at), is_local_char)) return EmailFault::local_character;
  std::string_view domain = text.substr(at + 1);
  for (;;) {
    const std::size_t dot = domain.find('.');
    const EmailFault fault = find_label_fault(domain.substr(0, dot));
    if (fault != EmailFault::none || dot == std::string_view::npos) return fault;
    domain.remove_prefix(dot + 1);
  }
}

// Functions that an address may stand for, in English and Spanish, without dots, hyphens and underscores.
constexpr WordList kRoles(
    "info information contact contacts contactus office admin administrator administration sales support help helpdesk "
    "service services customerservice customercare care hello hi mail email billing accounts accounting accountspayable "
    "ap ar payments finance hr humanresources jobs careers recruiting recruitment marketing media press pr news "
    "newsletter webmaster postmaster hostmaster abuse security privacy compliance legal noreply donotreply "
    "mailerdaemon root it itsupport team staff reception receptionist frontdesk desk appointments appointment scheduling "
    "schedule scheduler booking bookings referrals referral intake admissions records medicalrecords nurse nurses "
    "pharmacy lab clinic doctor doctors patients patientcare patientservices enquiries inquiries inquiry enquiry orders "
    "purchasing procurement operations ops partners feedback general main manager management practice practicemanager "
    "contacto contactenos informacion informes ventas citas cita recepcion administracion facturacion oficina ayuda "
    "soporte recursoshumanos empleo compras clinica atencion atencionalcliente pacientes consultas");

// Words that people type before the @, or as the whole domain, when they do not want to give an address.
constexpr WordList kPlaceholderParts(
    "test testing tester asdf asd asdfg asdfgh qwerty qwer none noemail nomail na abc xxx xyz fake foo bar example aaa no "
    "nobody noone user email prueba ejemplo ninguno sincorreo notengo");

}  // namespace

EmailFault find_email_fault(std::string_view text) {
  const EmailFault fault = find_ascii_fault(text);
  const bool beyond = std::ranges::any_of(text, [](char c) { return c < 0; });
  const bool only_that = fault == EmailFault::local_character || fault == EmailFault::domain_character;
  return beyond && only_that ? EmailFault::internationalized : fault;
}

std::string_view fault_name(EmailFault fault) {
  constexpr std::array<std::string_view, 10> kNames{
      "none",        "no_at",      "several_at", "empty_local",      "local_character",
      "empty_label", "long_label", "hyphen",     "domain_character", "internationalized"};
  return kNames[static_cast<std::size_t>(fault)];
}

std::string_view view_email_domain(std::string_view text) {
  const std::size_t at = text.rfind('@');
  return at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
}

bool is_role_address(std::string_view email) {
  constexpr std::size_t kLongest = 24;
  std::array<char, kLongest> word{};
  std::size_t length = 0;
  for (const char c : email.substr(0, email.find_first_of("@+"))) {
    if (c == '.' || c == '-' || c == '_') continue;
    if (length == kLongest) return false;
    word[length++] = to_lower(c);
  }
  return kRoles.holds({word.data(), length});
}

bool is_placeholder_address(std::string_view email) {
  const std::size_t at = email.find('@');
  if (at == std::string_view::npos) return false;
  const std::string_view local = email.substr(0, at);
  const std::string_view domain = email.substr(at + 1);
  const std::string_view first = domain.substr(0, domain.find('.'));
  const bool same = equal_ignoring_case(local, first);
  if (kPlaceholderParts.holds(local) && (same || kPlaceholderParts.holds(first))) return true;
  return same && local.size() <= 2;
}

bool is_usable_address(std::string_view email) {
  return find_email_fault(email) == EmailFault::none && view_email_domain(email).contains('.') &&
         !is_placeholder_address(email);
}

}  // namespace prequal::quality
