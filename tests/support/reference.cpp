#include "support/reference.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <stdexcept>

#include "base/text.h"
#include "profile/names.h"

namespace prequal::testing {
namespace {

constexpr std::int64_t kDay = 86400;

Tri of(bool value) {
  return value ? Tri::yes : Tri::no;
}
Tri invert(Tri value) {
  return static_cast<Tri>(2 - static_cast<int>(value));
}

std::int64_t day_of(std::int64_t seconds) {
  return seconds >= 0 ? seconds / kDay : -((-seconds + kDay - 1) / kDay);
}

const Json& by_id(const Json& list, const std::string& id) {
  for (const Json& entry : list) {
    if (entry.at("id") == id) return entry;
  }
  throw std::logic_error("the reference found no " + id);
}

Json list_of(const Json& object, const char* key) {
  return object.contains(key) ? object.at(key) : Json::array();
}

// Class, and the fact value under which the engine itself finds the reason.
struct Standard {
  const char* code;
  const char* reason_class;
  std::vector<std::pair<const char*, const char*>> facts;
};

const std::vector<Standard>& standard_reasons() {
  static const std::vector<Standard> kReasons{
      {"spam_or_test", "permanent", {{"spam", "suspect"}}},
      {"opted_out", "permanent", {{"outreach", "opted_out"}}},
      {"consent_missing", "fix_data", {{"outreach", "missing"}, {"outreach", "refused"}}},
      {"contact_invalid", "fix_data", {{"contact.usable", "no"}}},
      {"contact_unreachable", "fix_data", {{"reachability", "unreachable"}}},
      {"contact_not_tied_to_org", "fix_data", {{"contact.organization", "mismatch"}}},
      {"inconsistent_details", "fix_data", {{"consistency", "conflicting"}}},
      {"interest_behavior_mismatch", "ops_issue", {{"behavior", "mismatch"}}},
      {"identity_missing", "fix_data", {{"identity", "incomplete"}}},
      {"stale_data", "fix_data", {{"freshness", "outdated"}}},
      {"no_capacity", "hold", {{"capacity", "full"}}},
      {"no_show", "ops_issue", {{"booking", "missed"}}},
      {"booking_or_funnel_friction", "ops_issue", {{"booking", "abandoned"}}},
      {"cadence_mismatch", "ops_issue", {{"cadence", "too_frequent"}, {"cadence", "too_infrequent"}}},
      {"over_strict_first_filter", "ops_issue", {}},
      // Used by the random profiles.
      {"out_of_area", "nurture", {}},
      {"wrong_org_type", "permanent", {}},
      {"different_need", "permanent", {}},
      {"budget_gap", "hold", {}},
      {"no_timeline", "nurture", {}},
      {"specialty_mismatch", "reroute", {}},
      {"weak_intent", "nurture", {}},
      {"scope_vague", "hold", {}},
      {"wrong_org_size", "nurture", {}},
  };
  return kReasons;
}

}  // namespace

Reference::Reference(const Json& profile, const profile::Profile& compiled, const lead::Lead& lead, Instant now)
    : profile_(profile), model_(compiled.model()), compiled_(compiled), lead_(lead), now_(now) {
  score();
  decide();
  find_reasons();
  find_status();
  find_lane();
}

std::string Reference::fact(const std::string& name) const {
  const auto fact = static_cast<profile::Fact>(profile::find_fact(name));
  const std::int32_t value = lead_.fact(fact);
  if (value <= 0) return {};
  return std::string(fact_value(fact, static_cast<std::uint32_t>(value)));
}

std::set<std::string> Reference::wanted(const Json& value) const {
  std::set<std::string> out;
  if (value.is_string()) {
    out.insert(value.get<std::string>());
  } else if (value.is_boolean()) {
    out.insert(value.get<bool>() ? "yes" : "no");
  } else if (value.is_array()) {
    for (const Json& item : value) out.merge(wanted(item));
  } else {
    out = wanted(by_id(profile_.at("lists"), value.at("list").get<std::string>()).at("values"));
  }
  return out;
}

Tri Reference::truth(const Json& condition) const {
  if (condition.is_boolean()) return of(condition.get<bool>());
  if (condition.contains("all")) {
    Tri out = Tri::yes;
    for (const Json& inner : condition.at("all")) out = std::min(out, truth(inner));
    return out;
  }
  if (condition.contains("any")) {
    Tri out = Tri::no;
    for (const Json& inner : condition.at("any")) out = std::max(out, truth(inner));
    return out;
  }
  if (condition.contains("not")) return invert(truth(condition.at("not")));
  if (condition.contains("count")) {
    int yes = 0;
    int possible = 0;
    for (const Json& inner : condition.at("count").at("of")) {
      const Tri value = truth(inner);
      yes += value == Tri::yes ? 1 : 0;
      possible += value != Tri::no ? 1 : 0;
    }
    const int needed = condition.at("count").at("at_least").get<int>();
    return yes >= needed ? Tri::yes : possible >= needed ? Tri::unknown : Tri::no;
  }
  if (condition.contains("field")) return field_test(condition);
  if (condition.contains("fact")) return fact_test(condition);
  if (condition.contains("touch")) return touch_test(condition);
  if (condition.contains("dimension")) return dimension_test(condition);
  if (condition.contains("definition")) {
    return truth(by_id(profile_.at("definitions"), condition.at("definition").get<std::string>()).at("when"));
  }
  if (condition.contains("offer"))
    return of(profile_.at("switches").at(condition.at("offer").get<std::string>()).get<bool>());
  return outcome_test(condition);
}

Tri Reference::field_test(const Json& condition) const {
  const auto id = condition.at("field").get<std::string>();
  const Json& field = by_id(profile_.at("fields"), id);
  const profile::FieldId number = compiled_.find_field(id);
  const lead::Answer& answer = lead_.answers[number];
  const bool usable = lead::is_usable(answer.state);
  if (condition.contains("answered")) return of(usable == condition.at("answered").get<bool>());
  if (condition.contains("data_state")) {
    return of(wanted(condition.at("data_state")).contains(std::string(lead::state_name(answer.state))));
  }
  // What the offer does not ask is never true, and nobody waits for it.
  if (field.contains("only_if") && truth(field.at("only_if")) == Tri::no) return Tri::no;
  if (condition.contains("is_none_of") || condition.contains("includes_none")) {
    Json positive = condition;
    const bool set = condition.contains("includes_none");
    positive.erase(set ? "includes_none" : "is_none_of");
    positive[set ? "includes_any" : "is_any_of"] = condition.at(set ? "includes_none" : "is_none_of");
    return invert(field_test(positive));
  }
  if (!usable) return Tri::unknown;
  const auto type = field.at("type").get<std::string>();
  const auto value_id = [&](std::uint32_t code) { return std::string(compiled_.vocabulary(number).values[code - 1].id); };
  if (type == "choice" || type == "yes_no") {
    return of(
        wanted(condition.contains("is") ? condition.at("is") : condition.at("is_any_of")).contains(value_id(answer.code)));
  }
  if (type == "choices") {
    std::set<std::string> chosen;
    for (std::uint32_t i = 0; i < answer.code_count; ++i) chosen.insert(value_id(lead_.codes[answer.first_code + i]));
    const auto shared = [&](const std::set<std::string>& list) {
      return std::ranges::count_if(list, [&](const std::string& v) { return chosen.contains(v); });
    };
    if (condition.contains("includes_any")) return of(shared(wanted(condition.at("includes_any"))) > 0);
    if (condition.contains("includes_all")) {
      const auto list = wanted(condition.at("includes_all"));
      return of(shared(list) == static_cast<std::ptrdiff_t>(list.size()));
    }
    if (condition.contains("includes_only")) {
      return of(shared(wanted(condition.at("includes_only"))) == static_cast<std::ptrdiff_t>(chosen.size()));
    }
    const int count = static_cast<int>(chosen.size());
    return of(count >= condition.value("count_at_least", 0) && count <= condition.value("count_at_most", 1000));
  }
  if (type == "number" || type == "money") {
    const int value = answer.number;
    bool holds = true;
    if (condition.contains("is")) holds = holds && value == condition.at("is").get<int>();
    if (condition.contains("at_least")) holds = holds && value >= condition.at("at_least").get<int>();
    if (condition.contains("above")) holds = holds && value > condition.at("above").get<int>();
    if (condition.contains("at_most")) holds = holds && value <= condition.at("at_most").get<int>();
    if (condition.contains("below")) holds = holds && value < condition.at("below").get<int>();
    return of(holds);
  }
  if (type == "date" || type == "time") {
    const bool date = type == "date";
    const std::int64_t unit = date ? 1 : 1440;
    const std::int64_t today = date ? day_of(now_.seconds + std::int64_t{now_.offset_minutes} * 60)
                                    : (now_.seconds >= 0 ? now_.seconds / 60 : (now_.seconds - 59) / 60);
    const std::int64_t ahead = answer.number - today;
    if (condition.contains("past_within_days"))
      return of(ahead <= 0 && -ahead <= condition.at("past_within_days").get<int>() * unit);
    if (condition.contains("ahead_within_days"))
      return of(ahead >= 0 && ahead <= condition.at("ahead_within_days").get<int>() * unit);
    if (condition.contains("older_than_days")) return of(-ahead > condition.at("older_than_days").get<int>() * unit);
    return of(ahead > condition.at("later_than_days").get<int>() * unit);
  }
  // Words: the phrase as whole words, spelling folded.
  const std::string text = " " + to_folded(answer.text) + " ";
  for (const Json& phrase : condition.at("mentions_any")) {
    if (text.find(" " + to_folded(phrase.get<std::string>()) + " ") != std::string::npos) return Tri::yes;
  }
  return Tri::no;
}

Tri Reference::fact_test(const Json& condition) const {
  const auto name = condition.at("fact").get<std::string>();
  const auto which = static_cast<profile::Fact>(profile::find_fact(name));
  if (fact_is_number(which)) {
    const std::int32_t value = lead_.fact(which);
    if (value == lead::Lead::kUnknownNumber) return Tri::unknown;
    return of(value >= condition.value("at_least", INT32_MIN) && value <= condition.value("at_most", INT32_MAX));
  }
  const std::string value = fact(name);
  if (value.empty()) return Tri::unknown;
  if (condition.contains("is_none_of")) return of(!wanted(condition.at("is_none_of")).contains(value));
  return of(wanted(condition.contains("is") ? condition.at("is") : condition.at("is_any_of")).contains(value));
}

Tri Reference::touch_test(const Json& condition) const {
  const Json& touch = condition.at("touch");
  const auto types = wanted(touch.at("types"));
  const auto topics = touch.contains("topics") ? wanted(touch.at("topics")) : std::set<std::string>{};
  int found = 0;
  for (const lead::Touch& entry : lead_.touches) {
    if (!types.contains(std::string(profile::touch_name(entry.type)))) continue;
    if (!topics.empty() && !topics.contains(std::string(entry.topic_text))) continue;
    if (touch.contains("within_days")) {
      const std::int64_t age = std::max<std::int64_t>(0, now_.seconds - entry.seconds) / kDay;
      if (!entry.has_time || age > touch.at("within_days").get<int>()) continue;
    }
    ++found;
  }
  return of(found >= condition.value("at_least", 1));
}

Tri Reference::dimension_test(const Json& condition) const {
  const Json& dimension = by_id(profile_.at("dimensions"), condition.at("dimension").get<std::string>());
  const auto names = wanted(condition.contains("is") ? condition.at("is") : condition.at("is_any_of"));
  Tri out = Tri::no;
  Tri earlier = Tri::no;
  for (const Json& state : dimension.at("states")) {
    const Tri when = truth(state.at("when"));
    if (names.contains(state.at("id").get<std::string>())) out = std::max(out, std::min(when, invert(earlier)));
    earlier = std::max(earlier, when);
  }
  if (dimension.contains("otherwise") && names.contains(dimension.at("otherwise").get<std::string>())) {
    out = std::max(out, invert(earlier));
  }
  return out;
}

Tri Reference::outcome_test(const Json& condition) const {
  const auto is = [&](const char* key, const std::string& value) { return of(wanted(condition.at(key)).contains(value)); };
  if (condition.contains("band")) return is("band", band);
  if (condition.contains("fit_band")) return is("fit_band", fit_band);
  if (condition.contains("intent_band")) return is("intent_band", intent_band);
  if (condition.contains("total_at_least")) return of(total >= condition.at("total_at_least").get<int>());
  if (condition.contains("fit_at_least")) return of(categories[0] >= condition.at("fit_at_least").get<int>());
  if (condition.contains("intent_at_least")) return of(categories[1] >= condition.at("intent_at_least").get<int>());
  if (condition.contains("eligibility")) return is("eligibility", eligibility);
  if (condition.contains("status")) return is("status", status);
  if (condition.contains("lane")) return is("lane", lane);
  if (condition.contains("reason")) return of(reasons.contains(condition.at("reason").get<std::string>()));
  if (condition.contains("stage_at_least")) {
    const auto& ladder = profile::stage_ids(model_.path);
    const auto place = [&](const std::string& id) { return std::ranges::find(ladder, id) - ladder.begin(); };
    return of(place(stage) >= place(condition.at("stage_at_least").get<std::string>()));
  }
  throw std::logic_error("the reference does not know this condition: " + condition.dump());
}

// A rule gives its points only when it is certain that no stop says the same.
int Reference::rule_points(const Json& rule) const {
  if (rule.contains("reason")) {
    const std::string reason = rule.at("reason");
    Tri stopped = Tri::no;
    for (const Json& stop : list_of(profile_, "hard_stops")) {
      if (stop.value("reason", "") == reason) stopped = std::max(stopped, truth(stop.at("when")));
    }
    for (const Json& must : list_of(profile_, "must_haves")) {
      if (must.value("reason", "") == reason) stopped = std::max(stopped, invert(truth(must.at("when"))));
    }
    if (stopped != Tri::no) return 0;
  }
  if (!rule.contains("grades")) return truth(rule.at("when")) == Tri::yes ? rule.at("points").get<int>() : 0;
  for (const Json& grade : rule.at("grades")) {
    const Tri when = truth(grade.at("when"));
    if (when == Tri::yes) return grade.at("points").get<int>();
    if (when == Tri::unknown) return 0;  // it could be this one, so no later one is certain
  }
  return 0;
}

int Reference::signal_points(const Json& rule) const {
  const Json& signal = rule.at("signal");
  const auto types = wanted(signal.at("types"));
  const auto topics = signal.contains("topics") ? wanted(signal.at("topics")) : std::set<std::string>{};
  const int points = rule.at("points").get<int>();
  // The newest of equal acts on one day counts for all of them.
  std::map<std::string, int> best;
  for (const lead::Touch& touch : lead_.touches) {
    const std::string type(profile::touch_name(touch.type));
    if (!types.contains(type)) continue;
    if (!topics.empty() && !topics.contains(std::string(touch.topic_text))) continue;
    int percent = 100;
    if (signal.contains("recency")) {
      percent = 0;
      const std::int64_t age = std::max<std::int64_t>(0, now_.seconds - touch.seconds) / kDay;
      for (const Json& step : by_id(profile_.at("recency"), signal.at("recency").get<std::string>()).at("steps")) {
        if (step.contains("within_days") && (!touch.has_time || age > step.at("within_days").get<int>())) continue;
        percent = step.at("percent").get<int>();
        break;
      }
    }
    const std::string key = type + "\n" + std::string(touch.topic_text) + "\n" + std::string(touch.contact) + "\n" +
                            std::to_string(day_of(touch.seconds));
    const int value = points * percent / 100;
    const auto [at, fresh] = best.emplace(key, value);
    if (!fresh && std::abs(value) > std::abs(at->second)) at->second = value;
  }
  std::vector<int> values;
  for (const auto& [key, value] : best) values.push_back(value);
  std::ranges::sort(values, std::greater<>{}, [](int v) { return std::abs(v); });
  const auto times = static_cast<std::size_t>(signal.value("times", 1));
  int sum = 0;
  for (std::size_t i = 0; i < values.size() && i < times; ++i) sum += values[i];
  return sum;
}

std::string Reference::level_of(int value, const std::string& which) const {
  const Json& thresholds = profile_.at("scoring").at(which);
  if (value >= thresholds.at("high").get<int>()) return "high";
  return value >= thresholds.at("mid").get<int>() ? "mid" : "low";
}

void Reference::score() {
  static const std::array<std::string, 4> kNames{"fit", "intent", "adjustment", "negative"};
  const auto cut = [](std::size_t category, int value, int limit) {
    if (category == 3) return std::clamp(value, -limit, 0);
    if (category == 2) return std::clamp(value, -limit, limit);
    return std::clamp(value, 0, limit);
  };
  for (std::size_t c = 0; c < kNames.size(); ++c) {
    std::map<std::string, int> groups;
    for (const Json& rule : profile_.at("rules")) {
      if (rule.at("category") != kNames[c]) continue;
      groups[rule.value("group", "")] += rule.contains("signal") ? signal_points(rule) : rule_points(rule);
    }
    for (const auto& [group, sum] : groups) {
      categories[c] += group.empty() ? sum : cut(c, sum, by_id(profile_.at("cap_groups"), group).at("limit").get<int>());
    }
    categories[c] = cut(c, categories[c], profile_.at("scoring").at("caps").at(kNames[c]).get<int>());
    total += categories[c];
  }
  total = std::clamp(total, 0, 100);
}

void Reference::decide() {
  const Json& scoring = profile_.at("scoring");
  fit_band = level_of(categories[0], "fit");
  intent_band = level_of(categories[1], "intent");
  cell = scoring.at("matrix").at(fit_band).at(intent_band).get<std::string>();
  const auto by = scoring.value("bands_by", std::string("total"));
  if (by == "total") {
    band = level_of(total, "total");
  } else if (by == "matrix") {
    band = cell == "sales" ? "high" : cell == "nurture" ? "low" : "mid";
  } else {
    const Json& rules = scoring.at("band_rules");
    band = truth(rules.at("high")) == Tri::yes ? "high" : truth(rules.at("mid")) == Tri::yes ? "mid" : "low";
  }
  Tri must = Tri::yes;
  for (const Json& criterion : list_of(profile_, "must_haves")) must = std::min(must, truth(criterion.at("when")));
  bool out = must == Tri::no;
  for (const Json& stop : list_of(profile_, "hard_stops")) {
    if (truth(stop.at("when")) != Tri::yes) continue;  // unknown never stops
    (stop.at("scope") == "offer" ? out : stopped_) = true;
  }
  eligibility = out ? "ineligible" : must == Tri::yes ? "eligible" : "undetermined";
  stage = profile::stage_ids(model_.path)[0];
  for (const Json& step : profile_.at("stages")) {
    if (eligibility != "eligible") break;
    bool met = true;
    for (const Json& clause : step.at("clauses")) met = met && truth(clause.at("when")) == Tri::yes;
    if (!met) break;
    stage = step.at("id");
  }
}

void Reference::find_reasons() {
  const auto add = [&](const std::string& code, const std::string& reason_class) {
    reasons.insert(code);
    // A class once permanent stays so.
    if (classes_[code] != "permanent") classes_[code] = reason_class;
  };
  std::map<std::string, std::string> classes;
  std::set<std::string> off;
  for (const Standard& standard : standard_reasons()) classes[standard.code] = standard.reason_class;
  for (const Json& entry : list_of(profile_, "reasons")) {
    if (entry.contains("class")) classes[entry.at("code")] = entry.at("class");
    if (entry.value("off", false)) off.insert(entry.at("code").get<std::string>());
  }
  for (const Standard& standard : standard_reasons()) {
    if (off.contains(standard.code)) continue;
    for (const auto& [name, value] : standard.facts) {
      // Silence counts against us only while we may write.
      const bool barred = std::string_view(value) == "too_infrequent" && fact("outreach") != "permitted";
      if (fact(name) == value && !barred) add(standard.code, classes[standard.code]);
    }
  }
  // Turned away while a criterion was unknown.
  const std::string strict = "over_strict_first_filter";
  if (fact("record") == "disqualified" && eligibility == "undetermined" && !off.contains(strict)) {
    add(strict, classes[strict]);
  }
  for (const Json& stop : list_of(profile_, "hard_stops")) {
    if (truth(stop.at("when")) == Tri::yes) add(stop.at("reason"), classes[stop.at("reason")]);
  }
  for (const Json& must : list_of(profile_, "must_haves")) {
    if (truth(must.at("when")) == Tri::no) add(must.at("reason"), classes[must.at("reason")]);
  }
  for (const Json& entry : list_of(profile_, "reasons")) {
    const std::string code = entry.at("code");
    if (entry.contains("when") && truth(entry.at("when")) == Tri::yes) add(code, classes[code]);
    if (entry.contains("disqualify_when") && truth(entry.at("disqualify_when")) == Tri::yes) {
      reasons.insert(code);
      classes_[code] = "permanent";
    }
  }
}

void Reference::find_status() {
  const auto any_of_class = [&](const std::string& reason_class) {
    return std::ranges::any_of(classes_, [&](const auto& entry) {
      return entry.second == reason_class && entry.first != "spam_or_test" && entry.first != "opted_out" &&
             entry.first != "no_timeline";
    });
  };
  const bool first_stage = stage == profile::stage_ids(model_.path)[0];
  const std::string record = fact("record");
  if (reasons.contains("spam_or_test")) {
    status = "spam";
  } else if (record == "closed_won" || record == "closed_lost") {
    status = record;
  } else if (record == "disqualified" || any_of_class("permanent")) {
    status = "disqualified";
  } else if (record == "on_hold" || any_of_class("hold")) {
    status = "on_hold";
  } else if (any_of_class("reroute")) {
    status = "reroute";
  } else if (any_of_class("fix_data") && first_stage) {
    status = "needs_data";
  } else if (reasons.contains("no_timeline") && !first_stage) {
    status = "mql_no_timeline";
  } else if (record == "nurture" || any_of_class("nurture") || reasons.contains("no_timeline") ||
             (band == "low" && first_stage)) {
    status = "nurture";
  } else {
    status = "active";
  }
}

void Reference::find_lane() {
  const auto& ladder = profile::stage_ids(model_.path);
  const auto reached = [&](const std::string& id) {
    // A ladder or a profile that has no such step never reaches it.
    const bool there = std::ranges::any_of(profile_.at("stages"), [&](const Json& step) { return step.at("id") == id; });
    return there && std::ranges::find(ladder, stage) >= std::ranges::find(ladder, id);
  };
  const bool active = status == "active";
  const bool eligible = eligibility == "eligible";
  const bool free = !stopped_ && status != "spam";
  const bool fits = fit_band != "low";
  const auto allowed = [&](const std::string& name) {
    if (name == "sales") {
      return eligible && free && active && fits && (band == "high" || reached("sql")) &&
             (cell == "sales" || reached("sql"));
    }
    if (name == "discovery") return eligible && free && active && fits && reached("mql");
    if (name == "first_call") return eligible && free && active && fits;
    if (name == "intake") return eligible && free && active;
    if (name == "coordinator") return free && status != "disqualified";
    if (name == "marketing") return free && (active || status == "mql_no_timeline");
    return name == "none" || status != "spam";
  };
  lane = "none";
  for (const Json& entry : list_of(profile_, "routes")) {
    const std::string name = entry.at("lane");
    if (!allowed(name) || (entry.contains("when") && truth(entry.at("when")) != Tri::yes)) continue;
    lane = name;
    route = entry.at("id");
    return;
  }
}

}  // namespace prequal::testing
