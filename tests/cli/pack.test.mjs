// Packed profiles on the command line.
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { asOf, folder, prequal, profile } from "./support.mjs";

const list = '{"org_name": "Lakeside", "state": "OH"}\n';

test("every command takes a packed profile and gives what the document gives", (t) => {
  const packed = join(folder(t).path, "p.pack");
  const json = profile("b2b-scheduling");
  assert.equal(prequal(["pack", json, "-o", packed]).status, 0);
  const both = (args) => [json, packed].map((file) => prequal([args[0], ...args.slice(1), file].flat(), list));
  for (const [a, b] of [
    both(["describe"]), both(["describe", "--lang", "es"]),
    both(["qualify", "--as-of", asOf, "--format", "ndjson", "--profile"]),
    both(["metrics", "--as-of", asOf, "--format", "ndjson", "--profile"]),
  ]) {
    assert.equal(a.status, 0, a.err);
    assert.deepEqual(b, a);
  }
});

test("packed for a page it is smaller, and for a page only", (t) => {
  const place = folder(t).path;
  const [whole, page] = ["whole.pack", "page.pack"].map((name) => join(place, name));
  prequal(["pack", profile("b2b-scheduling"), "-o", whole]);
  assert.equal(prequal(["pack", "--for", "page", profile("b2b-scheduling"), "-o", page]).status, 0);
  assert.ok(readFileSync(page).length < 0.75 * readFileSync(whole).length);
  const run = prequal(["describe", page]);
  assert.equal(run.status, 2);
  assert.match(run.err, /\[profile\.pack_version\]/);
  assert.equal(prequal(["pack", "--for", "paper", profile("b2b-scheduling"), "-o", page]).status, 2);
});

test("what compare needs is not in a packed profile", (t) => {
  const packed = join(folder(t).path, "p.pack");
  prequal(["pack", profile("b2b-scheduling"), "-o", packed]);
  const run = prequal(["compare", "--profile", packed, "--with", profile("b2b-scheduling")], list);
  assert.equal(run.status, 2);
  assert.match(run.err, /\[profile\.pack_no_document\]/);
});

test("nothing is written for a profile with errors, and a damaged pack is refused", (t) => {
  const place = folder(t).path;
  writeFileSync(join(place, "bad.json"), "{}");
  const bad = prequal(["pack", join(place, "bad.json"), "-o", join(place, "bad.pack")]);
  assert.equal(bad.status, 2);
  assert.equal(existsSync(join(place, "bad.pack")), false);
  const packed = join(place, "p.pack");
  assert.equal(prequal(["pack", profile("patient-intake"), "-o", packed]).status, 0);
  const bytes = readFileSync(packed);
  bytes[100] ^= 1;
  writeFileSync(packed, bytes);
  const run = prequal(["describe", packed]);
  assert.equal(run.status, 2);
  assert.match(run.err, /\[profile\.pack_broken\]/);
});
