// The query box: what is a condition, what is a word.
import { expect, test } from "@playwright/test";
import { conditionText, keepScore, parseQuery } from "../../../web/dashboard/src/state/query.ts";

const cases: readonly [string, unknown[]][] = [
  ["", []],
  ["  lake heart ", [{ kind: "word", word: "lake", not: false }, { kind: "word", word: "heart", not: false }]],
  ['"lake heart"', [{ kind: "word", word: "lake heart", not: false }]],
  ["-dup", [{ kind: "word", word: "dup", not: true }]],
  ["score>70", [{ kind: "score", field: "total", operator: ">", value: 70, not: false }]],
  ["-fit<=-3", [{ kind: "score", field: "fit", operator: "<=", value: -3, not: true }]],
  ["state:TX", [{ kind: "value", column: "state", value: "TX", not: false }]],
  ['-"Lead Source":"paid ad"', [{ kind: "value", column: "Lead Source", value: "paid ad", not: true }]],
  ["locations=6", [{ kind: "value", column: "locations", value: "6", not: false }]],
  ["score>high", [{ kind: "word", word: "score>high", not: false }]],
  ["ana@lake.example", [{ kind: "word", word: "ana@lake.example", not: false }]],
  ["Señal:Ñandú", [{ kind: "value", column: "Señal", value: "Ñandú", not: false }]],
];
for (const [query, terms] of cases) test(`query ${JSON.stringify(query)}`, () => expect(parseQuery(query)).toEqual(terms));

test("a condition that is put into the box is read back", () => {
  for (const [column, value] of [["state", "OH"], ["Lead Source", "paid ad"], ["a.b", "1,5"], ["Größe", "<x>"]] as const) {
    expect(parseQuery(conditionText(column, value))).toEqual([{ kind: "value", column, value, not: false }]);
  }
});

test("scores narrow both ways", () => {
  const run = (query: string): number[] => {
    const found = new Uint8Array(4).fill(1);
    for (const term of parseQuery(query)) if (term.kind === "score") keepScore(found, Int16Array.of(-5, 0, 70, 71), term);
    return [...found];
  };
  expect(run("score>70")).toEqual([0, 0, 0, 1]);
  expect(run("score>=70")).toEqual([0, 0, 1, 1]);
  expect(run("-score>=70")).toEqual([1, 1, 0, 0]);
  expect(run("score=0")).toEqual([0, 1, 0, 0]);
  expect(run("score<70 score>-5")).toEqual([0, 1, 0, 0]);
});
