// Floor: report. Several profiles side by side: which one a lead belongs to, and which other one would take it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "lead/json_lead.h"
#include "report/qualifier.h"

namespace prequal::report {

/// One entry of a set document, before its profile is read.
struct SetEntry {
  std::string profile;  ///< the name that the set uses, for example a file beside it
  std::vector<std::string> segments;
  std::vector<std::string> offers;
  std::string pointer;  ///< into the set document
};

/// True when the text is a JSON object that says it is a set and not a profile.
[[nodiscard]] bool is_profile_set(std::string_view json);

/// Reads the entries of a set document; its problems have line and column. Entries that cannot be read are left out.
[[nodiscard]] std::vector<SetEntry> read_set_entries(std::string_view json, Problems& problems);

/// A set document: {"prequal_set": 1, "profiles": [{"profile": "b2b-scheduling.json", "segments": ["clinic_manager"],
/// "offers": ["scheduling"]}]}. A lead goes to the first profile that lists its segment and, when the lead names an offer,
/// that offer. Nothing is scored by a profile that does not fit (R01-02, R01-04).
class ProfileSet {
 public:
  /// Gives the text of a profile by the name that the set uses; nothing when there is none.
  using Loader = std::function<std::optional<std::string>(std::string_view)>;

  /// Reads the set and compiles its profiles. Problems of a profile name it in `subject`, when they name nothing else.
  [[nodiscard]] static std::optional<ProfileSet> read(std::string_view json, const Loader& load, Problems& problems);

  [[nodiscard]] std::size_t size() const { return members_.size(); }
  [[nodiscard]] const Program& program(std::size_t index) const { return *members_[index]->program; }

  /// Qualifies one lead document and appends its verdict. Without a known segment the verdict has no profile and asks for
  /// the segment; when the reasons say that another offer should take the lead, "candidates" names the profiles of the set
  /// for which it is eligible, and nobody works it here. Returns a problem when the lead cannot be read.
  [[nodiscard]] std::optional<Problem> qualify(std::string_view lead_json, Instant now, const VerdictOptions& options,
                                               std::string& out);

 private:
  struct Member {
    std::string name;
    std::vector<std::string> segments;
    std::vector<std::string> offers;
    std::unique_ptr<Program> program;
    std::unique_ptr<lead::Slots> slots;
    std::unique_ptr<lead::JsonLeadReader> reader;
    std::unique_ptr<Qualifier> qualifier;
  };

  [[nodiscard]] std::optional<std::size_t> choose(std::string_view segment, std::string_view offer) const;
  [[nodiscard]] static bool wants_other_offer(const Qualifier& qualifier);
  void write_unassigned(std::string_view id, Instant now, std::string& out) const;

  std::vector<std::unique_ptr<Member>> members_;
  lead::RawLead raw_;
};

}  // namespace prequal::report
