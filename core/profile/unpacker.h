// Floor: profile. Takes numbers and texts out of a packed profile, whatever its bytes are: nothing is read beyond the end, no
// number is taken that its member could not have, and memory stays in proportion to the bytes.
#pragma once

#include <limits>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "profile/pack_walk.h"

namespace prequal::profile::packing {

/// After the first thing that is wrong everything it gives is 0 or empty, and ok() is false.
class Unpacker {
 public:
  Unpacker(std::string_view numbers, std::string_view all_texts) : numbers_(numbers), texts_(all_texts) {}

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool at_end() const { return ok_ && numbers_.empty() && texts_.empty(); }
  void refuse();
  void require(bool holds) {
    if (!holds) refuse();
  }

  /// A number of at most `most`.
  [[nodiscard]] std::uint32_t take(std::uint32_t most);
  [[nodiscard]] std::int32_t take_signed();
  [[nodiscard]] std::string_view take_text();
  /// The length of a list whose entries take at least `each` numbers.
  [[nodiscard]] std::size_t take_length(std::size_t most, std::size_t each);
  /// A place in a table, or none (0xFFFFFFFF).
  [[nodiscard]] std::uint32_t take_place(Table table);

  TableSizes sizes{};

  // The kinds of pack.def.
  void text(std::string_view& out) { out = take_text(); }
  void texts(std::vector<std::string_view>& out);
  void strings(std::vector<std::string>& out);
  void pairs(std::vector<std::pair<std::string_view, std::string_view>>& out);
  void flag(bool& out) { out = take(1) != 0; }
  template <std::integral T>
  void number(T& out) {
    if constexpr (std::is_signed_v<T>) {
      static_assert(sizeof(T) == 4);
      out = take_signed();
    } else {
      out = static_cast<T>(take(std::numeric_limits<T>::max()));
    }
  }
  void numbers(std::vector<std::int32_t>& out);
  void days(std::vector<std::int64_t>& out);
  template <std::integral T>
  void within(T& out, std::int64_t low, std::int64_t high) {
    out = static_cast<T>(low + take(static_cast<std::uint32_t>(high - low)));
  }
  template <typename Enum>
  void one_of(Enum& out, std::size_t count) {
    out = static_cast<Enum>(take(static_cast<std::uint32_t>(count - 1)));
  }
  template <std::unsigned_integral T>
  void entry(T& out, Table table) {
    out = static_cast<T>(take_place(table));
  }
  template <std::unsigned_integral T>
  void some(T& out, Table table) {
    out = static_cast<T>(take_some(table));
  }
  void entries(std::vector<std::uint16_t>& out, Table table);
  void chooser(FieldId& out);
  void choice(FieldId& out);
  void word_list(std::uint32_t& out);
  void code(std::uint32_t& out) { out = take(codes_); }
  void some_code(std::uint32_t& out);
  void codes(std::vector<std::uint32_t>& out);
  void caps(std::array<std::int32_t, kCategories>& out);
  void conditions(std::array<ConditionId, kLevels>& out);
  void cells(std::array<std::array<Cell, kLevels>, kLevels>& out);
  template <typename T>
  void part(T& out) {
    walk(*this, out);
  }
  template <typename T>
  void parts(std::vector<T>& out) {
    parts_up_to(out, std::numeric_limits<std::uint32_t>::max());
  }
  template <typename T>
  void parts_up_to(std::vector<T>& out, std::size_t most) {
    // Lists of a new model are empty: made in their place, so that nothing is there to take entries apart again.
    std::construct_at(&out, take_length(most, kLeastNumbers<T>));
    for (T& item : out) {
      walk(*this, item);
      if (!ok_) return;
    }
  }

  /// Fields and vocabularies that choosers refer to: those of the model that is being read.
  void set_model(const Model& model) { model_ = &model; }

 private:
  [[nodiscard]] std::uint32_t take_some(Table table);
  [[nodiscard]] std::uint64_t take_raw();
  [[nodiscard]] std::uint32_t code_count(std::uint32_t vocabulary) const;

  std::string_view numbers_;
  std::string_view texts_;
  const Model* model_ = nullptr;
  std::uint32_t codes_ = 0;  // of the last chooser
  bool ok_ = true;
};

}  // namespace prequal::profile::packing
