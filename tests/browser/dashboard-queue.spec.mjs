// The queue beyond order and filters: conditions in the query box, values of columns, views, several orders, keys.
import { test, expect as plain } from "./support/fixtures.mjs";
import { column, openDashboard, openFile, openSample, sampleText, shownCount } from "./support/dashboard.mjs";
import { qualifyList } from "./support/engine.mjs";

// Machines that run this are small and shared.
const expect = plain.configure({ timeout: 20_000 });

let truth;
let records;
test.beforeAll(async () => {
  const text = sampleText("clinics-sample.ndjson");
  truth = await qualifyList("b2b-scheduling", text);
  records = text.trim().split("\n").map((line) => JSON.parse(line));
});
test.beforeEach(async ({ page, demo, seen }) => {
  expect(seen.errors).toEqual([]);
  await openDashboard(page, demo);
  await openSample(page, "clinics");
});

const leads = () => [...Array(truth.summary.records).keys()];

test("conditions on scores, outcomes and columns, alone and against, D15", async ({ page }) => {
  const { outcomes, info } = truth;
  const high = info.levels.indexOf("high");
  const cases = [
    ["score>70", (lead) => outcomes.total[lead] > 70],
    ["band:high -state:OH", (lead) => outcomes.band[lead] === high && records[lead].answers.state !== "OH"],
    ["state:oh fit<30", (lead) => records[lead].answers.state === "OH" && outcomes.fit[lead] < 30],
  ];
  for (const [query, holds] of cases) {
    await page.getByLabel("Search in all columns").fill(query);
    const expected = leads().filter(holds).length;
    expect(expected).toBeGreaterThan(0);
    await expect.poll(() => shownCount(page), query).toBe(expected);
  }
});

test("the values of a column with counts; one of them narrows, D15", async ({ page }) => {
  await page.locator("pq-column-facets summary").click();
  await page.locator("pq-column-facets").getByLabel("Column").selectOption({ label: "state" });
  const ohio = records.filter((record) => record.answers.state === "OH").length;
  const button = page.locator("pq-column-facets .value").filter({ hasText: "OH" });
  await expect(button).toContainText(String(ohio));
  await button.click();
  await expect.poll(() => shownCount(page)).toBe(ohio);
  await expect(page.getByLabel("Search in all columns")).toHaveValue("state:OH");
});

test("views are set up at once, and tiles for work count and filter, D4", async ({ page }) => {
  const overdue = leads().filter((lead) => truth.verdict(lead).route.service_level?.state === "breached").length;
  await expect(page.locator("[data-facet=work] .tile").first()).toContainText(String(overdue));
  await page.locator("select[data-facet=view]").selectOption("overdue");
  await expect.poll(() => shownCount(page)).toBe(overdue);
  await page.locator("select[data-facet=view]").selectOption("out");
  expect(await shownCount(page)).toBe(truth.summary.eligibility.ineligible);
  await page.locator("select[data-facet=view]").selectOption("all");
  expect(await shownCount(page)).toBe(truth.summary.records);
});

test("a second order within the first, with Shift", async ({ page }) => {
  const { outcomes } = truth;
  const order = leads().sort((a, b) => outcomes.fit[b] - outcomes.fit[a] || outcomes.intent[a] - outcomes.intent[b] || a - b);
  await page.locator("pq-grid [role=columnheader][data-key=fit] button").click();
  await page.locator("pq-grid [role=columnheader][data-key=intent] button").click({ modifiers: ["Shift"] });
  await page.locator("pq-grid [role=columnheader][data-key=intent] button").click({ modifiers: ["Shift"] });
  await expect.poll(() => column(page, "intent", 8)).toEqual(order.slice(0, 8).map((lead) => String(outcomes.intent[lead])));
});

test("keys move, search, help and palette; they can be switched off, 2.1.4 D6", async ({ page }) => {
  await page.locator("pq-grid [role=gridcell]").first().click();
  await page.locator("pq-waterfall table").waitFor();
  const titles = await column(page, "title", 3);
  await page.keyboard.press("j");
  await expect(page.locator("pq-lead h2")).toHaveText(titles[1]);
  await page.keyboard.press("k");
  await expect(page.locator("pq-lead h2")).toHaveText(titles[0]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await expect(page.getByLabel("Search in all columns")).toBeFocused();
  await page.keyboard.type("jk1");
  await expect(page.getByLabel("Search in all columns")).toHaveValue("jk1");
  await page.getByLabel("Search in all columns").fill("");
  await expect.poll(() => shownCount(page)).toBe(truth.summary.records);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("decisions");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Decisions about this list" })).toBeFocused();
  await page.keyboard.press("?");
  await expect(page.getByRole("heading", { name: "Keys", exact: true })).toBeVisible();
  await page.locator("pq-help").getByLabel("Keys without Ctrl or Cmd").selectOption("off");
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await page.keyboard.press("q");
  await expect(page.getByRole("heading", { name: "Decisions about this list" })).toBeVisible();
});

test("a hundred thousand leads: in the page are the rows in sight only, first and last are reached, D5", async ({ page }) => {
  test.setTimeout(180_000);
  const lines = Array.from({ length: 100_000 }, (_, i) => `Clinic ${i},${["OH", "MI", "TX"][i % 3]},cardiology,practice`);
  await page.getByRole("button", { name: "Other list" }).click();
  await openFile(page, { name: "large.csv", mimeType: "text/csv", buffer: Buffer.from(`Company,State,Specialty,Type\n${lines.join("\n")}\n`) });
  await page.locator("pq-facets").waitFor({ timeout: 120_000 });
  expect(await shownCount(page)).toBe(100_000);
  await page.locator("pq-grid [role=gridcell]").first().click();
  await page.keyboard.press("Escape");
  const grid = page.locator("pq-grid [role=grid]");
  await expect(grid).toHaveAttribute("aria-rowcount", "100001");
  // The focus comes back to the table a moment after the lead was closed.
  await expect(async () => {
    await page.keyboard.press("Control+End");
    await expect(page.locator('pq-grid [role=row][aria-rowindex="100001"]')).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 60_000 });
  expect(await page.locator("pq-grid [role=row]").count()).toBeLessThan(80);
});
