// The form of the landing page: filled in by keyboard, sent, and nothing in between.
import { test, expect } from "./support/fixtures.mjs";
import { bodyOf, journeys } from "./support/journeys.mjs";
import { fillByKeyboard, openLanding, ready, sendByKeyboard } from "./support/landing.mjs";

const expectedBody = bodyOf(journeys.scheduling);

test("R19-06 S1 S4 F11 F12: by keyboard only: nothing is asked of the network, and the body holds what was typed, unchanged, and the hidden fields", async ({ page, demo, seen }) => {
  await openLanding(page, demo);
  await ready(page);
  const before = seen.requests.length;
  await fillByKeyboard(page);
  await expect(page.locator(".prequal-outcome")).toHaveText("Based on your answers, we may be able to help.");
  expect(seen.requests.slice(before), "requests between load and submit").toEqual([]);
  const body = await sendByKeyboard(page);
  const typed = body.filter(([name]) => !name.startsWith("prequal_"));
  const ours = Object.fromEntries(body.filter(([name]) => name.startsWith("prequal_")));
  expect(typed).toEqual(expectedBody);
  expect(Object.keys(ours).sort()).toEqual(["prequal_band", "prequal_consent", "prequal_core", "prequal_elapsed_s", "prequal_hp", "prequal_missing", "prequal_profile", "prequal_score", "prequal_status"]);
  expect(ours.prequal_band).toMatch(/^(low|mid|high)$/);
  expect(ours.prequal_score).toMatch(/^\d+$/);
  expect(ours.prequal_profile).toBe("b2b-scheduling@1.0.0");
  expect(ours.prequal_status).toBe("ok");
  expect(ours.prequal_hp).toBe("");
  expect(JSON.parse(ours.prequal_consent)).toMatchObject([{ channel: "email", text_id: "consent_email", locale: "en", method: "checkbox" }]);
  // The page of the server shows the same.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What your CRM would receive");
  await expect(page.getByRole("row", { name: "message" })).toContainText("Two offices share one <phone> line & lose referrals.");
  await expect(page.locator("[data-agreement=equal]")).toContainText("The same as the page said.");
  await expect(page.getByRole("row", { name: "prequal_score" })).toContainText(ours.prequal_score);
});

test("what was typed last counts, even when it is sent at once", async ({ page, demo, seen }) => {
  await openLanding(page, demo);
  await ready(page);
  await page.getByLabel("Practice or organization").fill("Lakeside");
  const posted = page.waitForRequest((request) => request.method() === "POST");
  // Typed and sent within the pause after which the page would look again.
  await page.evaluate(() => {
    const form = document.querySelector("form");
    form.elements.namedItem("state").value = "OH";
    form.elements.namedItem("state").dispatchEvent(new Event("input", { bubbles: true }));
    form.requestSubmit();
  });
  const body = new URLSearchParams((await posted).postData() ?? "");
  expect(body.get("prequal_score")).toBe("10");
  expect(seen.errors).toEqual([]);
});

for (const [name, send] of [
  ["a click", (page) => page.getByRole("button", { name: "Send" }).click()],
  ["requestSubmit()", (page) => page.evaluate(() => document.querySelector("form").requestSubmit())],
  ["submit()", (page) => page.evaluate(() => HTMLFormElement.prototype.submit.call(document.querySelector("form")))],
]) {
  test(`the hidden fields travel with ${name}`, async ({ page, demo, seen }) => {
    await openLanding(page, demo);
    await ready(page);
    const posted = page.waitForRequest((request) => request.method() === "POST");
    await send(page);
    const body = new URLSearchParams((await posted).postData() ?? "");
    expect(body.get("prequal_status")).toBe("partial");
    expect(body.get("prequal_band")).toBe("low");
    expect(seen.errors).toEqual([]);
  });
}

test("the hidden fields are in FormData and in what jQuery's serialize would read", async ({ page, demo, seen }) => {
  await openLanding(page, demo);
  await ready(page);
  const read = await page.evaluate(() => {
    const form = document.querySelector("form");
    return [new FormData(form).get("prequal_band"), [...form.elements].find((element) => element.name === "prequal_band")?.value];
  });
  expect(read).toEqual(["low", "low"]);
  expect(seen.errors).toEqual([]);
});

test("S4 S7 E11: no typed value in the console, the address, storage, cookies, requests, attributes or events before it is sent", async ({ page, demo, seen, context }) => {
  await page.addInitScript(() => {
    globalThis.told = [];
    for (const name of ["ready", "result", "unavailable", "destroy"]) {
      document.addEventListener(`prequal:${name}`, (event) => globalThis.told.push(JSON.stringify(event.detail)), true);
    }
  });
  await openLanding(page, demo);
  await ready(page);
  const canaries = [];
  for (const control of await page.locator("form :is(input:not([type]), input[type=email], input[type=tel], input[type=text], textarea)").all()) {
    if ((await control.getAttribute("tabindex")) === "-1") continue;
    const canary = `canary${canaries.length}x@zq${canaries.length}.example`;
    canaries.push(canary);
    await control.fill(canary);
    await control.blur();
  }
  await expect(page.locator(".prequal-doubts li")).not.toHaveCount(0);
  const places = await page.evaluate(() => ({
    events: globalThis.told.join("\n"),
    html: document.documentElement.outerHTML,
    storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    address: location.href,
    title: document.title,
  }));
  places.console = seen.lines.join("\n");
  places.cookies = JSON.stringify(await context.cookies());
  places.requests = seen.requests.join("\n");
  expect(places.events).not.toBe("");
  for (const canary of canaries) for (const [place, text] of Object.entries(places)) expect(text.includes(canary), `${canary} in ${place}`).toBe(false);
});
