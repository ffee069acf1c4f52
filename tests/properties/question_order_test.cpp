// How many questions it takes until a verdict is settled: in the order that the engine proposes, and in the order of the
// form with early stopping. PREQUAL_NIGHTLY=1 asks 10,000 leads for each shipped profile; docs/guidance.md has the figures.
#include <cstdio>
#include <set>

#include "lead/json_lead.h"
#include "profile/names.h"
#include "support/answers.h"
#include "support/random.h"

using namespace prequal;
using namespace prequal::testing;

namespace {

using profile::FieldId;

/// What a lead was given in the end; a band that is for information only does not count.
struct Outcome {
  std::uint32_t band, eligibility, stage, status, route;
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// This profile takes its leads from the public list of hospitals: of what the list has columns for, three quarters are known
/// before anybody asks.
constexpr std::string_view kFromList = "hospitals-outbound";
constexpr auto kListed = std::to_array<std::string_view>(
    {"hospital_type", "ownership", "emergency", "state", "phone", "ehr", "patient_experience", "timeliness"});

struct Asked {
  std::size_t questions = 0;
  bool settled = false;
  Outcome outcome{};
};

class Interview {
 public:
  explicit Interview(const report::Program& program)
      : program_(program), slots_(program.profile), reader_(slots_), qualifier_(program), hypotheses_(program.profile) {
    const profile::Model& model = program.profile.model();
    std::set<FieldId> used;
    for (profile::ConditionId id = 0; id < program.profile.conditions().size(); ++id) {
      for (const FieldId field : program.support.fields(id)) used.insert(field);
    }
    const auto add = [&](FieldId field) {
      if (used.erase(field) != 0 && program.profile.field_applies(field)) order_.push_back(field);
    };
    for (const profile::FormStep& step : model.form_steps) std::ranges::for_each(step.fields, add);
    for (std::size_t i = 0; i < model.fields.size(); ++i) add(static_cast<FieldId>(i));
  }

  /// A lead that has everything: what the simulated person would answer to each question, one of the answers that the
  /// profile can tell apart for each field, all equally likely.
  void draw(Random& random) {
    answers_.clear();
    known_.clear();
    const profile::Model& model = program_.profile.model();
    for (const FieldId field : order_) {
      answers_.push_back({field, random.pick(hypotheses_.values(field))});
      const bool listed = model.id == kFromList && std::ranges::find(kListed, model.fields[field].id) != kListed.end();
      if (listed && random.chance(75)) known_.insert(field);
    }
    static const std::vector<std::string> kChannels{"web_form", "call", "referral", "event", "paid_ad", "search"};
    static const std::vector<std::string> kTouches{"demo_request", "page_view", "content_download", "inbound_call"};
    base_ = {{"id", "lead"}, {"submitted_at", "2026-11-20T12:00:00Z"}, {"kind", "organization"}};
    if (program_.profile.model().path != profile::Path::b2b) base_["kind"] = "person";
    base_["source"] = {{"channel", random.pick(kChannels)}};
    for (const char* channel : {"email", "phone"}) base_["consent"][channel] = random.chance(85) ? "given" : "refused";
    base_["touches"] = Json::array();
    for (std::size_t i = random.below(4); i > 0; --i) {
      base_["touches"].push_back({{"type", random.pick(kTouches)}, {"at", "2026-11-1" + std::to_string(i) + "T12:00:00Z"}});
    }
    for (const guide::Hypothesis& answer : answers_) {
      if (known_.contains(answer.field)) put_answer(base_, program_.profile, answer);
    }
  }

  Asked in_our_order() {
    return run([&](const std::set<FieldId>&) -> std::optional<FieldId> {
      guide::QuestionOptions options;
      options.include_completeness = false;
      options.only = &order_;
      const auto ranked = qualifier_.questions(options);
      if (ranked.empty()) return std::nullopt;
      return ranked[0].field;
    });
  }
  Asked in_form_order() {
    return run([&](const std::set<FieldId>& asked) -> std::optional<FieldId> {
      const auto next =
          std::ranges::find_if(order_, [&](FieldId field) { return !asked.contains(field) && !known_.contains(field); });
      if (next == order_.end()) return std::nullopt;
      return *next;
    });
  }
  /// With every question answered.
  Outcome complete() {
    Json lead = base_;
    for (const guide::Hypothesis& answer : answers_) put_answer(lead, program_.profile, answer);
    qualify(lead);
    return outcome();
  }
  [[nodiscard]] bool eligible() const {
    return qualifier_.decider().eligibility().lane(0) == static_cast<std::uint32_t>(profile::Eligibility::eligible);
  }
  [[nodiscard]] const Json& base() const { return base_; }

