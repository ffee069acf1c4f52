// The engine of the hosted dashboard in two parts (web/dashboard/build/split-engine.mjs): the same bytes as the whole one, and
// a list that stands without the second part. Skipped, and said so, where binaryen's wasm-split is missing.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";
import { generate, ndjson } from "../../web/dashboard/samples/leads/generate.mjs";
import { loadEngine } from "../../web/engine/dist/node.js";

const root = new URL("../..", import.meta.url);
const at = (path) => new URL(path, root);
const [first, rest] = ["prequal-first.wasm", "prequal-rest.wasm"].map((name) => at(`web/dashboard/dist/${name}`));
const skip = existsSync(first) ? false : "the dashboard was built with a whole engine";
const whole = createRequire(import.meta.url).resolve("prequal-engine/full.wasm", { paths: [at("web/dashboard").pathname] });

const value = (result) => {
  assert.ok(result.ok, JSON.stringify(result.problems));
  return result.value;
};
const sample = (name) => readFileSync(at(`web/dashboard/dist/samples/${name}`), "utf8");
/** Profile, list, and whether the split was made with lists of its kind. */
const lists = [
  ["hospitals-outbound", sample("hospitals-sample.csv"), true],
  ["b2b-scheduling", sample("clinics-sample.ndjson"), true],
  ["patient-intake", ndjson(generate({ count: 60, seed: 8 }).leads), false],
];

async function start(wasm, more) {
  let asked = 0;
  const engine = value(await loadEngine({ wasm: readFileSync(wasm), ...(more !== undefined && { rest: () => (++asked, new WebAssembly.Module(readFileSync(more))) }) }));
  return { engine, asked: () => asked };
}
function open(engine, id, text) {
  const list = value(value(engine.compile(readFileSync(at(`core/profiles/${id}.json`), "utf8"))).openList());
  value(list.push(text));
  if (!list.end().ok) value(list.end("2026-11-20T10:00:00Z"));
  while (!value(list.advance())) { /* until all are qualified */ }
  return list;
}
const queue = (list) => [value(list.summary()), value(list.problems()), value(list.outcomes()), value(list.clocks(0, list.size)), value(list.cells(0))];
const rare = (list) => [...Array.from({ length: list.size }, (_, lead) => value(list.verdictText(lead, { changes: lead % 20 === 0 }))), value(list.metrics()), value(list.audit({ seed: 3 })), value(list.accounts()), value(list.allocation()), value(list.findDuplicates().value.finish()), value(list.courses())];

for (const [id, text, known] of lists) {
  test(`${id}: two parts give what the whole gives; the second one comes when it is needed, D17`, { skip }, async () => {
    const [one, two] = [await start(whole), await start(first, rest)];
    const [a, b] = [open(one.engine, id, text), open(two.engine, id, text)];
    assert.deepEqual(queue(b), queue(a));
    if (known) assert.equal(two.asked(), 0, "a list stands with the first part only");
    assert.deepEqual(rare(b), rare(a));
    assert.equal(two.asked(), 1, "the second part comes, and once");
  });
}
