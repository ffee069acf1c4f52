// Floor: api. The engine for other C++ programs. Includes the standard library only.
//
//   #include <prequal.h>
//
//   auto profile = prequal::api::Profile::compile(profile_json);
//   if (!profile) return show(profile.error());
//   prequal::api::Qualifier qualifier(*profile);
//   const auto now = prequal::api::parse_time("2026-11-20T10:00:00-05:00");
//   if (auto problem = qualifier.run_json(lead_json, *now)) return show({*problem});
//   if (qualifier.outcome().band == 2) call_today(qualifier.verdict());
//
// Nothing here throws, prints, reads a clock, a locale, the environment or a random number. The same profile, lead and time
// give the same bytes on every machine and in WebAssembly.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prequal::api {

/// Semantic version of the engine.
[[nodiscard]] std::string_view engine_version();

enum class Severity : std::uint8_t { info, warning, error };

/// What is wrong with a profile, a lead document or a list. Never holds a value that a person typed into a lead.
struct Problem {
  std::string code;  ///< stable, for example "json.syntax"
  Severity severity = Severity::error;
  std::string message;       ///< one line of English
  std::string remedy;        ///< what to do
  std::string pointer;       ///< JSON pointer into the profile; empty for its root or where there is none
  std::uint32_t line = 0;    ///< from 1; 0 when unknown
  std::uint32_t column = 0;  ///< in characters, from 1; 0 when unknown
  std::uint64_t row = 0;     ///< of a list, from 1, its header not counted; 0 when not about a row
  std::string subject;       ///< what it is about: an id, a key, a column
};

/// A moment: seconds since 1970-01-01T00:00:00Z, and the offset in minutes in which dates count.
struct Time {
  std::int64_t seconds = 0;
  std::int32_t offset_minutes = 0;
};

/// RFC 3339 with an offset, for example 2026-11-20T10:00:00-05:00; nothing for anything else.
[[nodiscard]] std::optional<Time> parse_time(std::string_view text);

/// Everything there is to say about a profile document, with advice on one that is usable (docs/lint.md). Some
/// advice is an error: what the profile says can be scored by, and should not be.
[[nodiscard]] std::vector<Problem> check(std::string_view json);

enum class Language : std::uint8_t { en, es };

/// What to write of a profile: all of it, its scope sheet, its ideal buyer, the words of stages and statuses, or how far it
/// is set up.
/// What a masked text is for. `display`: identifiers and health are masked, contact data stay. `exporting`: contact data and what
/// is less sure, such as dates, are masked too.
enum class MaskFor : std::uint8_t { display, exporting };

struct MaskedSpan {
  std::uint32_t start = 0;  ///< in bytes of the text that was given
  std::uint32_t length = 0;
  std::string_view kind;         ///< social_security, medical_record ... (docs/data-quality.md)
  std::string_view family;       ///< contact, identifier or health
  std::uint32_t confidence = 0;  ///< 1 to 99: an order, no frequency
};
struct MaskedText {
  std::string text;
  std::vector<MaskedSpan> spans;  ///< in order, none within another
};

/// A free text with each recognised detail replaced by its kind in brackets: "My SSN is [social_security]". Masked again it stays
/// the same. Names of people are not looked for. Problems: text that is not UTF-8, or of more than 1 MiB. Cost: linear.
[[nodiscard]] std::expected<MaskedText, Problem> mask(std::string_view text, MaskFor use = MaskFor::display);

enum class Page : std::uint8_t { profile, scope, buyer, glossary, setup };
enum class PageFormat : std::uint8_t { markdown, html };

/// A compiled profile. Immutable; copies share it, and any number of threads may use it.
class Profile {
 public:
  /// Reads, checks and compiles a profile document. All its problems are reported at once, with line and column.
  [[nodiscard]] static std::expected<Profile, std::vector<Problem>> compile(std::string_view json);

  [[nodiscard]] std::string_view id() const;
  [[nodiscard]] std::string_view version() const;
  /// What compile() had to say although the profile is usable.
  [[nodiscard]] const std::vector<Problem>& warnings() const;
  /// The profile's description as JSON: fields, rules, criteria, reasons, and the names of all that outcomes number.
  [[nodiscard]] std::string info() const;
  /// The whole profile in plain words, as Markdown.
  [[nodiscard]] std::string describe(Language language = Language::en) const;
  /// One page of it, as Markdown or as a page of HTML that stands alone and in which every text is escaped.
  [[nodiscard]] std::string page(Page page, PageFormat format = PageFormat::markdown,
                                 Language language = Language::en) const;
  /// The whole document as JSON, to hand on: compiled again it is the same profile, and written out again the same bytes.
  /// Empty for a packed profile, which has no document any more; so is its fingerprint.
  [[nodiscard]] std::string exported() const;
  /// SHA-256 of what the document says, as 64 hexadecimal digits, whatever the spacing and the order of members.
  [[nodiscard]] std::string fingerprint() const;
  /// The six steps of setting up, and what each still lacks, as JSON (docs/profile.md).
  [[nodiscard]] std::string setup() const;

