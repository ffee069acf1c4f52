// Floor: evaluate. Leads as columns.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "evaluate/plan.h"

namespace prequal::evaluate {

/// The columns of any number of leads, for one plan. Column by column; the room of each is a whole number of blocks, and
/// the room behind the last lead holds unknown values.
class FactTable {
 public:
  explicit FactTable(const Plan& plan);

  /// Makes room for `leads` and forgets what was there. The only call that allocates; pointers handed out before it are
  /// invalid after it.
  void reset(std::size_t leads);
  /// Makes room for more leads and keeps those that are there. Invalidates pointers.
  void grow(std::size_t leads);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t room() const { return room_; }
  [[nodiscard]] const Plan& plan() const { return *plan_; }

  [[nodiscard]] std::uint8_t* codes8(std::size_t column) { return columns_[column].data(); }
  [[nodiscard]] std::uint16_t* codes16(std::size_t column) { return view<std::uint16_t>(columns_[column]); }
  [[nodiscard]] std::int32_t* numbers(std::size_t column) { return view<std::int32_t>(columns_[column]); }
  [[nodiscard]] const std::uint8_t* codes8(std::size_t column) const { return columns_[column].data(); }
  [[nodiscard]] const std::uint16_t* codes16(std::size_t column) const {
    return view<const std::uint16_t>(columns_[column]);
  }
  [[nodiscard]] const std::int32_t* numbers(std::size_t column) const { return view<const std::int32_t>(columns_[column]); }
  /// Bits of leads: true, known now, known for good; word by word, each a column.
  [[nodiscard]] std::uint64_t* bits_true(std::size_t word) { return bits_.data() + (word * 3 + 0) * room_; }
  [[nodiscard]] std::uint64_t* bits_known(std::size_t word) { return bits_.data() + (word * 3 + 1) * room_; }
  [[nodiscard]] std::uint64_t* bits_settled(std::size_t word) { return bits_.data() + (word * 3 + 2) * room_; }
  [[nodiscard]] const std::uint64_t* bits_true(std::size_t word) const { return bits_.data() + (word * 3 + 0) * room_; }
  [[nodiscard]] const std::uint64_t* bits_known(std::size_t word) const { return bits_.data() + (word * 3 + 1) * room_; }
  [[nodiscard]] const std::uint64_t* bits_settled(std::size_t word) const { return bits_.data() + (word * 3 + 2) * room_; }
  /// Bits are loaded lead by lead: a word holds 64 conditions of one lead. They are evaluated plane by plane: a word holds one
  /// condition of 64 leads. This makes them stand as planes for the first `leads` leads, rounded up to groups of 64, and lead
  /// by lead for the rest; a lead must not be loaded into a group that is turned. Worth it for leads evaluated more than once.
  void turn_bits(std::size_t leads);
  /// Turns one group over, whichever way it stands. Turning it twice changes nothing.
  void turn_group(std::size_t group);
  /// How many leads stand as planes.
  [[nodiscard]] std::size_t turned() const { return turned_; }
  /// Points of signals, as of the time at which the leads were loaded.
  [[nodiscard]] std::int16_t* signal(std::size_t slot) { return signals_.data() + slot * room_; }
  [[nodiscard]] const std::int16_t* signal(std::size_t slot) const { return signals_.data() + slot * room_; }

  /// Bytes that all columns take.
  [[nodiscard]] std::size_t bytes() const;

 private:
  template <typename T, typename Bytes>
  [[nodiscard]] static T* view(Bytes& bytes) {
    return static_cast<T*>(static_cast<std::conditional_t<std::is_const_v<T>, const void*, void*>>(bytes.data()));
  }
  void fill_unknown(std::size_t from);

  const Plan* plan_;
  std::size_t size_ = 0;
  std::size_t room_ = 0;
  std::size_t turned_ = 0;
  std::vector<std::vector<std::uint8_t>> columns_;
  std::vector<std::uint64_t> bits_;
  std::vector<std::int16_t> signals_;
};

}  // namespace prequal::evaluate
