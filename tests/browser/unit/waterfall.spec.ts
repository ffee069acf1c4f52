// Contributions as steps that add up, and what is open.
import { expect, test } from "@playwright/test";
import { toWaterfall } from "../../../web/dashboard/src/lead/waterfall.ts";

const score = (value: number, max: number) => ({ value, low: value, high: value, max, band: "low", reach: ["low"] });

const verdict = {
  scores: { fit: score(60, 60), intent: score(0, 40), adjustment: score(-4, 10), negative: score(-8, 40), total: { ...score(48, 100), low: 30, high: 55 } },
  contributions: [
    { rule: "fit.a", category: "fit", points: 50 },
    { rule: "fit.b", category: "fit", points: 20 },
    { rule: "cap:fit", category: "fit", points: -10 },
    { rule: "adjust.a", category: "adjustment", points: -4 },
    { rule: "negative.a", category: "negative", points: -8 },
  ],
  potential: [
    { field: "size", category: "fit", low: 0, high: 6 },
    { field: "size", category: "negative", low: -6, high: 0 },
    { rule: "negative.b", category: "negative", low: -8, high: 0 },
    { field: "nothing", category: "fit", low: 0, high: 0 },
  ],
} as never;

test("each step starts where the one before ended, and the last ends at the total, D7", () => {
  const fall = toWaterfall(verdict);
  const steps = fall.sections.flatMap((section) => section.steps);
  let at = 0;
  for (const step of steps) {
    expect(step.from).toBe(at);
    expect(step.to).toBe(at + step.points);
    at = step.to;
  }
  expect(at).toBe(48);
  expect(fall.sum).toBe(48);
  expect(fall.sections.map((section) => [section.category, section.points])).toEqual([["fit", 60], ["intent", 0], ["adjustment", -4], ["negative", -8]]);
  expect(steps.map((step) => step.kind)).toEqual(["fit", "fit", "limit", "adjustment", "negative"]);
  expect([fall.least, fall.most]).toEqual([0, 100]);
});

test("what is open is one entry a field or rule, the widest first, without empty ones", () => {
  expect(toWaterfall(verdict).open).toEqual([
    { field: "size", rule: null, low: -6, high: 6 },
    { field: null, rule: "negative.b", low: -8, high: 0 },
  ]);
});
