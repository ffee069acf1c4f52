// Counts over the shown leads: reasons in order of weight, stages reached, service levels.
import type { ClockColumns, OutcomeColumns, ProfileInfo } from "prequal-engine";
import { clockStates } from "../lead/service-clock.ts";
import { quantile } from "./rates.ts";

export interface ReasonCount {
  /** Index into the profile's reasons. */
  readonly reason: number;
  readonly leads: number;
  /** Share of all mentions up to and with this one. */
  readonly cumulative: number;
  readonly ours: boolean;
}

const wordBits = 64;

export function reasonCounts(columns: OutcomeColumns, leads: ArrayLike<number>, info: ProfileInfo): readonly ReasonCount[] {
  const counts = new Uint32Array(info.reasons.length);
  const words = columns.reasonWords;
  for (let i = 0; i < leads.length; ++i) {
    for (let w = 0; w < words; ++w) {
      let word = columns.reasons[leads[i]! * words + w] ?? 0n;
      for (let bit = w * wordBits; word !== 0n; ++bit, word >>= 1n) if ((word & 1n) === 1n) ++counts[bit]!;
    }
  }
  const order = [...counts.keys()].filter((reason) => counts[reason]! > 0).sort((a, b) => counts[b]! - counts[a]! || a - b);
  const all = order.reduce((sum, reason) => sum + counts[reason]!, 0);
  let so = 0;
  return order.map((reason) => {
    so += counts[reason]!;
    return { reason, leads: counts[reason]!, cumulative: so / all, ours: info.reasons[reason]?.cause === "ours" };
  });
}

export interface Step {
  readonly stage: string;
  /** Leads that are here or further. */
  readonly reached: number;
  /** Leads that stand here. */
  readonly here: number;
}

export function funnel(columns: OutcomeColumns, leads: ArrayLike<number>, info: ProfileInfo): readonly Step[] {
  const here = new Uint32Array(info.stages.length);
  for (let i = 0; i < leads.length; ++i) ++here[columns.stage[leads[i]!] ?? 0]!;
  let reached = 0;
  const steps = info.stages.map((stage, i) => ({ stage: stage.id, here: here[i]! })).reverse();
  return steps.map((step) => ({ ...step, reached: (reached += step.here) })).reverse();
}

export interface ServiceCounts {
  readonly states: readonly number[];
  /** Of leads that were answered: minutes to the first answer. */
  readonly median: number | null;
  readonly slow: number | null;
}

const minute = 60;

export function serviceCounts(clocks: ClockColumns, leads: ArrayLike<number>): ServiceCounts {
  const states = clockStates.map(() => 0);
  const minutes: number[] = [];
  for (let i = 0; i < leads.length; ++i) {
    const lead = leads[i]!;
    states[clocks.state[lead] ?? 0]! += 1;
    const answered = clocks.answered[lead] ?? 0;
    if (answered > 0) minutes.push(Math.max(0, answered - (clocks.started[lead] ?? 0)) / minute);
  }
  minutes.sort((a, b) => a - b);
  return { states, median: quantile(minutes, 0.5), slow: quantile(minutes, 0.95) };
}

/** Minutes to the first answer, as teams speak of them: up to 5, 15, 60, and longer. */
export const answerLimits = [5, 15, 60, Infinity] as const;

/** For each limit the leads that were answered within it and not within the one before. */
export function answeredWithin(clocks: ClockColumns, leads: ArrayLike<number>): readonly (readonly number[])[] {
  const out = answerLimits.map((): number[] => []);
  for (let i = 0; i < leads.length; ++i) {
    const lead = leads[i]!;
    const answered = clocks.answered[lead] ?? 0;
    if (answered <= 0) continue;
    const minutes = Math.max(0, answered - (clocks.started[lead] ?? 0)) / minute;
    out[answerLimits.findIndex((limit) => minutes <= limit)]!.push(lead);
  }
  return out;
}
