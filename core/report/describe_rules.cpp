// Criteria, scores, rules and bands.
#include "base/text.h"
#include "profile/facts.h"
#include "profile/names.h"
#include "report/describer.h"

namespace prequal::report {

using profile::kNoEntry;

namespace {

std::string signed_number(std::int32_t number) {
  std::string out;
  if (number > 0) out.push_back('+');
  append_number(out, number);
  return out;
}

}  // namespace

void Describer::definitions() {
  if (model_.definitions.empty()) return;
  heading(Phrase::definitions);
  for (const profile::Definition& definition : model_.definitions) {
    entry(own(definition.plain), definition.id);
    detail(Phrase::when, conditions_.to_own_words(definition.when));
  }
}

void Describer::dimensions() {
  if (model_.dimensions.empty()) return;
  heading(Phrase::dimensions);
  paragraph(say(Phrase::first_counts));
  for (const profile::Dimension& dimension : model_.dimensions) {
    entry(own(dimension.plain), dimension.id);
    for (const profile::DimensionState& state : dimension.states) {
      detail(own_or(state.plain, code(state.id)) + ": " + conditions_.to_own_words(state.when));
    }
    if (!dimension.otherwise.empty()) detail(code(dimension.otherwise) + ": " + say(Phrase::otherwise));
  }
}

void Describer::criteria() {
  if (!model_.must_haves.empty()) {
    heading(Phrase::must_haves);
    paragraph(say(Phrase::must_haves_say));
    for (const profile::Criterion& criterion : model_.must_haves) {
      entry(own(criterion.plain), criterion.id);
      when(criterion.when);
      if (criterion.reason != kNoEntry) detail(Phrase::reason_if_not, reason_name(criterion.reason));
    }
  }
  if (model_.nice_to_haves.empty()) return;
  heading(Phrase::nice_to_haves);
  paragraph(say(Phrase::nice_to_haves_say));
  for (const profile::Criterion& criterion : model_.nice_to_haves) {
    entry(own(criterion.plain), criterion.id);
    when(criterion.when);
    std::string rank;
    append_number(rank, criterion.rank);
    detail(Phrase::weight, rank);
  }
}

void Describer::hard_stops() {
  if (model_.hard_stops.empty()) return;
  constexpr auto kScopes = std::to_array<Phrase>({Phrase::stops_offer, Phrase::stops_outreach, Phrase::stops_now});
  heading(Phrase::hard_stops);
  paragraph(say(Phrase::hard_stops_say));
  for (const profile::HardStop& stop : model_.hard_stops) {
    entry(own(stop.plain), stop.id);
    when(stop.when);
    detail(Phrase::stops, say(kScopes[static_cast<std::size_t>(stop.scope)]));
    if (stop.reason != kNoEntry) detail(Phrase::reason, reason_name(stop.reason));
    detail(Phrase::way_out, coded("action", stop.exit));
    detail(Phrase::look_again_on, joined(stop.recheck_on));
  }
}

void Describer::scores() {
  heading(Phrase::scores);
  for (std::size_t c = 0; c < profile::kCategories; ++c) {
    std::string cap;
    append_number(cap, model_.scoring.caps[c]);
    line(say(Phrase::score_caps, text_for(language_, "category", profile::categories()[c]), cap));
  }
  const auto thresholds = [&](std::string_view category, const profile::Thresholds& values) {
    std::string mid;
    std::string high;
    append_number(mid, values.mid);
    append_number(high, values.high);
    line(say(Phrase::high_from, say(Phrase::score_bands, text_for(language_, "category", category), mid), high));
  };
  thresholds("fit", model_.scoring.fit);
  thresholds("intent", model_.scoring.intent);
  thresholds("total", model_.scoring.total);
  for (const profile::CapGroup& group : model_.groups) {
    std::string limit;
    append_number(limit, group.limit);
    line(say(Phrase::cap_group, group.id, limit));
  }
  for (const profile::RecencyTable& table : model_.recency) {
    std::vector<std::string> steps;
    for (const profile::RecencyStep& step : table.steps) {
      steps.push_back(step.within_days == INT32_MAX ? say(Phrase::step_rest, step.percent)
                                                    : say(Phrase::step_days, step.within_days, step.percent));
    }
    line(say(Phrase::recency, code(table.id)) + ": " + ConditionText::join(steps));
  }
}

void Describer::rules() {
  for (std::size_t c = 0; c < profile::kCategories; ++c) points_lines(c);
}

void Describer::points_lines(std::size_t category) {
  bool any = false;
  for (const profile::Rule& entry : model_.rules) {
    if (static_cast<std::size_t>(entry.category) != category) continue;
    if (!any) {
      out_.append("\n## ").append(say(Phrase::rules)).append(": ");
      out_.append(text_for(language_, "category", profile::categories()[category])).append("\n\n");
    }
    any = true;
    rule(entry);
  }
}

void Describer::rule(const profile::Rule& rule) {
  const bool plain = rule.grades.size() == 1 && rule.grades[0].id.empty();
  std::string points;
  if (plain) points = say(Phrase::points, signed_number(rule.grades[0].points));
  if (rule.is_signal()) points = say(Phrase::points, signed_number(rule.signal_points));
  entry(own(rule.plain), rule.id, points);
  if (rule.is_signal()) {
    signal(rule);
  } else if (plain) {
    when(rule.grades[0].when);
  } else {
    detail(say(Phrase::first_counts));
    for (const profile::Grade& grade : rule.grades) {
      detail(say(Phrase::points, signed_number(grade.points)) + ", " + own_or(grade.plain, code(grade.id)) + ": " +
             conditions_.to_words(grade.when));
    }
  }
  detail(Phrase::basis, profile::name_in(profile::bases(), rule.basis));
  if (rule.group != kNoEntry) detail(Phrase::in_group, code(model_.groups[rule.group].id));
  if (rule.reason != kNoEntry) detail(say(Phrase::not_on_top, reason_name(rule.reason)));
  detail(Phrase::evidence, rule.evidence);
}

void Describer::signal(const profile::Rule& rule) {
  std::vector<std::string> types;
  for (const std::uint16_t type : rule.signal.types)
    types.push_back(code(touch_name(static_cast<profile::TouchType>(type))));
  std::string text = ConditionText::join(types);
  if (!rule.signal.topics.empty()) {
    std::vector<std::string> topics;
    for (const std::uint16_t topic : rule.signal.topics) topics.push_back(code(model_.topics[topic]));
    text = say(Phrase::about_topics, text, ConditionText::join(topics));
  }
  detail(Phrase::for_touches, text);
  if (rule.signal.times > 1) detail(say(Phrase::best_times, std::int64_t{rule.signal.times}));
  if (rule.signal.recency != kNoEntry) detail(say(Phrase::aged_by, model_.recency[rule.signal.recency].id));
}

void Describer::bands() {
  heading(Phrase::bands);
  constexpr auto kModes = std::to_array<Phrase>({Phrase::bands_by_total, Phrase::bands_by_matrix, Phrase::bands_by_rules});
  paragraph(say(kModes[static_cast<std::size_t>(model_.scoring.bands_by)]));
  if (model_.scoring.bands_by == profile::BandsBy::rules) {
    for (const std::size_t level : {std::size_t{2}, std::size_t{1}}) {
      line(std::string(text_for(language_, "band", profile::levels()[level])) + ": " +
           conditions_.to_words(model_.scoring.band_rules[level]));
    }
  }
  line(say(Phrase::matrix));
  for (std::size_t fit = profile::kLevels; fit-- > 0;) {
    for (std::size_t intent = profile::kLevels; intent-- > 0;) {
      detail(say(Phrase::matrix_cell, text_for(language_, "band", profile::levels()[fit]),
                 text_for(language_, "band", profile::levels()[intent])) +
             ": " + coded("lane", profile::name_in(profile::cells(), model_.scoring.matrix[fit][intent])));
    }
  }
}

}  // namespace prequal::report
