// Floor: lists. The texts of a lead that tell who it is, for finding duplicates: from the fields of the profile that mean them,
// and from columns of the list that nothing else uses.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lists/list.h"
#include "quality/duplicates.h"

namespace prequal::lists {

/// quality::LinkText, and the two halves of a name, which many lists have apart.
enum class LinkPart : std::uint8_t { name, organization, email, phone, address, zip, city, state, first_name, last_name };
inline constexpr std::size_t kLinkParts = 10;
[[nodiscard]] std::string_view link_part_name(LinkPart part);

/// Reads one lead after the other. Fixes its columns when it is made, so a JSON list must have been read to its end.
class LinkTextReader {
 public:
  explicit LinkTextReader(List& list);

  /// The texts of a lead, valid until the next call. Well-formed UTF-8; of a long one the start.
  [[nodiscard]] const quality::LinkTexts& read(std::size_t lead);
  /// The columns that are looked at for a part, by their position in the list, the one that counts first in front.
  [[nodiscard]] const std::vector<std::uint32_t>& columns(LinkPart part) const {
    return columns_[static_cast<std::size_t>(part)];
  }

 private:
  [[nodiscard]] std::string_view find(LinkPart part) const;

  List& list_;
  std::array<std::vector<std::uint32_t>, kLinkParts> columns_;
  std::vector<std::string> cells_;
  std::string name_;
  quality::LinkTexts texts_{};
};

}  // namespace prequal::lists
