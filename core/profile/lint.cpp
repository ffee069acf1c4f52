#include "profile/lint.h"

#include <algorithm>
#include <array>

#include "base/sort.h"
#include "base/text.h"
#include "base/zone.h"
#include "profile/names.h"
#include "profile/protected_traits.h"

namespace prequal::profile {
namespace {

constexpr std::size_t kMostRules = 50;
constexpr std::size_t kMostFirstFields = 7;

// Words that sound like a criterion and cannot be checked (R12-12, R10-12).
constexpr auto kVague =
    std::to_array<std::string_view>({"high quality", "good lead", "good fit", "warm", "hot lead", "serious", "promising",
                                     "strong lead", "best leads", "ideal customer"});

constexpr auto kScopeHeadings =
    std::to_array<std::string_view>({"specialties", "clinic_types", "geography", "licensing", "contract", "capacity"});

std::string pointer(std::string_view list, std::size_t index) {
  std::string out = "/";
  out.append(list).push_back('/');
  append_number(out, static_cast<std::int64_t>(index));
  return out;
}

class Linter {
 public:
  Linter(const Profile& profile, Problems& problems)
      : profile_(profile), model_(profile.model()), problems_(problems), used_(model_.fields.size(), 0) {}

  void run() {
    find_used();
    sheets();
    fields();
    rules();
    scoring();
    wording();
    fairness();
    decisions();
    vocabularies();
  }

 private:
  void report(Code code, std::string where, std::string_view subject, std::string_view detail = {}) {
    problems_.add(
        {.code = code, .pointer = std::move(where), .subject = std::string(subject), .detail = std::string(detail)});
  }
  static std::string number(std::int64_t value) {
    std::string out;
    append_number(out, value);
    return out;
  }

  void use(FieldId field) {
    if (field != kNoField) used_[field] = 1;
  }

  // Fields that some condition or list looks at.
  void find_used() {
    for (ConditionId id = 0; id < profile_.conditions().size(); ++id) {
      const Condition& condition = profile_.conditions().at(id);
      const bool leaf = condition.op > Op::count && condition.op < Op::touched;
      if (leaf && !is_fact(condition.column)) used_[condition.column] = 1;
    }
    in_condition_ = used_;
    for (const CompletenessItem& item : model_.minimum) std::ranges::for_each(item.any_of, [&](FieldId f) { use(f); });
    for (const CompletenessItem& item : model_.context) std::ranges::for_each(item.any_of, [&](FieldId f) { use(f); });
    for (const FieldId field : model_.handoff.requires_fields) use(field);
    for (const OwnershipSlot& slot : model_.ownership) use(slot.field);
    for (const Question& question : model_.questions) use(question.field);
    for (const NurtureTrack& track : model_.nurture) use(track.recheck_before);
    for (const Dimension& dimension : model_.dimensions) {
      std::ranges::for_each(dimension.states, [&](const DimensionState& s) { use(s.recheck_on); });
    }
    for (const Contradiction& entry : model_.contradictions)
      std::ranges::for_each(entry.fields, [&](FieldId f) { use(f); });
    for (const FieldId field : {model_.handoff.notes, model_.behavior.field, model_.capacity.field, model_.committee.field,
                                model_.outreach.preferred, model_.outreach.window}) {
      use(field);
    }
  }

  void sheets() {
    for (const std::string_view heading : kScopeHeadings) {
      if (std::ranges::find(model_.scope, heading, &SheetEntry::heading) == model_.scope.end()) {
        report(Code::lint_scope_heading, "/scope", heading);
      }
    }
    if (model_.agreement.agreed_on.empty() || model_.agreement.owners.empty()) {
      report(Code::lint_agreement, model_.agreement.agreed_on.empty() ? "" : "/agreement", {});
    }
    const bool noted = std::ranges::any_of(model_.changes, [&](const Change& c) { return c.version == model_.version; });
    if (!noted) report(Code::lint_review_pending, "/version", model_.version);
  }

  void fields() {
    for (std::size_t i = 0; i < model_.fields.size(); ++i) {
      const Field& field = model_.fields[i];
      if (in_condition_[i] != 0 && field.crm.empty()) report(Code::lint_no_crm, pointer("fields", i), field.id);
      // Free texts, names and contact data serve the people who read the lead.
      const bool for_people = field.type == FieldType::text || field.type == FieldType::long_text ||
                              field.type == FieldType::name || field.type == FieldType::email ||
                              field.type == FieldType::phone || field.type == FieldType::website ||
                              field.type == FieldType::postal_code || field.personal;
      if (used_[i] == 0 && !for_people) report(Code::lint_unused_field, pointer("fields", i), field.id);
    }
    if (!model_.form_steps.empty() && model_.form_steps[0].fields.size() > kMostFirstFields) {
      report(Code::lint_form_friction, "/form/steps/0",
             number(static_cast<std::int64_t>(model_.form_steps[0].fields.size())));
    }
  }

  void rules() {
    if (model_.rules.size() > kMostRules) {
      report(Code::lint_many_rules, "/rules", number(static_cast<std::int64_t>(model_.rules.size())));
    }
    for (std::size_t i = 0; i < model_.rules.size(); ++i) {
      if (model_.rules[i].evidence.empty()) report(Code::lint_no_evidence, pointer("rules", i), model_.rules[i].id);
    }
  }

  void scoring() {
    const Scoring& scoring = model_.scoring;
    const std::int32_t engagement = scoring.caps[1] + scoring.caps[2];
    if (scoring.bands_by == BandsBy::total && engagement >= scoring.total.high) {
      report(Code::lint_engagement, "/scoring/total/high", {},
             number(engagement) + " of " + number(scoring.total.high) + " points");
    }
    const auto reachable = [&](std::string_view key, std::int32_t high, std::int32_t most) {
      if (high > most) report(Code::lint_threshold, std::string("/scoring/").append(key), key, number(high));
    };
    reachable("fit", scoring.fit.high, scoring.caps[0]);
    reachable("intent", scoring.intent.high, scoring.caps[1]);
    reachable("total", scoring.total.high, std::min(100, scoring.caps[0] + scoring.caps[1] + scoring.caps[2]));
  }

