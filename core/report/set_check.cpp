#include "report/set_check.h"

#include <algorithm>

#include "profile/facts.h"
#include "profile/reader.h"

namespace prequal::report {
namespace {

bool lists(const std::vector<std::string>& list, std::string_view item) {
  return std::ranges::find(list, item) != list.end();
}

/// Does some entry before `entry` take every lead of this segment that names this offer? An empty offer stands for one that
/// no entry lists.
bool is_taken(std::span<const SetEntry> before, std::string_view segment, std::string_view offer) {
  return std::ranges::any_of(before, [&](const SetEntry& other) {
    return lists(other.segments, segment) && (other.offers.empty() || lists(other.offers, offer));
  });
}

bool is_reached(std::span<const SetEntry> before, const SetEntry& entry) {
  return std::ranges::any_of(entry.segments, [&](const std::string& segment) {
    if (entry.offers.empty()) return !is_taken(before, segment, {});
    return std::ranges::any_of(entry.offers, [&](const std::string& o) { return !is_taken(before, segment, o); });
  });
}

}  // namespace

void check_set(std::span<const SetEntry> entries, std::span<const profile::Profile* const> profiles, Problems& problems) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const SetEntry& entry = entries[i];
    if (!is_reached(entries.first(i), entry)) {
      problems.add({.code = Code::lint_set_unreached,
                    .pointer = entry.pointer,
                    .subject = entry.profile,
                    .detail = entry.segments.empty() ? "its entry lists no segment"
                                                     : "the entries before it take all of its segments and offers"});
    }
    if (profiles[i] == nullptr) continue;
    const profile::Model& model = profiles[i]->model();
    std::vector<std::string_view> known = model.segments;
    for (std::uint32_t code = 1; code <= fact_value_count(profile::Fact::segment); ++code) {
      known.push_back(fact_value(profile::Fact::segment, code));
    }
    for (const std::string& segment : entry.segments) {
      if (std::ranges::find(known, segment) != known.end()) continue;
      problems.add({.code = Code::unknown_value,
                    .pointer = entry.pointer + "/segments",
                    .subject = segment,
                    .detail = profile::suggest(segment, known)});
    }
    if (!entry.offers.empty() && !model.offer.empty() && !lists(entry.offers, model.offer)) {
      problems.add({.code = Code::lint_set_offer,
                    .pointer = entry.pointer + "/offers",
                    .subject = entry.profile,
                    .detail = std::string(model.offer)});
    }
    for (std::size_t j = 0; j < i; ++j) {
      if (profiles[j] == nullptr || profiles[j]->model().id != model.id || entries[j].profile == entry.profile) continue;
      problems.add({.code = Code::duplicate_id, .pointer = entry.pointer, .subject = std::string(model.id)});
    }
  }
}

}  // namespace prequal::report
