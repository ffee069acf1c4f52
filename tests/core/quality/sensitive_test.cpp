// Sensitive detail in free text, and signs of spam.
#include "quality/sensitive.h"

#include "base/text.h"
#include "quality/spam.h"
#include "support/random.h"

using namespace prequal;
using namespace prequal::quality;

namespace {

bool finds(std::string_view text, std::string_view code) {
  SensitiveScanner scanner;
  return std::ranges::any_of(scanner.scan(text), [&](const SensitiveSpan& span) {
    return sensitive_code(span.kind) == code && span.confidence >= 50;
  });
}

bool finds_health(std::string_view text) {
  SensitiveScanner scanner;
  return std::ranges::any_of(
      scanner.scan(text), [](const SensitiveSpan& span) { return sensitive_family(span.kind) == SensitiveFamily::health; });
}

std::string masked(std::string_view text) {
  SensitiveScanner scanner;
  std::string out;
  append_masked(out, text, scanner.scan(text));
  return out;
}

}  // namespace

TEST_CASE("Identifiers of the Safe Harbor list are found: R19-05") {
  const auto [text, code] = GENERATE(table<std::string_view, std::string_view>({
      {"my ssn is 219-09-9999", "social_security"},
      {"SSN: 219099999", "social_security"},
      {"social security number 219 09 9999", "social_security"},
      {"mi n\303\272mero de seguro social es 219-09-9999", "social_security"},
      {"MRN 00441827", "medical_record"},
      {"my medical record number is 4471-882", "medical_record"},
      {"chart #: A448827", "medical_record"},
      {"n\303\272mero de expediente 883122", "medical_record"},
      {"account number 883102993", "account"},
      {"my card is 4111 1111 1111 1111", "account"},
      {"numero de cuenta 0012837465", "account"},
      {"driver's license number D1234567", "license"},
      {"licencia de conducir B8829110", "license"},
      {"DEA number AB1234563", "license"},
      {"Member ID: XQH889221034", "plan"},
      {"my medicare number is 1EG4-TE5-MK73", "plan"},
      {"1EG4-TE5-MK73", "plan"},
      {"policy number is POL-998231", "plan"},
      {"n\303\272mero de p\303\263liza AB-12345", "plan"},
      {"insurance id W1234 56789", "plan"},
      {"serial number SN-448812-X", "device"},
      {"pacemaker serial PJN123456", "device"},
      {"IMEI 490154203237518", "device"},
      {"VIN 1HGCM82633A004352", "vehicle"},
      {"my plate is ABC 1234", "vehicle"},
      {"license plate 7XYZ123", "vehicle"},
      {"DOB 04/12/1961", "birth_date"},
      {"born on April 12, 1961", "birth_date"},
      {"nac\303\255 el 12 de abril de 1961", "birth_date"},
      {"date of birth: 1961-04-12", "birth_date"},
      {"fecha de nacimiento 12/04/1961", "birth_date"},
      {"my birthday is March 3rd, 1975", "birth_date"},
      {"call 614-555-0187", "phone"},
      {"(614) 555-0187", "phone"},
      {"+1 614 555 0187", "phone"},
      {"my cell is 6145550187", "phone"},
      {"ll\303\241meme al 614.555.0187", "phone"},
      {"+44 20 7946 0958", "phone"},
      {"write to ann.b@clinic.org please", "email"},
      {"see https://clinic.org/page?x=1", "url"},
      {"visit www.clinic.org.", "url"},
      {"our site is clinic.org", "url"},
      {"my ip is 192.168.12.4", "ip_address"},
      {"2001:0db8:85a3:0000:0000:8a2e:0370:7334", "ip_address"},
      {"I live at 123 Main St, Columbus, OH 43215", "address"},
      {"1208 north elm street", "address"},
      {"PO Box 1290, Akron OH", "address"},
      {"Calle Reforma 222, Miami", "address"},
      {"88 W 5th Ave Apt 4", "address"},
      {"we stored her fingerprints", "biometric"},
      {"my mother is 93 years old", "age"},
  }));
  INFO(text);
  CHECK(finds(text, code));
}