  void vague(std::string where, const Text& plain, std::string_view id) {
    const std::string folded = " " + to_folded(plain.en) + " " + to_folded(id) + " ";
    for (const std::string_view word : kVague) {
      if (folded.contains(std::string(" ").append(word).append(" "))) {
        report(Code::lint_vague, std::move(where), word);
        return;
      }
    }
  }

  void wording() {
    for (std::size_t i = 0; i < model_.must_haves.size(); ++i) {
      vague(pointer("must_haves", i), model_.must_haves[i].plain, model_.must_haves[i].id);
    }
    for (std::size_t i = 0; i < model_.nice_to_haves.size(); ++i) {
      vague(pointer("nice_to_haves", i), model_.nice_to_haves[i].plain, model_.nice_to_haves[i].id);
    }
    for (std::size_t i = 0; i < model_.rules.size(); ++i) {
      vague(pointer("rules", i), model_.rules[i].plain, model_.rules[i].id);
    }
    for (std::size_t i = 1; i < model_.stages.size(); ++i) {
      for (const Clause& clause : model_.stages[i].clauses) vague(pointer("stages", i - 1), clause.plain, clause.id);
    }
  }

  [[nodiscard]] bool depends(ConditionId id, FieldId field) const {
    const Condition& condition = profile_.conditions().at(id);
    if (!is_gate(condition.op)) return condition.op > Op::count && condition.op < Op::touched && condition.column == field;
    for (std::uint32_t i = 0; i < condition.count; ++i) {
      if (depends(profile_.conditions().operand(condition, i), field)) return true;
    }
    return false;
  }

  void fairness() {
    for (std::size_t f = 0; f < model_.fields.size(); ++f) {
      const auto field = static_cast<FieldId>(f);
      const bool trait = is_protected_trait(model_.fields[f]);
      if (!trait && !is_trait_proxy(model_.fields[f])) continue;
      for (std::size_t i = 0; i < model_.rules.size(); ++i) {
        const Rule& rule = model_.rules[i];
        const bool used = std::ranges::any_of(rule.grades, [&](const Grade& g) { return depends(g.when, field); });
        if (used && trait) report(Code::lint_protected_points, pointer("rules", i), rule.id);
        if (used && !trait && rule.category == Category::negative) {
          report(Code::lint_protected_input, pointer("rules", i), model_.fields[f].id, "a negative rule");
        }
      }
      for (std::size_t i = 0; i < model_.hard_stops.size(); ++i) {
        if (depends(model_.hard_stops[i].when, field)) {
          report(Code::lint_protected_input, pointer("hard_stops", i), model_.fields[f].id, "a hard stop");
        }
      }
    }
  }

  void decisions() {
    for (std::size_t i = 0; i < model_.teams.size(); ++i) {
      if (model_.teams[i].owner.empty()) report(Code::lint_no_owner, pointer("teams", i), model_.teams[i].id);
    }
    const bool fallback = std::ranges::any_of(model_.routes, [](const Route& r) {
      return r.when == kAlways && (r.lane == Lane::nurture || r.lane == Lane::review || r.lane == Lane::none);
    });
    if (!fallback) report(Code::lint_no_fallback, "/routes", {});
    for (std::size_t i = 0; i < model_.calendars.size(); ++i) {
      if (!find_zone(model_.calendars[i].zone)) {
        report(Code::lint_unknown_zone, pointer("calendars", i), model_.calendars[i].zone);
      }
    }
    const bool consent =
        std::ranges::any_of(model_.hard_stops, [](const HardStop& s) { return s.scope == StopScope::outreach; });
    const bool off = std::ranges::any_of(model_.reasons,
                                         [](const Reason& r) { return r.code == "consent_missing" && r.when == kNever; });
    if (!consent && !off) report(Code::lint_no_consent_stop, "/hard_stops", {});
    for (const Reason& reason : model_.reasons) {
      if (reason.unclassified) report(Code::lint_reason_class, "/reasons", reason.code);
    }
  }

  void vocabularies() {
    for (const Vocabulary& vocabulary : model_.vocabularies) {
      struct Word {
        std::string folded;
        std::string_view id;
      };
      std::vector<Word> words;
      for (const VocabularyValue& value : vocabulary.values) {
        words.push_back({to_folded(value.id), value.id});
        for (const std::string_view text : {value.label.en, value.label.es}) words.push_back({to_folded(text), value.id});
        for (const std::string_view alias : value.aliases) words.push_back({to_folded(alias), value.id});
      }
      sort_by_key(words, &Word::folded);
      for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i].folded.empty() || words[i].folded != words[i - 1].folded || words[i].id == words[i - 1].id) continue;
        std::string both(words[i - 1].id);
        report(Code::lint_ambiguous_word, "/vocabularies", words[i].folded, both.append(" and ").append(words[i].id));
      }
    }
  }

  const Profile& profile_;
  const Model& model_;
  Problems& problems_;
  std::vector<char> used_;
  std::vector<char> in_condition_;
};

}  // namespace

void lint(const Profile& profile, Problems& problems) {
  Linter(profile, problems).run();
}

std::expected<Profile, std::vector<Problem>> check(std::string_view json, Problems& problems) {
  auto profile = Profile::compile(json, problems);
  if (!profile) return profile;
  lint(*profile, problems);
  locate(json, problems.list());
  return profile;
}

}  // namespace prequal::profile
