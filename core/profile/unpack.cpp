// Reads a packed profile and refuses every one that could lead a lead astray. Whatever the evaluator takes for granted because
// the compiler makes it so is checked here.
#include <algorithm>

#include "base/text.h"
#include "profile/fact_codes.h"
#include "profile/needs.h"
#include "profile/pack.h"
#include "profile/unpacker.h"

namespace prequal::profile {
namespace packing {
namespace {

constexpr std::uint32_t kOps = static_cast<std::uint32_t>(Op::lane_in) + 1;
constexpr std::uint32_t kDataStates = 7;
constexpr std::int32_t kMostAtLeast = 100'000;

std::uint64_t read_fixed(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < count; ++i) out |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  return out;
}

bool is_chosen(FieldType type) {
  return type <= FieldType::yes_no;
}

/// The operands of one condition: below what they may be.
struct Bounds {
  std::uint32_t least = 0;
  std::uint32_t most = 0;  // exclusive
};

bool operands_within(const Condition& condition, const std::vector<std::uint32_t>& operands, std::uint32_t from,
                     std::uint32_t to, Bounds bounds) {
  for (std::uint32_t i = from; i < to; ++i) {
    const std::uint32_t operand = operands[condition.first + i];
    if (operand < bounds.least || operand >= bounds.most) return false;
  }
  return true;
}

/// What the evaluator takes for granted about conditions.
class ConditionChecker {
 public:
  ConditionChecker(const Model& model, const TableSizes& sizes, const std::vector<Condition>& nodes,
                   const std::vector<std::uint32_t>& operands)
      : model_(model), sizes_(sizes), nodes_(nodes), operands_(operands) {}

  [[nodiscard]] bool holds() const {
    for (std::size_t id = 0; id < nodes_.size(); ++id) {
      if (!holds(id)) return false;
    }
    return nodes_.size() > kNever && nodes_[kAlways].op == Op::always && nodes_[kNever].op == Op::never;
  }

 private:
  [[nodiscard]] std::uint32_t size(Table table) const { return sizes_[static_cast<std::size_t>(table)]; }
  [[nodiscard]] bool within(const Condition& condition, Bounds bounds) const {
    return operands_within(condition, operands_, 0, condition.count, bounds);
  }
  [[nodiscard]] const Field* field(const Condition& condition) const {
    return condition.column < model_.fields.size() ? &model_.fields[condition.column] : nullptr;
  }
  [[nodiscard]] bool is_known_fact(const Condition& condition) const {
    return is_fact(condition.column) && source_index(condition.column) < kFacts;
  }

  [[nodiscard]] bool holds(std::size_t id) const {
    const Condition& condition = nodes_[id];
    // Only what may change has two truths, and a gate has when one of its operands has.
    switch (condition.op) {
      case Op::always:
      case Op::never: return id == static_cast<std::size_t>(condition.op) && !condition.provisional;
      case Op::all:
      case Op::any:
      case Op::negation:
      case Op::count: return holds_gate(id, condition);
      case Op::code_in: return holds_codes(condition);
      case Op::number_in:
      case Op::time_in: return holds_numbers(condition);
      case Op::set_any:
      case Op::set_all:
      case Op::set_only: {
        const Field* shape = field(condition);
        return shape != nullptr && shape->type == FieldType::choices && within(condition, codes_of(*shape));
      }
      case Op::set_count: return field(condition) != nullptr;
      case Op::mentions: return field(condition) != nullptr && within(condition, {0, size(Table::phrases)});
      case Op::in_area:
        return field(condition) != nullptr && field(condition)->type == FieldType::postal_code && condition.count == 1 &&
               within(condition, {0, size(Table::areas)});
      case Op::answered: return field(condition) != nullptr;
      case Op::state_in: return field(condition) != nullptr && within(condition, {0, kDataStates});
      case Op::touched:
        return condition.extra <= condition.count &&
               operands_within(condition, operands_, 0, condition.extra, {0, size(Table::touch_types)}) &&
               operands_within(condition, operands_, condition.extra, condition.count, {0, size(Table::topics)});
      case Op::level_in: return is_score(condition) && within(condition, {0, kLevels});
      case Op::score_at_least:
        return is_score(condition) && condition.low >= -kMostAtLeast && condition.low <= kMostAtLeast;
      case Op::eligibility_in: return within(condition, {0, 3});
      case Op::stage_at_least: return condition.count > 0 && within(condition, {0, kLadder});
      case Op::reason_fired: return condition.count > 0 && within(condition, {0, size(Table::reasons)});
      case Op::status_in: return within(condition, {0, kStatuses});
      case Op::lane_in: return within(condition, {0, kLanes});
    }
    return false;
  }
  [[nodiscard]] bool holds_gate(std::size_t id, const Condition& condition) const {
    bool provisional = false;
    for (std::uint32_t i = 0; i < condition.count; ++i) {
      const std::uint32_t operand = operands_[condition.first + i];
      if (operand >= id || nodes_[operand].phase > condition.phase) return false;
      provisional |= nodes_[operand].provisional;
    }
    const bool fits = condition.op == Op::negation ? condition.count == 1 : condition.count > 0;
    const bool counts =
        condition.op != Op::count || (condition.low >= 0 && std::cmp_less_equal(condition.low, condition.count));
    return fits && counts && provisional == condition.provisional;
  }
  [[nodiscard]] bool holds_codes(const Condition& condition) const {
    if (is_fact(condition.column)) {
      return is_known_fact(condition) && !fact_is_number(source_fact(condition.column)) &&
             within(condition, {1, fact_codes(model_, source_fact(condition.column)) + 1});
    }
    const Field* shape = field(condition);
    return shape != nullptr && is_chosen(shape->type) && !condition.provisional && within(condition, codes_of(*shape));
  }
  [[nodiscard]] bool holds_numbers(const Condition& condition) const {
    if (condition.provisional || condition.low > condition.high) return false;
    if (is_fact(condition.column)) return is_known_fact(condition) && fact_is_number(source_fact(condition.column));
    const Field* shape = field(condition);
    return shape != nullptr && shape->type >= FieldType::number && shape->type <= FieldType::time;
  }
  [[nodiscard]] Bounds codes_of(const Field& shape) const {
    return {1, static_cast<std::uint32_t>(model_.vocabularies[shape.vocabulary].values.size()) + 1};
  }
  [[nodiscard]] static bool is_score(const Condition& condition) {
    return condition.column <= static_cast<Source>(OutcomeScore::total);
  }

