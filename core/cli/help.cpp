#include "cli/help.h"

#include "base/text.h"
#include "base/version.h"

namespace prequal::cli {
namespace {

constexpr std::string_view kProgram = R"(NAME
  prequal - qualify healthcare leads by a profile

SYNOPSIS
  prequal qualify --profile FILE [OPTIONS] [INPUT|-]
  prequal metrics --profile FILE [OPTIONS] [INPUT|-]
  prequal audit --profile FILE [OPTIONS] [INPUT|-]
  prequal accounts --profile FILE [OPTIONS] [INPUT|-]
  prequal compare --profile FILE --with FILE [OPTIONS] [INPUT|-]
  prequal allocate --profile FILE [OPTIONS] [INPUT|-]
  prequal duplicates --profile FILE [OPTIONS] [INPUT|-]
  prequal check FILE...
  prequal pack [-o FILE] FILE
  prequal describe [--page PAGE] [--output KIND] [--lang en|es] FILE

DESCRIPTION
  A profile says what an offer serves, whom, where, and how a team decides. A
  lead is what a person typed, and how it came. prequal gives a verdict: what
  is missing or doubtful, whether the lead is eligible and why, fit, intent and
  total scores with their bounds, band, stage, status, reasons, route and every
  point. A verdict is a recommendation; a person decides.

  The same engine runs in a web page and gives the same bytes there. It has no
  clock: a verdict holds as of a time that is given or found in the list.

COMMANDS
  qualify    verdicts, outcomes or counts of a list of leads
  metrics    what came of the leads: conversion, rejections, speed to lead
  audit      what a review of the model looks at: failures, misses, fairness
  accounts   the leads by organization: people, points, committee
  compare    two versions of a profile over the same leads: who moves, and why
  allocate   which leads each team takes now, and which wait for a place
  duplicates which leads are the same, how sure that is and why; a merge map
  check      every problem of profiles, with file, line, column and what to do
  pack       a profile compiled to bytes, as pages load it
  describe   a profile in plain words, its scope sheet, glossary or setup list

OPTIONS
  -h, --help      this text; after a command, the text of that command
  -V, --version   the version of the engine and of the formats it speaks

EXIT STATUS
  0   all is well
  1   a list: some records had problems, the others were read
      check: a profile has errors
  2   the command line, a profile or a file cannot be used

SEE ALSO
  prequal COMMAND --help for each command
)";

constexpr std::string_view kQualify = R"(NAME
  prequal qualify - verdicts of a list of leads

SYNOPSIS
  prequal qualify --profile FILE [--as-of TIME] [--format FORMAT]
                  [--output KIND] [--map FILE] [INPUT|-]

DESCRIPTION
  Reads a list and writes one result for each record, in the order of the list,
  while it reads: memory does not grow with the input. A record that cannot be
  read gives a result with its row and problem, and reading goes on. INPUT is a
  file; without it, or with -, standard input is read.

OPTIONS
  --profile FILE
      The profile to qualify by. prequal check FILE says what is wrong with one.

  --as-of TIME
      The time as of which ages and service levels count, with its offset, for
      example 2026-11-20T10:00:00-05:00. Without it the newest time in the list
      is used, and standard error says so. A file is then read twice; a pipe is
      kept in memory up to 4 MB and beyond that in a temporary file, unless its
      header shows that no column holds a time.

  --format auto|csv|ndjson|json
      csv      RFC 4180 with a header row; the delimiter , ; tab or | is found
               by looking at the first records
      ndjson   one JSON object a line
      json     a JSON list of objects, or objects one after the other
      auto     found by looking at the first bytes (default)
      The text must be UTF-8; a byte order mark is passed over.

  --output ndjson|csv|summary|summary-json
      ndjson        one verdict document a line (default); for a record that
                    cannot be read {"row": N, "problem": {...}}
      csv           id, row, scores and bounds, bands, eligibility, stage,
                    status, lane, route, reasons; a text that a spreadsheet
                    could take for a formula starts with '
      summary       counts for people
      summary-json  the same counts as one JSON object

  --map FILE
      Which column feeds what, as a JSON object of column names and the ids of
      fields (or lead keys such as id, submitted_at, consent.email); null drops
      a column:
          {"Facility": "org_name", "Created": "submitted_at", "Notes": null}
      Columns that are not named here find their field by its id, by the names
      and labels in the profile, or by a name up to two edits away; summary
      lists what was found. Other columns are not used.

LIMITS
  64 KiB a record, 8 KiB a value, 1,024 columns, 64 levels of nesting. What is
  larger is a problem of its record and is not kept in memory.

EXIT STATUS
  0   every record was read
  1   some records had problems; the others were qualified
  2   the command line, the profile, the mapping, the list as a whole or the
      output cannot be used

EXAMPLES
  Counts of a list of hospitals:
      prequal qualify --profile hospitals.json --output summary list.csv

