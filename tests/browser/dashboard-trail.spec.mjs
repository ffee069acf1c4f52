// Decisions on this device: only when asked for, said when the device refuses, forgotten. What a
// killed tab leaves: dashboard-kills.spec.mjs.
import { test, expect as plain } from "./support/fixtures.mjs";
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
  // A lead that comes into view while the keys are pressed closes the form of the one before.
  await expect(async () => {
    await page.locator("pq-lead h2").focus();
    await page.keyboard.press("1");
    await page.locator("pq-decide form [name=by]").fill("Kim", { timeout: 2_000 });
    await page.locator("pq-decide form [name=to]").fill("Kim", { timeout: 2_000 });
  }).toPass();
  await page.keyboard.press("Enter");
}

async function openLead(page) {
  await page.locator("pq-tabs [data-page=queue]").click();
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

const remember = async (page) => {
  await page.locator("pq-tabs [data-page=trail]").click();
  await page.getByLabel("Remember the decisions on this device").check();
};

/** From the n-th record on nothing more goes onto the device; 0 gives the room back. */
const full = (page, from) => page.evaluate((least) => {
  globalThis.put ??= IDBObjectStore.prototype.put;
  let count = 0;
  IDBObjectStore.prototype.put = function put(...parts) {
    if (least > 0 && ++count >= least) throw new DOMException("full", "QuotaExceededError");
    return globalThis.put.apply(this, parts);
  };
}, from);

async function expectRefused(page, count) {
  await expect(page.locator("pq-toast")).toContainText("This device refused to keep the decisions");
  await page.locator("pq-tabs [data-page=trail]").click();
  await expect(page.locator("pq-trail tbody tr")).toHaveCount(count);
  await expect(page.getByLabel("Remember the decisions on this device")).not.toBeChecked();
}

test("a device without room is said at whichever write it is, and memory keeps everything, D16", async ({ page, demo, seen }) => {
  await openDashboard(page, demo);
  await openSample(page, "clinics");
  // The room ends with the first, the second, the third decision; what was decided before comes along when it is there again.
  for (let count = 1; count <= 3; ++count) {
    await remember(page);
    await expect(page.locator("pq-toast")).toContainText("kept on this device");
    expect((await stored(page)) ?? []).toHaveLength(count - 1);
    await full(page, 1);
    await openLead(page);
    await accept(page);
    await expectRefused(page, count);
    expect((await stored(page)) ?? []).toHaveLength(count - 1);
    await full(page, 0);
  }
  // It ends in the middle of those that are to be kept at once: then none of them is.
  await page.getByRole("button", { name: "Forget everything" }).click();
  await openSample(page, "clinics");
  for (let count = 0; count < 3; ++count) {
    await openLead(page);
    await accept(page);
    await expect(page.locator("pq-toast")).toContainText("recorded");
  }
  for (const write of [1, 2, 3]) {
    await full(page, write);
    await page.locator("pq-tabs [data-page=trail]").click();
    await page.getByLabel("Remember the decisions on this device").click();
    await expectRefused(page, 3);
    expect((await stored(page)) ?? []).toEqual([]);
  }
  await full(page, 0);
  await remember(page);
  await expect(page.locator("pq-toast")).toContainText("kept on this device");
  expect((await stored(page)).map((entry) => entry.id)).toEqual([1, 2, 3]);
  expect(seen.errors).toEqual([]);
});

test("a device whose room runs out while decisions are kept, D16", async ({ page, demo, context, seen }) => {
  await openDashboard(page, demo);
  const device = await context.newCDPSession(page);
  await device.send("Storage.overrideQuotaForOrigin", { origin: demo.url, quotaSize: 600_000 });
  await openSample(page, "clinics");
  await remember(page);
  await expect(page.locator("pq-toast")).toContainText("kept on this device");
  const made = await page.evaluate(async () => {
    const { session } = document.querySelector("pq-dashboard");
    session.decisions.setReviewer("Kim");
    let kept = 0;
    for (let lead = 0; lead < 60; ++lead) {
      session.select(lead);
      // A different note each time, so that it does not become small.
      const note = Array.from({ length: 3000 }, () => Math.random().toString(36).slice(2)).join(" ");
      const decided = await session.decisions.decide({ act: "override", reason: "", to: "high", until: "2099-01-01", resumeWhen: "", note });
      if (!decided.ok) return { problems: decided.problems };
      if (!decided.kept) break;
      kept += 1;
    }
    return { kept };
  });
  expect(made.kept).toBeGreaterThan(0);
  expect(made.kept).toBeLessThan(60);
  await expectRefused(page, made.kept + 1);
  expect(await stored(page)).toHaveLength(made.kept);
  await device.send("Storage.overrideQuotaForOrigin", { origin: demo.url });
  await remember(page);
  await expect(page.locator("pq-toast")).toContainText("kept on this device");
  expect(await stored(page)).toHaveLength(made.kept + 1);
  expect(seen.errors).toEqual([]);
});

/** Each place at which a device may refuse. */
const refusals = {
  open: () => { IDBFactory.prototype.open = () => { throw new DOMException("denied", "SecurityError"); }; },
  transaction: () => { IDBDatabase.prototype.transaction = () => { throw new DOMException("closing", "InvalidStateError"); }; },
  put: () => { IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); }; },
  commit: () => { IDBTransaction.prototype.commit = function abort() { this.abort(); }; },
};
for (const [place, refuse] of Object.entries(refusals)) {
  test(`a device that refuses at its ${place} is said, and memory keeps everything, D16`, async ({ page, demo, seen }) => {
    await openDashboard(page, demo);
    await openSample(page, "clinics");
    await openLead(page);
    await accept(page);
    await expect(page.locator("pq-toast")).toContainText("recorded");
    await page.evaluate(refuse);
    await page.locator("pq-tabs [data-page=trail]").click();
    await page.getByLabel("Remember the decisions on this device").click();
    await expect(page.locator("pq-toast")).toContainText("This device refused to keep the decisions");
    await expect(page.locator("pq-trail tbody tr")).toHaveCount(1);
    await expect(page.getByLabel("Remember the decisions on this device")).not.toBeChecked();
    expect(seen.errors).toEqual([]);
  });
}

