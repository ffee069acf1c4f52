// Floor: profile. What a profile says, after reading: plain data, in the order of the document. Every std::string_view
// points into the profile's own document and lives as long as the Profile.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "profile/condition.h"

namespace prequal::profile {

/// A text in the shipped languages; a missing Spanish text is empty.
struct Text {
  std::string_view en;
  std::string_view es;
};

// ---- Fields -------------------------------------------------------------------------------------------------------------

enum class FieldType : std::uint8_t {
  choice,   ///< one value of a vocabulary
  choices,  ///< any number of values of a vocabulary
  yes_no,
  number,     ///< whole number
  money,      ///< whole units of the profile's currency
  date,       ///< a day
  time,       ///< a moment
  text,       ///< one line
  long_text,  ///< a message
  email,
  phone,
  website,
  postal_code,
  name,  ///< of a person or an organization
};
inline constexpr std::size_t kFieldTypes = 14;

/// How much a field is needed. Only `minimum` and `context` count in completeness; `optional` never does.
enum class FieldLevel : std::uint8_t { minimum, context, optional };

/// Who can answer: the person in a form, or only somebody who talks to them.
enum class AskedIn : std::uint8_t { form, call };

struct VocabularyValue {
  std::string_view id;
  Text label;
  std::vector<std::string_view> aliases;
};

struct Vocabulary {
  std::string_view id;
  std::vector<VocabularyValue> values;  ///< the code of values[i] is i + 1; 0 is "unknown"
  bool doubtful = false;                ///< has problems of its own, so that unknown values say nothing
};
inline constexpr std::uint32_t kNoVocabulary = 0xFFFFFFFF;

struct Field {
  std::string_view id;
  FieldType type = FieldType::text;
  bool doubtful = false;  ///< its type could not be read, so that tests that do not fit it say nothing
  FieldLevel level = FieldLevel::optional;
  Text label;
  Text question;
  Text hint;
  std::uint32_t vocabulary = kNoVocabulary;
  std::string_view meaning;  ///< the standard meaning the engine acts on ("email", "specialty"); its own id by default
  std::string_view crm;      ///< name of the CRM field
  std::vector<std::string_view> import;  ///< column names under which lists carry it
  std::int32_t minimum = INT32_MIN;
  std::int32_t maximum = INT32_MAX;
  std::uint32_t refresh_days = 0;  ///< older than this it is outdated; 0: never
  std::uint32_t burden = 1;        ///< how hard it is to answer, 1 to 5
  bool sensitive = false;          ///< may hold health detail: never shown in exports, notes or explanations
  bool personal = false;           ///< identifies a person
  bool unsure = true;              ///< "I'm not sure" is an answer to offer
  AskedIn asked = AskedIn::form;
  bool may_change = false;        ///< the lead itself may change it (timing, need), unlike where it is or what it is
  ConditionId only_if = kAlways;  ///< asked and counted only then (constant: offer switches)
};

/// One line of a completeness list: complete when one of the fields is known.
struct CompletenessItem {
  std::string_view id;
  std::vector<FieldId> any_of;
  bool optional = false;  ///< a gap is shown but does not make the list incomplete
};

struct NamedList {
  std::string_view id;
  std::uint32_t vocabulary = kNoVocabulary;
  std::vector<std::uint32_t> codes;
};

/// A place of work: a circle of whole miles around it belongs to its area.
struct AreaSite {
  std::string_view id;
  Text label;
  std::string_view zip_code;  ///< where it is, or ...
  std::string_view at;        ///< ... latitude and longitude
  std::int32_t miles = 0;
};

/// Where an offer is served, for conditions on a postal code (R02-05, R05-03). A ZIP code belongs to it when one part says so.
struct Area {
  std::string_view id;
  Text plain;
  std::vector<std::string_view> states;
  std::vector<std::string_view> zip_prefixes;
  std::vector<std::string_view> zip_codes;
  std::vector<AreaSite> sites;
  std::vector<std::int32_t> runs;  ///< worked out for all ZIP codes (quality/area.h)
};

// ---- Criteria, rules, scores ----------------------------------------------------------------------------------------------

struct Criterion {
  std::string_view id;
  Text plain;
  ConditionId when = kAlways;
  std::uint16_t reason = kNoEntry;  ///< index into reasons, when not met
  std::uint32_t rank = 0;           ///< nice-to-haves: order weight
};

/// What a hard stop stops: the whole offer, only outreach, or only now.
enum class StopScope : std::uint8_t { offer, outreach, now };

struct HardStop {
  std::string_view id;
  Text plain;
  ConditionId when = kNever;
  std::uint16_t reason = kNoEntry;
  StopScope scope = StopScope::offer;
  std::string_view exit;                     ///< what lifts it
  std::vector<std::string_view> recheck_on;  ///< events that ask for a new look
};

enum class Category : std::uint8_t { fit, intent, adjustment, negative };
inline constexpr std::size_t kCategories = 4;

enum class Basis : std::uint8_t { firmographic, behavioral, conversation };

struct Grade {
  std::string_view id;
  Text plain;
  ConditionId when = kNever;      ///< as written
  ConditionId selected = kNever;  ///< and no earlier grade
  std::int32_t points = 0;
};

/// Points for touches: the `times` most valuable distinct touches of these types and topics, each weighted by its age.
struct Signal {
  std::vector<std::uint16_t> types;   ///< touch types
  std::vector<std::uint16_t> topics;  ///< indices into Model::topics; any topic when empty
  std::uint16_t recency = kNoEntry;   ///< table; none: age does not matter
  std::uint32_t times = 1;
  std::uint16_t slot = 0;  ///< its column of points
};

struct Rule {
  std::string_view id;
  Category category = Category::fit;
  Basis basis = Basis::firmographic;
  Text plain;
  std::string_view evidence;
  std::uint16_t group = kNoEntry;   ///< cap group
  std::uint16_t reason = kNoEntry;  ///< negatives: the stop that would say the same
  std::vector<Grade> grades;        ///< one for a plain rule; empty for a signal
  Signal signal;
  std::int32_t signal_points = 0;  ///< a touch of today
  [[nodiscard]] bool is_signal() const { return grades.empty(); }
};

struct RecencyStep {
  std::int32_t within_days = 0;  ///< INT32_MAX for the last step
  std::int32_t percent = 100;
};
struct RecencyTable {
  std::string_view id;
  std::vector<RecencyStep> steps;
};

struct CapGroup {
  std::string_view id;
  Category category = Category::intent;
  std::int32_t limit = 0;
};

enum class Level : std::uint8_t { low, mid, high };
inline constexpr std::size_t kLevels = 3;

struct Thresholds {
  std::int32_t mid = 0;
  std::int32_t high = 0;
};

enum class BandsBy : std::uint8_t { total, matrix, rules };
enum class Cell : std::uint8_t { sales, marketing, nurture, review };

struct Scoring {
  std::array<std::int32_t, kCategories> caps{60, 40, 10, 40};
  Thresholds fit;
  Thresholds intent;
  Thresholds total;
  BandsBy bands_by = BandsBy::total;
  std::array<ConditionId, kLevels> band_rules{kNever, kNever, kNever};  ///< for BandsBy::rules: mid and high
  std::array<std::array<Cell, kLevels>, kLevels> matrix{};              ///< [fit][intent]
};

// ---- Decisions ------------------------------------------------------------------------------------------------------------

enum class Path : std::uint8_t { b2b, patient, member };

struct Clause {
  std::string_view id;
  Text plain;
  ConditionId when = kAlways;
  std::vector<FieldId> asks;
};

/// One step of the ladder. A lead stands on the highest step whose clauses, and those of all lower steps, are met.
struct Stage {
  std::string_view id;
  std::vector<Clause> clauses;
};

enum class ReasonClass : std::uint8_t { none, permanent, nurture, reroute, fix_data, ops_issue, hold };
enum class ReasonCause : std::uint8_t { lead, ours };

/// What a verdict recommends to do with the lead next; `disqualified` is a recommendation until a reviewer confirms it.
enum class Status : std::uint8_t {
  active,
  needs_data,
  mql_no_timeline,
  nurture,
  on_hold,
  reroute,
  disqualified,
  spam,
  closed_lost,
  closed_won
};
inline constexpr std::size_t kStatuses = 10;
enum class Eligibility : std::uint8_t { undetermined, eligible, ineligible };

struct Reason {
  std::string_view code;
  std::string_view sub;  ///< which of several cases of one code, for example the payer
  ReasonClass reason_class = ReasonClass::nurture;
  ReasonCause cause = ReasonCause::lead;
  std::string_view family;
  std::string_view recovery;
  std::string_view recheck;  ///< the event that asks for a new look once the reason is gone (R15-03)
  Text plain;
  ConditionId when = kNever;             ///< from the profile's "reasons"; criteria and stops add to it
  ConditionId disqualify_when = kNever;  ///< turns its class into permanent
  bool unclassified = false;             ///< a reason of the profile's own without a class
};

/// A classification: the first state whose condition holds, given that no earlier one does.
struct DimensionState {
  std::string_view id;
  Text plain;
  ConditionId when = kNever;
  ConditionId selected = kNever;
  FieldId recheck_on = kNoField;  ///< a date on which this state is known to change
};
struct Dimension {
  std::string_view id;
  Text plain;
  std::vector<DimensionState> states;
  std::string_view otherwise;  ///< when no state holds; empty: stays unknown
  ConditionId otherwise_selected = kNever;
};

enum class Lane : std::uint8_t {
  none,
  sales,
  discovery,
  first_call,
  marketing,
  nurture,
  review,
  redirect,
  intake,
  coordinator,
  partner
};
inline constexpr std::size_t kLanes = 11;

struct Team {
  std::string_view id;
  Text name;
  std::string_view owner;
  std::int32_t capacity = -1;  ///< open places in one list; -1: not limited
};

struct Route {
  std::string_view id;
  Text plain;
  Lane lane = Lane::none;
  std::uint16_t team = kNoEntry;
  ConditionId when = kAlways;
};

struct ServiceLevel {
  std::string_view id;
  Text plain;
  ConditionId when = kAlways;
  std::int32_t minutes = 0;
  std::uint16_t calendar = kNoEntry;
};

struct Question {
  std::string_view id;
  FieldId field = kNoField;
  Text text;
  std::string_view topic;
  ConditionId when = kAlways;
  std::uint32_t burden = 0;  ///< 0: that of the field
};

// ---- What the data of a lead are checked against ----------------------------------------------------------------------------

/// Answers that cannot all be right together (R03-07).
struct Contradiction {
  std::string_view id;
  Text plain;
  ConditionId when = kNever;
  std::vector<FieldId> fields;
};

/// Which page topics go with which stated interest (R03-09).
struct BehaviorTopics {
  std::uint32_t code = 0;  ///< of the field's vocabulary
  std::vector<std::uint16_t> topics;
};
struct Behavior {
  FieldId field = kNoField;
  std::int32_t minimum_visits = 3;
  std::vector<BehaviorTopics> values;
};

/// How many places are open at each site or program (R04-11).
struct Place {
  std::uint32_t code = 0;
  std::int32_t open = 0;
  std::string_view recheck_on;  ///< date
};
struct Capacity {
  FieldId field = kNoField;
  std::vector<Place> places;
};

/// Who owns a part of the decision: selection, contracting, legal review, implementation (R07-03).
struct OwnershipSlot {
  std::string_view slot;
  FieldId field = kNoField;
};

/// Which part of a buying committee a role plays (R17-04).
struct CommitteeRole {
  std::uint32_t code = 0;  ///< of the role field's vocabulary
  std::string_view slot;
};
struct Committee {
  FieldId field = kNoField;
  std::vector<CommitteeRole> roles;
};

// ---- Reaching out -------------------------------------------------------------------------------------------------------------

struct Cadence {
  std::int32_t minimum_gap_hours = 48;
  std::int32_t maximum_gap_days = 30;
  std::int32_t attempts = 5;
  std::int32_t attempts_within_days = 21;
  std::int32_t grace_days = 14;
  std::int32_t marketing_touches_before_routing = 4;
};

struct Outreach {
  std::vector<std::string_view> channels{"email", "phone", "text", "mail"};  ///< in the order of preference
  std::vector<std::string_view> barred;           ///< methods that may not be used, for example cold_email
  std::vector<std::string_view> without_consent;  ///< of an organization, such as a switchboard: no person's consent
  FieldId preferred = kNoField;
  FieldId window = kNoField;
  Cadence cadence;
};

struct OpenHours {
  std::uint8_t days = 0;  ///< bit 0 is Monday
  std::int32_t from = 0;  ///< minutes of the day
  std::int32_t to = 0;
};
struct Calendar {
  std::string_view id;
  std::string_view zone;  ///< IANA name of a zone of the United States, or a POSIX TZ string
  std::vector<OpenHours> hours;
  bool us_federal_holidays = false;
  std::vector<std::int64_t> holidays;  ///< days since 1970
};

// ---- What follows ---------------------------------------------------------------------------------------------------------------

struct NurtureTrack {
  std::string_view id;
  Text plain;
  ConditionId when = kAlways;
  std::vector<std::string_view> topics;
  std::int32_t recheck_days = 0;       ///< after now; 0: only on an event or a date
  FieldId recheck_before = kNoField;   ///< a date field ...
  std::int32_t recheck_lead_days = 0;  ///< ... and how long before it
  FieldId list_by = kNoField;          ///< a choice field: one list of waiting leads for each of its values (R15-09)
  std::vector<std::string_view> recheck_on;
  std::string_view exit;
};

struct ChecklistItem {
  std::string_view id;
  Text plain;
  ConditionId when = kNever;
};
/// Points to confirm in some situation: a first call, a confirming call, a goal.
struct Checklist {
  std::string_view id;
  Text plain;
  ConditionId when = kAlways;  ///< the leads it is for
  std::vector<ChecklistItem> items;
};

struct RecordEntry {
  std::string_view crm;
  std::string_view from;  ///< a part of the verdict, for example scores.fit
};
struct Handoff {
  std::int32_t minimum_total = 0;
  std::vector<FieldId> requires_fields;
  FieldId notes = kNoField;
  std::vector<RecordEntry> record;
};

struct Notice {
  std::string_view id;
  ConditionId when = kNever;
  Text text;
};
/// What to do with health detail and emergencies in a form.
struct Privacy {
  bool warn = true;
  bool mask = true;
  std::vector<Notice> red_flags;
};

struct NextStep {
  std::string_view id;
  ConditionId when = kNever;
  Text text;
};

/// The scope panel of one service (R12-17).
struct ServicePanel {
  FieldId field = kNoField;
  std::uint32_t code = 0;
  Text eligibility;
  Text after;
  std::vector<std::string_view> places;
};

struct FormStep {
  std::string_view id;
  Text label;
  std::vector<FieldId> fields;
};

/// From when on reports on a list raise an alert; examples, like every number of this kind.
struct Alerts {
  std::int32_t minimum_leads = 20;      ///< smaller groups raise none
  std::int32_t misfit_percent = 50;     ///< of a campaign's leads, those that are not eligible (R16-05)
  std::int32_t no_show_percent = 30;    ///< of a source's meetings, those that were missed (R21-04)
  std::int32_t criterion_percent = 50;  ///< of the qualified leads that failed, those with one reason (R18-05)
  std::int32_t group_gap_percent = 20;  ///< between groups of people, in points of percent (R19-08)
  std::int32_t audit_sample = 5;        ///< sales-ready leads without a result that are drawn for a look (R18-07)
};

enum class OutOfAreaPolicy : std::uint8_t { nurture, close };
enum class NoFitPolicy : std::uint8_t { review, nurture, redirect };
enum class LowLowPolicy : std::uint8_t { decide, nurture, unqualified };
struct Policy {
  OutOfAreaPolicy out_of_area = OutOfAreaPolicy::nurture;
  NoFitPolicy no_fit = NoFitPolicy::review;
  LowLowPolicy low_low = LowLowPolicy::nurture;
};

struct Definition {
  std::string_view id;
  Text plain;
  ConditionId when = kNever;
};

// ---- The whole ------------------------------------------------------------------------------------------------------------

struct OfferSwitch {
  std::string_view id;
  bool on = false;
};

/// One heading of a sheet: a text, a list of the profile, values, or several of these.
struct SheetEntry {
  std::string_view heading;
  Text text;
  std::uint16_t list = kNoEntry;
  std::vector<std::string_view> values;
};

struct Agreement {
  std::string_view agreed_on;                                         ///< date
  std::string_view review_on;                                         ///< date
  std::string_view pilot_reviewed_on;                                 ///< date; empty: the pilot was not looked at yet
  std::vector<std::pair<std::string_view, std::string_view>> owners;  ///< part of the profile, who owns it
};

/// A line of the change log: one category of change for each version (R18-10).
struct Change {
  std::string_view version;
  std::string_view category;
  std::string_view text;
};

struct Model {
  std::string_view id;
  std::string_view version;
  Text name;
  Text summary;
  Path path = Path::b2b;
  std::string_view offer;
  std::string_view currency;
  std::vector<std::string_view> segments;
  std::vector<std::string_view> outcomes;
  std::vector<OfferSwitch> switches;
  bool example_numbers = false;

