// The public types of the engine package. The verdict types mirror the verdict document (docs/verdict.schema.json).

/** What can be wrong with a profile, a list record or a call. Never holds a value that a person typed. */
export interface Problem {
  readonly code: string;
  readonly severity: "info" | "warning" | "error";
  readonly message: string;
  readonly remedy: string;
  readonly pointer?: string;
  readonly line?: number;
  readonly column?: number;
  readonly row?: number;
  readonly subject?: string;
  /** What the message is filled in with, besides the subject. */
  readonly detail?: string;
}

/** The outcome of something that can fail: a value or problems, never an exception. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/** A lead as a plain object: answers by field id, and what is known about how it came. */
export interface Lead {
  readonly id?: string;
  readonly answers?: Readonly<Record<string, AnswerValue>>;
  readonly consent?: Readonly<Record<string, string | boolean>>;
  readonly source?: Readonly<Record<string, string>>;
  readonly touches?: readonly Touch[];
  /** Acts that a reviewer asks about: the verdict's "review" says what each would do. */
  readonly proposed?: readonly Readonly<Record<string, string>>[];
  readonly [key: string]: unknown;
}

/** How a lead is qualified. */
export interface QualifyOptions {
  /** As of when: RFC 3339 with an offset ("2026-11-20T10:00:00-05:00"), or a Date, which counts in the machine's offset. */
  readonly asOf: string | Date;
  /** Ranked next questions in the verdict; on unless false. */
  readonly questions?: boolean;
  /** The smallest changes that would lift the lead: some milliseconds; off unless true. */
  readonly changes?: boolean;
  /** Questions that only a conversation can answer are listed too; on unless false. */
  readonly calls?: boolean;
}
export type AnswerValue = string | number | boolean | null | undefined | readonly (string | number)[];

export interface Touch {
  readonly type: string;
  readonly at?: string;
  readonly topic?: string;
  readonly campaign?: string;
  readonly contact?: string;
  readonly answers?: Readonly<Record<string, AnswerValue>>;
}

export type Level = "low" | "mid" | "high";
export type Truth = "met" | "not_met" | "unknown";

export interface Score {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly max: number;
}
export interface BandedScore extends Score {
  readonly band: Level;
  readonly reach: readonly Level[];
}

export interface Contribution {
  readonly rule: string;
  readonly category: "fit" | "intent" | "adjustment" | "negative" | "total";
  readonly points: number;
  readonly grade?: string;
  readonly basis?: "firmographic" | "behavioral" | "conversation";
  readonly because?: Readonly<Record<string, unknown>>;
}

export interface Reason {
  readonly code: string;
  readonly sub?: string;
  readonly family: string;
  readonly class: string;
  readonly cause: "lead" | "ours";
  readonly recovery: string;
  /** The values and facts that make it hold; null for what may not be shown. */
  readonly because: Readonly<Record<string, unknown>>;
  /** The ranges that its condition compares known numbers with. */
  readonly ranges?: Readonly<Record<string, { readonly at_least?: number; readonly at_most?: number }>>;
}

export interface FindingNote {
  readonly code: string;
  readonly field?: string;
  readonly about?: string;
  readonly level: "info" | "warning" | "error";
  readonly action: string;
  readonly suggestion?: string;
  /** Which of the finding's kinds, for example "no_at" or "social_security". */
  readonly detail?: string;
  /** A mail domain, or an ending with its dot, that was probably meant. */
  readonly proposal?: string;
  /** The values to choose from, where they are few. */
  readonly choices?: readonly string[];
}

export interface SensitiveSpan {
  readonly field: string;
  readonly kind: string;
  readonly family: "contact" | "identifier" | "health";
  readonly confidence: number;
  readonly start: number;
  readonly length: number;
}

/** The verdict document of one lead. Sections that are costly are made when they are first read. */
/** A dated act of our side. */
export interface Act {
  readonly action: string;
  readonly at?: string;
  readonly by?: string;
  readonly reason?: string;
  readonly to?: string;
  readonly until?: string;
  readonly resume_when?: string;
  readonly page?: string;
}

/** How a lead stands or stood. */
export interface Standing {
  readonly fit: number;
  readonly intent: number;
  readonly total: number;
  readonly band: Level;
  readonly stage: string;
  readonly status: string;
}

/** What an act would do, or why it is not possible. */
export interface ProposedAct {
  readonly action: string;
  readonly allowed: boolean;
  readonly problems: readonly Problem[];
  readonly stage?: string;
  readonly record?: string;
  /** What it counts as; matters of our own side are never counted against the lead. */
  readonly counts?: { readonly sales_rejection: boolean; readonly disqualification: boolean; readonly loss: boolean; readonly ops_error: boolean };
  /** The line for the lead's history. */
  readonly entry?: Readonly<Record<string, unknown>>;
}

