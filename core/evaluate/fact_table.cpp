#include "evaluate/fact_table.h"

#include <algorithm>

#include "evaluate/masks.h"
#include "evaluate/plane.h"

namespace prequal::evaluate {
namespace {

std::size_t width(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::code8: return 1;
    case ColumnKind::code16: return 2;
    case ColumnKind::number: return 4;
  }
  return 4;
}

// Copies columns of `from` rows each into columns of `to` rows each.
template <typename T>
void widen(std::vector<T>& values, std::size_t columns, std::size_t from, std::size_t to) {
  std::vector<T> bigger(columns * to, T{});
  for (std::size_t column = 0; column < columns; ++column) {
    std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(column * from), from,
                bigger.begin() + static_cast<std::ptrdiff_t>(column * to));
  }
  values = std::move(bigger);
}

}  // namespace

FactTable::FactTable(const Plan& plan) : plan_(&plan), columns_(plan.columns().size()) {}

void FactTable::reset(std::size_t leads) {
  size_ = leads;
  turned_ = 0;
  // A single lead needs no whole block of a list.
  const std::size_t step = leads <= 64 ? 64 : kBlockLeads;
  room_ = std::max<std::size_t>(step, (leads + step - 1) / step * step);
  for (std::size_t i = 0; i < columns_.size(); ++i) columns_[i].assign(room_ * width(plan_->columns()[i].kind), 0);
  bits_.assign(plan_->bit_words() * 3 * room_, 0);
  signals_.assign(plan_->signals() * room_, 0);
  fill_unknown(0);
}

void FactTable::grow(std::size_t leads) {
  if (leads <= room_) {
    size_ = std::max(size_, leads);
    return;
  }
  const std::size_t before = room_;
  const std::size_t wanted = std::max(leads, room_ + room_ / 2);
  room_ = (wanted + kBlockLeads - 1) / kBlockLeads * kBlockLeads;
  for (std::size_t i = 0; i < columns_.size(); ++i) columns_[i].resize(room_ * width(plan_->columns()[i].kind), 0);
  widen(bits_, plan_->bit_words() * 3, before, room_);
  widen(signals_, plan_->signals(), before, room_);
  fill_unknown(before);
  size_ = leads;
}

void FactTable::fill_unknown(std::size_t from) {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (plan_->columns()[i].kind == ColumnKind::number) std::fill(numbers(i) + from, numbers(i) + room_, kUnknownNumber);
  }
}

void FactTable::turn_bits(std::size_t leads) {
  const std::size_t wanted = (leads + 63) / 64;
  const std::size_t now = turned_ / 64;
  for (std::size_t group = std::min(wanted, now); group < std::max(wanted, now); ++group) turn_group(group);
  turned_ = wanted * 64;
}

void FactTable::turn_group(std::size_t group) {
  for (std::size_t column = 0; column < plan_->bit_words() * 3; ++column) {
    transpose(bits_.data() + column * room_ + group * 64);
  }
}

std::size_t FactTable::bytes() const {
  std::size_t sum = bits_.size() * sizeof(bits_[0]) + signals_.size() * sizeof(signals_[0]);
  for (const auto& column : columns_) sum += column.size();
  return sum;
}

}  // namespace prequal::evaluate
