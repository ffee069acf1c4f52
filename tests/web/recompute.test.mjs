// The server's own verdict against what the page claimed: equal, edited on the way, of another version, or nothing claimed. E8.
// The same in Node and at the edge; there without a single interface of Node.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { build } from "esbuild";
import { loadEngine } from "prequal-engine";
import { loadRecompute, qualifyAgain, toPairs } from "../../demo/recompute/node.mjs";
import { toLead } from "../../demo/recompute/recompute.mjs";

const pathOf = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const profile = pathOf("core/profiles/b2b-scheduling.json");
const recompute = await loadRecompute([profile]);
const now = new Date("2026-11-20T15:00:00Z");
const typed = [["org_name", "Lakeside"], ["state", "OH"], ["specialty", "Cardio"], ["email", ""], ["coverage", "OH"], ["coverage", "MI"], ["consent_email", "given"]];
const honest = recompute(typed, now);
const claimed = (change) => {
  const claims = { status: "partial", band: honest.band, score: honest.score, profile: honest.profile, core: honest.core, hp: "", elapsed_s: "40", ...change };
  return [...typed, ...Object.entries(claims).map(([name, value]) => [`prequal_${name}`, value])];
};

const cases = [
  ["nothing claimed", typed, "none"],
  ["claimed as it is", claimed({}), "equal"],
  ["a better band claimed", claimed({ band: "high" }), "differs"],
  ["a better score claimed", claimed({ score: "99" }), "differs"],
  ["another version of the profile", claimed({ profile: "b2b-scheduling@0.9.0" }), "version"],
  ["another version of the engine", claimed({ core: "0.0.1" }), "version"],
];
for (const [name, fields, agreement] of cases) {
  test(`E8: ${name}`, () => {
    const found = recompute(fields, now);
    assert.equal(found.agreement, agreement);
    // Whatever is claimed, the server's own figures are the same.
    assert.deepEqual([found.band, found.score], [honest.band, honest.score]);
  });
}

test("what was typed after the claim counts: an answer changed on the way is noticed", () => {
  const edited = claimed({}).map(([name, value]) => (name === "specialty" ? [name, "dentistry"] : [name, value]));
  assert.equal(recompute(edited, now).agreement, "differs");
});

test("a lead is what the form holds: empty fields are unanswered, names that come again are a list", () => {
  assert.deepEqual(toLead([...typed, ["prequal_hp", "x"]]).lead, {
    answers: { org_name: "Lakeside", state: "OH", specialty: "Cardio", coverage: ["OH", "MI"] },
    consent: { email: "given" },
    source: { channel: "web_form" },
    spam: { honeypot: "yes", fill_seconds: "" },
  });
});

test("controls with names of their own are read through the map of the form, and its prefix", () => {
  const { lead, claims } = toLead([["your-state", "OH"], ["ok", "on"], ["pq_band", "mid"]], { prefix: "pq_", map: { "your-state": "state", ok: "consent_email" } });
  assert.deepEqual([lead.answers, lead.consent, claims], [{ state: "OH" }, { email: "given" }, { band: "mid" }]);
});

test("what other tools put into the form changes nothing", () => {
  const found = recompute([...claimed({}), ["cf-turnstile-response", "0.abc"], ["__proto__", "x"], ["gclid", "1"]], now);
  assert.deepEqual([found.agreement, found.score], ["equal", honest.score]);
});

test("a page that still holds an earlier version of the profile is compared with that version, and the current one decides", async () => {
  const newer = JSON.parse(await readFile(profile, "utf8"));
  newer.version = "2.0.0";
  newer.changes = [{ version: "2.0.0", category: "all", text: "A test." }, ...newer.changes];
  const folder = await mkdtemp(join(tmpdir(), "prequal-"));
  const path = join(folder, "newer.json");
  await writeFile(path, JSON.stringify(newer));
  const both = await loadRecompute([path, profile]);
  const only = await loadRecompute([path]);
  await rm(folder, { recursive: true });
  assert.deepEqual([both(claimed({}), now).agreement, both(claimed({}), now).profile], ["equal", "b2b-scheduling@2.0.0"]);
  assert.equal(both(claimed({ score: "99" }), now).agreement, "differs");
  assert.equal(only(claimed({}), now).agreement, "version");
});

