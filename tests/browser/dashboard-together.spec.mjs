// Leads together: accounts, outcomes by band, duplicates with evidence and a merge that can be taken back. Over invented leads
// from the project's own generator, against what the engine says of them.
import { test, expect as plain } from "./support/fixtures.mjs";
import { expectAccessible } from "./support/axe.mjs";
import { openDashboard, openFile, shownCount } from "./support/dashboard.mjs";
import { openList } from "./support/engine.mjs";
import { generate, ndjson } from "../../web/dashboard/samples/leads/generate.mjs";

// Machines that run this are small and shared.
const expect = plain.configure({ timeout: 20_000 });

let text;
let list;
test.beforeAll(async () => {
  text = ndjson(generate({ count: 400 }).leads);
  list = (await openList("b2b-scheduling", text)).list;
});

async function open(page, demo, tab) {
  await openDashboard(page, demo);
  await openFile(page, { name: "season.ndjson", mimeType: "application/x-ndjson", buffer: Buffer.from(text) });
  await page.locator("pq-facets, pq-mapping").first().waitFor();
  if ((await page.locator("pq-mapping").count()) > 0) await page.getByRole("button", { name: "Qualify the list" }).click();
  await page.locator("pq-facets").waitFor();
  await page.locator(`pq-tabs [data-page=${tab}]`).click();
}
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test("duplicates: evidence, records side by side, a merge with its map, taken back; others said to be different, D13", async ({ page, demo, seen }) => {
  const search = list.findDuplicates().value;
  const { clusters, repeated } = search.finish().value;
  expect(clusters).toBeGreaterThan(3);
  const surest = search.clusters().value.toSorted((a, b) => b.certainty - a.certainty || a.cluster - b.cluster);
  const [first, second] = surest;
  const map = search.mergeMaps(first.cluster - 1, 1).value[0];
  await open(page, demo, "duplicates");
  const view = page.locator("pq-duplicates");
  await expect(view).toContainText(`${repeated} of 400 leads repeat another. ${clusters} still to be decided.`);
  const card = view.locator(`[data-cluster="${first.cluster}"]`);
  await expect(card).toContainText(`${first.certainty} % sure`);
  await card.getByRole("button", { name: "Compare" }).click();
  await expect(card.locator("[data-table=evidence] tbody tr")).toHaveCount(first.links.length);
  await expect(card.locator("[data-name=primary]")).toHaveValue(String(map.survivor.row));
  await expect(card.getByRole("status")).toContainText("Merged:");
  await expectAccessible(page, "dashboard");
  const differs = map.columns.filter((column) => column.rule !== "all" && new Set([column.value, ...column.others.map(({ value }) => value)].map((value) => value.trim())).size > 1);
  expect(differs.length).toBeGreaterThan(0);
  for (const column of differs) await expect(card.getByRole("radio", { name: `${column.column}: Record ${column.row}`, exact: true })).toBeChecked();
  const merge = card.getByRole("button", { name: `Merge into record ${map.survivor.row}` });
  await merge.click();
  await expect(card).toContainText("Say who decides.");
  await view.getByLabel("Your name").fill("Kim");
  await merge.click();
  await expect(page.locator("pq-toast")).toContainText("Duplicate: recorded");
  await expect(view).toContainText(`${clusters - 1} still to be decided.`);
  const lines = (await saved(page, view.getByRole("button", { name: "Merge map as CSV" }))).trim().split("\r\n");
  expect(lines.slice(1).map((line) => line.split(",").slice(0, 3))).toEqual(first.rows.filter((row) => row !== map.survivor.row).map((row) => [String(row), expect.any(String), String(map.survivor.row)]));
  await view.getByRole("button", { name: "Undo" }).click();
  await expect(view).toContainText(`${clusters} still to be decided.`);
  const other = view.locator(`[data-cluster="${second.cluster}"]`);
  await other.getByRole("button", { name: "Compare" }).click();
  await other.getByRole("button", { name: "No duplicate" }).click();
  await expect(other).toHaveCount(0);
  await view.getByRole("button", { name: "Show them in the queue" }).click();
  await expect.poll(() => shownCount(page)).toBe(surest.reduce((sum, cluster) => sum + cluster.leads.length, 0));
  expect(seen.errors).toEqual([]);
});

test("outcomes by band as the engine counts them; accounts with their leads, D11 D14", async ({ page, demo, seen }) => {
  const metrics = list.metrics().value;
  await open(page, demo, "insights");
  const card = page.locator("[data-card=outcomes]");
  await expect(card).toContainText(`something is known of ${metrics.leads - metrics.unknown_outcomes} of ${metrics.leads} leads`);
  const rows = await card.locator("table").first().locator("tbody tr").evaluateAll((all) => all.map((row) => row.querySelector(".n").textContent));
  expect(rows).toEqual(["high", "mid", "low"].map((band) => String(metrics.bands[band].leads)));
  const inverted = metrics.alerts.filter((entry) => entry.alert === "tier_inversion");
  await expect(card.getByRole("alert")).toHaveCount(inverted.length);
  await page.locator("[data-card=stages] tbody tr").nth(1).getByRole("button").click();
  expect(await shownCount(page)).toBeLessThan(400);
  await page.getByRole("button", { name: "Show all" }).click();
  await page.locator("pq-tabs [data-page=accounts]").click();
  const accounts = page.locator("pq-accounts");
  await expect(accounts.locator(".finding")).toContainText("have several leads");
  const first = accounts.locator("tbody tr").first();
  const leads = Number(await first.locator(".n").first().textContent());
  expect(leads).toBeGreaterThan(1);
  await first.getByRole("button").first().click();
  await expect(accounts.locator(".inside li")).toHaveCount(leads);
  await expectAccessible(page, "dashboard");
  await first.getByRole("button", { name: /^Show:/ }).click();
  await expect.poll(() => shownCount(page)).toBe(leads);
  expect(seen.errors).toEqual([]);
});

