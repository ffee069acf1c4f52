// Which row of the requirement catalogue is shown by what. rows.txt names every row; a row without a test says why there.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./expand.mjs";

/** "R01-02" or "R18-05: why no test shows it", one a line; # begins a remark. */
export function readRows() {
  const rows = new Map();
  for (const line of readFileSync(join(import.meta.dirname, "rows.txt"), "utf8").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const [, row, reason = null] = /^(R\d\d-\d\d)(?:: (.+))?$/.exec(line) ?? [];
    if (row === undefined || rows.has(row)) throw new Error(`rows.txt: ${line}`);
    rows.set(row, reason);
  }
  return rows;
}

/** Tests other than the acceptance cases that name a row: row -> files. */
export function otherTests() {
  const files = execFileSync("git", ["-C", root, "ls-files", "-z", "--", "tests", "web", "demo"]).toString().split("\0");
  const out = new Map();
  for (const file of files) {
    if (!/\.(test|spec)\.mjs$|_test\.cpp$|(^|\/)golden\/|\.sh$/.test(file) || file.startsWith("tests/acceptance/")) continue;
    for (const row of new Set(readFileSync(join(root, file), "utf8").match(/R\d\d-\d\d/g) ?? [])) out.set(row, [...(out.get(row) ?? []), file]);
  }
  return out;
}

/** results: [{id, file, rows, places: {native: true|false|null}}] */
export function makeCatalogue(rows, results, others) {
  return [...rows].map(([row, reason]) => {
    const cases = results.filter((one) => one.rows.includes(row)).map(({ id, file, places }) => ({ id, file, places }));
    const passed = cases.length > 0 && cases.every(({ places }) => Object.values(places).every((place) => place !== false));
    return { row, cases, tests: others.get(row) ?? [], reason, passed: cases.length > 0 ? passed : null };
  });
}
