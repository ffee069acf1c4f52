// Lists in memory and as a stream: the same verdicts as one by one, whatever the chunks, with rows, cells and counts.
#include <string>
#include <vector>

#include "base/limits.h"
#include "lists/list.h"
#include "lists/stream.h"
#include "support/random.h"
#include "support/random_profile.h"
#include "support/workbench.h"

using prequal::Instant;
using prequal::Problem;
using prequal::lists::AsOfFrom;
using prequal::lists::Detail;
using prequal::lists::List;
using prequal::lists::ListOptions;
using prequal::testing::Json;
using prequal::testing::kNow;
using prequal::testing::Random;

namespace {

const prequal::report::Program& hospitals() {
  static const auto program =
      prequal::testing::program_of_text(prequal::testing::read_file("core/profiles/hospitals-outbound.json"));
  return *program;
}
const prequal::report::Program& scheduling() {
  static const auto program =
      prequal::testing::program_of_text(prequal::testing::read_file("core/profiles/b2b-scheduling.json"));
  return *program;
}

void push(List& list, std::string_view text, std::size_t piece) {
  for (std::size_t at = 0; at < text.size(); at += piece) list.push(text.substr(at, piece));
}

std::string verdict(List& list, std::size_t lead) {
  std::string out;
  list.write_verdict(lead, out);
  return out;
}

std::string summary(const List& list) {
  std::string out;
  list.write_summary(out);
  return out;
}

// Writes results as the command does.
class Documents final : public prequal::lists::ResultSink {
 public:
  void on_verdict(const prequal::lists::Record& /*record*/, prequal::report::Qualifier& qualifier) override {
    qualifier.write_verdict(documents.emplace_back());
  }
  void on_outcome(std::uint64_t row, std::string_view id, const prequal::decide::Outcomes& outcomes,
                  std::size_t i) override {
    outcome_lines.push_back(std::to_string(row) + " " + std::string(id) + " " + std::to_string(outcomes.total[i]));
  }
  void on_rejected(const Problem& problem) override {
    documents.push_back("! " + std::to_string(problem.row));
    outcome_lines.push_back("! " + std::to_string(problem.row));
  }
  void on_problem(const Problem& /*problem*/) override {}

  std::vector<std::string> documents;
  std::vector<std::string> outcome_lines;
};

Documents stream(const prequal::report::Program& program, std::string_view text, std::size_t piece, Detail detail,
                 std::string* counts = nullptr) {
  Documents out;
  const prequal::lists::Names names(program.profile, {});
  prequal::lists::Stream stream(program, names, prequal::lists::Format::automatic, kNow, detail, out);
  for (std::size_t at = 0; at < text.size(); at += piece) stream.push(text.substr(at, piece));
  stream.finish();
  if (counts != nullptr) {
    write_summary(stream.summary(),
                  {.rejected = stream.rejected(), .problems = stream.problems(), .as_of = {kNow, AsOfFrom::given}},
                  stream.input().columns(), names, *counts);
  }
  return out;
}

// More than one block, with bad rows in it.
std::string many_rows(std::size_t rows) {
  Random random(3);
  const std::vector<std::string_view> kStates{"OH", "TX", "MI", "", "Ohoi", "KY"};
  const std::vector<std::string_view> kTypes{"Acute Care Hospitals", "Psychiatric", "Critical Access Hospitals", "",
                                             "castle"};
  std::string out = "Provider ID,State,Hospital Type,Emergency Services,Phone Number,Note\n";
  for (std::size_t i = 1; i <= rows; ++i) {
    out.append(std::to_string(i)).append(",").append(random.pick(kStates)).append(",").append(random.pick(kTypes));
    out.append(random.chance(50) ? ",true," : ",").append(random.chance(3) ? "x\n" : "2565938310,\"a\nb\"\n");
  }
  return out;
}

}  // namespace

