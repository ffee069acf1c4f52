// The published schemas against what the engine writes and reads: every golden lead, its approved verdict and the verdict of
// the command, and every shipped profile.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import test from "node:test";
import { asOf, documents, folder, prequal, profile, root } from "./support.mjs";

const load = createRequire(join(root, "package.json"));
const installed = existsSync(join(root, "node_modules/ajv"));
const skip = installed ? false : "ajv is not installed; run build-scripts/setup";
const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

// Published schemas let members through that they do not know, so that a reader of today reads the verdicts of tomorrow. Here
// nothing may be written that is not described.
function closed(schema) {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== "object") return schema;
  const out = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  if (schema.type === "object" && schema.properties !== undefined) out.additionalProperties ??= false;
  return out;
}

function validator(path, change = (schema) => schema) {
  const Ajv = load("ajv/dist/2020").default;
  return new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false }).compile(change(read(path)));
}

function accepts(validate, value, what) {
  const ok = validate(value);
  assert.ok(ok, `${what}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
}

const profiles = readdirSync(join(root, "core/profiles")).filter((name) => name !== "set.json").map((name) => basename(name, ".json"));
const goldens = profiles.flatMap((name) => readdirSync(join(root, "tests/golden", name))
  .filter((file) => file.endsWith(".lead.json"))
  .map((file) => ({ profile: name, lead: `tests/golden/${name}/${file}`, verdict: `tests/golden/${name}/${file.replace(".lead.", ".verdict.")}` })));

test("the schemas are what their generator writes", () => {
  execFileSync("python3", [join(root, "build-scripts/make-document-schemas"), "--check"], { stdio: "pipe" });
});

test("verdicts of the command and approved verdicts fit the verdict schema, and nothing in them is undescribed", { skip }, () => {
  const validate = validator("docs/verdict.schema.json", closed);
  for (const name of profiles) {
    const own = goldens.filter((golden) => golden.profile === name);
    assert.ok(own.length > 1, `${name} has test leads`);
    const run = prequal(["qualify", "--profile", profile(name), "--as-of", asOf, "--format", "ndjson"], own.map((golden) => `${JSON.stringify(read(golden.lead))}\n`).join(""));
    assert.equal(run.status, 0, run.err);
    const verdicts = documents(run.out);
    assert.equal(verdicts.length, own.length);
    verdicts.forEach((verdict, i) => accepts(validate, verdict, own[i].lead));
    for (const golden of own) accepts(validate, read(golden.verdict), golden.verdict);
  }
});

test("every member of a verdict that the schema describes is written for some lead", { skip }, (t) => {
  const validate = validator("docs/verdict.schema.json", closed);
  const { properties } = read("docs/verdict.schema.json");
  const seen = new Set(goldens.flatMap((golden) => Object.keys(read(golden.verdict))));
  // What no shipped profile has: a full clinic, and owners of the parts of a decision.
  const { write } = folder(t);
  const full = read("core/profiles/patient-intake.json");
  full.capacity.places[0] = { ...full.capacity.places[0], open: 0, recheck_on: "2027-01-05" };
  const owned = { ...read("core/profiles/b2b-scheduling.json"), ownership: { selection: "influence", contracting: "decision_path", legal: "role", implementation: "current_system" } };
  for (const [document, lead] of [[full, "tests/golden/patient-intake/ready_adult.lead.json"], [owned, "tests/golden/b2b-scheduling/sql.lead.json"]]) {
    const run = prequal(["qualify", "--profile", write("p.json", JSON.stringify(document)), "--as-of", asOf, "--format", "ndjson"], JSON.stringify(read(lead)));
    assert.equal(run.status, 0, run.err);
    const [verdict] = documents(run.out);
    accepts(validate, verdict, lead);
    for (const name of Object.keys(verdict)) seen.add(name);
  }
  // Only when asked for, and only from a set of profiles.
  for (const other of ["changes", "candidates"]) seen.add(other);
  assert.deepEqual(Object.keys(properties).filter((name) => !seen.has(name)), []);
});

test("a verdict that lacks something, has something else or a wrong word does not fit", { skip }, () => {
  const validate = validator("docs/verdict.schema.json", closed);
  const golden = goldens.find((entry) => entry.lead.endsWith("b2b-scheduling/sql.lead.json"));
  const broken = [
    (verdict) => { delete verdict.next_step; },
    (verdict) => { verdict.decision = "disqualified"; },
    (verdict) => { verdict.scores.fit.value = 1.5; },
    (verdict) => { verdict.status.value = "hot"; },
    (verdict) => { verdict.stage.clauses[0].state = "false"; },
    (verdict) => { verdict.contributions[0].because = { role: { id: 1 } }; },
    (verdict) => { verdict.as_of = "2026-11-20"; },
    (verdict) => { verdict.remark = "new"; },
  ];
  for (const change of broken) {
    const verdict = read(golden.verdict);
    accepts(validate, verdict, "unchanged");
    change(verdict);
    assert.equal(validate(verdict), false, String(change));
  }
});

test("golden leads fit the lead schema, and misspelled kinds do not", { skip }, () => {
  const validate = validator("docs/lead.schema.json");
  for (const golden of goldens) accepts(validate, read(golden.lead), golden.lead);
  for (const bad of [[], { touches: [{ type: "phone_ring" }] }, { consents: [{ channel: "fax", state: "given" }] }, { answers: { a: { b: 1 } } }, { answers: [] },
    { attempts: [{ channel: "phone", result: "busy" }] }, { kind: "robot" }]) {
    assert.equal(validate(bad), false, JSON.stringify(bad));
  }
});

test("shipped profiles fit the profile schema, and a profile with a misspelled key does not", { skip }, () => {
  const validate = validator("docs/profile.schema.json");
  for (const name of profiles) accepts(validate, read(`core/profiles/${name}.json`), name);
  assert.equal(validate({ ...read("core/profiles/b2b-scheduling.json"), must_have: [] }), false);
});

test("the engine package knows the sections of a verdict, in their order", () => {
  const table = readFileSync(join(root, "core/report/verdict_parts.def"), "utf8");
  const members = [...table.matchAll(/^PREQUAL_VERDICT_PART\(\w+, ([^)]*)\)/gm)].flatMap(([, names]) => names.split(", "));
  // What a set of profiles adds is not reachable there.
  const sections = Object.keys(read("docs/verdict.schema.json").properties).filter((name) => name !== "candidates");
  assert.deepEqual(members, sections);
});
