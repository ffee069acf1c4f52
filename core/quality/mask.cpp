#include "quality/mask.h"

#include <algorithm>

#include "base/sort.h"
#include "base/text.h"

namespace prequal::quality {
namespace {

#define PREQUAL_SENSITIVE(name, code, family) +1
constexpr std::size_t kSensitiveKinds = 0
#include "quality/sensitive.def"
    ;
#undef PREQUAL_SENSITIVE
constexpr std::uint8_t kLeastForExport = 30;
constexpr std::size_t kLeastDigits = 4;
// Stands for whatever is masked while the rest is scanned again, so that a masked text is scanned like the text before.
constexpr std::string_view kStandIn = "[xxxxxxxx]";

struct Piece {
  SensitiveSpan span;
  bool was_mark = false;  // stood there already
};

std::size_t end_of(const SensitiveSpan& span) {
  return std::size_t{span.start} + span.length;
}

// The marks that a text already has.
std::vector<Piece> find_marks(std::string_view text) {
  std::vector<Piece> out;
  for (std::size_t open = text.find('['); open != std::string_view::npos; open = text.find('[', open + 1)) {
    constexpr std::size_t kLongest = 32;
    const std::size_t close = text.substr(open, kLongest).find(']');
    if (close == std::string_view::npos) continue;
    const std::string_view code = text.substr(open + 1, close - 1);
    for (std::size_t kind = 0; kind < kSensitiveKinds; ++kind) {
      if (sensitive_code(static_cast<SensitiveKind>(kind)) != code) continue;
      const auto start = static_cast<std::uint32_t>(open);
      out.push_back({{start, static_cast<std::uint32_t>(close + 1), static_cast<SensitiveKind>(kind), 99}, true});
    }
  }
  return out;
}

class Masker {
 public:
  Masker(std::string_view text, MaskFor use) : text_(text), use_(use), pieces_(find_marks(text)) {}

  Masked run() {
    // What is masked no longer stands between a word and the next number, so the rest is looked at again; and each time it
    // gets shorter.
    while (add_found() || add_repeated()) {
    }
    Masked out;
    std::size_t at = 0;
    for (const Piece& piece : pieces_) {
      if (piece.was_mark) continue;
      out.text.append(text_.substr(at, piece.span.start - at));
      out.text.append("[").append(sensitive_code(piece.span.kind)).append("]");
      out.spans.push_back(piece.span);
      at = end_of(piece.span);
    }
    out.text.append(text_.substr(at));
    return out;
  }

 private:
  [[nodiscard]] bool is_wanted(const SensitiveSpan& span) const {
    if (use_ == MaskFor::exporting) return span.confidence >= kLeastForExport;
    return span.confidence >= kSureEnough && sensitive_family(span.kind) != SensitiveFamily::contact;
  }

  bool add_found() {
    rest_.clear();
    std::size_t at = 0;
    // Where each stand-in begins in the rest, piece by piece.
    std::vector<std::size_t> places;
    for (const Piece& piece : pieces_) {
      rest_.append(text_.substr(at, piece.span.start - at));
      places.push_back(rest_.size());
      rest_.append(kStandIn);
      at = end_of(piece.span);
    }
    rest_.append(text_.substr(at));
    std::vector<Piece> found;
    std::size_t before = 0;  // pieces that end at or before the span
    for (const SensitiveSpan& span : scanner_.scan(rest_)) {
      if (!is_wanted(span)) continue;
      while (before < places.size() && places[before] + kStandIn.size() <= span.start) ++before;
      std::size_t within = before;
      while (within < places.size() && places[within] < end_of(span)) ++within;
      const bool inside = within > before && places[before] <= span.start &&
                          end_of(span) <= places[within - 1] + kStandIn.size() && within - before == 1;
      if (inside) continue;
      const std::size_t start =
          before < within && places[before] < span.start ? pieces_[before].span.start : in_text(places, before, span.start);
      const bool ends_inside = before < within && places[within - 1] + kStandIn.size() > end_of(span);
      const std::size_t end = ends_inside ? end_of(pieces_[within - 1].span) : in_text(places, within, end_of(span));
      found.push_back(
          {{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end - start), span.kind, span.confidence},
           false});
    }
    return merge(found);
  }

  // The place in the text of a place in the rest that has `before` stand-ins before it.
  [[nodiscard]] std::size_t in_text(const std::vector<std::size_t>& places, std::size_t before, std::size_t place) const {
    if (before == 0) return place;
    return end_of(pieces_[before - 1].span) + (place - places[before - 1] - kStandIn.size());
  }

  // The same digits again, where nothing announces them.
  bool add_repeated() {
    std::vector<std::string_view> known;
    for (const Piece& piece : pieces_) {
      if (piece.was_mark) continue;
      for_digits(piece.span.start, end_of(piece.span),
                 [&](std::size_t start, std::size_t end) { known.push_back(text_.substr(start, end - start)); });
    }
    if (known.empty()) return false;
    sort(known);
    std::vector<Piece> found;
    std::size_t at = 0;
    const auto look = [&](std::size_t start, std::size_t end) {
      const std::string_view digits = text_.substr(start, end - start);
      if (!std::ranges::binary_search(known, digits)) return;
      found.push_back({{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end - start),
                        SensitiveKind::other_number, kSureEnough},
                       false});
    };
    for (const Piece& piece : pieces_) {
      for_digits(at, piece.span.start, look);
      at = end_of(piece.span);
    }
    for_digits(at, text_.size(), look);
    return merge(found);
  }

  template <typename Work>
  void for_digits(std::size_t from, std::size_t to, const Work& work) const {
    for (std::size_t at = from; at < to; ++at) {
      if (!is_digit(text_[at])) continue;
      std::size_t end = at;
      while (end < to && is_digit(text_[end])) ++end;
      if (end - at >= kLeastDigits) work(at, end);
      at = end;
    }
  }

  // Takes what was found; a piece that overlaps another swallows it. False when there was nothing.
  bool merge(const std::vector<Piece>& found) {
    if (found.empty()) return false;
    pieces_.insert(pieces_.end(), found.begin(), found.end());
    sort_by(pieces_, [](const Piece& a, const Piece& b) {
      return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.length > b.span.length;
    });
    std::size_t kept = 0;
    for (const Piece& piece : pieces_) {
      if (kept == 0 || piece.span.start >= end_of(pieces_[kept - 1].span)) {
        pieces_[kept++] = piece;
        continue;
      }
      Piece& last = pieces_[kept - 1];
      const std::size_t end = std::max(end_of(last.span), end_of(piece.span));
      if (piece.span.confidence > last.span.confidence && !piece.was_mark) {
        last.span.kind = piece.span.kind;
        last.span.confidence = piece.span.confidence;
      }
      last.was_mark = last.was_mark && piece.was_mark;
      last.span.length = static_cast<std::uint32_t>(end - last.span.start);
    }
    pieces_.resize(kept);
    return true;
  }

  std::string_view text_;
  MaskFor use_;
  std::vector<Piece> pieces_;
  std::string rest_;
  SensitiveScanner scanner_;
};

}  // namespace

Masked to_masked(std::string_view text, MaskFor use) {
  return Masker(text, use).run();
}

}  // namespace prequal::quality