TEST_CASE("A list says what its leads say one by one", "[lists][list][R09-08]") {
  const std::string text = many_rows(1300);
  List list(hospitals(), {});
  push(list, text, 1000);
  REQUIRE_FALSE(list.finish(kNow));
  REQUIRE(list.size() + list.rejected() == 1300);
  REQUIRE(list.rejected() > 10);
  REQUIRE(list.qualified() == list.size());
  prequal::report::Qualifier one(hospitals());
  for (std::size_t i = 0; i < list.size(); ++i) {
    CAPTURE(i, list.row(i));
    const std::string document = verdict(list, i);
    const Json tree = Json::parse(document);
    // The lead alone, as a list of one.
    List alone(hospitals(), {.now = kNow});
    alone.push("Provider ID,State,Hospital Type,Emergency Services,Phone Number,Note\n");
    alone.push(list.view_record(i));
    REQUIRE_FALSE(alone.finish());
    REQUIRE(verdict(alone, 0) == document);
    REQUIRE(tree["lead"] == std::to_string(list.row(i)));
    // The columns say the same as the document.
    const auto& outcomes = list.outcomes();
    REQUIRE(tree["scores"]["total"]["value"] == outcomes.total[i]);
    REQUIRE(tree["scores"]["total"]["low"] == outcomes.total_low[i]);
    REQUIRE(tree["scores"]["fit"]["high"] == outcomes.fit_high[i]);
    REQUIRE(tree["settled"] == (outcomes.settled[i] != 0));
    std::size_t reasons = 0;
    for (std::size_t reason = 0; reason < hospitals().profile.model().reasons.size(); ++reason) {
      reasons += outcomes.has_reason(i, reason) ? 1U : 0U;
    }
    REQUIRE(tree["reasons"].size() == reasons);
  }
}

TEST_CASE("A list of lead documents says what each document says alone", "[lists][list][property]") {
  Random random(11);
  for (int round = 0; round < 40; ++round) {
    const Json profile = prequal::testing::random_profile(random);
    const auto program = prequal::testing::program_of(profile);
    std::string lines;
    Json array = Json::array();
    std::vector<std::string> expected;
    for (std::size_t i = random.below(20) + 1; i > 0; --i) {
      const Json lead = prequal::testing::random_lead(random, profile);
      lines.append(lead.dump()).append("\n");
      array.push_back(lead);
      expected.push_back(prequal::testing::verdict_text(*program, lead.dump()));
    }
    CAPTURE(profile.dump(), lines);
    for (const std::string& text : {lines, array.dump(), array.dump(1)}) {
      List list(*program, {.now = kNow});
      push(list, text, 1 + random.below(200));
      REQUIRE_FALSE(list.finish());
      REQUIRE(list.size() == expected.size());
      for (std::size_t i = 0; i < expected.size(); ++i) REQUIRE(verdict(list, i) == expected[i]);
      REQUIRE(stream(*program, text, 1 + random.below(200), Detail::verdicts).documents == expected);
    }
  }
}

TEST_CASE("Chunks do not matter to a list", "[lists][list][property]") {
  const std::string text = many_rows(700);
  List whole(hospitals(), {});
  whole.push(text);
  REQUIRE_FALSE(whole.finish(kNow));
  Random random(5);
  for (int round = 0; round < 20; ++round) {
    List list(hospitals(), {});
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t piece = 1 + random.below(round % 2 == 0 ? 50 : 20'000);
      list.push(std::string_view(text).substr(at, piece));
      at += piece;
    }
    REQUIRE_FALSE(list.finish(kNow));
    REQUIRE(summary(list) == summary(whole));
    REQUIRE(list.problems().size() == whole.problems().size());
    REQUIRE(list.outcomes().total == whole.outcomes().total);
  }
}

