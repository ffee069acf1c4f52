// What the list says together, and a profile as a draft with its effect on the open leads.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test, expect as plain } from "./support/fixtures.mjs";
import { expectAccessible } from "./support/axe.mjs";
import { openDashboard, openSample, sampleText, shownCount } from "./support/dashboard.mjs";
import { root } from "./support/demo.mjs";
import { qualifyList } from "./support/engine.mjs";

// Machines that run this are small and shared.
const expect = plain.configure({ timeout: 20_000 });

let truth;
test.beforeAll(async () => {
  truth = await qualifyList("b2b-scheduling", sampleText("clinics-sample.ndjson"));
});
const to = (page, tab) => page.locator(`pq-tabs [data-page=${tab}]`).click();
const high = (at) => [...truth.outcomes.total].filter((total) => total >= at).length;

test.describe.configure({ timeout: 180_000 });

test("thresholds by keyboard and by number: live counts, capacity, who would move; a row leads to its leads, D9 D11", async ({ page, demo, seen }) => {
  await openDashboard(page, demo);
  await openSample(page, "clinics");
  await to(page, "insights");
  await expect(page.getByRole("heading", { name: "What the list says" })).toBeFocused();
  const card = page.locator("pq-thresholds");
  const slider = card.getByRole("slider", { name: "High from" });
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("PageUp");
  await expect(slider).toHaveAttribute("aria-valuetext", `High from 76: ${high(76)} leads`);
  await card.getByRole("spinbutton", { name: "High from, points" }).fill("60");
  await page.keyboard.press("Tab");
  await expect(slider).toHaveAttribute("aria-valuetext", `High from 60: ${high(60)} leads`);
  await card.getByLabel("Leads your team works").fill("10");
  await expect(card).toContainText(`${high(60) - 10} more high leads than the team works`);
  await card.getByRole("button", { name: "Set it" }).click();
  await expect(card).toContainText("what the team works");
  await card.getByRole("spinbutton", { name: "High from, points" }).fill("60");
  await page.keyboard.press("Tab");
  const moved = high(60) - high(70);
  await card.getByRole("button", { name: `Show the ${moved} leads that would move` }).click();
  await expect.poll(() => shownCount(page)).toBe(moved);
  await page.getByRole("button", { name: "Show all" }).click();
  await to(page, "insights");
  const reasons = Object.entries(truth.summary.reasons).sort(([, a], [, b]) => b - a);
  const first = page.locator("[data-card=reasons] tbody tr").first();
  await expect(first.locator(".n").first()).toHaveText(String(reasons[0][1]));
  await first.getByRole("button").click();
  await expect.poll(() => shownCount(page)).toBe(reasons[0][1]);
  // A number of a criterion leads to its leads; the card counts the whole list.
  await page.getByRole("button", { name: "Show all" }).click();
  await to(page, "insights");
  const [id, counts] = Object.entries(truth.summary.criteria).find(([, entry]) => entry.unknown > 0 && entry.met > 0);
  const plainText = truth.info.criteria.find((entry) => entry.id === id).plain.en;
  for (const state of ["met", "unknown"]) {
    await page.locator("[data-card=criteria]").getByRole("button", { name: `${counts[state]}. Show these leads: ${plainText} ${state === "met" ? "Met" : "Unknown"}`, exact: true }).click();
    await expect.poll(() => shownCount(page)).toBe(counts[state]);
    await to(page, "insights");
  }
  expect(seen.errors).toEqual([]);
});

test("a draft: problems at once, its effect as the engine sees it, used and exported, D10 R18-10", async ({ page, demo, seen }) => {
  const profile = JSON.parse(readFileSync(join(root, "core/profiles/b2b-scheduling.json"), "utf8"));
  await openDashboard(page, demo);
  await openSample(page, "clinics");
  await to(page, "workbench");
  const work = page.locator("pq-workbench");
  await work.locator("[data-name='total.high']").fill("60");
  await page.keyboard.press("Tab");
  await expect(work.locator("[data-card=comparison]")).toContainText("leads change their band");
  // The engine's own count with the changed document.
  const { loadEngine } = await import("prequal-engine");
  const list = (await loadEngine()).value.compile(JSON.stringify({ ...profile, scoring: { ...profile.scoring, total: { mid: 40, high: 60 } } })).value.openList().value;
  list.push(sampleText("clinics-sample.ndjson"));
  const summary = list.finish().value;
  const cells = await work.locator(".matrix tbody tr").first().locator("td").allTextContents();
  expect(Number(cells[0])).toBe(truth.summary.bands.high);
  const column = await work.locator(".matrix tbody tr td:first-of-type").allTextContents();
  expect(column.reduce((sum, text) => sum + Number(text), 0)).toBe(summary.bands.high);
  await work.locator("[data-name='fit.area']").fill("4");
  await page.keyboard.press("Tab");
  await expect(work).toContainText("More than one part changed");
  await work.locator("details summary").click();
  const json = work.locator("textarea");
  await expect(json).toBeVisible();
  // Typing so long a text takes the browser minutes; it is put in as a paste would.
  await json.evaluate((area) => {
    area.value = area.value.replace('"when": {', '"whenever": {');
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
  await expect(work).toContainText("The draft cannot be used yet.");
  await expect(work.locator(".problems li").first()).toBeVisible();
  await work.getByRole("button", { name: "Back to the profile in use" }).click();
  await expect(work).toContainText("The draft is the profile in use.");
  await work.locator("[data-name='total.high']").fill("60");
  await page.keyboard.press("Tab");
  await work.getByLabel("What changed, and who looked at its effect").fill("High from 60; looked at by Kim.");
  const [download] = await Promise.all([page.waitForEvent("download"), work.getByRole("button", { name: "Export the draft" }).click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const draft = JSON.parse(Buffer.concat(chunks).toString());
  expect([draft.version, draft.scoring.total.high, draft.changes.at(-1).category]).toEqual(["1.1.0", 60, "scoring"]);
  await work.getByRole("button", { name: "Use the draft for this list" }).click();
  await page.locator("pq-facets").waitFor();
  await expect(page.locator("pq-facets [data-facet=band] .tile").first()).toContainText(String(summary.bands.high));
  await expect(page.getByRole("combobox", { name: "Profile", exact: true }).locator("option:checked")).toContainText("Draft");
  expect(seen.errors).toEqual([]);
});

for (const [lang, colorScheme, width] of [["en", "light", 1280], ["es", "dark", 320]]) {
  test(`every page and dialog is accessible and fits, ${lang}, ${colorScheme}, ${width} px, D17`, async ({ browser, demo }) => {
    test.setTimeout(120_000);
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
    await openDashboard(page, demo, lang);
    await openSample(page, "clinics");
    await page.locator(width === 320 ? "pq-cards .card" : "pq-grid [role=row][aria-selected]").nth(1).click();
    await page.locator("pq-waterfall table").waitFor();
    await page.keyboard.press("h");
    await page.locator("pq-decide form").waitFor();
    const check = async (state) => {
      await expectAccessible(page, state);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${state}: pixels beyond the edge`).toBeLessThanOrEqual(0);
    };
    await check("the form of an act");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    for (const key of ["?", "s", "v", "t", "Control+k"]) {
      await page.keyboard.press(key);
      await check(`dialog of ${key}`);
      await page.keyboard.press("Escape");
    }
    for (const tab of ["insights", "review", "accounts", "duplicates", "trail", "workbench"]) {
      await to(page, tab);
      await expect(page.locator("#main")).toBeFocused();
      await check(tab);
    }
    await page.locator("header").first().waitFor();
    await page.close();
  });
}
