// Two profiles over the same leads: who goes from which band to which, whose score moves most.
import type { OutcomeColumns } from "prequal-engine";

export interface Mover {
  readonly lead: number;
  readonly before: number;
  readonly after: number;
}

export interface Comparison {
  /** matrix[before][after]: leads in those bands. */
  readonly matrix: readonly (readonly number[])[];
  readonly bandMoved: number;
  readonly scoreMoved: number;
  readonly eligibilityMoved: number;
  readonly laneMoved: number;
  /** The leads whose score moves most, up to `most`. */
  readonly movers: readonly Mover[];
}

export function compareOutcomes(before: OutcomeColumns, after: OutcomeColumns, levels: number, most: number): Comparison {
  const matrix = Array.from({ length: levels }, () => new Array<number>(levels).fill(0));
  const moved: Mover[] = [];
  let bandMoved = 0;
  let eligibilityMoved = 0;
  let laneMoved = 0;
  for (let lead = 0; lead < before.size; ++lead) {
    const from = before.band[lead] ?? 0;
    const to = after.band[lead] ?? 0;
    matrix[from]![to]! += 1;
    if (from !== to) ++bandMoved;
    if (before.eligibility[lead] !== after.eligibility[lead]) ++eligibilityMoved;
    if (before.lane[lead] !== after.lane[lead]) ++laneMoved;
    if (before.total[lead] !== after.total[lead]) moved.push({ lead, before: before.total[lead] ?? 0, after: after.total[lead] ?? 0 });
  }
  const movers = moved.sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || a.lead - b.lead).slice(0, most);
  return { matrix, bandMoved, scoreMoved: moved.length, eligibilityMoved, laneMoved, movers };
}

export function leadsThatMove(before: OutcomeColumns, after: OutcomeColumns, from: number, to: number): number[] {
  return Array.from({ length: before.size }, (_, lead) => lead).filter((lead) => before.band[lead] === from && after.band[lead] === to);
}

/** Names a result, so that two people can see that they look at the same: the same list and profile give the same name. */
export async function nameOfResult(columns: OutcomeColumns): Promise<string> {
  const parts = [columns.total, columns.band, columns.eligibility, columns.status, columns.lane];
  const bytes = await new Blob(parts.map((part) => part.slice() as unknown as ArrayBuffer)).arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash.subarray(0, 6)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
