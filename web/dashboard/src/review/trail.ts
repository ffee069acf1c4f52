// The trail of decisions: append-only, so that it can be read, exported and undone. What holds for a lead follows from it.
import type { Verdict } from "prequal-engine";

/** Acts that the engine checks (core/decide/review.h). */
export const engineActs = ["accept", "qualify", "refuse", "nurture", "hold", "disqualify", "reroute"] as const;
/** Acts that are recorded only: they change nothing that the engine knows of. */
export const recordedActs = ["override", "merge", "distinct", "assign", "contacted", "note"] as const;
/** What a person can do with a lead. */
export const acts = [...engineActs, ...recordedActs] as const;
export type EngineAct = (typeof engineActs)[number];
export type ActName = (typeof acts)[number];

export const isEngineAct = (act: string): act is EngineAct => (engineActs as readonly string[]).includes(act);
/** Acts that stand beside what was decided about a lead, not in its place. */
const beside: ReadonlySet<string> = new Set(["override", "assign", "note", "distinct"]);

/** A lead put into another one: nothing is deleted, the map says which record goes where. */
export interface Merged {
  readonly into: number;
  readonly intoRecord: number;
  /** For each column whose value is not that of the record that is kept: the record that it is taken from. */
  readonly fields: Readonly<Record<string, number>>;
}

/** What the engine recommended when the decision was made. */
export interface Saw {
  readonly band: string;
  readonly total: number;
  readonly stage: string;
  readonly status: string;
  readonly lane: string;
  readonly reasons: readonly string[];
}

export interface Decision {
  /** Its place in the trail, from 1. */
  readonly id: number;
  readonly lead: number;
  /** Record of the list, from 1. */
  readonly record: number;
  /** The lead's own id, when the list has one. */
  readonly leadId: string;
  readonly act: ActName | "undo";
  /** Of "undo": the decision that counts no more. */
  readonly undoes: number | null;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
  readonly to: string;
  readonly until: string;
  readonly resumeWhen: string;
  readonly note: string;
  /** Where the lead stands after it. */
  readonly stage: string;
  readonly standing: string;
  readonly rejection: boolean;
  readonly opsError: boolean;
  readonly saw: Saw;
  readonly profile: string;
  readonly engine: string;
  /** Of several decided about at once: the number of the first of them. They are taken back together. */
  readonly batch?: number;
  /** Of "merge" only. */
  readonly merged?: Merged;
  /** Of "distinct" only: the leads that it was said not to be a duplicate of. */
  readonly distinctFrom?: readonly number[];
}

export const sawOf = (verdict: Verdict): Saw => ({
  band: verdict.band.value,
  total: verdict.scores.total.value,
  stage: verdict.stage.value,
  status: verdict.status.value,
  lane: verdict.route.lane,
  reasons: verdict.reasons.map((reason) => reason.code),
});

/** Trails are never changed in place, so that what follows from one is worked out once. */
function once<T>(make: (trail: readonly Decision[]) => T): (trail: readonly Decision[]) => T {
  const known = new WeakMap<readonly Decision[], { readonly made: T }>();
  return (trail) => {
    let entry = known.get(trail);
    if (entry === undefined) known.set(trail, (entry = { made: make(trail) }));
    return entry.made;
  };
}

/** Decisions that were not taken back, in their order. */
export const activeOf = once((trail): readonly Decision[] => {
  const undone = new Set(trail.flatMap((entry) => (entry.undoes === null ? [] : [entry.undoes])));
  return trail.filter((entry) => entry.act !== "undo" && !undone.has(entry.id));
});

/** For each lead its newest decision. What only stands beside a decision is none; that somebody was contacted is, where there is no other. */
export const standingOf = once((trail): ReadonlyMap<number, Decision> => {
  const out = new Map<number, Decision>();
  for (const entry of activeOf(trail)) {
    if (beside.has(entry.act)) continue;
    const before = out.get(entry.lead);
    if (entry.act === "contacted" && before !== undefined && before.act !== "contacted") continue;
    out.set(entry.lead, entry);
  }
  return out;
});

/** Who has each lead, as far as it was said: the newest of accept and assign. */
export const ownersOf = once((trail): ReadonlyMap<number, string> =>
  new Map(activeOf(trail).flatMap((entry) => ((entry.act === "accept" || entry.act === "assign") && entry.to !== "" ? [[entry.lead, entry.to] as const] : []))),
);

/** Leads that were put into another one. */
export const mergesOf = once((trail): ReadonlyMap<number, Decision & { readonly merged: Merged }> => {
  const out = new Map<number, Decision & { readonly merged: Merged }>();
  for (const entry of activeOf(trail)) if (entry.act === "merge" && entry.merged !== undefined) out.set(entry.lead, { ...entry, merged: entry.merged });
  return out;
});

/** Overrides that have not expired on `day` (YYYY-MM-DD): of each lead the newest. */
export function overridesOf(trail: readonly Decision[], day: string): ReadonlyMap<number, Decision> {
  const out = new Map<number, Decision>();
  for (const entry of activeOf(trail)) if (entry.act === "override") out.set(entry.lead, entry);
  for (const [lead, entry] of out) if (entry.until < day) out.delete(lead);
  return out;
}

/** What an override says instead: a band ("high") or a stage ("stage:sql"). */
export const overridden = (to: string): { readonly kind: "band" | "stage"; readonly code: string } =>
  to.startsWith("stage:") ? { kind: "stage", code: to.slice("stage:".length) } : { kind: "band", code: to };

/** What can be taken back next: one decision, or all of those that were made at once. */
export function lastActive(trail: readonly Decision[]): readonly Decision[] {
  const active = activeOf(trail);
  const last = active.at(-1);
  if (last === undefined) return [];
  return last.batch === undefined ? [last] : active.filter((entry) => entry.batch === last.batch);
}