TEST_CASE("Ordinary numbers are left alone") {
  const std::string_view text =
      GENERATE(as<std::string_view>{}, "We have 12 locations and 300 employees", "budget is 20000 to 50000",
               "around 2,500 visits per month", "by 2026-12-01", "order 4481273 arrived", "open 8-5, 7 days",
               "version 2.3.4.1 works", "200 patients a day drive here", "NPI 1234567893", "call me between 9 and 5",
               "we see 1,200 patients per year", "our 4 clinics grew 30% in 2024", "my account manager left in 2023",
               "my insurance is Blue Cross", "ZIP 43215");
  INFO(text);
  SensitiveScanner scanner;
  for (const SensitiveSpan& span : scanner.scan(text)) CHECK(span.confidence < 50);
}

TEST_CASE("What is said of a person's health is found: R19-05, R22-47") {
  const std::string_view text = GENERATE(
      as<std::string_view>{}, "I have type 2 diabetes and need help",
      "My mother was diagnosed with breast cancer last year.", "I need physical help, my knee is swollen and I can't walk",
      "Struggling with migraines for years.", "Back pain for 3 months, need an appointment",
      "I take metformin and lisinopril every day", "My son has autism and we are looking for a therapist",
      "I was told I have high blood pressure", "recently had a heart attack and my doctor wants cardiac rehab",
      "I'm pregnant, 20 weeks, looking for an OB", "My husband suffers from sleep apnea",
      "I am recovering from knee surgery", "Looking for a cardiologist for my father who had a stroke",
      "I've been feeling dizzy and short of breath", "My daughter broke her arm last week", "Need a refill of my Lexapro",
      "I'm on warfarin since my bypass", "She tested positive for HIV", "I have been dealing with depression and anxiety",
      "my blood sugar is too high", "He has stage 4 lung cancer and is on chemo",
      "Patient has COPD and needs pulmonary rehab", "Can you help with my daughter's asthma?",
      "I had a hysterectomy in 2019", "I need a hip replacement", "Tengo diabetes tipo 2 y necesito una cita",
      "Mi madre padece de Alzheimer", "Me duele la espalda desde hace un mes", "Me operaron de la rodilla en mayo",
      "Tomo losart\303\241n para la presi\303\263n", "Mi esposo sufre de insomnio", "Estoy embarazada de cinco meses",
      "Me diagnosticaron c\303\241ncer de mama", "Mi hijo tiene asma y alergias", "Necesito una cita, tengo dolor de pecho",
      "Tuve un infarto el a\303\261o pasado", "my wife is suicidal please call",
      "I have trouble breathing and a cough that will not go away. Also fever",
      "I was hospitalized with pneumonia in March", "Following my stroke I can't move my left arm",
      "I suffer from chronic migraines", "My ankle hurts when I walk", "my grandmother has dementia and lives with us",
      "I've got arthritis in both hands", "I'm bipolar and looking for a new psychiatrist", "Currently taking Zoloft 50mg",
      "chest pains since yesterday", "I have a herniated disc and sciatica",
      "diagnosed with lupus in 2020, need rheumatologist", "Want to talk about my eating disorder",
      "Hello, I've been diagnosed with stage 3 kidney disease and I'm looking for a nephrologist.",
      "my dad fell and fractured his hip, he needs rehab", "I have an appointment for my colonoscopy, can I reschedule?",
      "I think I have an ear infection", "My 6 year old has ADHD and takes Adderall",
      "I'm 34 weeks pregnant with gestational diabetes", "Had my gallbladder removed two weeks ago and still in pain",
      "I need to see someone about my depression", "After chemo my mother can't keep food down",
      "I am a type 1 diabetic on an insulin pump", "We're worried about our son, he has seizures",
      "I was in rehab for alcohol addiction", "My husband passed out yesterday and has chest tightness",
      "I have hepatitis C", "my psoriasis is getting worse", "I've been having panic attacks at night",
      "our daughter was born with a heart murmur", "I tore my ACL playing soccer",
      "I use oxygen at home because of emphysema", "Need someone to look at my wife's rash",
      "My brother overdosed last week", "I'm HIV positive", "I have a lump in my breast",
      "My father is on dialysis three times a week", "suffering from severe arthritis pain",
      "Got my biopsy results, it is melanoma", "I had COVID in January and still cough",
      "Sufro de migra\303\261as y tomo ibuprofeno", "Mi pap\303\241 tiene c\303\241ncer de pr\303\263stata",
      "Tengo presi\303\263n alta y colesterol", "Me romp\303\255 el tobillo", "Mi abuela tuvo un derrame cerebral",
      "Necesito ayuda con mi depresi\303\263n", "Soy diab\303\251tico y me duelen los pies",
      "Mi ni\303\261a tiene fiebre y tos", "Estoy tomando insulina",
      "Me hicieron una cirug\303\255a de coraz\303\263n abierto", "Quisiera una cita, mi esposa tiene lupus",
      "Padezco de ansiedad desde hace a\303\261os");
  INFO(text);
  CHECK(finds_health(text));
}

