// What the panel says, how it says it, and what it leaves alone.
import { test, expect } from "./support/fixtures.mjs";
import { openLanding, ready } from "./support/landing.mjs";

const panel = (page) => page.locator(".prequal");

test.beforeEach(async ({ page, demo, seen }) => {
  expect(seen.errors).toEqual([]);
  await openLanding(page, demo);
  await ready(page);
});

test("says nothing about the outcome before something is typed", async ({ page }) => {
  await expect(panel(page)).toContainText("As you fill in the form");
  await expect(page.locator(".prequal-status")).toBeEmpty();
});

test("F6: never shows a score, a band or a percentage", async ({ page }) => {
  await page.getByLabel("Kind of organization").selectOption("group");
  await page.getByLabel("Outpatient").check();
  await expect(panel(page)).toContainText("We need a little more");
  await expect(panel(page)).not.toContainText(/\d+ ?%|score|points|band|high|low/i);
});

test("F9: a slip is offered to be mended, and mended only when the visitor says so", async ({ page }) => {
  const specialty = page.getByLabel("Specialty that would use it first", { exact: true });
  await specialty.pressSequentially("cardiolgy");
  await expect(page.locator(".prequal-body")).not.toContainText("did you mean");
  await page.getByLabel("State", { exact: true }).focus();
  await expect(panel(page)).toContainText("Specialty that would use it first: did you mean “Cardiology”?");
  await expect(specialty).toHaveValue("cardiolgy");
  await page.getByRole("button", { name: "Use “Cardiology”" }).click();
  await expect(specialty).toHaveValue("Cardiology");
  await expect(specialty).toBeFocused();
  await expect(panel(page)).not.toContainText("did you mean");
  await expect(panel(page)).toContainText("The specialty is one we serve.");
});

test("F9: keep as typed keeps it, and does not ask again", async ({ page }) => {
  const specialty = page.getByLabel("Specialty that would use it first", { exact: true });
  await specialty.fill("cardiolgy");
  await page.getByLabel("State", { exact: true }).focus();
  await page.getByRole("button", { name: "Keep as typed: Specialty" }).click();
  await expect(specialty).toHaveValue("cardiolgy");
  await page.getByLabel("State", { exact: true }).selectOption("OH");
  await page.getByLabel("Number of locations").focus();
  await expect(panel(page)).toContainText("It is in our area, or serves it.");
  await expect(panel(page)).not.toContainText("did you mean");
});

test("F1 F3: no field is marked, and nothing is said, while or because it is left", async ({ page }) => {
  await page.getByLabel("Work e-mail").fill("ana@lake");
  await page.getByLabel("Phone").focus();
  await expect(panel(page)).toContainText("Work e-mail: is the address complete?");
  await expect(page.locator("[aria-invalid]")).toHaveCount(0);
  await expect(page.locator("form [aria-describedby*=prequal]")).toHaveCount(0);
  await page.getByLabel("Phone").blur();
  await expect(panel(page)).not.toContainText("Phone:");
});

test("F7: not a fit: why, what instead, and sending stays possible", async ({ page }) => {
  await page.getByLabel("State", { exact: true }).selectOption("TX");
  await page.getByLabel("Pennsylvania").check();
  await expect(panel(page)).toContainText("this service may not be the right one");
  await expect(panel(page)).toContainText("Outside our area.");
  await expect(panel(page)).toContainText("We can note your interest");
  await expect(panel(page)).toContainText("You can still send this and we will look at it.");
  await expect(page.getByRole("button", { name: "Send" })).toBeEnabled();
});

test("R12-01 F12: the next question in words, and what would help leads to its field", async ({ page }) => {
  await page.getByLabel("Kind of organization").selectOption("group");
  await page.locator("[name=solution]").selectOption("scheduling");
  // What matters most now is asked in the profile's words.
  await expect(page.locator(".prequal-question")).toHaveText("Which specialty would use it first?");
  const missing = page.locator(".prequal-missing button").first();
  const label = await missing.textContent();
  await missing.click();
  const named = await page.evaluate(() => document.activeElement?.name ?? "");
  expect(label).not.toBe("");
  expect(["state", "specialty", "care_setting", "interest", "coverage", "solution", "timeframe"]).toContain(named);
});

test("F2: the live region speaks one sentence, after a second of quiet, and only when it changes", async ({ page }) => {
  await page.evaluate(() => {
    globalThis.said = [];
    new MutationObserver(() => globalThis.said.push(document.querySelector("[role=status]").textContent)).observe(document.querySelector("[role=status]"), { childList: true });
  });
  await page.getByLabel("Practice or organization").pressSequentially("Lakeside", { delay: 40 });
  await page.getByLabel("Kind of organization").selectOption("group");
  expect(await page.evaluate(() => globalThis.said)).toEqual([]);
  await expect.poll(() => page.evaluate(() => globalThis.said)).toEqual(["We need a little more to check this. You can also just send the form."]);
  await page.getByLabel("State", { exact: true }).selectOption("MI");
  await expect(panel(page)).toContainText("It is in our area, or serves it.");
  expect(await page.evaluate(() => globalThis.said.length)).toBe(1);
});

test("F8: “I’m not sure” is an answer that leaves things open", async ({ page }) => {
  await page.getByRole("radio", { name: "I’m not sure" }).check();
  await expect(panel(page)).toContainText("We need a little more");
  await expect(page.locator(".prequal-doubts")).toHaveCount(0);
});

test("F14: in Spanish the panel speaks Spanish", async ({ page, demo }) => {
  await openLanding(page, demo, "es");
  await ready(page);
  await page.getByLabel("Tipo de organización").selectOption("group");
  await expect(panel(page)).toContainText("Lo que sabemos hasta ahora");
  await expect(panel(page)).toContainText("Es una consulta, un grupo o un servicio hospitalario.");
});

test("E2: destroy() leaves the form as it was found", async ({ page }) => {
  const names = () => page.evaluate(() => [...document.querySelector("form").elements].map((element) => element.name));
  expect((await names()).some((name) => name.startsWith("prequal_"))).toBe(true);
  await page.evaluate(async () => (await globalThis.Prequal.enhance(document.querySelector("form"))).destroy());
  expect((await names()).some((name) => name.startsWith("prequal_"))).toBe(false);
  await expect(panel(page)).toHaveCount(0);
  await expect(page.locator("#guidance")).toBeEmpty();
  // It stays so while the page changes, until the page asks again.
  await page.evaluate(() => document.body.append(document.createElement("p")));
  await expect(panel(page)).toHaveCount(0);
  await page.evaluate(() => globalThis.Prequal.enhance(document.querySelector("form")));
  await expect(panel(page)).toHaveCount(1);
});
