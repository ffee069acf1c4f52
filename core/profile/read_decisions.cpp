// Stages, reasons, teams, routes, service levels and questions.
#include <algorithm>

#include "base/limits.h"
#include "profile/facts.h"
#include "profile/names.h"
#include "profile/profile_reader.h"

namespace prequal::profile {
namespace {

struct StandardReason {
  std::string_view code;
  std::string_view family;
  ReasonClass reason_class;
  ReasonCause cause;
  std::string_view recovery;
  std::string_view recheck;
};

constexpr auto kStandardReasons = std::to_array<StandardReason>({
#define PREQUAL_REASON(code, family, reason_class, cause, recovery, recheck) \
  {#code, #family, ReasonClass::reason_class, ReasonCause::cause, #recovery, #recheck},
#include "profile/reasons.def"
#undef PREQUAL_REASON
});

// Reasons that hold in every profile as soon as the engine finds the fact, unless the profile turns them off.
struct StandardCondition {
  std::string_view code;
  Fact fact;
  std::string_view value;
};

constexpr auto kStandardConditions = std::to_array<StandardCondition>({
    {"spam_or_test", Fact::spam, "suspect"},
    {"opted_out", Fact::outreach, "opted_out"},
    {"consent_missing", Fact::outreach, "missing"},
    {"consent_missing", Fact::outreach, "refused"},
    {"contact_invalid", Fact::contact_usable, "no"},
    {"contact_unreachable", Fact::reachability, "unreachable"},
    {"contact_not_tied_to_org", Fact::contact_organization, "mismatch"},
    {"inconsistent_details", Fact::consistency, "conflicting"},
    {"interest_behavior_mismatch", Fact::behavior, "mismatch"},
    {"identity_missing", Fact::identity, "incomplete"},
    {"stale_data", Fact::freshness, "outdated"},
    {"no_capacity", Fact::capacity, "full"},
    {"internal_approval_pending", Fact::silence, "excused"},
    {"no_show", Fact::booking, "missed"},
    {"booking_or_funnel_friction", Fact::booking, "abandoned"},
    {"cadence_mismatch", Fact::cadence, "too_frequent"},
    {"cadence_mismatch", Fact::cadence, "too_infrequent"},
});

}  // namespace

// False for a fact that stays unknown whatever a lead says, because the profile has nothing that it could follow from. A
// reason on such a fact could never fire, and would keep every verdict unsettled.
bool ProfileReader::can_be_known(Fact fact) const {
  const auto means = [&](std::string_view meaning) {
    return std::ranges::find(model.fields, meaning, &Field::meaning) != model.fields.end();
  };
  const auto has = [&](std::string_view section) {
    return context_.document.find(context_.document.root(), section) != kNoNode;
  };
  switch (fact) {
    case Fact::contact_usable:
    case Fact::reachability: return means("email") || means("phone");
    case Fact::contact_organization: return means("email") && means("website");
    case Fact::identity: return means("org_name") && means("org_type");
    case Fact::behavior: return has("behavior");
    case Fact::capacity: return has("capacity");
    default: return true;
  }
}

// Does the profile turn this standard reason off? Its conditions are then not made at all, so that no verdict waits for
// them and nobody is asked for what they look at.
bool ProfileReader::is_off(std::string_view code) const {
  const Document& document = context_.document;
  return std::ranges::any_of(reason_nodes_, [&](NodeIndex node) {
    if (document.at(node).kind != NodeKind::object || document.find(node, "sub") != kNoNode) return false;
    const NodeIndex own = document.find(node, "code");
    const NodeIndex off = document.find(node, "off");
    return own != kNoNode && document.at(own).text == code && off != kNoNode && document.at(off).boolean;
  });
}

void ProfileReader::add_standard_conditions() {
  const auto code_is = [&](Fact fact, std::string_view value) {
    Condition condition{.op = Op::code_in, .provisional = fact_has_provisional(fact)};
    condition.column = fact_source(fact);
    return conditions.add(condition, {fact_code(fact, value)});
  };
  for (const StandardCondition& standard : kStandardConditions) {
    if (!can_be_known(standard.fact) || is_off(standard.code)) continue;
    ConditionId id = code_is(standard.fact, standard.value);
    // Silence towards a person who may not be contacted is no fault of ours.
    if (standard.value == "too_infrequent") id = conditions.all({id, code_is(Fact::outreach, "permitted")});
    Reason& reason = *std::ranges::find(model.reasons, standard.code, &Reason::code);
    reason.when = conditions.any({reason.when, id});
  }
  const auto at_least = [&](Fact fact, std::int32_t low) {
    return conditions.add({.op = Op::number_in, .timed = true, .column = fact_source(fact), .low = low, .high = INT32_MAX},
                          {});
  };
  const auto add = [&](std::string_view code, const auto& make) {
    if (is_off(code)) return;
    Reason& reason = *std::ranges::find(model.reasons, code, &Reason::code);
    reason.when = conditions.any({reason.when, make()});
  };
  const Cadence& cadence = model.outreach.cadence;
  add("security_privacy_unanswered", [&] { return at_least(Fact::deliverables_overdue, 1); });
  add("no_response_after_attempts", [&] { return at_least(Fact::attempts_unanswered, cadence.attempts); });
  // A rejection while a criterion was unknown is ours to undo (R14-46).
  add("over_strict_first_filter", [&] {
    return conditions.all({code_is(Fact::record, "disqualified"),
                           conditions.add({.op = Op::eligibility_in, .phase = Phase::scores, .provisional = true},
                                          {static_cast<std::uint32_t>(Eligibility::undetermined)})});
  });
  if (model.path == Path::b2b) {
    add("never_routed", [&] {
      const ConditionId routed = at_least(Fact::routings, 1);
      const ConditionId qualified =
          conditions.add({.op = Op::stage_at_least, .phase = Phase::stage, .provisional = true}, {1});
      return conditions.all({at_least(Fact::touches_marketing, cadence.marketing_touches_before_routing),
                             conditions.negation(routed), qualified});
    });
  }
}

void ProfileReader::read_reason_codes(ObjectReader& root) {
  for (const StandardReason& standard : kStandardReasons) {
    Reason reason;
    reason.code = standard.code;
    reason.family = standard.family;
    reason.reason_class = standard.reason_class;
    reason.cause = standard.cause;
    reason.recovery = standard.recovery;
    reason.recheck = standard.recheck;
    model.reasons.push_back(reason);
  }
  reason_nodes_ = children(context_, root.array("reasons"), limits::kEntries, "reasons");
  add_standard_conditions();
  for (const NodeIndex child : reason_nodes_) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    const std::string_view code = reader.id("code");
    const std::string_view sub = reader.text("sub");
    auto found = std::ranges::find_if(model.reasons, [&](const Reason& r) { return r.code == code && r.sub == sub; });
    if (found == model.reasons.end()) {
      // A case of a standard reason starts out as that reason; anything else is the profile's own and never permanent
      // unless the profile says so.
      Reason reason;
      const auto parent = std::ranges::find(model.reasons, code, &Reason::code);
      if (parent != model.reasons.end()) reason = *parent;
      reason.code = code;
      reason.sub = sub;
      reason.when = kNever;
      if (parent == model.reasons.end()) {
        reason.family = "custom";
        reason.recovery = "review";
        reason.recheck = "data_corrected";
        reason.unclassified = reader.any("class") == kNoNode;
      }
      model.reasons.push_back(reason);
      found = model.reasons.end() - 1;
    }
    if (reader.boolean("off", false)) found->when = kNever;
    if (reader.any("class") != kNoNode) {
      found->reason_class = static_cast<ReasonClass>(
          reader.one_of("class", reason_classes(), static_cast<std::size_t>(ReasonClass::nurture)));
    }
    found->cause =
        static_cast<ReasonCause>(reader.one_of("cause", reason_causes(), static_cast<std::size_t>(found->cause)));
    found->family = reader.text("family", found->family);
    found->recovery = reader.text("recovery", found->recovery);
    const Text plain = reader.localized("plain");
    if (!plain.en.empty()) found->plain = plain;
  }
  if (model.reasons.size() > limits::kEntries) context_.report(Code::too_many, root.node(), "reasons", "256");
}

void ProfileReader::read_reason_conditions(ObjectReader& /*root*/) {
  for (const NodeIndex child : reason_nodes_) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    const std::string_view code = reader.text("code");
    const std::string_view sub = reader.text("sub");
    for (const std::string_view known : {"off", "class", "cause", "family", "recovery", "plain"}) (void)reader.any(known);
    const auto found = std::ranges::find_if(model.reasons, [&](const Reason& r) { return r.code == code && r.sub == sub; });
    const ConditionId when = read_when(reader, "when", Phase::stage, kNever);
    const ConditionId disqualify = read_when(reader, "disqualify_when", Phase::stage, kNever);
    if (found != model.reasons.end()) {
      found->when = conditions.any({found->when, when});
      found->disqualify_when = conditions.any({found->disqualify_when, disqualify});
    }
    reader.finish();
  }
  const auto add = [&](std::uint16_t reason, ConditionId when) {
    if (reason != kNoEntry) model.reasons[reason].when = conditions.any({model.reasons[reason].when, when});
  };
  const auto inconsistent = std::ranges::find(model.reasons, "inconsistent_details", &Reason::code);
  for (const Contradiction& entry : model.contradictions) {
    inconsistent->when = conditions.any({inconsistent->when, entry.when});
  }
  for (const Criterion& criterion : model.must_haves) add(criterion.reason, conditions.negation(criterion.when));
  for (const HardStop& stop : model.hard_stops) add(stop.reason, stop.when);
}

