// What the insights count: shares with their uncertainty, spread, groups, stages, clocks; and what differs between profiles.
import { expect, test } from "@playwright/test";
import { answeredWithin, funnel, reasonCounts, serviceCounts } from "../../../web/dashboard/src/insights/counts.ts";
import { bandsAt, histogram, thresholdFor } from "../../../web/dashboard/src/insights/distribution.ts";
import { groupsOf } from "../../../web/dashboard/src/insights/groups.ts";
import { quantile, wilson } from "../../../web/dashboard/src/insights/rates.ts";
import { columnValues } from "../../../web/dashboard/src/worker/column-values.ts";
import { compareOutcomes, leadsThatMove } from "../../../web/dashboard/src/workbench/comparison.ts";
import { exportDraft, nextVersion, partsChanged, pointNumbers, rulesChanged, withValue } from "../../../web/dashboard/src/workbench/profile-draft.ts";

// Worked out by hand from Wilson's formula with z = 1.96.
const intervals: readonly [number, number, number, number][] = [[0, 0, 0, 1], [0, 10, 0, 0.2775], [10, 10, 0.7225, 1], [5, 10, 0.2366, 0.7634], [50, 100, 0.4038, 0.5962]];
for (const [hits, of, low, high] of intervals) {
  test(`interval of ${hits} of ${of}`, () => {
    const range = wilson(hits, of);
    expect(range.low).toBeCloseTo(low, 3);
    expect(range.high).toBeCloseTo(high, 3);
  });
}

test("quantiles of sorted values", () => {
  expect(quantile([], 0.5)).toBe(null);
  expect(quantile([7], 0.95)).toBe(7);
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(3);
});

const totals = Int16Array.of(-3, 0, 39, 40, 69, 70, 100, 100);
const all = [0, 1, 2, 3, 4, 5, 6, 7];

test("every lead stands in one bin, the highest score too", () => {
  const bins = histogram(totals, all, 5);
  expect(bins[0]).toEqual({ from: -5, to: 0, count: 1 });
  expect(bins.at(-1)).toEqual({ from: 95, to: 100, count: 2 });
  expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(all.length);
});

test("a score on the threshold is in the upper band, R09-07", () => {
  expect(bandsAt(totals, all, 40, 70)).toEqual({ low: 3, mid: 2, high: 3 });
  expect(bandsAt(totals, [0, 5], 40, 70)).toEqual({ low: 1, mid: 0, high: 1 });
});

test("the threshold for a capacity never lets more through, R11-11", () => {
  for (let capacity = 0; capacity <= all.length; ++capacity) {
    const at = thresholdFor(totals, all, capacity);
    expect(all.filter((lead) => totals[lead]! >= at).length).toBeLessThanOrEqual(capacity);
  }
  expect(thresholdFor(totals, all, 3)).toBe(70);
});

const columns = {
  size: 5, total: Int16Array.of(80, 75, 10, 50, 20), band: Uint8Array.of(2, 2, 0, 1, 0), eligibility: Uint8Array.of(1, 1, 2, 0, 1), lane: Uint8Array.of(1, 1, 5, 4, 5),
  stage: Uint8Array.of(2, 1, 0, 1, 0), reasonWords: 1, reasons: BigUint64Array.of(0n, 1n, 3n, 2n, 2n),
} as never;
const info = { reasons: [{ code: "a", cause: "ours" }, { code: "b", cause: "lead" }], stages: [{ id: "inquiry" }, { id: "mql" }, { id: "sql" }] } as never;

test("reasons most frequent first, with their side, R18-13", () => {
  expect(reasonCounts(columns, [0, 1, 2, 3, 4], info)).toEqual([{ reason: 1, leads: 3, cumulative: 0.6, ours: false }, { reason: 0, leads: 2, cumulative: 1, ours: true }]);
  expect(reasonCounts(columns, [0], info)).toEqual([]);
});

test("stages reached include those beyond", () => {
  expect(funnel(columns, [0, 1, 2, 3, 4], info)).toEqual([{ stage: "inquiry", here: 2, reached: 5 }, { stage: "mql", here: 2, reached: 3 }, { stage: "sql", here: 1, reached: 1 }]);
});

