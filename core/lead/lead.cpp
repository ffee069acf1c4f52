#include "lead/lead.h"

namespace prequal::lead {
namespace {

struct FindingInfo {
  std::string_view code;
  FindingLevel level;
  std::string_view action;
};

constexpr auto kFindings = std::to_array<FindingInfo>({
#define PREQUAL_FINDING(name, code, level, action) {code, FindingLevel::level, action},
#include "lead/findings.def"
#undef PREQUAL_FINDING
});

}  // namespace

std::string_view state_name(DataState state) {
  constexpr std::array<std::string_view, 7> kNames{"known",    "missing",      "malformed", "conflicting",
                                                   "outdated", "unverifiable", "unsure"};
  return kNames[static_cast<std::size_t>(state)];
}

std::string_view finding_code(Finding finding) {
  return kFindings[static_cast<std::size_t>(finding)].code;
}

FindingLevel finding_level(Finding finding) {
  return kFindings[static_cast<std::size_t>(finding)].level;
}

std::string_view finding_level_name(FindingLevel level) {
  constexpr std::array<std::string_view, 3> kNames{"info", "warning", "error"};
  return kNames[static_cast<std::size_t>(level)];
}

std::string_view finding_action(Finding finding) {
  return kFindings[static_cast<std::size_t>(finding)].action;
}

}  // namespace prequal::lead
