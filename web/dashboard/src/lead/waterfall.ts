// The contributions of a lead as steps of a waterfall whose lengths add up to the score. Pure.
import type { Contribution, Verdict } from "prequal-engine";

export type StepKind = "fit" | "intent" | "adjustment" | "negative" | "limit";

export interface Step {
  readonly kind: StepKind;
  readonly points: number;
  /** Where the running total stands before and after. */
  readonly from: number;
  readonly to: number;
  readonly contribution: Contribution;
}

export interface Section {
  readonly category: Contribution["category"];
  readonly points: number;
  readonly most: number;
  readonly steps: readonly Step[];
}

/** What the unknown could still do to the total, one entry for each field or rule. */
export interface Open {
  readonly field: string | null;
  readonly rule: string | null;
  readonly low: number;
  readonly high: number;
}

export interface Waterfall {
  readonly sections: readonly Section[];
  readonly sum: number;
  readonly open: readonly Open[];
  /** Ends of the axis: everything drawn lies between them. */
  readonly least: number;
  readonly most: number;
}

const order: readonly Contribution["category"][] = ["fit", "intent", "adjustment", "negative", "total"];

export function isLimit(contribution: Contribution): boolean {
  return contribution.rule.startsWith("cap:") || contribution.rule.startsWith("bounds:");
}

function findOpen(verdict: Verdict): Open[] {
  const found = new Map<string, Open>();
  for (const entry of verdict.potential) {
    const key = entry.field ?? `rule ${entry.rule ?? ""}`;
    const before = found.get(key) ?? { field: entry.field ?? null, rule: entry.rule ?? null, low: 0, high: 0 };
    found.set(key, { ...before, low: before.low + entry.low, high: before.high + entry.high });
  }
  return [...found.values()].filter((entry) => entry.low !== 0 || entry.high !== 0).sort((a, b) => b.high - b.low - (a.high - a.low));
}

export function toWaterfall(verdict: Verdict): Waterfall {
  const sections: Section[] = [];
  let at = 0;
  let least = Math.min(0, verdict.scores.total.low);
  let most = Math.max(verdict.scores.total.max, verdict.scores.total.high);
  for (const category of order) {
    const before = at;
    const steps: Step[] = [];
    for (const contribution of verdict.contributions) {
      if (contribution.category !== category) continue;
      const kind: StepKind = isLimit(contribution) || category === "total" ? "limit" : category;
      steps.push({ kind, points: contribution.points, from: at, to: at + contribution.points, contribution });
      at += contribution.points;
      least = Math.min(least, at);
      most = Math.max(most, at);
    }
    const score = category === "total" ? null : verdict.scores[category];
    if (steps.length > 0 || category === "fit" || category === "intent") {
      sections.push({ category, points: at - before, most: score?.max ?? 0, steps });
    }
  }
  return { sections, sum: at, open: findOpen(verdict), least, most };
}
