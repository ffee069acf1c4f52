// Whatever is missing, the form goes through with the body it would have had without us.
import { test, expect } from "./support/fixtures.mjs";
import { bodyOf, journeys } from "./support/journeys.mjs";
import { fillByKeyboard, openLanding, sendByKeyboard } from "./support/landing.mjs";

const expectedBody = bodyOf(journeys.scheduling);

/** At most the status, which then says so. */
function expectUntouched(body) {
  expect(body.filter(([name]) => !name.startsWith("prequal_"))).toEqual(expectedBody);
  expect(body.filter(([name]) => name.startsWith("prequal_") && name !== "prequal_status")).toEqual([]);
  for (const [name, value] of body) if (name === "prequal_status") expect(value).toBe("unavailable");
}

const cases = [
  ["without the .wasm", (page) => page.route("**/*.wasm", (route) => route.abort())],
  ["with a .wasm that is not there", (page) => page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" }))],
  ["with something else in its place", (page) => page.route("**/*.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: "not a module" }))],
  ["without the profile", (page) => page.route("**/b2b-scheduling.pack", (route) => route.abort())],
  ["with a profile that is none", (page) => page.route("**/b2b-scheduling.pack", (route) => route.fulfill({ contentType: "application/json", body: "{}" }))],
  ["without the script", (page) => page.route("**/prequal.mjs", (route) => route.abort())],
  ["where WebAssembly does not exist", (page) => page.addInitScript(() => { delete globalThis.WebAssembly; })],
];

for (const [name, arrange] of cases) {
  test(`E5: the same body ${name}`, async ({ page, demo, seen }) => {
    // What Chromium itself says of a file that is missing, or not the one whose hash the script knows.
    seen.allowed.push("Failed to load resource", "SRI's integrity checks failed", "Failed to find a valid digest");
    await arrange(page);
    await page.goto(`${demo.url}/landing/`, { waitUntil: "networkidle" });
    await fillByKeyboard(page);
    expectUntouched(await sendByKeyboard(page));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What your CRM would receive");
  });
}

test.describe("with the patience that visitors get", () => {
  test.use({ patient: false });
  test("E5: the same body when the .wasm never arrives: after 1.5 seconds the form is left alone", async ({ page, demo }) => {
    await page.route("**/*.wasm", () => {});
    await page.goto(`${demo.url}/landing/`, { waitUntil: "load" });
    await page.locator("[name=prequal_status][value=unavailable]").waitFor({ state: "attached" });
    await fillByKeyboard(page);
    expectUntouched(await sendByKeyboard(page));
  });
});

test("E5: the same body without any script at all", async ({ browser, demo }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await openLanding(page, demo);
  const posted = page.waitForRequest((request) => request.method() === "POST");
  await page.getByLabel("Practice or organization").fill("Lakeside");
  await page.getByRole("button", { name: "Send" }).click();
  const body = [...new URLSearchParams((await posted).postData() ?? "")];
  expect(body[0]).toEqual(["org_name", "Lakeside"]);
  expect(body.filter(([name]) => name.startsWith("prequal_"))).toEqual([]);
  await expect(page.getByText("The form works all the same")).toBeVisible();
  await expect(page.locator("[data-agreement=none]")).toBeVisible();
  await context.close();
});

test("E5: a policy that forbids WebAssembly is no obstacle", async ({ page, demo }) => {
  await page.route("**/landing/", async (route) => {
    const response = await route.fetch();
    const policy = response.headers()["content-security-policy"].replace(" 'wasm-unsafe-eval'", "");
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  await page.goto(`${demo.url}/landing/`, { waitUntil: "networkidle" });
  await fillByKeyboard(page);
  expectUntouched(await sendByKeyboard(page));
});
