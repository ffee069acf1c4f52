#include "report/verdict_words.h"

#include <algorithm>
#include <array>
#include <bit>

#include "guide/missing.h"
#include "report/contributions.h"

namespace prequal::report {
namespace {

using profile::Category;
using profile::FieldId;
using profile::FieldType;

static_assert(std::endian::native == std::endian::little, "words are little-endian");

enum class Shape : std::uint8_t { hidden, number, code, codes, text };

class WordWriter {
 public:
  WordWriter(const Qualifier& qualifier, std::string& out)
      : qualifier_(qualifier),
        profile_(qualifier.program().profile),
        lead_(qualifier.decided_lead()),
        out_(out),
        start_(out.size()) {}

  void write() {
    const auto& evaluator = qualifier_.decider().evaluator();
    for (std::size_t c = 0; c < profile::kCategories; ++c) write_score(evaluator.category(static_cast<Category>(c)));
    write_score(evaluator.total());
    write_numbers();
    at_ = out_.size();
    out_.append(4 * sizeof(std::uint32_t), '\0');
    begin_section();
    write_contributions();
    begin_section();
    const profile::Model& model = profile_.model();
    word(model.must_haves.size() + model.nice_to_haves.size());
    for (const auto* list : {&model.must_haves, &model.nice_to_haves}) {
      for (const profile::Criterion& criterion : *list) {
        const auto& truth = evaluator.now(criterion.when);
        word(truth.yes.lane(kLane) ? 1 : truth.no.lane(kLane) ? 2 : 0);
        write_because(criterion.when);
      }
    }
    begin_section();
    const std::size_t stops = start_list();
    std::uint32_t stopped = 0;
    for (std::size_t i = 0; i < model.hard_stops.size(); ++i) {
      if (!evaluator.now(model.hard_stops[i].when).yes.lane(kLane)) continue;
      word(i);
      write_because(model.hard_stops[i].when);
      ++stopped;
    }
    end_list(stops, stopped);
    begin_section();
    const auto missing = guide::find_missing(profile_, qualifier_.program().support, lead_, qualifier_.decider(), kLane);
    word(missing.size());
    for (const FieldId field : missing) word(field);
  }

 private:
  template <typename Number>
  void word(Number number) {
    const auto value = static_cast<std::uint32_t>(number);
    out_.append(std::bit_cast<std::array<char, 4>>(value).data(), 4);
  }
  // Where the next of the four lists begins.
  void begin_section() {
    set(at_, static_cast<std::uint32_t>((out_.size() - start_) / sizeof(std::uint32_t)));
    at_ += sizeof(std::uint32_t);
  }
  // A list whose length is known when it ends: room for it, and what stands there then.
  std::size_t start_list() {
    word(0);
    return out_.size() - 4;
  }
  void end_list(std::size_t list, std::uint32_t length) { set(list, length); }
  void set(std::size_t at, std::uint32_t value) {
    std::ranges::copy(std::bit_cast<std::array<char, 4>>(value), out_.begin() + static_cast<std::ptrdiff_t>(at));
  }

  void write_score(const evaluate::Score<1>& score) {
    word(score.now.lane(kLane));
    word(score.low.lane(kLane));
    word(score.high.lane(kLane));
  }

  void write_numbers() {
    const Qualifier& qualifier = qualifier_;
    const auto& decider = qualifier.decider();
#define PREQUAL_VERDICT_WORD(name, value) word(value);
#include "report/verdict_words.def"
#undef PREQUAL_VERDICT_WORD
  }

  void write_contributions() {
    std::vector<Contribution> lines;
    find_contributions(qualifier_, lines);
    word(lines.size());
    for (const Contribution& line : lines) {
      word(line.kind);
      word(line.category);
      word(line.index);
      word(line.grade);
      word(line.points);
      if (line.kind == Contribution::Kind::rule) write_because(line.when);
    }
  }

  void write_because(profile::ConditionId id) {
    const std::size_t list = start_list();
    std::uint32_t known = 0;
    for (const FieldId field : qualifier_.program().support.fields(id)) {
      if (!lead::is_usable(lead_.answers[field].state)) continue;
      write_value(field);
      ++known;
    }
    end_list(list, known);
  }

  void write_value(FieldId field) {
    const profile::Field& kind = profile_.model().fields[field];
    const lead::Answer& answer = lead_.answers[field];
    word(field);
    if (kind.sensitive || kind.personal) {
      word(Shape::hidden);
      return;
    }
    switch (kind.type) {
      case FieldType::choice:
      case FieldType::yes_no:
        word(Shape::code);
        word(answer.code);
        break;
      case FieldType::choices:
        word(Shape::codes);
        word(answer.code_count);
        for (std::uint32_t i = 0; i < answer.code_count; ++i) word(lead_.codes[answer.first_code + i]);
        break;
      case FieldType::number:
      case FieldType::money:
        word(Shape::number);
        word(answer.number);
        break;
      case FieldType::date: {
        std::string date;
        append_date(date, answer.number);
        text(date);
        break;
      }
      case FieldType::time: {
        std::string time;
        append_rfc3339(time, {std::int64_t{answer.number} * 60, qualifier_.now().offset_minutes});
        text(time);
        break;
      }
      default: word(Shape::hidden);
    }
  }

  void text(std::string_view text) {
    word(Shape::text);
    word(text.size());
    out_.append(text).append((4 - text.size() % 4) % 4, '\0');
  }

  const Qualifier& qualifier_;
  const profile::Profile& profile_;
  const lead::Lead& lead_;
  std::string& out_;
  const std::size_t start_;
  std::size_t at_ = 0;
};

}  // namespace

void append_verdict_words(std::string& out, const Qualifier& qualifier) {
  WordWriter(qualifier, out).write();
}

}  // namespace prequal::report
