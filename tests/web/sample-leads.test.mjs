// The invented leads: the same on every machine, nobody's numbers and addresses, what is true of them apart from them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import { generate, ndjson } from "../../web/dashboard/samples/leads/generate.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const command = join(root, "web/dashboard/samples/make-leads.mjs");
const { leads, truth } = generate({ count: 3000 });
const texts = (value) => (typeof value === "string" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : []);

test("the same options give the same list, another seed another one", () => {
  assert.equal(ndjson(generate({ count: 200 }).leads), ndjson(generate({ count: 200 }).leads));
  assert.notEqual(ndjson(generate({ count: 200 }).leads), ndjson(generate({ count: 200, seed: 2 }).leads));
});

test("nobody has these numbers and addresses", () => {
  for (const lead of leads) {
    const { email, phone, website } = lead.answers;
    if (phone !== undefined) assert.match(phone.replace(/\D/g, ""), /^1?\d{3}555(01\d{0,2}|10\d)$/, phone);
    if (website !== undefined) assert.match(website, /\.example(\/contact)?$/);
    // An underscore cannot stand in an address of that provider.
    if (email !== undefined) assert.match(email.toLowerCase(), /@[a-z0-9-]+\.example$|^[^@]*_[^@]*@gmail\.com$|^[bcdfghjklmnpqrstvwxz]{8}@mailinator\.com$/);
  }
});

test("a lead is one by the schema of leads, and not in the future", () => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const valid = ajv.compile(JSON.parse(readFileSync(join(root, "docs/lead.schema.json"), "utf8")));
  const codes = new Set(readFileSync(join(root, "core/lists/outcome_codes.def"), "utf8").match(/(?<=^PREQUAL_OUTCOME\()\w+/gm));
  for (const lead of leads) {
    assert.equal(valid(lead), true, JSON.stringify(valid.errors));
    for (const outcome of lead.outcomes ?? []) assert.ok(codes.has(outcome.code), outcome.code);
    for (const list of ["touches", "attempts", "outcomes", "history", "consents"]) for (const event of lead[list] ?? []) assert.ok(event.at <= "2026-11-20T20:00:00Z", event.at);
  }
});

test("what is true stands apart: persons who come again, colleagues, advertisements", () => {
  assert.deepEqual(truth.map((entry) => entry.id), leads.map((lead) => lead.id));
  const own = new Set(truth.flatMap(({ person, account }) => [person, account]));
  for (const text of texts(leads)) assert.ok(!own.has(text));
  const share = (wanted) => truth.filter(wanted).length / truth.length;
  assert.ok(Math.abs(share((entry) => entry.again) - 0.12) < 0.02);
  assert.ok(Math.abs(share((entry) => entry.spam) - 0.02) < 0.01);
  const accountOf = new Map();
  for (const { person, account } of truth) if (person !== null) assert.equal(accountOf.get(person) ?? accountOf.set(person, account).get(person), account);
  assert.ok(new Set(accountOf.values()).size < accountOf.size);
});

test("more errors change more of what comes again; none change nothing", () => {
  const changed = (errors) => generate({ count: 1000, errors }).truth.filter((entry) => entry.again).reduce((sum, entry) => sum + entry.mistakes.length, 0);
  assert.equal(changed(0), 0);
  assert.ok(changed(20) < changed(60));
});

test("the command writes the list and its truth, and says what it does not understand", () => {
  const folder = mkdtempSync(join(tmpdir(), "prequal-leads-"));
  try {
    execFileSync(process.execPath, [command, "--count", "50", "--seed", "7", "--truth", join(folder, "truth.ndjson"), join(folder, "leads.ndjson")]);
    const made = generate({ count: 50, seed: 7 });
    assert.equal(readFileSync(join(folder, "leads.ndjson"), "utf8"), ndjson(made.leads));
    assert.equal(readFileSync(join(folder, "truth.ndjson"), "utf8"), ndjson(made.truth));
    assert.throws(() => execFileSync(process.execPath, [command, "--count", "many"], { stdio: "pipe" }), /a whole number from 0 to 5000000/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