  Verdicts of last night's leads, as of this morning, bad records apart:
      prequal qualify --profile b2b-scheduling.json \
        --as-of 2026-11-20T08:00:00-05:00 leads.ndjson >verdicts.ndjson

  From a pipe into a spreadsheet:
      export-leads | prequal qualify --profile p.json --output csv - >scored.csv
)";

constexpr std::string_view kMetrics = R"(NAME
  prequal metrics - what came of the leads of a list

SYNOPSIS
  prequal metrics --profile FILE [--as-of TIME] [--format FORMAT]
                  [--output text|json] [--map FILE] [INPUT|-]

DESCRIPTION
  Reads a list whole, qualifies every lead, and counts what was recorded of it:
  "outcomes" (contacted, booked, completed_intake, declined_eligibility,
  no_response, meeting, consult_booked, closed_won, closed_lost, and the
  outcomes that the profile names), attempts, bookings, and what reviewers
  decided ("history"). Spam and duplicates count in nothing.

  Early metrics end where a person takes over, late ones begin there, and each
  has leads of its own that it is a share of:
      contact success     contacted, of the valid leads
      disqualified        rejected before a sales process, of the valid leads
      qualified           above the first stage, of the valid leads
      booking             booked, of the eligible ones that were contacted
      acceptance          accepted by sales, of those that sales decided about
      meeting             had a meeting, of the qualified ones
      consult booked      booked a consultation, of the eligible ones
      completed intake    completed intake, of the booked ones
      closed won          won, of those that were won or lost
  By band, stage and source it says how many were contacted, qualified and
  converted: reached an outcome that the profile aims at, or were won. Every
  share stands with its Wilson interval at 95 %.

  Rejections are split into causes of the lead and causes of our own side, by
  the reason that was given. Speed to lead runs from the submission to our first
  attempt, message or talk. When a better band converts less than the one below,
  that is an alert to review thresholds and points. Campaigns whose leads mostly
  do not fit, and sources whose meetings are often missed, are alerts too, by
  the limits that the profile sets under "alerts"; they never touch a lead.

OPTIONS
  --profile FILE
      The profile to qualify by. prequal check FILE says what is wrong with one.

  --output text|json
      text   tables for people (default)
      json   one JSON object; shares in hundredths of a percent. It also has
             campaigns, pages and referrers (month by month), those with the
             best results first, and of each group how many leads were complete,
             misfits, booked, and missed a meeting

  --as-of, --format, --map
      As in prequal qualify --help.

EXIT STATUS
  0   every record was read
  1   some records had problems; the others were counted
  2   the command line, a profile, the mapping, the list as a whole or the
      output cannot be used

EXAMPLES
  prequal metrics --profile b2b-scheduling.json leads-of-october.ndjson
)";

constexpr std::string_view kAudit = R"(NAME
  prequal audit - what a review of the model looks at

SYNOPSIS
  prequal audit --profile FILE [--seed NUMBER] [--group FIELD[,FIELD...]]
                [--as-of TIME] [--format FORMAT] [--output text|json]
                [--map FILE] [INPUT|-]

DESCRIPTION
  Reads a list whole, qualifies every lead, and reports
      failures   qualified leads that were lost, refused or disqualified, by
                 stage and reason; a reason that most of them share is flagged
      traits     how often leads with each answer moved on (converted, or
                 accepted by sales), of those that moved on or stalled
      sample     sales-ready leads without a result, drawn by the seed, and the
                 rules that gave them nothing
      missed     leads that were nurtured, refused, disqualified or not
                 eligible, and were won all the same
      feedback   the "reason" of outcomes and acts: how often each code of the
                 profile helped or hindered
      fairness   groups of people by the fields that must not be scored and
                 those that --group names: how many were contacted, qualified
                 and sales-ready, gaps, and the criteria and rules that
                 drive them
  It also says when the review that the profile agreed on is due. Spam and
  duplicates count in nothing. The limits of alerts stand in the profile.

OPTIONS
  --profile FILE
      The profile to qualify by. prequal check FILE says what is wrong with one.

  --seed NUMBER
      Draws another sample; the same seed gives the same one (default 0).

  --group FIELD[,FIELD...]
      Fields of the profile with a list of values, to compare people by.

  --output text|json
      text   tables for people (default)
      json   one JSON object; shares in hundredths of a percent

  --as-of, --format, --map
      As in prequal qualify --help.

EXIT STATUS
  0   every record was read
  1   some records had problems; the others were counted
  2   the command line, a profile, the mapping, the list as a whole or the
      output cannot be used

EXAMPLES
  prequal audit --profile patient-intake.json --group language leads.ndjson
)";

