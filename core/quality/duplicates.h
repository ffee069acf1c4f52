// Floor: quality. Which records of a list are the same person at the same organization: blocking, weights by Fellegi and Sunter
// that the list itself teaches, and clusters without chains of weak links.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "quality/link_record.h"

namespace prequal::quality {

/// What of two records is compared. `address` is street and number; `place` is ZIP code, city and state together.
enum class LinkField : std::uint8_t { name, organization, email, phone, address, place };
inline constexpr std::size_t kLinkFields = 6;
[[nodiscard]] std::string_view link_field_name(LinkField field);

/// How a field of two records compares.
enum class Agreement : std::uint8_t { missing, differs, near, same };
inline constexpr std::size_t kAgreements = 4;
[[nodiscard]] std::string_view agreement_name(Agreement agreement);

using Agreements = std::array<Agreement, kLinkFields>;
using LinkWeights = std::array<std::int32_t, kLinkFields>;

/// Two records and what speaks for one person. Weights are in 1/256 bits: 256 doubles the odds.
struct Link {
  std::uint32_t a = 0;  ///< numbers of records, from 0; a < b
  std::uint32_t b = 0;
  Agreements fields{};
  LinkWeights weights{};       ///< what each field adds
  std::int32_t prior = 0;      ///< of any two records of the list
  std::int32_t weight = 0;     ///< the sum of all these
  std::uint8_t certainty = 0;  ///< of one person, 0 to 99 in a hundred, as far as the model holds
};

/// What the list taught.
struct LinkModel {
  /// How often, in 1/65536, a field compares so between two records of one person that both have it.
  std::array<std::array<std::uint32_t, kAgreements>, kLinkFields> rates{};
  /// What that adds to the weight of each agreement, against what is expected of any list.
  std::array<std::array<std::int32_t, kAgreements>, kLinkFields> shifts{};
  std::int32_t prior = 0;  ///< weight of any two records before anything is compared
};

/// Collects records, then finds duplicates. The same records in the same order give the same answer everywhere; in another order,
/// the same clusters. Memory: the folded texts, some 100 bytes for a record and 8 for a pair that is compared. Cost: near linear;
/// blocks of equal keys are bounded.
class Duplicates {
 public:
  /// The texts of a record as they were typed (well-formed UTF-8); empty where there is none. Not borrowed.
  void add(const LinkTexts& texts) { records_.add(texts); }
  [[nodiscard]] std::size_t size() const { return records_.size(); }

  /// Works on: finds pairs, learns the weights, compares, forms clusters. `most` is about how many pairs one call compares; finding
  /// them is one long step for each kind of key, a sort of the list. True when all is done. Call after the last add().
  [[nodiscard]] bool advance(std::size_t most);
  /// How far advance() is, in parts of a thousand.
  [[nodiscard]] std::uint32_t progress() const;
  /// All of advance().
  void run();

  /// Pairs more likely one person than not, the surest first.
  [[nodiscard]] const std::vector<Link>& links() const { return links_; }
  /// For each record the number of the first record of its cluster; itself when it stands alone.
  [[nodiscard]] const std::vector<std::uint32_t>& clusters() const { return clusters_; }
  [[nodiscard]] const LinkModel& model() const { return model_; }
  /// Pairs that were compared.
  [[nodiscard]] std::size_t compared() const { return candidates_.size(); }
  /// What speaks for and against any two records. Requires: advance() said that all is done.
  [[nodiscard]] Link compare(std::uint32_t a, std::uint32_t b) const;

 private:
  enum class Step : std::uint8_t { count, candidates, learn, compare, cluster, done };

  [[nodiscard]] static std::size_t key_kinds();  // link_blocks.cpp
  void find_candidates(std::size_t kind);
  void merge_candidates();
  void learn();       // link_model.cpp
  void sort_links();  // duplicates.cpp
  void cluster();

  LinkRecords records_;
  std::vector<std::uint64_t> candidates_;  // a << 32 | b
  std::vector<Link> links_;
  std::vector<std::uint32_t> clusters_;
  LinkModel model_;
  Step step_ = Step::count;
  std::size_t next_ = 0;  // key or candidate to go on with
};

}  // namespace prequal::quality
