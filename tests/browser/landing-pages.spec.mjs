// The five landing pages: filled in and sent by keyboard alone, what arrives, and what the server finds by itself; accessible in
// both languages and themes, narrow and wide; and nothing moves when the guidance appears. R10-15, R11-09.
import { landingPages } from "../../demo/landing-pages.mjs";
import { expectAccessible } from "./support/axe.mjs";
import { test, expect } from "./support/fixtures.mjs";
import { bodyOf, journeys } from "./support/journeys.mjs";
import { fillByKeyboard, sendByKeyboard } from "./support/landing.mjs";

// The first page is in form.spec.mjs.
const others = landingPages.slice(1);
const addressOf = (demo, page, lang = "en") => `${demo.url}/${page.at}/${lang === "es" ? "es/" : ""}`;
/** Until the form is enhanced: silent forms have hidden fields only. */
const enhanced = (page) => page.locator("form [name=prequal_status]").waitFor({ state: "attached" });

for (const landing of others) {
  test(`${landing.id}: by keyboard alone, all of it arrives, and the server finds the same`, async ({ page, demo, seen }) => {
    await page.goto(addressOf(demo, landing), { waitUntil: "load" });
    await enhanced(page);
    expect(await page.locator("[type=checkbox]:checked, [type=radio]:checked").count(), "nothing is ticked beforehand").toBe(0);
    await expect(page.locator(".prequal")).toHaveCount(landing.id === "monitoring" ? 0 : 1);
    await fillByKeyboard(page, journeys[landing.id]);
    const body = await sendByKeyboard(page);
    expect(Object.fromEntries(body.filter(([name]) => !name.startsWith("prequal_")))).toEqual(Object.fromEntries(bodyOf(journeys[landing.id])));
    expect(body.find(([name]) => name === "prequal_profile")?.[1]).toContain(`${landing.profile}@`);
    await expect(page.locator("[data-agreement=equal]")).toBeVisible();
    expect(seen.requests.filter((line) => !line.includes(`${demo.url}/`) && !line.includes(" data:"))).toEqual([]);
  });
}

/** Where the controls of the form and the end of the page are. */
const places = (page) =>
  page.evaluate(() => {
    const top = (element) => Math.round(element.getBoundingClientRect().top + scrollY);
    const controls = [...document.querySelector("form[data-prequal]").elements].filter((control) => control.type !== "hidden" && control.checkVisibility() && !control.name.startsWith("prequal_") && control.closest(".prequal-steps, .prequal") === null);
    return { end: document.documentElement.scrollHeight, controls: controls.map((control) => `${control.name || control.type} ${top(control)}`) };
  });

// Each language with each theme and each width, in half of the combinations: texts, colours and widths do not depend on each other.
const looks = [["en", "light", 320, "none"], ["en", "dark", 1280, "none"], ["es", "light", 1280, "none"], ["es", "dark", 320, "none"], ["en", "dark", 1280, "active"]];
for (const [lang, colorScheme, width, forcedColors] of looks) {
  test.describe(`${lang}, ${colorScheme}, ${width} px, forced colours ${forcedColors}`, () => {
    test.use({ colorScheme, viewport: { width, height: width === 320 ? 640 : 900 } });
    test("accessible, nothing beyond the edge, nothing moves while the page becomes ready", async ({ page, demo, seen }) => {
      await page.emulateMedia({ forcedColors });
      for (const landing of landingPages) {
        // The engine is held back until everything has been measured without the panel.
        let release;
        const held = new Promise((resolve) => { release = resolve; });
        await page.route("**/*.wasm", async (route) => { await held; await route.continue(); });
        await page.goto(addressOf(demo, landing, lang), { waitUntil: "load" });
        const before = await places(page);
        release();
        await enhanced(page);
        const after = await places(page);
        // Steps that are not shown yet leave; what stays has to stay where it is.
        const stepped = landing.id === "membership";
        if (stepped) expect(before.controls).toEqual(expect.arrayContaining(after.controls));
        else expect(after, `${landing.id}: where things are before and after`).toEqual(before);
        expect(after.controls.length).toBeGreaterThan(2);
        await page.unroute("**/*.wasm");
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang);
        await expectAccessible(page, landing.id);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(wide, `${landing.id}: pixels beyond the edge`).toBeLessThanOrEqual(0);
      }
      expect(seen.errors).toEqual([]);
    });
  });
}

test("without any script each page shows the whole form, and sends the same answers", async ({ browser, demo }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const landing of others) {
    await page.goto(addressOf(demo, landing));
    for (const [name, value] of bodyOf(journeys[landing.id])) {
      const control = page.locator(`form [name=${name}]`);
      if ((await page.locator(`form select[name=${name}]`).count()) > 0) await control.selectOption(value);
      else if ((await page.locator(`form [name=${name}]:is([type=radio], [type=checkbox])`).count()) > 0) await page.locator(`form [name=${name}][value="${value}"]`).check();
      else await control.fill(value);
    }
    const posted = page.waitForRequest((request) => request.method() === "POST");
    await page.locator("form [type=submit]").click();
    expect(Object.fromEntries(new URLSearchParams((await posted).postData() ?? "")), landing.id).toEqual(Object.fromEntries(bodyOf(journeys[landing.id])));
    await expect(page.locator("[data-agreement=none]")).toBeVisible();
  }
  await context.close();
});

test("what a page itself asks for is named in its own words, and mended where it stands", async ({ page, demo, seen }) => {
  await page.goto(addressOf(demo, landingPages.find(({ id }) => id === "clinic")), { waitUntil: "load" });
  await enhanced(page);
  await page.getByRole("button", { name: "Send" }).click();
  const list = page.getByRole("alert");
  await expect(list).toBeFocused();
  await expect(list.getByRole("link")).toHaveText(["Choose the service you are looking for", "Enter your name"]);
  await expectAccessible(page, "with mistakes");
  await list.getByRole("link", { name: "Enter your name" }).click();
  await expect(page.getByLabel("Your name")).toBeFocused();
  await expect(page.getByLabel("Your name")).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.type("Ana");
  await expect(page.getByLabel("Your name")).not.toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Sleep study").check();
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What your CRM would receive");
  expect(seen.errors).toEqual([]);
});

test("steps: one at a time, the panel leads to a step that is hidden, and back keeps what was typed; what is required is asked for at the end", async ({ page, demo, seen }) => {
  await page.goto(addressOf(demo, landingPages.find(({ id }) => id === "membership")), { waitUntil: "load" });
  await enhanced(page);
  await expect(page.getByLabel("Your name")).toBeHidden();
  await expect(page.getByRole("button", { name: "Send" })).toBeHidden();
  await page.getByLabel("State you live in").selectOption("OH");
  await page.locator(".prequal-missing").getByRole("button", { name: "Age of the person" }).click();
  await expect(page.getByLabel("Age of the person")).toBeFocused();
  await page.keyboard.type("61");
  // Enter goes on; it does not send.
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Your name")).toBeVisible();
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page.getByLabel("Age of the person")).toHaveValue("61");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("alert").getByRole("link")).toHaveCount(2);
  await expectAccessible(page, "last step with what is required");
  expect(seen.errors).toEqual([]);
});
