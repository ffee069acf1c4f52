// The dashboard: lists in, counts, order, filters, and every contribution of a lead.
import { existsSync, readFileSync } from "node:fs";
import { test, expect } from "./support/fixtures.mjs";
import { column, expectedCounts, openDashboard, openFile, openSample, readCounts, sampleText, shownCount, sortedCounts } from "./support/dashboard.mjs";
import { hospitals } from "./support/demo.mjs";
import { qualifyList } from "./support/engine.mjs";

const samples = [
  ["hospitals", "hospitals-sample.csv", "hospitals-outbound"],
  ["clinics", "clinics-sample.ndjson", "b2b-scheduling"],
];

for (const [id, file, profile] of samples) {
  test(`the sample ${id} shows the counts of the engine`, async ({ page, demo, seen }) => {
    const { summary } = await qualifyList(profile, sampleText(file));
    await openDashboard(page, demo);
    await openSample(page, id);
    expect(sortedCounts(await readCounts(page))).toEqual(expectedCounts(summary));
    expect(await shownCount(page)).toBe(summary.records);
    expect(seen.errors).toEqual([]);
  });
}

test("the hospitals file shows the counts of the engine", async ({ page, demo, seen }) => {
  test.skip(!existsSync(hospitals), "../shared/data/hospitals-2019.csv is not here");
  const { summary } = await qualifyList("hospitals-outbound", readFileSync(hospitals));
  await openDashboard(page, demo);
  await page.getByRole("combobox", { name: "Profile", exact: true }).selectOption("hospitals-outbound");
  const before = seen.requests.length;
  await openFile(page, hospitals);
  await page.locator("pq-facets").waitFor();
  expect(summary.records).toBe(5334);
  expect(sortedCounts(await readCounts(page))).toEqual(expectedCounts(summary));
  // The engine and the profile are fetched; the list goes nowhere.
  expect(seen.requests.slice(before).filter((line) => !/GET .*\.(js|wasm|json)$/.test(line))).toEqual([]);
});

