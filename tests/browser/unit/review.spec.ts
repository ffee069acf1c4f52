// What a team counts when it looks after its profile: outcomes by score, costs, drift. And what a person sets up for
// themselves: columns, keys, hours, the running clock.
import { expect, test } from "@playwright/test";
import { canChange, keyProblem, keysOf } from "../../../web/dashboard/src/app/keys.ts";
import { calibrate } from "../../../web/dashboard/src/insights/calibration.ts";
import { costRows, parseAmount, parseCosts } from "../../../web/dashboard/src/insights/costs.ts";
import { compareTotals, compareValues, driftSize, stabilityIndex } from "../../../web/dashboard/src/insights/drift.ts";
import { leadColumns, readSetup } from "../../../web/dashboard/src/state/lead-columns.ts";
import { statesAt } from "../../../web/dashboard/src/state/live-clock.ts";
import { parseDraft, withoutMember } from "../../../web/dashboard/src/workbench/profile-draft.ts";
import { calendarDrafts, levelDrafts, withCalendar } from "../../../web/dashboard/src/workbench/service-draft.ts";

const ones = (...at: readonly number[]) => Uint8Array.from({ length: 80 }, (_, lead) => (at.includes(lead) ? 1 : 0));
const all = Uint32Array.from({ length: 80 }, (_, lead) => lead);

test("outcomes by score: of leads of which something is recorded; a bin that stands the wrong way round is told, D11 R18-03", () => {
  // 40 leads at 25 points of which 36 convert, 39 at 75 of which 3 do, one at 100 without a record.
  const totals = Int16Array.from(all, (lead) => (lead < 40 ? 25 : lead < 79 ? 75 : 100));
  const converted = ones(...Array.from({ length: 36 }, (_, i) => i), 50, 51, 52);
  const courses = { counted: new Uint8Array(80).fill(1), recorded: Uint8Array.from(all, (lead) => (lead < 79 ? 1 : 0)), converted, won: ones(50) } as never;
  const made = calibrate(totals, courses, all, "converted");
  expect(made.bins.map((bin) => [bin.from, bin.to, bin.leads.length, bin.hits])).toEqual([[20, 29, 40, 36], [70, 79, 39, 3]]);
  expect([made.known, made.hits]).toEqual([79, 39]);
  expect(made.inverted?.map((bin) => bin.from)).toEqual([20, 70]);
  expect(calibrate(totals, courses, all, "won")).toMatchObject({ hits: 1, inverted: null });
  expect(calibrate(totals, courses, all.subarray(79), "won").bins).toEqual([]);
});

test("costs: amounts as people write them, per lead, high lead and converted one, D11", () => {
  expect(["1,200.50", "1.200,50", "$1 200", "1'200", "12,5", "1,200", "x", "-3"].map(parseAmount)).toEqual([1200.5, 1200.5, 1200, 1200, 12.5, 1200, null, null]);
  expect([...parseCosts("Source,Cost\nWeb Form,1200\nevent\t300.50\n\"Trade fair\";2.400,00\nnothing\n")]).toEqual([["Web Form", 1200], ["event", 300.5], ["Trade fair", 2400]]);
  const values = { values: ["web", "event", ""], counts: [3, 2, 1], codes: Uint32Array.of(0, 0, 1, 1, 0, 2) };
  const columns = { band: Uint8Array.of(2, 0, 2, 2, 1, 2) } as never;
  const courses = { converted: Uint8Array.of(1, 0, 0, 0, 0, 0) } as never;
  const rows = costRows(values, columns, courses, [0, 1, 2, 3, 4, 5], 2, new Map([["web", 300], ["event", 500]]));
  expect(rows.map(({ value, leads, high, converted, perLead, perHigh, perConverted }) => [value, leads, high, converted, perLead, perHigh, perConverted])).toEqual([
    ["event", 2, 2, 0, 250, 250, null], ["web", 3, 1, 1, 100, 300, 300], ["", 1, 1, 0, null, null, null],
  ]);
  // The least share of high leads that the counts allow makes them dearer, never cheaper.
  for (const row of rows) if (row.perHigh !== null) expect(row.perHighMost).toBeGreaterThan(row.perHigh);
});

test("drift: nothing for the same make-up, more for another; values that name leads are no column, D11", () => {
  expect(stabilityIndex([10, 30, 60], [100, 300, 600])).toBeLessThan(0.01);
  // By hand: (0.5 - 0.1) ln 5 + (0.5 - 0.9) ln (5/9), up to the half lead that is added.
  expect(stabilityIndex([5000, 5000], [1000, 9000])).toBeCloseTo(0.879, 2);
  expect([0.05, 0.1, 0.25, 0.3].map(driftSize)).toEqual(["alike", "some", "some", "different"]);
  const part = compareValues("State", ["OH", "OH", "MI ", "MI", "OH", "OH", "MI", "MI"], ["OH", "TX", "TX", "TX"]);
  expect(part?.rows).toEqual([{ value: "OH", here: 4, there: 1 }, { value: "MI", here: 4, there: 0 }, { value: "TX", here: 0, there: 3 }]);
  expect(compareValues("Name", ["a", "b", "c"], ["d", "e", "f"])).toBe(null);
  expect(compareValues("Same", ["a", "a"], ["a"])).toBe(null);
  expect(compareTotals(Int16Array.of(0, 9, 100), Int16Array.of(95)).rows).toEqual([{ value: "0 9", here: 2, there: 0 }, { value: "90 100", here: 1, there: 1 }]);
});

