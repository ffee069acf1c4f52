// A merge: what is proposed, what a person chooses, and what the map says of it.
import { expect, test } from "@playwright/test";
import { mergeMapCsv } from "../../../web/dashboard/src/export/merge-map.ts";
import { choicesOf, pick, takenFrom, valueOf } from "../../../web/dashboard/src/review/merging.ts";

const map = {
  cluster: 1, certainty: 97, survivor: { row: 2, id: "a" }, merged: [{ row: 5, id: "b" }, { row: 9, id: "c" }], consent: {},
  columns: [
    { column: "State", field: "state", rule: "newest", row: 2, value: "OH", others: [{ row: 5, value: "OH " }] },
    { column: "Phone", field: "phone", rule: "newest", row: 9, value: "2", others: [{ row: 2, value: "1" }, { row: 5, value: "" }] },
    { column: "Touches", field: null, rule: "all", row: 2, value: "x", others: [{ row: 5, value: "y" }] },
    { column: "Role", field: "role", rule: "newest", row: 5, value: "director", others: [] },
  ],
} as never;

test("what differs stands first; every record's value is there to choose", () => {
  const choices = choicesOf(map);
  expect(choices.map((choice) => [choice.column, choice.differs, choice.all])).toEqual([["Phone", true, false], ["Touches", true, true], ["State", false, false], ["Role", false, false]]);
  expect(choices[0]!.values).toEqual([{ row: 2, value: "1" }, { row: 5, value: "" }, { row: 9, value: "2" }]);
});

test("presets, and what the kept record takes from others", () => {
  const choices = choicesOf(map);
  const phone = choices[0]!;
  const rows = (preset: "proposed" | "oldest" | "newest" | "primary", primary = 2): number => pick(choices, preset, primary)["Phone"]!;
  expect([rows("proposed"), rows("oldest"), rows("newest"), rows("primary"), rows("primary", 5)]).toEqual([9, 2, 9, 2, 9]);
  const picked = pick(choices, "proposed", 2);
  expect(valueOf(phone, picked)).toBe("2");
  // The same value with a space is no other value; a history is kept whole.
  expect(takenFrom(choices, picked, 2)).toEqual({ Phone: 9, Role: 5 });
  expect(takenFrom(choices, { ...picked, Phone: 2 }, 2)).toEqual({ Role: 5 });
});

test("the map as a file: what was taken back is not in it; a cell that begins like a formula is none", async () => {
  const merge = (id: number, lead: number, more = {}) => ({ id, lead, record: lead + 1, leadId: `=L${lead}`, act: "merge", undoes: null, by: "Kim", at: "2026-11-21", note: "", merged: { into: 0, intoRecord: 1, fields: { Phone: 9 } }, ...more });
  const trail = [merge(1, 3), merge(2, 4), { ...merge(3, 4), act: "undo", undoes: 2 }] as never;
  const lines = (await mergeMapCsv(trail).text()).trim().split("\r\n");
  expect(lines).toEqual(["record,lead_id,into_record,decided_by,decided_at,values_from_record,note", "4,'=L3,1,Kim,2026-11-21,Phone: 9,"]);
});
