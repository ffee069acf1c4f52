#include "report/describe.h"

#include <array>

#include "base/text.h"
#include "report/describer.h"
#include "report/html.h"

namespace prequal::report {

void describe(const profile::Profile& profile, Language language, std::string& out) {
  Describer describer(profile, language, out);
  describer.identity();
  describer.sheets();
  describer.fields();
  describer.lists();
  describer.areas();
  describer.completeness();
  describer.definitions();
  describer.dimensions();
  describer.criteria();
  describer.hard_stops();
  describer.scores();
  describer.rules();
  describer.bands();
  describer.stages();
  describer.reasons();
  describer.routes();
  describer.questions();
  describer.data_checks();
  describer.outreach();
  describer.nurture();
  describer.checklists();
  describer.handoff();
  describer.privacy();
  describer.visitor_texts();
  describer.policy();
}

std::string_view page_name(Page page) {
  constexpr std::array<std::string_view, kPages> kNames{"profile", "scope", "buyer", "glossary", "setup"};
  return kNames[static_cast<std::size_t>(page)];
}

std::optional<Page> find_page(std::string_view name) {
  for (std::size_t i = 0; i < kPages; ++i) {
    if (page_name(static_cast<Page>(i)) == name) return static_cast<Page>(i);
  }
  return std::nullopt;
}

void describe_page(const profile::Profile& profile, Page page, bool html, Language language, std::string& out) {
  if (html) {
    std::string markdown;
    describe_page(profile, page, false, language, markdown);
    append_html(out, markdown, language);
    return;
  }
  Describer describer(profile, language, out);
  switch (page) {
    case Page::profile: describe(profile, language, out); break;
    case Page::scope: describer.scope_page(); break;
    case Page::buyer: describer.buyer_page(); break;
    case Page::glossary: describer.glossary_page(); break;
    case Page::setup: describer.setup_page(); break;
  }
}

std::string Describer::say(Phrase which, std::int64_t first) const {
  std::string text;
  append_number(text, first);
  return phrase(language_, which, text);
}

std::string Describer::say(Phrase which, std::int64_t first, std::int64_t second) const {
  std::string a;
  std::string b;
  append_number(a, first);
  append_number(b, second);
  return phrase(language_, which, a, b);
}

std::string Describer::own_or(const Text& text, std::string_view id) const {
  const std::string_view chosen = own(text);
  return std::string(chosen.empty() ? id : chosen);
}

std::string Describer::coded(std::string_view prefix, std::string_view code_name) const {
  std::string out(text_for(language_, prefix, code_name));
  if (out != code_name) out.append(" (").append(code(code_name)).append(")");
  return out;
}

std::string Describer::code(std::string_view id) {
  return std::string("`").append(id).append("`");
}

std::string Describer::reason_name(std::uint16_t index) const {
  const profile::Reason& reason = model_.reasons[index];
  std::string id(reason.code);
  if (!reason.sub.empty()) id.append(":").append(reason.sub);
  std::string out = own_or(reason.plain, text_for(language_, "reason", reason.code));
  return out.append(" (").append(code(id)).append(")");
}

std::string Describer::field_names(const std::vector<FieldId>& fields) const {
  std::vector<std::string> names;
  for (const FieldId field : fields) names.emplace_back(conditions_.field_name(field));
  return ConditionText::join(names);
}

std::string Describer::joined(const std::vector<std::string_view>& items) {
  return ConditionText::join({items.begin(), items.end()});
}

void Describer::heading(Phrase title) {
  out_.append("\n## ").append(say(title)).append("\n\n");
}

void Describer::entry(std::string_view text, std::string_view id, std::string_view more) {
  out_.append("- **").append(text.empty() ? id : text).append("**");
  if (!id.empty()) out_.append(" (").append(code(id)).append(")");
  if (!more.empty()) out_.append(": ").append(more);
  out_.push_back('\n');
}

void Describer::detail(Phrase title, std::string_view text) {
  if (!text.empty()) out_.append("  - ").append(say(title)).append(": ").append(text).push_back('\n');
}

void Describer::detail(std::string_view text) {
  out_.append("  - ").append(text).push_back('\n');
}

void Describer::when(ConditionId id, Phrase title) {
  if (id != profile::kAlways) detail(title, conditions_.to_words(id));
}

void Describer::line(std::string_view text) {
  out_.append("- ").append(text).push_back('\n');
}

void Describer::paragraph(std::string_view text) {
  if (!text.empty()) out_.append(text).append("\n\n");
}

}  // namespace prequal::report
