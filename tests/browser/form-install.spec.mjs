// Installed on other people's pages: three ways, once each, and whatever the page does to its forms. E1, E2, E6, E7, S1, S3.
import { test, expect } from "./support/fixtures.mjs";
import { control, fields, fill, form, moduleTag, openHost, oursOf, post, profile, send, typedOf } from "./support/host-page.mjs";

const ready = (page) => page.locator(".prequal").first().waitFor();

test("E1 S1 S4: a plain script tag, the engine inside it: panel, hidden fields, two requests in all", async ({ page, demo, seen }) => {
  await openHost(page, demo);
  await ready(page);
  await fill(page);
  const before = [...seen.requests];
  const body = await post(page);
  expect(before.map((line) => new URL(line.split(" ")[1]).pathname).filter((path) => path !== "/favicon.ico")).toEqual(["/host-page", "/prequal/prequal.min.js", "/prequal/profiles/b2b-scheduling.pack"]);
  expect(typedOf(body)).toEqual(control);
  expect(oursOf(body)).toMatchObject({ prequal_band: "low", prequal_profile: "b2b-scheduling@1.0.0" });
});

test("E1: an ES module", async ({ page, demo, seen }) => {
  await openHost(page, demo, { head: moduleTag, body: form(`data-prequal ${profile}`) });
  await ready(page);
  await fill(page);
  const body = await post(page);
  expect(typedOf(body)).toEqual(control);
  expect(oursOf(body).prequal_score).toMatch(/^\d+$/);
  expect(seen.errors).toEqual([]);
});

test("E1 E2: called by the page, with options; destroy() puts everything back as it was", async ({ page, demo, seen }) => {
  await page.route("**/own.js", (route) => route.fulfill({ contentType: "text/javascript", body: `
    import { enhance } from "/prequal/index.mjs";
    const form = document.querySelector("form");
    globalThis.before = form.outerHTML;
    globalThis.ours = await enhance(form, { profile: "/prequal/profiles/b2b-scheduling.pack", locale: "es", prefix: "pq_" });
    globalThis.same = (await enhance(form)) === globalThis.ours;` }));
  await openHost(page, demo, { head: `<script type="module" src="/own.js"></script>`, body: form("") });
  await ready(page);
  await expect(page.locator(".prequal-heading")).toHaveText("Lo que sabemos hasta ahora");
  expect(await page.locator("[name=pq_band]").count()).toBe(1);
  expect(await page.evaluate(() => globalThis.same)).toBe(true);
  expect(await page.evaluate(() => { globalThis.ours.destroy(); return document.querySelector("form").outerHTML === globalThis.before; })).toBe(true);
  expect(seen.errors).toEqual([]);
});

test("<prequal-assist> holds the panel, with the page's own heading and footer", async ({ page, demo, seen }) => {
  const body = form("", `${fields}<prequal-assist profile="/prequal/profiles/b2b-scheduling.pack"><b slot="heading">Does it fit?</b></prequal-assist>${send}`);
  await openHost(page, demo, { body });
  await expect(page.locator("prequal-assist .prequal")).toBeVisible();
  await expect(page.locator("prequal-assist [slot=heading]")).toBeVisible();
  await fill(page);
  const sent = await post(page);
  expect(typedOf(sent)).toEqual(control);
  expect(oursOf(sent).prequal_band).toBe("low");
  expect(seen.errors).toEqual([]);
});

test("E1: included twice, it works once", async ({ page, demo, seen }) => {
  const { scriptTag } = await import("./support/host-page.mjs");
  await openHost(page, demo, { head: scriptTag + scriptTag });
  await ready(page);
  await fill(page);
  await expect(page.locator(".prequal")).toHaveCount(1);
  const body = await post(page);
  expect(body.filter(([name]) => name === "prequal_band").length).toBe(1);
  expect(seen.errors).toEqual([]);
});

test("E1: a form that the page replaces is found again, what was typed in the old one is not carried over", async ({ page, demo, seen }) => {
  await openHost(page, demo);
  await ready(page);
  await page.evaluate(() => {
    const old = document.querySelector("form");
    const fresh = old.cloneNode(true);
    for (const ours of fresh.querySelectorAll(".prequal, .prequal-status, .prequal-hp, [name^=prequal_]")) ours.remove();
    old.replaceWith(fresh);
  });
  await ready(page);
  await fill(page);
  const body = await post(page);
  expect(typedOf(body)).toEqual(control);
  expect(body.filter(([name]) => name === "prequal_band").length).toBe(1);
  expect(seen.errors).toEqual([]);
});

test("E2: forms without the attribute stay as they are; several marked ones are told apart", async ({ page, demo, seen }) => {
  const plain = `<form id="plain" method="post" action="/lead"><input name="q" aria-label="q"></form>`;
  const second = form("data-prequal").replace('id="lead"', 'id="other"').replaceAll(/(id|for)="(org|state|mail|fixed|off|inner|send)"/g, '$1="$2-2"');
  await openHost(page, demo, { body: plain + form() + second });
  await expect(page.locator(".prequal")).toHaveCount(2);
  expect(await page.locator("#plain").evaluate((it) => it.outerHTML)).toBe(`<form id="plain" method="post" action="/lead"><input name="q" aria-label="q"></form>`);
  await page.locator("#other [name=state]").selectOption("OH");
  await expect(page.locator("#other [name=prequal_score]")).toHaveValue("10");
  await expect(page.locator("#lead [name=prequal_score]")).toHaveValue("0");
  expect(seen.errors).toEqual([]);
});

test("E7: a GET form gets guidance and nothing in its address", async ({ page, demo, seen }) => {
  await openHost(page, demo, { body: form("data-prequal").replace('method="post"', 'method="get"') });
  await ready(page);
  await fill(page);
  await page.locator("#send").click();
  await page.waitForURL(/\/lead\?/);
  expect(page.url()).not.toContain("prequal_");
  expect(seen.errors).toEqual([]);
});

test("E12: silent mode shows nothing and sends the fields", async ({ page, demo, seen }) => {
  await openHost(page, demo, { body: form(`data-prequal data-prequal-mode="silent"`) });
  await expect(page.locator("[name=prequal_band]")).toHaveCount(1);
  await fill(page);
  await expect(page.locator(".prequal, .prequal-status")).toHaveCount(0);
  expect(oursOf(await post(page)).prequal_score).toBe("10");
  expect(seen.errors).toEqual([]);
});

test("a control outside that belongs by form= is read and sent", async ({ page, demo, seen }) => {
  const outside = `<p><label for="spec">Specialty</label> <input id="spec" name="specialty" form="lead"></p>`;
  await openHost(page, demo, { body: form() + outside });
  await ready(page);
  await fill(page);
  await page.locator("#spec").fill("cardiology");
  const body = await post(page);
  expect(typedOf(body)).toContainEqual(["specialty", "cardiology"]);
  expect(Number(oursOf(body).prequal_score)).toBeGreaterThan(10);
  expect(seen.errors).toEqual([]);
});
