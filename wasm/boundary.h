// Floor: wasm. What all bindings share: one buffer for bytes that come in, one for bytes that go out, tables of handles.
//
// Nothing is called across the boundary with text or objects: a caller reserves room, writes bytes into it, and calls with
// their number. An unknown handle is answered with 0. Addresses hold until the next call that may grow the memory.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/time.h"
#include "decide/outcomes.h"
#include "lead/raw_lead.h"
#include "report/qualifier.h"

namespace prequal::wasm {

/// Columns of api/outcome_columns.def but the last, the set of reasons.
#define PREQUAL_OUTCOME(member, element) +1
inline constexpr std::size_t kOutcomeWords = 0
#include "api/outcome_columns.def"
                                             - 1;
#undef PREQUAL_OUTCOME

/// A compiled profile and what qualifies single leads with it.
struct CompiledProfile {
  report::Program program;
  report::Qualifier qualifier;
  lead::RawLead raw;
  decide::Outcomes outcomes;                        // of the last lead
  std::array<std::int32_t, kOutcomeWords> words{};  // the same as numbers of one width

  explicit CompiledProfile(profile::Profile profile) : program(std::move(profile)), qualifier(program) {
    outcomes.reset(1, program.profile.model().reasons.size());
  }
};

/// Objects by number, from 1.
template <typename T>
class Handles {
 public:
  int add(std::unique_ptr<T> item) {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (!items_[i]) {
        items_[i] = std::move(item);
        return static_cast<int>(i) + 1;
      }
    }
    items_.push_back(std::move(item));
    return static_cast<int>(items_.size());
  }
  [[nodiscard]] T* find(int handle) const {
    return handle < 1 || static_cast<std::size_t>(handle) > items_.size()
               ? nullptr
               : items_[static_cast<std::size_t>(handle) - 1].get();
  }
  void release(int handle) {
    if (find(handle) != nullptr) items_[static_cast<std::size_t>(handle) - 1].reset();
  }

 private:
  std::vector<std::unique_ptr<T>> items_;
};

struct Boundary {
  std::vector<char> input;
  std::string out;
  Handles<CompiledProfile> profiles;
  std::int32_t time_offset = 0;

  /// The first `length` bytes that came in.
  [[nodiscard]] std::string_view view_input(unsigned length) const {
    return {input.data(), length < input.size() ? length : input.size()};
  }
  /// Starts a new answer.
  std::string& start() {
    out.clear();
    return out;
  }
  [[nodiscard]] unsigned length() const { return static_cast<unsigned>(out.size()); }
  /// Answers with a list of problems.
  unsigned answer(const std::vector<Problem>& problems);
  unsigned answer(const Problem& problem) { return answer(std::vector<Problem>{problem}); }
};

/// Reads a profile: each build has its own. The form build takes packed profiles only, so that it carries no reader of JSON
/// documents and no compiler (read_packed.cpp); the full build takes both (read_any.cpp). What is wrong is in `problems`.
[[nodiscard]] std::optional<profile::Profile> read_profile(std::string_view bytes, Problems& problems);

/// The one of this instance.
[[nodiscard]] Boundary& boundary();

[[nodiscard]] inline unsigned address(const void* data) {
  return static_cast<unsigned>(reinterpret_cast<std::uintptr_t>(data));
}
[[nodiscard]] inline Instant instant(double seconds, int offset_minutes) {
  return {static_cast<std::int64_t>(seconds), offset_minutes};
}
/// Address of one of the columns of api/outcome_columns.def, by its position there.
[[nodiscard]] unsigned column_address(const decide::Outcomes& outcomes, unsigned column);

}  // namespace prequal::wasm
