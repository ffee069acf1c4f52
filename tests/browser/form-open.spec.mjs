// E5: whatever stands in the way of the script tag or of the module, the body is that of the untouched form, plus at most
// prequal_status. What was typed is always what arrives.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test, expect } from "./support/fixtures.mjs";
import { failures, module, tagOf } from "./support/form-cases.mjs";
import { root } from "./support/demo.mjs";
import { control, fill, form, moduleTag, openHost, oursOf, post, scriptTag, typedOf } from "./support/host-page.mjs";

for (const [name, host, arrange = () => {}] of failures) {
  test(`E5: ${name}`, tagOf(name), async ({ page, demo }) => {
    await arrange(page);
    await openHost(page, demo, host);
    await fill(page);
    if (name.startsWith("module")) await page.locator("[name=prequal_status]").waitFor({ state: "attached" });
    const body = await post(page);
    expect(typedOf(body)).toEqual(control);
    const ours = oursOf(body);
    expect(Object.keys(ours).filter((key) => key !== "prequal_status")).toEqual([]);
    if ("prequal_status" in ours) expect(ours.prequal_status).toBe("unavailable");
  });
}

const jsonForm = form('data-prequal data-prequal-profile="/prequal/b2b-scheduling.json"');
for (const [name, head] of [["script", scriptTag], ["module", moduleTag]]) {
  test(`${name}: a profile that is not packed is packed in the page where the packer lies beside the script`, async ({ page, demo }) => {
    await openHost(page, demo, { head, body: jsonForm });
    await page.locator(".prequal").waitFor();
    await fill(page);
    expect(oursOf(await post(page))).toMatchObject({ prequal_band: "low", prequal_profile: "b2b-scheduling@1.0.0" });
  });
}

test("the plain script needs no DecompressionStream, and no word of the page's or the server's about its characters", async ({ page, demo }) => {
  await page.addInitScript(() => { delete globalThis.DecompressionStream; });
  await page.route("**/prequal.min.js", async (route) => route.fulfill({ response: await route.fetch(), headers: { "content-type": "text/javascript; charset=windows-1252" } }));
  await openHost(page, demo);
  await page.locator(".prequal").waitFor();
  await fill(page);
  expect(oursOf(await post(page)).prequal_band).toBe("low");
});

test("without the packer a profile that is not packed is said to be that, and the form goes through", async ({ page, demo }) => {
  await page.route("**/prequal-pack.mjs", (route) => route.fulfill({ status: 404, body: "" }));
  await page.addInitScript(() => addEventListener("prequal:unavailable", (event) => { globalThis.reason = event.detail.reason; }));
  await openHost(page, demo, { ...module, body: jsonForm });
  await page.waitForFunction(() => globalThis.reason !== undefined);
  expect(await page.evaluate(() => globalThis.reason)).toBe("profile_not_packed");
  await fill(page);
  const body = await post(page);
  expect(typedOf(body)).toEqual(control);
  expect(oursOf(body)).toEqual({ prequal_status: "unavailable" });
});

test("a profile in the page itself, as base64", async ({ page, demo }) => {
  const bytes = readFileSync(join(root, "dist/demo/prequal/profiles/b2b-scheduling.pack")).toString("base64");
  await openHost(page, demo, { head: moduleTag, body: form('data-prequal data-prequal-profile="#profile"') + `<script type="text/plain" id="profile">${bytes}</script>` });
  await page.locator(".prequal").waitFor();
  await fill(page);
  expect(oursOf(await post(page)).prequal_band).toBe("low");
});

test("E5 S3: a .wasm of the wrong type is used all the same", async ({ page, demo }) => {
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "text/plain" } });
  });
  await openHost(page, demo, module);
  await page.locator(".prequal").waitFor();
  await fill(page);
  expect(oursOf(await post(page)).prequal_band).toBe("low");
});

test("E5: sent before anything is ready, it is the untouched form", async ({ page, demo }) => {
  let go;
  const held = new Promise((resolve) => { go = resolve; });
  await page.route("**/b2b-scheduling.pack", async (route) => { await held; await route.continue().catch(() => {}); });
  await openHost(page, demo, module);
  await fill(page);
  const body = await post(page);
  go();
  expect(typedOf(body)).toEqual(control);
  expect(Object.keys(oursOf(body)).filter((key) => key !== "prequal_status")).toEqual([]);
});

test("E5: back in the history, what was typed and the panel are there again", { tag: "@short" }, async ({ page, demo }) => {
  await openHost(page, demo);
  await page.locator(".prequal").waitFor();
  await fill(page);
  // The server has the body before the browser has its answer: going back is meant from the answer's page, not from the form's.
  await Promise.all([page.waitForURL(/lead\?id=/), post(page)]);
  await page.evaluate(() => { setTimeout(() => history.back(), 0); });
  await page.waitForURL(/host-page/);
  await page.locator(".prequal").waitFor();
  await fill(page);
  await expect(page.locator("[name=prequal_score]")).toHaveValue("10");
  expect(typedOf(await post(page))).toEqual(control);
});

test("E5: a page that the browser kept in memory and shows again is looked at anew", async ({ page, demo }) => {
  await openHost(page, demo);
  await page.locator(".prequal").waitFor();
  await expect(page.locator("[name=prequal_score]")).toHaveValue("0");
  // What stands in the controls then came without an event; no driver of a browser lets a test go that way, so it is told here.
  await page.evaluate(() => {
    document.querySelector("[name=org_name]").value = "Lakeside";
    document.querySelector("[name=state]").value = "OH";
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  });
  await expect(page.locator("[name=prequal_score]")).toHaveValue("10");
});