  static constexpr std::uint32_t kLadder = 5;  // the longest of names.cpp

  const Model& model_;
  const TableSizes& sizes_;
  const std::vector<Condition>& nodes_;
  const std::vector<std::uint32_t>& operands_;
};

bool holds_model(const Model& model) {
  for (const Field& field : model.fields) {
    if (is_chosen(field.type) != (field.vocabulary < model.vocabularies.size())) return false;
    if (field.minimum > field.maximum) return false;
  }
  std::size_t slot = 0;
  for (const Rule& rule : model.rules) {
    if (rule.is_signal() && rule.signal.slot != slot++) return false;
  }
  return !model.stages.empty() && model.segments.size() <= limits::kVocabulary;
}

bool holds_group(const Model& model, const Needs& needs, const PointsGroup& group) {
  if ((group.limit < 0) != (group.group == kNoEntry)) return false;
  for (const PointsLine& line : group.lines) {
    if (line.grade >= model.rules[line.rule].grades.size()) return false;
  }
  for (const std::uint16_t rule : group.signals) {
    if (!model.rules[rule].is_signal()) return false;
  }
  const auto has = [](const std::vector<FieldId>& list, FieldId field) {
    return std::ranges::find(list, field) != list.end();
  };
  return std::ranges::all_of(group.potential, [&](const PotentialLine& line) {
    if (line.field != kNoField) return has(needs.code_fields, line.field) || has(needs.number_fields, line.field);
    return line.rule != kNoEntry && line.first_line <= group.lines.size() &&
           line.line_count <= group.lines.size() - line.first_line;
  });
}

bool holds_points(const Model& model, const Needs& needs, const std::vector<PointsCategory>& points) {
  if (points.size() != kCategories) return false;
  for (const PointsCategory& category : points) {
    for (const PointsGroup& group : category.groups) {
      if (!holds_group(model, needs, group)) return false;
    }
  }
  return true;
}

bool holds_domains(const Model& model, const std::vector<Domain>& domains) {
  for (std::size_t i = 0; i < domains.size(); ++i) {
    const Field& field = model.fields[i];
    if (!is_chosen(field.type)) continue;
    const auto codes = static_cast<std::int32_t>(model.vocabularies[field.vocabulary].values.size());
    for (const std::int32_t value : domains[i].values) {
      if (value < 1 || value > codes) return false;
    }
  }
  return true;
}

}  // namespace

/// Reaches into the classes whose members are not public.
struct UnpackerAccess {
  static void read(Unpacker& in, Conditions& conditions) {
    constexpr std::size_t kLeastOfNode = 7;
    conditions.nodes_ = std::vector<Condition>(in.take_length(limits::kConditions * 2, kLeastOfNode));
    for (Condition& node : conditions.nodes_) {
      node.op = static_cast<Op>(in.take(kOps - 1));
      const std::uint32_t flags = in.take(kPhases * 4 - 1);
      node.phase = static_cast<Phase>(flags >> 2U);
      node.provisional = (flags & 2U) != 0;
      node.timed = (flags & 1U) != 0;
      node.column = static_cast<Source>(in.take(std::numeric_limits<Source>::max()));
      node.low = in.take_signed();
      node.high = in.take_signed();
      node.extra = in.take(std::numeric_limits<std::uint32_t>::max());
      node.first = static_cast<std::uint32_t>(conditions.operands_.size());
      node.count = static_cast<std::uint32_t>(in.take_length(limits::kProfileBytes, 1));
      for (std::uint32_t i = 0; i < node.count; ++i) {
        conditions.operands_.push_back(in.take(std::numeric_limits<std::uint32_t>::max()));
      }
      if (is_bit_leaf(node.op)) node.bit = conditions.bits_++;
      if (!in.ok()) return;
    }
  }