constexpr std::string_view kAccounts = R"(NAME
  prequal accounts - the leads of a list by organization

SYNOPSIS
  prequal accounts --profile FILE [--as-of TIME] [--format FORMAT]
                   [--output text|json] [--map FILE] [INPUT|-]

DESCRIPTION
  Groups the leads by the site of their website, by the domain of their e-mail
  when that is the site of another lead, else by name and state. An account has
  the best fit of its people, and the intent of every different person added up
  with a bonus for each further one, within the caps of the profile; who must
  not be contacted is counted and not called. The buying committee of the
  profile says which seats are taken and which are open.

OPTIONS
  --profile FILE
      The profile to qualify by. prequal check FILE says what is wrong with one.

  --output text|json
      text   a table for people (default)
      json   a list of accounts; leads are named by their row

  --as-of, --format, --map
      As in prequal qualify --help.

EXIT STATUS
  0   every record was read
  1   some records had problems; the others were counted
  2   the command line, a profile, the mapping, the list as a whole or the
      output cannot be used

EXAMPLES
  prequal accounts --profile b2b-scheduling.json --output json leads.ndjson
)";

constexpr std::string_view kCompare = R"(NAME
  prequal compare - two versions of a profile over the same leads

SYNOPSIS
  prequal compare --profile FILE --with FILE [--as-of TIME] [--format FORMAT]
                  [--output text|json] [--map FILE] [INPUT|-]

DESCRIPTION
  Qualifies every lead of a list by both profiles and says what differs:
      differences  entries of the profiles that were added, removed or changed
      band, stage, route
                   from where to where how many leads move
      by source    how many leads of each source move or are routed otherwise
      movers       the leads that come out otherwise, each with the rules whose
                   points differ and the reasons that came or went
  A warning tells when more than one category of the profile changed, so that an
  effect cannot be traced to one cause, and when both have the same version.
  A warning also tells when the offer, its sheets or the form changed and the
  day of agreement did not: then the profile is due for a review. Names, notes,
  the change log and the agreement are no differences.

OPTIONS
  --profile FILE
      The version before.

  --with FILE
      The version after.

  --output text|json
      text   tables for people, with the first 20 movers (default)
      json   one JSON object with up to 1,000 movers

  --as-of, --format, --map
      As in prequal qualify --help.

EXIT STATUS
  0   every record was read
  1   some records had problems; the others were counted
  2   the command line, a profile, the mapping, the list as a whole or the
      output cannot be used

EXAMPLES
  prequal compare --profile now.json --with next.json last-quarter.ndjson
)";

constexpr std::string_view kAllocate = R"(NAME
  prequal allocate - which leads each team takes now, and which wait

SYNOPSIS
  prequal allocate --profile FILE [--as-of TIME] [--format FORMAT]
                   [--output text|json] [--map FILE] [INPUT|-]

DESCRIPTION
  Gives the leads of a list to the teams that the profile's routes name, best
  first: by band, then stage, intent and total; equal ones in the order of the
  list. A team with a "capacity" takes that many; the others are queued behind
  them in the same order, with their due time. Nobody is dropped, and waiting is
  our delay, not the lead's. Leads that people should work and that nobody owns
  are an alarm.

OPTIONS
  --profile FILE
      The profile to qualify by. prequal check FILE says what is wrong with one.

  --output text|json
      text   places, routed and queued leads of each team (default)
      json   one JSON object with every routed lead in order

  --as-of, --format, --map
      As in prequal qualify --help.

EXIT STATUS
  0   every record was read
  1   some records had problems; the others were counted
  2   the command line, a profile, the mapping, the list as a whole or the
      output cannot be used

EXAMPLES
  prequal allocate --profile b2b-scheduling.json --output json today.ndjson
)";

constexpr std::string_view kDuplicates = R"(NAME
  prequal duplicates - which leads of a list are the same, and why

SYNOPSIS
  prequal duplicates --profile FILE [--as-of TIME] [--format FORMAT]
                     [--output KIND] [--map FILE] [INPUT|-]

DESCRIPTION
  Compares names, organizations, e-mail addresses, telephone numbers, street
  addresses and places of the leads of a list. How much each of them says is
  learned from the list itself. Leads that are more likely one person than not
  form a cluster, in the order of its first lead, with a certainty in parts of
  a hundred. Nothing is merged: that is for a person to decide.

  Besides the fields of the profile, columns such as First Name, Last Name,
  Street, City and ZIP are compared when no field takes them; the summary names
  the columns that were looked at.