TEST_CASE("A stream gives what a list gives, in the order of the rows", "[lists][stream]") {
  const std::string text = many_rows(1300);
  List list(hospitals(), {.now = kNow});
  list.push(text);
  REQUIRE_FALSE(list.finish());
  std::string counts;
  const Documents outcomes = stream(hospitals(), text, 777, Detail::outcomes, &counts);
  CHECK(counts == summary(list));
  REQUIRE(outcomes.outcome_lines.size() == 1300);
  const Documents verdicts = stream(hospitals(), text, 4096, Detail::verdicts);
  REQUIRE(verdicts.documents.size() == 1300);
  std::size_t lead = 0;
  for (std::size_t row = 1; row <= 1300; ++row) {
    CAPTURE(row);
    if (lead < list.size() && list.row(lead) == row) {
      REQUIRE(verdicts.documents[row - 1] == verdict(list, lead));
      REQUIRE(outcomes.outcome_lines[row - 1] ==
              std::to_string(row) + " " + std::to_string(row) + " " + std::to_string(list.outcomes().total[lead]));
      ++lead;
    } else {
      REQUIRE(verdicts.documents[row - 1] == "! " + std::to_string(row));
      REQUIRE(outcomes.outcome_lines[row - 1] == "! " + std::to_string(row));
    }
  }
}

TEST_CASE("Rows, records and cells of leads and of what is none", "[lists][list]") {
  List list(hospitals(), {});
  list.push("id,State,Hospital Name,Note\n1,OH,\"A \"\"B\"\"\",=x\n2\n3,\xFF,,\n4,MI,C,\n");
  REQUIRE_FALSE(list.finish());
  REQUIRE(list.size() == 2);
  CHECK(list.row(0) == 1);
  CHECK(list.row(1) == 4);
  CHECK(list.view_record(0) == "1,OH,\"A \"\"B\"\"\",=x");
  std::vector<std::string> cells;
  list.copy_cells(0, cells);
  CHECK(cells == std::vector<std::string>{"1", "OH", "A \"B\"", "=x"});
  REQUIRE(list.rejected() == 2);
  CHECK(list.rejected_row(0) == 2);
  CHECK(list.rejected_row(1) == 3);
  CHECK(list.view_rejected(0) == "2");
  REQUIRE(list.problems().size() == 2);
  CHECK(list.problems()[0].row == 2);
  CHECK(list.problems()[0].line == 3);
  CHECK(list.problem_count() == 2);
  CHECK(list.columns()[3].name == "Note");
  CHECK(list.columns()[3].how == prequal::lists::How::none);
}

TEST_CASE("Row numbers stay right whatever is rejected", "[lists][list][property]") {
  Random random(9);
  for (int round = 0; round < 30; ++round) {
    std::string text = "id,State\n";
    std::vector<std::uint64_t> rows;
    for (std::uint64_t row = 1; row <= 60; ++row) {
      const bool good = random.chance(static_cast<unsigned>(random.below(100)));
      text.append(good ? "1,OH\n" : "1\n");
      if (good) rows.push_back(row);
    }
    List list(hospitals(), {});
    list.push(text);
    REQUIRE_FALSE(list.finish());
    REQUIRE(list.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) REQUIRE(list.row(i) == rows[i]);
  }
}

TEST_CASE("The time is the given one, else the newest of the list, else none where none is needed", "[lists][as_of]") {
  const auto as_of = [](const prequal::report::Program& program, ListOptions options, std::string_view text,
                        std::optional<Instant> now = std::nullopt) {
    List list(program, std::move(options));
    list.push(text);
    REQUIRE_FALSE(list.finish(now));
    std::string out;
    append_rfc3339(out, list.as_of().now);
    return std::string(as_of_name(list.as_of().from)) + " " + out;
  };
  constexpr std::string_view kTimes =
      "{\"state\":\"OH\",\"submitted_at\":\"2026-01-02T03:04:05-05:00\"}\n"
      "{\"state\":\"OH\",\"touches\":[{\"type\":\"page_view\",\"at\":\"2026-02-01\"}]}\n";
  CHECK(as_of(scheduling(), {}, kTimes) == "newest 2026-02-01T00:00:00Z");
  CHECK(as_of(scheduling(), {.now = kNow}, kTimes) == "given 2026-11-20T15:00:00Z");
  CHECK(as_of(scheduling(), {}, kTimes, kNow) == "given 2026-11-20T15:00:00Z");
  CHECK(as_of(scheduling(), {}, "State\nOH\n") == "none 1970-01-01T00:00:00Z");
  CHECK(as_of(scheduling(), {}, "{\"state\":\"OH\"}\n") == "none 1970-01-01T00:00:00Z");
  CHECK(as_of(scheduling(), {}, "State,Submitted At\nOH,2026-03-04T05:06:07+02:00\n") ==
        "newest 2026-03-04T05:06:07+02:00");
  CHECK(as_of(scheduling(), {}, "State,Submitted At\nOH,\nOH,soon\n") == "none 1970-01-01T00:00:00Z");
}

