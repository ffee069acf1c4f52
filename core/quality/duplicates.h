// Floor: quality. Which records of a list are the same person at the same organization: blocking, weights by Fellegi and Sunter
// that the list itself teaches, and clusters without chains of weak links.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace prequal::quality {

/// What of a record is compared. `address` is street and number; `place` is ZIP code, city and state together.
enum class LinkField : std::uint8_t { name, organization, email, phone, address, place };
inline constexpr std::size_t kLinkFields = 6;
[[nodiscard]] std::string_view link_field_name(LinkField field);

/// The texts of a record from which the fields are made.
enum class LinkText : std::uint8_t { name, organization, email, phone, address, zip, city, state };
inline constexpr std::size_t kLinkTexts = 8;
using LinkTexts = std::array<std::string_view, kLinkTexts>;

/// How a field of two records compares.
enum class Agreement : std::uint8_t { missing, differs, near, same };
[[nodiscard]] std::string_view agreement_name(Agreement agreement);

using Agreements = std::array<Agreement, kLinkFields>;

/// Two records and what speaks for one person. Weights are in 1/256 bits: 256 doubles the odds.
struct Link {
  std::uint32_t a = 0;  ///< numbers of records, from 0; a < b
  std::uint32_t b = 0;
  Agreements fields{};
  std::array<std::int32_t, kLinkFields> weights{};  ///< what each field adds
  std::int32_t prior = 0;                           ///< of a pair before anything is compared
  std::int32_t weight = 0;                          ///< the sum of all these
  std::uint8_t certainty = 0;                       ///< of one person, 0 to 99 in a hundred, as far as the model holds
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
  void add(const LinkTexts& texts);
  [[nodiscard]] std::size_t size() const { return records_.size(); }

  /// Works on: finds pairs, learns the weights, compares, forms clusters. `most` is about how many pairs one call compares; some
  /// steps are longer than that, but none goes through the whole of a large list more than sorting does. True when all is done.
  /// Call after the last add().
  [[nodiscard]] bool advance(std::size_t most);
  /// How far advance() is, in parts of a thousand.
  [[nodiscard]] std::uint32_t progress() const;
  /// All of advance().
  void run();

  /// Pairs at least as likely one person as not, the surest first.
  [[nodiscard]] const std::vector<Link>& links() const { return links_; }
  /// For each record the number of the first record of its cluster; itself when it stands alone.
  [[nodiscard]] const std::vector<std::uint32_t>& clusters() const { return clusters_; }
  [[nodiscard]] const LinkModel& model() const { return model_; }
  /// Pairs that were compared.
  [[nodiscard]] std::size_t compared() const { return candidates_.size(); }
  /// What speaks for and against any two records. Requires: advance() said that all is done.
  [[nodiscard]] Link compare(std::uint32_t a, std::uint32_t b) const;

 private:
  struct Text {
    std::uint32_t start = 0;
    std::uint32_t length = 0;
  };
  using Record = std::array<Text, kLinkFields>;
  enum class Step : std::uint8_t { candidates, learn, compare, cluster, done };

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
  Step step_ = Step::candidates;
  std::size_t next_ = 0;  // candidate to compare
};

}  // namespace prequal::quality
