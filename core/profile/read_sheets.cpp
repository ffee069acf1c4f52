// What people agree on: scope sheet, ideal buyer, agreement, change log; and whether the profile is complete enough to score.
#include <algorithm>

#include "base/limits.h"
#include "base/time.h"
#include "profile/names.h"
#include "profile/profile_reader.h"

namespace prequal::profile {
namespace {

// The six headings of a scope sheet (R01-06), and what else a sheet may say.
const std::vector<std::string_view>& scope_headings() {
  static const std::vector<std::string_view> kHeadings{"specialties", "clinic_types", "geography",     "licensing",
                                                       "contract",    "capacity",     "services",      "payers",
                                                       "included",    "not_included", "care_settings", "onboarding"};
  return kHeadings;
}

const std::vector<std::string_view>& buyer_headings() {
  static const std::vector<std::string_view> kHeadings{
      "organizations", "roles",      "care_settings", "budget",    "pain_points", "size",   "service_lines",
      "workflow",      "purchasing", "case_volume",   "payer_mix", "technology",  "people", "goals"};
  return kHeadings;
}

struct Needed {
  std::string_view heading;
  std::string_view what;
};

constexpr auto kScopeNeeded = std::to_array<Needed>({{"geography", "geography"}});
constexpr auto kB2bNeeded = std::to_array<Needed>({{"organizations", "organization types"},
                                                   {"care_settings", "care settings"},
                                                   {"budget", "budget range"},
                                                   {"pain_points", "common pain points"}});
constexpr auto kPersonNeeded = std::to_array<Needed>({{"people", "people it is for"}, {"goals", "goals of these people"}});

bool has(const std::vector<SheetEntry>& sheet, std::string_view heading) {
  return std::ranges::find(sheet, heading, &SheetEntry::heading) != sheet.end();
}

}  // namespace

void ProfileReader::read_sheet(ObjectReader& root, std::string_view key, const std::vector<std::string_view>& headings,
                               std::vector<SheetEntry>& out) {
  const NodeIndex node = root.object(key);
  if (node == kNoNode) return;
  ObjectReader reader(context_, node);
  for (const std::string_view heading : headings) {
    const NodeIndex member = reader.any(heading);
    if (member == kNoNode) continue;
    SheetEntry entry{.heading = heading, .text = {}, .values = {}};
    const Node& value = context_.document.at(member);
    if (value.kind == NodeKind::array) {
      entry.values = reader.texts(heading);
    } else if (value.kind == NodeKind::object && context_.document.find(member, "list") != kNoNode) {
      ObjectReader inner(context_, member);
      const std::string_view name = inner.text("list");
      const auto found = std::ranges::find(model.lists, name, &NamedList::id);
      if (found != model.lists.end()) {
        entry.list = static_cast<std::uint16_t>(found - model.lists.begin());
      } else {
        std::vector<std::string_view> known;
        for (const NamedList& list : model.lists) known.push_back(list.id);
        context_.report(Code::unknown_reference, member, name, suggest(name, known));
      }
      entry.text = inner.localized("text");
      inner.finish();
    } else {
      entry.text = read_text(context_, member);
    }
    out.push_back(std::move(entry));
  }
  reader.finish();
}

void ProfileReader::read_sheets(ObjectReader& root) {
  read_sheet(root, "scope", scope_headings(), model.scope);
  read_sheet(root, "ideal_buyer", buyer_headings(), model.ideal_buyer);
  if (const NodeIndex node = root.object("agreement"); node != kNoNode) {
    ObjectReader reader(context_, node);
    model.agreement.agreed_on = reader.text("agreed_on");
    model.agreement.review_on = reader.text("review_on");
    model.agreement.pilot_reviewed_on = reader.text("pilot_reviewed_on");
    for (const std::string_view key : {"agreed_on", "review_on", "pilot_reviewed_on"}) {
      const std::string_view date = reader.text(key);
      if (!date.empty() && !parse_date(date)) context_.report(Code::bad_time, reader.any(key), date);
    }
    if (const NodeIndex owners = reader.object("owners"); owners != kNoNode) {
      for (NodeIndex child = context_.document.at(owners).first; child != kNoNode;
           child = context_.document.at(child).next) {
        model.agreement.owners.emplace_back(context_.document.at(child).key, context_.document.at(child).text);
      }
    }
    reader.finish();
  }
  for (const NodeIndex child : children(context_, root.array("changes"), limits::kRules, "changes")) {
    ObjectReader reader(context_, child);
    if (!reader.ok()) continue;
    Change change;
    change.version = reader.text("version");
    change.category = reader.text("category");
    change.text = reader.text("text");
    reader.finish();
    model.changes.push_back(change);
  }
}

// R01-05: nothing is scored before the ideal profile is defined.
void ProfileReader::check_complete(ObjectReader& root) {
  const auto report = [&](std::string_view what, std::string_view sheet, std::string_view heading) {
    context_.report(Code::profile_incomplete, root.node(), what,
                    std::string("add \"").append(heading).append("\" to \"").append(sheet).append("\""));
  };
  for (const Needed& needed : kScopeNeeded) {
    if (!has(model.scope, needed.heading)) report(needed.what, "scope", needed.heading);
  }
  if (model.path == Path::b2b) {
    if (!has(model.scope, "specialties") && !has(model.scope, "services"))
      report("specialties or services", "scope", "specialties");
    const bool titles_only =
        !model.ideal_buyer.empty() &&
        std::ranges::all_of(model.ideal_buyer, [](const SheetEntry& entry) { return entry.heading == "roles"; });
    if (titles_only) context_.report(Code::lint_titles_only, root.any("ideal_buyer"));
    for (const Needed& needed : kB2bNeeded) {
      if (!has(model.ideal_buyer, needed.heading)) report(needed.what, "ideal_buyer", needed.heading);
    }
  } else {
    if (!has(model.scope, "services")) report("services", "scope", "services");
    for (const Needed& needed : kPersonNeeded) {
      if (!has(model.ideal_buyer, needed.heading)) report(needed.what, "ideal_buyer", needed.heading);
    }
  }
  const bool roles_only = !model.ideal_buyer.empty() && std::ranges::all_of(model.ideal_buyer, [](const SheetEntry& entry) {
    return entry.heading == "roles";
  });
  if (roles_only) context_.report(Code::lint_titles_only, root.any("ideal_buyer"), {});
  if (model.rules.empty()) report("rules", "rules", "an entry");
  if (model.outcomes.empty()) report("target outcome", "outcomes", "one or two entries");
}

}  // namespace prequal::profile
