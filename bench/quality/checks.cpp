// How long all checks of one lead take, natively and in WebAssembly: a lead of some 500 bytes with a message of some 300.
// Built and run by bench/quality/run. Prints the median of batches in microseconds.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "quality/domain.h"
#include "quality/email.h"
#include "quality/name.h"
#include "quality/npi.h"
#include "quality/organization.h"
#include "quality/phone.h"
#include "quality/place.h"
#include "quality/sensitive.h"
#include "quality/spam.h"

using namespace prequal;

namespace {

struct Sample {
  std::string_view email;
  std::string_view phone;
  std::string_view zip;
  std::string_view state;
  std::string_view npi;
  std::string_view name;
  std::string_view organization;
  std::string_view website;
  std::string_view message;
};

constexpr auto kSamples = std::to_array<Sample>({
    {"dana.reyes@lakesidecardiology.org", "(614) 234-9187 ext. 12", "43215-1027", "Ohio", "1245319599", "Dana Reyes",
     "Lakeside Cardiology Assoc., LLC", "https://www.lakesidecardiology.org/contact",
     "Hello, I am the practice administrator of a cardiology group with four sites around Columbus. We lose about one "
     "visit "
     "in eight to no-shows and would like to see how your reminders work with Epic. A call next week after 2 pm is best. "
     "We "
     "see 1,200 patients a month and decide in the first quarter of the year. Thank you, Dana"},
    {"marisol.vega@gmial.com", "+1 305 234 9188", "33101", "Florida", "", "Marisol Vega", "", "",
     "Buenas tardes, quisiera una cita para mi madre. Le diagnosticaron diabetes hace dos meses y tiene la presi\303\263n "
     "alta. "
     "Su n\303\272mero de seguro social es 219-09-9999 y naci\303\263 el 12 de abril de 1961. Vive en Calle Ocho 222, "
     "Miami. Pueden "
     "llamarme al 305 234 9188 o escribirme a marisol.vega@gmail.com. Tenemos Medicaid. Gracias por su ayuda, Marisol"},
});

// Everything that the core looks at; what it finds is added up so that nothing is left out.
std::size_t check(const Sample& lead, quality::SensitiveScanner& scanner, std::string& scratch) {
  std::size_t found = static_cast<std::size_t>(quality::find_email_fault(lead.email));
  found += quality::is_placeholder_address(lead.email) ? 1U : 0U;
  const std::string_view domain = quality::view_email_domain(lead.email);
  found += static_cast<std::size_t>(quality::find_domain_kind(domain));
  found += quality::propose_domain(domain).domain.size();
  found += quality::is_role_address(lead.email) ? 1U : 0U;
  const quality::PhoneNumber phone = quality::check_phone(lead.phone);
  found += phone.digits.size();
  if (phone.digits.size() == 10) found += quality::find_area(phone.digits).state.size();
  found += quality::find_zip_state(lead.zip).size();
  const auto fold = [&](std::string_view text) {
    scratch.clear();
    append_folded(scratch, text);
  };
  fold(lead.state);
  found += quality::find_state(scratch).size();
  found += static_cast<std::size_t>(quality::check_npi(lead.npi));
  fold(lead.name);
  found += static_cast<std::size_t>(quality::check_person_name(lead.name, scratch));
  std::string key;
  fold(lead.organization);
  quality::append_organization_key(key, scratch);
  found += key.size() + quality::view_registered(quality::view_host(lead.website)).size();
  found += scanner.scan(lead.message).size();
  found += quality::find_spam_signs(scanner.message());
  return found;
}

}  // namespace

int main() {
  constexpr std::size_t kBatches = 401;
  constexpr std::size_t kBatch = 100;
  quality::SensitiveScanner scanner;
  std::string scratch;
  std::size_t found = 0;
  for (const Sample& lead : kSamples) {
    std::vector<double> batches;
    for (std::size_t i = 0; i < kBatches; ++i) {
      const auto start = std::chrono::steady_clock::now();
      for (std::size_t n = 0; n < kBatch; ++n) found += check(lead, scanner, scratch);
      const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
      batches.push_back(took.count() / kBatch);
    }
    std::ranges::sort(batches);
    std::printf("message of %zu bytes: %.1f microseconds\n", lead.message.size(), batches[kBatches / 2]);
  }
  return found == 0 ? 1 : 0;
}
