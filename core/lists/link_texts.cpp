#include "lists/link_texts.h"

#include <algorithm>
#include <optional>

#include "base/text.h"

namespace prequal::lists {
namespace {

using profile::FieldType;

struct LinkColumn {
  LinkPart part;
  std::string_view name;
};
constexpr auto kLinkColumns = std::to_array<LinkColumn>({
#define PREQUAL_LINK_COLUMN(part, name) {LinkPart::part, name},
#include "lists/link_columns.def"
#undef PREQUAL_LINK_COLUMN
});

struct Meaning {
  std::string_view meaning;
  LinkPart part;
};
constexpr auto kMeanings = std::to_array<Meaning>({
    {"contact_name", LinkPart::name},
    {"org_name", LinkPart::organization},
    {"email", LinkPart::email},
    {"phone", LinkPart::phone},
    {"address", LinkPart::address},
    {"street_address", LinkPart::address},
    {"postal_code", LinkPart::zip},
    {"zip", LinkPart::zip},
    {"city", LinkPart::city},
    {"state", LinkPart::state},
    {"first_name", LinkPart::first_name},
    {"last_name", LinkPart::last_name},
});

// By what the field means, else by what kind of value it takes: a second phone, a ZIP code under another name.
std::optional<LinkPart> part_of(const profile::Field& field, bool& by_meaning) {
  const auto known = std::ranges::find(kMeanings, field.meaning, &Meaning::meaning);
  by_meaning = known != kMeanings.end();
  if (by_meaning) return known->part;
  switch (field.type) {
    case FieldType::email: return LinkPart::email;
    case FieldType::phone: return LinkPart::phone;
    case FieldType::postal_code: return LinkPart::zip;
    default: return std::nullopt;
  }
}

// At most so many bytes, cut between two characters.
std::string_view view_start(std::string_view text) {
  constexpr std::size_t kMost = 256;
  if (text.size() <= kMost) return text;
  std::size_t end = kMost;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

}  // namespace

std::string_view link_part_name(LinkPart part) {
  constexpr std::array<std::string_view, kLinkParts> kNames{"name", "organization", "email", "phone",      "address",
                                                            "zip",  "city",         "state", "first_name", "last_name"};
  return kNames[static_cast<std::size_t>(part)];
}

LinkTextReader::LinkTextReader(List& list) : list_(list) {
  const auto& columns = list.columns();
  const auto& fields = list.profile().model().fields;
  std::array<std::vector<std::uint32_t>, kLinkParts> by_type;
  for (std::uint32_t i = 0; i < columns.size(); ++i) {
    const lead::Slot slot = columns[i].slot;
    if (slot == lead::kNoSlot || slot >= fields.size()) continue;
    bool by_meaning = false;
    const auto part = part_of(fields[slot], by_meaning);
    if (part) (by_meaning ? columns_ : by_type)[static_cast<std::size_t>(*part)].push_back(i);
  }
  for (std::size_t part = 0; part < kLinkParts; ++part) {
    columns_[part].insert(columns_[part].end(), by_type[part].begin(), by_type[part].end());
  }
  // What a person said to leave out stays out.
  std::vector<std::string> squeezed(columns.size());
  for (std::uint32_t i = 0; i < columns.size(); ++i) {
    if (columns[i].slot == lead::kNoSlot && columns[i].how != How::mapping) squeezed[i] = compare_form(columns[i].name);
  }
  for (const LinkColumn& known : kLinkColumns) {
    for (std::uint32_t i = 0; i < columns.size(); ++i) {
      if (squeezed[i] == known.name) columns_[static_cast<std::size_t>(known.part)].push_back(i);
    }
  }
}

std::string_view LinkTextReader::find(LinkPart part) const {
  for (const std::uint32_t column : columns(part)) {
    const std::string_view text = view_trimmed(cells_[column]);
    if (!text.empty()) return view_start(text);
  }
  return {};
}

const quality::LinkTexts& LinkTextReader::read(std::size_t lead) {
  list_.copy_cells(lead, cells_);
  for (std::size_t i = 0; i < quality::kLinkTexts; ++i) texts_[i] = find(static_cast<LinkPart>(i));
  std::string_view& name = texts_[static_cast<std::size_t>(LinkPart::name)];
  const std::string_view first = find(LinkPart::first_name);
  const std::string_view last = find(LinkPart::last_name);
  // A column "Name" beside the halves of a name holds something else, an account for example.
  if (!first.empty() || !last.empty()) {
    name_.assign(first);
    if (!first.empty() && !last.empty()) name_.push_back(' ');
    name_.append(last);
    name = name_;
  }
  return texts_;
}

}  // namespace prequal::lists
