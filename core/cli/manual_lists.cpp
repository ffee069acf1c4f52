// Manual pages of the commands that read a list of leads.
#include "cli/manual.h"

namespace prequal::cli {
namespace {

constexpr ManualPage kQualify{
    .command = Command::qualify,
    .does = "verdicts of a list of leads",
    .synopsis = R"(  prequal qualify --profile FILE [--as-of TIME] [--format FORMAT]
                  [--output KIND] [--map FILE] [INPUT|-]
)",
    .description = R"(  Reads a list and writes one result for each record, in the order of the list,
  while it reads: memory does not grow with the input. A record that cannot be
  read gives a result with its row and problem, and reading goes on. INPUT is a
  file; without it, or with -, standard input is read.
)",
    .options = R"(  --as-of TIME
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
)",
    .limits = R"(  64 KiB a record, 8 KiB a value, 1,024 columns, 64 levels of nesting. What is
  larger is a problem of its record and is not kept in memory.
)",
    .examples = R"(  Counts of a list of hospitals:
      prequal qualify --profile hospitals.json --output summary list.csv

  Verdicts of last night's leads, as of this morning, bad records apart:
      prequal qualify --profile b2b-scheduling.json \
        --as-of 2026-11-20T08:00:00-05:00 leads.ndjson >verdicts.ndjson

  From a pipe into a spreadsheet:
      export-leads | prequal qualify --profile p.json --output csv - >scored.csv
)",
    .list_verb = "qualified",
    .tells_list_options = true,
};

constexpr ManualPage kMetrics{
    .command = Command::metrics,
    .does = "what came of the leads of a list",
    .synopsis = R"(  prequal metrics --profile FILE [--as-of TIME] [--format FORMAT]
                  [--output text|json] [--map FILE] [INPUT|-]
)",
    .description = R"(  Reads a list whole, qualifies every lead, and counts what was recorded of it:
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
)",
    .options = R"(  --output text|json
      text   tables for people (default)
      json   one JSON object; shares in hundredths of a percent. It also has
             campaigns, pages and referrers (month by month), those with the
             best results first, and of each group how many leads were complete,
             misfits, booked, and missed a meeting
)",
    .examples = R"(  prequal metrics --profile b2b-scheduling.json leads-of-october.ndjson
)",
    .list_verb = "counted",
};

constexpr ManualPage kAudit{
    .command = Command::audit,
    .does = "what a review of the model looks at",
    .synopsis = R"(  prequal audit --profile FILE [--seed NUMBER] [--group FIELD[,FIELD...]]
                [--as-of TIME] [--format FORMAT] [--output text|json]
                [--map FILE] [INPUT|-]
)",
    .description = R"(  Reads a list whole, qualifies every lead, and reports
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
)",
    .options = R"(  --seed NUMBER
      Draws another sample; the same seed gives the same one (default 0).

  --group FIELD[,FIELD...]
      Fields of the profile with a list of values, to compare people by.

  --output text|json
      text   tables for people (default)
      json   one JSON object; shares in hundredths of a percent
)",
    .examples = R"(  prequal audit --profile patient-intake.json --group language leads.ndjson
)",
    .list_verb = "counted",
};

constexpr ManualPage kAccounts{
    .command = Command::accounts,
    .does = "the leads of a list by organization",
    .synopsis = R"(  prequal accounts --profile FILE [--as-of TIME] [--format FORMAT]
                   [--output text|json] [--map FILE] [INPUT|-]
)",
    .description = R"(  Groups the leads by the site of their website, by the domain of their e-mail
  when that is the site of another lead, else by name and state. An account has
  the best fit of its people, and the intent of every different person added up
  with a bonus for each further one, within the caps of the profile; who must
  not be contacted is counted and not called. The buying committee of the
  profile says which seats are taken and which are open.
)",
    .options = R"(  --output text|json
      text   a table for people (default)
      json   a list of accounts; leads are named by their row
)",
    .examples = R"(  prequal accounts --profile b2b-scheduling.json --output json leads.ndjson
)",
    .list_verb = "counted",
};

constexpr ManualPage kCompare{
    .command = Command::compare,
    .does = "two versions of a profile over the same leads",
    .synopsis = R"(  prequal compare --profile FILE --with FILE [--as-of TIME] [--format FORMAT]
                  [--output text|json] [--map FILE] [INPUT|-]
)",
    .description = R"(  Qualifies every lead of a list by both profiles and says what differs:
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
)",
    .options = R"(  --profile FILE
      The version before.

  --with FILE
      The version after.

  --output text|json
      text   tables for people, with the first 20 movers (default)
      json   one JSON object with up to 1,000 movers
)",
    .examples = R"(  prequal compare --profile now.json --with next.json last-quarter.ndjson
)",
    .list_verb = "counted",
    .names_profiles = true,
};

constexpr ManualPage kAllocate{
    .command = Command::allocate,
    .does = "which leads each team takes now, and which wait",
    .synopsis = R"(  prequal allocate --profile FILE [--as-of TIME] [--format FORMAT]
                   [--output text|json] [--map FILE] [INPUT|-]
)",
    .description = R"(  Gives the leads of a list to the teams that the profile's routes name, best
  first: by band, then stage, intent and total; equal ones in the order of the
  list. A team with a "capacity" takes that many; the others are queued behind
  them in the same order, with their due time. Nobody is dropped, and waiting is
  our delay, not the lead's. Leads that people should work and that nobody owns
  are an alarm.
)",
    .options = R"(  --output text|json
      text   places, routed and queued leads of each team (default)
      json   one JSON object with every routed lead in order
)",
    .examples = R"(  prequal allocate --profile b2b-scheduling.json --output json today.ndjson
)",
    .list_verb = "counted",
};

constexpr ManualPage kDuplicates{
    .command = Command::duplicates,
    .does = "which leads of a list are the same, and why",
    .synopsis = R"(  prequal duplicates --profile FILE [--as-of TIME] [--format FORMAT]
                     [--output KIND] [--map FILE] [INPUT|-]
)",
    .description = R"(  Compares names, organizations, e-mail addresses, telephone numbers, street
  addresses and places of the leads of a list. How much each of them says is
  learned from the list itself. Leads that are more likely one person than not
  form a cluster, in the order of its first lead, with a certainty in parts of
  a hundred. Nothing is merged: that is for a person to decide.

  Besides the fields of the profile, columns such as First Name, Last Name,
  Street, City and ZIP are compared when no field takes them; the summary names
  the columns that were looked at.
)",
    .options = R"(  --profile FILE
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
)",
    .examples = R"(  prequal duplicates --profile b2b-scheduling.json --output summary leads.csv
  prequal duplicates --profile b2b-scheduling.json --output merge-map \
    leads.csv >merge-map.ndjson
)",
    .list_verb = "compared",
    .list_options_note = " The time plays a part in no comparison.",
    .names_profiles = true,
};

constexpr auto kPages =
    std::to_array<const ManualPage*>({&kQualify, &kMetrics, &kAudit, &kAccounts, &kCompare, &kAllocate, &kDuplicates});

}  // namespace

std::span<const ManualPage* const> list_manual() {
  return kPages;
}

}  // namespace prequal::cli
