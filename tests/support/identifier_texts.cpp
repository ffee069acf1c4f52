#include "support/identifier_texts.h"

#include <array>
#include <span>
#include <vector>

namespace prequal::testing {
namespace {

using Texts = std::vector<std::string_view>;

// In a shape # is a digit, ^ a digit but 0, @ a capital letter, % a small one, * a hexadecimal digit, ~ an @; the rest stands for itself.
std::string fill(Random& random, std::string_view shape) {
  constexpr std::string_view kLetters = "ABCDEFGHJKLMNPRSTUVWXYZ";
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  for (const char c : shape) {
    switch (c) {
      case '#': out.push_back(static_cast<char>('0' + random.below(10))); break;
      case '^': out.push_back(static_cast<char>('1' + random.below(9))); break;
      case '@': out.push_back(kLetters[random.below(kLetters.size())]); break;
      case '%': out.push_back(static_cast<char>(kLetters[random.below(kLetters.size())] + 32)); break;
      case '~': out.push_back('@'); break;
      case '*': out.push_back(kHex[random.below(kHex.size())]); break;
      default: out.push_back(c);
    }
  }
  return out;
}

std::string of(Random& random, const Texts& shapes) {
  return fill(random, random.pick(shapes));
}

std::string two(std::int64_t number) {
  return std::string(1, static_cast<char>('0' + number / 10)) + static_cast<char>('0' + number % 10);
}

std::string social_security(Random& random) {
  std::string area = fill(random, "^##");
  if (area[0] == '9' || area == "666") area[0] = '5';
  const std::string group = two(random.between(1, 99));
  const std::string serial = fill(random, "^###");
  const std::string_view gap = random.pick(Texts{"-", "-", "-", " ", ".", ""});
  return area.append(gap).append(group).append(gap).append(serial);
}

std::string card(Random& random) {
  const bool amex = random.chance(25);
  std::string digits =
      fill(random, amex ? "37############" : random.pick(Texts{"4##############", "52#############", "6011###########"}));
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    int value = digits[digits.size() - 1 - i] - '0';
    if (i % 2 == 0) value = value * 2 > 9 ? value * 2 - 9 : value * 2;
    sum += value;
  }
  digits.push_back(static_cast<char>('0' + (10 - sum % 10) % 10));
  const std::string_view gap = random.pick(Texts{" ", " ", "-", ""});
  if (amex) return digits.substr(0, 4).append(gap).append(digits.substr(4, 6)).append(gap).append(digits.substr(10));
  std::string out;
  for (std::size_t i = 0; i < 16; i += 4) out.append(i == 0 ? std::string_view{} : gap).append(digits.substr(i, 4));
  return out;
}

std::string vin(Random& random) {
  constexpr std::string_view kAll = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
  constexpr std::string_view kLetters = "ABCDEFGHJKLMNPRSTUVWXYZ";
  constexpr std::string_view kValues = "12345678123457923456789";
  constexpr std::array<int, 17> kWeights{8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  std::string out;
  int sum = 0;
  for (std::size_t i = 0; i < 17; ++i) {
    out.push_back(i >= 11 ? static_cast<char>('0' + random.below(10)) : kAll[random.below(kAll.size())]);
    const int value = out[i] <= '9' ? out[i] - '0' : kValues[kLetters.find(out[i])] - '0';
    sum += value * kWeights[i];
  }
  out[8] = sum % 11 == 10 ? 'X' : static_cast<char>('0' + sum % 11);
  return out;
}

std::string birth_date(Random& random, bool spanish) {
  static const Texts kMonths{"January", "February", "March",     "April",   "May",      "June",
                             "July",    "August",   "September", "October", "November", "December"};
  static const Texts kMeses{"enero", "febrero", "marzo",      "abril",   "mayo",      "junio",
                            "julio", "agosto",  "septiembre", "octubre", "noviembre", "diciembre"};
  const std::int64_t month = random.between(1, 12);
  const std::int64_t day = random.between(1, 28);
  const std::string year = std::to_string(random.between(1931, 2009));
  const auto index = static_cast<std::size_t>(month - 1);
  if (spanish && random.chance(40)) return std::to_string(day) + " de " + std::string(kMeses[index]) + " de " + year;
  switch (random.below(7)) {
    case 0: return std::to_string(month) + "/" + std::to_string(day) + "/" + year;
    case 1: return two(month) + "/" + two(day) + "/" + year.substr(2);
    case 2: return two(month) + "-" + two(day) + "-" + year;
    case 3: return year + "-" + two(month) + "-" + two(day);
    case 4:
      return spanish ? two(day) + "/" + two(month) + "/" + year
                     : std::string(kMonths[index]) + " " + std::to_string(day) + ", " + year;
    case 5:
      return spanish ? two(day) + "." + two(month) + "." + year
                     : std::string(kMonths[index].substr(0, 3)) + " " + std::to_string(day) + " " + year;
    default:
      return spanish ? two(day) + "-" + two(month) + "-" + year
                     : std::to_string(day) + " " + std::string(kMonths[index]) + " " + year;
  }
}

std::string phone(Random& random) {
  static const Texts kAreas{"614", "212", "305", "415", "713", "787", "503", "919", "617", "480"};
  const std::string area(random.pick(kAreas));
  const std::string rest = fill(random, "^##");
  const std::string exchange =
      std::string(rest[0] == '1' ? "7" : rest.substr(0, 1)) + (rest.substr(1) == "11" ? "24" : rest.substr(1));
  const std::string line = fill(random, "####");
  switch (random.below(8)) {
    case 0: return area + "-" + exchange + "-" + line;
    case 1: return "(" + area + ") " + exchange + "-" + line;
    case 2: return area + "." + exchange + "." + line;
    case 3: return area + " " + exchange + " " + line;
    case 4: return "+1 " + area + " " + exchange + " " + line;
    case 5: return "1-" + area + "-" + exchange + "-" + line;
    case 6: return "(" + area + ")" + exchange + "-" + line;
    default: return of(random, {"+52 55 #### ####", "+44 20 #### ####", "+34 6## ## ## ##", "+57 3## ### ####"});
  }
}

std::string address(Random& random, bool spanish) {
  static const Texts kStreets{"Maple",    "N High",     "Oak Hill", "Martin Luther King", "5th", "Lakeshore",
                              "Old Mill", "Washington", "E Broad"};
  static const Texts kKinds{"St", "Street", "Ave", "Avenue", "Rd", "Road", "Blvd", "Drive", "Ln", "Court", "Pkwy", "Way"};
  static const Texts kTails{"", "", ", Columbus, OH 43215", " Apt 4B", ", Unit 12, Dayton, OH 45402", ", Miami FL"};
  static const Texts kCalles{"Calle Hidalgo ", "Avenida Juarez ", "Av. Revolucion ", "Calle de la Luna ",
                             "Avenida Insurgentes Sur "};
  if (spanish && random.chance(60)) return std::string(random.pick(kCalles)) + fill(random, "^##");
  if (random.chance(12)) return of(random, {"PO Box ^###", "P.O. Box ^##"});
  std::string out = of(random, {"^##", "^###", "^####", "^#"});
  return out.append(" ").append(random.pick(kStreets)).append(" ").append(random.pick(kKinds)).append(random.pick(kTails));
}

struct Kind {
  std::string_view code;
  Texts english;  // before the value; one that ends with | takes the value with nothing between
  Texts spanish;
  Texts shapes;
};

// Kinds whose value a word before it names.
const std::vector<Kind>& named_kinds() {
  static const std::vector<Kind> kKinds{
      {"medical_record",
       {"MRN", "MRN#", "my MRN is", "medical record number", "medical record no.", "Medical Record #", "chart number",
        "chart no", "patient ID", "patient number is", "hospital record number", "med rec #"},
       {"n\303\272mero de expediente", "mi expediente es", "expediente m\303\251dico",
        "n\303\272mero de historia cl\303\255nica", "historia cl\303\255nica No.", "n\303\272mero de paciente"},
       {"########", "######", "##-##-##", "@#######", "@@-######", "00####-##"}},
      {"account",
       {"bank account", "account number", "account #", "acct no.", "Acct#", "checking account number is", "routing number",
        "claim number", "billing account"},
       {"cuenta bancaria", "n\303\272mero de cuenta", "mi cuenta es", "cuenta no."},
       {"##########", "########", "####-######", "############", "@@#######"}},
      {"license",
       {"driver's license", "drivers license number", "driver license #", "DL#", "passport number", "my passport is",
        "medical license number", "license no.", "certificate number"},
       {"licencia de conducir", "licencia de manejar n\303\272mero", "pasaporte", "n\303\272mero de pasaporte",
        "licencia No."},
       {"@#######", "@@######", "#########", "@###-####-####", "@########"}},
      {"plan",
       {"member ID", "Member ID#", "member number is", "policy number", "policy #", "insurance ID", "subscriber ID",
        "Medicaid number", "health plan ID", "beneficiary number", "my insurance number is", "group number"},
       {"n\303\272mero de p\303\263liza", "p\303\263liza", "n\303\272mero de afiliado",
        "mi n\303\272mero de seguro m\303\251dico es", "n\303\272mero de miembro"},
       {"@@@#########", "#########", "@@-######", "@########", "###-##-###@", "@@@@########"}},
      {"device",
       {"serial number", "serial no.", "Serial #", "S/N", "device ID", "device serial number is", "IMEI", "UDI",
        "pump serial", "pacemaker serial number"},
       {"n\303\272mero de serie", "serie", "serie del marcapasos", "serie del dispositivo"},
       {"@@#######", "SN-######-@", "@########", "####-####-###", "@@@######"}},
      {"vehicle",
       {"license plate", "plate number", "my plate is", "plate #", "vehicle plate"},
       {"placa", "placas", "n\303\272mero de placa", "matr\303\255cula"},
       {"@@@ ####", "@@@-####", "#@@@###", "@@@####", "### @@@"}},
      {"social_security",
       {"last four of my SSN:", "last 4 of SSN", "SSN ending in", "last 4 digits of my social are"},
       {"los \303\272ltimos 4 de mi seguro social:", "seguro social que termina en"},
       {"^###"}},
      {"age", {"I am", "she is", "my father is", "a patient aged"}, {"mi abuela tiene", "tiene", "un paciente de"}, {"9^"}},
  };
  return kKinds;
}

const Texts& between(bool spanish) {
  static const Texts kEnglish{" ", " ", ": ", " is ", ":", " - "};
  static const Texts kSpanish{" ", " ", ": ", " es ", ":"};
  return spanish ? kSpanish : kEnglish;
}

std::string wrap(Random& random, bool spanish, const std::string& core) {
  static const Texts kBefore{"",
                             "",
                             "",
                             "Hello, ",
                             "Hi! I need a callback about billing. ",
                             "Please look me up. ",
                             "We met at the conference in May, and ",
                             "Thanks for the quick answer.\n",
                             "To find me: "};
  static const Texts kAfter{"",
                            ".",
                            ".",
                            ", thank you",
                            ". Please call me back.",
                            " and I would like to know your hours.",
                            "\nBest regards",
                            "; is that enough?",
                            ") if needed"};
  static const Texts kAntes{
      "", "", "Hola, ", "Buenas tardes. ", "Necesito una cita y ", "Para encontrarme: ", "Gracias por su respuesta.\n"};
  static const Texts kDespues{"", ".", ", gracias", ". Espero su llamada.", " y quisiera saber el horario.", "\nSaludos"};
  const std::string_view after = random.pick(spanish ? kDespues : kAfter);
  std::string out(random.pick(spanish ? kAntes : kBefore));
  if (after.starts_with(')')) out.push_back('(');
  return out.append(core).append(after);
}

IdentifierText shaped(Random& random, bool spanish) {
  const auto with = [&](std::string_view kind, std::string value, const Texts& english, const Texts& espanol) {
    const std::string core = std::string(random.pick(spanish ? espanol : english)) + value;
    return IdentifierText{wrap(random, spanish, core), std::move(value), kind};
  };
  switch (random.below(9)) {
    case 0: {
      const std::string value = social_security(random);
      const bool bare = value.size() == 11 && value[3] != '.' && random.chance(30);
      if (bare) return with("social_security", value, {"", "here it is: ", "mine is "}, {"", "es "});
      return with("social_security", value,
                  {"SSN ", "SSN: ", "my social security number is ", "social security # ", "Social Security No. ",
                   "my social is ", "ssn#"},
                  {"mi seguro social es ", "n\303\272mero de seguro social ", "seguro social: ", "SSN "});
    }
    case 1:
      return with("account", card(random),
                  {"card number ", "my Visa is ", "charge it to ", "credit card: ", "", "pay with "},
                  {"tarjeta ", "mi tarjeta es ", "cobrar a ", ""});
    case 2:
      return with("vehicle", vin(random), {"VIN ", "VIN: ", "", "my car's VIN is "}, {"VIN ", "", "veh\303\255culo "});
    case 3:
      return with(
          "birth_date", birth_date(random, spanish),
          {"DOB ", "DOB: ", "date of birth ", "Date of Birth: ", "born ", "I was born on ", "my birthday is ",
           "birthdate "},
          {"fecha de nacimiento ", "fecha de nacimiento: ", "nac\303\255 el ", "mi cumplea\303\261os es ", "nacido el "});
    case 4:
      return with("phone", phone(random),
                  {"call ", "", "my number is ", "phone: ", "reach me at ", "fax ", "text me at ", "cell "},
                  {"llame al ", "mi tel\303\251fono es ", "", "cel: ", "m\303\263vil "});
    case 5:
      return with("email",
                  of(random, {"%%%.%%%%%~gmail.com", "%%%%##~clinic.org", "%.%%%%%%~hosp.example.edu",
                              "%%%%_%%%~yahoo.com.mx", "%%%+work~my-clinic.health"}),
                  {"write to ", "", "email: ", "my e-mail is "}, {"correo: ", "escriba a ", ""});
    case 6:
      return with("url",
                  of(random, {"https://%%%%%%.com/p/%%%##", "www.%%%%%%%.org", "http://%%%%.example.net",
                              "%%%%%%%.com/profile/%%%%", "https://portal.%%%%.health/?id=####"}),
                  {"see ", "my page is ", "", "profile: "}, {"vea ", "mi p\303\241gina es ", ""});
    case 7: {
      const std::string value =
          random.chance(70) ? std::to_string(random.between(11, 223)) + "." + std::to_string(random.between(0, 255)) + "." +
                                  std::to_string(random.between(0, 255)) + "." + std::to_string(random.between(1, 254))
                            : of(random, {"2001:db8:****:****:****:****:****:****", "fe80::****:****:****:****"});
      return with("ip_address", value, {"IP ", "my IP address is ", "from ", "logged in from ", "IP: "},
                  {"mi IP es ", "desde ", "direcci\303\263n IP "});
    }
    default:
      return with("address", address(random, spanish), {"I live at ", "my address is ", "address: ", "mail it to ", ""},
                  {"vivo en ", "mi direcci\303\263n es ", "direcci\303\263n: "});
  }
}

}  // namespace

IdentifierText make_identifier(Random& random) {
  const bool spanish = random.chance(35);
  if (random.chance(5)) {
    static const Texts kMarks{"fingerprint", "fingerprints", "retina scan", "iris scan", "voiceprint", "face scan"};
    static const Texts kHuellas{"huella digital", "huellas dactilares", "escaneo de retina"};
    const std::string value(random.pick(spanish ? kHuellas : kMarks));
    return {wrap(random, spanish, spanish ? "guardaron mi " + value : "they took my " + value), value, "biometric"};
  }
  if (random.chance(50)) return shaped(random, spanish);
  const Kind& kind = random.pick(named_kinds());
  std::string value = of(random, kind.shapes);
  std::string core(random.pick(spanish ? kind.spanish : kind.english));
  if (kind.code == "age") {
    if (value == "90" || value < "90") value = "93";
    core.append(" ");
    value.append(spanish ? " a\303\261os" : random.pick(Texts{" years old", " years", "-year-old"}));
    return {wrap(random, spanish, core + value), value.substr(0, 2), kind.code};
  }
  const bool told = core.ends_with(" is") || core.ends_with(" es") || core.ends_with(" are") || core.ends_with(" in") ||
                    core.ends_with("en") || core.ends_with(":");
  core.append(told ? " " : random.pick(between(spanish)));
  return {wrap(random, spanish, core + value), value, kind.code};
}

IdentifierText make_ordinary_number(Random& random) {
  const bool spanish = random.chance(35);
  struct Ordinary {
    std::string_view kind;
    Texts english;
    Texts spanish;
  };
  static const std::vector<Ordinary> kAll{
      {"order",
       {"order number #######", "PO #####", "purchase order ######", "ticket ######", "invoice INV-#####",
        "our order #A-#####", "quote Q-####"},
       {"pedido ######", "factura #####", "orden de compra ####"}},
      {"price",
       {"budget is $##,###", "$1,###,### a year", "about $####.00 per month", "between 20000 and 60000 dollars",
        "USD ##,###"},
       {"presupuesto de $##,###", "unos ##,### d\303\263lares"}},
      {"date",
       {"by 12/15/2026", "start on 2027-0^-1#", "a demo on March 1#, 2027", "before 1/^/27", "at 2026-11-2#T10:00",
        "since 2019", "Q3 2026"},
       {"para el 15/12/2026", "el 1# de marzo de 2027", "desde 2019"}},
      {"extension", {"extension ####", "ask for ext. ####", "x####", "press ^"}, {"extensi\303\263n ####", "ext. ####"}},
      {"zip", {"ZIP 43215-####", "we serve 45###", "zip code 4####", "in 90210"}, {"c\303\263digo postal 4####"}},
      {"npi", {"NPI 1234567893", "our NPI is 1881697763"}, {"NPI 1234567893"}},
      {"version",
       {"version 2.1#.4", "we run Epic 20##.1", "Windows 10.0.1904#", "release 3.2.1.#", "v4.1#"},
       {"versi\303\263n 3.#.1"}},
      {"count",
       {"we have ## locations and ### employees", "about #,### visits per month", "##0,000 records a year",
        "a plan with 15,000 members", "4,500 devices in ## sites", "1,2## charts reviewed", "2## licenses for our staff",
        "a policy of 30 days", "group of ## physicians", "^## vehicles", "## accounts"},
       {"tenemos ## sedes y ### empleados", "unas #,### visitas al mes", "un grupo de ## m\303\251dicos"}},
      {"time",
       {"open 8:30-17:00", "between 9 and 5", "24/7", "call between 10:00 and 11:30", "within 48 hours", "at 7:15 pm"},
       {"de 8:30 a 17:00", "entre las 9 y las 5"}},
      {"code",
       {"CPT 992##", "room 4##", "suite 2##", "model CX-###", "item 44-2##", "building ##", "floor ^", "gate B##"},
       {"sala 2##", "modelo CX-###", "piso ^"}},
      {"ratio",
       {"rated 4.^/5", "a 50/50 split", "##% growth in 2025", "3.^ stars", "1 of ##"},
       {"un ##% m\303\241s que en 2025"}},
      {"talk",
       {"my account manager left in 2023", "our insurance partner grew 12%", "license renewal is due in 2027",
        "member since 2012", "the plan for 2026", "device rollout in 2027", "the record year was 2024",
        "our vehicle fleet of 40", "serial entrepreneur, 3 exits", "chart 3 on page 12", "card 4 of the deck"},
       {"mi cuenta con ustedes desde 2019", "el plan de 2027", "la licencia vence en 2027"}},
  };
  const Ordinary& one = random.pick(kAll);
  return {wrap(random, spanish, of(random, spanish ? one.spanish : one.english)), {}, one.kind};
}

}  // namespace prequal::testing
