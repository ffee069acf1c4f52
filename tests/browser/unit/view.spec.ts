// What is shown of a list, and in which order.
import { expect, test } from "@playwright/test";
import { countCodes, filtered, noFilters, reasonsOf, sorted, toggled, type SortKey } from "../../../web/dashboard/src/state/view.ts";

const columns = {
  size: 5,
  total: Int16Array.of(10, -3, 40, 10, 7),
  fit: Int16Array.of(5, 0, 30, 9, 7),
  intent: Int16Array.of(5, 0, 10, 1, 0),
  band: Uint8Array.of(1, 0, 2, 1, 0),
  eligibility: Uint8Array.of(0, 2, 1, 1, 2),
  status: Uint8Array.of(0, 6, 0, 0, 5),
  lane: Uint8Array.of(1, 5, 1, 4, 5),
  mainReason: Uint16Array.of(65535, 70, 65535, 1, 65535),
  reasonWords: 2,
  reasons: BigUint64Array.of(0n, 0n, 1n, 1n << 6n, 0n, 0n, 3n, 0n, 0n, 0n),
} as never;
const all = Uint32Array.of(0, 1, 2, 3, 4);

test("reasons: the main one first, whatever word it stands in", () => {
  expect(reasonsOf(columns, 0)).toEqual([]);
  expect(reasonsOf(columns, 1)).toEqual([70, 0]);
  expect(reasonsOf(columns, 3)).toEqual([1, 0]);
});

const orders: readonly [SortKey, boolean, readonly number[]][] = [
  ["list", false, [0, 1, 2, 3, 4]],
  ["list", true, [4, 3, 2, 1, 0]],
  ["total", true, [2, 0, 3, 4, 1]],
  ["total", false, [1, 4, 0, 3, 2]],
  ["band", true, [2, 0, 3, 4, 1]],
  ["lane", false, [0, 2, 3, 1, 4]],
  ["title", false, [3, 1, 4, 0, 2]],
  ["title", true, [2, 0, 4, 1, 3]],
];
for (const [key, down, expected] of orders) {
  test(`order by ${key} ${down ? "down" : "up"}`, () => {
    expect([...sorted(columns, all, { key, down }, Uint32Array.of(3, 1, 4, 0, 2))]).toEqual(expected);
  });
}

test("filters narrow; within one facet any choice counts; a search narrows too", () => {
  const by = (filters: typeof noFilters, found: Uint8Array | null = null): number[] => [...filtered(columns, filters, found)];
  expect(by(noFilters)).toEqual([0, 1, 2, 3, 4]);
  expect(by(toggled(noFilters, "band", 1))).toEqual([0, 3]);
  expect(by(toggled(toggled(noFilters, "band", 1), "band", 2))).toEqual([0, 2, 3]);
  expect(by(toggled(toggled(noFilters, "band", 1), "eligibility", 1))).toEqual([3]);
  expect(by(toggled(toggled(noFilters, "band", 1), "band", 1))).toEqual([0, 1, 2, 3, 4]);
  expect(by(toggled(noFilters, "reason", 70))).toEqual([1]);
  expect(by(noFilters, Uint8Array.of(0, 1, 0, 0, 1))).toEqual([1, 4]);
});

test("nothing to sort is no trouble", () => {
  expect([...sorted(columns, new Uint32Array(), { key: "total", down: true }, null)]).toEqual([]);
});

test("codes are counted", () => expect(countCodes(Uint8Array.of(1, 0, 2, 1, 0), 4)).toEqual([2, 2, 1, 0]));

test("a hundred thousand rows sort like a comparison does", () => {
  const size = 100_000;
  const total = Int16Array.from({ length: size }, (_, i) => ((i * 7919) % 141) - 40);
  const leads = Uint32Array.from(total.keys());
  const expected = leads.slice().sort((a, b) => total[b]! - total[a]! || a - b);
  expect(sorted({ size, total } as never, leads, { key: "total", down: true }, null)).toEqual(expected);
});
