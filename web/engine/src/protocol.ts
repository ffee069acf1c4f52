// What the client and the worker say to each other.
import type { DuplicateCluster, DuplicateLink, DuplicateSummary, MergeMap } from "./duplicates.js";
import type { WasmSource } from "./load.js";
import type { ProfileSource } from "./engine.js";
import type { Lead, ListOptions, ListSummary, OutcomeColumns, Problem, ProfileInfo, Progress, QualifyOptions, RejectedRecord, Result, Verdict } from "./types.js";

/** Sent once, before anything else. Responses cannot cross threads; modules and bytes can. */
export interface StartOptions {
  readonly wasm?: Exclude<WasmSource, Response | URL>;
  readonly integrity?: string;
}

export interface ProfileHead {
  readonly profile: number;
  readonly info: ProfileInfo;
  readonly warnings: readonly Problem[];
}

/** A list that was read and qualified. */
export interface ListHead {
  readonly list: number;
  readonly size: number;
  readonly outcomes: OutcomeColumns;
  /** The record of the list that each lead is, from 1. */
  readonly rows: Uint32Array;
  readonly summary: ListSummary;
  readonly problems: readonly Problem[];
}

/** A search for duplicates that is done. */
export interface DuplicatesHead {
  readonly summary: DuplicateSummary;
  /** For each lead the first lead of its cluster. */
  readonly firsts: Uint32Array;
}

/** The methods of the worker: what they are given, and what they answer. */
export interface Methods {
  start(options: StartOptions): Result<true>;
  compile(profile: ProfileSource): Result<ProfileHead>;
  toPacked(profile: number): Result<Uint8Array>;
  release(profile: number): Result<true>;
  qualify(profile: number, lead: Lead, options: QualifyOptions): Result<Verdict>;
  qualifyMany(profile: number, leads: readonly Lead[], asOf: string | Date): Result<OutcomeColumns>;
  readList(profile: number, list: Blob | Uint8Array | string, options: ListOptions): Result<ListHead>;
  openList(profile: number, options: ListOptions): Result<number>;
  push(list: number, chunk: Uint8Array | string): Result<boolean>;
  finish(list: number, asOf: string | Date | undefined): Result<ListHead>;
  closeList(list: number): Result<true>;
  verdict(list: number, lead: number): Result<Verdict>;
  cells(list: number, lead: number): Result<readonly string[]>;
  record(list: number, lead: number): Result<string>;
  rejected(list: number): Result<readonly RejectedRecord[]>;
  findDuplicates(list: number): Result<DuplicatesHead>;
  duplicateClusters(list: number, first: number, count: number): Result<readonly DuplicateCluster[]>;
  mergeMaps(list: number, first: number, count: number): Result<readonly MergeMap[]>;
  compareLeads(list: number, a: number, b: number): Result<DuplicateLink>;
  mergeListLeads(list: number, leads: readonly number[]): Result<Lead>;
}
export type Method = keyof Methods;

export type Request =
  | { readonly id: number; readonly method: Method; readonly args: readonly unknown[] }
  | { readonly id: number; readonly cancel: true };

export type Reply =
  | { readonly id: number; readonly result: Result<unknown> }
  | { readonly id: number; readonly progress: Progress };