std::uint16_t ProfileReader::find_reason(NodeIndex node, std::string_view code) {
  const std::size_t colon = code.find(':');
  const std::string_view main = code.substr(0, colon);
  const std::string_view sub = colon == std::string_view::npos ? std::string_view{} : code.substr(colon + 1);
  for (std::size_t i = 0; i < model.reasons.size(); ++i) {
    if (model.reasons[i].code == main && model.reasons[i].sub == sub) return static_cast<std::uint16_t>(i);
  }
  std::vector<std::string_view> known;
  for (const Reason& reason : model.reasons) known.push_back(reason.code);
  context_.report(Code::unknown_reference, node, code, suggest(main, known) + "; own reasons stand in \"reasons\"");
  return kNoEntry;
}

std::uint16_t ProfileReader::read_reason_reference(ObjectReader& reader, std::string_view key) {
  const NodeIndex member = reader.any(key);
  const std::string_view code = reader.text(key);
  return member == kNoNode || code.empty() ? kNoEntry : find_reason(member, code);
}

void ProfileReader::read_clauses(ObjectReader& reader, Stage& stage, Phase latest) {
  std::vector<std::string_view> ids;
  const auto nodes = children(context_, reader.array("clauses"), limits::kOutcomes, "clauses");
  for (const NodeIndex child : nodes) {
    ObjectReader entry(context_, child);
    if (!entry.ok()) continue;
    Clause clause;
    clause.id = entry.id();
    ids.push_back(clause.id);
    clause.plain = entry.localized("plain");
    entry.require("plain", "one sentence that a reviewer reads");
    entry.require("when", "the condition of this clause");
    clause.when = read_when(entry, "when", latest, kNever);
    clause.asks = read_field_list(entry, "asks");
    entry.finish();
    stage.clauses.push_back(std::move(clause));
  }
  if (ids.size() == nodes.size()) refuse_duplicate_ids(context_, nodes, ids);
}