OPTIONS
  --profile FILE
      The profile, which says what the columns mean.

  --output ndjson|csv|summary|merge-map
      ndjson     one cluster a line (default): its records, and for each pair
                 that holds it together what agrees, nearly agrees, differs or
                 is missing, with its weight; 256 doubles the odds
      csv        one record of a cluster a line; what speaks for it stands with
                 each record but the first
      summary    counts and columns for people
      merge-map  one cluster a line: the record that survives, where each value
                 comes from, and every value that gives way

  --as-of, --format, --map
      As in prequal qualify --help. The time plays a part in no comparison.

EXIT STATUS
  0   every record was read
  1   some records had problems; the others were compared
  2   the command line, a profile, the mapping, the list as a whole or the
      output cannot be used

EXAMPLES
  prequal duplicates --profile b2b-scheduling.json --output summary leads.csv
  prequal duplicates --profile b2b-scheduling.json --output merge-map \
    leads.csv >merge-map.ndjson
)";

constexpr std::string_view kCheck = R"(NAME
  prequal check - every problem of profiles

SYNOPSIS
  prequal check FILE...

DESCRIPTION
  Reads each profile (- is standard input) and writes all its problems at once:
      file:line:column: error: what is wrong [code]
        what to do
  and then one line with their number. Besides errors it gives advice on
  profiles that compile: what nobody uses, what is vague, unfair, out of reach
  or missing (docs/lint.md lists every check). Warnings and notes do not keep a
  profile from being used; advice that is an error (a trait that must not score,
  a criterion that cannot be checked) ends with 1 all the same.

  A set of profiles ({"prequal_set": 1, ...}) is checked with all its profiles,
  whose files stand beside it, and for entries that no lead can reach, segments
  that nobody knows, and offers that do not fit.

EXIT STATUS
  0   no profile has an error
  1   a profile has errors
  2   the command line or a file cannot be used

EXAMPLES
  prequal check profiles/*.json
  prequal check set.json
)";

constexpr std::string_view kPack = R"(NAME
  prequal pack - a profile compiled to bytes, as pages load it

SYNOPSIS
  prequal pack [-o FILE] FILE

DESCRIPTION
  Checks and compiles a profile and writes what comes of it, so that a page need
  not: the small engine in a form reads packed profiles only. It qualifies leads
  exactly as the document does, and so does every command that takes a profile
  here, but compare, which wants the document. The same profile gives the same
  bytes. Pack again after each change of the profile and with each new version
  of the engine; a pack of another version is refused.

OPTIONS
  -o FILE
      Where to write; without it, or with -, standard output.

EXIT STATUS
  0   written
  2   the command line, the profile or the output cannot be used

EXAMPLES
  prequal pack patient-intake.json -o patient-intake.pack
)";

constexpr std::string_view kDescribe = R"(NAME
  prequal describe - a profile in plain words

SYNOPSIS
  prequal describe [--page PAGE] [--output KIND] [--lang en|es] FILE

DESCRIPTION
  Writes a profile for people who do not read JSON: so they can agree on it.

OPTIONS
  --page PAGE
      profile    the whole profile: fields, lists, criteria, hard stops, every
                 rule with its points and its condition read back into words,
                 bands, stages, reasons, routes, service levels and what else it
                 says; nothing is left out (default)
      scope      the scope sheet on one page, with who agreed on it
      buyer      the ideal buyer on one page, with must-haves and nice-to-haves
      glossary   the words of stages and statuses, and what each stage asks here
      setup      the six steps of setting up, and what each still lacks

  --output KIND
      markdown   (default)
      html       a page that stands alone, without scripts
      json       of the setup its steps; of the profile the document itself, to
                 hand on: read again it is the same profile, and written out
                 again the same bytes
      fingerprint
                 of the profile: SHA-256 of what it says, whatever its spacing
                 and the order of its members

  --lang en|es
      The language of the page and of the profile's own texts (default en).

EXIT STATUS
  0   written
  2   the command line or the profile cannot be used

EXAMPLES
  prequal describe hospitals-outbound.json >hospitals.md
  prequal describe --page scope --output html b2b-scheduling.json >scope.html
)";

}  // namespace

std::string_view help_text(Command command) {
  switch (command) {
    case Command::qualify: return kQualify;
    case Command::metrics: return kMetrics;
    case Command::audit: return kAudit;
    case Command::accounts: return kAccounts;
    case Command::compare: return kCompare;
    case Command::allocate: return kAllocate;
    case Command::duplicates: return kDuplicates;
    case Command::check: return kCheck;
    case Command::pack: return kPack;
    case Command::describe: return kDescribe;
    case Command::none: break;
  }
  return kProgram;
}

std::string version_text() {
  std::string out = "prequal ";
  out.append(kEngineVersion).append(" (profile format ");
  append_number(out, kProfileFormat);
  out.append(", verdict format ");
  append_number(out, kVerdictFormat);
  return out.append(")\n");
}

}  // namespace prequal::cli
