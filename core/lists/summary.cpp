#include "lists/summary.h"

#include <algorithm>
#include <bit>

#include "base/json_writer.h"
#include "profile/names.h"

namespace prequal::lists {

Summary::Summary(const profile::Profile& profile) : profile_(&profile) {
  const profile::Model& model = profile.model();
  stages.resize(model.stages.size());
  routes.resize(model.routes.size() + 1);
  reasons.resize(model.reasons.size());
  must_haves.resize(model.must_haves.size());
  nice_to_haves.resize(model.nice_to_haves.size());
}

void Summary::clear() {
  *this = Summary(*profile_);
}

void Summary::add(const decide::Outcomes& outcomes, std::size_t first, std::size_t count) {
  leads += count;
  for (std::size_t lead = first; lead < first + count; ++lead) {
    // Suspected spam is a status and nothing else: it leaves the counts by which people judge a list (R03-13).
    if (outcomes.status[lead] == static_cast<std::uint8_t>(profile::Status::spam)) {
      ++statuses[outcomes.status[lead]];
      continue;
    }
    ++counted;
    ++bands[outcomes.band[lead]];
    ++eligibility[outcomes.eligibility[lead]];
    ++stages[outcomes.stage[lead]];
    ++statuses[outcomes.status[lead]];
    ++lanes[outcomes.lane[lead]];
    ++routes[outcomes.route[lead]];
    settled += outcomes.settled[lead];
    for (std::size_t word = 0; word < outcomes.reason_words; ++word) {
      for (std::uint64_t bits = outcomes.reasons[lead * outcomes.reason_words + word]; bits != 0; bits &= bits - 1) {
        ++reasons[word * 64 + static_cast<std::size_t>(std::countr_zero(bits))];
      }
    }
  }
}

void Summary::add_criteria(const decide::Decider<evaluate::kBlockWords>& decider, std::size_t count) {
  const auto& spam = decider.status().chosen[static_cast<std::size_t>(profile::Status::spam)];
  const auto tally = [&](const std::vector<profile::Criterion>& criteria, std::vector<TruthCounts>& out) {
    for (std::size_t i = 0; i < criteria.size(); ++i) {
      const auto& truth = decider.evaluator().now(criteria[i].when);
      TruthCounts here;
      std::uint64_t all = 0;
      for (std::size_t word = 0; word * 64 < count; ++word) {
        const std::size_t left = count - word * 64;
        const std::uint64_t filled = left >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1;
        const std::uint64_t valid = filled & ~spam.words[word];
        all += static_cast<std::uint64_t>(std::popcount(valid));
        here.met += static_cast<std::uint64_t>(std::popcount(truth.yes.words[word] & valid));
        here.not_met += static_cast<std::uint64_t>(std::popcount(truth.no.words[word] & valid));
      }
      out[i].met += here.met;
      out[i].not_met += here.not_met;
      out[i].unknown += all - here.met - here.not_met;
    }
  };
  tally(profile_->model().must_haves, must_haves);
  tally(profile_->model().nice_to_haves, nice_to_haves);
}

bool can_hold(const profile::Reason& reason) {
  return reason.when != profile::kNever || reason.disqualify_when != profile::kNever;
}

std::string reason_name(const profile::Reason& reason) {
  std::string out(reason.code);
  if (!reason.sub.empty()) out.append(":").append(reason.sub);
  return out;
}

namespace {

class SummaryWriter {
 public:
  SummaryWriter(const Summary& summary, std::string& out) : summary_(summary), json_(out) {}

  void write(const SummaryFacts& facts, const std::vector<Column>& columns, const Names& names) {
    json_.begin_object();
    json_.field("records", signed_of(summary_.leads)).field("rejected", signed_of(facts.rejected));
    json_.field("problems", signed_of(facts.problems)).field("counted", signed_of(summary_.counted));
    std::string as_of;
    append_rfc3339(as_of, facts.as_of.now);
    json_.field("asOf", as_of).field("asOfFrom", as_of_name(facts.as_of.from));
    write_columns(columns, names);
    const profile::Model& model = summary_.profile().model();
    counts("bands", profile::levels(), summary_.bands);
    counts("eligibility", profile::eligibilities(), summary_.eligibility);
    std::vector<std::string_view> ids;
    for (const profile::Stage& stage : model.stages) ids.push_back(stage.id);
    counts("stages", ids, summary_.stages);
    counts("statuses", profile::statuses(), summary_.statuses);
    counts("lanes", profile::lanes(), summary_.lanes);
    ids.assign(1, "none");
    for (const profile::Route& route : model.routes) ids.push_back(route.id);
    counts("routes", ids, summary_.routes);
    json_.key("reasons").begin_object();
    for (std::size_t i = 0; i < model.reasons.size(); ++i) {
      if (can_hold(model.reasons[i])) json_.field(reason_name(model.reasons[i]), signed_of(summary_.reasons[i]));
    }
    json_.end_object();
    json_.key("criteria").begin_object();
    criteria(model.must_haves, summary_.must_haves);
    criteria(model.nice_to_haves, summary_.nice_to_haves);
    json_.end_object().field("settled", signed_of(summary_.settled)).end_object();
  }

 private:
  template <typename Counts>
  void counts(std::string_view name, const std::vector<std::string_view>& ids, const Counts& values) {
    json_.key(name).begin_object();
    for (std::size_t i = 0; i < ids.size(); ++i) json_.field(ids[i], signed_of(values[i]));
    json_.end_object();
  }

  void criteria(const std::vector<profile::Criterion>& list, const std::vector<TruthCounts>& values) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      json_.key(list[i].id).begin_object().field("met", signed_of(values[i].met));
      json_.field("not_met", signed_of(values[i].not_met)).field("unknown", signed_of(values[i].unknown)).end_object();
    }
  }

  void write_columns(const std::vector<Column>& columns, const Names& names) {
    json_.key("columns").begin_array();
    for (const Column& column : columns) {
      json_.begin_object().field("name", column.name).key("field");
      const std::string_view target = names.slot_name(column.slot);
      target.empty() ? json_.null() : json_.string(target);
      json_.field("how", how_name(column.how)).end_object();
    }
    json_.end_array();
  }

  const Summary& summary_;
  JsonWriter json_;
};

}  // namespace

void write_summary(const Summary& summary, const SummaryFacts& facts, const std::vector<Column>& columns,
                   const Names& names, std::string& out) {
  SummaryWriter(summary, out).write(facts, columns, names);
}

}  // namespace prequal::lists