export interface Verdict {
  readonly verdict: 1;
  readonly engine: string;
  readonly profile: { readonly id: string; readonly version: string };
  readonly lead: string | null;
  readonly as_of: string;
  readonly decision: "recommendation";
  readonly final_decision_by: "human";
  readonly provisional: boolean;
  /** The newest decision of a named person; until then everything here is provisional. */
  readonly final_decision: { readonly state: "pending" } | ({ readonly state: "made" } & Act);
  readonly outcomes: readonly string[];
  readonly header: { readonly fit: YesNo; readonly intent: YesNo; readonly handleable: YesNo };
  readonly quality: Level;
  readonly qualified: boolean;
  readonly settled: boolean;
  readonly scores: {
    readonly fit: BandedScore;
    readonly intent: BandedScore;
    readonly adjustment: Score;
    readonly negative: Score;
    readonly total: BandedScore;
  };
  readonly band: { readonly value: Level; readonly by: string; readonly reach: readonly Level[]; readonly cell: string };
  readonly eligibility: {
    readonly value: "eligible" | "ineligible" | "undetermined";
    readonly reach: readonly string[];
    readonly criteria: readonly { readonly id: string; readonly kind: string; readonly state: Truth; readonly because: Readonly<Record<string, unknown>> }[];
    /** Ranks of the nice-to-haves that hold, added up: which of two like leads comes first. */
    readonly preference: number;
    readonly stops: readonly { readonly id: string; readonly code: string; readonly scope: string; readonly exit: string; readonly recheck_on: readonly string[]; readonly because: Readonly<Record<string, unknown>> }[];
  };
  /** Each factor of fit, whether it counts or not. */
  readonly factors: readonly { readonly rule: string; readonly state: Truth; readonly points: number }[];
  readonly contributions: readonly Contribution[];
  readonly potential: readonly { readonly field?: string; readonly rule?: string; readonly category: string; readonly low: number; readonly high: number }[];
  readonly stage: {
    readonly value: string;
    readonly reach: readonly string[];
    readonly clauses: readonly { readonly stage: string; readonly id: string; readonly state: Truth; readonly asks: readonly string[] }[];
  };
  readonly status: { readonly value: string; readonly reach: readonly string[]; readonly reason: string | null };
  readonly reasons: readonly Reason[];
  readonly route: {
    readonly lane: string;
    readonly id: string | null;
    readonly team: string | null;
    readonly owner: string | null;
    readonly reach: readonly (string | null)[];
    readonly service_level: ServiceLevel | null;
    readonly unassigned: boolean;
    readonly misrouted: boolean;
  };
  readonly next_step: { readonly action: string; readonly owner: string; readonly due_at?: string; readonly actions: readonly string[]; readonly auto_step: string };
  readonly outreach: {
    readonly channel: string | null;
    readonly window?: string;
    readonly permitted: readonly string[];
    readonly blocked: readonly { readonly channel: string; readonly because: string }[];
    readonly preferred_blocked: boolean;
    readonly internal_only: boolean;
  };
  readonly tier: string;
  readonly nurture_decision: boolean;
  readonly attention: "human_now" | "normal";
  /** What is urgent about it. */
  readonly attention_because?: Readonly<Record<string, unknown>>;
  readonly confidence: number;
  /** Answers contradict each other: look into it before a handoff. */
  readonly screening_required: boolean;
  readonly ops: readonly string[];
  readonly nurture: {
    readonly track: string;
    /** The list of waiting leads that it is on: "expansion:TX". */
    readonly list?: string;
    readonly topics: readonly string[];
    readonly recheck?: string;
    readonly recheck_on: readonly string[];
    readonly exit?: string;
  } | null;
  /** Is it time to look again at a lead that was put aside, and what changed since. */
  readonly recheck: {
    readonly state: "none" | "planned" | "recheck_due";
    readonly since?: string;
    readonly triggers?: readonly string[];
    readonly before?: Standing;
    readonly now?: Standing;
  };
  /** What people did with the lead, oldest first. */
  readonly history: readonly Act[];
  /** What each act of the lead's "proposed" would do; absent when there are none. */
  readonly review?: readonly ProposedAct[];
  readonly trace: readonly { readonly step: string; readonly result: string; readonly because?: string }[];
  readonly dimensions: Readonly<Record<string, string>>;
  readonly checklists: readonly { readonly id: string; readonly items: readonly { readonly id: string; readonly state: Truth }[]; readonly open: number }[];
  readonly facts: Readonly<Record<string, string | number>>;
  readonly ownership?: Readonly<Record<string, "filled" | "unknown">>;
  /** Seats of the buying group: those that this person fills, and those that stay open. */
  readonly committee?: { readonly filled: readonly string[]; readonly open: readonly string[] };
  /** Answers of several values that a must-have compares with a list: which are inside. */
  readonly coverage: readonly { readonly field: string; readonly covered: readonly string[]; readonly uncovered: readonly string[]; readonly note?: "partial_coverage" }[];
  /** States that are known to change on a day. */
  readonly rechecks: readonly { readonly dimension: string; readonly state: string; readonly on: string }[];
  readonly deliverables?: readonly { readonly what: string; readonly owed_by: string; readonly state: "open" | "overdue" | "answered" }[];
  /** How far a booking came, and where it stopped. */
  readonly booking?: { readonly state: string; readonly step?: string; readonly at?: string };
  readonly capacity?: { readonly state: string; readonly alternatives: readonly string[]; readonly recheck?: string };
  readonly red_flags: readonly string[];
  readonly what_next: readonly string[];
  readonly contradictions: readonly string[];
  readonly data: {
    readonly states: Readonly<Record<string, string>>;
    readonly findings: readonly FindingNote[];
    /** Where free texts hold sensitive detail; places are counted in characters (code points). */
    readonly sensitive?: readonly SensitiveSpan[];
    /** Answers that disagree, how sure that is (parts of a hundred), and which fields to ask about. */
    readonly disagreements?: readonly { readonly code: string; readonly certainty: number; readonly fields: readonly string[]; readonly ask: readonly string[] }[];
    /** Which reference data spoke about the mail domain. */
    readonly reference?: "small" | "standard" | "large";
    readonly conflicts: readonly { readonly field: string; readonly versions: readonly { readonly value: string; readonly touch: string; readonly at?: string }[] }[];
  };
  readonly completeness: { readonly minimum: Completeness; readonly context: Completeness };
  readonly missing: readonly string[];
  readonly handoff: { readonly ready: boolean; readonly missing: readonly string[]; readonly problems: readonly string[]; readonly returned: boolean };
  /** Unless it was said not to. The question that matters most comes first. */
  readonly questions?: readonly NextQuestion[];
  /** Questions of the profile that are still open, for a conversation. */
  readonly discovery?: readonly { readonly question: string; readonly field: string; readonly topic?: string }[];
  /** Only when asked for. */
  readonly changes?: { readonly complete: boolean; readonly list: readonly Change[] };
}
export interface ServiceLevel {
  readonly id: string;
  readonly within_minutes: number;
  readonly state: string;
  readonly started_at?: string;
  readonly due_at?: string;
  readonly answered_at?: string;
}
export interface NextQuestion {
  readonly field: string;
  readonly question?: string;
  readonly topic?: string;
  readonly effect: string;
  readonly asked: "form" | "call";
}
/** Answers that would lift the lead, and what the engine made of it with them put in. */
export interface Change {
  readonly target: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly with: { readonly total: number; readonly band: Level; readonly stage: string; readonly eligibility: string; readonly lane: string };
}
export type YesNo = "yes" | "no" | "unknown";
export interface Completeness {
  readonly have: number;
  readonly of: number;
  readonly gaps: readonly string[];
  readonly optional_gaps: readonly string[];
}