void ProfileReader::read_stages(ObjectReader& root) {
  const auto& ladder = stage_ids(model.path);
  const auto nodes = children(context_, root.array("stages"), ladder.size(), "stages");
  root.require("stages", "the ladder with the clauses of each step");
  std::size_t last = 0;
  model.stages.push_back({ladder[0], {}});
  for (const NodeIndex child : nodes) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    const std::size_t index = reader.one_of("id", ladder, ladder.size());
    reader.require("id", "a stage of this path");
    Stage stage;
    if (index < ladder.size()) {
      if (index <= last)
        context_.report(Code::unknown_value, child, ladder[index], "stages stand in the order of the ladder");
      last = index;
      stage.id = ladder[index];
    }
    read_clauses(reader, stage, Phase::scores);
    if (stage.clauses.empty()) context_.report(Code::too_few, child, "clauses", "at least one clause");
    reader.finish();
    model.stages.push_back(std::move(stage));
  }
}

void ProfileReader::read_teams(ObjectReader& root) {
  std::vector<std::string_view> ids;
  const auto nodes = children(context_, root.array("teams"), limits::kEntries, "teams");
  for (const NodeIndex child : nodes) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    Team team;
    team.id = reader.id();
    ids.push_back(team.id);
    team.name = reader.localized("name");
    team.owner = reader.text("owner");
    team.capacity = reader.number("capacity", -1, {0, 1'000'000});
    reader.finish();
    model.teams.push_back(team);
  }
  if (ids.size() == nodes.size()) refuse_duplicate_ids(context_, nodes, ids);
}

