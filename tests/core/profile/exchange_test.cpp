// R20-06: a profile that the product wrote out and read again is the same profile.
#include "profile/exchange.h"

#include "base/sha256.h"
#include "support/answers.h"
#include "support/random.h"
#include "support/workbench.h"

using namespace prequal;
using namespace prequal::testing;

TEST_CASE("SHA-256 gives the digests of FIPS 180-4") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256_hex(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("R20-06: a shipped profile written out and read again decides every lead in the same bytes", "[exchange]") {
  Random random(206);
  for (const std::string& path : list_files("core/profiles", ".json")) {
    if (path.ends_with("set.json")) continue;
    INFO(path);
    const std::string text = read_file(path);
    const auto ours = program_of_text(text);
    std::string out;
    profile::write_document(ours->profile.document(), out);
    const auto theirs = program_of_text(out);
    std::string again;
    profile::write_document(theirs->profile.document(), again);
    CHECK(again == out);
    CHECK(Json::parse(out) == Json::parse(text));
    CHECK(profile::fingerprint(theirs->profile.document()) == profile::fingerprint(ours->profile.document()));
    const guide::Hypotheses answers(ours->profile);
    std::size_t known = 0;
    for (int i = 0; i < 50; ++i) {
      Json lead{{"id", "lead"}, {"submitted_at", "2026-11-20T12:00:00Z"}};
      for (std::size_t f = 0; f < ours->profile.model().fields.size(); ++f) {
        const auto field = static_cast<profile::FieldId>(f);
        if (answers.values(field).empty() || !random.chance(60)) continue;
        put_answer(lead, ours->profile, {field, random.pick(answers.values(field))});
        ++known;
      }
      REQUIRE(verdict_text(*theirs, lead.dump()) == verdict_text(*ours, lead.dump()));
    }
    CHECK(known > 100);
  }
}

TEST_CASE("R20-06: the fingerprint is that of what a profile says, not of how it is written", "[exchange]") {
  const auto of = [](const std::string& text) {
    Problems problems;
    const auto document = profile::Document::parse(text, problems);
    REQUIRE(document.has_value());
    return profile::fingerprint(*document);
  };
  const std::string plain = of(R"({"a":1,"b":[true,null,"x/é"]})");
  CHECK(of("{ \"b\" : [ true, null, \"x\\/\\u00e9\" ],\n \"a\" : 1 }") == plain);
  CHECK(of(R"({"a":2,"b":[true,null,"x/é"]})") != plain);
  CHECK(of(R"({"a":1,"b":[null,true,"x/é"]})") != plain);
  CHECK(of(R"({"a":"1","b":[true,null,"x/é"]})") != plain);
  Json small = small_profile();
  const std::string before = of(small.dump());
  small["rules"][0]["points"] = small["rules"][0]["points"].get<int>() + 1;
  CHECK(of(small.dump()) != before);
}
