// The engine of a page: what it says of a lead is what the engine of single leads writes into its verdict, as far as a form uses
// it: both have the same tables.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { before, test } from "node:test";
import { loadEngine } from "prequal-engine";
import { loadPageEngine } from "prequal-engine/page";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root));
const asOf = "2026-03-02T10:00:00Z";
const names = readdirSync(new URL("core/profiles/", root)).filter((name) => name.endsWith(".json") && name !== "set.json").map((name) => name.slice(0, -5));
const good = (result) => { assert.ok(result.ok); return result.value; };
let packer;
let form;
let page;
before(async () => {
  [packer, form, page] = (await Promise.all([
    loadEngine(), loadEngine({ build: "form" }), loadPageEngine({ wasm: read("web/engine/dist/prequal-page.wasm") }),
  ])).map(good);
});

/** A lead as a form would have it: texts by field and key. */
const toTexts = (lead) => {
  const texts = new Map();
  const put = (key, value) => { if (value !== null && typeof value !== "object") texts.set(key, [String(value)]); };
  for (const [field, value] of Object.entries(lead.answers ?? {})) {
    if (Array.isArray(value)) texts.set(field, value.map(String));
    else put(field, value);
  }
  for (const part of ["consent", "source", "spam"]) for (const [key, value] of Object.entries(lead[part] ?? {})) put(`${part}.${key}`, value);
  return texts;
};
/** The same lead as an object. */
const toLead = (texts) => {
  const lead = { answers: {} };
  for (const [key, values] of texts) {
    const [part, name] = key.split(".");
    const value = values.length === 1 ? values[0] : values;
    if (name === undefined) lead.answers[key] = value;
    else (lead[part] ??= {})[name] = value;
  }
  return lead;
};

/** `small` holds nothing that `large` has not. */
function isPart(small, large, at) {
  if (typeof small !== "object" || small === null) assert.deepEqual(small, large, at);
  else for (const key of Object.keys(small)) isPart(small[key], large?.[key], `${at}.${key}`);
}

for (const name of names) {
  test(`${name}: what a page is told is part of the whole verdict, for every test lead`, () => {
    const compiled = good(packer.compile(read(`core/profiles/${name}.json`)));
    const packed = good(compiled.toPacked({ for: "page" }));
    const profile = good(form.compile(good(compiled.toPacked())));
    const open = page.open(packed);
    assert.equal(form.compile(packed).problems[0].code, "profile.pack_version", "only a page takes what lacks parts");
    for (const list of ["fields", "criteria", "stops", "reasons", "what_next", "lead_keys"]) isPart(open.info[list], profile.info[list], list);
    const files = readdirSync(new URL(`tests/golden/${name}/`, root)).filter((file) => file.endsWith(".lead.json"));
    assert.ok(files.length > 0);
    for (const file of files) {
      const texts = toTexts(JSON.parse(read(`tests/golden/${name}/${file}`)));
      const told = open.qualify(texts, new Date(asOf));
      const large = good(profile.qualify(toLead(texts), { asOf, calls: false })).toJSON();
      // Must-haves come first, and findings about no field are left out.
      const findings = large.data.findings.filter((finding) => finding.field !== undefined);
      isPart(told, { ...large, data: { findings }, route: { service_level: large.route.service_level } }, file);
      for (const list of ["missing", "questions", "reasons", "red_flags", "what_next"]) assert.equal(told[list].length, large[list].length, `${file}: ${list}`);
      assert.equal(told.data.findings.length, findings.length);
      assert.equal(told.eligibility.criteria.length, large.eligibility.criteria.filter((entry) => entry.kind === "must_have").length);
      assert.equal(told.eligibility.stops.length, large.eligibility.stops.length);
      assert.deepEqual(told.completeness.minimum.gaps, large.completeness.minimum.gaps);
      assert.deepEqual(told.capacity?.alternatives, large.capacity?.alternatives);
    }
  });
}

test("the module asks for nothing but to hear that its memory grew", async () => {
  const module = await WebAssembly.compile(read("web/engine/dist/prequal-page.wasm"));
  assert.deepEqual(WebAssembly.Module.imports(module).map((entry) => entry.name), ["emscripten_notify_memory_growth"]);
});

test("bytes that are no packed profile are no profile", () => {
  for (const bytes of [new Uint8Array(), new TextEncoder().encode('{"prequal": 1}'), new Uint8Array(300_000)]) assert.equal(page.open(bytes), null);
});
