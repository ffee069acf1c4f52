#include "support/random_profile.h"

#include <array>
#include <set>

namespace prequal::testing {
namespace {

using Texts = std::vector<std::string>;

const Texts kTypes{"demo_request", "page_view", "email_reply", "content_download"};
const Texts kTopics{"alpha", "beta", "gamma"};
const Texts kReasons{"out_of_area", "wrong_org_type",     "different_need", "budget_gap",
                     "no_timeline", "specialty_mismatch", "weak_intent",    "scope_vague"};
const Texts kWords{"red flag", "more patients", "price", "soon"};
const Texts kLevels{"low", "mid", "high"};

Json both(const std::string& text) {
  return {{"en", text}, {"es", text}};
}

class Maker {
 public:
  Maker(Random& random, const ProfileShape& shape) : random_(random), shape_(shape) {}

  Json make() {
    out_ = small_profile();
    out_["id"] = "random";
    out_["switches"] = {{"on", true}, {"off", false}};
    make_fields();
    out_["lists"] = Json::array();
    for (const Json& vocabulary : out_["vocabularies"]) {
      out_["lists"].push_back({{"id", "l." + vocabulary["id"].get<std::string>()},
                               {"of", vocabulary["id"]},
                               {"values", some(ids_of(vocabulary["values"]))}});
    }
    make_definitions();
    make_dimensions();
    make_criteria();
    make_scores();
    make_decisions();
    return std::move(out_);
  }

 private:
  template <typename List>
  List some(List list) {
    random_.shuffle(list);
    list.resize(1 + random_.below(list.size()));
    return list;
  }
  static Texts ids_of(const Json& list) {
    Texts out;
    for (const Json& entry : list)
      out.push_back(entry.is_string() ? entry.get<std::string>() : entry.at("id").get<std::string>());
    return out;
  }

  void make_fields() {
    out_["vocabularies"] = Json::array();
    out_["fields"] = Json::array();
    const std::size_t count = 2 + random_.below(shape_.most_fields - 1);
    for (std::size_t i = 0; i < count; ++i) {
      static const Texts kFieldTypes{"choice", "choice", "yes_no", "choices", "number", "money", "date", "text", "time"};
      // The first field has no dates, so that fit always has something to look at.
      const std::string kind = i == 0 ? "choice" : random_.pick(kFieldTypes);
      Json field{{"id", "f" + std::to_string(i)}, {"type", kind}, {"label", both("Field")}};
      const std::string type = field["type"];
      if (type == "choice" || type == "choices") {
        const std::string id = "v" + std::to_string(i);
        Json values = Json::array();
        const std::size_t most = type == "choices" ? 3 : 5;
        for (std::size_t v = 0; v < 2 + random_.below(most - 1); ++v) values.push_back("w" + std::to_string(v));
        out_["vocabularies"].push_back({{"id", id}, {"values", values}});
        field["vocabulary"] = id;
      }
      if (type == "number" || type == "money") {
        field["minimum"] = 0;
        field["maximum"] = 30;
      }
      if (random_.chance(10)) field["only_if"] = {{"offer", random_.chance(50) ? "on" : "off"}};
      out_["fields"].push_back(field);
    }
    if (shape_.facts) {
      out_["fields"].push_back({{"id", "email"}, {"type", "email"}, {"label", both("E-mail")}});
      if (random_.chance(40)) out_["fields"].push_back({{"id", "phone"}, {"type", "phone"}, {"label", both("Phone")}});
    }
  }

