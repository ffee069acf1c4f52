// One page each of what people agree on: scope sheet, ideal buyer, glossary, and how far the profile is set up.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "profile/names.h"
#include "report/describer.h"
#include "report/setup.h"

namespace prequal::report {
namespace {

enum class TermKind : std::uint8_t { stage, status, word };

struct Term {
  TermKind kind;
  std::string_view id;
  std::string_view en_word;
  std::string_view en;
  std::string_view es_word;
  std::string_view es;
};

constexpr auto kTerms = std::to_array<Term>({
#define PREQUAL_TERM(kind, id, en_word, en, es_word, es) {TermKind::kind, id, en_word, en, es_word, es},
#include "report/glossary.def"
#undef PREQUAL_TERM
});

}  // namespace

void Describer::title(Phrase page) {
  out_.append("# ").append(say(page)).append(": ").append(own_or(model_.name, model_.id)).append("\n\n");
  paragraph(say(Phrase::version, model_.version, model_.id));
  if (model_.example_numbers) paragraph(say(Phrase::example_numbers));
}

void Describer::scope_page() {
  title(Phrase::scope);
  paragraph(own(model_.summary));
  sheet(Phrase::scope, model_.scope);
  for (const bool on : {true, false}) {
    std::vector<std::string_view> names;
    for (const profile::OfferSwitch& entry : model_.switches) {
      if (entry.on == on) names.push_back(entry.id);
    }
    if (!names.empty()) line(say(on ? Phrase::switches_on : Phrase::switches_off) + ": " + joined(names));
  }
  agreement();
}

void Describer::buyer_page() {
  title(Phrase::ideal_buyer);
  sheet(Phrase::ideal_buyer, model_.ideal_buyer);
  criteria();
  hard_stops();
  agreement();
}

void Describer::glossary_page() {
  title(Phrase::glossary);
  const auto meaning = [&](const Term& term) { return std::string(language_ == Language::es ? term.es : term.en); };
  const auto find = [](TermKind kind, std::string_view id) {
    const auto found = std::ranges::find_if(kTerms, [&](const Term& t) { return t.kind == kind && t.id == id; });
    return found == kTerms.end() ? nullptr : &*found;
  };
  heading(Phrase::stages);
  for (const profile::Stage& stage : model_.stages) {
    const Term* term = find(TermKind::stage, stage.id);
    entry(text_for(language_, "stage", stage.id), {}, term == nullptr ? std::string() : meaning(*term));
    // What the stage asks in this profile.
    for (const profile::Clause& clause : stage.clauses) detail(own_or(clause.plain, clause.id));
  }
  heading(Phrase::statuses);
  for (const std::string_view status : profile::statuses()) {
    const Term* term = find(TermKind::status, status);
    entry(text_for(language_, "status", status), {}, term == nullptr ? std::string() : meaning(*term));
  }
  heading(Phrase::words);
  for (const Term& term : kTerms) {
    if (term.kind == TermKind::word) entry(language_ == Language::es ? term.es_word : term.en_word, {}, meaning(term));
  }
  if (model_.definitions.empty()) return;
  heading(Phrase::definitions);
  for (const profile::Definition& definition : model_.definitions) {
    entry(own_or(definition.plain, definition.id), {}, conditions_.to_own_words(definition.when));
  }
}

void Describer::setup_page() {
  title(Phrase::setup);
  const auto steps = find_setup(profile_);
  const auto done = std::ranges::count_if(steps, &SetupStep::done);
  paragraph(say(Phrase::setup_done, static_cast<std::int64_t>(done), static_cast<std::int64_t>(kSetupSteps)));
  for (const SetupStep& step : steps) {
    std::vector<std::string> open;
    for (const std::string& item : step.open) open.push_back(code(item));
    entry(text_for(language_, "setup", step.id), {},
          step.done() ? say(Phrase::setup_step_done) : say(Phrase::setup_step_open, ConditionText::join(open)));
  }
}

}  // namespace prequal::report