test.describe("with a list open", () => {
  let truth;
  test.beforeAll(async () => {
    truth = await qualifyList("b2b-scheduling", sampleText("clinics-sample.ndjson"));
  });
  test.beforeEach(async ({ page, demo, seen }) => {
    expect(seen.errors).toEqual([]);
    await openDashboard(page, demo);
    await openSample(page, "clinics");
  });

  test("sorts by each column, both ways, D5", async ({ page }) => {
    const { outcomes } = truth;
    for (const key of ["total", "fit", "intent"]) {
      const values = [...outcomes[key]].sort((a, b) => b - a);
      await page.getByRole("columnheader").getByText({ total: "Total", fit: "Fit", intent: "Intent" }[key], { exact: true }).click();
      await expect.poll(() => column(page, key, 8)).toEqual(values.slice(0, 8).map(String));
      await expect(page.locator(`pq-grid [role=columnheader][data-key=${key}]`)).toHaveAttribute("aria-sort", "descending");
      await page.locator(`pq-grid [role=columnheader][data-key=${key}] button`).click();
      await expect.poll(() => column(page, key, 8)).toEqual(values.reverse().slice(0, 8).map(String));
      await expect(page.locator(`pq-grid [role=columnheader][data-key=${key}]`)).toHaveAttribute("aria-sort", "ascending");
    }
    await page.locator("pq-grid [role=columnheader][data-key=title] button").click();
    await expect.poll(async () => { const names = await column(page, "title", 8); return names.length === 8 && names.every((name, i) => i === 0 || names[i - 1].localeCompare(name, "en", { numeric: true }) <= 0); }).toBe(true);
  });

  test("tiles and lists filter, and say how many are left, D4", async ({ page }) => {
    const { summary, info, outcomes } = truth;
    await page.getByRole("button", { name: /^\d+\s*High$/ }).click();
    expect(await shownCount(page)).toBe(summary.bands.high);
    await expect.poll(async () => [...new Set(await column(page, "band", 12))]).toEqual(["High"]);
    await page.getByRole("button", { name: /Not eligible/ }).click();
    const high = info.levels.indexOf("high");
    const out = info.eligibilities.indexOf("ineligible");
    const both = [...outcomes.band.keys()].filter((i) => outcomes.band[i] === high && outcomes.eligibility[i] === out).length;
    expect(await shownCount(page)).toBe(both);
    await page.getByRole("button", { name: "Show all" }).click();
    expect(await shownCount(page)).toBe(summary.records);
    const reason = info.reasons.findIndex((entry) => entry.code === "consent_missing");
    await page.getByRole("combobox", { name: "Reason", exact: true }).selectOption(String(reason));
    expect(await shownCount(page)).toBe(summary.reasons.consent_missing);
  });

  test("search looks into every column, whatever the case and accents", async ({ page }) => {
    await page.getByLabel("Search in all columns").fill("víctor pena");
    await expect(page.locator("pq-facets [role=status]")).toContainText(" of ");
    const expected = Array.from({ length: truth.summary.records }, (_, lead) => truth.cells(lead).join(" ")).filter((text) => text.includes("Víctor Peña")).length;
    expect(await shownCount(page)).toBe(expected);
  });

  test("nothing left: says what hides the rows and shows them again", async ({ page }) => {
    await page.getByLabel("Search in all columns").fill("no such lead anywhere");
    await expect(page.getByRole("heading", { name: "No lead matches" })).toBeVisible();
    await expect(page.getByText("Set aside by: Search.")).toBeVisible();
    await page.getByRole("button", { name: "Show all" }).last().click();
    expect(await shownCount(page)).toBe(truth.summary.records);
  });

  test("every point of a lead is there, and they add up to its total, D7", async ({ page }) => {
    for (const row of [0, 3, 7]) {
      await page.locator(`pq-grid [role=gridcell][data-row="${row}"]`).first().click();
      await page.locator("pq-waterfall table").waitFor();
      const number = Number(/Record (\d+)/.exec(await page.locator("pq-lead .who p").textContent())[1]);
      const verdict = truth.verdict(number - 1);
      const shown = await page.locator("pq-waterfall").evaluate((fall) => {
        const points = (cell) => Number(cell.textContent.replace("\u2212", "-").replace("+", "").split("/")[0]);
        const rows = [...fall.shadowRoot.querySelectorAll("tbody tr:not(.section, .total, .open-row)")].filter((tr) => tr.querySelector(".points"));
        return { points: rows.map((tr) => points(tr.querySelector(".points"))), total: points(fall.shadowRoot.querySelector(".total .points")) };
      });
      expect(shown.points).toEqual(verdict.contributions.map((entry) => entry.points));
      expect(shown.points.reduce((sum, points) => sum + points, 0)).toBe(verdict.scores.total.value);
      expect(shown.total).toBe(verdict.scores.total.value);
    }
  });

  test("a lead shows criteria, stages, reasons, what is unknown, and its record", async ({ page }) => {
    const lead = Array.from({ length: truth.summary.records }, (_, i) => i).find((i) => truth.verdict(i).reasons.length > 1 && (truth.verdict(i).questions ?? []).length > 1);
    await page.getByLabel("Search in all columns").fill(truth.cells(lead)[0]);
    await expect(page.locator("pq-facets [role=status]")).toContainText(" of ");
    await page.locator("pq-grid [role=gridcell]").first().click();
    const verdict = truth.verdict(lead);
    const detail = page.locator("pq-lead");
    await expect(detail.locator("section").filter({ hasText: "Criteria" }).first().locator(".checks > li")).toHaveCount(verdict.eligibility.criteria.length);
    await expect(detail.locator("section").filter({ has: page.getByRole("heading", { name: "Reasons" }) }).locator("li")).toHaveCount(verdict.reasons.length);
    await expect(detail.locator("section").filter({ has: page.getByRole("heading", { name: "What would help to know" }) }).locator("li")).toHaveCount(verdict.questions.length);
    await expect(detail.locator("section").filter({ has: page.getByRole("heading", { name: "Stage by stage" }) }).locator("li")).toHaveCount(verdict.stage.clauses.length);
    await expect(detail.locator(".record")).toContainText(truth.cells(lead)[0]);
  });

  test("another profile qualifies the same list anew", async ({ page }) => {
    await page.getByRole("combobox", { name: "Profile", exact: true }).selectOption("hospitals-outbound");
    const { summary } = await qualifyList("hospitals-outbound", sampleText("clinics-sample.ndjson"));
    await expect.poll(async () => (await readCounts(page).catch(() => null))?.bands).toEqual(summary.bands);
  });
});