  Json field_test(bool timed) {
    Json field;
    std::string type;
    do {
      field = random_.pick(out_["fields"]);
      type = field["type"];
    } while (type == "email" || type == "phone" || (!timed && (type == "date" || type == "time")));
    Json out{{"field", field["id"]}};
    if (shape_.states && random_.chance(12)) {
      if (random_.chance(60)) {
        out["answered"] = random_.chance(60);
      } else {
        out["data_state"] = some(Texts{"known", "missing", "malformed", "unsure", "unverifiable"});
      }
      return out;
    }
    const bool none = shape_.negation && random_.chance(20);
    if (type == "choice") {
      const Texts values = ids_of(vocabulary(field)["values"]);
      if (random_.chance(25)) {
        out[none ? "is_none_of" : "is_any_of"] = {{"list", "l." + field["vocabulary"].get<std::string>()}};
      } else if (!none && random_.chance(40)) {
        out["is"] = random_.pick(values);
      } else {
        out[none ? "is_none_of" : "is_any_of"] = some(values);
      }
    } else if (type == "yes_no") {
      out[none ? "is_none_of" : "is"] = none ? Json::array({random_.chance(50)}) : Json(random_.chance(70));
    } else if (type == "choices") {
      const Texts values = ids_of(vocabulary(field)["values"]);
      switch (random_.below(shape_.negation ? 5 : 2)) {
        case 0: out["includes_any"] = some(values); break;
        case 1: out["includes_all"] = some(values); break;
        case 2: out["includes_none"] = some(values); break;
        case 3: out["includes_only"] = some(values); break;
        default:
          out["count_at_least"] = random_.below(3);
          if (random_.chance(50)) out["count_at_most"] = 1 + random_.below(3);
      }
    } else if (type == "number" || type == "money") {
      const std::int64_t low = random_.between(0, 30);
      switch (random_.below(5)) {
        case 0: out["at_least"] = low; break;
        case 1: out["at_most"] = low; break;
        case 2: out["above"] = low; break;
        case 3: out["is"] = low; break;
        default: out["at_least"] = low; out["below"] = low + random_.between(1, 10);
      }
    } else if (type == "date" || type == "time") {
      static const Texts kTests{"past_within_days", "ahead_within_days", "older_than_days", "later_than_days"};
      out[random_.pick(kTests)] = random_.between(0, 40);
    } else {
      out["mentions_any"] = some(kWords);
    }
    return out;
  }

  const Json& vocabulary(const Json& field) {
    for (const Json& entry : out_["vocabularies"]) {
      if (entry["id"] == field["vocabulary"]) return entry;
    }
    return out_["vocabularies"][0];
  }

  Json fact_test() {
    struct Row {
      std::string name;
      Texts values;
    };
    static const std::vector<Row> kRows{{"consent.email", {"given", "refused", "missing", "opted_out"}},
                                        {"outreach", {"permitted", "missing", "refused", "opted_out"}},
                                        {"contact.usable", {"yes", "no"}},
                                        {"contact.email", {"valid", "malformed", "placeholder"}},
                                        {"contact.permitted", {"yes", "no"}},
                                        {"reachability", {"plausible", "unverified"}},
                                        {"relationship", {"service", "product", "referral"}},
                                        {"record", {"open", "nurture", "closed_lost"}}};
    const Row& row = random_.pick(kRows);
    Json out{{"fact", row.name}};
    if (random_.chance(50)) {
      out["is"] = random_.pick(row.values);
    } else {
      out[shape_.negation && random_.chance(30) ? "is_none_of" : "is_any_of"] = some(row.values);
    }
    return out;
  }

  Json touch_test() {
    Json touch{{"types", some(kTypes)}};
    if (random_.chance(40)) touch["topics"] = some(kTopics);
    if (random_.chance(50)) touch["within_days"] = random_.between(1, 60);
    Json out{{"touch", touch}};
    if (random_.chance(30)) out["at_least"] = random_.between(1, 3);
    return out;
  }

  Json outcome_test(profile::Phase latest) {
    for (;;) {
      switch (random_.below(9)) {
        case 0: return {{"band", some(kLevels)}};
        case 1: return {{"fit_band", random_.pick(kLevels)}};
        case 2: return {{"intent_band", random_.pick(kLevels)}};
        case 3: return {{"total_at_least", random_.between(0, 80)}};
        case 4: return {{"fit_at_least", random_.between(0, 60)}};
        case 5: return {{"eligibility", random_.pick(Texts{"eligible", "ineligible", "undetermined"})}};
        case 6:
          if (latest < profile::Phase::stage) break;
          return {{"stage_at_least", random_.pick(Texts{"inquiry", "mql", "sal", "sql"})}};
        case 7:
          if (latest < profile::Phase::reasons) break;
          return {{"reason", random_.pick(kReasons)}};
        default:
          if (latest < profile::Phase::reasons) break;
          return {{"status", some(Texts{"active", "nurture", "needs_data", "on_hold"})}};
      }
    }
  }

