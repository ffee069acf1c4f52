// What the fuzz targets share. An invariant that does not hold ends the run like a crash does.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_scanner.h"
#include "base/text.h"
#include "lead/json_lead.h"
#include "report/qualifier.h"

namespace prequal::fuzzing {

#define PREQUAL_MUST(condition)                                            \
  do {                                                                     \
    if (!(condition)) {                                                    \
      std::fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                        \
    }                                                                      \
  } while (false)

inline constexpr Instant kNow{1795186800, -300};

/// A copy that ends where the input ends, so that the sanitizer sees every read beyond it.
class Exact {
 public:
  Exact(const std::uint8_t* data, std::size_t size) : size_(size), bytes_(std::make_unique<char[]>(size == 0 ? 1 : size)) {
    for (std::size_t i = 0; i < size; ++i) bytes_[i] = static_cast<char>(data[i]);
  }
  [[nodiscard]] std::string_view text() const { return {bytes_.get(), size_}; }

 private:
  std::size_t size_;
  std::unique_ptr<char[]> bytes_;
};

inline std::string read_file(const char* path) {
  std::ifstream file(std::string(PREQUAL_ROOT) + "/" + path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

inline bool is_json(std::string_view text) {
  JsonScanner scanner(text);
  if (!scanner.skip_value()) return false;
  return scanner.next() == JsonToken::end;
}

/// The shipped profile of the outpatient-software vendor.
inline report::Program& shipped_program() {
  static report::Program program = [] {
    auto profile = profile::Profile::compile(read_file("core/profiles/b2b-scheduling.json"));
    PREQUAL_MUST(profile.has_value());
    return report::Program(std::move(*profile));
  }();
  return program;
}

/// What holds for every decision about every lead.
inline void check_decision(const report::Qualifier& qualifier) {
  const auto& decider = qualifier.decider();
  const auto& evaluator = decider.evaluator();
  const auto& profile = qualifier.program().profile;
  std::int32_t sum = 0;
  for (std::size_t c = 0; c < profile::kCategories; ++c) {
    const auto& score = evaluator.category(static_cast<profile::Category>(c));
    PREQUAL_MUST(score.low.lane(0) <= score.now.lane(0) && score.now.lane(0) <= score.high.lane(0));
    const std::int32_t cap = profile.model().scoring.caps[c];
    PREQUAL_MUST(score.now.lane(0) >= -cap && score.now.lane(0) <= cap);
    sum += score.now.lane(0);
  }
  const auto& total = evaluator.total();
  PREQUAL_MUST(total.low.lane(0) >= 0 && total.high.lane(0) <= 100);
  PREQUAL_MUST(total.low.lane(0) <= total.now.lane(0) && total.now.lane(0) <= total.high.lane(0));
  PREQUAL_MUST(total.now.lane(0) == (sum < 0 ? 0 : sum > 100 ? 100 : sum));
  for (const auto* choice : {&decider.band(), &decider.fit_band(), &decider.intent_band(), &decider.eligibility(),
                             &decider.stage(), &decider.status(), &decider.lane(), &decider.route()}) {
    PREQUAL_MUST((choice->reach(0) >> choice->lane(0) & 1U) == 1);
  }
  for (profile::ConditionId id = 0; id < profile.conditions().size(); ++id) {
    const auto verity = evaluator.at(id);
    PREQUAL_MUST(!(verity.now.yes.lane(0) && verity.now.no.lane(0)));
    PREQUAL_MUST(!(verity.settled.yes.lane(0) && verity.settled.no.lane(0)));
  }
}

/// Qualifies a raw lead twice: the verdict is JSON, UTF-8 and the same both times.
inline void check_verdict(report::Qualifier& qualifier, const lead::RawLead& raw) {
  qualifier.run(raw, kNow);
  check_decision(qualifier);
  std::string first;
  qualifier.write_verdict(first);
  PREQUAL_MUST(find_malformed_utf8(first) == std::string_view::npos);
  PREQUAL_MUST(is_json(first));
  PREQUAL_MUST(first.find('\n') == std::string::npos);
  qualifier.run(raw, kNow);
  std::string second;
  qualifier.write_verdict(second);
  PREQUAL_MUST(first == second);
}

}  // namespace prequal::fuzzing
