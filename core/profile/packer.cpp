// Writes a compiled profile as bytes.
#include <limits>

#include "profile/pack.h"
#include "profile/pack_walk.h"
#include "profile/page_cut.h"

namespace prequal::profile {
namespace packing {
namespace {

/// Numbers go into one stream and texts into another, in the order of the walk; equal kinds of bytes compress better side by
/// side, and a text then needs no place, only its length.
class Writer {
 public:
  std::string number_bytes;
  std::string text_bytes;

  void put(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U) number_bytes.push_back(static_cast<char>(0x80 | (value & 0x7F)));
    number_bytes.push_back(static_cast<char>(value));
  }
  void put_signed(std::int64_t value) {
    put((static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63U));
  }
  template <typename List, typename Each>
  void put_list(const List& list, const Each& each) {
    put(list.size());
    for (const auto& item : list) each(item);
  }

  void text(std::string_view value) {
    put(value.size());
    text_bytes.append(value);
  }
  template <typename List>
  void texts(const List& list) {
    put_list(list, [this](std::string_view item) { text(item); });
  }
  template <typename List>
  void strings(const List& list) {
    texts(list);
  }
  template <typename List>
  void pairs(const List& list) {
    put_list(list, [this](const auto& item) {
      text(item.first);
      text(item.second);
    });
  }
  void flag(bool value) { put(value ? 1U : 0U); }
  template <std::integral T>
  void number(T value) {
    if constexpr (std::is_signed_v<T>) {
      put_signed(value);
    } else {
      put(value);
    }
  }
  template <typename List>
  void numbers(const List& list) {
    put(list.size());
    for (const auto item : list) number(item);
  }
  void days(const std::vector<std::int64_t>& list) { numbers(list); }
  template <std::integral T>
  void within(T value, std::int64_t low, std::int64_t /*high*/) {
    put(static_cast<std::uint64_t>(static_cast<std::int64_t>(value) - low));
  }
  template <typename Enum>
  void one_of(Enum value, std::size_t /*count*/) {
    put(static_cast<std::uint64_t>(value));
  }
  // 0 is none.
  template <std::unsigned_integral T>
  void entry(T place, Table /*table*/) {
    put(place == std::numeric_limits<T>::max() ? 0 : std::uint64_t{place} + 1);
  }
  template <std::unsigned_integral T>
  void some(T place, Table table) {
    entry(place, table);
  }
  template <std::unsigned_integral T>
  void entries(const std::vector<T>& places, Table table) {
    put_list(places, [&](T place) { entry(place, table); });
  }
  void chooser(FieldId field) { entry(field, Table::fields); }
  void choice(FieldId field) { entry(field, Table::fields); }
  void word_list(std::uint32_t vocabulary) { entry(vocabulary, Table::vocabularies); }
  void code(std::uint32_t value) { put(value); }
  void some_code(std::uint32_t value) { put(value); }
  void codes(const std::vector<std::uint32_t>& list) { numbers(list); }
  template <typename Caps>
  void caps(const Caps& list) {
    for (const std::int32_t cap : list) within(cap, 0, limits::kCategoryPoints);
  }
  template <typename List>
  void conditions(const List& list) {
    for (const ConditionId id : list) some(id, Table::conditions);
  }
  template <typename Matrix>
  void cells(const Matrix& matrix) {
    for (const auto& row : matrix) {
      for (const Cell cell : row) one_of(cell, 4);
    }
  }
  template <typename T>
  void part(const T& value) {
    walk(*this, value);
  }
  template <typename T>
  void parts(const std::vector<T>& list) {
    put_list(list, [this](const T& item) { walk(*this, item); });
  }
  template <typename T>
  void parts_up_to(const std::vector<T>& list, std::size_t /*most*/) {
    parts(list);
  }
};

void put_fixed(std::string& out, std::uint64_t value, std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i) & 0xFFU));
}

}  // namespace

/// Reaches into the classes whose members are not public. The bindings name all of them.
struct PackerAccess {
  static void write(Writer& out, const Conditions& conditions) {
    // The places of operands follow from their counts, bits from the order, and the hash table only serves building.
    const auto& [nodes, operands, table, bits] = conditions;
    out.put(nodes.size());
    for (const Condition& node : nodes) {
      const auto& [op, phase, provisional, timed, column, low, high, first, count, extra, bit] = node;
      out.put(static_cast<std::uint64_t>(op));
      out.put(static_cast<std::uint64_t>(phase) << 2U | (provisional ? 2U : 0U) | (timed ? 1U : 0U));
      out.put(column);
      out.put_signed(low);
      out.put_signed(high);
      out.put(extra);
      out.put(count);
      for (std::uint32_t i = 0; i < count; ++i) out.put(operands[first + i]);
    }
  }

  static void write(Writer& out, const Profile& profile, PackFor whom) {
    // Words follow from the vocabularies, what is needed of a lead from the conditions. A document is what this was compiled from.
    const auto& [document, whole, conditions, points, needs, words, domains] = profile;
    Model cut;
    if (whom == PackFor::page) keep_for_page(cut = whole);
    const Model& model = whom == PackFor::page ? cut : whole;
    for (const std::uint32_t size : table_sizes(model, conditions)) out.put(size);
    write(out, conditions);
    out.part(model);
    out.parts(points);
    for (const Domain& domain : domains) out.part(domain);
  }
};

}  // namespace packing

std::string to_packed(const Profile& profile, PackFor whom) {
  packing::Writer writer;
  packing::PackerAccess::write(writer, profile, whom);
  std::string out(packing::kMagic);
  packing::put_fixed(out, whom == PackFor::page ? packing::kPageFormat : static_cast<std::uint64_t>(kPackFormat), 4);
  packing::put_fixed(out, packing::kLayout, 8);
  const std::string body = std::move(writer.number_bytes);
  const std::uint64_t checksum = packing::hash_bytes(writer.text_bytes, packing::hash_bytes(body));
  packing::put_fixed(out, checksum, 8);
  packing::put_fixed(out, body.size(), 4);
  return out.append(body).append(writer.text_bytes);
}

}  // namespace prequal::profile