TEST_CASE("Talk of an offer is no disclosure") {
  const std::string_view text = GENERATE(
      as<std::string_view>{}, "We run a diabetes program for 300 patients",
      "I manage a cardiology practice and we treat heart failure patients",
      "Interested in a demo of your scheduling software", "My clinic specializes in back pain",
      "Our hospital needs a stroke outreach campaign", "I am interested in your cardiac rehab program",
      "Please send pricing for 12 locations", "We have patients with diabetes and hypertension",
      "I lead a stroke program at Mercy Health", "Our pain points are no-shows and long waits",
      "I have scheduling headaches with three front desk staff", "Depression screening tools for our clinic",
      "I work in oncology and see cancer patients every day", "Our team helps people with chronic pain",
      "Ofrecemos un programa de diabetes para adultos", "Nuestra cl\303\255nica atiende pacientes con hipertensi\303\263n",
      "Estoy interesado en su programa de diabetes", "Estoy interesada en una demostraci\303\263n",
      "Necesito informaci\303\263n sobre precios", "Call me tomorrow about the contract",
      "I'm a cardiologist treating AFib, want to refer patients",
      "Do you integrate with Epic? We lose patients after surgery", "We are a dialysis provider with 40 centers",
      "I would like to learn about referral management", "Can you increase surgery volume at our hospital?",
      "I need appointment growth for my dermatology practice", "We sell insulin pumps to clinics",
      "My company offers weight loss coaching", "How does your COPD remote monitoring work?", "Need help with billing",
      "I want to schedule a visit next week", "Looking for a demo for our heart failure clinic",
      "I saw your webinar on opioid addiction and would like the slides", "We want to reduce readmissions for pneumonia",
      "I am the director of a cancer center and want to talk about marketing",
      "Do you have experience with orthopedic surgery groups?", "As practice administrator I need fewer no-shows",
      "We use Epic and have had problems with the integration", "Quiero una demo para mi cl\303\255nica de dolor",
      "Buscamos soluciones para pacientes con asma", "I have a question about your brochure", "My doctor recommended you",
      "I prefer to be called in the morning", "Our cardiology department has capacity issues",
      "I run a weight loss clinic in Ohio", "I have 200 diabetic patients to enroll",
      "Need SEO for a pain management clinic", "I head the sleep lab here", "hand surgery group with 8 surgeons",
      "I am tired of spreadsheets", "We would like to see how your platform handles prior authorization for MRI.",
      "I'm the practice manager at Riverside Orthopedics; we do about 40 knee replacements a month.",
      "Our biggest challenge is referral leakage for cardiac surgery.",
      "I'd like a demo for our asthma and allergy center.",
      "Please contact me about remote patient monitoring for hypertension.",
      "We're a 25-bed rehab hospital and our occupancy is low.", "My team is evaluating tools for diabetes education.",
      "Our cancer institute is opening a new site in March.", "I oversee five dialysis centers and need help with intake.",
      "I'm looking for a vendor for sleep apnea patient outreach.",
      "Do you support Spanish-speaking patients with depression?", "She asked me to request pricing for the heart program.",
      "I need marketing for my bariatric surgery practice", "My clients are physicians who treat chronic pain",
      "How soon can we start? Our wound care patients wait too long.", "We lost two schedulers and I have no time.",
      "I am writing on behalf of Dr. Lee, who treats arthritis patients.",
      "Your stroke webinar was great. Can you send me the slides?",
      "My hospital wants to grow its joint replacement volume.", "I am a nurse navigator for breast cancer patients.",
      "I have experience with oncology marketing.", "We are switching from our current EHR and I need a quote.",
      "He is the CFO and will decide.", "I have a meeting with my board on Friday about the dialysis contract.",
      "Our CEO has asked me to compare three vendors.",
      "Necesitamos m\303\241s pacientes para cirug\303\255a ortop\303\251dica",
      "Somos una cl\303\255nica de di\303\241lisis en Miami",
      "Quisiera informaci\303\263n sobre el programa de asma para nuestra escuela",
      "Mi jefe quiere una propuesta para el centro de c\303\241ncer", "Soy gerente de una cl\303\255nica de salud mental",
      "Tengo una reuni\303\263n con el director de cardiolog\303\255a",
      "Manejamos pacientes con hipertensi\303\263n y diabetes", "Please add my colleague to the list",
      "I get too many emails from you", "My office is on the second floor, call before visiting",
      "We have a pain management program and a headache clinic", "I need to see a demo of the stroke module",
      "Does your tool track insulin refills for members?", "I want to talk to someone about the flu campaign",
      "Looking to partner on a Parkinson's study");
  INFO(text);
  CHECK_FALSE(finds_health(text));
}

