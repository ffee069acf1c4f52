// Decisions on this device: only when asked for, whole after the tab is killed, said when the device refuses, forgotten.
import { join } from "node:path";
import { build } from "esbuild";
import { Random } from "../../web/dashboard/samples/random.mjs";
import { test, expect as plain } from "./support/fixtures.mjs";
import { root } from "./support/demo.mjs";
import { openDashboard, openSample } from "./support/dashboard.mjs";

// Machines that run this are small and shared.
const expect = plain.configure({ timeout: 20_000 });

/** The store as the page made it. */
const stored = (page) => page.evaluate(async () => {
  if (!(await indexedDB.databases()).some((entry) => entry.name === "prequal-decisions")) return null;
  const database = await new Promise((resolve, reject) => { const ask = indexedDB.open("prequal-decisions"); ask.onsuccess = () => resolve(ask.result); ask.onerror = reject; });
  const all = await new Promise((resolve) => { const ask = database.transaction("decisions").objectStore("decisions").getAll(); ask.onsuccess = () => resolve(ask.result); });
  database.close();
  return all;
});

async function accept(page) {
  await page.locator("pq-lead h2").focus();
  await page.keyboard.press("1");
  await page.locator("pq-decide form [name=by]").fill("Kim");
  await page.locator("pq-decide form [name=to]").fill("Kim");
  await page.keyboard.press("Enter");
}

async function openLead(page) {
  await page.locator("pq-tabs .tab").first().click();
  await page.locator("pq-grid [role=gridcell]").first().click();
  await page.locator("pq-waterfall table").waitFor();
}

test("remembered on this device when asked: back after a reload, gone when forgotten, D16", async ({ page, demo, seen }) => {
  await openDashboard(page, demo);
  await openSample(page, "clinics");
  await openLead(page);
  await accept(page);
  await expect(page.locator("pq-toast")).toContainText("recorded");
  expect(await stored(page)).toBe(null);
  await page.locator("pq-tabs [data-page=trail]").click();
  await page.getByLabel("Remember the decisions on this device").check();
  await expect(page.locator("pq-toast")).toContainText("kept on this device");
  await page.reload();
  await openSample(page, "clinics");
  await expect(page.locator("pq-toast")).toContainText("1 decision about this list came back");
  await page.locator("pq-tabs [data-page=trail]").click();
  await expect(page.locator("pq-trail tbody tr")).toHaveCount(1);
  await page.getByRole("button", { name: "Forget everything" }).click();
  await expect(page.locator("pq-start")).toBeVisible();
  expect(await stored(page)).toBe(null);
  expect(seen.errors).toEqual([]);
});

test("a killed tab loses no decision that was acknowledged, and tears none", async ({ context, demo }) => {
  test.setTimeout(300_000);
  const { outputFiles } = await build({ entryPoints: [join(root, "web/dashboard/src/storage/vault.ts")], bundle: true, write: false, format: "iife", globalName: "kept", logLevel: "error" });
  const kills = process.env.PREQUAL_NIGHTLY === "1" ? 200 : 10;
  const acknowledged = new Set();
  const decision = (id) => ({ id, act: "accept", by: "Kim", note: `note ${id} `.repeat(40) });
  const random = new Random(7);
  let next = 1;
  for (let kill = 0; kill <= kills; ++kill) {
    const page = await context.newPage();
    await page.exposeFunction("acknowledge", (id) => { acknowledged.add(id); });
    await page.goto(`${demo.url}/dashboard/icon.svg`);
    await page.evaluate(`${outputFiles[0].text}; globalThis.vault = new kept.Vault();`);
    const all = await page.evaluate(() => globalThis.vault.read("a list"));
    const ids = new Set(all.map((entry) => entry.id));
    expect([...acknowledged].filter((id) => !ids.has(id)), `lost after kill ${kill}`).toEqual([]);
    for (const entry of all) expect(entry).toEqual(decision(entry.id));
    next = Math.max(0, ...ids, ...acknowledged) + 1;
    if (kill === kills) break;
    // Decision after decision until the tab goes, wherever that meets it.
    await page.evaluate(([first, note]) => {
      void (async () => {
        for (let id = first; ; ++id) {
          await globalThis.vault.keep("a list", [{ id, act: "accept", by: "Kim", note: note.replaceAll("#", String(id)) }]);
          await globalThis.acknowledge(id);
        }
      })();
    }, [next, "note # ".repeat(40)]);
    await new Promise((resolve) => setTimeout(resolve, random.below(60)));
    const session = await context.newCDPSession(page);
    await Promise.race([session.send("Page.crash").catch(() => {}), page.waitForEvent("crash")]);
    await page.close();
  }
  expect(acknowledged.size).toBeGreaterThan(kills);
});

test("a device that refuses is said, and memory keeps everything", async ({ page, demo, seen }) => {
  await openDashboard(page, demo);
  await openSample(page, "clinics");
  await page.locator("pq-tabs [data-page=trail]").click();
  await page.getByLabel("Remember the decisions on this device").check();
  await expect(page.locator("pq-toast")).toContainText("kept on this device");
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
  });
  await openLead(page);
  await accept(page);
  await expect(page.locator("pq-toast")).toContainText("This device refused to keep the decisions");
  await page.locator("pq-tabs [data-page=trail]").click();
  await expect(page.locator("pq-trail tbody tr")).toHaveCount(1);
  await expect(page.getByLabel("Remember the decisions on this device")).not.toBeChecked();
  expect(seen.errors).toEqual([]);
});

test("the list is cleared when nobody is there, where that was asked for, D16", async ({ page, demo, seen }) => {
  await page.clock.install();
  await openDashboard(page, demo);
  await openSample(page, "clinics");
  await page.locator("pq-tabs [data-page=trail]").click();
  await page.getByLabel("Clear the list when nobody is there").selectOption("15");
  await page.clock.fastForward("14:00");
  await page.keyboard.press("Tab");
  await page.clock.fastForward("14:00");
  await expect(page.locator("pq-trail")).toBeVisible();
  await page.clock.fastForward("02:00");
  await expect(page.getByText("Nobody was there for a while, so the list was cleared.")).toBeVisible();
  expect(seen.errors).toEqual([]);
});
