// Floor: lists. The columns of one list and what they feed: from the header of a table, or from the keys that the objects
// of a document list turn out to have.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lists/names.h"
#include "lists/record.h"

namespace prequal::lists {

struct Column {
  std::string name;
  lead::Slot slot = lead::kNoSlot;  ///< kNoSlot: kept for export, feeds nothing
  How how = How::none;
};

/// The columns of a table. Each field is fed by one column: the one with the best name, of equal ones the first. Reports
/// columns that lost against one with an equally explicit name, and entries of the mapping that no column answers to.
[[nodiscard]] std::vector<Column> map_header(const Names& names, const std::vector<std::string_view>& header,
                                             RecordSink& sink);

/// The keys of JSON objects, learned as they come. What a key feeds depends on that key alone, so that a lead reads the same
/// in every list; within one lead the best key of a field counts. Holds the first limits::kColumns keys; keys beyond those
/// are no columns, and are not compared with similar names.
class KeyColumns final : public lead::NameResolver {
 public:
  explicit KeyColumns(const Names& names) : names_(names) {}

  [[nodiscard]] lead::RankedSlot resolve(std::string_view name) override;
  [[nodiscard]] const std::vector<Column>& list() const { return columns_; }
  /// Position of a key among the columns, or the number of columns. Cost: one hash.
  [[nodiscard]] std::size_t find(std::string_view name) const;

 private:
  [[nodiscard]] static std::uint32_t hash(std::string_view name);
  void enter(std::size_t column);

  const Names& names_;
  std::vector<Column> columns_;
  std::vector<lead::RankedSlot> slots_;  // of each column
  std::vector<std::uint32_t> table_;     // open addressing: index of a column plus one; 0 is free
};

/// Does any column feed a field of the profile, or a time of the lead?
[[nodiscard]] bool feeds_field(const std::vector<Column>& columns);
[[nodiscard]] bool feeds_time(const std::vector<Column>& columns);

}  // namespace prequal::lists