const listed = [{ name: "City", field: "city", how: "id" }, { name: "Mail", field: "email", how: "id" }] as const;
const info = { fields: [{ id: "city", type: "choice", personal: false, sensitive: false }, { id: "email", type: "email", personal: true, sensitive: false }] } as never;

test("columns of one's own: those of the list among them, personal ones not while they are hidden, D5", () => {
  const keys = (columns: readonly { readonly key: string; readonly name: string }[]) => columns.map((column) => column.name || column.key);
  expect(keys(leadColumns(readSetup(null), listed, info, false))).toEqual(["title", "band", "total", "fit", "intent", "status", "reasons", "lane"]);
  const setup = readSetup({ form: "plain", columns: { own: ["lane", "band", "no such"], list: ["Mail", "City", "Gone", 7] } });
  expect(setup).toEqual({ form: "plain", columns: { own: ["band", "lane"], list: ["Mail", "City", "Gone"] } });
  expect(keys(leadColumns(setup, listed, info, false))).toEqual(["title", "band", "lane", "Mail", "City"]);
  expect(keys(leadColumns(setup, listed, info, true))).toEqual(["title", "band", "lane", "City"]);
  for (const kept of [undefined, 3, "x", { columns: 1 }]) expect(readSetup(kept)).toEqual({ form: "grid", columns: null });
});

test("keys of one's own: free ones only, and what means the same everywhere stays, D6", () => {
  const command = (id: string, ...keys: readonly string[]) => ({ id, name: id, keys, run: () => {} });
  const commands = [command("next", "J", "\u2193"), command("accept", "1"), command("insights", "G I"), command("close", "Esc"), command("palette", "Ctrl K")];
  expect(keysOf("next", ["J", "\u2193"], { next: "N" })).toEqual(["N", "\u2193"]);
  expect(keysOf("next", ["J", "\u2193"], {})).toEqual(["J", "\u2193"]);
  expect(commands.map(canChange)).toEqual([true, true, true, false, false]);
  expect(keyProblem("Y", "next", commands)).toBe(null);
  expect(keyProblem("J", "next", commands)).toBe(null);
  expect(keyProblem("Shift Y", "next", commands)).toBe(null);
  expect(keyProblem("1", "next", commands)).toMatchObject({ kind: "taken", by: { id: "accept" } });
  expect(keyProblem("G", "next", commands)).toEqual({ kind: "starts" });
  expect(keyProblem("F5", "next", commands)).toEqual({ kind: "unfit" });
});

test("the running clock: what nobody answered runs out, and nothing else does, D4 D12", () => {
  const clocks = { state: Uint8Array.of(0, 1, 1, 2, 3, 4), started: new Float64Array(6), due: Float64Array.of(0, 100, 300, 100, 100, 400), answered: Float64Array.of(0, 0, 0, 50, 150, 0) };
  expect(statesAt(clocks, 100)).toEqual({ state: Uint8Array.of(0, 1, 1, 2, 3, 1), crossed: 0 });
  expect(statesAt(clocks, 101)).toEqual({ state: Uint8Array.of(0, 4, 1, 2, 3, 1), crossed: 1 });
  expect(statesAt(clocks, 500)).toEqual({ state: Uint8Array.of(0, 4, 4, 2, 3, 4), crossed: 2 });
});

test("service levels and hours as a draft, D12", () => {
  const document = { service_levels: [{ id: "sales", plain: { en: "Sales" }, within_minutes: 240, calendar: "office" }, { id: "rest", within_minutes: 60 }], calendars: [{ id: "office", zone: "UTC0", hours: [{ days: ["fri", "mon"], from: "09:00", to: "17:00" }] }] };
  expect(levelDrafts(document).map(({ id, within, calendar }) => [id, within, calendar])).toEqual([["sales", 240, "office"], ["rest", 60, ""]]);
  expect(calendarDrafts(document)[0]?.hours[0]).toMatchObject({ days: ["mon", "fri"], from: "09:00", path: ["calendars", 0, "hours", 0] });
  expect(calendarDrafts(withCalendar(document)).map(({ id }) => id)).toEqual(["office", "office_2"]);
  expect(parseDraft(withoutMember(JSON.stringify(document), ["service_levels", 0, "calendar"]))?.["service_levels"]).toEqual([{ id: "sales", plain: { en: "Sales" }, within_minutes: 240 }, { id: "rest", within_minutes: 60 }]);
});
