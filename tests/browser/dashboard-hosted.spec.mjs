// The hosted page: works without a network after the first load, can be installed, keeps its own files and nothing else, and a
// new version comes when a person wants it. D1, D16.
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { makeServer } from "../../demo/server.mjs";
import { generate } from "../../web/dashboard/samples/leads/generate.mjs";
import { filesOf, versionOf } from "../../web/dashboard/build/service-worker.mjs";
import { test, expect } from "./support/fixtures.mjs";
import { openSample, shownCount } from "./support/dashboard.mjs";
import { root } from "./support/demo.mjs";

test.use({ serviceWorkers: "allow" });

const built = join(root, "web/dashboard/dist");

/** A copy of the dashboard on a server of its own, that can be changed and stopped. */
async function host() {
  const folder = mkdtempSync(join(tmpdir(), "prequal-hosted-"));
  cpSync(built, join(folder, "dashboard"), { recursive: true });
  const server = makeServer(folder);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); });
  return { folder: join(folder, "dashboard"), url: `http://127.0.0.1:${server.address().port}/dashboard/`, stop, remove: async () => { await stop(); rmSync(folder, { recursive: true }); } };
}

const controlled = (page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);

test("without a network after the first load, with nothing of the person in its caches, D16", async ({ page, seen }) => {
  const hosted = await host();
  try {
    await page.goto(`${hosted.url}?lang=en`);
    await controlled(page);
    const session = await page.context().newCDPSession(page);
    // The tests' window is a private one; nothing else stands against installing.
    expect((await session.send("Page.getInstallabilityErrors")).installabilityErrors.map((error) => error.errorId)).toEqual(["in-incognito"]);
    expect((await session.send("Page.getAppManifest")).errors).toEqual([]);
    await hosted.stop();

    // What was never asked for before comes from the device: engine, profile, sample, the workers.
    await openSample(page, "hospitals");
    expect(await shownCount(page)).toBe(480);
    await page.goto(`${hosted.url}?lang=en`);
    await openSample(page, "leads");
    expect(await shownCount(page)).toBe(generate().leads.length);
    await page.goto(`${hosted.url}?lang=en`);
    await page.getByRole("button", { name: "Paste a list" }).click();
    await page.locator("#pasted").fill("Organization,Email,State\nZebedee Clinic,zebedee@clinic.example,OH\n");
    await page.getByRole("button", { name: "Qualify" }).click();
    await page.locator("pq-facets, pq-mapping").first().waitFor();

    const kept = await page.evaluate(async () => {
      const out = {};
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) out[`${name} ${request.url}`] = await (await cache.match(request)).text();
      }
      return out;
    });
    const files = await filesOf(hosted.folder);
    expect(Object.keys(kept).map((key) => key.split(hosted.url)[1]).sort()).toEqual(Object.keys(files).sort());
    expect(new Set(Object.keys(kept).map((key) => key.split(" ")[0])).size).toBe(1);
    expect(Object.entries(kept).filter(([key, text]) => /zebedee/i.test(key + text))).toEqual([]);
    expect(seen.errors).toEqual([]);
  } finally {
    await hosted.remove();
  }
});

/** Puts another version onto the server: one file differs. */
async function publish(folder) {
  const version = versionOf(await filesOf(folder));
  const changed = join(folder, "samples/hospitals-sample.csv");
  const before = createHash("sha256").update(readFileSync(changed)).digest("base64");
  writeFileSync(changed, readFileSync(changed, "utf8").split("\r\n").slice(0, 11).join("\r\n"));
  const after = createHash("sha256").update(readFileSync(changed)).digest("base64");
  const worker = join(folder, "service-worker.js");
  const text = readFileSync(worker, "utf8");
  expect(text).toContain(before);
  expect(text).toContain(version);
  writeFileSync(worker, text.replaceAll(before, after).replaceAll(version, "0123456789abcdef"));
}

test("a new version is said, and comes only when it is wanted and no other window is open, D16", async ({ page, context, seen }) => {
  const hosted = await host();
  try {
    await page.goto(`${hosted.url}?lang=en`);
    await controlled(page);
    await openSample(page, "hospitals");
    await publish(hosted.folder);
    const other = await context.newPage();
    await other.goto(`${hosted.url}?lang=en`);
    // Both windows are told; the list that is open stays as it is.
    await expect(page.locator("pq-update")).toContainText("closes the open list");
    await expect(other.locator("pq-update")).toContainText("A new version of this page is here.");
    expect(await shownCount(page)).toBe(480);
    await page.getByRole("button", { name: "Use it now" }).click();
    await expect(page.locator("pq-update")).toContainText("Another window works with the version before");
    expect(await shownCount(page)).toBe(480);
    await other.close();
    await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Use it now" }).click()]);
    await openSample(page, "hospitals");
    expect(await shownCount(page)).toBe(10);
    expect(await page.evaluate(() => caches.keys())).toEqual(["prequal-files-0123456789abcdef"]);
    expect(seen.errors).toEqual([]);
  } finally {
    await hosted.remove();
  }
});

test("a version whose files are not those that were built is not taken", async ({ page, seen }) => {
  const hosted = await host();
  try {
    await page.goto(`${hosted.url}?lang=en`);
    await controlled(page);
    const before = await page.evaluate(() => caches.keys());
    await publish(hosted.folder);
    writeFileSync(join(hosted.folder, "samples/hospitals-sample.csv"), "tampered\n");
    seen.allowed.push("integrity", "Failed to find a valid digest");
    await page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration()).update(); });
    await page.waitForFunction(async () => { const found = await navigator.serviceWorker.getRegistration(); return found.installing === null && found.waiting === null; });
    await page.reload();
    await openSample(page, "hospitals");
    expect(await shownCount(page)).toBe(480);
    expect(await page.evaluate(() => caches.keys())).toEqual(expect.arrayContaining(before));
  } finally {
    await hosted.remove();
  }
});

/** What the page loads before a person has done anything, and with the first list. */
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

test("the first load is small: at most 130 KB of script and styles, D17", async ({ page, demo }) => {
  const asked = [];
  page.on("response", (response) => asked.push(new URL(response.url()).pathname));
  await page.goto(`${demo.url}/dashboard/?lang=en`, { waitUntil: "networkidle" });
  await openSample(page, "clinics");
  const sizes = Object.fromEntries([...new Set(asked)].filter((path) => /\.(js|css|wasm)$/.test(path) && !path.endsWith("service-worker.js")).map((path) => [path.replace("/dashboard/", ""), brotli(readFileSync(join(root, "dist/demo", path)))]));
  const sum = (kind) => Object.entries(sizes).reduce((total, [path, size]) => total + (kind.test(path) ? size : 0), 0);
  console.log(`first load, brotli: ${JSON.stringify(sizes)}; script and styles ${sum(/\.(js|css)$/)}, WebAssembly until a list stands ${sum(/(first|full)\.wasm$/)}, after it ${sum(/rest\.wasm$/)}`);
  expect(Object.keys(sizes).filter((path) => /sheets|samples|duplicates-page|review-page|workbench-page/.test(path))).toEqual([]);
  expect(sum(/\.(js|css)$/)).toBeLessThanOrEqual(130_000);
});