test("pasted, dropped or chosen, it is the same list, D1", async ({ page, demo, seen }) => {
  const text = "Company,State,Specialty\nLakeside Heart,OH,cardiology\n";
  await openDashboard(page, demo);
  await page.getByRole("button", { name: "Paste a list" }).click();
  await page.getByLabel("The list as text").fill(text);
  await page.getByRole("button", { name: "Qualify" }).click();
  await expect(page.getByRole("gridcell", { name: /Lakeside Heart/ })).toBeVisible();
  await page.getByRole("button", { name: "Other list" }).click();
  await page.evaluate((list) => {
    const files = new DataTransfer();
    files.items.add(new File([list], "dropped.csv", { type: "text/csv" }));
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
  }, text);
  await expect(page.getByRole("heading", { name: "dropped.csv" })).toBeVisible();
  await expect(page.getByRole("gridcell", { name: /Lakeside Heart/ })).toBeVisible();
  expect(seen.errors).toEqual([]);
});

test("a list that cannot be used: what is wrong and what helps, D3", async ({ page, demo, seen }) => {
  await openDashboard(page, demo);
  await openFile(page, { name: "strange.csv", mimeType: "text/csv", buffer: Buffer.from("colour,shape\nred,round\n") });
  await expect(page.getByRole("heading", { name: "This list cannot be used as it is" })).toBeFocused();
  await expect(page.locator("pq-failure li")).not.toHaveCount(0);
  await page.getByRole("button", { name: "Other list" }).click();
  await expect(page.getByRole("button", { name: "Choose a file" })).toBeVisible();
  expect(seen.errors).toEqual([]);
});

test("hostile cells are only ever text", async ({ page, demo, seen }) => {
  const nasty = `<img src=x onerror="globalThis.pwned=1">`;
  await openDashboard(page, demo);
  await openFile(page, { name: "x.csv", mimeType: "text/csv", buffer: Buffer.from(`Company,State\n"${nasty.replaceAll('"', '""')}",OH\n"=cmd|' /C calc'!A0",OH\n`) });
  await page.locator("pq-grid [role=gridcell]").first().waitFor();
  await page.getByLabel("Search in all columns").fill("onerror");
  await page.locator("pq-grid [role=gridcell]").first().click();
  await expect(page.locator("pq-lead h2")).toHaveText(nasty);
  expect(await page.evaluate(() => globalThis.pwned)).toBe(undefined);
  expect(seen.requests.filter((line) => line.endsWith("/x"))).toEqual([]);
});

test("reading can be cancelled; nothing of the list is kept", async ({ page, demo, seen }) => {
  await openDashboard(page, demo);
  await page.locator("[data-sample=hospitals]").waitFor();
  // Large enough to be under way when the button is pressed.
  const line = "Lakeside Heart,OH,cardiology,practice,ana@lakesideheart.example,6145550134\n";
  const text = `Company,State,Specialty,Type,Email,Phone\n${line.repeat(200_000)}`;
  await openFile(page, { name: "large.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("Cancelled. Nothing of the list was kept.")).toBeVisible();
  await openSample(page, "clinics");
  expect(await shownCount(page)).toBe(120);
  expect(seen.errors).toEqual([]);
});
