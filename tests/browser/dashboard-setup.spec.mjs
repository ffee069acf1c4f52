// What a person sets up for themselves: columns and form of the table, keys, the running clock, hours and times to answer.
import { test, expect as plain } from "./support/fixtures.mjs";
import { expectAccessible } from "./support/axe.mjs";
import { openDashboard, openSample, shownCount } from "./support/dashboard.mjs";

// Machines that run this are small and shared.
const expect = plain.configure({ timeout: 20_000 });

test.describe.configure({ timeout: 180_000 });

test("columns of one's own and a plain table in pages, kept on this device when asked, D5", async ({ page, demo, seen }) => {
  await openDashboard(page, demo);
  await openSample(page, "clinics");
  await page.getByRole("button", { name: "Columns", exact: true }).click();
  const dialog = page.locator("pq-table");
  await dialog.getByLabel("Fit", { exact: true }).uncheck();
  await dialog.getByLabel("state", { exact: true }).check();
  await dialog.getByLabel("Remember views").check();
  await page.keyboard.press("Escape");
  const grid = page.locator("pq-grid");
  const heads = () => grid.locator("[role=columnheader]").allTextContents().then((texts) => texts.map((text) => text.trim()));
  expect(await heads()).toEqual(["Lead", "Band", "Total", "Intent", "Status", "Reasons", "Goes to", "state"]);
  await expect(grid.locator("[role=grid]")).toHaveAttribute("aria-colcount", "8");
  await expect(grid.locator("[role=gridcell][data-key=list]").first()).toHaveText(/^[A-Z]{2}$/);
  await page.reload({ waitUntil: "networkidle" });
  await openSample(page, "clinics");
  expect(await heads()).toContain("state");
  // The same leads in the same order as a plain table.
  const names = await grid.locator("[role=gridcell] .title").allTextContents();
  await page.locator("body").press("t");
  await dialog.getByLabel("Plain table in pages of 100 leads").check();
  await page.keyboard.press("Escape");
  const table = page.locator("pq-plain");
  await expect(table.getByRole("table")).toBeVisible();
  await expect(table.locator("tbody tr")).toHaveCount(100);
  expect((await table.locator("tbody .open").allTextContents()).slice(0, 5)).toEqual(names.slice(0, 5));
  await expectAccessible(page, "dashboard: plain table");
  await table.getByRole("button", { name: "Next page" }).click();
  await expect(table.getByRole("status")).toHaveText("Leads 101 to 120 of 120");
  await table.getByRole("button", { name: "Total" }).click();
  await expect(table.getByRole("columnheader", { name: "Total" })).toHaveAttribute("aria-sort", "descending");
  await expect(table.getByRole("status")).toHaveText("Leads 1 to 100 of 120");
  const [first, second] = await table.locator("tbody .open").allTextContents();
  await table.locator("tbody .open").first().click();
  await expect(page.locator("pq-lead h2").first()).toHaveText(first);
  await page.keyboard.press("j");
  await expect(page.locator("pq-lead h2").first()).toHaveText(second);
  expect(seen.errors).toEqual([]);
});

test("keys of one's own: refused where they are taken, kept when asked, as they were again, D6", async ({ page, demo, seen }) => {
  await openDashboard(page, demo);
  await openSample(page, "clinics");
  await page.keyboard.press("?");
  const help = page.locator("pq-help");
  const change = help.getByRole("button", { name: "Change the key for Next lead" });
  await change.click();
  await change.press("1");
  await expect(help.getByRole("status")).toHaveText("1 is already the key for Accept.");
  await change.press("y");
  await expect(help.getByRole("status")).toHaveText("Y is now the key for Next lead.");
  await help.getByLabel("Remember views").check();
  await page.keyboard.press("Escape");
  const row = page.locator("pq-grid [role=gridcell]:focus");
  await page.keyboard.press("y");
  await expect(row).toHaveAttribute("data-row", "0");
  await page.keyboard.press("j");
  await expect(row).toHaveAttribute("data-row", "0");
  await page.keyboard.press("y");
  await expect(row).toHaveAttribute("data-row", "1");
  await page.reload({ waitUntil: "networkidle" });
  await openSample(page, "clinics");
  await page.keyboard.press("y");
  await expect(row).toHaveAttribute("data-row", "0");
  await page.keyboard.press("?");
  await help.getByRole("button", { name: "Keys as they were" }).click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await expect(row).toHaveAttribute("data-row", "1");
  expect(seen.errors).toEqual([]);
});

test("the running clock counts by this device; hours and times to answer are a draft whose effect is seen, D4 D12", async ({ page, demo, seen }) => {
  await page.clock.install({ time: new Date("2026-11-19T12:00:00Z") });
  await openDashboard(page, demo);
  await openSample(page, "clinics");
  const overdue = page.locator("pq-facets [data-facet=work] .tile").first().locator("b");
  await expect(overdue).toHaveText(/\d/);
  const before = await overdue.textContent();
  await page.getByLabel("Running clock").check();
  const clock = page.locator(".live pq-live");
  const first = await clock.textContent();
  await page.clock.runFor(2000);
  await expect(clock).not.toHaveText(first);
  await expect(page.locator("pq-grid .clock pq-live").first()).toHaveText(/ (left|over)$/);
  // Weeks later everything that nobody answered is over.
  await page.clock.fastForward(900 * 3_600_000);
  await expect(overdue).not.toHaveText(before);
  await expect(page.locator("pq-toast")).toContainText("run out of time");
  await expect(page.locator("pq-grid .clock[data-clock=open]")).toHaveCount(0);
  await page.getByLabel("Running clock").uncheck();
  await expect(overdue).toHaveText(before);
  await page.locator("pq-tabs [data-page=workbench]").click();
  const work = page.locator("pq-workbench");
  await work.locator("[data-name='within.sales']").fill("100000");
  await page.keyboard.press("Tab");
  await work.getByRole("button", { name: "Add open hours" }).click();
  await work.locator("[data-name='calendar.sales']").selectOption("office");
  await expect(work.locator("[data-card=hours] .finding")).toContainText("1 of them count open hours only");
  await page.clock.runFor(2000);
  await expect(work).toContainText(/The draft (holds|can be used)/);
  await work.locator("[data-name='zone.office']").fill("America/Chicago");
  await page.keyboard.press("Tab");
  await page.clock.runFor(2000);
  await work.getByRole("button", { name: "Use the draft for this list" }).click();
  await page.locator("pq-facets").waitFor();
  await expect(overdue).not.toHaveText(before);
  expect(seen.errors).toEqual([]);
});