test("Node: the middleware leaves its finding in the request and always goes on", async () => {
  const middleware = await qualifyAgain({ profiles: [profile] });
  const body = { state: "OH", coverage: ["OH", "MI"], prequal_band: "high", prequal_score: "99", prequal_profile: honest.profile, prequal_core: honest.core };
  assert.deepEqual(toPairs(body).slice(0, 3), [["state", "OH"], ["coverage", "OH"], ["coverage", "MI"]]);
  for (const [given, agreement] of [[body, "differs"], [{ state: "OH" }, "none"], [undefined, "none"]]) {
    const request = { body: given };
    let went = 0;
    middleware(request, {}, () => { went += 1; });
    assert.deepEqual([request.prequal?.agreement, went], [agreement, 1]);
  }
});

/** edge.mjs as one script, in a world that has only what every server at the edge has. */
async function edge() {
  const bundle = await build({
    entryPoints: [pathOf("demo/recompute/edge.mjs")], bundle: true, write: false, format: "iife", globalName: "edge",
    platform: "neutral", conditions: ["worker", "browser"], logLevel: "error", define: { "import.meta.url": '"https://edge.example/"' },
  });
  const { Request, Response, Headers, URL, URLSearchParams, TextEncoder, TextDecoder, fetch } = globalThis;
  const world = vm.createContext({ Request, Response, Headers, URL, URLSearchParams, TextEncoder, TextDecoder, fetch, WebAssembly });
  vm.runInContext(bundle.outputFiles[0].text, world);
  return vm.runInContext("edge", world);
}

test("edge: a Request is answered by a Response; equal, tampered and other version are told apart, without Node", async () => {
  const { makeHandler } = await edge();
  const wasm = await WebAssembly.compile(await readFile(pathOf("web/engine/dist/prequal-form.wasm")));
  const engine = (await loadEngine()).value;
  const documents = [engine.compile(await readFile(profile)).value.toPacked().value];
  const kept = [];
  const handle = makeHandler({ wasm, documents, keep: (entry, env) => env.push(entry) });
  const post = (fields, type) => handle(new Request("https://clinic.example/lead", { method: "POST", body: new URLSearchParams(fields).toString(), headers: { "content-type": type ?? "application/x-www-form-urlencoded" } }), kept);
  for (const [name, fields, agreement] of cases) {
    const response = await post(fields);
    assert.deepEqual([response.status, response.headers.get("location")], [303, "/thanks"], name);
    const { own, fields: stored } = kept.at(-1);
    assert.deepEqual([own.agreement, own.band, own.score], [agreement, honest.band, honest.score], name);
    assert.equal(JSON.stringify(stored), JSON.stringify(fields), `${name}: stored as it came`);
  }
  assert.equal((await post(typed, "text/plain")).status, 415);
  assert.equal((await handle(new Request("https://clinic.example/lead"), kept)).status, 405);
  assert.equal((await post([["message", "x".repeat(300_000)]])).status, 413);
  assert.equal(kept.length, cases.length);
});

test("edge: an engine that cannot be loaded costs the opinion, never the lead", async () => {
  const { makeHandler } = await edge();
  const kept = [];
  const handle = makeHandler({ wasm: new Uint8Array([1, 2, 3]), documents: ["{}"], keep: (entry) => kept.push(entry) });
  const response = await handle(new Request("https://clinic.example/lead", { method: "POST", body: "state=OH", headers: { "content-type": "application/x-www-form-urlencoded" } }));
  assert.deepEqual([response.status, kept[0].own, JSON.stringify(kept[0].fields)], [303, null, '[["state","OH"]]']);
});
