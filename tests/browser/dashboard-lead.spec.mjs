// One lead and what a person does with it: the verdict in words, what would change it, what-if, the note, decisions.
import { test, expect as plain } from "./support/fixtures.mjs";
import { openDashboard, openSample, sampleText } from "./support/dashboard.mjs";
import { qualifyList } from "./support/engine.mjs";

// Machines that run this are small and shared.
const expect = plain.configure({ timeout: 20_000 });

let truth;
test.beforeAll(async () => {
  truth = await qualifyList("b2b-scheduling", sampleText("clinics-sample.ndjson"));
});
test.beforeEach(async ({ page, demo, seen }) => {
  expect(seen.errors).toEqual([]);
  await openDashboard(page, demo);
  await openSample(page, "clinics");
});

const find = (test) => [...Array(truth.summary.records).keys()].find((lead) => test(truth.verdict(lead)));

async function open(page, lead) {
  await page.getByLabel("Search in all columns").fill(truth.cells(lead)[0]);
  await expect(page.locator("pq-facets [role=status]")).toContainText("1 of");
  await page.locator("pq-grid [role=gridcell]").first().click();
  await page.locator("pq-waterfall table").waitFor();
}
const number = (page) => page.locator("pq-lead .who p").textContent().then((text) => Number(/Record (\d+)/.exec(text)[1]));

async function decide(page, act, fields) {
  await page.locator("pq-lead h2").focus();
  await page.keyboard.press(act);
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`pq-decide form [name=${name}]`);
    if ((await field.evaluate((element) => element.localName)) === "select") await field.selectOption(value);
    else await field.fill(value);
  }
  await page.locator("pq-decide form [name=by]").focus();
  await page.keyboard.press("Enter");
}

test("words, service level, consent and readiness say what the verdict says, R20-03 R19-01 R11-04 D12", async ({ page }) => {
  const lead = find((verdict) => verdict.route.service_level?.state === "breached" && verdict.outreach.blocked.length > 0 && verdict.eligibility.value === "ineligible");
  const verdict = truth.verdict(lead);
  await open(page, lead);
  const detail = page.locator("pq-lead");
  await expect(detail.locator(".words")).toContainText(`${verdict.scores.total.value} of 100 points`);
  await expect(detail.locator(".words")).toContainText("It cannot be served by this offer now");
  await expect(detail.getByText("over as of the list's time")).toBeVisible();
  const consent = detail.locator("section").filter({ has: page.getByRole("heading", { name: "Consent and channels" }) });
  await expect(consent.locator(".channels").first().locator("li")).toHaveCount(verdict.outreach.permitted.length + verdict.outreach.blocked.length);
  await expect(detail.locator("section").filter({ has: page.getByRole("heading", { name: "Readiness" }) })).toContainText(`${verdict.completeness.minimum.have} of ${verdict.completeness.minimum.of}`);
});

test("what would change it, tried out, gives what the engine promised; nothing is kept, D8", async ({ page }) => {
  const lead = find((verdict) => verdict.band.value === "mid" && verdict.eligibility.value === "undetermined");
  await open(page, lead);
  const change = page.locator("pq-lead .changes li").first();
  const promised = await change.locator("small").textContent();
  await change.getByRole("button").click();
  const outcome = page.locator("pq-what-if .outcome");
  await expect(outcome.locator("b").first()).toHaveText(promised);
  await expect(outcome).toContainText("Instead of");
  await page.getByRole("button", { name: "Put back" }).click();
  await expect(outcome).toContainText("As it is");
  await expect(page.locator("pq-waterfall .total .points")).toHaveText(String(truth.verdict(lead).scores.total.value));
});

test("what-if: another state changes the score by the lines it names", async ({ page }) => {
  const lead = find((verdict) => verdict.contributions.some((line) => line.rule === "fit.area") && verdict.scores.total.value > 20);
  await open(page, lead);
  await page.locator("pq-what-if select[data-field=state]").selectOption("CA");
  const outcome = page.locator("pq-what-if .outcome");
  await expect(outcome).toContainText("Instead of");
  const deltas = await outcome.locator(".lines b").evaluateAll((cells) => cells.map((cell) => Number(cell.textContent.replace("\u2212", "-").replace("+", ""))));
  const now = Number.parseInt((await outcome.locator("b").first().textContent()).replace("\u2212", "-"), 10);
  expect(deltas.reduce((sum, delta) => sum + delta, 0)).toBe(now - truth.verdict(lead).scores.total.value);
});

