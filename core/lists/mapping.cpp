#include "lists/mapping.h"

#include <algorithm>

#include "base/json_scanner.h"
#include "base/limits.h"
#include "base/text.h"
#include "profile/reader.h"

namespace prequal::lists {

std::string compare_form(std::string_view name) {
  std::string out = to_folded(name);
  std::erase(out, ' ');
  return out;
}

std::optional<Problem> Mapping::add(std::string_view column, std::optional<std::string_view> target,
                                    const lead::Slots& slots, const profile::Profile& profile) {
  Entry entry{.column = std::string(column), .squeezed = compare_form(column)};
  if (target) {
    entry.slot = slots.find(*target);
    if (entry.slot == lead::kNoSlot) {
      std::vector<std::string_view> known;
      for (const profile::Field& field : profile.model().fields) known.push_back(field.id);
      for (std::size_t i = 0; i < lead::kLeadKeys; ++i) known.push_back(lead_key_path(static_cast<lead::LeadKey>(i)));
      return Problem{
          .code = Code::map_shape,
          .subject = entry.column,
          .detail = "no field or lead key is called \"" + std::string(*target) + "\"; " + profile::suggest(*target, known)};
    }
  }
  entries_.push_back(std::move(entry));
  return std::nullopt;
}

const Mapping::Entry* Mapping::find(std::string_view column, std::string_view squeezed) const {
  const auto exact = std::ranges::find(entries_, column, &Entry::column);
  if (exact != entries_.end()) return &*exact;
  if (squeezed.empty()) return nullptr;
  const auto close = std::ranges::find(entries_, squeezed, &Entry::squeezed);
  return close == entries_.end() ? nullptr : &*close;
}

namespace {

void set_place(Problem& problem, std::string_view json, std::size_t offset) {
  problem.line = 1;
  problem.column = 1;
  for (const char c : json.substr(0, offset)) {
    ++problem.column;
    if (c != '\n') continue;
    ++problem.line;
    problem.column = 1;
  }
}

}  // namespace

Mapping parse_mapping(std::string_view json, const lead::Slots& slots, const profile::Profile& profile,
                      Problems& problems) {
  Mapping mapping;
  JsonScanner scanner(json);
  std::string name;
  std::string target;
  std::size_t place = 0;
  const auto report = [&](Problem problem) {
    set_place(problem, json, place);
    problems.add(std::move(problem));
  };
  const auto broken = [&] {
    place = scanner.offset();
    report({.code = scanner.error() == JsonError::malformed_utf8 ? Code::json_malformed_utf8 : Code::json_syntax});
    return mapping;
  };
  if (json.size() > limits::kProfileBytes) {
    report({.code = Code::map_shape, .subject = "the file", .detail = "it has more than 1,048,576 bytes"});
    return mapping;
  }
  const JsonToken first = scanner.next();
  if (first == JsonToken::error) return broken();
  if (first != JsonToken::object_begin) {
    report({.code = Code::map_shape, .subject = "the file", .detail = "an object { } of columns and fields is expected"});
    return mapping;
  }
  for (;;) {
    const JsonToken token = scanner.next();
    if (token == JsonToken::object_end) break;
    if (token != JsonToken::key) return broken();
    name = scanner.view_text(target);
    place = scanner.offset();
    const JsonToken value = scanner.next();
    if (value == JsonToken::error) return broken();
    if (value == JsonToken::string || value == JsonToken::null) {
      std::optional<std::string_view> wanted;
      if (value == JsonToken::string) wanted = scanner.view_text(target);
      if (auto problem = mapping.add(view_trimmed(name), wanted, slots, profile)) report(std::move(*problem));
    } else {
      report({.code = Code::map_shape, .subject = name, .detail = "the name of a field or lead key, or null, is expected"});
      if (!scanner.skip_rest(value)) return broken();
    }
  }
  if (scanner.next() != JsonToken::end) return broken();
  return mapping;
}

}  // namespace prequal::lists
