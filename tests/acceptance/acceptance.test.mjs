// Runs every acceptance case in every place, compares the bytes of the places, writes build/catalogue.json.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after } from "node:test";
import { answersOf, askVerdicts } from "./answers.mjs";
import { makeCatalogue, otherTests, readRows } from "./catalogue.mjs";
import { profileText, readCases, root } from "./expand.mjs";
import { checkExpected, checkProblems, checkValue, nameOf } from "./expect.mjs";
import { cataloguePage } from "./page.mjs";
import { openPlaces } from "./places.mjs";

const known = ["id", "rows", "title", "note", "profile", "lead", "leads", "list", "info", "handoff", "same", "merge", "duplicates", "set", "set_leads", "as_of", "options", "expect", "compare", "refused", "warns", "quiet", "describe", "reports", "exported", "setup", "pages", "file"];
const cases = readCases();
const rows = readRows();
const { places, missing } = await openPlaces();
after(() => places.forEach((place) => place.close()));
const verdicts = new Map();
for (const place of places) verdicts.set(place, await askVerdicts(place, cases));
const results = [];

/** Problems of a profile, as far as both places know them. */
const sameProblems = (mine, first) => assert.deepEqual(mine.map((one) => JSON.stringify(Object.keys(mine[0]).map((key) => one[key]))).sort(), first.map((one) => JSON.stringify(Object.keys(mine[0]).map((key) => one[key]))).sort());

/** Runs a case in one place; true, or null when the place does not do such a thing. Throws what does not hold. */
async function runIn(place, one, first) {
  let did = null;
  const faults = [];
  const answers = await answersOf(one, place, verdicts.get(place));
  if (answers !== null) {
    did = true;
    for (const [name, text] of Object.entries(answers)) {
      if (first.answers?.[name] === undefined) (first.answers ??= {})[name] = text;
      else if (first.answers[name] !== text) faults.push(`${place.name} and ${places[0].name} give other bytes${name === "" ? "" : ` for ${name}`}`);
    }
    // What a place does not give (the description of a profile, a handoff, a set) is not asked of it.
    const given = (target) => Object.hasOwn(answers, nameOf(target));
    const expect = Object.fromEntries(Object.entries(one.expect ?? {}).filter(([target]) => place === places[0] || given(target)));
    const compare = (one.compare ?? []).filter(([left, , right]) => place === places[0] || (given(left) && given(right)));
    faults.push(...checkExpected(Object.fromEntries(Object.entries(answers).map(([name, text]) => [name, JSON.parse(text)])), expect, compare));
  }
  if (one.refused !== undefined || one.warns !== undefined || one.quiet !== undefined) {
    const problems = await place.problems(profileText(one.profile));
    did = true;
    if (first.problems === undefined) first.problems = problems;
    else sameProblems(problems, first.problems);
    // The command says line and column; what is at a pointer is looked up where pointers are known.
    const all = first.problems;
    faults.push(...checkProblems(all, one.refused ?? [], "error"), ...checkProblems(all, one.warns ?? [], "warning"));
    if (one.refused === undefined && all.some(({ severity }) => severity === "error")) faults.push("the profile was refused");
    for (const code of one.quiet ?? []) if (all.some((problem) => problem.code === code)) faults.push(`there is a problem ${code}`);
  }
  if (one.describe !== undefined && place.describe !== null) {
    did = true;
    for (const [language, wanted] of Object.entries(one.describe)) {
      faults.push(...checkValue(await place.describe(profileText(one.profile), language), wanted, `describe ${language}`));
    }
  }
  for (const { page, format = "markdown", language = "en", expect } of one.pages ?? []) {
    did = true;
    const text = await place.page(profileText(one.profile), page, format, language);
    const name = `${page} ${format} ${language}`;
    if (first[name] === undefined) first[name] = text;
    else if (first[name] !== text) faults.push(`${place.name} and ${places[0].name} give other bytes for the page ${name}`);
    faults.push(...checkValue(text, expect, `page ${name}`));
  }
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return did;
}

test("the engine was built for every place", { skip: missing.length > 0 && missing.join("; ") }, () => assert.equal(places.length, 3));

for (const one of cases) {
  test(`${one.rows?.join(" ")} ${one.id}: ${one.title ?? ""}`, async () => {
    for (const key of Object.keys(one)) assert.ok(known.includes(key), `a case has no "${key}"`);
    assert.ok(one.id && one.rows?.length > 0 && (one.profile ?? one.set) !== undefined, "a case has an id, rows, and a profile or a set");
    for (const row of one.rows) assert.ok(rows.has(row), `${row} is not in rows.txt`);
    const result = { id: one.id, file: one.file, rows: one.rows, places: {} };
    results.push(result);
    const first = {};
    const faults = [];
    for (const place of places) {
      try {
        result.places[place.name] = await runIn(place, one, first);
      } catch (fault) {
        result.places[place.name] = false;
        faults.push(...fault.message.split("\n").map((line) => `${place.name}: ${line}`));
      }
    }
    if (faults.length > 0) assert.fail(faults.join("\n"));
    assert.ok(Object.values(result.places).some((done) => done === true), "the case ran nowhere: it expects nothing");
  });
}

test("every row of the catalogue is shown, or says why not", () => {
  const others = otherTests();
  const catalogue = makeCatalogue(rows, results, others);
  mkdirSync(join(root, "build"), { recursive: true });
  writeFileSync(join(root, "build/catalogue.json"), `${JSON.stringify({ places: places.map(({ name }) => name), missing, rows: catalogue }, null, 1)}\n`);
  const ids = cases.map(({ id }) => id);
  assert.deepEqual(ids.filter((id, i) => ids.indexOf(id) !== i), [], "ids of cases are used once");
  const open = catalogue.filter(({ cases: shown, tests, reason }) => shown.length === 0 && tests.length === 0 && reason === null);
  assert.deepEqual(open.map(({ row }) => row), [], "rows without a case, a test or a reason in rows.txt");
  const stale = catalogue.filter(({ cases: shown, reason }) => shown.length > 0 && reason !== null);
  assert.deepEqual(stale.map(({ row }) => row), [], "rows that have a case and still say in rows.txt why not");
});

test("docs/catalogue.md says which test shows which row; PREQUAL_APPROVE=1 writes it anew", () => {
  const page = cataloguePage(makeCatalogue(rows, cases.map((one) => ({ ...one, places: {} })), otherTests()));
  const file = join(root, "docs/catalogue.md");
  if (process.env.PREQUAL_APPROVE) writeFileSync(file, page);
  assert.ok(readFileSync(file, "utf8") === page, "docs/catalogue.md is old: run this test with PREQUAL_APPROVE=1");
});
