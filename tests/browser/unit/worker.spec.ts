// Titles of leads and search.
import { expect, test } from "@playwright/test";
import { findRecords, foldText } from "../../../web/dashboard/src/worker/search.ts";
import { Titles } from "../../../web/dashboard/src/worker/titles.ts";

const column = (name: string, field: string | null) => ({ name, field, how: "id" as const });
const info = { fields: [{ id: "practice", means: "org_name" }, { id: "contact_name", means: "contact_name" }, { id: "state", means: "state" }] } as never;

const cases: readonly [readonly string[], string, string][] = [
  [["L1", "Lakeside Heart", "Ana Ruiz", "OH", "x"], "Lakeside Heart", "Ana Ruiz · OH"],
  [["L1", "", "Ana Ruiz", "OH", "x"], "Ana Ruiz", "OH"],
  [["L1", "", "", "", "x"], "L1", ""],
  [["", "", "", "", "x"], "", ""],
  [["L1", "ST. MARY'S HOSPITAL OF THE LAKE", "", "OH", ""], "St. Mary's Hospital of the Lake", "OH"],
  [["L1", "UCSF", "", "CA", ""], "Ucsf", "CA"],
  [["L1", "IBM", "", "", ""], "IBM", ""],
];
for (const [cells, title, sub] of cases) {
  test(`title of ${JSON.stringify(cells)}`, () => {
    const titles = new Titles([column("Id", "id"), column("Company", "practice"), column("Name", "contact_name"), column("State", "state"), column("Other", null)], info);
    expect(titles.of(cells)).toEqual({ title, sub });
  });
}

test("search: every word, whatever the case and accents", () => {
  const folded = ["Víctor Peña, OH", "Victoria Penn, MI", ""].map(foldText);
  expect([...findRecords(folded, "VICTOR pena")]).toEqual([1, 0, 0]);
  expect([...findRecords(folded, "victor")]).toEqual([1, 1, 0]);
  expect([...findRecords(folded, "  ")]).toEqual([1, 1, 1]);
});