/** A text in the shipped languages. */
export interface Text {
  readonly en: string;
  readonly es: string;
}

/** What a compiled profile says about itself, for forms and tables. Crosses the boundary once. */
export interface ProfileInfo {
  readonly id: string;
  readonly version: string;
  readonly name: Text;
  readonly summary: Text;
  readonly path: "b2b" | "patient" | "member";
  readonly example_numbers: boolean;
  readonly fields: readonly FieldInfo[];
  /** `grades` has the id of each grade of the rule, empty where it has none. */
  readonly rules: readonly { readonly id: string; readonly category: Contribution["category"]; readonly basis: NonNullable<Contribution["basis"]>; readonly grades: readonly string[]; readonly plain: Text }[];
  /** Groups of rules that share a cap. */
  readonly groups: readonly string[];
  readonly criteria: readonly { readonly id: string; readonly kind: string; readonly plain: Text }[];
  readonly stops: readonly { readonly id: string; readonly code: string; readonly scope: string; readonly exit: string; readonly recheck_on: readonly string[]; readonly plain: Text }[];
  readonly stages: readonly { readonly id: string; readonly clauses: readonly { readonly id: string; readonly plain: Text }[] }[];
  readonly reasons: readonly { readonly code: string; readonly sub?: string; readonly family: string; readonly class: string; readonly cause: string; readonly recovery: string; readonly plain: Text }[];
  readonly dimensions: readonly { readonly id: string; readonly plain: Text; readonly states: readonly string[] }[];
  readonly teams: readonly { readonly id: string; readonly name: Text }[];
  readonly routes: readonly { readonly id: string; readonly lane: string; readonly team: string | null }[];
  readonly thresholds: { readonly fit: { readonly mid: number; readonly high: number }; readonly intent: { readonly mid: number; readonly high: number }; readonly total: { readonly mid: number; readonly high: number } };
  readonly caps: { readonly fit: number; readonly intent: number; readonly adjustment: number; readonly negative: number };
  readonly bands_by: "total" | "matrix" | "rules";
  /** Sentences on what happens next, by the ids that a verdict's what_next names. */
  readonly what_next: readonly { readonly id: string; readonly text: Text }[];
  /** The order in which a form asks. */
  readonly form: { readonly steps: readonly { readonly id: string; readonly label: Text; readonly fields: readonly string[] }[] };
  /** What the numbers of outcomes mean, in their order. */
  readonly levels: readonly Level[];
  readonly eligibilities: readonly string[];
  readonly statuses: readonly string[];
  readonly lanes: readonly string[];
  readonly cells: readonly string[];
  /** What a lead may say besides the answers to the fields, for example "consent.email". */
  readonly lead_keys: readonly string[];
  readonly touch_types: readonly string[];
}
export interface FieldInfo {
  readonly id: string;
  readonly type: string;
  readonly level: "minimum" | "context" | "optional";
  readonly label: Text;
  readonly question: Text;
  readonly hint: Text;
  readonly means: string;
  readonly crm: string;
  readonly sensitive: boolean;
  readonly personal: boolean;
  readonly applies: boolean;
  /** "I'm not sure" is an answer to offer. */
  readonly unsure: boolean;
  /** Who can answer it: the person in a form, or only somebody who talks to them. */
  readonly asked: "form" | "call";
  readonly values: readonly { readonly id: string; readonly label: Text }[];
}

