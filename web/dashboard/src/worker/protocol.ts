// What the page and its worker say to each other.
import type { ClockColumns, CourseColumns, HandoffOptions, ListAudit, ListMetrics, ListShape, MergeMap, ProfileInfo, Result, ReviewAct, Reviewed, Verdict } from "prequal-engine";
import type { Account, Answers, CheckedProfile, ColumnValues, Compared, CriterionState, FoundDuplicates, LeadDetail, ListDrift, LoadedList, Mapping, Preview, Progress, Title } from "../engine/list-engine.ts";
import type { EngineFiles } from "../app/assets.ts";
import type { Edits } from "../import/rewrite.ts";

export interface Calls {
  start(engine: EngineFiles): null;
  openProfile(profile: string): Result<ProfileInfo>;
  checkProfile(profile: string): CheckedProfile;
  compare(ask: { readonly profile: string; readonly list: Blob; readonly mapping: Mapping }): Result<Compared>;
  preview(ask: { readonly list: Blob; readonly mapping: Mapping }): Result<Preview>;
  rewrite(ask: { readonly list: Blob; readonly shape: ListShape; readonly edits: Edits }): Blob;
  recordCells(ask: { readonly list: Blob; readonly shape: ListShape; readonly record: number }): readonly { readonly column: string; readonly value: string }[];
  load(ask: { readonly list: Blob; readonly mapping: Mapping }): Result<LoadedList> | "cancelled";
  titles(leads: readonly number[]): readonly Title[];
  detail(lead: number): Result<LeadDetail>;
  whatIf(ask: { readonly lead: number; readonly answers: Answers }): Result<Verdict>;
  review(ask: { readonly lead: number; readonly act: ReviewAct }): Result<Reviewed>;
  note(ask: { readonly lead: number; readonly options: HandoffOptions }): Result<string>;
  crm(ask: { readonly leads: readonly number[]; readonly options: HandoffOptions }): readonly Readonly<Record<string, unknown>>[];
  records(leads: readonly number[]): readonly (readonly string[])[];
  values(column: number): ColumnValues;
  clocks(): ClockColumns;
  accounts(): Result<readonly Account[]>;
  audit(seed: number): Result<ListAudit>;
  courses(): Result<CourseColumns>;
  criterion(ask: { readonly id: string; readonly state: CriterionState }): Result<readonly number[]>;
  drift(list: Blob): Result<ListDrift>;
  duplicates(): Result<FoundDuplicates>;
  mergeMap(cluster: number): Result<MergeMap>;
  metrics(): Result<ListMetrics>;
  search(query: string): Uint8Array;
  orderByTitle(locale: string): Uint32Array;
}
export type CallName = keyof Calls;

export type Request =
  | { [Name in CallName]: { readonly id: number; readonly call: Name; readonly argument: Parameters<Calls[Name]>[0] } }[CallName]
  | { readonly id: number; readonly cancel: true };

export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly failed: true };
