// E9: the adapters, on pages that behave like the real embeds: what the vendor's own script sends holds the newest verdict.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { test, expect } from "./support/fixtures.mjs";
import { open } from "./support/host-page.mjs";

const folder = new URL("fixtures/vendors/", import.meta.url);
const types = { html: "text/html; charset=utf-8", js: "text/javascript", mjs: "text/javascript" };

async function openVendor(page, demo, name) {
  await page.route("**/vendors/**", async (route) => {
    const file = basename(new URL(route.request().url()).pathname);
    const body = await readFile(new URL(file, folder));
    await route.fulfill({ contentType: types[file.split(".").at(-1)], headers: { "Content-Security-Policy": open }, body });
  });
  await page.goto(`${demo.url}/vendors/${name}.html`);
}

/** The pairs that the vendor's script posts when `how` is done. */
async function sent(page, how) {
  const posted = page.waitForRequest((request) => request.method() === "POST");
  await how();
  return new URLSearchParams((await posted).postData() ?? "");
}

const practice = (page) => page.getByLabel("Practice");
const state = (page) => page.getByLabel("State");
const send = (page) => page.getByRole("button", { name: "Send" }).click();

for (const [name, own] of [["hubspot", "0-1/"], ["hubspot-legacy", ""], ["marketo", ""], ["contact-form-7", ""]]) {
  test(`E9: ${name}: guidance, and the vendor's fields hold the newest verdict`, async ({ page, demo, seen }) => {
    seen.allowed.push("404");
    await openVendor(page, demo, name);
    await page.locator(".prequal").waitFor();
    await practice(page).fill("Lakeside");
    await state(page).selectOption("OH");
    await expect(page.locator(".prequal")).toContainText("It is in our area, or serves it.");
    const body = await sent(page, () => send(page));
    expect([body.get(`${own}org_name`), body.get(`${own}state`)]).toEqual(["Lakeside", "OH"]);
    expect(body.get(`${own}prequal_band`)).toBe("low");
    if (name !== "contact-form-7") expect(body.get(`${own}prequal_score`)).toBe("10");
    // One value for each name: a field of the vendor's is used, not doubled.
    expect([...new Set(body.keys())].length).toBe([...body.keys()].length);
  });
}

test("E9: gravity-forms: a new form element for each page is found, its own hidden fields are filled before it is read", async ({ page, demo, seen }) => {
  seen.allowed.push("404");
  await openVendor(page, demo, "gravity-forms");
  await page.locator(".prequal").waitFor();
  await practice(page).fill("Lakeside");
  await page.getByRole("button", { name: "Next" }).click();
  await state(page).waitFor();
  await page.locator(".prequal").waitFor();
  await state(page).selectOption("OH");
  // Sent within the pause after which the page would look again.
  const body = await sent(page, () => send(page));
  expect([body.get("input_1"), body.get("input_3"), body.get("input_12"), body.get("input_13")]).toEqual(["Lakeside", "OH", "low", "10"]);
});

test("E9: webflow: names as the designer wrote them, and a method that its own script does not follow", async ({ page, demo, seen }) => {
  seen.allowed.push("404");
  await openVendor(page, demo, "webflow");
  await page.locator(".prequal").waitFor();
  await practice(page).fill("Lakeside");
  await state(page).selectOption("OH");
  const body = await sent(page, () => send(page));
  expect([body.get("fields[Org Name]"), body.get("fields[State]"), body.get("fields[prequal_band]"), body.get("fields[prequal_score]")]).toEqual(["Lakeside", "OH", "low", "10"]);
  expect(new URL(page.url()).search).toBe("");
  // Taken out again, the form is as it was.
  await page.evaluate(() => globalThis.disconnect());
  await expect(page.locator(".prequal, [name^=prequal_]")).toHaveCount(0);
});
