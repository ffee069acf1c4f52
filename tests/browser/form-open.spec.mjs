// E5: whatever stands in the way of the script tag or of the module, the body is that of the untouched form, plus at most
// prequal_status. What was typed is always what arrives.
import { test, expect } from "./support/fixtures.mjs";
import { failures, module } from "./support/form-cases.mjs";
import { control, fill, openHost, oursOf, post, typedOf } from "./support/host-page.mjs";

for (const [name, host, arrange = () => {}] of failures) {
  test(`E5: ${name}`, async ({ page, demo }) => {
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
  await page.route("**/b2b-scheduling.json", async (route) => { await held; await route.continue().catch(() => {}); });
  await openHost(page, demo, module);
  await fill(page);
  const body = await post(page);
  go();
  expect(typedOf(body)).toEqual(control);
  expect(Object.keys(oursOf(body)).filter((key) => key !== "prequal_status")).toEqual([]);
});

test("E5: back in the history, what was typed and the panel are there again", async ({ page, demo }) => {
  await openHost(page, demo);
  await page.locator(".prequal").waitFor();
  await fill(page);
  await post(page);
  // Firefox keeps the page as it was and loads nothing, so there is nothing to wait for but the panel.
  await page.evaluate(() => { history.back(); });
  await page.locator(".prequal").waitFor();
  await fill(page);
  await expect(page.locator("[name=prequal_score]")).toHaveValue("10");
  expect(typedOf(await post(page))).toEqual(control);
});