  /// `timed`: may depend on time and on what the lead did.
  Json condition(int depth, bool timed, profile::Phase latest = profile::Phase::facts) {
    if (depth > 0 && random_.chance(55)) {
      Json operands = Json::array();
      for (std::size_t i = 1 + random_.below(3); i > 0; --i) operands.push_back(condition(depth - 1, timed, latest));
      switch (random_.below(shape_.negation ? 5 : 3)) {
        case 0: return {{"all", operands}};
        case 1: return {{"any", operands}};
        case 2: return {{"count", {{"at_least", 1 + random_.below(operands.size())}, {"of", operands}}}};
        default: return {{"not", operands[0]}};
      }
    }
    if (shape_.outcomes && latest > profile::Phase::facts && random_.chance(35)) return outcome_test(latest);
    if (!definitions_.empty() && random_.chance(12)) return {{"definition", random_.pick(definitions_)}};
    if (!dimensions_.empty() && random_.chance(12)) {
      const Json& dimension = random_.pick(dimensions_);
      Texts states = ids_of(dimension["states"]);
      if (dimension.contains("otherwise")) states.push_back(dimension["otherwise"]);
      return {{"dimension", dimension["id"]}, {"is_any_of", some(states)}};
    }
    if (shape_.facts && random_.chance(15)) return fact_test();
    if (timed && shape_.touches && random_.chance(20)) return touch_test();
    if (random_.chance(4)) return {{"offer", random_.chance(50) ? "on" : "off"}};
    if (random_.chance(2)) return random_.chance(50);
    return field_test(timed);
  }

  void make_definitions() {
    out_["definitions"] = Json::array();
    for (std::size_t i = random_.below(3); i > 0; --i) {
      const std::string id = "d" + std::to_string(i);
      out_["definitions"].push_back({{"id", id}, {"when", condition(2, false)}});
      definitions_.push_back(id);
    }
  }

  void make_dimensions() {
    out_["dimensions"] = Json::array();
    for (std::size_t i = random_.below(3); i > 0; --i) {
      Json dimension{{"id", "n" + std::to_string(i)}, {"states", Json::array()}};
      for (std::size_t s = 1 + random_.below(3); s > 0; --s) {
        dimension["states"].push_back({{"id", "s" + std::to_string(s)}, {"when", condition(1, false)}});
      }
      if (random_.chance(50)) dimension["otherwise"] = "rest";
      out_["dimensions"].push_back(dimension);
      dimensions_.push_back(dimension);
    }
  }

  void make_criteria() {
    out_["must_haves"] = Json::array();
    out_["hard_stops"] = Json::array();
    for (std::size_t i = random_.below(3); i > 0; --i) {
      out_["must_haves"].push_back({{"id", "m" + std::to_string(i)},
                                    {"plain", both("Must")},
                                    {"when", condition(2, true)},
                                    {"reason", random_.pick(kReasons)}});
    }
    for (std::size_t i = random_.below(3); i > 0; --i) {
      out_["hard_stops"].push_back({{"id", "h" + std::to_string(i)},
                                    {"plain", both("Stop")},
                                    {"when", condition(2, true)},
                                    {"reason", random_.pick(kReasons)},
                                    {"scope", random_.pick(Texts{"offer", "outreach", "now"})},
                                    {"exit", "later"},
                                    {"recheck_on", {"change"}}});
    }
  }

  std::int64_t points(const std::string& category) {
    if (category == "negative") return -random_.between(1, 30);
    if (category == "adjustment") return random_.chance(50) ? random_.between(1, 12) : -random_.between(1, 12);
    return random_.between(1, 35);
  }