void ProfileReader::read_routes(ObjectReader& root) {
  std::vector<std::string_view> ids;
  const auto nodes = children(context_, root.array("routes"), limits::kOutcomes, "routes");
  for (const NodeIndex child : nodes) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    Route route;
    route.id = reader.id();
    ids.push_back(route.id);
    route.plain = reader.localized("plain");
    route.lane = static_cast<Lane>(reader.one_of("lane", lanes(), 0));
    reader.require("lane", "the kind of work: sales, marketing, nurture, intake and so on");
    if (const NodeIndex member = reader.any("team"); member != kNoNode) {
      const std::string_view name = reader.text("team");
      const auto found = std::ranges::find(model.teams, name, &Team::id);
      if (found != model.teams.end()) {
        route.team = static_cast<std::uint16_t>(found - model.teams.begin());
      } else {
        std::vector<std::string_view> known;
        for (const Team& team : model.teams) known.push_back(team.id);
        context_.report(Code::unknown_reference, member, name, suggest(name, known));
      }
    }
    route.when = read_when(reader, "when", Phase::reasons, kAlways);
    reader.finish();
    model.routes.push_back(route);
  }
  if (ids.size() == nodes.size()) refuse_duplicate_ids(context_, nodes, ids);
}

void ProfileReader::read_service_levels(ObjectReader& root) {
  std::vector<std::string_view> ids;
  const auto nodes = children(context_, root.array("service_levels"), limits::kOutcomes, "service_levels");
  for (const NodeIndex child : nodes) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    ServiceLevel level;
    level.id = reader.id();
    ids.push_back(level.id);
    level.plain = reader.localized("plain");
    level.when = read_when(reader, "when", Phase::lane, kAlways);
    if (const NodeIndex member = reader.any("calendar"); member != kNoNode) {
      const std::string_view name = reader.text("calendar");
      const auto found = std::ranges::find(model.calendars, name, &Calendar::id);
      if (found != model.calendars.end()) {
        level.calendar = static_cast<std::uint16_t>(found - model.calendars.begin());
      } else {
        std::vector<std::string_view> known;
        for (const Calendar& calendar : model.calendars) known.push_back(calendar.id);
        context_.report(Code::unknown_reference, member, name, suggest(name, known));
      }
    }
    level.minutes = reader.number("within_minutes", 0, {1, 525'600});
    reader.require("within_minutes", "the time until the first answer");
    reader.finish();
    model.service_levels.push_back(level);
  }
  if (ids.size() == nodes.size()) refuse_duplicate_ids(context_, nodes, ids);
}

void ProfileReader::read_questions(ObjectReader& root) {
  std::vector<std::string_view> ids;
  const auto nodes = children(context_, root.array("questions"), limits::kFields, "questions");
  for (const NodeIndex child : nodes) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    Question question;
    question.id = reader.id();
    ids.push_back(question.id);
    if (const NodeIndex member = reader.any("field"); member != kNoNode) {
      question.field = find_field(member, reader.text("field"));
    }
    question.text = reader.localized("text");
    reader.require("text", "what is asked");
    question.topic = reader.text("topic");
    question.burden = static_cast<std::uint32_t>(reader.number("burden", 0, {1, 5}));
    question.when = read_when(reader, "when", Phase::lane, kAlways);
    reader.finish();
    model.questions.push_back(question);
  }
  if (ids.size() == nodes.size()) refuse_duplicate_ids(context_, nodes, ids);
}

}  // namespace prequal::profile