TEST_CASE("A profile that looks at dates needs a time", "[lists][as_of]") {
  Json profile = Json::parse(prequal::testing::read_file("core/profiles/hospitals-outbound.json"));
  profile["fields"].push_back({{"id", "opens_on"}, {"type", "date"}, {"label", {{"en", "Opens"}, {"es", "Abre"}}}});
  profile["nice_to_haves"].push_back({{"id", "opens"},
                                      {"plain", {{"en", "Opens soon"}, {"es", "Abre pronto"}}},
                                      {"when", {{"field", "opens_on"}, {"ahead_within_days", 90}}}});
  const auto program = prequal::testing::program_of(profile);
  List list(*program, {});
  list.push("State,opens_on\nOH,2026-12-01\n");
  const auto problem = list.finish();
  REQUIRE(problem);
  CHECK(problem->code == prequal::Code::no_clock);
  CHECK(list.qualified() == 0);
  // A time given afterwards is good.
  REQUIRE_FALSE(list.finish(kNow));
  CHECK(list.qualified() == 1);
  CHECK(list.summary().nice_to_haves.back().met == 1);
  // And another one starts anew.
  REQUIRE_FALSE(list.finish(Instant{kNow.seconds - 86400 * 365, 0}));
  CHECK(list.summary().leads == 1);
  CHECK(list.summary().nice_to_haves.back().met == 0);
}

TEST_CASE("Qualifying in steps comes to the same", "[lists][list]") {
  const std::string text = many_rows(2000);
  List whole(scheduling(), {});
  whole.push(text);
  REQUIRE_FALSE(whole.finish(kNow));
  List steps(scheduling(), {});
  steps.push(text);
  REQUIRE_FALSE(steps.close(kNow));
  std::size_t rounds = 0;
  while (!steps.advance(1)) {
    ++rounds;
    REQUIRE(steps.qualified() == rounds * 512);
  }
  CHECK(rounds == whole.size() / 512);
  CHECK(summary(steps) == summary(whole));
  CHECK(steps.outcomes().total == whole.outcomes().total);
}

TEST_CASE("A list that cannot be read says why and stays empty", "[lists][list]") {
  for (const std::string_view text : {"a,b\n1,2\n", "PK\x03\x04", "\"never"}) {
    CAPTURE(text);
    List list(hospitals(), {.now = kNow});
    list.push(text);
    REQUIRE_FALSE(list.finish());
    CHECK(list.failed());
    CHECK(list.size() == 0);
    REQUIRE(list.problems().size() == 1);
    CHECK(list.problems()[0].severity() == prequal::Severity::error);
    list.push("more\n");
  }
  List empty(hospitals(), {});
  REQUIRE_FALSE(empty.finish());
  CHECK_FALSE(empty.failed());
  CHECK(empty.problems().at(0).code == prequal::Code::list_empty);
}

TEST_CASE("Problems over the limit are counted and not kept", "[lists][list][limits]") {
  List list(hospitals(), {});
  std::string text = "State,id\n";
  for (std::size_t i = 0; i < prequal::limits::kListProblems + 500; ++i) text.append("x\n");
  list.push(text);
  REQUIRE_FALSE(list.finish());
  CHECK(list.problems().size() == prequal::limits::kListProblems);
  CHECK(list.problem_count() == prequal::limits::kListProblems + 500);
  CHECK(list.rejected() == prequal::limits::kListProblems + 500);
}
