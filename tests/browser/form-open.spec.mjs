// E5: whatever stands in the way of the script tag or of the module, the body is that of the untouched form, plus at most
// prequal_status. What was typed is always what arrives.
import { test, expect } from "./support/fixtures.mjs";
import { control, fill, form, moduleTag, open, openHost, oursOf, post, profile, scriptTag, typedOf } from "./support/host-page.mjs";

const noWasm = open.replace(" 'wasm-unsafe-eval'", "");
const bare = `data-prequal ${profile}`;
const module = { head: moduleTag, body: form(bare) };
const wasmRoute = (answer) => (page) => page.route("**/*.wasm", (route) => route.fulfill(answer));
const profileRoute = (answer) => (page) => page.route("**/b2b-scheduling.json", (route) => route.fulfill(answer));
const json = (body) => ({ contentType: "application/json", body });
const wrong = "sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

const cases = [
  ["script: not there", { head: scriptTag.replace("min.js", "gone.js") }],
  ["script: wrong integrity", { head: scriptTag.replace("<script", `<script integrity="${wrong}"`) }],
  ["script: a policy without WebAssembly", { policy: noWasm }],
  ["script: a nonce with strict-dynamic", { head: scriptTag.replace("<script", `<script nonce="n1"`), policy: "script-src 'nonce-n1' 'strict-dynamic'" }],
  ["script: no WebAssembly at all", {}, (page) => page.addInitScript(() => { delete globalThis.WebAssembly; })],
  ["script: no DecompressionStream", {}, (page) => page.addInitScript(() => { delete globalThis.DecompressionStream; })],
  ["script: connections forbidden", { policy: open.replace("connect-src 'self'", "connect-src 'none'") }],
  ["module: the .wasm is something else", module, wasmRoute({ contentType: "application/wasm", body: "not a module" })],
  ["module: the .wasm is another build than the script's", module, wasmRoute({ contentType: "application/wasm", body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]) })],
  ["module: no profile", { ...module, body: form("data-prequal") }],
  ["module: a corrupt profile", module, profileRoute(json('{"prequal": 1, "id": '))],
  ["module: a profile of another version of the format", module, profileRoute(json('{"prequal": 2, "id": "x"}'))],
  ["module: a profile that is an error page", module, profileRoute({ status: 500, contentType: "text/html", body: "<p>Sorry" })],
  ["module: a selector for the profile that is none", { ...module, body: form('data-prequal data-prequal-profile="#"') }],
];

for (const [name, host, arrange = () => {}] of cases) {
  test(name, async ({ page, demo }) => {
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

test("a .wasm of the wrong type is used all the same", async ({ page, demo }) => {
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "text/plain" } });
  });
  await openHost(page, demo, module);
  await page.locator(".prequal").waitFor();
  await fill(page);
  expect(oursOf(await post(page)).prequal_band).toBe("low");
});

test("sent before anything is ready, it is the untouched form", async ({ page, demo }) => {
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

test("back in the history, what was typed and the panel are there again", async ({ page, demo }) => {
  await openHost(page, demo);
  await page.locator(".prequal").waitFor();
  await fill(page);
  await post(page);
  await page.goBack();
  await page.locator(".prequal").waitFor();
  await fill(page);
  await expect(page.locator("[name=prequal_score]")).toHaveValue("10");
  expect(typedOf(await post(page))).toEqual(control);
});
