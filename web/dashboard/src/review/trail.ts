// The trail of decisions: append-only, so that it can be read, exported and undone. What holds for a lead follows from it.
import type { Verdict } from "prequal-engine";

/** What a person can do with a lead. All but "override" are acts of the engine (core/decide/review.h). */
export const acts = ["accept", "qualify", "refuse", "nurture", "hold", "disqualify", "reroute", "override"] as const;
export type ActName = (typeof acts)[number];

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
}

export const sawOf = (verdict: Verdict): Saw => ({
  band: verdict.band.value,
  total: verdict.scores.total.value,
  stage: verdict.stage.value,
  status: verdict.status.value,
  lane: verdict.route.lane,
  reasons: verdict.reasons.map((reason) => reason.code),
});

/** Decisions that were not taken back, in their order. */
export function activeOf(trail: readonly Decision[]): readonly Decision[] {
  const undone = new Set(trail.flatMap((entry) => (entry.undoes === null ? [] : [entry.undoes])));
  return trail.filter((entry) => entry.act !== "undo" && !undone.has(entry.id));
}

/** For each lead its newest decision; an override stands beside it, not in its place. */
export function standingOf(trail: readonly Decision[]): ReadonlyMap<number, Decision> {
  const out = new Map<number, Decision>();
  for (const entry of activeOf(trail)) if (entry.act !== "override") out.set(entry.lead, entry);
  return out;
}

/** Overrides that have not expired on `day` (YYYY-MM-DD). */
export function overridesOf(trail: readonly Decision[], day: string): ReadonlyMap<number, Decision> {
  const out = new Map<number, Decision>();
  for (const entry of activeOf(trail)) if (entry.act === "override") out.set(entry.lead, entry);
  for (const [lead, entry] of out) if (entry.until < day) out.delete(lead);
  return out;
}

/** What can be taken back next. */
export const lastActive = (trail: readonly Decision[]): Decision | null => activeOf(trail).at(-1) ?? null;
