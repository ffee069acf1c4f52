// What a landing page downloads of ours, as a server with brotli sends it: script, engine, texts and packed profile. The gate of
// each kind stands a little above what was reached; docs/performance.md says how far that is from what was asked.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const { downloads } = JSON.parse(readFileSync(new URL("../../dist/sizes.json", import.meta.url), "utf8"));
const gates = { "form, ES module": 94_000, "form, script tag": 95_500 };

for (const [kind, most] of Object.entries(gates)) {
  test(`${kind}: at most ${most} bytes`, () => {
    const { brotli, files } = downloads[kind];
    assert.ok(files.length >= 2);
    assert.ok(brotli <= most, `${brotli} bytes of ${files.join(", ")}`);
  });
}

test("the plain script holds the engine byte for byte, and says that it is UTF-8", () => {
  const dist = new URL("../../web/form/dist/", import.meta.url);
  const script = readFileSync(new URL("prequal.min.js", dist));
  assert.deepEqual([...script.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const text = script.toString("utf8");
  const mask = Number(/charCodeAt\(\w+\)\s*\^\s*(\d+)/.exec(text)[1]);
  const [, literal] = /"([^"\n\r\\\0]{100000,})"/.exec(text);
  const bytes = Uint8Array.from({ length: literal.length }, (_, i) => literal.charCodeAt(i) ^ mask);
  assert.equal(Buffer.compare(bytes, readFileSync(new URL("prequal-page.wasm", dist))), 0);
});
