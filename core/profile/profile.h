// Floor: profile. A compiled profile: the model, its conditions, and everything that can be worked out once instead of for
// every lead. Immutable; share it freely between threads and batches.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "profile/condition.h"
#include "profile/document.h"
#include "profile/model.h"
#include "profile/word_table.h"

namespace prequal::profile {

/// One line of points: `points` for every lead for which `when` holds. Grades of one rule exclude each other.
struct PointsLine {
  ConditionId when = kNever;
  std::int32_t points = 0;
  std::uint16_t rule = 0;
  std::uint16_t grade = 0;
};

/// What the unknown could still add in one category: at least `low`, at most `high`, while it is unknown. Both hold 0,
/// because what is unknown may stay so. Exact for everything that depends on one field alone, sound for the rest.
struct PotentialLine {
  FieldId field = kNoField;       ///< the one field, or kNoField
  std::uint16_t rule = kNoEntry;  ///< the rule, when it depends on several fields
  std::uint32_t first_line = 0;   ///< of that rule: PointsGroup::lines[first_line, first_line + line_count)
  std::uint32_t line_count = 0;
  std::int32_t low = 0;
  std::int32_t high = 0;
};

/// Rules that share a cap: one entry for each cap group, and one without limit for the rules outside any group.
struct PointsGroup {
  std::int32_t limit = -1;         ///< -1: none
  std::uint16_t group = kNoEntry;  ///< index into Model::groups
  std::vector<PointsLine> lines;
  std::vector<std::uint16_t> signals;  ///< rules
  std::vector<PotentialLine> potential;
};

struct PointsCategory {
  std::int32_t cap = 0;
  std::vector<PointsGroup> groups;
};

/// Which facts and fields must be worked out for each lead at all.
struct Needs {
  std::vector<FieldId> code_fields;
  std::vector<FieldId> number_fields;
  std::vector<Source> facts;
  std::vector<ConditionId> bits;       ///< bit leaves, in the order of their bit
  std::vector<std::uint16_t> signals;  ///< rules, in the order of their slot
};

/// The values of one field that conditions can tell apart.
struct Domain {
  std::vector<std::int32_t> values;  ///< codes, or numbers; one for each class
};

class Profile {
 public:
  /// Reads, checks and compiles a profile document. All problems are reported at once, with line and column; with an error
  /// among them there is no profile. Cost: about a millisecond for a large shipped profile.
  [[nodiscard]] static std::expected<Profile, std::vector<Problem>> compile(std::string_view json);
  /// The same, and hands over warnings too.
  [[nodiscard]] static std::expected<Profile, std::vector<Problem>> compile(std::string_view json, Problems& problems);

  [[nodiscard]] const Model& model() const { return model_; }
  /// What it was compiled from; empty when it was read from a packed profile.
  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] const Conditions& conditions() const { return conditions_; }
  [[nodiscard]] const std::vector<PointsCategory>& points() const { return points_; }
  [[nodiscard]] const Needs& needs() const { return needs_; }

  [[nodiscard]] FieldId find_field(std::string_view id) const;
  /// The field with that standard meaning, or kNoField.
  [[nodiscard]] FieldId find_meaning(std::string_view meaning) const;
  /// Vocabulary of a field as a table from folded words (ids, labels, aliases) to codes.
  [[nodiscard]] const WordTable& words(FieldId field) const { return words_[model_.fields[field].vocabulary]; }
  [[nodiscard]] const Vocabulary& vocabulary(FieldId field) const {
    return model_.vocabularies[model_.fields[field].vocabulary];
  }
  [[nodiscard]] const Domain& domain(FieldId field) const { return domains_[field]; }
  [[nodiscard]] bool field_applies(FieldId field) const { return model_.fields[field].only_if != kNever; }

 private:
  friend class Compiler;
  friend struct packing::PackerAccess;
  friend struct packing::UnpackerAccess;
  Profile(Document document, Model model, Conditions conditions)
      : document_(std::move(document)), model_(std::move(model)), conditions_(std::move(conditions)) {}

  Document document_;
  Model model_;
  Conditions conditions_;
  std::vector<PointsCategory> points_;
  Needs needs_;
  std::vector<WordTable> words_;
  std::vector<Domain> domains_;
};

}  // namespace prequal::profile
