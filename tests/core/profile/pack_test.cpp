// Packed profiles: the same verdicts as their documents, and no bytes that do harm.
#include "profile/pack.h"

#include <sstream>

#include "api/profile_info.h"
#include "profile/pack_walk.h"
#include "report/describe.h"
#include "support/random.h"
#include "support/random_profile.h"
#include "support/workbench.h"

using namespace prequal;
using namespace prequal::testing;
namespace packing = prequal::profile::packing;

namespace {

std::unique_ptr<report::Program> packed_program(std::string_view bytes) {
  // A buffer of exactly its size, gone afterwards: nothing of the profile may point into it.
  const std::vector<char> exact(bytes.begin(), bytes.end());
  auto profile = profile::unpack({exact.data(), exact.size()});
  if (!profile) FAIL("it was refused: " << code_name(profile.error().code));
  return std::make_unique<report::Program>(std::move(*profile));
}

std::string info_of(const report::Program& program) {
  std::string out;
  api::write_profile_info(program.profile, out);
  return out;
}
std::string described(const report::Program& program, report::Language language) {
  std::string out;
  report::describe(program.profile, language, out);
  return out;
}

void put(std::string& bytes, std::size_t at, std::uint64_t value, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) bytes[at + i] = static_cast<char>(value >> (8 * i) & 0xFFU);
}
void mend_checksum(std::string& bytes) {
  put(bytes, packing::kChecksumAt, packing::hash_bytes(std::string_view(bytes).substr(packing::kHeadBytes)), 8);
}

Code code_of(std::string_view bytes) {
  const auto profile = profile::unpack(bytes);
  return profile ? Code::none : profile.error().code;
}

}  // namespace

TEST_CASE("A packed profile gives byte for byte the verdicts of its document", "[pack]") {
  for (const std::string& file : list_files("core/profiles", ".json")) {
    if (file.ends_with("set.json")) continue;
    INFO(file);
    const auto direct = program_of_text(read_file(file));
    const std::string bytes = profile::to_packed(direct->profile);
    const auto packed = packed_program(bytes);
    CHECK(profile::to_packed(packed->profile) == bytes);
    CHECK(info_of(*packed) == info_of(*direct));
    for (const auto language : {report::Language::en, report::Language::es}) {
      CHECK(described(*packed, language) == described(*direct, language));
    }
    const std::string name = file.substr(file.rfind('/') + 1);
    std::size_t leads = 0;
    for (const std::string& lead : list_files("tests/golden/" + name.substr(0, name.size() - 5), ".lead.json")) {
      INFO(lead);
      const std::string text = read_file(lead);
      CHECK(verdict_text(*packed, text) == verdict_text(*direct, text));
      ++leads;
    }
    CHECK(leads > 0);
  }
}

TEST_CASE("Random profiles survive packing", "[pack]") {
  Random random(20261121);
  const long cases = is_nightly() ? 400 : 40;
  for (long i = 0; i < cases; ++i) {
    const auto direct = program_of(random_profile(random));
    const std::string bytes = profile::to_packed(direct->profile);
    const auto packed = packed_program(bytes);
    CHECK(profile::to_packed(packed->profile) == bytes);
    CHECK(verdict_text(*packed, "{}") == verdict_text(*direct, "{}"));
  }
}

TEST_CASE("What is no packed profile, is of another version or was damaged is refused and says so", "[pack]") {
  const std::string bytes = profile::to_packed(program_of(small_profile())->profile);
  CHECK(code_of(bytes) == Code::none);
  CHECK(code_of({}) == Code::pack_expected);
  CHECK(code_of(small_profile().dump()) == Code::pack_expected);
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    CHECK(code_of(std::string_view(bytes).substr(0, length)) != Code::none);
  }
  CHECK(code_of(bytes + "x") == Code::pack_broken);
  std::string changed = bytes;
  put(changed, packing::kFormatAt, kPackFormat + 1, 4);
  CHECK(code_of(changed) == Code::pack_version);
  changed = bytes;
  put(changed, packing::kLayoutAt, packing::kLayout ^ 1U, 8);
  CHECK(code_of(changed) == Code::pack_version);
  for (std::size_t i = packing::kHeadBytes; i < bytes.size(); ++i) {
    changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    CHECK(code_of(changed) == Code::pack_broken);
  }
}

TEST_CASE("Bytes made to harm are refused or give a profile that is safe", "[pack]") {
  const std::string bytes = profile::to_packed(program_of(small_profile())->profile);
  constexpr auto kValues = std::to_array<unsigned char>({0x00, 0x01, 0x02, 0x7F, 0x80, 0xFF});
  std::size_t refused = 0;
  std::size_t taken = 0;
  for (std::size_t i = packing::kNumbersAt; i < bytes.size(); ++i) {
    for (const unsigned char value : kValues) {
      std::string changed = bytes;
      changed[i] = static_cast<char>(value);
      mend_checksum(changed);
      auto profile = profile::unpack(changed);
      if (!profile) {
        CHECK(profile.error().code == Code::pack_broken);
        ++refused;
        continue;
      }
      const report::Program program(std::move(*profile));
      CHECK_FALSE(Json::parse(verdict_text(program, R"({"email": "a@b.example", "notes": "hello"})")).empty());
      CHECK_FALSE(info_of(program).empty());
      ++taken;
    }
  }
  CHECK(refused > 1000);
  CHECK(taken > 1000);
}

TEST_CASE("Either form of a profile can be opened", "[pack]") {
  const std::string json = small_profile().dump();
  Problems problems;
  const auto direct = profile::open(json, problems);
  REQUIRE(direct.has_value());
  const auto packed = profile::open(profile::to_packed(*direct), problems);
  REQUIRE(packed.has_value());
  CHECK(packed->document().empty());
  CHECK_FALSE(direct->document().empty());
  CHECK(problems.empty());
  CHECK_FALSE(profile::open("{", problems).has_value());
}