  /// Which of these lead documents are the same lead, by e-mail, phone, or organization with person; numbers from 0, as JSON:
  /// {"clusters": [{"leads": [0, 2], "by": ["email"]}], "duplicate_of": [null, null, 0]}.
  [[nodiscard]] std::expected<std::string, Problem> find_duplicates(const std::vector<std::string_view>& leads) const;
  /// One lead document that stands for these, in whatever order they come: the oldest gives id, time and source, of each
  /// answer the newest counts, of consent the strictest, and what happened is kept once.
  [[nodiscard]] std::expected<std::string, Problem> merge(const std::vector<std::string_view>& leads) const;

 private:
  friend class Qualifier;
  friend class List;
  struct Body;
  explicit Profile(std::shared_ptr<const Body> body);
  std::shared_ptr<const Body> body_;
};

/// What was decided about one lead, as numbers; Profile::info() names them. `low` and `high` bound what any completion of
/// the unknown answers can give. Sets of what is still reachable have one bit for each entry.
struct Outcome {
  std::int32_t fit = 0, fit_low = 0, fit_high = 0;
  std::int32_t intent = 0, intent_low = 0, intent_high = 0;
  std::int32_t total = 0, total_low = 0, total_high = 0;
  std::uint32_t band = 0, band_reach = 0;  ///< of levels: low, mid, high
  std::uint32_t eligibility = 0;           ///< of eligibilities
  std::uint32_t stage = 0;                 ///< of the profile's stages
  std::uint32_t status = 0;                ///< of statuses
  std::uint32_t lane = 0;                  ///< of lanes
  std::uint32_t route = 0;                 ///< of the profile's routes, from 1; 0 is none
  std::uint32_t main_reason = kNoReason;   ///< of the profile's reasons
  bool settled = false;                    ///< no further answer changes band, eligibility, stage, status or route

  static constexpr std::uint32_t kNoReason = 0xFFFF;
};

/// What a verdict document holds besides the decision and its trace.
struct VerdictOptions {
  bool questions = true;  ///< ranked next questions
  bool changes = false;   ///< smallest changes that would lift the lead; takes up to some milliseconds
  bool calls = true;      ///< questions that only a conversation can answer are listed too
};

/// What a handoff may show.
struct HandoffOptions {
  Language language = Language::en;
  bool personal = false;  ///< with name, contact, and free texts as they were written
};

/// Qualifies one lead after the other. Holds scratch space: use one for each thread.
class Qualifier {
 public:
  explicit Qualifier(const Profile& profile);
  Qualifier(Qualifier&&) noexcept;
  Qualifier& operator=(Qualifier&&) noexcept;
  ~Qualifier();

  /// Decides about a lead that is a JSON object as of `now`. A problem means that the text is no usable lead; what is wrong
  /// with the data of a lead is part of its verdict. Cost: some microseconds.
  [[nodiscard]] std::optional<Problem> run_json(std::string_view lead, Time now);
  /// The same for a packed record (docs/packed-lead.md).
  [[nodiscard]] std::optional<Problem> run_packed(std::string_view record, Time now);

  /// Of the last lead. Requires: run_*() was fine; so do the following.
  [[nodiscard]] Outcome outcome() const;
  /// The verdict document (JSON, one line, docs/verdict.schema.json). The text given to run_*() must still be there.
  [[nodiscard]] std::string verdict(const VerdictOptions& options = {});
  /// The note for who takes the lead over: what happened, what the score means, what comes next. Plain text.
  [[nodiscard]] std::string handoff_note(const HandoffOptions& options = {});
  /// The record for a CRM by the profile's field map: one JSON object.
  [[nodiscard]] std::string crm_record(const HandoffOptions& options = {});

 private:
  struct Body;
  std::unique_ptr<Body> body_;
};

/// Several profiles, of which each lead finds its own by segment and offer.
class ProfileSet {
 public:
  /// Gives the text of a profile by the name that the set uses; nothing when there is none.
  using Loader = std::function<std::optional<std::string>(std::string_view name)>;

  /// Reads the set document and compiles its profiles. Problems name the profile they are about.
  [[nodiscard]] static std::expected<ProfileSet, std::vector<Problem>> read(std::string_view json, const Loader& load);
  ProfileSet(ProfileSet&&) noexcept;
  ProfileSet& operator=(ProfileSet&&) noexcept;
  ~ProfileSet();

