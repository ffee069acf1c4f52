#include "lists/as_of.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace prequal::lists {

std::string_view as_of_name(AsOfFrom from) {
  constexpr std::array<std::string_view, 3> kNames{"given", "newest", "none"};
  return kNames[static_cast<std::size_t>(from)];
}

void NewestTime::add(std::string_view text) {
  if (text.empty() || find_malformed_utf8(text) != std::string_view::npos) return;
  const auto instant = parse_instant(view_trimmed(text), 0);
  if (instant && (!newest_ || instant->seconds > newest_->seconds)) newest_ = instant;
}

void NewestTime::add(const lead::RawLead& lead) {
  for (const lead::RawValue& value : lead.values) {
    if (value.slot == key_slot(lead::LeadKey::submitted_at) || value.slot == key_slot(lead::LeadKey::last_verified_at)) {
      add(value.text);
    }
  }
  for (const lead::RawEvent& event : lead.events) add(event.at);
}

bool needs_time(const profile::Profile& profile) {
  return std::ranges::any_of(profile.conditions().nodes(),
                             [](const profile::Condition& condition) { return condition.op == profile::Op::time_in; });
}

std::expected<AsOf, Problem> decide_as_of(const std::optional<Instant>& given, const std::optional<Instant>& newest,
                                          const profile::Profile& profile) {
  if (given) return AsOf{*given, AsOfFrom::given};
  if (newest) return AsOf{*newest, AsOfFrom::newest};
  if (needs_time(profile)) return std::unexpected(Problem{.code = Code::no_clock});
  return AsOf{{}, AsOfFrom::none};
}

}  // namespace prequal::lists