/**
 * What was decided about one lead, as numbers; ProfileInfo names them. Sets of what is still reachable ("...Reach") have one
 * bit for each entry. `route` counts from 1, 0 is none; `mainReason` is an index into ProfileInfo.reasons, or 65535.
 */
export interface Outcome {
  readonly fit: number; readonly fitLow: number; readonly fitHigh: number;
  readonly intent: number; readonly intentLow: number; readonly intentHigh: number;
  readonly adjustment: number; readonly negative: number;
  readonly total: number; readonly totalLow: number; readonly totalHigh: number;
  readonly fitBand: number; readonly intentBand: number; readonly band: number; readonly bandReach: number;
  readonly eligibility: number; readonly eligibilityReach: number;
  readonly stage: number; readonly stageReach: number;
  readonly status: number; readonly statusReach: number;
  readonly lane: number; readonly laneReach: number;
  readonly route: number; readonly settled: number; readonly mainReason: number;
}

/** Outcomes of many leads as columns: one entry for each lead, in order. */
export interface OutcomeColumns {
  readonly size: number;
  readonly fit: Int16Array; readonly fitLow: Int16Array; readonly fitHigh: Int16Array;
  readonly intent: Int16Array; readonly intentLow: Int16Array; readonly intentHigh: Int16Array;
  readonly adjustment: Int16Array; readonly negative: Int16Array;
  readonly total: Int16Array; readonly totalLow: Int16Array; readonly totalHigh: Int16Array;
  readonly fitBand: Uint8Array; readonly intentBand: Uint8Array; readonly band: Uint8Array; readonly bandReach: Uint8Array;
  readonly eligibility: Uint8Array; readonly eligibilityReach: Uint8Array;
  readonly stage: Uint8Array; readonly stageReach: Uint8Array;
  readonly status: Uint8Array; readonly statusReach: Uint16Array;
  readonly lane: Uint8Array; readonly laneReach: Uint16Array;
  readonly route: Uint8Array; readonly settled: Uint8Array;
  readonly mainReason: Uint16Array;
  /** reasonWords 64-bit words a lead: the reasons that hold. */
  readonly reasons: BigUint64Array;
  readonly reasonWords: number;
}

