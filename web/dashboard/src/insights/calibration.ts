// What came of the leads by their score: does a higher score turn out better? Counts for people who look after a profile.
import type { CourseColumns } from "prequal-engine";
import { wilson, type Interval } from "./rates.ts";

export const courseKinds = ["converted", "won", "booked", "contacted"] as const;
export type CourseKind = (typeof courseKinds)[number];

/** Scores of one bin, from `from` to `to`, both included. */
export interface ScoreBin {
  readonly from: number;
  readonly to: number;
  readonly leads: readonly number[];
  readonly hits: number;
  readonly rate: number;
  readonly range: Interval;
}

export interface Calibration {
  /** Bins that hold any lead, lowest scores first. */
  readonly bins: readonly ScoreBin[];
  /** Leads of which something is recorded; spam and duplicates are none. */
  readonly known: number;
  readonly hits: number;
  /** The two bins that stand most clearly the wrong way round: the lower one turned out better, beyond chance. */
  readonly inverted: readonly [lower: ScoreBin, higher: ScoreBin] | null;
}

const binSize = 10;
const lastBin = 9;

export function calibrate(totals: Int16Array, courses: CourseColumns, leads: ArrayLike<number>, kind: CourseKind): Calibration {
  const members = new Map<number, number[]>();
  for (let i = 0; i < leads.length; ++i) {
    const lead = leads[i]!;
    if (courses.counted[lead] !== 1 || courses.recorded[lead] !== 1) continue;
    const at = Math.max(0, Math.min(lastBin, Math.floor((totals[lead] ?? 0) / binSize)));
    const list = members.get(at);
    if (list === undefined) members.set(at, [lead]);
    else list.push(lead);
  }
  const bins = [...members].sort(([a], [b]) => a - b).map(([at, list]): ScoreBin => {
    const hits = list.reduce((sum, lead) => sum + (courses[kind][lead] ?? 0), 0);
    return { from: at * binSize, to: at === lastBin ? 100 : at * binSize + binSize - 1, leads: list, hits, rate: hits / list.length, range: wilson(hits, list.length) };
  });
  const pairs = bins.flatMap((lower, i) => bins.slice(i + 1).map((higher) => [lower, higher] as const)).filter(([lower, higher]) => lower.range.low > higher.range.high);
  pairs.sort(([a, b], [c, d]) => d.range.high - c.range.low - (b.range.high - a.range.low));
  const sum = (of: (bin: ScoreBin) => number): number => bins.reduce((all, bin) => all + of(bin), 0);
  return { bins, known: sum((bin) => bin.leads.length), hits: sum((bin) => bin.hits), inverted: pairs[0] ?? null };
}
