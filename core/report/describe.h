// Floor: report. A whole profile in plain words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "profile/profile.h"
#include "report/texts.h"

namespace prequal::report {

/// Appends the profile as Markdown: everything it says, conditions read back into words. The profile's own texts are in
/// `language` where it has them.
void describe(const profile::Profile& profile, Language language, std::string& out);

/// What to write of a profile: all of it, or one page.
enum class Page : std::uint8_t {
  profile,
  scope,     ///< what the offer includes, and who agreed on it
  buyer,     ///< the ideal buyer, with criteria
  glossary,  ///< words of stages and statuses, and what each stage asks here
  setup,     ///< the six steps of setting up, and what each still lacks
};
inline constexpr std::size_t kPages = 5;
[[nodiscard]] std::string_view page_name(Page page);
/// The page of that name.
[[nodiscard]] std::optional<Page> find_page(std::string_view name);

/// Appends one page, as Markdown or as a page of HTML that stands alone.
void describe_page(const profile::Profile& profile, Page page, bool html, Language language, std::string& out);

}  // namespace prequal::report
