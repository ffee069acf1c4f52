// What the dashboard asks of the engine. The work is done in a worker; every answer is a promise.
import type { ListSummary, OutcomeColumns, Problem, ProfileInfo, Result, Verdict } from "prequal-engine";

/** How a lead is named in the table. */
export interface Title {
  readonly title: string;
  readonly sub: string;
}

export interface LoadedList {
  readonly size: number;
  readonly columns: OutcomeColumns;
  /** Number of the record of each lead in the list, from 1. */
  readonly rows: Uint32Array;
  readonly summary: ListSummary;
  readonly problems: readonly Problem[];
}

export interface Progress {
  readonly step: "reading" | "qualifying";
  readonly done: number;
  readonly total: number;
}

export interface LoadOptions {
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** A whole lead: the verdict and the record as it stood in the list. */
export interface LeadDetail {
  readonly verdict: Verdict;
  readonly record: readonly { readonly column: string; readonly field: string | null; readonly value: string }[];
}

export interface ListEngine {
  /** Compiles a profile; lists are qualified with it from then on. */
  openProfile(profile: string): Promise<Result<ProfileInfo>>;
  /** Reads and qualifies a list; the one before is forgotten. Rejects with an AbortError when cancelled. */
  load(list: Blob, options: LoadOptions): Promise<Result<LoadedList>>;
  titles(leads: readonly number[]): Promise<readonly Title[]>;
  detail(lead: number): Promise<Result<LeadDetail>>;
  /** One byte for each lead: 1 when its record holds every word of the query. */
  search(query: string): Promise<Uint8Array>;
  /** Leads in the order of their titles. */
  orderByTitle(locale: string): Promise<Uint32Array>;
}