  void make_scores() {
    out_["recency"] = Json::parse(R"([
      {"id": "steps", "steps": [{"within_days": 7, "percent": 100}, {"within_days": 30, "percent": 61},
                                {"within_days": 90, "percent": 33}]},
      {"id": "open", "steps": [{"within_days": 3, "percent": 90}, {"percent": 10}]}])");
    out_["cap_groups"] = Json::array();
    static const Texts kCategories{"fit", "intent", "adjustment", "negative"};
    for (std::size_t i = random_.below(3); i > 0; --i) {
      out_["cap_groups"].push_back(
          {{"id", "g" + std::to_string(i)}, {"category", random_.pick(kCategories)}, {"limit", random_.between(0, 20)}});
    }
    out_["rules"] = Json::array();
    for (std::size_t i = 2 + random_.below(7); i > 0; --i) {
      const std::string category = random_.pick(kCategories);
      const bool timed = category != "fit";
      Json rule{{"id", "r" + std::to_string(i)}, {"category", category}, {"plain", both("Rule")}};
      for (const Json& group : out_["cap_groups"]) {
        if (group["category"] == category && random_.chance(50)) rule["group"] = group["id"];
      }
      if (timed && shape_.touches && random_.chance(25)) {
        rule["signal"] = {{"types", some(kTypes)}, {"times", random_.between(1, 3)}};
        if (random_.chance(30)) rule["signal"]["topics"] = some(kTopics);
        if (random_.chance(70)) rule["signal"]["recency"] = random_.chance(50) ? "steps" : "open";
        rule["points"] = points(category);
      } else if (random_.chance(35)) {
        rule["grades"] = Json::array();
        for (std::size_t g = 1 + random_.below(3); g > 0; --g) {
          rule["grades"].push_back(
              {{"id", "g" + std::to_string(g)}, {"when", condition(1, timed)}, {"points", points(category)}});
        }
      } else {
        rule["when"] = condition(2, timed);
        rule["points"] = points(category);
      }
      if (category == "negative" && random_.chance(30)) rule["reason"] = random_.pick(kReasons);
      out_["rules"].push_back(rule);
    }
    Json& scoring = out_["scoring"];
    const auto thresholds = [&](std::int64_t most) {
      const std::int64_t mid = random_.between(1, most - 1);
      return Json{{"mid", mid}, {"high", random_.between(mid + 1, most)}};
    };
    scoring["caps"] = {{"fit", random_.between(20, 60)},
                       {"intent", random_.between(10, 40)},
                       {"adjustment", random_.between(0, 10)},
                       {"negative", random_.between(0, 40)}};
    scoring["fit"] = thresholds(50);
    scoring["intent"] = thresholds(35);
    scoring["total"] = thresholds(80);
    scoring["bands_by"] = random_.pick(Texts{"total", "matrix", "rules"});
    if (scoring["bands_by"] == "rules") scoring["band_rules"] = {{"high", condition(2, true)}, {"mid", condition(1, true)}};
    for (const std::string& fit : kLevels) {
      for (const std::string& intent : kLevels) {
        Texts cells{"sales", "marketing", "nurture", "review"};
        if (fit == "low") cells.erase(cells.begin());
        scoring["matrix"][fit][intent] = random_.pick(cells);
      }
    }
  }

  void make_decisions() {
    using profile::Phase;
    out_["stages"] = Json::array();
    for (const std::string id : {"mql", "sal", "sql"}) {
      if (id != "mql" && random_.chance(40)) continue;
      Json clauses = Json::array();
      for (std::size_t i = 1 + random_.below(2); i > 0; --i) {
        clauses.push_back(
            {{"id", "c" + std::to_string(i)}, {"plain", both("Clause")}, {"when", condition(1, true, Phase::scores)}});
      }
      out_["stages"].push_back({{"id", id}, {"clauses", clauses}});
    }
    out_["reasons"] = Json::array();
    std::set<std::string> used;
    for (std::size_t i = random_.below(4); i > 0; --i) {
      const std::string code = random_.pick(kReasons);
      if (!used.insert(code).second) continue;
      Json reason{{"code", code}, {"when", condition(1, true, Phase::stage)}};
      if (random_.chance(30)) reason["class"] = random_.pick(Texts{"permanent", "nurture", "hold", "reroute", "fix_data"});
      if (random_.chance(20)) reason["disqualify_when"] = condition(1, true, Phase::stage);
      out_["reasons"].push_back(reason);
    }
    out_["routes"] = Json::array();
    static const Texts kLanes{"sales",   "discovery", "first_call",  "marketing",
                              "nurture", "review",    "coordinator", "intake"};
    for (std::size_t i = 1 + random_.below(4); i > 0; --i) {
      Json route{{"id", "t" + std::to_string(i)}, {"lane", random_.pick(kLanes)}};
      if (random_.chance(60)) route["when"] = condition(1, true, Phase::reasons);
      out_["routes"].push_back(route);
    }
  }

