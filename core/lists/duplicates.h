// Floor: lists. Which leads of a list are the same person at the same organization, how sure that is and why.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "lists/link_texts.h"
#include "quality/duplicates.h"

namespace prequal::lists {

/// Leads that are one. Nothing is merged by finding it: that is for a person to decide.
struct DuplicateCluster {
  std::vector<std::uint32_t> leads;  ///< by their position in the list, in its order; two or more
  /// What holds it together: for each lead but one the surest link to a lead before it, so that there is one fewer than leads.
  std::vector<quality::Link> links;
  std::uint8_t certainty = 0;  ///< that of the weakest of these links
};

/// Usage: advance() until it says that all is done; then read. The list must be closed and must outlive this. The same list gives
/// the same answer everywhere. Memory: about 250 bytes for a lead, and 8 for each pair that is compared.
class DuplicateSearch {
 public:
  explicit DuplicateSearch(List& list);

  /// Works on, for a few milliseconds when `most` is a few thousand (leads to read, pairs to compare); sorting the pairs of a large
  /// list takes longer, up to a second in a million leads. True when all is done.
  [[nodiscard]] bool advance(std::size_t most);
  /// How far it is, in parts of a thousand.
  [[nodiscard]] std::uint32_t progress() const;
  [[nodiscard]] bool done() const { return done_; }

  // Requires, for all that follows: done().

  /// In the order of their first leads.
  [[nodiscard]] const std::vector<DuplicateCluster>& clusters() const { return clusters_; }
  /// For each lead the first lead of its cluster; itself when it stands alone.
  [[nodiscard]] const std::vector<std::uint32_t>& firsts() const { return search_.clusters(); }
  [[nodiscard]] const quality::Duplicates& search() const { return search_; }
  [[nodiscard]] const List& list() const { return list_; }
  [[nodiscard]] const LinkTextReader& reader() const { return reader_; }
  /// Leads that are not the first of their cluster.
  [[nodiscard]] std::size_t repeated() const { return repeated_; }

  /// Appends one cluster as a JSON object (docs/duplicates.md).
  void write_cluster(std::size_t cluster, std::string& out) const;
  /// Appends what speaks for and against two leads, as a JSON object.
  void write_pair(std::uint32_t a, std::uint32_t b, std::string& out) const;
  /// Appends the counts, the columns that were looked at and what the list taught, as a JSON object.
  void write_summary(std::string& out) const;

 private:
  void form_clusters();

  List& list_;
  LinkTextReader reader_;
  quality::Duplicates search_;
  std::vector<DuplicateCluster> clusters_;
  std::size_t repeated_ = 0;
  std::size_t read_ = 0;
  bool done_ = false;
};

}  // namespace prequal::lists
