// What the page and its worker say to each other.
import type { ProfileInfo, Result } from "prequal-engine";
import type { LeadDetail, LoadedList, Progress, Title } from "../engine/list-engine.ts";

export interface Calls {
  start(engine: ArrayBuffer | string): null;
  openProfile(profile: string): Result<ProfileInfo>;
  load(list: Blob): Result<LoadedList> | "cancelled";
  titles(leads: readonly number[]): readonly Title[];
  detail(lead: number): Result<LeadDetail>;
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