test("two windows with one list: one keeps, the other says so; later both are there, D16", async ({ page, context, demo, seen }) => {
  const decide = (within, note) => within.evaluate(async (text) => {
    const { session } = document.querySelector("pq-dashboard");
    session.decisions.setReviewer("Kim");
    session.select(3);
    return session.decisions.decide({ act: "override", reason: "", to: "high", until: "2099-01-01", resumeWhen: "", note: text });
  }, note);
  await openDashboard(page, demo);
  await openSample(page, "clinics");
  await decide(page, "first");
  await remember(page);
  await expect(page.locator("pq-toast")).toContainText("kept on this device");
  const other = await context.newPage();
  await openDashboard(other, demo);
  await openSample(other, "clinics");
  await expect(other.locator("pq-toast")).toContainText("Another window keeps the decisions about this list.");
  await decide(other, "of the other window");
  await decide(page, "second");
  expect((await stored(page)).map((entry) => entry.note)).toEqual(["first", "second"]);
  await page.close();
  // The browser hands the list over when it has closed the other window, in its own time.
  await expect(() => remember(other)).toPass();
  await expect(other.locator("pq-toast")).toContainText("kept on this device");
  expect((await stored(other)).map(({ id, note }) => [id, note])).toEqual([[1, "first"], [2, "second"], [3, "of the other window"]]);
  expect(seen.errors).toEqual([]);
});

test("acts that overlap are each kept under a number of their own, D16", async ({ page, demo, seen }) => {
  await openDashboard(page, demo);
  await openSample(page, "clinics");
  await remember(page);
  await expect(page.locator("pq-toast")).toContainText("kept on this device");
  await page.evaluate(async () => {
    const { session } = document.querySelector("pq-dashboard");
    session.decisions.setReviewer("Kim");
    // Each begins before the one before has been considered.
    const acts = [0, 1, 2, 3, 4].map((lead) => {
      session.select(lead);
      return session.decisions.decide({ act: "override", reason: "", to: "high", until: "2099-01-01", resumeWhen: "", note: `about ${lead}` });
    });
    await Promise.all(acts);
  });
  const kept = await stored(page);
  expect(kept.map((entry) => entry.id)).toEqual([1, 2, 3, 4, 5]);
  expect(kept.map((entry) => entry.note).sort()).toEqual([0, 1, 2, 3, 4].map((lead) => `about ${lead}`));
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
