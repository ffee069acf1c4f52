// The same bytes everywhere: the verdicts of a list from the native command, from Node and from Chromium.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadEngine } from "prequal-engine";
import { test, expect } from "./support/fixtures.mjs";
import { hospitals, root } from "./support/demo.mjs";
import { sampleText } from "./support/dashboard.mjs";

const command = process.env.PREQUAL_COMMAND ?? join(root, "build/native/prequal");
const packaged = join(root, "dist/packages/prequal-engine/dist");
const asOf = "2026-11-20T10:00:00-05:00";
const profileFile = (id) => join(root, "core/profiles", `${id}.json`);

const lists = [
  { name: "5,334 hospitals", profile: "hospitals-outbound", size: 5334, file: hospitals, read: () => readFileSync(hospitals, "utf8") },
  { name: "the sample of hospitals", profile: "hospitals-outbound", size: 480, read: () => sampleText("hospitals-sample.csv") },
  { name: "the sample of clinics", profile: "b2b-scheduling", size: 120, read: () => sampleText("clinics-sample.ndjson") },
];

function nativeLines(profile, text) {
  const done = spawnSync(command, ["qualify", "--profile", profileFile(profile), "--as-of", asOf, "-"], { input: text, maxBuffer: 1 << 30 });
  if (done.error) throw done.error;
  return done.stdout.toString("utf8");
}

/** Runs in Node and in the page alike. */
async function qualifyAll({ engineModule, profile, text, asOf: now, engine: given }) {
  const { loadEngine: load } = given ?? (await import(engineModule));
  const need = (result) => {
    if (!result.ok) throw new Error(result.problems.map((problem) => problem.code).join(", "));
    return result.value;
  };
  const list = need(need(need(await load()).compile(profile)).openList({ asOf: now }));
  need(list.push(text));
  need(list.finish());
  let lines = "";
  for (let lead = 0; lead < list.size; ++lead) lines += `${need(list.verdictText(lead))}\n`;
  return { size: list.size, lines };
}

const digest = (text) => createHash("sha256").update(text, "utf8").digest("hex");

for (const { name, profile, size, file, read } of lists) {
  test(`P5: ${name}: native, Node and Chromium write the same bytes`, async ({ page, demo, seen }) => {
    test.skip(file !== undefined && !existsSync(file), `${file} is not here`);
    const input = { profile: readFileSync(profileFile(profile), "utf8"), text: read(), asOf };
    const native = nativeLines(profile, input.text);
    const node = await qualifyAll({ ...input, engine: { loadEngine } });
    await page.route("**/engine/*", (route) => route.fulfill({ path: join(packaged, new URL(route.request().url()).pathname.split("/").at(-1)) }));
    await page.goto(`${demo.url}/docs/`);
    const chromium = await page.evaluate(qualifyAll, { ...input, engineModule: "/engine/index.js" });
    expect(node.size).toBe(size);
    expect(native.split("\n").length - 1).toBe(size);
    // Told apart by digest first: a difference of megabytes is nothing to print.
    expect(digest(node.lines), "Node against native").toBe(digest(native));
    expect(digest(chromium.lines), "Chromium against native").toBe(digest(native));
    expect(seen.errors).toEqual([]);
  });
}
