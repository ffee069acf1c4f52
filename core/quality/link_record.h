// Floor: quality. Records of a list in the form in which they are compared, packed one after the other.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace prequal::quality {

/// The texts of a record from which all is made.
enum class LinkText : std::uint8_t { name, organization, email, phone, address, zip, city, state };
inline constexpr std::size_t kLinkTexts = 8;
using LinkTexts = std::array<std::string_view, kLinkTexts>;

/// Its parts in the form for comparison; empty where nothing usable was typed.
enum class RecordPart : std::uint8_t {
  given,
  family,
  organization,  ///< append_organization_key()
  email,         ///< lower case, without a label behind a plus sign
  phone,         ///< ten digits, or + and digits; without extension
  address,       ///< folded, words of streets in full, without suite or floor
  zip,           ///< five digits, or folded for other countries
  city,
  state,  ///< postal code
};
inline constexpr std::size_t kRecordParts = 9;

/// Of how many a record shares something. What many share says little about who they are.
enum class Sharing : std::uint8_t {
  full_name,     ///< records
  given,         ///< records
  family,        ///< records
  identity,      ///< records with the same organization, for records that name no person
  organization,  ///< different persons there, and so below
  email,
  phone,
  address,
  place,
  area,  ///< first three digits of the ZIP code, or city
};
inline constexpr std::size_t kSharings = 10;

/// A hash that is the same on every machine.
[[nodiscard]] std::uint64_t hash_text(std::string_view text, std::uint64_t seed);
[[nodiscard]] std::uint64_t mix_hash(std::uint64_t hash);

/// Memory: the texts, and 70 bytes for a record.
class LinkRecords {
 public:
  /// Texts as they were typed (well-formed UTF-8). Cost: linear in the texts.
  void add(const LinkTexts& texts);
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(starts_.size()); }
  [[nodiscard]] std::string_view view(std::uint32_t record, RecordPart part) const {
    const auto& starts = starts_[record];
    const auto at = static_cast<std::size_t>(part);
    return std::string_view(texts_).substr(starts[at], starts[at + 1] - starts[at]);
  }
  [[nodiscard]] bool has_name(std::uint32_t record) const { return !view(record, RecordPart::family).empty(); }

  /// The address is that of an office (info@), or at a provider of mail for everybody.
  [[nodiscard]] bool has_role_address(std::uint32_t record) const { return (mail_[record] & kRole) != 0; }
  [[nodiscard]] bool has_free_address(std::uint32_t record) const { return (mail_[record] & kFree) != 0; }

  /// Of all its parts: what ties are broken by, so that the order of the list is not.
  [[nodiscard]] std::uint64_t hash(std::uint32_t record) const { return hashes_[record]; }

  /// Counts what is shared. Call once after the last add(). Cost: a sort for each kind.
  void count_sharing();
  [[nodiscard]] std::uint32_t shared_by(std::uint32_t record, Sharing kind) const {
    return shared_[record][static_cast<std::size_t>(kind)];
  }

 private:
  static constexpr std::uint8_t kRole = 1;
  static constexpr std::uint8_t kFree = 2;

  std::string texts_;
  std::vector<std::array<std::uint32_t, kRecordParts + 1>> starts_;
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint8_t> mail_;
  std::vector<std::array<std::uint16_t, kSharings>> shared_;
};

[[nodiscard]] std::string_view view_local(std::string_view email);
[[nodiscard]] std::string_view view_mail_site(std::string_view email);

}  // namespace prequal::quality
