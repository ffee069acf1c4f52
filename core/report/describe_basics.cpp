// Who the profile is for, what it asks, and when the data are complete.
#include <algorithm>

#include "base/text.h"
#include "profile/names.h"
#include "report/describer.h"

namespace prequal::report {

using profile::FieldType;

void Describer::identity() {
  out_.append("# ").append(own_or(model_.name, model_.id)).append("\n\n");
  paragraph(say(Phrase::version, model_.version, model_.id));
  paragraph(own(model_.summary));
  if (model_.example_numbers) paragraph(say(Phrase::example_numbers));
  const auto say_list = [&](Phrase title, std::string_view text) {
    if (!text.empty()) line(say(title) + ": " + std::string(text));
  };
  say_list(Phrase::path, profile::name_in(profile::paths(), model_.path));
  say_list(Phrase::offer, model_.offer);
  say_list(Phrase::currency, model_.currency);
  say_list(Phrase::segments, joined(model_.segments));
  say_list(Phrase::outcomes, joined(model_.outcomes));
  for (const bool on : {true, false}) {
    std::vector<std::string_view> names;
    for (const profile::OfferSwitch& entry : model_.switches) {
      if (entry.on == on) names.push_back(entry.id);
    }
    say_list(on ? Phrase::switches_on : Phrase::switches_off, joined(names));
  }
}

void Describer::sheet(Phrase title, const std::vector<profile::SheetEntry>& entries) {
  if (entries.empty()) return;
  heading(title);
  for (const profile::SheetEntry& sheet_entry : entries) {
    std::vector<std::string> parts;
    if (const std::string_view text = own(sheet_entry.text); !text.empty()) parts.emplace_back(text);
    if (sheet_entry.list != profile::kNoEntry) {
      const profile::NamedList& list = model_.lists[sheet_entry.list];
      for (const std::uint32_t value : list.codes) parts.emplace_back(conditions_.value_name(list.vocabulary, value));
    }
    parts.insert(parts.end(), sheet_entry.values.begin(), sheet_entry.values.end());
    std::string name(sheet_entry.heading);
    std::ranges::replace(name, '_', ' ');
    line("**" + name + "**: " + ConditionText::join(parts));
  }
}

void Describer::sheets() {
  sheet(Phrase::scope, model_.scope);
  sheet(Phrase::ideal_buyer, model_.ideal_buyer);
  agreement();
  if (model_.changes.empty()) return;
  heading(Phrase::changes);
  for (const profile::Change& change : model_.changes) {
    line(std::string(change.version).append(" (").append(change.category).append("): ").append(change.text));
  }
}

void Describer::agreement() {
  const profile::Agreement& agreement = model_.agreement;
  if (!agreement.agreed_on.empty() || !agreement.review_on.empty() || !agreement.pilot_reviewed_on.empty() ||
      !agreement.owners.empty()) {
    heading(Phrase::agreement);
    if (!agreement.agreed_on.empty()) line(say(Phrase::agreed_on, agreement.agreed_on));
    if (!agreement.review_on.empty()) line(say(Phrase::review_on, agreement.review_on));
    if (!agreement.pilot_reviewed_on.empty()) line(say(Phrase::pilot_reviewed_on, agreement.pilot_reviewed_on));
    for (const auto& [part, owner] : agreement.owners) line(say(Phrase::owned_by, part, owner));
  }
}

void Describer::fields() {
  heading(Phrase::fields);
  for (std::size_t i = 0; i < model_.fields.size(); ++i) field(static_cast<FieldId>(i));
}

void Describer::field(FieldId id) {
  const profile::Field& field = model_.fields[id];
  std::string kind(profile::name_in(profile::field_types(), field.type));
  kind.append(", ").append(profile::name_in(profile::field_levels(), field.level));
  entry(own(field.label), field.id, kind);
  detail(Phrase::question, own(field.question));
  detail(Phrase::hint, own(field.hint));
  vocabulary(field);
  if (field.type == FieldType::number || field.type == FieldType::money) {
    detail(Phrase::range, field.maximum == INT32_MAX ? say(Phrase::or_more, field.minimum)
                                                     : say(Phrase::from_to, field.minimum, field.maximum));
  }
  if (field.only_if == profile::kNever) {
    detail(say(Phrase::never_asked));
  } else {
    when(field.only_if, Phrase::asked_if);
  }
  field_marks(field);
}

void Describer::field_marks(const profile::Field& field) {
  if (field.asked != profile::AskedIn::form) {
    detail(say(Phrase::asked_during, profile::name_in(profile::asked_in(), field.asked)));
  }
  if (field.meaning != field.id) detail(Phrase::means, code(field.meaning));
  if (!field.crm.empty()) detail(Phrase::crm_field, code(field.crm));
  detail(Phrase::list_columns, joined(field.import));
  if (field.refresh_days > 0) detail(say(Phrase::refresh, std::int64_t{field.refresh_days}));
  if (field.burden > 1) detail(say(Phrase::burden, std::int64_t{field.burden}));
  if (field.may_change) detail(say(Phrase::may_change));
  if (field.sensitive) detail(say(Phrase::sensitive));
  if (field.personal) detail(say(Phrase::personal));
  if (!field.unsure) detail(say(Phrase::no_unsure));
}

void Describer::vocabulary(const profile::Field& field) {
  if (field.vocabulary == profile::kNoVocabulary || field.type == FieldType::yes_no) return;
  const profile::Vocabulary& vocabulary = model_.vocabularies[field.vocabulary];
  if (vocabulary.id == "us_states") {
    detail(Phrase::values, code(vocabulary.id));
    return;
  }
  std::vector<std::string> values;
  for (const profile::VocabularyValue& value : vocabulary.values) {
    const std::string name = own_or(value.label, value.id);
    values.push_back(value.aliases.empty() ? name : say(Phrase::also_written, name, joined(value.aliases)));
  }
  detail(Phrase::values, ConditionText::join(values, "; "));
}

void Describer::lists() {
  if (model_.lists.empty()) return;
  heading(Phrase::lists);
  for (const profile::NamedList& list : model_.lists) {
    std::vector<std::string> names;
    for (const std::uint32_t value : list.codes) names.emplace_back(conditions_.value_name(list.vocabulary, value));
    entry(list.id, {}, ConditionText::join(names));
  }
}

void Describer::areas() {
  if (model_.areas.empty()) return;
  heading(Phrase::areas);
  paragraph(say(Phrase::area_unknown));
  for (const profile::Area& area : model_.areas) {
    entry(own_or(area.plain, area.id), area.id);
    if (!area.states.empty()) detail(Phrase::area_states, joined(area.states));
    if (!area.zip_prefixes.empty()) detail(Phrase::area_prefixes, joined(area.zip_prefixes));
    if (!area.zip_codes.empty()) detail(Phrase::area_zip_codes, joined(area.zip_codes));
    for (const profile::AreaSite& site : area.sites) {
      std::string miles;
      append_number(miles, site.miles);
      const std::string place =
          own_or(site.label, site.id) + " (" + std::string(site.at.empty() ? site.zip_code : site.at) + ")";
      detail(say(Phrase::area_site, place, miles));
    }
  }
}

void Describer::completeness_list(Phrase title, const std::vector<profile::CompletenessItem>& items) {
  std::vector<std::string> names;
  for (const profile::CompletenessItem& item : items) {
    std::string text;
    for (const FieldId field : item.any_of) {
      const std::string name(conditions_.field_name(field));
      text = text.empty() ? name : say(Phrase::either_or, text, name);
    }
    names.push_back(item.optional ? say(Phrase::may_lack, text) : text);
  }
  if (!names.empty()) entry(say(title), {}, ConditionText::join(names, "; "));
}

void Describer::completeness() {
  if (model_.minimum.empty() && model_.context.empty()) return;
  heading(Phrase::completeness);
  completeness_list(Phrase::minimum_data, model_.minimum);
  completeness_list(Phrase::context_data, model_.context);
}

}  // namespace prequal::report