/** What was decided, without bounds, reachable values and reasons. */
export type DecisionColumns = Pick<OutcomeColumns, "size" | "fit" | "intent" | "total" | "band" | "eligibility" | "stage" | "status" | "lane" | "route" | "settled">;

export interface ListOptions {
  readonly format?: "auto" | "csv" | "ndjson" | "json";
  /** RFC 3339 with an offset, or a Date; without it the newest time of the list. */
  readonly asOf?: string | Date;
  /** Column name to field id or lead key; null drops a column. */
  readonly mapping?: Readonly<Record<string, string | null>>;
}

export interface ListColumn {
  readonly name: string;
  /** Field id or lead key that it feeds, or null. */
  readonly field: string | null;
  readonly how: "mapping" | "id" | "import" | "similar" | "none";
}

export interface ListSummary {
  readonly records: number;
  readonly rejected: number;
  readonly problems: number;
  readonly asOf: string;
  /** Leads that are not suspected spam; all counts but the statuses are of these. */
  readonly counted: number;
  readonly asOfFrom: "given" | "newest" | "none";
  readonly columns: readonly ListColumn[];
  readonly bands: Readonly<Record<Level, number>>;
  readonly eligibility: Readonly<Record<string, number>>;
  readonly stages: Readonly<Record<string, number>>;
  readonly statuses: Readonly<Record<string, number>>;
  readonly lanes: Readonly<Record<string, number>>;
  readonly routes: Readonly<Record<string, number>>;
  readonly reasons: Readonly<Record<string, number>>;
  readonly criteria: Readonly<Record<string, { readonly met: number; readonly not_met: number; readonly unknown: number }>>;
  readonly settled: number;
}

/** How a list is written: what was found out, or what was said. */
export interface ListShape {
  readonly format: "auto" | "csv" | "ndjson" | "json";
  /** Of CSV. */
  readonly delimiter: string;
}

/** Which costly sections a verdict document has; questions unless said not to, changes only when asked for. */
export type VerdictOptions = Pick<QualifyOptions, "questions" | "changes" | "calls">;

/** Leads that are the same, by their place in what was given. */
export interface Duplicates {
  readonly clusters: readonly { readonly leads: readonly number[]; readonly by: readonly ("email" | "phone" | "person")[] }[];
  readonly duplicate_of: readonly (number | null)[];
}
/** What a handoff may show. */
export interface HandoffOptions {
  readonly language?: "en" | "es";
  /** With name, contact and the request as it was written. */
  readonly personal?: boolean;
}

/** One act of a reviewer. Which acts there are stands in core/decide/review.h. */
export interface ReviewAct {
  readonly action: string;
  readonly by?: string;
  /** Reason code. */
  readonly reason?: string;
  /** accept: the owner; reroute: the team. */
  readonly to?: string;
  /** YYYY-MM-DD. */
  readonly until?: string;
  readonly resume_when?: string;
  readonly note?: string;
  /** RFC 3339; without it the time of the list. */
  readonly at?: string;
}
export interface Reviewed {
  readonly allowed: boolean;
  /** Of the lead after the act. */
  readonly stage: string;
  readonly record: string;
  /** Counts as a rejection by sales. */
  readonly rejection: boolean;
  /** Counts as an error of our own side. */
  readonly ops_error: boolean;
  readonly problems: readonly Problem[];
  /** The line for the lead's history. */
  readonly entry: Readonly<Record<string, string>>;
}

/** Service clocks, one entry for each lead. States: 0 none, 1 open, 2 met, 3 late, 4 breached. Times in seconds; 0 is none. */
export interface ClockColumns {
  readonly state: Uint8Array;
  readonly started: Float64Array;
  readonly due: Float64Array;
  readonly answered: Float64Array;
}
/** A handoff: the note in plain text, and the record by the profile's field map. */
export interface Handoff {
  readonly note: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** A page of a profile for people. */
export type ProfilePage = "profile" | "scope" | "buyer" | "glossary" | "setup";
/** The six steps of setting up. */
export interface ProfileSetup {
  readonly profile: { readonly id: string; readonly version: string };
  readonly done: number;
  readonly of: number;
  readonly steps: readonly {
    readonly step: "scope_sheet" | "criteria" | "field_map" | "routing" | "discovery" | "pilot_review";
    readonly done: boolean;
    /** What is missing: headings, ids, or keys of the profile. */
    readonly open: readonly string[];
  }[];
}

/** A record of a list that is no usable lead. */
export interface RejectedRecord {
  readonly row: number;
  readonly text: string;
}

/** How far a list is. */
export interface Progress {
  readonly step: "reading" | "qualifying" | "comparing";
  readonly done: number;
  readonly total: number;
}