test("a review of the profile as the engine says it: failures, traits, a sample by its number, leads turned away; outcomes by score, costs, drift, D11 R18-05 R18-06 R18-07 R18-08", async ({ page, demo, seen }) => {
  const audit = list.audit({ seed: 1 }).value;
  await open(page, demo, "review");
  const view = page.locator("pq-review");
  const card = (name) => view.locator(`[data-card=${name}]`);
  const [failure] = audit.failures.toSorted((a, b) => b.share.count - a.share.count);
  await expect(card("failures").locator(".finding")).toContainText(`${failure.share.count} of ${failure.share.of} leads`);
  await expect(card("traits").locator("tbody tr")).not.toHaveCount(0);
  await expect(card("sample").locator("tbody tr")).toHaveCount(audit.sample.leads.length);
  await expect(card("missed").locator("tbody tr")).toHaveCount(audit.missed_sql.leads.length);
  expect(audit.sample.leads.length).toBeGreaterThan(0);
  await expectAccessible(page, "dashboard: review");
  // Another number draws others, and the leads that are shown are those that the engine drew.
  await card("sample").getByLabel("Number of the draw").fill("7");
  await page.keyboard.press("Tab");
  const other = list.audit({ seed: 7 }).value.sample.leads;
  await expect(card("sample").locator("tbody tr")).toHaveCount(other.length);
  await card("sample").getByRole("button", { name: "Show them in the queue" }).click();
  await expect.poll(() => shownCount(page)).toBe(other.length);
  await page.getByRole("button", { name: "Show all" }).click();
  await page.locator("pq-tabs [data-page=review]").click();
  // The same list again does not differ; half of it, read again, says so by its count.
  const drift = view.locator("pq-drift");
  const choose = (name, lines) => drift.locator("input[type=file]").setInputFiles({ name, mimeType: "application/x-ndjson", buffer: Buffer.from(lines) });
  await choose("same.ndjson", text);
  await expect(drift.locator(".finding")).toContainText("differs most (index 0.00, alike); 400 other leads");
  const states = text.trim().split("\n").filter((line) => String(JSON.parse(line).answers?.state).trim().toLowerCase() === "oh");
  await choose("ohio.ndjson", states.join("\n"));
  await expect(drift.locator(".finding")).toContainText(`different); ${states.length} other leads`);
  await drift.getByRole("button", { name: "answers.state", exact: true }).or(drift.getByRole("button", { name: "state", exact: true })).first().click();
  await expectAccessible(page, "dashboard: drift");
  await drift.locator("[data-table=values]").getByRole("button", { name: "Show these leads: OH", exact: true }).click();
  await expect.poll(() => shownCount(page)).toBe(states.length);
  await page.getByRole("button", { name: "Show all" }).click();

  await page.locator("pq-tabs [data-page=insights]").click();
  const calibration = page.locator("[data-card=calibration]");
  const courses = list.courses().value;
  const totals = list.outcomes().value.total;
  const known = [...totals.keys()].filter((lead) => courses.counted[lead] === 1 && courses.recorded[lead] === 1);
  const top = known.filter((lead) => totals[lead] >= 70);
  await expect(calibration.locator(".finding")).toContainText(`from 70 points ${top.filter((lead) => courses.converted[lead] === 1).length} of ${top.length}`);
  const first = calibration.locator("tbody tr").first();
  const count = Number(await first.locator(".n").first().textContent());
  await first.getByRole("button").click();
  await expect.poll(() => shownCount(page)).toBe(count);
  await page.getByRole("button", { name: "Show all" }).click();
  await page.locator("pq-tabs [data-page=insights]").click();
  const costs = page.locator("[data-card=costs]");
  const source = await costs.locator("tbody th").first().textContent();
  await costs.locator("summary").click();
  await costs.locator("textarea").fill(`${source}\t1,200\nno such source\t5`);
  await costs.getByRole("button", { name: "Take them over" }).click();
  await expect(costs.getByRole("status")).toHaveText("1 cost taken over, 1 for values that the list does not have.");
  const row = costs.locator("tbody tr").first();
  const leads = Number(await row.locator(".n").nth(1).textContent());
  await expect(row.locator(".n").nth(2)).toHaveText(String(1200 / leads < 10 ? Math.round(120000 / leads) / 100 : Math.round(1200 / leads)));
  await expect(costs.locator(".finding")).toContainText("1,200 in all");
  expect(seen.errors).toEqual([]);
});
