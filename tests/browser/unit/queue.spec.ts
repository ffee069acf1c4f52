// Groups, counts of facets, own views and their links, and what follows from a trail.
import { expect, test } from "@playwright/test";
import { accountRows } from "../../../web/dashboard/src/insights/accounts.ts";
import { activeOf, lastActive, mergesOf, overridesOf, ownersOf, standingOf, type Decision } from "../../../web/dashboard/src/review/trail.ts";
import { facetCounts } from "../../../web/dashboard/src/state/facet-counts.ts";
import { groupLeads, linesOf } from "../../../web/dashboard/src/state/grouping.ts";
import { filtersNamed, linkOf, nameFilters, viewOfLink } from "../../../web/dashboard/src/state/saved-views.ts";
import { filtered, noFilters } from "../../../web/dashboard/src/state/view.ts";

test("groups stand in the order of their first leads and keep the order within, D15", () => {
  const { shown, groups } = groupLeads(Uint32Array.of(4, 2, 0, 3, 1), [7, 5, 5, 7, 7]);
  expect([...shown]).toEqual([4, 0, 3, 2, 1]);
  expect(groups).toEqual([{ code: 7, count: 3, first: 0 }, { code: 5, count: 2, first: 3 }]);
  expect([...linesOf(groups, new Set())]).toEqual([-1, 0, 1, 2, -2, 3, 4]);
  expect([...linesOf(groups, new Set([7]))]).toEqual([-1, -2, 3, 4]);
  expect([...linesOf([], new Set())]).toEqual([]);
});

const columns = {
  size: 6, band: Uint8Array.of(2, 2, 1, 0, 2, 1), eligibility: Uint8Array.of(1, 0, 1, 1, 1, 2), status: new Uint8Array(6), lane: new Uint8Array(6),
  mainReason: new Uint16Array(6).fill(65535), reasonWords: 1, reasons: BigUint64Array.of(1n, 0n, 1n, 0n, 2n, 0n), total: Int16Array.of(90, 80, 50, 10, 70, 40), fit: new Int16Array(6), intent: new Int16Array(6),
} as never;
const beside = { clock: Uint8Array.of(4, 0, 0, 4, 1, 0), decision: Uint8Array.of(0, 1, 0, 0, 0, 0) };

test("a facet counts what each of its choices would show, D15", () => {
  const cases = [noFilters, { ...noFilters, band: new Set([2]) }, { ...noFilters, band: new Set([2]), eligibility: new Set([1]), decision: new Set([0]) }, { ...noFilters, reason: new Set([0]) }];
  for (const filters of cases) {
    for (const found of [null, Uint8Array.of(1, 1, 0, 1, 1, 1)]) {
      const counts = facetCounts(columns, filters, found, beside);
      for (const [facet, codes] of [["band", 3], ["eligibility", 3], ["clock", 5], ["decision", 2]] as const) {
        for (let code = 0; code < codes; ++code) {
          const shown = filtered(columns, { ...filters, [facet]: new Set([code]) }, found, beside);
          expect(counts[facet][code], `${facet} ${code}`).toBe(shown.length);
        }
      }
    }
  }
});

const info = { levels: ["low", "mid", "high"], eligibilities: ["undetermined", "eligible", "ineligible"], statuses: ["active", "waiting"], lanes: ["sales"], reasons: [{ code: "duplicate" }, { code: "duplicate", sub: "same_person" }] } as never;

test("a view goes through a link and comes back; nothing typed is in it, D15", () => {
  const filters = { ...noFilters, band: new Set([2, 1]), reason: new Set([1]), decision: new Set([0]) };
  const view = { filters: nameFilters(filters, info), sorts: [{ key: "total", down: true }, { key: "title", down: false }] as const, group: "lane" as const };
  const link = linkOf(view);
  expect(link).toBe("band=high,mid&reason=duplicate.same_person&decision=open&order=-total,title&group=lane");
  const back = viewOfLink(`#${link}`);
  expect(back).toEqual({ ...view, query: "" });
  expect(filtersNamed(back!.filters, info)).toEqual(filters);
  expect(linkOf({ ...view, group: "column 3" })).not.toContain("column");
  expect(viewOfLink("#main")).toBe(null);
  expect(filtersNamed({ band: ["splendid"], lane: ["sales"] }, info)).toEqual({ ...noFilters, band: new Set(), lane: new Set([0]) });
});

const decision = (id: number, lead: number, act: Decision["act"], more: Partial<Decision> = {}): Decision => ({
  id, lead, record: lead + 1, leadId: "", act, undoes: null, by: "Kim", at: "", reason: "", to: "", until: "", resumeWhen: "", note: "", stage: "", standing: "", rejection: false, opsError: false,
  saw: {} as never, profile: "", engine: "", ...more,
});

test("what stands follows from the trail; notes, owners and overrides stand beside it", () => {
  const trail = [
    decision(1, 0, "accept", { to: "Ana" }), decision(2, 0, "contacted"), decision(3, 0, "note", { note: "x" }), decision(4, 1, "contacted"), decision(5, 2, "assign", { to: "Bo" }),
    decision(6, 0, "assign", { to: "Cy" }), decision(7, 3, "override", { to: "high", until: "2026-12-01" }), decision(8, 4, "merge", { merged: { into: 0, intoRecord: 1, fields: {} } }),
  ];
  expect([...standingOf(trail)].map(([lead, entry]) => [lead, entry.act])).toEqual([[0, "accept"], [1, "contacted"], [4, "merge"]]);
  expect([...ownersOf(trail)]).toEqual([[0, "Cy"], [2, "Bo"]]);
  expect([...overridesOf(trail, "2026-12-01").keys()]).toEqual([3]);
  expect([...overridesOf(trail, "2026-12-02").keys()]).toEqual([]);
  expect([...mergesOf(trail).keys()]).toEqual([4]);
  expect(standingOf(trail)).toBe(standingOf(trail));
});

test("what was decided at once is taken back at once, D6", () => {
  const trail = [decision(1, 0, "accept"), decision(2, 1, "refuse", { batch: 2 }), decision(3, 2, "refuse", { batch: 2 })];
  expect(lastActive(trail).map((entry) => entry.id)).toEqual([2, 3]);
  const undone = [...trail, decision(4, 1, "undo", { undoes: 2 }), decision(5, 2, "undo", { undoes: 3 })];
  expect(activeOf(undone).map((entry) => entry.id)).toEqual([1]);
  expect(lastActive(undone).map((entry) => entry.id)).toEqual([1]);
  expect(lastActive([])).toEqual([]);
});

test("accounts: points are the engine's, leads those that are shown, owners in conflict are named, D14", () => {
  const account = (leads: readonly number[], total: number) => ({ key: "", by: "site", leads, people: leads.length, engaged: 0, contactable: 0, fit: 0, intent: 0, total, lifecycle: "researching", committee: { filled: [], open: [] } }) as const;
  const found = [account([3], 40), account([0, 1], 95), account([2, 4], 60), account([5], 60), account([4], 99)];
  const made = accountRows(found, columns, { state: beside.clock } as never, new Map([[0, "Ana"], [1, "Bo"]]), (lead) => lead !== 4, 4);
  expect(made.map((row) => [row.account.total, row.leads])).toEqual([[95, [0, 1]], [60, [2]], [60, [5]], [40, [3]]]);
  expect(made[0]).toMatchObject({ best: 0, band: 2, overdue: 1, owners: ["Ana", "Bo"] });
});