TEST_CASE("Masks leave nothing of what they cover") {
  CHECK(masked("SSN 219-09-9999, call 614-224-3187") == "SSN [social_security], call [phone]");
  CHECK(masked("nothing here") == "nothing here");
  testing::Random random(4);
  constexpr auto kPieces = std::to_array<std::string_view>({"my ssn is ", "219-09-9999", ", ", "MRN 00441827",
                                                            " call 614-224-3187 ", "dana@clinic.org", " I have diabetes",
                                                            ". ", "\xC3\xA9", "born on April 12, 1961", " ", "x", "\n"});
  SensitiveScanner scanner;
  for (int n = 0; n < 500; ++n) {
    std::string text;
    for (std::size_t i = random.below(9); i > 0; --i) text.append(random.pick(kPieces));
    const std::vector<SensitiveSpan> spans = scanner.scan(text);
    std::string out;
    append_masked(out, text, spans);
    std::size_t last = 0;
    std::string rest = text;
    for (const SensitiveSpan& span : spans) {
      CHECK(span.start >= last);
      last = span.start + span.length;
      CHECK(last <= text.size());
    }
    CHECK(find_malformed_utf8(out) == std::string_view::npos);
    for (const std::string_view secret : {"219-09-9999", "00441827", "614-224-3187", "dana@clinic.org"}) {
      // Pieces may run into each other, and then they are other words.
      const bool found =
          std::ranges::any_of(spans, [&](const SensitiveSpan& s) { return text.substr(s.start, s.length) == secret; });
      if (found && text.find(secret) == text.rfind(secret)) CHECK_FALSE(out.contains(secret));
    }
  }
}

TEST_CASE("The work grows with the text and not faster") {
  // Spans and words are counted, not seconds: a hostile text of n parts gives at most n of each.
  for (const std::string_view part : {"a@", "1 ", "1-", "1.", "a.", "my pain ", "MRN ", "5 main ", "::", "'s"}) {
    for (const std::size_t n : {100U, 200U, 400U}) {
      std::string text;
      for (std::size_t i = 0; i < n; ++i) text.append(part);
      SensitiveScanner scanner;
      CHECK(scanner.scan(text).size() <= n);
      CHECK(scanner.message().words().size() <= 2 * n);
    }
  }
}

TEST_CASE("Signs of spam have their own codes: R03-13") {
  const auto signs = [](std::string_view text) {
    Message message;
    message.read(text);
    std::string out;
    const std::uint32_t found = find_spam_signs(message);
    for (std::size_t i = 0; i < kSpamSigns; ++i) {
      if ((found & spam_bit(static_cast<SpamSign>(i))) != 0) out.append(spam_code(static_cast<SpamSign>(i))).append(" ");
    }
    return out;
  };
  CHECK(signs("This is a test") == "test ");
  CHECK(signs("esto es una prueba") == "test ");
  CHECK(signs("see https://a.example and https://b.example") == "links ");
  CHECK(signs("[url=https://a.example]cheap[/url]") == "links markup ");
  CHECK(signs("We offer SEO and backlinks for better google rankings") == "promotion ");
  CHECK(signs("hellooooooooooo") == "repetition ");
  CHECK(signs("sdkfjh lkjsdf wqertz") == "mash ");
  CHECK(signs("We need fewer no-shows in cardiology") == "");
  CHECK(signs("I had a stress test last week") == "");
  CHECK(signs("See our site https://clinic.example for locations") == "");
  CHECK(signs("") == "");
  CHECK(is_too_fast("0.4"));
  CHECK(is_too_fast("2"));
  CHECK_FALSE(is_too_fast("3"));
  CHECK_FALSE(is_too_fast("41.5"));
  CHECK_FALSE(is_too_fast("soon"));
  CHECK_FALSE(is_too_fast(""));
}
