// Two trails about one list become one: nothing is lost, numbers stay different, what takes something back still does.
import { expect, test } from "@playwright/test";
import { joined } from "../../../web/dashboard/src/review/joined-trail.ts";
import type { Decision } from "../../../web/dashboard/src/review/trail.ts";

const entry = (id: number, note: string, more: Partial<Decision> = {}): Decision => ({ id, note, act: "accept", undoes: null, ...more }) as Decision;
const told = (trail: readonly Decision[]): unknown[] => trail.map(({ id, note, undoes, batch }) => [id, note, undoes, batch ?? null]);

test("the same trail stays as it is", () => {
  const trail = [entry(1, "a"), entry(2, "b")];
  expect(joined(trail, trail)).toEqual(trail);
  expect(joined([], trail)).toEqual(trail);
  expect(joined(trail, [])).toEqual(trail);
});

test("what both numbered alike is told apart", () => {
  const kept = [entry(1, "a"), entry(2, "theirs")];
  const own = [entry(1, "a"), entry(2, "ours"), entry(3, "taken back", { act: "undo", undoes: 2 }), entry(4, "undo of the first", { act: "undo", undoes: 1 })];
  expect(told(joined(kept, own))).toEqual([[1, "a", null, null], [2, "theirs", null, null], [3, "ours", null, null], [4, "taken back", 3, null], [5, "undo of the first", 1, null]]);
});

test("acts of one batch stay one", () => {
  const own = [entry(1, "x", { batch: 1 }), entry(2, "y", { batch: 1 })];
  expect(told(joined([entry(1, "a")], own))).toEqual([[1, "a", null, null], [2, "x", null, 2], [3, "y", null, 2]]);
});