test("the handoff note leaves personal detail out unless asked for, R13-03 R19-04", async ({ page }) => {
  const lead = find((verdict) => verdict.contributions.length > 4);
  const record = JSON.parse(sampleText("clinics-sample.ndjson").split("\n")[lead]);
  await open(page, lead);
  const note = page.locator("pq-handoff pre");
  await expect(note).toContainText("What the score means");
  await expect(note).not.toContainText(record.answers.contact_name);
  await page.getByLabel("With personal detail").check();
  await expect(note).toContainText(record.answers.contact_name);
  await page.getByLabel("Hide personal data").check();
  await expect(note).not.toContainText(record.answers.contact_name);
  await expect(page.locator("pq-lead")).not.toContainText(record.answers.contact_name);
});

test("decisions by keyboard: recorded with who and why, the next lead opens, taken back, exported, R10-04 R14-01 R19-10 D6", async ({ page, seen }) => {
  const before = seen.requests.length;
  await page.locator("pq-grid [role=gridcell]").first().click();
  await page.locator("pq-waterfall table").waitFor();
  const first = await number(page);
  await decide(page, "1", { by: "Kim", to: "Kim" });
  await expect(page.locator("pq-toast")).toContainText("Accept: recorded.");
  await expect.poll(() => number(page)).not.toBe(first);
  const second = await number(page);
  // A disqualification without a reason is refused, with one it is recorded.
  await decide(page, "d", {});
  await expect(page.locator("pq-decide [role=alert]")).toContainText("Choose a reason.");
  await page.locator("pq-decide form [name=reason]").selectOption("wrong_org_type");
  await page.locator("pq-decide form [name=by]").fill("");
  await page.locator("pq-decide form [type=submit]").click();
  await expect(page.locator("pq-decide [role=alert]")).toContainText("Say who decides.");
  await page.locator("pq-decide form [name=by]").fill("Kim");
  await page.locator("pq-decide form [type=submit]").click();
  await expect.poll(() => number(page)).not.toBe(second);
  // The engine refuses a nurture that nothing ends (R15-02).
  await decide(page, "h", { reason: "no_timeline" });
  await expect(page.locator("pq-decide [role=alert]")).toContainText("This is not possible");
  await page.keyboard.press("Escape");
  await page.locator("pq-lead h2").focus();
  await page.keyboard.press("z");
  await expect(page.locator("pq-toast")).toContainText(`Taken back: Disqualify, record ${second}.`);
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await expect(page.getByRole("heading", { name: "Decisions about this list" })).toBeFocused();
  await expect(page.locator("pq-trail tbody tr")).toHaveCount(3);
  await expect(page.locator("pq-trail")).toContainText("1 decision counts");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Export as NDJSON" }).click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const trail = Buffer.concat(chunks).toString().trim().split("\n").map((line) => JSON.parse(line));
  expect(trail.map((entry) => [entry.act, entry.by, entry.reason, entry.record, entry.undoes])).toEqual([
    ["accept", "Kim", "", first, null], ["disqualify", "Kim", "wrong_org_type", second, null], ["undo", "Kim", "wrong_org_type", second, 2],
  ]);
  expect(trail[0].saw.total).toBe(truth.verdict(first - 1).scores.total.value);
  expect(trail[0].profile).toBe("b2b-scheduling@1.0.0");
  // Nothing was stored, nothing was sent.
  expect(await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, document.cookie])).toEqual([0, 0, 0, ""]);
  // The second part of the engine is a file of the page's own, which comes once a list stands.
  expect(seen.requests.slice(before).filter((line) => !line.includes(" blob:") && !/^GET \S+\/dashboard\/prequal-rest\.wasm$/.test(line))).toEqual([]);
});