  static bool read(Unpacker& in, Profile& profile) {
    for (std::size_t i = 0; i < kTables; ++i) in.sizes[i] = in.take(std::numeric_limits<std::uint16_t>::max());
    in.require(in.sizes[static_cast<std::size_t>(Table::touch_types)] == kTouchTypes);
    Model& model = profile.model_;
    in.set_model(model);
    read(in, profile.conditions_);
    in.part(model);
    in.parts(profile.points_);
    if (!in.ok() || table_sizes(model, profile.conditions_) != in.sizes || !holds_model(model) ||
        !ConditionChecker(model, in.sizes, profile.conditions_.nodes_, profile.conditions_.operands_).holds()) {
      return false;
    }
    profile.words_ = words_of(model.vocabularies);
    profile.domains_ = std::vector<Domain>(model.fields.size());
    for (Domain& domain : profile.domains_) in.part(domain);
    if (!in.at_end()) return false;
    profile.needs_ = find_needs(model, profile.conditions_);
    return holds_points(model, profile.needs_, profile.points_) && holds_domains(model, profile.domains_);
  }

  /// What the head says: `none` when the rest can be read.
  static Code check_head(std::string_view bytes, PackFor whom) {
    if (!is_packed(bytes)) return Code::pack_expected;
    if (bytes.size() < kHeadBytes || bytes.size() > limits::kProfileBytes) return Code::pack_broken;
    const std::uint64_t format = read_fixed(bytes, kFormatAt, 4);
    const bool readable = format == kPackFormat || (whom == PackFor::page && format == kPageFormat);
    if (!readable || read_fixed(bytes, kLayoutAt, 8) != kLayout) {
      return Code::pack_version;
    }
    const std::string_view body = bytes.substr(kHeadBytes);
    const std::uint64_t numbers = read_fixed(bytes, kNumbersAt, 4);
    if (read_fixed(bytes, kChecksumAt, 8) != hash_bytes(body) || numbers > body.size() ||
        find_malformed_utf8(body.substr(static_cast<std::size_t>(numbers))) != std::string_view::npos) {
      return Code::pack_broken;
    }
    return Code::none;
  }

  static Profile read(std::string_view bytes, PackFor whom, Code& problem) {
    problem = check_head(bytes, whom);
    std::string_view numbers;
    std::vector<char> texts;
    if (problem == Code::none) {
      numbers = bytes.substr(kHeadBytes, static_cast<std::size_t>(read_fixed(bytes, kNumbersAt, 4)));
      const std::string_view rest = bytes.substr(kHeadBytes + numbers.size());
      texts.assign(rest.begin(), rest.end());
    }
    // Moving a vector keeps its bytes in place, so the views stay good.
    Unpacker in(numbers, {texts.data(), texts.size()});
    Profile profile(Document::holding(std::move(texts)), {}, {});
    if (problem == Code::none && !read(in, profile)) problem = Code::pack_broken;
    return profile;
  }
};

}  // namespace packing

bool is_packed(std::string_view bytes) {
  return bytes.starts_with(packing::kMagic);
}

std::expected<Profile, Problem> unpack(std::string_view bytes, PackFor whom) {
  Code problem = Code::none;
  Profile profile = unpack_or_empty(bytes, whom, problem);
  if (problem != Code::none) return std::unexpected(Problem{.code = problem});
  return profile;
}

Profile unpack_or_empty(std::string_view bytes, PackFor whom, Code& problem) {
  return packing::UnpackerAccess::read(bytes, whom, problem);
}

}  // namespace prequal::profile
