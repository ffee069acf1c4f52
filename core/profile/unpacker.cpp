#include "profile/unpacker.h"

namespace prequal::profile::packing {

void Unpacker::refuse() {
  ok_ = false;
  numbers_ = {};
  texts_ = {};
}

std::uint64_t Unpacker::take_raw() {
  std::uint64_t out = 0;
  constexpr std::size_t kMostBytes = 5;
  for (std::size_t i = 0; i < kMostBytes && i < numbers_.size(); ++i) {
    const auto byte = static_cast<unsigned char>(numbers_[i]);
    out |= std::uint64_t{byte & 0x7FU} << (7 * i);
    if (byte < 0x80) {
      numbers_.remove_prefix(i + 1);
      return out;
    }
  }
  refuse();
  return 0;
}

std::uint32_t Unpacker::take(std::uint32_t most) {
  const std::uint64_t out = take_raw();
  if (out <= most) return static_cast<std::uint32_t>(out);
  refuse();
  return 0;
}

std::int32_t Unpacker::take_signed() {
  const std::uint32_t folded = take(std::numeric_limits<std::uint32_t>::max());
  return static_cast<std::int32_t>((folded >> 1U) ^ (0U - (folded & 1U)));
}

// All texts together are well-formed, so each is when none starts inside a character.
std::string_view Unpacker::take_text() {
  const std::uint32_t length = take(static_cast<std::uint32_t>(texts_.size()));
  const std::string_view out = texts_.substr(0, length);
  if (!out.empty() && (static_cast<unsigned char>(out[0]) & 0xC0U) == 0x80) refuse();
  if (!ok_) return {};
  texts_.remove_prefix(length);
  return out;
}

std::size_t Unpacker::take_length(std::size_t most, std::size_t each) {
  const std::size_t room = numbers_.size() / each;
  return take(static_cast<std::uint32_t>(room < most ? room : most));
}

std::uint32_t Unpacker::take_place(Table table) {
  return take(sizes[static_cast<std::size_t>(table)]) - 1;
}

std::uint32_t Unpacker::take_some(Table table) {
  const std::uint32_t place = take_place(table);
  require(place != std::numeric_limits<std::uint32_t>::max());
  return ok_ ? place : 0;
}

void Unpacker::texts(std::vector<std::string_view>& out) {
  out = std::vector<std::string_view>(take_length(limits::kProfileBytes, 1));
  for (std::string_view& item : out) item = take_text();
}

void Unpacker::strings(std::vector<std::string>& out) {
  out = std::vector<std::string>(take_length(limits::kProfileBytes, 1));
  for (std::string& item : out) item = take_text();
}

void Unpacker::pairs(std::vector<std::pair<std::string_view, std::string_view>>& out) {
  out = std::vector<std::pair<std::string_view, std::string_view>>(take_length(limits::kProfileBytes, 2));
  for (auto& [first, second] : out) {
    first = take_text();
    second = take_text();
  }
}

void Unpacker::numbers(std::vector<std::int32_t>& out) {
  out = std::vector<std::int32_t>(take_length(limits::kProfileBytes, 1));
  for (std::int32_t& item : out) item = take_signed();
}

void Unpacker::days(std::vector<std::int64_t>& out) {
  out = std::vector<std::int64_t>(take_length(limits::kProfileBytes, 1));
  for (std::int64_t& item : out) item = take_signed();
}

void Unpacker::entries(std::vector<std::uint16_t>& out, Table table) {
  out = std::vector<std::uint16_t>(take_length(limits::kProfileBytes, 1));
  for (std::uint16_t& item : out) some(item, table);
}

std::uint32_t Unpacker::code_count(std::uint32_t vocabulary) const {
  // Vocabularies stand before all that refers to them.
  const auto& all = model_->vocabularies;
  return vocabulary < all.size() ? static_cast<std::uint32_t>(all[vocabulary].values.size()) : 0;
}

void Unpacker::chooser(FieldId& out) {
  entry(out, Table::fields);
  codes_ = out < model_->fields.size() ? code_count(model_->fields[out].vocabulary) : 0;
}

void Unpacker::choice(FieldId& out) {
  chooser(out);
  require(out == kNoField || (out < model_->fields.size() && model_->fields[out].type == FieldType::choice));
}

void Unpacker::word_list(std::uint32_t& out) {
  entry(out, Table::vocabularies);
  codes_ = code_count(out);
}

void Unpacker::some_code(std::uint32_t& out) {
  code(out);
  require(out != 0);
}

void Unpacker::codes(std::vector<std::uint32_t>& out) {
  out = std::vector<std::uint32_t>(take_length(limits::kVocabulary, 1));
  for (std::uint32_t& item : out) some_code(item);
}

void Unpacker::caps(std::array<std::int32_t, kCategories>& out) {
  for (std::int32_t& cap : out) within(cap, 0, limits::kCategoryPoints);
}

void Unpacker::conditions(std::array<ConditionId, kLevels>& out) {
  for (ConditionId& id : out) some(id, Table::conditions);
}

void Unpacker::cells(std::array<std::array<Cell, kLevels>, kLevels>& out) {
  for (auto& row : out) {
    for (Cell& cell : row) one_of(cell, 4);
  }
}

}  // namespace prequal::profile::packing
