// Packed profiles. The input edits a shipped one, or is a body of its own; the head is made to fit, so that the checksum hides
// nothing. What is not refused qualifies leads.
#include "fuzzing.h"
#include "profile/pack.h"
#include "profile/pack_walk.h"

using namespace prequal;
using namespace prequal::fuzzing;
namespace packing = prequal::profile::packing;

namespace {

void put(std::string& bytes, std::size_t at, std::uint64_t value, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) bytes[at + i] = static_cast<char>(value >> (8 * i) & 0xFFU);
}

// Triples: where (two bytes) and what is added there. The first byte chooses.
std::string bytes_of(const std::uint8_t* data, std::size_t size) {
  static const std::string shipped = profile::to_packed(shipped_program().profile);
  std::string out = shipped;
  if (size > 0 && data[0] % 4 == 0) {
    out.resize(packing::kHeadBytes);
    for (std::size_t i = 1; i < size; ++i) out.push_back(static_cast<char>(data[i]));
    put(out, packing::kNumbersAt, (size - 1) / 2, 4);
  } else {
    for (std::size_t i = 1; i + 2 < size; i += 3) {
      const std::size_t place = (data[i] | std::size_t{data[i + 1]} << 8U) % (out.size() - packing::kNumbersAt);
      char& byte = out[packing::kNumbersAt + place];
      byte = static_cast<char>(byte + data[i + 2]);
    }
  }
  put(out, packing::kChecksumAt, packing::hash_bytes(std::string_view(out).substr(packing::kHeadBytes)), 8);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes = bytes_of(data, size);
  const Exact exact(static_cast<const std::uint8_t*>(static_cast<const void*>(bytes.data())), bytes.size());
  auto profile = profile::unpack(exact.text());
  if (!profile) {
    PREQUAL_MUST(profile.error().code == Code::pack_broken);
    return 0;
  }
  const report::Program program(std::move(*profile));
  report::Qualifier qualifier(program);
  lead::RawLead raw;
  for (int round = 0; round < 2; ++round) {
    qualifier.run(raw, kNow);
    std::string verdict;
    qualifier.write_verdict(verdict);
    PREQUAL_MUST(find_malformed_utf8(verdict) == std::string_view::npos);
    PREQUAL_MUST(is_json(verdict));
    for (std::size_t i = 0; i < program.profile.model().fields.size() && i < 12; ++i) {
      raw.add(static_cast<lead::Slot>(i), i % 2 == 0 ? "yes" : "12");
    }
  }
  return 0;
}
