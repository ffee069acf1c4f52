#include "quality/mask.h"

#include "api/bodies.h"
#include "base/limits.h"
#include "base/text.h"

namespace prequal::api {

std::expected<MaskedText, Problem> mask(std::string_view text, MaskFor use) {
  if (text.size() > limits::kProfileBytes) {
    return std::unexpected(to_public(prequal::Problem{.code = Code::document_too_large, .detail = "more bytes"}));
  }
  if (find_malformed_utf8(text) != std::string_view::npos) {
    return std::unexpected(to_public(prequal::Problem{.code = Code::json_malformed_utf8}));
  }
  quality::Masked masked =
      quality::to_masked(text, use == MaskFor::exporting ? quality::MaskFor::exporting : quality::MaskFor::display);
  MaskedText out{.text = std::move(masked.text), .spans = {}};
  for (const quality::SensitiveSpan& span : masked.spans) {
    out.spans.push_back({span.start, span.length, quality::sensitive_code(span.kind),
                         quality::family_name(quality::sensitive_family(span.kind)), span.confidence});
  }
  return out;
}

}  // namespace prequal::api
