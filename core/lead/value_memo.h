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
    key_ = Key{};
    std::memcpy(key_.words.data(), text.data(), text.size());
    key_.size = static_cast<std::uint16_t>(text.size());
    key_.field = field;
    constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15ULL;
    std::uint64_t hash = (key_.words[0] ^ field) * kMix;
    hash = (hash ^ (hash >> 32U) ^ key_.words[1]) * kMix;
    hash = (hash ^ (hash >> 32U) ^ key_.words[2]) * kMix;
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
