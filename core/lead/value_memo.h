// Floor: lead. Remembers what short texts meant for a field, so that a value that comes again is not folded and looked up
// again. Lists repeat the same few values thousands of times.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "lead/lead.h"

namespace prequal::lead {

/// What a text means for a field with a vocabulary; the same whenever it comes.
struct ValueMeaning {
  std::uint32_t code = 0;        ///< 0: none of the vocabulary's
  std::uint32_t suggestion = 0;  ///< with a note
  DataState state = DataState::missing;
  bool noted = false;
  Finding finding{};
};

/// A fixed number of places; a new text takes the place of another. Texts longer than kLongest are not remembered.
class ValueMemo {
 public:
  static constexpr std::size_t kLongest = 24;

  /// The place of a text, or null when it is too long. It holds the text's meaning when known() says so.
  class Place;
  [[nodiscard]] Place* find(profile::FieldId field, std::string_view text) {
    if (text.size() > kLongest || text.empty()) return nullptr;
    if (places_.empty()) places_.resize(kPlaces);
    const std::size_t size = text.size();
    key_.words[0] = first_bytes(text);
    key_.words[1] = size > 8 ? first_bytes(text.substr(8)) : 0;
    key_.words[2] = size > 16 ? first_bytes(text.substr(16)) : 0;
    key_.size = static_cast<std::uint16_t>(size);
    key_.field = field;
    constexpr std::array<std::uint64_t, 3> kMix{0x9E3779B97F4A7C15ULL, 0xC2B2AE3D27D4EB4FULL, 0x165667B19E3779F9ULL};
    std::uint64_t hash = (key_.words[0] ^ field) * kMix[0];
    if (size > 8) hash ^= (key_.words[1] + size) * kMix[1];
    if (size > 16) hash ^= key_.words[2] * kMix[2];
    hash *= kMix[0];
    return &places_[hash >> (64U - kPlaceBits)];
  }
  /// Does the place that find() just gave hold that text?
  [[nodiscard]] bool known(const Place& place) const { return place.key == key_; }
  void put(Place& place, const ValueMeaning& meaning) const {
    place.key = key_;
    place.meaning = meaning;
  }

 private:
  struct Key {
    std::array<std::uint64_t, kLongest / 8> words{};
    std::uint16_t size = 0;
    profile::FieldId field = profile::kNoField;

    friend bool operator==(const Key&, const Key&) = default;
  };
  // The first eight bytes at most, as a number; of one byte at least. Calls nothing for so few.
  [[nodiscard]] static std::uint64_t first_bytes(std::string_view bytes) {
    const char* text = bytes.data();
    const std::size_t size = bytes.size();
    std::uint64_t out = 0;
    if (size >= 8) {
      std::memcpy(&out, text, 8);
    } else if (size >= 4) {
      std::uint32_t low = 0;
      std::uint32_t high = 0;
      std::memcpy(&low, text, 4);
      std::memcpy(&high, text + size - 4, 4);
      out = low | std::uint64_t{high} << (8 * (size - 4));
    } else {
      const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(text[i])}; };
      out = byte(0) | byte(size / 2) << (8 * (size / 2)) | byte(size - 1) << (8 * (size - 1));
    }
    return out;
  }
  static constexpr std::uint32_t kPlaceBits = 9;
  static constexpr std::size_t kPlaces = std::size_t{1} << kPlaceBits;

 public:
  class Place {
   public:
    [[nodiscard]] const ValueMeaning& view() const { return meaning; }

   private:
    friend class ValueMemo;
    Key key;
    ValueMeaning meaning;
  };

 private:
  std::vector<Place> places_;  // made when first used: a single lead has no need of it
  Key key_;
};

}  // namespace prequal::lead
