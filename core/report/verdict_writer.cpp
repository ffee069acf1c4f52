#include "report/verdict_writer.h"

#include <algorithm>

#include "base/version.h"
#include "profile/facts.h"
#include "profile/names.h"

namespace prequal::report {

using profile::Category;
using profile::Fact;
using profile::kNoField;

namespace {

constexpr std::int32_t kHighestTotal = 100;

}  // namespace

VerdictWriter::VerdictWriter(Qualifier& qualifier, std::string& out)
    : qualifier_(qualifier),
      profile_(qualifier.program().profile),
      model_(profile_.model()),
      lead_(qualifier.decided_lead()),
      decider_(qualifier.decider()),
      json_(out) {}

const decide::FollowUp& VerdictWriter::follow_up() {
  if (!follow_up_) follow_up_ = decide::find_follow_up(profile_, lead_, decider_, kLane, qualifier_.now());
  return *follow_up_;
}

const HandoffCheck& VerdictWriter::handoff() {
  if (!handoff_) handoff_ = check_handoff(qualifier_);
  return *handoff_;
}

void VerdictWriter::write(const VerdictOptions& options) {
  json_.begin_object();
  for (std::size_t part = 0; part < kVerdictParts; ++part) write_part(static_cast<VerdictPart>(part), options);
  json_.end_object();
}

void VerdictWriter::write_alone(VerdictPart part, const VerdictOptions& options) {
  json_.begin_object();
  write_part(part, options);
  json_.end_object();
}

void VerdictWriter::write_part(VerdictPart part, const VerdictOptions& options) {
  switch (part) {
    // What conditions saw is enough for these.
    case VerdictPart::scores: write_scores(); return;
    case VerdictPart::eligibility: write_eligibility(); return;
    case VerdictPart::factors: write_factors(); return;
    case VerdictPart::contributions: write_contributions("contributions"); return;
    case VerdictPart::potential: write_potential(); return;
    case VerdictPart::stage: write_stage(); return;
    case VerdictPart::status: write_status(); return;
    case VerdictPart::reasons: write_reasons(); return;
    case VerdictPart::checklists: write_checklists(); return;
    case VerdictPart::dimensions: write_dimensions(); return;
    case VerdictPart::completeness: write_completeness(); return;
    case VerdictPart::missing: write_missing(); return;
    case VerdictPart::questions:
      if (options.questions) write_questions(options.calls);
      return;
    case VerdictPart::discovery:
      if (options.questions && options.calls) write_discovery();
      return;
    case VerdictPart::changes:
      if (options.changes) write_changes();
      return;
    default: break;
  }
  (void)qualifier_.lead();
  switch (part) {
    case VerdictPart::identity: write_identity(); return;
    case VerdictPart::header: write_header(); return;
    case VerdictPart::route: write_route(); return;
    case VerdictPart::follow_up: write_follow_up(); return;
    case VerdictPart::recheck: write_recheck(); return;
    case VerdictPart::history: write_history(); return;
    case VerdictPart::review: write_review(); return;
    case VerdictPart::trace: write_trace(); return;
    case VerdictPart::facts: write_facts(); return;
    case VerdictPart::situation: write_situation(); return;
    case VerdictPart::data: write_data(); return;
    case VerdictPart::handoff: write_handoff(); return;
    default: return;
  }
}

void VerdictWriter::write_identity() {
  json_.field("verdict", kVerdictFormat).field("engine", kEngineVersion);
  json_.key("profile").begin_object().field("id", model_.id).field("version", model_.version).end_object();
  json_.key("lead");
  lead_.id.empty() ? json_.null() : json_.string(lead_.id);
  std::string as_of;
  append_rfc3339(as_of, qualifier_.now());
  json_.field("as_of", as_of);
  write_final_decision();
  json_.key("outcomes").begin_array();
  for (const std::string_view outcome : model_.outcomes) json_.string(outcome);
  json_.end_array();
}

// The three questions behind every match (R01-12), and quality apart from qualification (R01-10).
void VerdictWriter::write_header() {
  const auto level = [](std::uint32_t band, std::uint64_t reach, bool known) -> std::string_view {
    constexpr std::uint64_t kLowOnly = 1;
    if (band > 0) return "yes";
    return reach == kLowOnly && known ? "no" : "unknown";
  };
  const auto eligibility = static_cast<profile::Eligibility>(decider_.eligibility().lane(kLane));
  std::string_view fit = level(decider_.fit_band().lane(kLane), decider_.fit_band().reach(kLane), true);
  if (eligibility == profile::Eligibility::ineligible) fit = "no";
  const bool behavior = !lead_.touches.empty();
  const std::string_view intent = level(decider_.intent_band().lane(kLane), decider_.intent_band().reach(kLane), behavior);
  constexpr std::int32_t kYes = 1;
  const std::int32_t usable = lead_.fact(Fact::contact_usable);
  const std::int32_t permitted = lead_.fact(Fact::contact_permitted);
  const bool routed = decider_.lane().lane(kLane) != 0;
  const std::string_view handleable = usable == 0                                     ? "unknown"
                                      : usable == kYes && permitted == kYes && routed ? "yes"
                                                                                      : "no";
  json_.key("header").begin_object().field("fit", fit).field("intent", intent).field("handleable", handleable).end_object();
  json_.field("quality", profile::levels()[decider_.band().lane(kLane)]);
  const bool qualified = eligibility == profile::Eligibility::eligible && decider_.stage().lane(kLane) > 0;
  json_.flag("qualified", qualified).flag("settled", decider_.settled().lane(kLane));
}

void VerdictWriter::write_score(std::string_view name, const evaluate::Score<1>& score, std::int32_t most,
                                const decide::Choice<1>* band) {
  json_.key(name).begin_object();
  json_.field("value", score.now.lane(kLane)).field("low", score.low.lane(kLane)).field("high", score.high.lane(kLane));
  json_.field("max", most);
  if (band != nullptr) {
    json_.field("band", profile::levels()[band->lane(kLane)]);
    json_.key("reach");
    write_reach(band->reach(kLane), profile::levels());
  }
  json_.end_object();
}

void VerdictWriter::write_scores() {
  const auto& evaluator = decider_.evaluator();
  const auto& caps = model_.scoring.caps;
  json_.key("scores").begin_object();
  write_score("fit", evaluator.category(Category::fit), caps[0], &decider_.fit_band());
  write_score("intent", evaluator.category(Category::intent), caps[1], &decider_.intent_band());
  write_score("adjustment", evaluator.category(Category::adjustment), caps[2], nullptr);
  write_score("negative", evaluator.category(Category::negative), caps[3], nullptr);
  write_score("total", evaluator.total(), kHighestTotal, &decider_.band());
  json_.end_object();
  json_.key("band").begin_object().field("value", profile::levels()[decider_.band().lane(kLane)]);
  json_.field("by", profile::name_in(profile::band_modes(), model_.scoring.bands_by)).key("reach");
  write_reach(decider_.band().reach(kLane), profile::levels());
  json_.field("cell", profile::cells()[decider_.cell().lane(kLane)]).end_object();
}

void VerdictWriter::write_reach(std::uint64_t reach, const std::vector<std::string_view>& names) {
  json_.begin_array();
  for (std::size_t i = 0; i < names.size(); ++i) {
    if ((reach >> i & 1U) != 0) json_.string(names[i]);
  }
  json_.end_array();
}

std::string_view VerdictWriter::truth_name(profile::ConditionId id) const {
  const auto& truth = decider_.evaluator().now(id);
  if (truth.yes.lane(kLane)) return "met";
  return truth.no.lane(kLane) ? "not_met" : "unknown";
}

void VerdictWriter::write_eligibility() {
  json_.key("eligibility").begin_object();
  json_.field("value", profile::eligibilities()[decider_.eligibility().lane(kLane)]).key("reach");
  write_reach(decider_.eligibility().reach(kLane), profile::eligibilities());
  json_.key("criteria").begin_array();
  const auto criteria = [&](std::string_view kind, const std::vector<profile::Criterion>& list) {
    for (const profile::Criterion& criterion : list) {
      json_.begin_object().field("id", criterion.id).field("kind", kind).field("state", truth_name(criterion.when));
      write_because(criterion.when);
      json_.end_object();
    }
  };
  criteria("must_have", model_.must_haves);
  criteria("nice_to_have", model_.nice_to_haves);
  json_.end_array().field("preference", find_preference(qualifier_)).key("stops").begin_array();
  for (const profile::HardStop& stop : model_.hard_stops) {
    if (!decider_.evaluator().now(stop.when).yes.lane(kLane)) continue;
    json_.begin_object().field("id", stop.id).field("code", model_.reasons[stop.reason].code);
    json_.field("scope", profile::name_in(profile::stop_scopes(), stop.scope)).field("exit", stop.exit);
    json_.key("recheck_on").begin_array();
    for (const std::string_view event : stop.recheck_on) json_.string(event);
    json_.end_array();
    write_because(stop.when);
    json_.end_object();
  }
  json_.end_array().end_object();
}

// Each factor of fit, whether it counts or not (R05-01): met by one of its grades, not met by any, or still unknown.
void VerdictWriter::write_factors() {
  json_.key("factors").begin_array();
  for (const profile::Rule& rule : model_.rules) {
    if (rule.category != Category::fit) continue;
    std::int32_t points = 0;
    bool met = false;
    bool open = false;
    for (const profile::Grade& grade : rule.grades) {
      const auto& truth = decider_.evaluator().now(grade.when);
      if (truth.yes.lane(kLane)) {
        met = true;
        points = grade.points;
        break;
      }
      if (!truth.no.lane(kLane)) open = true;
    }
    json_.begin_object().field("rule", rule.id).field("state", met && !open ? "met" : met || open ? "unknown" : "not_met");
    json_.field("points", met && !open ? points : 0).end_object();
  }
  json_.end_array();
}

void VerdictWriter::write_contributions(std::string_view name) {
  find_contributions(qualifier_, contributions_);
  json_.key(name).begin_array();
  for (const Contribution& line : contributions_) {
    const bool of_rule = line.kind == Contribution::Kind::rule || line.kind == Contribution::Kind::signal;
    json_.begin_object().key("rule");
    switch (line.kind) {
      case Contribution::Kind::group_cap: json_.string(std::string("cap:").append(model_.groups[line.index].id)); break;
      case Contribution::Kind::category_cap:
        json_.string(std::string("cap:").append(profile::categories()[line.category]));
        break;
      case Contribution::Kind::bounds: json_.string("bounds:total"); break;
      default: json_.string(model_.rules[line.index].id);
    }
    json_.field("category", line.kind == Contribution::Kind::bounds ? "total" : profile::categories()[line.category]);
    json_.field("points", line.points);
    if (of_rule) {
      const profile::Rule& rule = model_.rules[line.index];
      if (line.kind == Contribution::Kind::rule && !rule.grades[line.grade].id.empty()) {
        json_.field("grade", rule.grades[line.grade].id);
      }
      json_.field("basis", profile::name_in(profile::bases(), rule.basis));
      if (line.kind == Contribution::Kind::rule) write_because(line.when);
    }
    json_.end_object();
  }
  json_.end_array();
}

// What the unknown could still give or take.
void VerdictWriter::write_potential() {
  const auto& evaluator = decider_.evaluator();
  json_.key("potential").begin_array();
  for (std::size_t c = 0; c < profile::kCategories; ++c) {
    for (const profile::PointsGroup& group : profile_.points()[c].groups) {
      for (const profile::PotentialLine& line : group.potential) {
        const bool open = line.field != kNoField ? !lead::is_usable(lead_.answers[line.field].state)
                                                 : evaluator.open(group, line).lane(kLane);
        if (!open) continue;
        json_.begin_object();
        if (line.field != kNoField) {
          json_.field("field", model_.fields[line.field].id);
        } else {
          json_.field("rule", model_.rules[line.rule].id);
        }
        json_.field("category", profile::categories()[c]).field("low", line.low).field("high", line.high).end_object();
      }
    }
  }
  json_.end_array();
}

}  // namespace prequal::report
