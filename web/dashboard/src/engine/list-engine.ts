// What the dashboard asks of the engine. The work is done in a worker; every answer is a promise.
import type { ClockColumns, CourseColumns, DuplicateCluster, DuplicateSummary, HandoffOptions, ListAccount, ListAudit, ListColumn, ListComparison, ListMetrics, ListShape, ListSummary, MergeMap, OutcomeColumns, Problem, ProfileInfo, Result, ReviewAct, Reviewed, Verdict } from "prequal-engine";
import type { DateOrder } from "../import/dates.ts";
import type { Edits } from "../import/rewrite.ts";
import type { DriftPart } from "../insights/drift.ts";
import type { Answers } from "../worker/record-edit.ts";

export type { Answers };

/** How a lead is named in the table. */
export interface Title {
  readonly title: string;
  readonly sub: string;
}

/** Which column feeds what, said by a person: field id or lead key, or null for nothing. */
export type Mapping = Readonly<Record<string, string | null>>;

export interface LoadedList {
  readonly size: number;
  readonly columns: OutcomeColumns;
  /** Number of the record of each lead in the list, from 1. */
  readonly rows: Uint32Array;
  readonly summary: ListSummary;
  readonly problems: readonly Problem[];
  readonly shape: ListShape;
}

/** What the first bytes of a list show, before it is read. */
export interface Preview {
  readonly shape: ListShape;
  readonly columns: readonly ListColumn[];
  /** The first records, one value for each column. */
  readonly rows: readonly (readonly string[])[];
  readonly problems: readonly Problem[];
  /** For each column with dates in numbers: the order of day and month. By its position. */
  readonly dates: readonly { readonly column: number; readonly order: DateOrder }[];
  /** Values of choices that the profile does not know, most frequent first. */
  readonly unread: readonly UnreadValues[];
}

export interface UnreadValues {
  readonly column: number;
  readonly field: string;
  /** Of the records looked at: those with any value. */
  readonly filled: number;
  readonly values: readonly { readonly value: string; readonly count: number; readonly suggestion: string | null }[];
}

export interface Progress {
  readonly step: "reading" | "qualifying";
  readonly done: number;
  readonly total: number;
}

export interface LoadOptions {
  readonly mapping: Mapping;
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** A whole lead: the verdict and the record as it stood in the list. */
export interface LeadDetail {
  readonly verdict: Verdict;
  readonly record: readonly { readonly column: string; readonly field: string | null; readonly value: string }[];
}

/** One column of the list: its different values, most frequent first, and for each lead the position of its value. */
export interface ColumnValues {
  readonly values: readonly string[];
  readonly counts: readonly number[];
  readonly codes: Uint32Array;
}

/** An organization of the list; its leads by their positions. */
export interface Account extends Omit<ListAccount, "rows"> {
  readonly leads: readonly number[];
}

export interface FoundDuplicates {
  readonly summary: DuplicateSummary;
  readonly clusters: readonly DuplicateCluster[];
}

export interface CheckedProfile {
  readonly info: ProfileInfo | null;
  readonly problems: readonly Problem[];
}

export interface Compared {
  readonly info: ProfileInfo;
  readonly columns: OutcomeColumns;
  /** Rules, bands, sources and movers, as the engine compares them. */
  readonly report: ListComparison;
}

export type CriterionState = "met" | "not_met" | "unknown";

/** Another list beside the open one, read with the same profile and mapping. */
export interface ListDrift {
  readonly leads: number;
  readonly asOf: string;
  /** The largest differences first. */
  readonly parts: readonly DriftPart[];
  /** Columns that only one of the two has. */
  readonly missing: readonly string[];
}

export interface ListEngine {
  /** Compiles a profile; lists are qualified with it from then on. */
  openProfile(profile: string): Promise<Result<ProfileInfo>>;
  /** Compiles a profile only to see what is wrong with it; the one in use stays. */
  checkProfile(profile: string): Promise<CheckedProfile>;
  /** What another profile makes of the open list; the one in use stays. */
  compare(profile: string, list: Blob, mapping: Mapping): Promise<Result<Compared>>;
  preview(list: Blob, mapping: Mapping): Promise<Result<Preview>>;
  /** The list with cells changed. */
  rewrite(list: Blob, shape: ListShape, edits: Edits): Promise<Blob>;
  /** The cells of one record of a table, read from the list itself, whether it is a lead or not. */
  recordCells(list: Blob, shape: ListShape, record: number): Promise<readonly { readonly column: string; readonly value: string }[]>;
  /** Reads and qualifies a list; the one before is forgotten. Rejects with an AbortError when cancelled. */
  load(list: Blob, options: LoadOptions): Promise<Result<LoadedList>>;
  titles(leads: readonly number[]): Promise<readonly Title[]>;
  detail(lead: number): Promise<Result<LeadDetail>>;
  /** The verdict with other answers put in. Nothing is kept. */
  whatIf(lead: number, answers: Answers): Promise<Result<Verdict>>;
  /** Whether a reviewer may do this, and what comes of it. Nothing is kept. */
  review(lead: number, act: ReviewAct): Promise<Result<Reviewed>>;
  note(lead: number, options: HandoffOptions): Promise<Result<string>>;
  crm(leads: readonly number[], options: HandoffOptions): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Whole records, one value for each column of the list. */
  records(leads: readonly number[]): Promise<readonly (readonly string[])[]>;
  values(column: number): Promise<ColumnValues>;
  clocks(): Promise<ClockColumns>;
  /** Leads that belong to one organization each. */
  accounts(): Promise<Result<readonly Account[]>>;
  /** What a review of the model looks at. The same seed draws the same sample. */
  audit(seed: number): Promise<Result<ListAudit>>;
  /** What became of each lead. */
  courses(): Promise<Result<CourseColumns>>;
  /** The leads for which a must-have or nice-to-have stands like that. */
  criterion(id: string, state: CriterionState): Promise<Result<readonly number[]>>;
  /** Another list, read with the profile and mapping of the open one, beside it: how far it differs. */
  drift(list: Blob): Promise<Result<ListDrift>>;
  /** Leads that look like one, all clusters. */
  duplicates(): Promise<Result<FoundDuplicates>>;
  /** What becomes of the records of a cluster, by its number from 1, when they are merged. After duplicates() only. */
  mergeMap(cluster: number): Promise<Result<MergeMap>>;
  /** What came of the leads, as far as the list says it. */
  metrics(): Promise<Result<ListMetrics>>;
  /** One byte for each lead: 1 when its record holds every word of the query. */
  search(query: string): Promise<Uint8Array>;
  /** Leads in the order of their titles. */
  orderByTitle(locale: string): Promise<Uint32Array>;
}