  /// The verdict of one lead document by the profile it belongs to. Without a known segment nothing is scored and the
  /// segment is asked for. When the reasons speak for another offer, "candidates" names the profiles that would take it.
  [[nodiscard]] std::expected<std::string, Problem> qualify(std::string_view lead, Time now,
                                                            const VerdictOptions& options = {});

 private:
  struct Body;
  explicit ProfileSet(std::unique_ptr<Body> body);
  std::unique_ptr<Body> body_;
};

enum class Format : std::uint8_t { automatic, csv, ndjson, json };

struct ListOptions {
  Format format = Format::automatic;
  std::optional<Time> now{};  ///< without it, the newest time of the list
  std::string mapping{};      ///< JSON: {"Column": "field id or lead key", "Other column": null}
};

struct AuditOptions {
  std::uint64_t seed = 0;  ///< of the sample; the same seed and leads give the same sample
  std::string groups{};    ///< ids of fields to compare people by, separated by commas
};

/// A list of leads in memory: push() its bytes in chunks of any size, finish(), then read. Leads are numbered from 0 in the
/// order of the list; records that cannot be read are problems and not leads.
class List {
 public:
  [[nodiscard]] static std::expected<List, std::vector<Problem>> open(const Profile& profile,
                                                                      const ListOptions& options = {});
  List(List&&) noexcept;
  List& operator=(List&&) noexcept;
  ~List();

  void push(std::string_view bytes);
  /// The input has ended: qualifies what is left. A problem when no time was given and the list holds none.
  [[nodiscard]] std::optional<Problem> finish();

  [[nodiscard]] std::size_t size() const;
  /// Record of the list that a lead is, from 1.
  [[nodiscard]] std::uint64_t row(std::size_t lead) const;
  [[nodiscard]] Outcome outcome(std::size_t lead) const;
  [[nodiscard]] std::string verdict(std::size_t lead);
  [[nodiscard]] std::vector<Problem> problems() const;
  /// Counts by band, status, reason and so on, as JSON (docs/lists.md).
  [[nodiscard]] std::string summary() const;

  // Each of these qualifies every lead once more, and gives JSON (docs/metrics.md). Requires: finish() was fine.

  /// What came of the leads: early and late metrics, by band, stage and source, rejections by cause, speed, alerts.
  [[nodiscard]] std::string metrics();
  /// What a review of the model looks at: where qualified leads fail, traits of leads that move, a sample of good leads
  /// without a result, leads turned away that bought, coded feedback, gaps between groups of people. A problem when
  /// `groups` names no usable field.
  [[nodiscard]] std::expected<std::string, Problem> audit(const AuditOptions& options = {});
  /// The leads by organization: people, points, open seats of the buying committee.
  [[nodiscard]] std::string accounts();
  /// Which leads each team takes now and which wait for a place, best first; alarms for leads that nobody owns.
  [[nodiscard]] std::string allocation();
  /// What differs when the same bytes are qualified by another version of the profile: `after` was pushed them too.
  [[nodiscard]] std::string compare(List& after);

  /// The one lead document that stands for these leads of the list, by their positions, as Profile::merge() does for documents.
  [[nodiscard]] std::string merge(const std::vector<std::uint32_t>& leads);

 private:
  friend class DuplicateSearch;
  struct Body;
  explicit List(std::unique_ptr<Body> body);
  std::unique_ptr<Body> body_;
};

/// Which leads of a list are the same, how sure that is and why (docs/duplicates.md). Nothing is merged by it.
class DuplicateSearch {
 public:
  /// Requires: finish() of the list was fine, and the list outlives this and is not moved.
  explicit DuplicateSearch(List& list);
  DuplicateSearch(DuplicateSearch&&) noexcept;
  DuplicateSearch& operator=(DuplicateSearch&&) noexcept;
  ~DuplicateSearch();

  /// Reads or compares about `most` more; true when all is done.
  [[nodiscard]] bool advance(std::size_t most = 16'384);
  /// In parts of a thousand.
  [[nodiscard]] std::uint32_t progress() const;

  // Requires, for the rest: advance() gave true. Each text is one JSON object.

  [[nodiscard]] std::size_t size() const;                        ///< clusters, in the order of their first leads
  [[nodiscard]] std::uint32_t first_of(std::size_t lead) const;  ///< first lead of its cluster; itself when it is alone
  [[nodiscard]] std::string cluster(std::size_t i) const;
  [[nodiscard]] std::string compare(std::uint32_t a, std::uint32_t b) const;  ///< any two leads
  [[nodiscard]] std::string merge_map(std::size_t i);
  [[nodiscard]] std::string summary() const;

 private:
  struct Body;
  std::unique_ptr<Body> body_;
};

}  // namespace prequal::api
