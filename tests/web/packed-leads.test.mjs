// Leads kept as columns in the engine: the same outcomes as one lead at a time, again after a change, and clear refusals.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { loadEngine } from "../../dist/packages/prequal-engine/dist/node.js";

const file = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const asOf = "2026-11-01T00:00:00Z";
const value = (result) => (assert.ok(result.ok, JSON.stringify(result.problems)), result.value);
const engine = value(await loadEngine());
const profile = value(engine.compile(file("core/profiles/b2b-scheduling.json")));

// Answers of the profile's own vocabularies, from a fixed sequence.
function* invented(count) {
  let state = 7;
  const below = (n) => (state = (state * 48271) % 2147483647) % n;
  const document = JSON.parse(file("core/profiles/b2b-scheduling.json"));
  const words = new Map((document.vocabularies ?? []).map((v) => [v.id, v.values.map((w) => (typeof w === "string" ? w : w.id))]));
  for (let i = 0; i < count; i++) {
    const lead = { id: `L-${i}` };
    for (const field of document.fields) {
      if (below(10) < 3) continue;
      const values = Array.isArray(field.vocabulary) ? field.vocabulary.map((w) => w.id ?? w) : words.get(field.vocabulary);
      if (values) lead[field.id] = values[below(values.length)];
      else if (field.type === "yes_no") lead[field.id] = below(2) === 0;
      else if (field.type === "number" || field.type === "money") lead[field.id] = below(5000);
    }
    yield lead;
  }
}
const leads = [...invented(1200)];

function checkSame(columns, of) {
  assert.equal(columns.size, of.length);
  for (const [row, lead] of of.entries()) {
    const { outcome } = value(profile.qualify(lead, { asOf }));
    for (const [name, number] of Object.entries(outcome)) if (name in columns) assert.equal(columns[name][row], number, `${name} of lead ${row}`);
  }
}
const copied = (columns) => Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, ArrayBuffer.isView(column) ? column.slice() : column]));

test("packed leads come out as they do one by one, whole and without bounds, and after one changed", () => {
  const packed = value(profile.packLeads(leads, { asOf }));
  assert.equal(packed.size, leads.length);
  checkSame(copied(value(packed.qualify())), leads);
  const decided = copied(value(packed.qualify({ bounds: false })));
  assert.ok(!("totalLow" in decided) && "total" in decided);
  checkSame(decided, leads);
  const changed = leads.with?.(777, leads[3]) ?? leads.map((lead, i) => (i === 777 ? leads[3] : lead));
  value(packed.replace(777, leads[3], { asOf }));
  checkSame(copied(value(packed.qualify())), changed);
  packed.dispose();
});

test("qualifyMany gives copies that outlive the columns", () => {
  const columns = value(profile.qualifyMany(leads, { asOf }));
  for (let i = 0; i < 3; i++) value(profile.qualifyMany(leads.slice(0, 40 * i), { asOf }));
  checkSame(columns, leads);
});

test("what cannot be read is named by its row, and nothing is kept; wrong rows and closed columns are refused", () => {
  const refused = profile.packLeads([leads[0], 17, leads[1]], { asOf });
  assert.equal(refused.ok, false);
  assert.deepEqual(refused.problems.map((problem) => problem.row), [2]);
  assert.equal(profile.packLeads(null, { asOf }).problems[0].code, "engine.argument");
  assert.equal(profile.packLeads(leads, {}).problems[0].code, "time.no_clock");
  const packed = value(profile.packLeads(leads.slice(0, 2), { asOf }));
  assert.equal(packed.replace(2, leads[0], { asOf }).problems[0].code, "engine.argument");
  assert.equal(packed.replace(1, "no lead", { asOf }).ok, false);
  checkSame(copied(value(packed.qualify())), leads.slice(0, 2));
  packed.dispose();
  assert.equal(packed.qualify().problems[0].code, "engine.closed");
});

test("a document asked for later is its own lead's, whatever was qualified in between", () => {
  const [first, second] = [value(profile.qualify(leads[0], { asOf })), value(profile.qualify(leads[1], { asOf }))];
  assert.equal(second.text().includes('"lead":"L-1"'), true);
  assert.equal(first.text().includes('"lead":"L-0"'), true);
  assert.equal(first.text(), value(profile.qualify(leads[0], { asOf })).text());
});
