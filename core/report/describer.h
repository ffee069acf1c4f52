// Floor: report. The parts of a profile's description; see describe.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "profile/profile.h"
#include "report/condition_text.h"

namespace prequal::report {

class Describer {
 public:
  Describer(const profile::Profile& profile, Language language, std::string& out)
      : profile_(profile), model_(profile.model()), conditions_(profile, language), language_(language), out_(out) {}

  // describe_basics.cpp
  void identity();
  void sheets();
  void fields();
  void lists();
  void areas();
  void completeness();
  // describe_rules.cpp
  void definitions();
  void dimensions();
  void criteria();
  void hard_stops();
  void scores();
  void rules();
  void bands();
  // describe_decisions.cpp
  void stages();
  void reasons();
  void routes();
  void questions();
  void data_checks();
  // describe_followup.cpp
  void outreach();
  void nurture();
  void checklists();
  void handoff();
  void privacy();
  void visitor_texts();
  void policy();
  // describe_pages.cpp
  void scope_page();
  void buyer_page();
  void glossary_page();
  void setup_page();

 private:
  using Text = profile::Text;
  using FieldId = profile::FieldId;
  using ConditionId = profile::ConditionId;

  [[nodiscard]] std::string say(Phrase which, std::string_view first = {}, std::string_view second = {}) const {
    return phrase(language_, which, first, second);
  }
  [[nodiscard]] std::string say(Phrase which, std::int64_t first) const;
  [[nodiscard]] std::string say(Phrase which, std::int64_t first, std::int64_t second) const;
  [[nodiscard]] std::string_view own(const Text& text) const { return text_in(language_, text); }
  /// The text, or the id where there is none.
  [[nodiscard]] std::string own_or(const Text& text, std::string_view id) const;
  /// The engine's text for a code, with the code.
  [[nodiscard]] std::string coded(std::string_view prefix, std::string_view code) const;
  [[nodiscard]] static std::string code(std::string_view id);
  [[nodiscard]] std::string reason_name(std::uint16_t reason) const;
  [[nodiscard]] std::string field_names(const std::vector<FieldId>& fields) const;
  [[nodiscard]] static std::string joined(const std::vector<std::string_view>& items);

  void heading(Phrase title);
  /// "- **text** (`id`)".
  void entry(std::string_view text, std::string_view id, std::string_view more = {});
  /// "  - title: text"; nothing when the text is empty.
  void detail(Phrase title, std::string_view text);
  void detail(std::string_view line);
  /// "  - When: ..."; nothing for a condition that always holds.
  void when(ConditionId id, Phrase title = Phrase::when);
  void line(std::string_view text);
  void paragraph(std::string_view text);

  // Parts of the parts.
  void title(Phrase page);
  void agreement();
  void sheet(Phrase title, const std::vector<profile::SheetEntry>& entries);
  void field(FieldId id);
  void field_marks(const profile::Field& field);
  void vocabulary(const profile::Field& field);
  void completeness_list(Phrase title, const std::vector<profile::CompletenessItem>& items);
  void rule(const profile::Rule& rule);
  void signal(const profile::Rule& rule);
  void points_lines(std::size_t category);
  void calendar(const profile::Calendar& calendar);

  const profile::Profile& profile_;
  const profile::Model& model_;
  ConditionText conditions_;
  Language language_;
  std::string& out_;
};

}  // namespace prequal::report
