// Floor: lead. The same lead come twice: under which keys it is known again, and one record of several.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/problem.h"
#include "lead/raw_lead.h"
#include "profile/profile.h"

namespace prequal::lead {

/// Appends the keys under which a lead is known again: e-mail without case, phone without punctuation and country code,
/// organization with person (R03-10). Contact data that cannot be right give none. Cost: one pass over its values.
void append_duplicate_keys(const profile::Profile& profile, const RawLead& lead, std::vector<std::string>& out);

/// Groups leads that share a key, directly or through others. Leads are numbered from 0 in the order of add().
class DuplicateGroups {
 public:
  void add(const std::vector<std::string>& keys);

  [[nodiscard]] std::size_t size() const { return parent_.size(); }
  /// The first lead of the same group; itself when it stands alone.
  [[nodiscard]] std::size_t first(std::size_t lead) const;

 private:
  std::vector<std::size_t> parent_;  // never larger than the lead itself
  std::unordered_map<std::string, std::size_t> leads_;
};

/// Appends which of these lead documents are the same lead, numbered from 0:
/// {"clusters": [{"leads": [0, 2], "by": ["email"]}], "duplicate_of": [null, null, 0]}. A problem when one is no usable lead;
/// its row is the number of the document, from 1. Cost: that of reading them.
[[nodiscard]] std::optional<Problem> append_duplicates(const profile::Profile& profile,
                                                       const std::vector<std::string_view>& documents, std::string& out);

/// Appends one lead document that stands for several (R03-11). What is asked first: the oldest gives id, time and source; of
/// each answer the newest counts; of consent the strictest; all histories are kept, entries that are equal once; and each
/// record becomes a touch of type "import" with its campaign and answers, so that differences stay visible. The order of
/// `documents` does not matter. Problems as above.
[[nodiscard]] std::optional<Problem> append_merged(const profile::Profile& profile,
                                                   const std::vector<std::string_view>& documents, std::string& out);

/// A lead to merge: as it was read, and the text it was read from, which orders leads of the same time.
struct MergePart {
  std::string_view text;
  RawLead lead{};
};
/// The same for leads that were read already, whatever the format.
void append_merged_parts(const profile::Profile& profile, const std::vector<MergePart>& parts, std::string& out);

}  // namespace prequal::lead