test("clocks: counts of states, minutes to the answer, D12", () => {
  const clocks = { state: Uint8Array.of(2, 3, 4, 0), started: Float64Array.of(0, 600, 0, 0), due: Float64Array.of(60, 660, 60, 0), answered: Float64Array.of(120, 7800, 0, 0) };
  expect(serviceCounts(clocks, [0, 1, 2, 3])).toEqual({ states: [1, 0, 1, 1, 1], median: 120, slow: 120 });
});

test("values of a column are counted without the spaces around them; groups by the surest share", () => {
  const values = columnValues(["web ", "web", "event", "web", "event"]);
  expect(values.values).toEqual(["web", "event"]);
  expect([...values.codes]).toEqual([0, 0, 1, 0, 1]);
  const { groups, small } = groupsOf(values, columns, null, [0, 1, 2, 3, 4], { high: 2, eligible: 1, breached: 4 }, 2);
  expect(groups.map((group) => [group.value, group.leads, group.high, group.eligible, group.median])).toEqual([["web", 3, 2, 2, 75], ["event", 2, 0, 1, 20]]);
  expect(small).toBe(0);
  expect(groupsOf(values, columns, null, [0, 1, 2, 3, 4], { high: 2, eligible: 1, breached: 4 }, 3).small).toBe(1);
});

test("bands before and after, who moves, D10", () => {
  const after = { ...(columns as object), total: Int16Array.of(80, 60, 10, 50, 90), band: Uint8Array.of(2, 1, 0, 1, 2) } as never;
  const made = compareOutcomes(columns, after, 3, 1);
  expect(made.matrix).toEqual([[1, 0, 1], [0, 1, 0], [0, 1, 1]]);
  expect([made.bandMoved, made.scoreMoved, made.eligibilityMoved, made.laneMoved]).toEqual([2, 2, 0, 0]);
  expect(made.movers).toEqual([{ lead: 4, before: 20, after: 90 }]);
  expect(leadsThatMove(columns, after, 2, 1)).toEqual([1]);
});

const profile = JSON.stringify({ id: "p", version: "1.2.0", scoring: { total: { mid: 40, high: 70 } }, vocabularies: {}, changes: [{ version: "1.2.0", category: "all", text: "x" }],
  rules: [{ id: "a", category: "fit", points: 5 }, { id: "b", category: "intent", grades: [{ id: "x", points: 3 }, { id: "y", points: 1 }] }] });

test("a draft: its numbers, what differs, its export", () => {
  const before = JSON.parse(profile);
  expect(pointNumbers(before).map((entry) => [entry.name, entry.value])).toEqual([["a", 5], ["b, x", 3], ["b, y", 1]]);
  const draft = withValue(profile, ["rules", 1, "grades", 0, "points"], 9);
  expect(partsChanged(before, JSON.parse(draft))).toEqual(["rules.intent"]);
  expect(rulesChanged(before, JSON.parse(draft))).toEqual([{ rule: "b", kind: "points" }]);
  expect(partsChanged(before, JSON.parse(withValue(draft, ["scoring", "total", "high"], 75)))).toEqual(["rules.intent", "scoring"]);
  const exported = JSON.parse(exportDraft(draft, nextVersion("1.2.0"), "rules.intent", "More for x."));
  expect(exported.version).toBe("1.3.0");
  expect(exported.changes.at(-1)).toEqual({ version: "1.3.0", category: "rules.intent", text: "More for x." });
  expect(partsChanged(JSON.parse(draft), exported)).toEqual([]);
});

test("answers by the minutes they took, each in the shortest that holds it", () => {
  const clocks = { state: new Uint8Array(6), started: Float64Array.of(0, 1000, 1000, 1000, 1000, 5000), due: new Float64Array(6), answered: Float64Array.of(0, 1300, 1301, 1000 + 3600, 1000 + 3601, 4000) };
  expect(answeredWithin(clocks, [0, 1, 2, 3, 4, 5])).toEqual([[1, 5], [2], [3], [4]]);
  expect(answeredWithin(clocks, [0])).toEqual([[], [], [], []]);
});
