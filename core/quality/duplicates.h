// Floor: quality. Which records of a list are the same person at the same organization: blocking, weights by Fellegi and Sunter
// that the list itself teaches, and clusters without chains of weak links.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace prequal::quality {

enum class LinkField : std::uint8_t { name, organization, email, phone, address, zip };
inline constexpr std::size_t kLinkFields = 6;
[[nodiscard]] std::string_view link_field_name(LinkField field);

/// How a field of two records compares.
enum class Agreement : std::uint8_t { missing, differs, near, same };
[[nodiscard]] std::string_view agreement_name(Agreement agreement);

using Agreements = std::array<Agreement, kLinkFields>;

/// Two records and what speaks for one person. Weights are in 1/256 bits: 256 doubles the odds.
struct Link {
  std::uint32_t a = 0;  ///< numbers of records, from 0; a < b
  std::uint32_t b = 0;
  Agreements fields{};
  std::int32_t weight = 0;     ///< sum of the fields' weights and of the odds before anything was compared
  std::uint8_t certainty = 0;  ///< of one person, in parts of a hundred, as far as the model holds
};

/// What the list taught: the weight of each field at each agreement.
struct LinkModel {
  std::array<std::array<std::int32_t, 4>, kLinkFields> weights{};
  std::int32_t prior = 0;  ///< weight of a candidate pair before anything is compared
};

/// Collects records, then finds duplicates. The same records in the same order give the same answer everywhere.
/// Memory: the folded texts and some 100 bytes for a record. Cost: near linear; blocks of equal keys are bounded.
class Duplicates {
 public:
  /// The texts of a record as they were typed (well-formed UTF-8); empty where there is none. Not borrowed.
  void add(const std::array<std::string_view, kLinkFields>& texts);
  [[nodiscard]] std::size_t size() const { return records_.size(); }

  /// Finds pairs, learns the weights and forms clusters. Call once, after the last add().
  void run();

  /// Pairs at least as likely one person as not, the surest first.
  [[nodiscard]] const std::vector<Link>& links() const { return links_; }
  /// For each record the number of the first record of its cluster; itself when it stands alone.
  [[nodiscard]] const std::vector<std::uint32_t>& clusters() const { return clusters_; }
  [[nodiscard]] const LinkModel& model() const { return model_; }
  /// What speaks for and against any two records. Requires: run() went before.
  [[nodiscard]] Link compare(std::uint32_t a, std::uint32_t b) const;

 private:
  struct Text {
    std::uint32_t start = 0;
    std::uint32_t length = 0;
  };
  using Record = std::array<Text, kLinkFields>;

  [[nodiscard]] std::string_view view(std::uint32_t record, LinkField field) const {
    const Text& text = records_[record][static_cast<std::size_t>(field)];
    return std::string_view(texts_).substr(text.start, text.length);
  }
  [[nodiscard]] Agreements agree(std::uint32_t a, std::uint32_t b) const;
  void find_candidates();  // duplicates.cpp
  void learn();            // link_model.cpp
  void judge(Link& link) const;
  void cluster();  // duplicates.cpp

  std::string texts_;
  std::vector<Record> records_;
  std::vector<std::uint64_t> candidates_;  // a << 32 | b
  std::vector<Link> links_;
  std::vector<std::uint32_t> clusters_;
  LinkModel model_;
};

}  // namespace prequal::quality