 private:
  template <typename Next>
  Asked run(Next next) {
    Json lead = base_;
    std::set<FieldId> asked;
    for (;;) {
      qualify(lead);
      if (qualifier_.decider().settled().lane(0)) break;
      const auto field = next(asked);
      if (!field) break;
      REQUIRE(asked.insert(*field).second);  // nothing is asked twice
      put_answer(lead, program_.profile, *std::ranges::find(answers_, *field, &guide::Hypothesis::field));
    }
    return {asked.size(), qualifier_.decider().settled().lane(0), outcome()};
  }

  void qualify(const Json& lead) {
    text_ = lead.dump();
    REQUIRE_FALSE(reader_.read(text_, raw_).has_value());
    qualifier_.run(raw_, kNow);
  }

  [[nodiscard]] Outcome outcome() const {
    const auto& decider = qualifier_.decider();
    const std::uint32_t eligibility = decider.eligibility().lane(0);
    const bool out = eligibility == static_cast<std::uint32_t>(profile::Eligibility::ineligible);
    return {out ? 0 : decider.band().lane(0), eligibility, decider.stage().lane(0), decider.status().lane(0),
            decider.route().lane(0)};
  }

  const report::Program& program_;
  lead::Slots slots_;
  lead::JsonLeadReader reader_;
  lead::RawLead raw_;
  report::Qualifier qualifier_;
  guide::Hypotheses hypotheses_;
  std::vector<FieldId> order_;
  std::vector<guide::Hypothesis> answers_;
  std::set<FieldId> known_;
  Json base_;
  std::string text_;
};

struct Sum {
  std::size_t leads = 0, ours = 0, form = 0;
  [[nodiscard]] std::size_t saved_permille() const { return form == 0 ? 0 : (form - std::min(form, ours)) * 1000 / form; }
};

}  // namespace

TEST_CASE("Asking in our order settles with at least 20 % fewer questions, and never wrongly", "[properties][guidance]") {
  const auto leads = static_cast<std::size_t>(environment_number("PREQUAL_LEADS", is_nightly() ? 10'000 : 150));
  for (const std::string& path : list_files("core/profiles", ".json")) {
    if (path.ends_with("set.json")) continue;
    DYNAMIC_SECTION(path) {
      const auto program = program_of_text(read_file(path));
      Interview interview(*program);
      Random random(2026);
      Sum all;
      Sum eligible;
      std::size_t unsettled = 0;
      for (std::size_t i = 0; i < leads; ++i) {
        interview.draw(random);
        const Outcome complete = interview.complete();
        const bool fits = interview.eligible();
        const Asked ours = interview.in_our_order();
        const Asked form = interview.in_form_order();
        INFO(interview.base().dump());
        REQUIRE(ours.outcome == complete);
        REQUIRE(form.outcome == complete);
        unsettled += ours.settled ? 0 : 1;
        for (Sum* sum : {&all, &eligible}) {
          if (sum == &eligible && !fits) continue;
          ++sum->leads;
          sum->ours += ours.questions;
          sum->form += form.questions;
        }
      }
      const auto mean = [](std::size_t sum, std::size_t count) {
        return static_cast<double>(sum) / static_cast<double>(std::max<std::size_t>(1, count));
      };
      std::printf("| %.*s | %zu | %.2f | %.2f | %zu.%zu %% | %zu | %.2f | %.2f | %zu.%zu %% | %zu |\n",
                  static_cast<int>(program->profile.model().id.size()), program->profile.model().id.data(), all.leads,
                  mean(all.form, all.leads), mean(all.ours, all.leads), all.saved_permille() / 10,
                  all.saved_permille() % 10, eligible.leads, mean(eligible.form, eligible.leads),
                  mean(eligible.ours, eligible.leads), eligible.saved_permille() / 10, eligible.saved_permille() % 10,
                  unsettled);
      CHECK(all.saved_permille() >= 200);
    }
  }
}