  Random& random_;
  const ProfileShape& shape_;
  Json out_;
  Texts definitions_;
  std::vector<Json> dimensions_;
};

const Json& vocabulary_of(const Json& profile, const Json& field) {
  for (const Json& entry : profile.at("vocabularies")) {
    if (entry.at("id") == field.at("vocabulary")) return entry.at("values");
  }
  return profile.at("vocabularies");
}

std::string day_from_now(std::int64_t days) {
  std::string out;
  append_date(out, kNow.seconds / 86400 + days);
  return out;
}

std::string time_from_now(std::int64_t seconds) {
  std::string out;
  append_rfc3339(out, {kNow.seconds + seconds, 0});
  return out;
}

/// Every number at which some condition changes its mind, and both neighbours.
void find_numbers(const Json& node, std::set<std::int64_t>& out) {
  if (node.is_number_integer()) {
    for (const std::int64_t near : {-1, 0, 1}) out.insert(node.get<std::int64_t>() + near);
  }
  if (node.is_structured()) {
    for (const Json& child : node) find_numbers(child, out);
  }
}

void find_field_numbers(const Json& node, const Json& id, std::set<std::int64_t>& out) {
  if (!node.is_structured()) return;
  if (node.is_object() && node.contains("field") && node.at("field") == id) find_numbers(node, out);
  for (const Json& child : node) find_field_numbers(child, id, out);
}

}  // namespace

Json random_profile(Random& random, const ProfileShape& shape) {
  return Maker(random, shape).make();
}

Json random_value(Random& random, const Json& profile, const Json& field) {
  return random.pick(values_of(profile, field));
}

Json random_answer(Random& random, const Json& profile, const Json& field) {
  if (random.chance(8)) return "not sure";
  const std::string type = field.at("type");
  if (random.chance(8) && type != "text") return "~~~ unreadable ~~~";
  return random_value(random, profile, field);
}

std::vector<Json> values_of(const Json& profile, const Json& field) {
  const std::string type = field.at("type");
  std::vector<Json> out;
  if (type == "choice" || type == "choices") {
    const Json& values = vocabulary_of(profile, field);
    if (type == "choice") return {values.begin(), values.end()};
    for (std::size_t set = 1; set < (std::size_t{1} << values.size()); ++set) {
      Json chosen = Json::array();
      for (std::size_t i = 0; i < values.size(); ++i) {
        if ((set >> i & 1U) != 0) chosen.push_back(values[i]);
      }
      out.push_back(chosen);
    }
    return out;
  }
  if (type == "yes_no") return {true, false};
  if (type == "email") return {"ann@hospital.org", "test@test.com", "nobody"};
  if (type == "phone") return {"614-555-0187", "000-000-0000", "12"};
  if (type == "text") return {"we want more patients", "the price, soon", "nothing of note", "a RED flag; more  patients!"};
  std::set<std::int64_t> numbers{0, 15, 30};
  find_field_numbers(profile, field.at("id"), numbers);
  for (const std::int64_t number : numbers) {
    if (type == "date") {
      out.emplace_back(day_from_now(number));
      out.emplace_back(day_from_now(-number));
    } else if (type == "time") {
      for (const std::int64_t edge : {-60, 0, 60}) {
        out.emplace_back(time_from_now(number * 86400 + edge));
        out.emplace_back(time_from_now(-number * 86400 + edge));
      }
    } else if (number >= 0 && number <= 30) {
      out.emplace_back(number);
    }
  }
  return out;
}

Json random_lead(Random& random, const Json& profile, unsigned percent_answered, bool touches) {
  Json lead{{"id", "lead-" + std::to_string(random.below(1000))}, {"answers", Json::object()}};
  for (const Json& field : profile.at("fields")) {
    if (random.chance(percent_answered)) {
      lead["answers"][field.at("id").get<std::string>()] = random_answer(random, profile, field);
    }
  }
  static const Texts kConsent{"given", "refused", "missing", "opted_out"};
  for (const std::string channel : {"email", "phone", "text"}) {
    if (random.chance(40)) lead["consent"][channel] = random.pick(kConsent);
  }
  if (random.chance(30)) lead["relationship"] = random.pick(Texts{"service", "product", "referral"});
  if (random.chance(10)) lead["record"] = random.pick(Texts{"open", "nurture", "closed_lost", "disqualified"});
  if (random.chance(50)) lead["submitted_at"] = time_from_now(-random.between(0, 100 * 86400));
  if (touches && random.chance(60)) {
    lead["touches"] = Json::array();
    for (std::size_t i = 1 + random.below(6); i > 0; --i) {
      Json touch{{"type", random.pick(kTypes)}};
      if (random.chance(90)) touch["at"] = time_from_now(-random.between(0, 120 * 86400));
      if (random.chance(50)) touch["topic"] = random.pick(kTopics);
      if (random.chance(20)) touch["contact"] = random.pick(Texts{"a", "b"});
      lead["touches"].push_back(touch);
      if (random.chance(15)) lead["touches"].push_back(lead["touches"].back());  // a double click
    }
  }
  return lead;
}

}  // namespace prequal::testing
