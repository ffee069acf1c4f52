// The checklist of the dashboard in docs/dashboard.md is made from the tests: a test that shows a row names it in its title.
// PREQUAL_APPROVE=1 writes it anew. Fails when a row that is said to hold has no test, and when a test names no row.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const document = join(root, "docs/dashboard.md");

/** What each row asks. */
const rows = {
  D1: "Lists come in by drop, choice and paste, as CSV, TSV, JSON, NDJSON or a spreadsheet; samples by one click; works from the disk",
  D2: "Columns are found by name, likeness and look; guesses are shown first; asked once for a header",
  D3: "Problems of rows with their level, put right and taken back; what goes out and comes in again is the same",
  D4: "Tiles of the header are filters; as of when is said; a clock that runs",
  D5: "The table: roles, counts, one tab stop, only the rows in sight; columns of one's own; a plain table instead",
  D6: "Keys for everything, with a switch; palette, help, taking back; keys of one's own",
  D7: "Every point of a lead is there and they add up; what is open is shown",
  D8: "What-if keeps nothing; what would change it holds what it promises",
  D9: "Thresholds by keyboard and number, capacity, who would move; a draft until exported",
  D10: "A draft profile against the one in use",
  D11: "Reasons, groups with intervals, stages, outcomes by score, costs, drift; each figure with a table",
  D12: "Service levels: waiting, due, late, answered; hours and targets set in the page",
  D13: "Duplicates with evidence, merged field by field",
  D14: "Accounts rolled up, free mail apart",
  D15: "Views and links without anything personal, groups, counts, export of what is shown",
  D16: "Nothing is stored unless asked; kept decisions survive; masks, clears and forgets",
  D17: "Sizes of the first load; no accessibility violation in any view and theme",
};
const folders = ["tests/browser", "tests/browser/unit", "tests/web"];
const titles = folders.flatMap((folder) =>
  readdirSync(join(root, folder)).filter((name) => /\.(spec|test)\.(mjs|ts)$/.test(name)).sort().flatMap((name) => {
    const text = readFileSync(join(root, folder, name), "utf8");
    return [...text.matchAll(/\btest\(\s*(["`])((?:\\.|(?!\1)[^\\])*)\1/g)].map((found) => ({ file: `${folder}/${name}`.replace(/^tests\//, ""), title: found[2] }));
  }),
);
const showing = (row) => titles.filter(({ title }) => new RegExp(`\\b${row}\\b`).test(title));
/** A title without the rows that it names, and with its variables by name. */
const plain = (title) => title.replace(/^[A-Z]\d+: /, "").replace(/(,?\s+[RD]\d+(-\d+)?)+$/g, "").replaceAll(/\$\{(\w+)[^}]*\}/g, "<$1>").replaceAll("|", "\\|");

function table() {
  const lines = Object.entries(rows).map(([row, what]) => {
    const byFile = group(showing(row));
    const shown = [...byFile].map(([file, tests]) => `\`${file}\`: ${tests.map(({ title }) => plain(title)).join("; ")}`).join(". ");
    return `| ${row} | ${what} | ${shown} |`;
  });
  return ["| Row | What | Test that shows it |", "|---|---|---|", ...lines].join("\n");
}
function group(entries) {
  const out = new Map();
  for (const entry of entries) out.set(entry.file, [...(out.get(entry.file) ?? []), entry]);
  return out;
}

test("every row that holds is shown by a test, and no test names a row that is not there", () => {
  for (const row of Object.keys(rows)) assert.ok(showing(row).length > 0, row);
  const named = titles.flatMap(({ title }) => title.match(/\bD\d+\b/g) ?? []);
  assert.deepEqual(named.filter((row) => !(row in rows)), []);
});

test("docs/dashboard.md has the checklist as the tests make it", () => {
  const heading = "## What holds, and the test that shows it\n";
  const text = readFileSync(document, "utf8");
  const begin = text.indexOf(heading);
  const end = text.indexOf("\n## ", begin + heading.length);
  assert.ok(begin > 0 && end > begin, "the section of the checklist is there");
  const wanted = `${text.slice(0, begin)}${heading}\nMade from the titles of the tests by \`tests/web/dashboard-checklist.test.mjs\`.\n\n${table()}\n${text.slice(end)}`;
  if (process.env.PREQUAL_APPROVE === "1") writeFileSync(document, wanted);
  else assert.equal(text, wanted, "write it anew with PREQUAL_APPROVE=1 node --test tests/web/dashboard-checklist.test.mjs");
});
