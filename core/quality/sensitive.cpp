#include "quality/sensitive.h"

#include <algorithm>
#include <array>

#include "base/sort.h"
#include "quality/tiers.h"

namespace prequal::quality {
namespace {

struct Info {
  std::string_view code;
  SensitiveFamily family;
};
constexpr auto kKinds = std::to_array<Info>({
#define PREQUAL_SENSITIVE(name, code, family) {code, SensitiveFamily::family},
#include "quality/sensitive.def"
#undef PREQUAL_SENSITIVE
});

}  // namespace

std::string_view sensitive_code(SensitiveKind kind) {
  return kKinds[static_cast<std::size_t>(kind)].code;
}

SensitiveFamily sensitive_family(SensitiveKind kind) {
  return kKinds[static_cast<std::size_t>(kind)].family;
}

std::string_view family_name(SensitiveFamily family) {
  constexpr std::array<std::string_view, 3> kNames{"contact", "identifier", "health"};
  return kNames[static_cast<std::size_t>(family)];
}

const std::vector<SensitiveSpan>& SensitiveScanner::scan(std::string_view text) {
  spans_.clear();
  message_.read(text);
  find_numbers();
  // A visitor is asked about social security numbers, cards, dates of birth and health; a reviewer sees the rest masked.
  if constexpr (kForReviewers) {
    find_chunks();
    find_after_cues();
    find_addresses();
  }
  find_health();
  settle();
  return spans_;
}

void SensitiveScanner::add(std::size_t start, std::size_t end, SensitiveKind kind, int confidence) {
  constexpr int kMost = 99;
  spans_.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end - start), kind,
                    static_cast<std::uint8_t>(std::clamp(confidence, 1, kMost))});
}

// In order, and of overlapping spans one: a single one that covers both, of the surer's kind, so that nothing of either shows.
void SensitiveScanner::settle() {
  sort_by(spans_, [](const SensitiveSpan& a, const SensitiveSpan& b) {
    if (a.start != b.start) return a.start < b.start;
    if (a.length != b.length) return a.length > b.length;
    return a.kind < b.kind;
  });
  std::size_t kept = 0;
  for (const SensitiveSpan& span : spans_) {
    if (kept > 0 && span.start < spans_[kept - 1].start + spans_[kept - 1].length) {
      SensitiveSpan& last = spans_[kept - 1];
      const std::uint32_t end = std::max(last.start + last.length, span.start + span.length);
      const bool surer = span.confidence > last.confidence || (span.confidence == last.confidence && span.kind < last.kind);
      if (surer) {
        last.kind = span.kind;
        last.confidence = span.confidence;
      }
      last.length = end - last.start;
      continue;
    }
    spans_[kept++] = span;
  }
  spans_.resize(kept);
}

void append_masked(std::string& out, std::string_view text, const std::vector<SensitiveSpan>& spans, int least) {
  std::size_t at = 0;
  for (const SensitiveSpan& span : spans) {
    if (span.confidence < least) continue;
    out.append(text.substr(at, span.start - at));
    out.append("[").append(sensitive_code(span.kind)).append("]");
    at = span.start + span.length;
  }
  out.append(text.substr(at));
}

}  // namespace prequal::quality