  std::vector<SheetEntry> scope;
  std::vector<SheetEntry> ideal_buyer;
  Agreement agreement;
  std::vector<Change> changes;

  std::vector<Vocabulary> vocabularies;
  std::vector<NamedList> lists;
  std::vector<Area> areas;
  std::vector<Field> fields;
  std::vector<CompletenessItem> minimum;
  std::vector<CompletenessItem> context;
  std::vector<std::string> phrases;      ///< folded phrases of text tests
  std::vector<std::string_view> topics;  ///< topics that touches can have, as rules name them

  std::vector<Definition> definitions;
  std::vector<Dimension> dimensions;
  std::vector<Criterion> must_haves;
  std::vector<Criterion> nice_to_haves;
  std::vector<HardStop> hard_stops;
  std::vector<Rule> rules;
  std::vector<RecencyTable> recency;
  std::vector<CapGroup> groups;
  Scoring scoring;
  std::vector<Stage> stages;
  std::vector<Reason> reasons;
  std::vector<Team> teams;
  std::vector<Route> routes;
  std::vector<ServiceLevel> service_levels;
  std::vector<Question> questions;

  std::vector<Contradiction> contradictions;
  Behavior behavior;
  Capacity capacity;
  std::vector<OwnershipSlot> ownership;
  Committee committee;
  Outreach outreach;
  std::vector<Calendar> calendars;
  std::vector<NurtureTrack> nurture;
  std::vector<Checklist> checklists;
  Handoff handoff;
  Privacy privacy;
  std::vector<NextStep> what_next;
  std::vector<ServicePanel> services;
  std::vector<FormStep> form_steps;
  Policy policy;
  Alerts alerts;
};

}  // namespace prequal::profile
