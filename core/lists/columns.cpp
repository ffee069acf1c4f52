#include "lists/columns.h"

#include <algorithm>

#include "base/limits.h"
#include "base/text.h"

namespace prequal::lists {

using lead::kNoSlot;
using lead::RankedSlot;

namespace {

void report_unused(const Names& names, const std::vector<Column>& columns, RecordSink& sink) {
  for (const Mapping::Entry& entry : names.mapping().entries()) {
    const bool used = std::ranges::any_of(columns, [&](const Column& column) {
      return column.how == How::mapping && names.mapping().find(column.name, compare_form(column.name)) == &entry;
    });
    if (used) continue;
    std::string detail = "it has ";
    append_number(detail, static_cast<std::int64_t>(columns.size()));
    sink.on_problem(
        {.code = Code::map_unused, .subject = entry.column, .detail = detail + " columns; check the spelling of this one"});
  }
}

}  // namespace

std::vector<Column> map_header(const Names& names, const std::vector<std::string_view>& header, RecordSink& sink) {
  std::vector<Column> columns;
  std::vector<std::uint8_t> ranks;
  for (const std::string_view cell : header) {
    std::string name;
    append_repaired_utf8(name, cell);
    name = view_trimmed(name);
    const Target target = names.find(name, true);
    columns.push_back({.name = std::move(name), .slot = target.slot, .how = target.how});
    ranks.push_back(target.rank());
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].slot == kNoSlot) continue;
    for (std::size_t j = i + 1; j < columns.size() && columns[i].slot != kNoSlot; ++j) {
      if (columns[j].slot != columns[i].slot) continue;
      const bool later_wins = ranks[j] < ranks[i];
      Column& winner = columns[later_wins ? j : i];
      Column& loser = columns[later_wins ? i : j];
      if (loser.how != How::similar) {
        sink.on_problem({.code = Code::list_duplicate_column, .subject = winner.name, .detail = loser.name});
      }
      loser.slot = kNoSlot;
      if (loser.how != How::mapping) loser.how = How::none;
    }
  }
  report_unused(names, columns, sink);
  return columns;
}

std::uint32_t KeyColumns::hash(std::string_view name) {
  std::uint32_t h = 2166136261U;
  for (const char c : name) h = (h ^ static_cast<unsigned char>(c)) * 16777619U;
  return h ^ (h >> 15U);
}

std::size_t KeyColumns::find(std::string_view name) const {
  if (table_.empty()) return columns_.size();
  const std::size_t mask = table_.size() - 1;
  for (std::size_t place = hash(name) & mask; table_[place] != 0; place = (place + 1) & mask) {
    if (columns_[table_[place] - 1].name == name) return table_[place] - 1;
  }
  return columns_.size();
}

void KeyColumns::enter(std::size_t column) {
  const std::size_t mask = table_.size() - 1;
  std::size_t place = hash(columns_[column].name) & mask;
  while (table_[place] != 0) place = (place + 1) & mask;
  table_[place] = static_cast<std::uint32_t>(column + 1);
}

RankedSlot KeyColumns::resolve(std::string_view name) {
  const std::size_t known = find(name);
  if (known < columns_.size()) return slots_[known];
  const bool room = columns_.size() < limits::kColumns;
  const Target target = names_.find(name, room);
  const RankedSlot out{.slot = target.slot, .rank = target.rank()};
  if (!room) return out;
  columns_.push_back({.name = std::string(name), .slot = target.slot, .how = target.how});
  slots_.push_back(out);
  if (columns_.size() * 2 > table_.size()) {
    table_.assign(std::max<std::size_t>(64, table_.size() * 2), 0);
    for (std::size_t i = 0; i < columns_.size(); ++i) enter(i);
  } else {
    enter(columns_.size() - 1);
  }
  return out;
}

bool feeds_field(const std::vector<Column>& columns) {
  return std::ranges::any_of(columns, [](const Column& column) { return (column.slot & lead::kKeySlot) == 0; });
}

bool feeds_time(const std::vector<Column>& columns) {
  return std::ranges::any_of(columns, [](const Column& column) {
    return column.slot == key_slot(lead::LeadKey::submitted_at) || column.slot == key_slot(lead::LeadKey::last_verified_at);
  });
}

}  // namespace prequal::lists
