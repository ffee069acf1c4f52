#include "lists/text_store.h"

#include <algorithm>

namespace prequal::lists {

TextStore::Ref TextStore::add(std::string_view text) {
  if (blocks_.empty() || kBlock - used_ < text.size()) {
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(kBlock));
    used_ = 0;
  }
  const Ref ref = (Ref{blocks_.size() - 1} << (2 * kBits)) | (Ref{used_} << kBits) | Ref{text.size()};
  std::ranges::copy(text, blocks_.back().get() + used_);
  used_ += text.size();
  return ref;
}

void TextStore::clear() {
  blocks_.clear();
  used_ = kBlock;
}

}  // namespace prequal::lists
